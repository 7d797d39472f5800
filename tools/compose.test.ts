/** The compose file against what it names: files that are there, commands that the program has, secrets that travel nowhere. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const compose = read('deploy/compose.yaml');
const dockerfile = read('deploy/Dockerfile');

/** What the file mounts or hands over from beside it. */
const beside = [...compose.matchAll(/(?:file: |- |\[)\.\/([\w./-]+)|env_file: \[([\w./-]+)\]/g)].map(([, file, env]) => file ?? env ?? '');
const isOperators = (file: string): boolean => file.startsWith('secrets/') || file.startsWith('.env');

test('files that it mounts are in the repository, those of the operator are not and travel into no image', () => {
  expect(beside.filter((file) => !isOperators(file)).toSorted()).toEqual(['Caddyfile', 'server-role.sh']);
  expect(beside.filter(isOperators).toSorted()).toEqual([
    '.env',
    'secrets/log.key',
    'secrets/owner.password',
    'secrets/server.password',
    'secrets/server.secret',
  ]);
  for (const file of beside) expect(isOperators(file) || existsSync(join(root, 'deploy', file)), file).toBe(true);
  for (const list of ['.gitignore', '.dockerignore'])
    expect(read(list).split('\n'), list).toEqual(expect.arrayContaining(['deploy/.env', 'deploy/secrets']));
});

test('data of the machine that builds stay out of the image', () => {
  const kept = read('.gitignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const out = read('.dockerignore')
    .split('\n')
    .map((line) => line.replace(/^\*\*\//, ''));
  expect(kept.filter((line) => !out.includes(line))).toEqual([]);
});

test('each service is declared with what it refers to', () => {
  const services = [...compose.matchAll(/^ {2}([a-z]+):$/gm)].map(([, name]) => name);
  const secrets = [...compose.matchAll(/^ {2}([a-z.]+): \{ file:/gm)].map(([, name]) => name);
  const used = [...compose.matchAll(/^ {4}secrets: \[(.*)\]$/gm)].flatMap(([, list = '']) => list.split(', '));
  expect([...new Set(used)].toSorted()).toEqual(secrets.toSorted());
  for (const [, path] of compose.matchAll(/\/run\/secrets\/([a-z.]+)/g)) expect(secrets).toContain(path);
  const needed = [...compose.matchAll(/^ {6}([a-z]+): \{ condition:|depends_on: \[([a-z]+)\]/gm)].map(([, one, other]) => one ?? other);
  expect(needed.filter((name) => !services.includes(name))).toEqual([]);
});

test('what it runs, the program has', () => {
  const launcher = 'apps/cli/gongze.mjs';
  const commands = [...compose.matchAll(/gongze\.mjs (\S+)(.*);?$/gm)].map(([, command = '', rest = '']) => ({ command, rest }));
  expect(commands.map(({ command }) => command)).toEqual(['database-role', 'serve']);
  expect(dockerfile).toContain(`ENTRYPOINT ["node", "${launcher}"]`);
  for (const { command, rest } of commands) {
    const help = execFileSync(process.execPath, [join(root, launcher), command, '--help'], { encoding: 'utf8' });
    for (const [option] of rest.matchAll(/--[a-z-]+/g)) expect(help, command).toContain(option);
  }
});
