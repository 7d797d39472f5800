/**
 * The import rules, each broken once. A small tree is written to a temporary folder, dependency-cruiser runs on it
 * with the real configuration, and every rule must have found exactly the file that breaks it.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from './files.ts';

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const manifest = (name: string, dependencies: readonly string[] = []): string =>
  JSON.stringify({ name, type: 'module', dependencies: Object.fromEntries(dependencies.map((dependency) => [dependency, '*'])) });

/** Files every tree has: the manifests, and two libraries that hold nothing. */
const ground: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: 'gongze',
    type: 'module',
    dependencies: { zod: '1.0.0', pg: '1.0.0' },
    devDependencies: { vitest: '1.0.0' },
  }),
  'tsconfig.json': JSON.stringify({ compilerOptions: { module: 'nodenext', allowImportingTsExtensions: true, noEmit: true } }),
  'node_modules/zod/package.json': manifest('zod'),
  'node_modules/zod/index.js': '',
  'node_modules/pg/package.json': manifest('pg'),
  'node_modules/pg/index.js': '',
  'node_modules/vitest/package.json': manifest('vitest'),
  'node_modules/vitest/index.js': '',
  'node_modules/undeclared/package.json': manifest('undeclared'),
  'node_modules/undeclared/index.js': '',
};

/** Runs the check on a tree and returns its findings as `rule: file`. */
function violations(files: Readonly<Record<string, string>>): {
  readonly found: string[];
  readonly rules: string[];
  readonly status: number | null;
} {
  const folder = mkdtempSync(join(tmpdir(), 'gongze-imports-'));
  folders.push(folder);
  for (const [file, text] of Object.entries({ ...ground, ...files })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  cpSync(join(root, '.dependency-cruiser.mjs'), join(folder, '.dependency-cruiser.mjs'));
  const tops = [...new Set(Object.keys(files).map((file) => file.split('/')[0] as string))];
  const run = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'json',
      ...tops,
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  const { summary } = JSON.parse(run.stdout) as {
    summary: { violations: Violation[]; error: number; ruleSetUsed: { forbidden: { name: string; comment: string }[] } };
  };
  return {
    found: [...new Set(summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`))].sort(),
    rules: summary.ruleSetUsed.forbidden.map(({ name }) => name),
    status: summary.error,
  };
}

const chain = ['vocabulary', 'events', 'cases', 'stages', 'variables', 'dilemmas', 'principles', 'advice', 'decisions', 'report'];
const use = (path: string): string => `import { a } from '${path}';\nexport const b = a;\n`;
const useType = (path: string): string => `import type { a } from '${path}';\nexport type B = typeof a;\n`;
const leaf = 'export const a = 1;\n';

const packageNames = ['statistics', 'domain', 'clauses', 'studies', 'cases', 'application', 'documents', 'ledger', 'identity'];

/** Every rule with the file that breaks it, and nothing else that it breaks. */
function brokenTree(): { readonly files: Record<string, string>; readonly expected: string[] } {
  const files: Record<string, string> = { 'apps/server/api/leaf.ts': leaf, 'apps/cli/leaf.ts': leaf };
  const expected: string[] = [];
  const breaks = (rule: string, file: string, text: string): void => {
    files[file] = text;
    expected.push(`${rule}: ${file}`);
  };
  // Each folder of the chain imports the next one, by type only: the last has nothing after it.
  for (const [index, folder] of chain.slice(0, -1).entries()) {
    const next = chain[index + 1];
    files[`domain/${next}/leaf.ts`] = leaf;
    breaks(`domain-${folder}`, `domain/${folder}/early.ts`, useType(`../${next}/leaf.ts`));
  }
  for (const name of packageNames) {
    breaks(
      `package-${name}`,
      `${name === 'domain' ? 'domain/report' : name}/up.ts`,
      use(name === 'domain' ? '../../apps/server/api/leaf.ts' : '../apps/server/api/leaf.ts'),
    );
    breaks(
      `package-${name}-tests`,
      `${name === 'domain' ? 'domain/report' : name}/up.test.ts`,
      use(name === 'domain' ? '../../apps/server/api/leaf.ts' : '../apps/server/api/leaf.ts'),
    );
  }
  breaks('domain-folder-unknown', 'domain/report/stray.ts', use('../somewhere/leaf.ts'));
  files['domain/somewhere/leaf.ts'] = leaf;
  breaks('domain-index-is-for-others', 'domain/report/round.ts', use('../index.ts'));
  files['domain/index.ts'] = leaf;
  breaks('testing-is-for-tests', 'domain/report/helped.ts', use('../testing/leaf.ts'));
  files['domain/testing/leaf.ts'] = leaf;
  breaks('domain-libraries', 'statistics/query.ts', use('pg'));
  breaks('ledger-log-libraries', 'ledger/log/query.ts', use('pg'));
  breaks('ledger-log-stands-alone', 'ledger/verify/stored.ts', use('../store/leaf.ts'));
  files['ledger/store/leaf.ts'] = leaf;
  breaks('ledger-log-before-verify', 'ledger/log/late.ts', use('../verify/leaf.ts'));
  files['ledger/verify/leaf.ts'] = leaf;
  breaks('pure-no-node', 'studies/disk.ts', use('node:fs'));
  breaks('pure-no-crypto', 'clauses/random.ts', useType('node:crypto'));
  breaks('application-no-database', 'application/query.ts', use('pg'));
  breaks('web-is-a-browser', 'apps/web/src/server.ts', use('../../server/api/leaf.ts'));
  breaks('web-no-node', 'apps/web/src/disk.ts', use('../disk.ts'));
  files['apps/web/disk.ts'] = use('node:path');
  breaks('server-not-cli', 'apps/server/command.ts', use('../cli/leaf.ts'));
  breaks('no-cycles', 'apps/cli/one.ts', useType('./two.ts'));
  files['apps/cli/two.ts'] = useType('./one.ts');
  breaks('no-orphans', 'apps/cli/alone.ts', leaf);
  breaks('not-resolved', 'apps/cli/nowhere.ts', use('./nothing.ts'));
  breaks('not-declared', 'apps/cli/undeclared.ts', use('undeclared'));
  breaks('no-dev-library-in-product', 'apps/cli/dev.ts', use('vitest'));
  return { files, expected: expected.sort() };
}

test('every rule finds the file that breaks it, types included, and no other', () => {
  const { files, expected } = brokenTree();
  const { found, rules } = violations(files);
  expect(found).toEqual(expected);
  const broken = new Set(expected.map((line) => line.split(':')[0]));
  expect(rules.filter((rule) => !broken.has(rule))).toEqual([]);
});

test('a tree that keeps the rules passes', () => {
  const { found, status } = violations({
    'statistics/mean.ts': leaf,
    'domain/vocabulary/dates.ts': use('zod'),
    'domain/events/catalogue.ts': `export { b } from '../vocabulary/dates.ts';\n`,
    'domain/report/report.ts': `import { b } from '../events/catalogue.ts';\nimport { a } from '../../statistics/mean.ts';\nexport const c = [a, b];\n`,
    'domain/events/catalogue.test.ts': `import { c } from '../report/report.ts';\nimport { readFileSync } from 'node:fs';\nexport const d = [c, readFileSync];\n`,
    'application/cases.ts': `import { c } from '../domain/report/report.ts';\nexport const d = c;\n`,
    'application/cases.test.ts': `import { a } from '../cases/history.ts';\nexport const b = a;\n`,
    'cases/history.ts': leaf,
    'ledger/store/store.ts': `import { d } from '../../application/cases.ts';\nimport { a } from 'pg';\nexport const e = [a, d];\n`,
    'apps/server/server.ts': `import { e } from '../../ledger/store/store.ts';\nimport { a } from 'node:http';\nexport const f = [a, e];\n`,
    'apps/web/src/page.ts': `import { c } from '../../../domain/report/report.ts';\nexport const g = c;\n`,
  });
  expect(found).toEqual([]);
  expect(status).toBe(0);
});
