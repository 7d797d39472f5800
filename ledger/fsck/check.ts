/** A whole ledger checked, wherever its rows come from. */
import type { Checkpoint } from '../log/checkpoint.ts';
import { AttachmentCheck } from './attachments.ts';
import { FactCheck } from './facts.ts';
import type { Finding } from './findings.ts';
import { PlaceCheck } from './places.ts';
import type { AttachmentRow, CaseRow, CheckpointRow, FactRow, PlaceRow, StreamRow, TileRow } from './rows.ts';

/** The tables, each in the order of its key. A reader may hold one batch at a time. */
export interface LedgerTables {
  readonly facts: () => AsyncIterable<readonly FactRow[]>;
  readonly streams: () => AsyncIterable<readonly StreamRow[]>;
  readonly cases: () => AsyncIterable<readonly CaseRow[]>;
  readonly checkpoints: () => AsyncIterable<readonly CheckpointRow[]>;
  readonly places: () => AsyncIterable<readonly PlaceRow[]>;
  readonly tiles: () => AsyncIterable<readonly TileRow[]>;
  readonly attachments: () => AsyncIterable<readonly AttachmentRow[]>;
}

/** A checkpoint that stands elsewhere: in a receipt, with a witness, in an earlier backup. */
export interface ForeignCheckpoint {
  readonly note: string;
  readonly from: string;
}

export interface Checked {
  readonly findings: readonly Finding[];
  readonly facts: number;
  /** Facts without a place in the log yet. */
  readonly waiting: number;
  /** Entries of the log. */
  readonly size: number;
  readonly checkpoints: number;
  /** Attached files, each hashed. */
  readonly files: number;
  /** Files that imported facts name and that were never here. */
  readonly filesElsewhere: number;
}

const findingsMax = 1000;

async function gathered<Row>(batches: AsyncIterable<readonly Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
}

/** `signed`: the checkpoint of a note whose signatures all hold. */
export async function checkLedger(
  tables: LedgerTables,
  signed: (note: string) => Checkpoint | undefined,
  foreign: readonly ForeignCheckpoint[] = [],
): Promise<Checked> {
  const findings: Finding[] = [];
  const report = (kind: Finding['kind'], at: string): void => {
    if (findings.length < findingsMax) findings.push({ kind, at });
  };
  const attachmentCheck = new AttachmentCheck(report);
  const factCheck = new FactCheck(report, (record) => attachmentCheck.fact(record));
  const placeCheck = new PlaceCheck(report, signed);
  for await (const batch of tables.facts()) for (const row of batch) factCheck.fact(row);
  factCheck.streams(await gathered(tables.streams()));
  factCheck.cases(await gathered(tables.cases()));
  let checkpoints = 0;
  for await (const batch of tables.checkpoints()) {
    for (const row of batch) placeCheck.checkpoint(row);
    checkpoints += batch.length;
  }
  for (const { note, from } of foreign) placeCheck.foreign(note, from);
  for await (const batch of tables.places()) for (const row of batch) placeCheck.place(row);
  placeCheck.tiles(await gathered(tables.tiles()));
  placeCheck.end();
  for await (const batch of tables.attachments()) for (const row of batch) attachmentCheck.part(row);
  attachmentCheck.end();
  const facts = [...factCheck.sizes.values()].reduce((sum, size) => sum + size, 0);
  return {
    findings,
    facts,
    waiting: Math.max(0, facts - placeCheck.size),
    size: placeCheck.size,
    checkpoints,
    files: attachmentCheck.files,
    filesElsewhere: attachmentCheck.elsewhere,
  };
}
