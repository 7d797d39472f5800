/**
 * Checks a whole log from its files, trusting nothing but the keys of the policy: signatures, every entry, every hash of
 * every tile, the root, and the records where they are told. Memory does not grow with the log, but for one number a
 * stream.
 */
import { equalBytes, textOf, toBase64 } from '../log/bytes.ts';
import type { AttachmentCounts } from './attachments.ts';
import type { Checkpoint } from '../log/checkpoint.ts';
import { hashLength, type Sha256 } from '../log/hash.ts';
import { leafHash } from '../log/merkle.ts';
import { type AcceptedCheckpoint, type Cosigner, judgeCheckpoint, type Policy } from '../log/policy.ts';
import { decodeEntries, type TileId, tilePath, tileWidth, widthAt } from '../log/tiles.ts';
import type { ActCounts, ActWatch } from './acts.ts';
import { FaultList, type VerifyFault } from './faults.ts';
import { ahead, type LogFiles, LineReader } from './files.ts';
import { checkpointFile, recordsFile } from './format.ts';
import { RecordCheck, type RecordCounts } from './records.ts';
import { type BuiltTile, TreeBuilder } from './tree.ts';

export interface LogOptions {
  readonly policy: Policy;
  readonly sha256: Sha256;
  /**
   * `records`: leaves are leaves of records, and `records.jsonl` is checked if it is there. `leaves`: without the records.
   * `tree`: entries may be anything, as in the log of another program.
   */
  readonly depth: 'records' | 'leaves' | 'tree';
  /**
   * The files are those of a server, which may say of a record that it is for those who have signed in; no signature is judged then, and
   * whoever asked is told by `untoldText`. Anywhere else such a line is a record that was kept back.
   */
  readonly maySignIn?: boolean;
  /** Looks at the signatures of acts; only where records are told. */
  readonly acts?: ActWatch;
  /** Files asked for at once; a server far away wants more than a folder. */
  readonly readAhead?: number;
  /** How many faults are told one by one. */
  readonly faultsMax?: number;
  /** Awaited: a page can draw, and stop the check by rejecting. */
  readonly onProgress?: (entries: number, size: number) => void | Promise<void>;
}

export interface LogReport {
  readonly checkpoint: Checkpoint | undefined;
  readonly cosigned: readonly Cosigner[];
  /** Entries whose hash was computed. */
  readonly entries: number;
  /** When the last entry says that it was recorded: what came later is not in the log as it was given. */
  readonly latest?: string | undefined;
  /** `undefined` where no records were told. */
  readonly records: RecordCounts | undefined;
  /** `undefined` where no records were told, or nobody looked. */
  readonly acts?: ActCounts;
  /** Files that records name; `undefined` where no records were told. */
  readonly attachments: AttachmentCounts | undefined;
  /** The first faults. */
  readonly faults: readonly VerifyFault[];
  readonly faultsTotal: number;
}

/** The signed checkpoint of the files, judged. */
export async function readCheckpoint(files: LogFiles, policy: Policy): Promise<AcceptedCheckpoint | VerifyFault> {
  const bytes = await files.read(checkpointFile);
  if (bytes === undefined) return { kind: 'checkpointMissing' };
  const judged = judgeCheckpoint(textOf(bytes) ?? '', policy);
  return 'checkpoint' in judged ? judged : { kind: 'checkpointRefused', refusal: judged };
}

interface Leg {
  readonly tile: TileId;
  readonly hashes: Uint8Array | undefined;
  readonly bundle: Uint8Array | undefined;
}

/** One check under way. */
class LogCheck {
  readonly #files: LogFiles;
  readonly #options: LogOptions;
  readonly #faults: FaultList;
  readonly #tree: TreeBuilder;
  readonly #records: RecordCheck | undefined;
  readonly #lines: LineReader | undefined;
  #entries = 0;

  constructor(files: LogFiles, options: LogOptions, faults: FaultList, lines: LineReader | undefined) {
    this.#files = files;
    this.#options = options;
    this.#faults = faults;
    this.#tree = new TreeBuilder(options.sha256);
    this.#records =
      options.depth === 'tree'
        ? undefined
        : new RecordCheck(options.sha256, faults, {
            acts: lines === undefined ? undefined : options.acts,
            maySignIn: options.maySignIn === true,
          });
    this.#lines = lines;
  }

