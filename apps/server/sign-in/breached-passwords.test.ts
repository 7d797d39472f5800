import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { breachedIn } from './breached-passwords.ts';
import { passwordFault, newPasswordFault } from './passwords.ts';

let folder: string;
let path: string;
const leaked = Array.from({ length: 1000 }, (_, nth) => `leaked elsewhere ${nth}`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongze-breached-'));
  path = join(folder, 'pwned.txt');
  const hashes = leaked.map((one, nth) => `${createHash('sha1').update(one).digest('hex').toUpperCase()}:${nth * nth * nth}`);
  await writeFile(path, `${hashes.sort().join('\r\n')}\r\n`);
});
afterAll(async () => await rm(folder, { recursive: true }));

test('a password that leaked is found in the file of the operator, wherever it stands, and no other', async () => {
  const isBreached = breachedIn(path);
  for (const one of leaked) expect(await isBreached(one), one).toBe(true);
  for (let nth = 0; nth < 300; nth += 1) expect(await isBreached(`not leaked ${nth}`)).toBe(false);
});

test('an empty file holds none', async () => {
  await writeFile(join(folder, 'empty.txt'), '');
  expect(await breachedIn(join(folder, 'empty.txt'))('anything at all')).toBe(false);
});

test('what is long enough and leaked is refused as such', async () => {
  expect(passwordFault('leaked elsewhere 7')).toBeUndefined();
  expect((await newPasswordFault('leaked elsewhere 7', [], breachedIn(path)))?.en).toContain('leaked');
  expect(await newPasswordFault('leaked nowhere 7', [], breachedIn(path))).toBeUndefined();
});
