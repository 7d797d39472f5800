import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { forMakersIn, isForMakers } from './strip.ts';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'gongze-strip-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each(['ledger/store/crash.int.test.ts', 'ledger/testing', 'apps/web/e2e', 'bench', 'tools', 'vitest.config.ts'])('%s goes', (path) =>
  expect(isForMakers(path)).toBe(true),
);
test.each(['ledger/store/migrations/0001_streams_and_facts.sql', 'apps/server/serve.ts', 'docs.ts', 'cases/xixian/tools', 'LICENSE'])(
  '%s stays',
  (path) => expect(isForMakers(path)).toBe(false),
);

test('what is left holds no test, and reads and reports the shipped case as before', () => {
  const product = join(folder, 'product');
  cpSync(root, product, { recursive: true, filter: (path) => !/\/(?:node_modules|\.git|dist)$/.test(path) });
  for (const path of forMakersIn(product)) rmSync(path, { recursive: true });
  const left = readdirSync(product, { recursive: true, encoding: 'utf8' });
  expect(left.filter((path) => /\.test\.|(?:^|\/)(?:testing|e2e|bench)(?:\/|$)/.test(path))).toEqual([]);
  expect(left).toContain('ledger/store/migrations/0001_streams_and_facts.sql');
  // Packages of others as they are installed; those of the product from the copy.
  const modules = join(product, 'node_modules');
  cpSync(join(root, 'node_modules/@gongze'), join(modules, '@gongze'), { recursive: true, verbatimSymlinks: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@gongze') symlinkSync(join(root, 'node_modules', name), join(modules, name));
  const run = spawnSync(process.execPath, ['apps/cli/gongze.mjs', 'replay', 'xixian', '--json'], {
    cwd: product,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  expect([run.status, run.stderr]).toEqual([0, '']);
  expect(JSON.parse(run.stdout)).toBeTypeOf('object');
}, 120_000);
