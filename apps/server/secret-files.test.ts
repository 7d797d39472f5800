import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { secretFileTexts, withSecretFiles } from './secret-files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongze-secrets-'));
  await writeFile(join(folder, 'secret'), 'kJ8vQ2nLx0aWc5RtYb7UeZ3hMf6Pd9Sg1Ii4Oo\n');
});
afterAll(async () => await rm(folder, { recursive: true }));

test('secrets come from the files that are named, without the line break', async () => {
  const answer = await withSecretFiles({ GONGZE_SECRET_FILE: join(folder, 'secret'), DATABASE_URL: 'postgres:///gongze' });
  expect(answer).toMatchObject({
    ok: true,
    env: { GONGZE_SECRET: 'kJ8vQ2nLx0aWc5RtYb7UeZ3hMf6Pd9Sg1Ii4Oo', DATABASE_URL: 'postgres:///gongze' },
  });
});

test('a secret that is given twice, and a file that is not there, are told at once and never with the secret', async () => {
  const missing = join(folder, 'missing');
  const env = { GONGZE_SECRET: 'x', GONGZE_SECRET_FILE: join(folder, 'secret'), DATABASE_URL_FILE: missing };
  expect(await withSecretFiles(env)).toEqual({
    ok: false,
    faults: [secretFileTexts.unreadable('DATABASE_URL', missing), secretFileTexts.both('GONGZE_SECRET')],
  });
});
