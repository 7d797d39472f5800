/**
 * The suites of others as they were published, where a folder with them is named by GONGZE_REFERENCE: what is committed here is
 * compared with its source, and the edge cases of CCTV that are not committed are run. Without it nothing is read, and that is said.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ed25519KeyFault, verifyEd25519 } from './keys.ts';

const folder = process.env['GONGZE_REFERENCE'] ?? '';
const committed = (file: string): unknown => JSON.parse(readFileSync(new URL(`../testing/vectors/${file}`, import.meta.url), 'utf8'));
const published = (...path: string[]): string | undefined => {
  const file = join(folder, 'vectors', ...path);
  return folder !== '' && existsSync(file) ? file : undefined;
};
const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

test('the committed claims about trees are the published ones', () => {
  const place = published('transparency-dev-merkle', 'testdata');
  const files = place === undefined ? [] : globSync('*/**/*.json', { cwd: place });
  console.log(`transparency-dev/merkle: ${files.length} published cases read`);
  const suites = committed('merkle.json') as Readonly<Record<string, readonly unknown[]>>;
  const ours = new Set(
    Object.values(suites)
      .flat()
      .map((claim) => JSON.stringify(claim)),
  );
  const missing = files.filter((file) => !ours.has(JSON.stringify(JSON.parse(readFileSync(join(place ?? '', file), 'utf8')))));
  expect(missing).toEqual([]);
  expect([0, 518]).toContain(files.length);
});

test('CCTV: every edge case under a key that may be registered is judged by RFC 8032', () => {
  interface Case {
    readonly number: number;
    readonly key: string;
    readonly sig: string;
    readonly msg: string;
    readonly flags: readonly string[] | null;
  }
  const file = published('cctv-ed25519', 'ed25519', 'ed25519vectors.json');
  const cases: readonly Case[] = file === undefined ? [] : JSON.parse(readFileSync(file, 'utf8'));
  const sound = cases.filter(({ key }) => ed25519KeyFault(hex(key)) === undefined);
  console.log(`CCTV Ed25519: ${cases.length} cases read, ${cases.length - sound.length} of them refused by their key`);
  // Of a refused key no signature counts; the flags of the point A say which keys those are.
  expect(
    cases.filter(({ key, flags }) => (ed25519KeyFault(hex(key)) !== undefined) !== (flags ?? []).some((flag) => flag.endsWith('_A'))),
  ).toEqual([]);
  const wrong = sound.filter(({ key, sig, msg, flags }) => {
    const expected = !(flags ?? []).some((flag) => flag === 'non_canonical_R' || flag === 'low_order_residue');
    return verifyEd25519(new TextEncoder().encode(msg), hex(sig), hex(key)) !== expected;
  });
  expect(wrong).toEqual([]);
});