  async run({ size, root }: Checkpoint): Promise<Pick<LogReport, 'entries' | 'latest' | 'records' | 'acts' | 'attachments'>> {
    try {
      for await (const leg of ahead(this.#legs(size), this.#options.readAhead ?? 4)) {
        // Without its entries the tree cannot be built on; what is missing has been told.
        if (!(await this.#leg(leg))) break;
        await this.#options.onProgress?.(this.#entries, size);
      }
      if (this.#entries === size) await this.#finish(size, root);
    } finally {
      await this.#lines?.close();
    }
    const latest = this.#records?.latest;
    if (this.#lines === undefined) return { entries: this.#entries, latest, records: undefined, attachments: undefined };
    // Without the keys of offices there is nothing to say about signatures.
    const acts = this.#records?.counts.signInFirst === true ? undefined : this.#options.acts?.counts();
    const attachments = await this.#records?.files.check(this.#files, this.#faults);
    return { entries: this.#entries, latest, records: this.#records?.counts, attachments, ...(acts && { acts }) };
  }

  *#legs(size: number): Generator<() => Promise<Leg>> {
    for (let index = 0; index * tileWidth < size; index++) {
      const tile = { level: 0, index, width: widthAt(size, 0, index) };
      yield async () => {
        const [hashes, bundle] = await Promise.all([
          this.#files.read(tilePath(0, index, tile.width)),
          this.#files.read(tilePath('entries', index, tile.width)),
        ]);
        return { tile, hashes, bundle };
      };
    }
  }

  async #leg({ tile, hashes, bundle }: Leg): Promise<boolean> {
    const { index, width } = tile;
    const path = tilePath('entries', index, width);
    const entries = bundle === undefined ? undefined : decodeEntries(bundle, width);
    if (entries === undefined) {
      this.#faults.add(bundle === undefined ? { kind: 'fileMissing', path } : { kind: 'bundleMalformed', path, entries: width });
      return false;
    }
    const known = this.#tileOf(tile, hashes);
    const lines = await this.#lines?.take(width);
    const filled: BuiltTile[] = [];
    for (const [at, entry] of entries.entries()) {
      const entryIndex = index * tileWidth + at;
      const hash = leafHash(this.#options.sha256, entry);
      if (known !== undefined && !equalBytes(hash, known.subarray(at * hashLength, (at + 1) * hashLength))) {
        this.#faults.add({ kind: 'entryDiffers', index: entryIndex, path: tilePath(0, index, width) });
      }
      filled.push(...this.#tree.add(hash));
      if (lines === undefined) this.#records?.leaf(entryIndex, entry);
      else this.#records?.record(entryIndex, entry, lines[at]);
    }
    this.#entries += width;
    for (const above of filled) if (above.level > 0) await this.#compare(above);
    return true;
  }

  /** The bytes of a tile if it has the length it must have. */
  #tileOf({ level, index, width }: TileId, bytes: Uint8Array | undefined): Uint8Array | undefined {
    const path = tilePath(level, index, width);
    const expected = width * hashLength;
    if (bytes?.length === expected) return bytes;
    this.#faults.add(bytes === undefined ? { kind: 'fileMissing', path } : { kind: 'fileLength', path, bytes: bytes.length, expected });
    return undefined;
  }

  /** A tile above the leaves against the one that the entries make. */
  async #compare(built: BuiltTile): Promise<void> {
    const path = tilePath(built.level, built.index, built.width);
    const bytes = this.#tileOf(built, await this.#files.read(path));
    if (bytes === undefined || equalBytes(bytes, built.bytes)) return;
    for (let at = 0; at < built.width; at++) {
      const [from, to] = [at * hashLength, (at + 1) * hashLength];
      if (!equalBytes(bytes.subarray(from, to), built.bytes.subarray(from, to))) this.#faults.add({ kind: 'hashDiffers', path, at });
    }
  }

  async #finish(size: number, signed: Uint8Array): Promise<void> {
    for (const tile of this.#tree.partial()) if (tile.level > 0) await this.#compare(tile);
    const computed = await this.#tree.root();
    if (!equalBytes(computed, signed)) {
      this.#faults.add({ kind: 'rootDiffers', signed: toBase64(signed), computed: toBase64(computed) });
    }
    const [surplus] = (await this.#lines?.take(1)) ?? [];
    if (surplus !== undefined) this.#faults.add({ kind: 'recordsSurplus', size });
  }
}

/** Verifies the log. Rejects only where files cannot be read at all; everything wrong with them is a fault of the report. */
export async function verifyLog(files: LogFiles, options: LogOptions): Promise<LogReport> {
  const faults = new FaultList(options.faultsMax ?? 100);
  const accepted = await readCheckpoint(files, options.policy);
  if ('kind' in accepted) {
    return {
      checkpoint: undefined,
      cosigned: [],
      entries: 0,
      records: undefined,
      attachments: undefined,
      faults: [accepted],
      faultsTotal: 1,
    };
  }
  const chunks = options.depth === 'records' ? await files.stream(recordsFile) : undefined;
  const check = new LogCheck(files, options, faults, chunks && new LineReader(chunks));
  const seen = await check.run(accepted.checkpoint);
  const { checkpoint, cosigned } = accepted;
  return { checkpoint, cosigned, ...seen, faults: faults.kept, faultsTotal: faults.total };
}
