/** The files that the checks look at: what belongs to the tree, whether or not it is committed yet. */
import { readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the checkout. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const notOurs = new Set(['node_modules', 'dist', 'coverage', '.git', '.tmp', '.gongze-data']);

/** Paths of all files below `folder`, relative to it, with `/`, sorted. What is generated or installed is left out. */
export function filesBelow(folder: string): string[] {
  const found: string[] = [];
  const visit = (directory: string): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (notOurs.has(entry.name)) continue;
      const path = join(directory, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile() && !entry.name.endsWith('.log')) found.push(relative(folder, path).split(sep).join('/'));
    }
  };
  visit(folder);
  return found.sort();
}

/** Something a check objects to. `fix` says what would be right. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly fault: string;
  readonly fix: string;
}

/** `file:line  fault. Fix: fix`, as an editor can follow. */
export function faultText({ file, line, fault, fix }: Fault): string {
  return `${file}:${line}  ${fault}. Fix: ${fix}`;
}
