import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signingKey } from '@gongze/ledger/crypto/signing-key';
import { addCheckpointBody } from '@gongze/ledger/log/witness';
import { origin, logSigner, testLog, textEntries } from '@gongze/ledger/testing/log';
import { afterAll, describe, expect, test } from 'vitest';
import type { Io } from '../io.ts';
import { gongze, type Ran } from '../testing/ran.ts';
import { witness } from './witness.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongze-witness-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

const witnessKey = async (name: string, file: string): Promise<Ran> => await gongze('witness-key', name, file);

describe('witness-key', () => {
  test('makes a key that only its owner can read, and never writes over one', async () => {
    const { code, out } = await witnessKey('witness.example/西安', at('first.key'));
    expect(code).toBe(0);
    expect(out).toMatch(/^witness\.example\/西安\+[0-9a-f]{8}\+B\S+\n$/);
    expect(statSync(at('first.key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(at('first.key'), 'utf8')).toMatch(/^PRIVATE\+KEY\+witness\.example\/西安\+/);
    expect(await witnessKey('other', at('first.key'))).toMatchObject({ code: 2, err: expect.stringContaining('exists') });
    expect((await witnessKey('witness.example/西安', at('second.key'))).out).not.toBe(out);
  });
  test('refuses what makes no key', async () => {
    expect(await witnessKey('a b', at('x'))).toMatchObject({ code: 2, err: expect.stringContaining('spaces') });
    expect(await witnessKey('a', at('no/where'))).toMatchObject({ code: 2, err: expect.stringContaining('ENOENT') });
  });
});

describe('witness', () => {
  test('runs until it is told to stop, and remembers', async () => {
    await witnessKey('witness.example/a', at('w.key'));
    const log = testLog(textEntries(9));
    for (const [oldSize, size, told] of [
      [0, 5, 'holds no memory'],
      [5, 9, `Cosigned the first 5 entries of ${origin}`],
    ] as const) {
      let stop = (): void => undefined;
      const stopped = new Promise<void>((resolve) => {
        stop = resolve;
      });
      let out = '';
      let ready = (_url: string): void => undefined;
      const url = new Promise<string>((resolve) => {
        ready = resolve;
      });
      const io: Io = {
        out: (text) => {
          out += text;
          const found = /http:\/\/\S+/.exec(text)?.[0];
          if (found !== undefined) ready(found);
        },
        err: (text) => (out += text),
        env: { LANG: 'en_GB.UTF-8' },
        columns: 100,
      };
      const options = { listen: '127.0.0.1:0', key: at('w.key'), state: at('state'), log: [logSigner.vkey] };
      const running = witness(options, io, async () => await stopped);
      const body = addCheckpointBody({ oldSize, proof: await log.consistency(oldSize, size), note: await log.note(size) });
      const answer = await fetch(`${await url}/add-checkpoint`, { method: 'POST', body, headers: { connection: 'close' } });
      expect([answer.status, await answer.text()]).toEqual([200, expect.stringMatching(/^— witness\.example\/a /)]);
      stop();
      expect(await running).toBe(0);
      expect(out).toContain(told);
      expect(out).toContain('Its key: witness.example/a+');
    }
  });
  test('tells what it cannot use', async () => {
    writeFileSync(at('bad.key'), 'no key', { mode: 0o600 });
    writeFileSync(at('log.key'), signingKey('log.example', 'ed25519', new Uint8Array(32)).secret, { mode: 0o600 });
    writeFileSync(at('open.key'), readFileSync(at('w.key')), { mode: 0o640 });
    const args = (more: Record<string, string>): string[] =>
      Object.entries({ '--listen': '127.0.0.1:0', '--key': at('w.key'), '--state': at('state2'), '--log': logSigner.vkey, ...more }).flat();
    const cases: readonly (readonly [Record<string, string>, string])[] = [
      [{ '--key': at('none') }, 'cannot be read (ENOENT)'],
      [{ '--key': at('bad.key') }, 'not the secret key of a witness'],
      [{ '--key': at('open.key') }, 'others may read the key'],
      [{ '--key': at('log.key') }, 'not the secret key of a witness'],
      [{ '--log': 'x' }, '--log: not a sound key'],
      [{ '--listen': '4747' }, '--listen: expected address:port'],
      [{ '--listen': '127.0.0.1:99999' }, '--listen: expected address:port'],
      [{ '--listen': '203.0.113.1:4747' }, 'cannot listen at 203.0.113.1:4747'],
    ];
    for (const [more, message] of cases) {
      const { code, err } = await gongze('witness', ...args(more));
      expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(message) });
    }
    expect(await gongze('witness', ...args({}), logSigner.vkey)).toMatchObject({ code: 2, err: expect.stringContaining('twice') });
  });
  test('does not start on a damaged memory', async () => {
    writeFileSync(at('state/trees.9.json'), '{');
    const { code, err } = await gongze(
      'witness',
      '--listen',
      '127.0.0.1:0',
      '--key',
      at('w.key'),
      '--state',
      at('state'),
      '--log',
      logSigner.vkey,
    );
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('is damaged') });
  });
});
