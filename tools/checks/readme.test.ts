/**
 * The commands of both READMEs are run. A block whose fence says `sh run` is executed line by line in the checkout;
 * every line has to succeed. What starts a server or installs is not marked so.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './files.ts';

const readmes = ['README.md', 'README.zh.md'];

/** Command lines of the blocks marked `sh run`, comments and blank lines left out. */
function commands(text: string): string[] {
  return [...text.matchAll(/^```sh run\n([\s\S]*?)^```$/gm)]
    .flatMap(([, block]) => (block as string).split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** `npx gongze` is started without npx: the same program, half a second sooner. */
const direct = (command: string): string =>
  command.replace(/^npx gongze\b/, `"${process.execPath}" "${join(root, 'apps/cli/gongze.mjs')}"`);

describe.each(readmes)('%s', (file) => {
  const text = readFileSync(join(root, file), 'utf8');

  test('has commands to run', () => expect(commands(text).length).toBeGreaterThan(0));

  test.each(commands(text))('%s', (command) => {
    const output = execFileSync('sh', ['-c', direct(command)], { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    expect(output).not.toBe('');
  });

  test('every relative link leads somewhere', () => {
    const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link]) => link as string);
    expect(links.filter((link) => !/^https?:/.test(link) && !existsSync(join(root, link)))).toEqual([]);
  });
});

test('both READMEs run the same commands', () => {
  const [english, chinese] = readmes.map((file) =>
    commands(readFileSync(join(root, file), 'utf8')).map((line) => line.replace(/--lang \w+/, '--lang')),
  );
  expect(chinese).toEqual(english);
});
