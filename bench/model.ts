/**
 * What the model and the games cost: the kernel beside the same kernel in C, built here where a compiler is present, and the rest
 * against its own bounds. One thread, one run, side by side; prints machine, versions and what was not measured. `--small` for CI.
 *
 * Gates (exit code 1): the ratio to C, and the bounds of the games, the analysis and the memory, each the quietest of some readings.
 * The gain of a second worker is printed only: it says as much about what else the machine does.
 */
import { cpus } from 'node:os';
import { kernelRows } from './model/kernel.ts';
import { analysisRows, gameRows, memoryRow, workerRows } from './model/rest.ts';
import type { Row } from './model/row.ts';

const small = process.argv.includes('--small');
console.log(`node ${process.version}, ${cpus()[0]?.model ?? 'unknown CPU'}, ${cpus().length} cores`);

let failed = false;
async function show(rows: Promise<readonly Row[]> | readonly Row[]): Promise<void> {
  for (const { name, value, unit, bound, holds } of await rows) {
    failed ||= holds === false;
    const mark = holds === undefined ? '    ' : holds ? 'ok  ' : 'FAIL';
    console.log(`${mark} ${name}: ${value}${unit === '' ? '' : ` ${unit}`}${bound === undefined ? '' : ` (${bound})`}`);
  }
}
await show(kernelRows(small));
await show(gameRows(small));
await show(analysisRows());
await show(workerRows(small));
await show(memoryRow(small));
process.exitCode = failed ? 1 : 0;
