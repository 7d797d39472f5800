/** Tampering: every way of changing one byte of a table that the database could hold, and the tables as arrays to do it in. */
import { randomOf } from '../../domain/testing/histories.ts';
import { type Checked, checkLedger, type ForeignCheckpoint, type LedgerTables } from '../fsck/check.ts';
import type { PlaceRow } from '../fsck/rows.ts';
import type { Checkpoint } from '../log/checkpoint.ts';

type Cell = string | number | Uint8Array | null;
export type Row = Record<string, Cell>;

/** Tables by name; `places` is `ledger.sequence` without the leaf, which is a column of the facts. */
export type Image = Record<'facts' | 'streams' | 'cases' | 'checkpoints' | 'places' | 'tiles' | 'attachments', Row[]>;

/** Bytes of the numbers as the database stores them. */
const numberBytes: Readonly<Record<string, number>> = {
  'facts.version': 4,
  'streams.size': 4,
  'places.index': 8,
  'places.version': 4,
  'checkpoints.number': 8,
  'checkpoints.size': 8,
  'tiles.level': 2,
  'tiles.index': 8,
  'attachments.part': 4,
};

export async function imageOf(tables: LedgerTables): Promise<Image> {
  const all = async (batches: AsyncIterable<readonly object[]>): Promise<Row[]> => {
    const rows: Row[] = [];
    for await (const batch of batches) rows.push(...(batch as Row[]));
    return rows;
  };
  const places = await all(tables.places());
  return {
    facts: await all(tables.facts()),
    streams: await all(tables.streams()),
    cases: await all(tables.cases()),
    checkpoints: await all(tables.checkpoints()),
    places: places.map(({ leaf: _leaf, ...place }) => place),
    tiles: await all(tables.tiles()),
    attachments: await all(tables.attachments()),
  };
}

const keys: Readonly<Record<keyof Image, readonly string[]>> = {
  facts: ['stream_id', 'version'],
  streams: ['stream_id'],
  cases: ['case_id'],
  checkpoints: ['number'],
  places: ['index'],
  tiles: ['level', 'index'],
  attachments: ['sha256', 'part'],
};

/** In the order in which the database would return it. */
function ordered(name: keyof Image, rows: readonly Row[]): Row[] {
  const before = (a: Cell | undefined, b: Cell | undefined): number => {
    if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
    return Number(a) - Number(b);
  };
  return rows.toSorted((a, b) => keys[name].map((key) => before(a[key], b[key])).find((order) => order !== 0) ?? 0);
}

async function* one(rows: readonly Row[]): AsyncGenerator<never[]> {
  yield rows as never[];
}

export async function checkImage(
  image: Image,
  signed: (note: string) => Checkpoint | undefined,
  foreign: readonly ForeignCheckpoint[] = [],
): Promise<Checked> {
  const leaves = new Map(image.facts.map((row) => [`${String(row['stream_id'])}\0${String(row['version'])}`, row['leaf']]));
  const places = ordered('places', image.places).map((row) => ({
    ...row,
    leaf: leaves.get(`${String(row['stream_id'])}\0${String(row['version'])}`) ?? null,
  })) as unknown as PlaceRow[];
  return await checkLedger(
    {
      facts: () => one(ordered('facts', image.facts)),
      streams: () => one(ordered('streams', image.streams)),
      cases: () => one(ordered('cases', image.cases)),
      checkpoints: () => one(ordered('checkpoints', image.checkpoints)),
      places: () => one(places as unknown as Row[]),
      tiles: () => one(ordered('tiles', image.tiles)),
      attachments: () => one(ordered('attachments', image.attachments)),
    },
    signed,
    foreign,
  );
}

export interface Flip {
  readonly table: keyof Image;
  readonly row: number;
  readonly column: string;
  readonly value: Cell;
}

/** Another text that differs in one byte; `undefined` where the database would not take it for text. */
function flippedText(text: string, at: number, byte: number): string | undefined {
  const bytes = Buffer.from(text);
  if (byte === 0 || bytes[at] === byte) return undefined;
  bytes[at] = byte;
  const flipped = bytes.toString('utf8');
  return Buffer.from(flipped).equals(bytes) ? flipped : undefined;
}

function flippedNumber(value: number, bytes: number, at: number, byte: number): number | undefined {
  const view = Buffer.alloc(8);
  view.writeBigInt64BE(BigInt(value));
  if (view[8 - bytes + at] === byte) return undefined;
  view[8 - bytes + at] = byte;
  return bytes === 8 ? Number(view.readBigInt64BE()) : view.readIntBE(8 - bytes, bytes);
}

/** Every byte of every column of every row is as likely as any other. The seed is the whole run. */
export function flipsOf(image: Image, seed: number): () => Flip {
  const random = randomOf(seed);
  const cells = (Object.keys(image) as (keyof Image)[]).flatMap((table) =>
    image[table].flatMap((row, at) =>
      Object.entries(row).map(([column, value]) => {
        const size =
          typeof value === 'string'
            ? Buffer.byteLength(value)
            : typeof value === 'number'
              ? (numberBytes[`${table}.${column}`] ?? 0)
              : (value?.length ?? 0);
        if (size === 0) throw new Error(`bug: ${table}.${column} has no bytes`);
        return { table, row: at, column, value, size };
      }),
    ),
  );
  const ends: number[] = [];
  for (const { size } of cells) ends.push((ends.at(-1) ?? 0) + size);
  const total = ends.at(-1) ?? 0;
  const pick = (): Flip | undefined => {
    const at = Math.floor(random() * total);
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) > at) high = middle;
      else low = middle + 1;
    }
    const cell = cells[low];
    if (cell === undefined) throw new Error('bug: no cell');
    const { table, row, column, value, size } = cell;
    const [offset, byte] = [at - ((ends[low] as number) - size), Math.floor(random() * 256)];
    if (typeof value === 'string') {
      const text = flippedText(value, offset, byte);
      return text === undefined ? undefined : { table, row, column, value: text };
    }
    if (typeof value === 'number') {
      const number = flippedNumber(value, size, offset, byte);
      return number === undefined ? undefined : { table, row, column, value: number };
    }
    if (value === null || value[offset] === byte) return undefined;
    const bytes = Buffer.from(value);
    bytes[offset] = byte;
    return { table, row, column, value: bytes };
  };
  return () => {
    for (;;) {
      const flip = pick();
      if (flip !== undefined) return flip;
    }
  };
}

/** Applies a flip in place; returns how to undo it. */
export function apply(image: Image, { table, row, column, value }: Flip): () => void {
  const target = image[table][row] as Row;
  const before = target[column] as Cell;
  target[column] = value;
  return () => {
    target[column] = before;
  };
}
