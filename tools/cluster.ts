/**
 * Several servers on one database, all on this machine: `npm run cluster -- --servers 3`. They share nothing but the
 * database and the keys; one of them is elected to place records in the log. `DATABASE_URL` takes the place of the
 * built-in database. Ends with Ctrl-C.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { startEmbedded } from '@gongze/ledger/embedded/start';

const program = join(import.meta.dirname, '../apps/cli/gongze.mjs');

export interface ClusterOptions {
  readonly servers: number;
  readonly dataDir: string;
  /** First port; the others follow. 0: any free ones. */
  readonly port: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: (line: string) => void;
}

export interface Member {
  readonly url: string;
  readonly process: ChildProcess;
}

export interface Cluster {
  readonly databaseUrl: string;
  readonly members: readonly Member[];
  readonly stop: () => Promise<void>;
}

const startMilliseconds = 120_000;

/** Resolves with the address once the server answers. */
function startMember(number: number, databaseUrl: string, { dataDir, port, env, log }: ClusterOptions): Promise<Member> {
  const chosen = String(port === 0 ? 0 : port + number);
  const child = spawn(process.execPath, [program, 'serve', '--port', chosen, '--data-dir', dataDir], {
    env: { ...process.env, ...env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => child.kill('SIGKILL'), startMilliseconds);
    const hear = (chunk: Buffer): void => {
      for (const line of chunk.toString().split('\n').filter(Boolean)) log(`${number + 1}: ${line}`);
      const url = /http:\/\/\S+/.exec(chunk.toString())?.[0];
      if (url === undefined) return;
      clearTimeout(late);
      resolve({ url, process: child });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', (code, signal) => {
      clearTimeout(late);
      log(`${number + 1}: ended (${code ?? signal})`);
      reject(new Error(`server ${number + 1} ended (${code ?? signal})`));
    });
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
}

/** Throws with nothing left running. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const given = options.env['DATABASE_URL'];
  const database = given ? undefined : await startEmbedded({ dataDir: options.dataDir, log: options.log });
  const databaseUrl = given || (database?.connectionString ?? '');
  const members: Member[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(members.map((member) => ended(member.process)));
    await database?.stop();
  };
  try {
    // One after the other: the first one brings the tables, keys and shipped cases that the others find.
    for (let number = 0; number < options.servers; number++) members.push(await startMember(number, databaseUrl, options));
  } catch (cause) {
    await stop();
    throw cause;
  }
  return { databaseUrl, members, stop };
}
