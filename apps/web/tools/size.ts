/**
 * Fails if the first page needs more than 300 kB of gzipped JavaScript: the entry, everything it imports, and the
 * largest page with everything that page imports. Further chunks are fetched when a tab is first opened.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 300;
const dist = join(import.meta.dirname, '..', 'dist');
const manifestFile = join(dist, '.vite', 'manifest.json');

interface Chunk {
  readonly file: string;
  readonly src?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

function sizeKb(file: string): number {
  return gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1000;
}

/** Keys of a chunk and of all it imports before it runs. */
function closure(manifest: Manifest, key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const imported of manifest[key]?.imports ?? []) closure(manifest, imported, seen);
  return seen;
}

function filesOf(manifest: Manifest, keys: Iterable<string>): string[] {
  return [...new Set([...keys].map((key) => manifest[key]?.file).filter((file) => file?.endsWith('.js')))] as string[];
}

function main(): number {
  if (!existsSync(manifestFile)) {
    console.error('dist/.vite/manifest.json is missing. Fix: npm run build -w @gongze/web');
    return 1;
  }
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry);
  if (entry === undefined) throw new Error('bug: the manifest has no entry');
  const total = (files: readonly string[]) => files.reduce((sum, file) => sum + sizeKb(file), 0);
  const base = closure(manifest, entry);
  const pages = [...base].flatMap((key) => manifest[key]?.dynamicImports ?? []).filter((key) => key.startsWith('src/pages/'));
  let worst = 0;
  for (const page of pages) {
    const size = total(filesOf(manifest, closure(manifest, page, new Set(base))));
    worst = Math.max(worst, size);
    console.log(`${page}: initial JavaScript ${size.toFixed(1)} kB gzipped`);
  }
  for (const file of filesOf(manifest, Object.keys(manifest)).sort((a, b) => sizeKb(b) - sizeKb(a)))
    console.log(`  ${sizeKb(file).toFixed(1).padStart(7)} kB  ${file}`);
  if (worst <= LIMIT_KB) return 0;
  console.error(
    `Initial JavaScript is ${worst.toFixed(1)} kB gzipped, the limit is ${LIMIT_KB} kB. Fix: load what the first page does not need with import().`,
  );
  return 1;
}

process.exitCode = main();
