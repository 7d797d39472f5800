/** Builds the page if it is missing or older than what it is made from. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bothLines, serverTexts } from './texts.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const webDir = join(root, 'apps/web');
const madeFrom = [
  'apps/web/src',
  'apps/web/index.html',
  'apps/web/vite.config.ts',
  'domain',
  'statistics',
  'clauses',
  'studies',
  'application',
];

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  let time = 0;
  for (const name of readdirSync(path)) if (name !== 'node_modules') time = Math.max(time, newest(join(path, name)));
  return time;
}

function isFresh(): boolean {
  const built = join(webDir, 'dist/index.html');
  return existsSync(built) && madeFrom.every((path) => newest(join(root, path)) <= statSync(built).mtimeMs);
}

/** Throws if the build fails; its output is the error's message. */
export async function ensurePage(log: (line: string) => void): Promise<void> {
  if (isFresh()) return;
  log(bothLines(serverTexts.building));
  const vite = join(dirname(fileURLToPath(import.meta.resolve('vite/package.json'))), 'bin/vite.js');
  await new Promise<void>((resolve, reject) => {
    const build = spawn(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: webDir, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    build.stdout.on('data', (text: Buffer) => (output += text.toString()));
    build.stderr.on('data', (text: Buffer) => (output += text.toString()));
    build.on('error', reject);
    build.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${bothLines(serverTexts.buildFailed)}\n${output}`))));
  });
}
