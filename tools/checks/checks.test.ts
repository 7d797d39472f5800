/** A check that cannot fail is a defect: each is shown a tree that breaks it, and one that does not. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isPermissive, judgeDependencies, type LockedPackage } from './dependencies.ts';
import { root } from './files.ts';
import { impurities } from './purity.ts';
import { askToSplit, ceiling, judgeSizes, lineCount } from './sizes.ts';
import { judgeVersions } from './versions.ts';

describe('pure packages are pure', () => {
  const impure = {
    'the clock by Date.now': 'export const a = Date.now();',
    'the clock by a new date': 'export const a = new Date();',
    'the clock by a new date without brackets': 'export const a = new Date;',
    'the clock by calling Date': 'export const a = Date();',
    'the clock under another name': 'const { now } = Date; export const a = now();',
    'the clock by a quoted name': "export const a = Date['now']();",
    randomness: 'export const a = Math.random();',
    'the time zone of the machine': 'export const a = (d: Date) => d.getFullYear();',
    'the language of the machine': 'export const a = (n: number) => n.toLocaleString();',
    'a query': "export const a = 'select id from facts where stream = $1';",
    'a query in a template': 'export const a = (t: string) => `delete from ${t}`;',
  };
  test.each(Object.entries(impure))('%s is found, and the fix is named', (_, text) => {
    const faults = impurities('domain/x.ts', text);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.fix).not.toBe('');
  });

  test('a date from an argument, UTC methods and prose are not', () => {
    const text = [
      'export const day = (n: number) => new Date(n).toISOString();',
      'export const year = (d: Date) => d.getUTCFullYear();',
      "export const fix = 'select the topic; update it from the list';",
      'export const largest = Math.max(1, 2); // not Math.random()',
    ].join('\n');
    expect(impurities('domain/x.ts', text)).toEqual([]);
  });

  test('the line is the line of the fault', () => {
    expect(impurities('domain/x.ts', '\n\nexport const a = Date.now();')[0]?.line).toBe(3);
  });
});

describe('globals that the linter bans in pure packages', () => {
  const globals = ['fetch', 'process', 'performance', 'crypto', 'Buffer', 'setTimeout', 'globalThis', 'console'];
  let refused: ReadonlyMap<string, string> = new Map();

  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), 'gongze-lint-'));
    cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
    for (const name of globals) {
      for (const file of [`domain/cases/${name}.ts`, `domain/cases/${name}.test.ts`, `statistics/${name}.ts`, `apps/server/${name}.ts`]) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), `export const a = ${name};\n`);
      }
    }
    const { stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/biome'), ['lint', '--colors=off', '--max-diagnostics=none', '.'], {
      cwd: folder,
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    // A diagnostic starts with `file:line:column rule`, its text follows.
    const diagnostics = (stdout + stderr).split(/^(?=\S+:\d+:\d+ )/m).filter((part) => part.includes('noRestrictedGlobals'));
    refused = new Map(diagnostics.map((part) => [part.slice(0, part.indexOf(':')), part]));
  });

  test.each(globals)('%s is refused, the fix is named, tests and apps are free', (name) => {
    expect(refused.get(`domain/cases/${name}.ts`)).toContain('Fix:');
    expect(refused.get(`statistics/${name}.ts`)).toContain('Fix:');
    expect(refused.has(`domain/cases/${name}.test.ts`)).toBe(false);
    expect(refused.has(`apps/server/${name}.ts`)).toBe(false);
  });
});

describe('files fit', () => {
  test('one line too many fails, the ceiling does not', () => {
    expect(judgeSizes(new Map([['a.ts', ceiling + 1]]), {}).faults).toHaveLength(1);
    expect(judgeSizes(new Map([['a.ts', ceiling]]), {}).faults).toEqual([]);
  });
  test('more than 300 lines warns', () => {
    expect(judgeSizes(new Map([['a.ts', askToSplit + 1]]), {})).toMatchObject({ faults: [], warnings: [{ file: 'a.ts' }] });
  });
  test.each([
    ['grows', 601, 1],
    ['stays', 600, 0],
    ['shrinks', 599, 1],
    ['fits', 400, 1],
  ])('a file on the ratchet that %s', (_, lines, faults) => {
    expect(judgeSizes(new Map([['a.ts', lines]]), { 'a.ts': 600 }).faults).toHaveLength(faults);
  });
  test('the end of the last line is not a line', () => {
    expect([lineCount(''), lineCount('a'), lineCount('a\n'), lineCount('a\nb')]).toEqual([0, 1, 1, 2]);
  });
});

describe('one place for versions', () => {
  const inRoot = (version: string) => ({ dependencies: { zod: version } });
  const judge = (rootVersion: string, workspace: Record<string, string>) =>
    judgeVersions(
      new Map<string, object>([
        ['package.json', inRoot(rootVersion)],
        ['domain/package.json', { name: '@gongze/domain', dependencies: workspace }],
      ]),
    ).map(({ file }) => file);

  test('exact in the root, * in a workspace', () => expect(judge('4.6.7', { zod: '*' })).toEqual([]));
  test('a range in the root fails', () => expect(judge('^4.6.7', {})).toEqual(['package.json']));
  test('a version in a workspace fails', () => expect(judge('4.6.7', { zod: '4.6.7' })).toEqual(['domain/package.json']));
  test('a library that the root does not name fails', () => expect(judge('4.6.7', { pg: '*' })).toEqual(['domain/package.json']));
});

describe('packages from outside', () => {
  const sound = { version: '1.0.0', integrity: 'sha512-AAAA', license: 'MIT' };
  const judge = (changed: LockedPackage) => judgeDependencies({ 'node_modules/a': { ...sound, ...changed } }).map(({ fault }) => fault);
  test('pinned, permissive and silent ones pass', () => expect(judge({})).toEqual([]));
  test.each([
    [{ integrity: 'sha1-AAAA' }, 'a is pinned by no hash'],
    [{ hasInstallScript: true }, 'a runs a script when it is installed'],
    [{ license: 'GPL-3.0' }, 'a has the licence GPL-3.0'],
    [{ license: 'MIT AND GPL-3.0' }, 'a has the licence MIT AND GPL-3.0'],
  ])('%j fails', (changed, fault) => expect(judge(changed)).toEqual([fault]));
  test.each(['(MIT OR GPL-3.0-or-later)', '(MIT AND Zlib)', 'Apache-2.0'])('%s is permissive', (licence) =>
    expect(isPermissive(licence)).toBe(true),
  );
});

test('the tree passes its own checks', () => {
  const output = execFileSync(process.execPath, [join(root, 'tools/checks/run.ts')], { cwd: root, encoding: 'utf8' });
  expect(output).toContain('ok       pure packages are pure');
});
