/** The parent's side of the hosts: gives orders, and ends a host whose tests do not. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Order, Outcome } from './host.ts';

/** Milliseconds that a test file may take. */
export type Allowed = (test: string) => number;

const startMax = 120_000;

export class Host {
  readonly #root: string;
  readonly #coverageFolder: string;
  #child: ChildProcess | undefined;

  constructor(root: string, coverageFolder = '') {
    this.#root = root;
    this.#coverageFolder = coverageFolder;
  }

  /** What became of the tests, or the test file that did not end. */
  async run(order: Order, allowed: Allowed): Promise<Outcome | { readonly endless: string }> {
    this.#child ??= await this.#started();
    const child = this.#child;
    return new Promise((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined;
      const done = (finish: () => void) => {
        clearTimeout(timer);
        child.removeAllListeners();
        finish();
      };
      child.on('exit', (code) => {
        this.#child = undefined;
        done(() => reject(new Error(`the host of the tests ended with code ${code}`)));
      });
      child.on('message', (message: Outcome | string) => {
        if (typeof message !== 'string') return done(() => resolve(message));
        clearTimeout(timer);
        timer = setTimeout(
          () =>
            done(() => {
              this.stop();
              resolve({ endless: message });
            }),
          allowed(message),
        );
      });
      child.send(order);
    });
  }

  stop(): void {
    this.#child?.removeAllListeners();
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  #started(): Promise<ChildProcess> {
    const child = fork(join(import.meta.dirname, 'host.ts'), [this.#root, this.#coverageFolder], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => child.kill('SIGKILL'), startMax);
      child.once('exit', (code) => reject(new Error(`the host of the tests did not start (code ${code})`)));
      child.once('message', () => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve(child);
      });
    });
  }
}

/** Does all of the work, one piece a host at a time. */
export async function shared<T>(hosts: readonly Host[], work: readonly T[], one: (host: Host, piece: T) => Promise<void>): Promise<void> {
  const left = [...work];
  const from = async (host: Host): Promise<void> => {
    for (let piece = left.shift(); piece !== undefined; piece = left.shift()) await one(host, piece);
  };
  try {
    await Promise.all(hosts.map(from));
  } finally {
    for (const host of hosts) host.stop();
  }
}
