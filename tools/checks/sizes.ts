/**
 * A source file of more than 300 lines asks to be split, 500 is the ceiling. The ratchet lists the files that were
 * longer when it was written: they may shrink, never grow, and leave the list once they fit.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, filesBelow } from './files.ts';

export const ceiling = 500;
export const askToSplit = 300;

/** Longest length each file above the ceiling may have. Empty, and meant to stay so. */
export const ratchet: Readonly<Record<string, number>> = {};

/** Tables (`.data.ts`) are read by row, not by screen. */
const isSource = (file: string): boolean => /\.(ts|tsx|mjs|css)$/.test(file) && !file.endsWith('.data.ts');

/** Lines of a text, the last one counting only if it holds something. */
export function lineCount(text: string): number {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.length - 1 : lines.length;
}

/** Faults, which fail the check, and warnings, which do not. */
export function judgeSizes(
  lengths: ReadonlyMap<string, number>,
  allowed: Readonly<Record<string, number>> = ratchet,
): { readonly faults: Fault[]; readonly warnings: Fault[] } {
  const faults: Fault[] = [];
  const warnings: Fault[] = [];
  for (const [file, lines] of lengths) {
    const limit = Object.hasOwn(allowed, file) ? (allowed[file] as number) : ceiling;
    if (lines > limit) {
      faults.push({
        file,
        line: lines,
        fault: `${lines} lines, ${limit} are allowed`,
        fix: 'split it by meaning, one rule or concern a file',
      });
    } else if (lines > askToSplit) {
      warnings.push({ file, line: lines, fault: `${lines} lines`, fix: `consider a split before it reaches ${ceiling}` });
    }
  }
  for (const [file, limit] of Object.entries(allowed)) {
    const lines = lengths.get(file);
    if (lines === undefined || lines <= ceiling) {
      faults.push({ file, line: 1, fault: 'needs no exception any more', fix: 'take it off the ratchet in tools/checks/sizes.ts' });
    } else if (lines < limit) {
      faults.push({ file, line: 1, fault: `shrank from ${limit} to ${lines} lines`, fix: 'write the new length into the ratchet' });
    }
  }
  return { faults, warnings };
}

export function checkSizes(root: string): { readonly faults: Fault[]; readonly warnings: Fault[] } {
  const files = filesBelow(root).filter(isSource);
  return judgeSizes(new Map(files.map((file) => [file, lineCount(readFileSync(join(root, file), 'utf8'))])));
}
