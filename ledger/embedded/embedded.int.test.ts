import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, cp, lstat, mkdir, readdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { remove, temporaryFolder } from '../testing/servers.ts';
import { findDistribution } from './distribution.ts';
import { isAlive, waitForEnd } from './running.ts';
import { type Embedded, launch, startEmbedded } from './start.ts';

const isRoot = process.getuid?.() === 0;
const folders: string[] = [];
const servers: Embedded[] = [];

async function dataFolder(mode?: number): Promise<string> {
  const folder = await temporaryFolder(mode);
  folders.push(folder);
  return join(folder, 'data');
}
/** A data folder as an earlier run has left it: spares the tests that are not about the first start a second each. */
let used: string;
async function usedFolder(mode?: number): Promise<string> {
  const dataDir = await dataFolder(mode);
  await cp(used, dataDir, { recursive: true });
  return dataDir;
}
async function started(dataDir: string, lines: string[] = []): Promise<Embedded> {
  const server = await startEmbedded({ dataDir, log: (line) => lines.push(line) });
  servers.push(server);
  return server;
}
async function ask(server: Embedded, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server.connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
/** Runs lines of TypeScript in a process of its own; they may use `startEmbedded` and `dataDir`. */
function elsewhere(dataDir: string, lines: string, env: NodeJS.ProcessEnv = process.env): ReturnType<typeof spawn> {
  const module = new URL('./start.ts', import.meta.url).href;
  const code = `import { startEmbedded } from ${JSON.stringify(module)}; const dataDir = ${JSON.stringify(dataDir)}; ${lines}`;
  return spawn(process.execPath, ['--input-type=module-typescript', '--eval', code], { stdio: ['ignore', 'pipe', 'inherit'], env });
}
/** What the process prints first; throws if it ends without a word. */
async function firstLine(child: ReturnType<typeof spawn>): Promise<string> {
  const output = child.stdout as NonNullable<typeof child.stdout>;
  const [chunk] = (await Promise.race([once(output, 'data'), once(child, 'exit')])) as [Buffer | number];
  if (!Buffer.isBuffer(chunk)) throw new Error(`the process ended with ${chunk} and said nothing`);
  return chunk.toString().trim();
}

beforeAll(async () => {
  used = join(await temporaryFolder(), 'data');
  await (await startEmbedded({ dataDir: used })).stop();
});
afterAll(async () => await remove(dirname(used)));
afterEach(async () => {
  for (const server of servers.splice(0).reverse()) await server.stop();
  for (const folder of folders.splice(0)) await remove(folder);
});

describe('the built-in server', () => {
  it('starts, keeps what it was told, and starts again', async () => {
    const dataDir = await dataFolder();
    const began = performance.now();
    const first = await started(dataDir);
    const ready = performance.now();
    await ask(first, 'create table t as select 1 as n');
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    const stopped = performance.now();
    const second = await started(dataDir);
    console.log(`first start ${Math.round(ready - began)} ms, restart ${Math.round(performance.now() - stopped)} ms`);
    expect(await ask(second, 'select n from t')).toEqual([{ n: 1 }]);
  });
  it('is durable, checked, private, and the same on every machine', async () => {
    const server = await started(await usedFolder());
    const names = [
      'fsync',
      'full_page_writes',
      'synchronous_commit',
      'data_checksums',
      'listen_addresses',
      'server_encoding',
      'password_encryption',
      'TimeZone',
    ];
    const rows = await ask(server, `select ${names.map((name) => `current_setting('${name}') as "${name}"`).join(', ')}`);
    expect(rows).toEqual([
      {
        fsync: 'on',
        full_page_writes: 'on',
        synchronous_commit: 'on',
        data_checksums: 'on',
        listen_addresses: '',
        server_encoding: 'UTF8',
        password_encryption: 'scram-sha-256',
        TimeZone: 'UTC',
      },
    ]);
    expect(
      await ask(
        server,
        'select datlocprovider as provider, datlocale as locale, datcollate as collate from pg_database where datname = current_database()',
      ),
    ).toEqual([{ provider: 'b', locale: 'C.UTF-8', collate: 'C' }]);
    await ask(server, 'alter system set fsync = off');
    await ask(server, 'select pg_reload_conf()');
    expect(await ask(server, 'show fsync')).toEqual([{ fsync: 'on' }]);
    const wrong = new URL(server.connectionString);
    wrong.password = 'wrong';
    await expect(ask({ ...server, connectionString: wrong.href }, 'select 1')).rejects.toThrow(/password authentication failed/);
  });
  it('never runs as root, and lets nobody else into its folder', async () => {
    const dataDir = await usedFolder();
    const server = await started(dataDir);
    const status = await readFile(`/proc/${server.pid}/status`, 'utf8');
    const owner = isRoot ? 65_534 : process.getuid?.();
    expect(/^Uid:\s+(\d+)/m.exec(status)?.[1]).toBe(`${owner}`);
    const found = await stat(join(dataDir, 'postgresql'));
    expect([found.uid, found.mode & 0o777]).toEqual([owner, 0o700]);
  });
  it('takes a short path for its socket where the folder has a long one', async () => {
    const dataDir = join(await dataFolder(), 'long'.repeat(25));
    const server = await started(dataDir);
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    const socket = decodeURIComponent(/@([^:]+):/.exec(server.connectionString)?.[1] ?? '');
    expect(socket).toMatch(/^\/tmp\/gongze-/);
    await server.stop();
    await expect(access(socket)).rejects.toThrow(/ENOENT/);
  });
  it('says to set DATABASE_URL where there are no binaries', async () => {
    await expect(findDistribution(undefined, 'darwin-arm64')).rejects.toThrow(
      /linux-x64 only, this is darwin-arm64. Set DATABASE_URL.* · .*请把 DATABASE_URL/,
    );
    const absent = (): never => {
      throw new Error('not found');
    };
    await expect(findDistribution(absent, 'linux-x64')).rejects.toThrow(/is not installed.*DATABASE_URL.* · .*DATABASE_URL/);
  });
  it('refuses the data of another major version', async () => {
    const dataDir = await usedFolder();
    await (await started(dataDir)).stop();
    await writeFile(join(dataDir, 'postgresql', 'cluster', 'PG_VERSION'), '16\n');
    await expect(started(dataDir)).rejects.toThrow(/belong to PostgreSQL 16.* · .*属于 PostgreSQL 16/);
  });
});

describe('folders that root cannot share', () => {
  it.runIf(isRoot)('data below a private folder: the server runs in a user namespace', async () => {
    const dataDir = await usedFolder(0o700);
    const server = await started(dataDir);
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect((await stat(join(dataDir, 'postgresql', 'cluster'))).uid).toBe(0);
    await server.stop();
    // Opened later: the same data go to the unprivileged account, and back.
    await chmod(join(dataDir, '..'), 0o755);
    const open = await started(dataDir);
    expect((await stat(join(dataDir, 'postgresql', 'cluster', 'base'))).uid).toBe(65_534);
    await open.stop();
    await chmod(join(dataDir, '..'), 0o700);
    await started(dataDir);
    expect((await stat(join(dataDir, 'postgresql', 'cluster', 'base'))).uid).toBe(0);
  });
});

describe('binaries', () => {
  it('run from a package without the links of its install script; below a private folder they are copied', async () => {
    const dataDir = await usedFolder();
    const { home, version } = await findDistribution();
    const bare = { home: join(dataDir, '..', 'package', 'native'), version };
    await cp(home, bare.home, { recursive: true, filter: async (path) => !(await lstat(path)).isSymbolicLink() });
    const copied = join(dataDir, 'postgresql', `binaries-${version}`);
    const inPlace = await launch({ dataDir }, { distribution: bare });
    expect(await readlink(`/proc/${inPlace.pid}/exe`)).toBe(join(bare.home, 'bin', 'postgres'));
    await inPlace.stop();
    if (!isRoot) return;
    await chmod(join(bare.home, '..'), 0o700);
    const moved = await launch({ dataDir }, { distribution: bare });
    expect(await readlink(`/proc/${moved.pid}/exe`)).toBe(join(copied, 'bin', 'postgres'));
    await moved.stop();
  });
});

describe('two on one folder', () => {
  it('share one server when they start together; who started it stops it', async () => {
    const dataDir = await dataFolder();
    const both = await Promise.all([started(dataDir), started(dataDir)]);
    expect(both[0].pid).toBe(both[1].pid);
    expect(both.filter((server) => server.started)).toHaveLength(1);
    const [owner, guest] = both[0].started ? both : [both[1], both[0]];
    await guest.stop();
    expect(await ask(owner, 'select 1 as one')).toEqual([{ one: 1 }]);
    await owner.stop();
    expect(isAlive(owner.pid)).toBe(false);
    const left = (await readdir(join(dataDir, 'postgresql'))).filter((name) => name.includes('-'));
    expect(left).toEqual([]);
  });
  it('another process adopts the server and leaves it running', async () => {
    const dataDir = await usedFolder();
    const server = await started(dataDir);
    const child = elsewhere(dataDir, 'const s = await startEmbedded({ dataDir }); await s.stop(); console.log(s.pid, s.started);');
    expect(await firstLine(child)).toBe(`${server.pid} false`);
    await once(child, 'exit');
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
  it('the server ends with the process that started it, even when that is killed', async () => {
    const dataDir = await usedFolder();
    const child = elsewhere(dataDir, 'const s = await startEmbedded({ dataDir }); console.log(s.pid); setInterval(() => 0, 1000);');
    const pid = Number(await firstLine(child));
    expect(isAlive(pid)).toBe(true);
    child.kill('SIGKILL');
    expect(await waitForEnd(pid, 10_000)).toBe(true);
    expect((await started(dataDir)).started).toBe(true);
  });
  it('ends with a process that simply comes to its end', async () => {
    const child = elsewhere(await usedFolder(), 'const s = await startEmbedded({ dataDir }); console.log(s.pid);');
    const pid = Number(await firstLine(child));
    await once(child, 'exit');
    expect(await waitForEnd(pid, 10_000)).toBe(true);
  });
  it('a server that its killed starter left behind is adopted, and then stopped', async () => {
    const dataDir = await usedFolder();
    const commands = join(dataDir, '..', 'commands');
    await mkdir(commands);
    for (const name of ['test', 'true', 'unshare']) await symlink(`/usr/bin/${name}`, join(commands, name));
    const line = 'const s = await startEmbedded({ dataDir }); console.log(s.pid); setInterval(() => 0, 1000);';
    const child = elsewhere(dataDir, line, { ...process.env, PATH: commands });
    const pid = Number(await firstLine(child));
    child.kill('SIGKILL');
    await once(child, 'exit');
    await sleep(300);
    expect(isAlive(pid)).toBe(true);
    const server = await started(dataDir);
    expect([server.pid, server.started]).toEqual([pid, false]);
    await server.stop();
    expect(isAlive(pid)).toBe(false);
  });
  it('refuses by name a live process that is registered but does not serve the data', async () => {
    const dataDir = await usedFolder();
    const first = await started(dataDir);
    const lockFile = await readFile(join(dataDir, 'postgresql', 'cluster', 'postmaster.pid'), 'utf8');
    await first.stop();
    const account = isRoot ? { uid: 65_534, gid: 65_534 } : {};
    const stranger = spawn('sleep', ['100'], { stdio: 'ignore', ...account });
    await sleep(50);
    await writeFile(join(dataDir, 'postgresql', 'cluster', 'postmaster.pid'), lockFile.replace(/^\d+/, `${stranger.pid}`));
    try {
      await expect(started(dataDir)).rejects.toThrow(
        new RegExp(`Process ${stranger.pid} \\(sleep\\).*postmaster.pid.* · 进程 ${stranger.pid}（sleep）`),
      );
    } finally {
      stranger.kill();
    }
    await once(stranger, 'exit');
    expect((await started(dataDir)).started).toBe(true);
  });
  it('refuses a PostgreSQL that serves other data', async () => {
    const [mine, other] = [await usedFolder(), await usedFolder()];
    await (await started(mine)).stop();
    const foreign = await started(other);
    const file = (dataDir: string): string => join(dataDir, 'postgresql', 'cluster', 'postmaster.pid');
    await writeFile(file(mine), await readFile(file(other), 'utf8'));
    await expect(started(mine)).rejects.toThrow(new RegExp(`Process ${foreign.pid} \\(postgres\\)`));
    expect(await ask(foreign, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('after a crash of the starting process', () => {
  it('what an unfinished initialisation left is removed', async () => {
    const dataDir = await dataFolder();
    const left = join(dataDir, 'postgresql', 'cluster-new-999999999-0');
    await mkdir(left, { recursive: true });
    await chmod(join(dataDir, 'postgresql'), 0o700);
    await started(dataDir);
    await expect(access(left)).rejects.toThrow(/ENOENT/);
  });
});
