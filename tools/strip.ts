/**
 * Takes out of an installation what only its makers need: tests, their helpers, benches, tools. `node tools/strip.ts FOLDER`; the
 * image of the product runs it on itself. That the product imports none of it is a rule of `npm run check:imports`.
 */
import { readdirSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const folders = /^(?:bench|tools|docs|deploy|\.ci|\.git|\.github|examples)$|(?:^|\/)(?:testing|e2e|test)$/;
const files = /\.test\.tsx?$|^(?:vitest\.config\.ts|knip\.json|biome\.json|\.dependency-cruiser\.mjs)$/;

/** Whether a file or folder, named from the root with `/`, is for the makers only. */
export function isForMakers(path: string): boolean {
  return folders.test(path) || files.test(path);
}

/** What there is for the makers below a folder, topmost names only; packages of others are left as they came. */
export function forMakersIn(root: string, folder: string = root): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name === 'node_modules') return [];
    if (isForMakers(relative(root, path).split(sep).join('/'))) return [path];
    return entry.isDirectory() ? forMakersIn(root, path) : [];
  });
}

if (import.meta.main) {
  const [root] = process.argv.slice(2);
  if (root === undefined) throw new Error('node tools/strip.ts FOLDER');
  for (const path of forMakersIn(root)) rmSync(path, { recursive: true });
}
