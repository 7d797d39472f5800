/**
 * Results of single runs as columns, one chunk a line, written as they come: `{"variant", "from", "columns": {output: [numbers]}}` after a
 * first line that says of what. Beside it a checkpoint, replaced at once or not at all, from which a study that was interrupted goes on
 * exactly as if it had not been.
 */
import {
  appendFileSync,
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { ChunkResult } from '@gongze/studies/simulation/ensemble/chunks';
import type { Merge, MergeCheckpoint } from '@gongze/studies/simulation/ensemble/merge';
import { outputs } from '@gongze/studies/simulation/ensemble/outputs';
import type { Scenario } from '@gongze/studies/simulation/scenario/scenario';

const format = 'gongze-runs/1';

interface Checkpoint {
  readonly scenario: string;
  /** Length of the file of runs when this was written: what lies beyond is written again. */
  readonly bytes: number;
  readonly merge: MergeCheckpoint;
}

/** Chunks between two checkpoints. */
const checkpointEvery = 40;

export class RunsFile {
  readonly #path: string;
  readonly #scenario: Scenario;
  readonly #identity: string;
  #sinceCheckpoint = 0;

  constructor(path: string, scenario: Scenario) {
    this.#path = path;
    this.#scenario = scenario;
    this.#identity = JSON.stringify(scenario);
  }

  get #checkpointPath(): string {
    return `${this.#path}.checkpoint`;
  }

  /** Begins anew. */
  begin(): void {
    const head = { format, scenario: this.#scenario, outputs: outputs.map(({ name, unit, meaning }) => ({ name, unit, meaning })) };
    writeFileSync(this.#path, `${JSON.stringify(head)}\n`);
    rmSync(this.#checkpointPath, { force: true });
  }

  /** Goes on where it stopped. @returns false if there is nothing of this very scenario to go on with. */
  resume(merge: Merge): boolean {
    if (!existsSync(this.#checkpointPath) || !existsSync(this.#path)) return false;
    const kept = JSON.parse(readFileSync(this.#checkpointPath, 'utf8')) as Checkpoint;
    if (kept.scenario !== this.#identity || statSync(this.#path).size < kept.bytes) return false;
    const file = openSync(this.#path, 'r+');
    ftruncateSync(file, kept.bytes);
    closeSync(file);
    merge.restore(kept.merge);
    return true;
  }

  /** Appends chunks that were just merged, in their order. */
  append(chunks: readonly ChunkResult[], merge: Merge): void {
    for (const { variant, from, columns } of chunks) {
      const named = Object.fromEntries(
        outputs.map(({ name }, o) => [name, [...(columns[o] as Float64Array)].map((value) => (Number.isNaN(value) ? null : value))]),
      );
      appendFileSync(this.#path, `${JSON.stringify({ variant: this.#scenario.variants[variant]?.id, from, columns: named })}\n`);
    }
    this.#sinceCheckpoint += chunks.length;
    if (this.#sinceCheckpoint >= checkpointEvery) this.checkpoint(merge);
  }

  checkpoint(merge: Merge): void {
    const kept: Checkpoint = { scenario: this.#identity, bytes: statSync(this.#path).size, merge: merge.checkpoint() };
    writeFileSync(`${this.#checkpointPath}.new`, JSON.stringify(kept));
    renameSync(`${this.#checkpointPath}.new`, this.#checkpointPath);
    this.#sinceCheckpoint = 0;
  }

  /** All runs are in the file: the checkpoint has done its duty. */
  finish(): void {
    rmSync(this.#checkpointPath, { force: true });
  }
}
