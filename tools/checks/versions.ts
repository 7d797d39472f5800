/**
 * Versions stand in the root package.json, exact; a workspace says `*`. So an upgrade is one line, and two
 * workspaces cannot drift apart.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, filesBelow } from './files.ts';

type Dependencies = Readonly<Record<string, string>>;
export interface Manifest {
  readonly name?: string;
  readonly dependencies?: Dependencies;
  readonly devDependencies?: Dependencies;
  readonly optionalDependencies?: Dependencies;
  readonly peerDependencies?: Dependencies;
}

const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

function entries(manifest: Manifest): [string, string][] {
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = manifest;
  return [dependencies, devDependencies, optionalDependencies, peerDependencies].flatMap((table) => Object.entries(table ?? {}));
}

/** `manifests`: path → manifest; the root is `package.json`. */
export function judgeVersions(manifests: ReadonlyMap<string, Manifest>): Fault[] {
  const faults: Fault[] = [];
  const rootManifest = manifests.get('package.json') ?? {};
  const known = new Set([...entries(rootManifest).map(([name]) => name), ...[...manifests.values()].map((manifest) => manifest.name)]);
  for (const [file, manifest] of manifests) {
    for (const [name, version] of entries(manifest)) {
      if (file === 'package.json') {
        if (!exact.test(version)) faults.push({ file, line: 1, fault: `${name} "${version}" is not exact`, fix: 'write one version' });
      } else if (version !== '*') {
        faults.push({
          file,
          line: 1,
          fault: `${name} "${version}" is a second place for a version`,
          fix: 'write "*" and the version in the root',
        });
      } else if (!known.has(name)) {
        faults.push({ file, line: 1, fault: `${name} has no version in the root package.json`, fix: 'add it there' });
      }
    }
  }
  return faults;
}

export function checkVersions(root: string): Fault[] {
  const files = filesBelow(root).filter((file) => file === 'package.json' || file.endsWith('/package.json'));
  return judgeVersions(new Map(files.map((file) => [file, JSON.parse(readFileSync(join(root, file), 'utf8')) as Manifest])));
}
