/** Ending a server, on request and with the process that started it. */
import { readFile } from 'node:fs/promises';
import { isAlive, waitForEnd } from './running.ts';

const stopMilliseconds = 60_000;

function interrupt(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // Gone already.
  }
}

/** Fast shutdown; after a minute an immediate one, which the next start repairs. */
export async function stopServer(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  interrupt(pid);
  if (await waitForEnd(pid, stopMilliseconds)) return;
  process.kill(pid, 'SIGQUIT');
  await waitForEnd(pid, stopMilliseconds);
}

/** The parent of a process; `undefined` if it cannot be read. */
export async function parentOf(pid: number): Promise<number | undefined> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const parent = /^PPid:\s*(\d+)$/m.exec(text)?.[1];
  return parent === undefined ? undefined : Number(parent);
}

/**
 * Sends the server a fast shutdown when this process exits. Where the kernel does not bind it to us (`bound` false),
 * the signals that end a process are watched too. Returns how to let go.
 */
export function endWithParent(pid: number, bound: boolean): () => void {
  const onExit = (): void => interrupt(pid);
  process.on('exit', onExit);
  if (bound) return () => process.off('exit', onExit);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const onSignal = (signal: NodeJS.Signals): void => {
    release();
    interrupt(pid);
    // Nobody else handles it: what would have happened without us happens.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const release = (): void => {
    process.off('exit', onExit);
    for (const signal of signals) process.off(signal, onSignal);
  };
  for (const signal of signals) process.on(signal, onSignal);
  return release;
}
