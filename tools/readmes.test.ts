/** The example of every package's README runs, and prints what stands beneath it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { root } from './checks/files.ts';

const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { workspaces: readonly string[] };
const packages = workspaces.filter((name) => !name.includes('*'));
// In the tree, so that the packages are found by name.
const folder = join(root, '.tmp', 'readmes');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(packages)('%s', (name) => {
  const file = join(root, name, 'README.md');
  expect(existsSync(file)).toBe(true);
  const [, code, printed] = /```ts\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/.exec(readFileSync(file, 'utf8')) ?? [];
  if (code === undefined) throw new Error(`${name}/README.md has no example with what it prints`);
  mkdirSync(folder, { recursive: true });
  const program = join(folder, `${name}.ts`);
  writeFileSync(program, code);
  expect(execFileSync(process.execPath, [program], { encoding: 'utf8', cwd: root })).toBe(printed);
});
