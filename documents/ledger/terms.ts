/** From the cells of a row to what the domain's schemas ask for. Faults are collected: one reading tells them all. */
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { type ActorNames, readActors } from './actors.ts';
import type { Cells } from './cells.ts';
import type { DutyKey, PowerKey, YardstickKey } from './columns.ts';
import { readDay } from './days.ts';
import type { CellFault } from './faults.ts';
import { plainText } from './table.ts';
import { identifierOf, originWords } from './words.ts';

/** Reads the cells of one row; `undefined` stands for an empty cell and for one with a fault, which is then listed. */
export class RowReader<K extends string> {
  readonly faults: CellFault<K>[] = [];
  readonly #cells: Cells<K>;
  readonly #names: ActorNames;

  constructor(cells: Cells<K>, names: ActorNames) {
    this.#cells = cells;
    this.#names = names;
  }

  fault(kind: CellFault['kind'], key: K, found: string, expected?: CellFault['expected']): undefined {
    this.faults.push({ kind, key, found, ...(expected !== undefined && { expected }) });
    return undefined;
  }

  text(key: K): string | undefined {
    const value = this.#cells[key];
    if (value === null || value === undefined) return undefined;
    const text = value instanceof Date ? value.toISOString().slice(0, 10) : plainText(String(value));
    return text === '' ? undefined : text;
  }

  required(key: K): string | undefined {
    return this.text(key) ?? this.fault('missing', key, '');
  }

  /** One language stands for both where the other is empty. */
  both(zhKey: K, enKey: K): Bilingual | undefined {
    const zh = this.text(zhKey);
    const en = this.text(enKey);
    const either = zh ?? en;
    return either === undefined ? undefined : { zh: zh ?? either, en: en ?? either };
  }

  number(key: K): number | undefined {
    const value = this.#cells[key];
    const text = this.text(key);
    if (typeof value === 'number' || text === undefined) return typeof value === 'number' ? value : undefined;
    return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : this.fault('notANumber', key, text);
  }

  actors(key: K): readonly ActorId[] | undefined {
    const text = this.text(key);
    if (text === undefined) return undefined;
    const read = readActors(text, this.#names);
    return read.ok ? read.actors : this.fault(read.fault, key, read.found, read.ids.slice(0, 5).join(', '));
  }

  actor(key: K): ActorId | undefined {
    const actors = this.actors(key);
    if (actors === undefined || actors.length === 1) return actors?.[0];
    return this.fault('notReadable', key, this.text(key) ?? '', '610100');
  }

  day(key: K): ReturnType<typeof readDay> {
    const value = this.#cells[key] ?? null;
    const text = this.text(key);
    if (text === undefined) return undefined;
    return readDay(value instanceof Date ? value : text) ?? this.fault('notADay', key, text);
  }

  plainDay(key: K): string | undefined {
    const day = this.day(key);
    return day === 'withoutEnd' ? this.fault('notADay', key, this.text(key) ?? '') : day?.day;
  }

  json(key: K): unknown {
    const text = this.text(key);
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return this.fault('notReadable', key, text, '{"from":"2025-01-01", …}');
    }
  }

  /** `name=value; name=value` */
  pairs(key: K, example: string): [string, string][] | undefined {
    const text = this.text(key);
    if (text === undefined) return undefined;
    const pairs = text
      .split(/[;；\n]/)
      .map((pair) => pair.trim())
      .filter((pair) => pair !== '')
      .map((pair) => /^(.+?)\s*[=＝]\s*(.+)$/.exec(pair));
    if (pairs.some((pair) => pair === null)) return this.fault('notReadable', key, text, example);
    return pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']);
  }

  numbers(key: K, example: string): [string, number][] | undefined {
    const pairs = this.pairs(key, example)?.map(([name, text]): [string, number] => [name, share(text)]);
    if (pairs?.some(([, value]) => Number.isNaN(value))) return this.fault('notReadable', key, this.text(key) ?? '', example);
    return pairs;
  }
}

function share(text: string): number {
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
}

/** Leaves out what is not there. */
export function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

function readDeadline(row: RowReader<DutyKey>): unknown {
  const due = row.day('due');
  const text = row.both('deadline.zh', 'deadline.en');
  const readings = row.pairs('readings', '2025-06=2025-06-30*')?.map(([reading, day]) => ({ reading, day }));
  const recurs = row.text('recurs');
  const basis = row.json('basis');
  if (due === undefined || due === 'withoutEnd') {
    if (readings === undefined) return undefined;
    return due === 'withoutEnd' ? undefined : row.fault('missing', 'due', '');
  }
  const worded = row.text('due') ?? '';
  const rest = { ...present({ basis }), ...(recurs !== undefined && { recurs: readRecurs(row, recurs) }) };
  if (readings === undefined) {
    const both = due.strict === undefined ? [{ reading: 'day', dueOn: due.day }] : strictAndLenient(due.strict, due.day);
    return { text: text ?? { zh: worded, en: worded }, readings: both, defaultReading: both.at(-1)?.reading, ...rest };
  }
  const marked = readings.find(({ day }) => day.endsWith('*')) ?? readings[0];
  // The day in its own column is the one a reader edits: it stands for the reading that counts.
  return {
    text: text ?? { zh: worded, en: worded },
    readings: readings.map((own) => ({ reading: own.reading, dueOn: own === marked ? due.day : own.day.replace(/\*$/, '') })),
    defaultReading: marked?.reading,
    ...rest,
  };
}

function strictAndLenient(strict: string, lenient: string) {
  return [
    { reading: 'strict', dueOn: strict },
    { reading: 'lenient', dueOn: lenient },
  ];
}

function readRecurs(row: RowReader<DutyKey>, text: string): unknown {
  const match = /^(\d+)\s*(month|year)s?(?:\s*[;；]\s*(\d{4}-\d{2}-\d{2}))?$/.exec(text);
  if (match === null) return row.fault('notReadable', 'recurs', text, '3 month; 2026-12-31');
  return { every: Number(match[1]), unit: match[2], ...(match[3] !== undefined && { until: match[3] }) };
}

/** Terms as the schema's input; what the schema objects to is told by whoever parses it. */
export function readTerms(row: RowReader<DutyKey>): object {
  const title = row.both('title.zh', 'title.en');
  if (title === undefined) row.fault('missing', 'title.zh', '');
  const lead = row.actor('lead');
  const liable = row.actors('liable') ?? (lead === undefined ? undefined : [lead]);
  if (liable === undefined && !row.faults.some(({ key }) => key === 'liable' || key === 'lead')) row.fault('missing', 'liable', '');
  const assignedBy = row.text('assignedBy');
  const origin = row.text('origin');
  const known = origin === undefined ? undefined : identifierOf(originWords, origin);
  if (origin !== undefined && known === undefined) row.fault('notInList', 'origin', origin, '议定 / agreed, 交办 / assigned');
  const shares = row.numbers('shares', '610100=0.6; 610400=0.4');
  return present({
    title,
    topic: row.text('topic'),
    agreement: row.text('agreement'),
    clause: row.text('clause'),
    origin: known ?? (assignedBy === undefined ? 'agreed' : 'assigned'),
    liable,
    lead,
    cooperating: row.actors('cooperating'),
    shares: shares && Object.fromEntries(shares),
    beneficiaries: row.actors('beneficiaries'),
    measure: row.both('measure.zh', 'measure.en'),
    deadline: readDeadline(row),
    orElse: row.both('orElse.zh', 'orElse.en'),
    weight: row.number('weight'),
  });
}

export function readYardstick(row: RowReader<YardstickKey>): object {
  const baselineValue = row.number('baselineValue');
  const path = row.numbers('path', '2014-12-31=0.35; 2015-12-31=0.65');
  return present({
    yardstick: row.required('yardstick'),
    indicator: row.required('indicator'),
    title: row.both('title.zh', 'title.en'),
    subject: row.actor('subject') ?? (row.text('subject') === undefined ? row.fault('missing', 'subject', '') : undefined),
    unit: row.required('unit'),
    baseline:
      baselineValue === undefined
        ? undefined
        : { value: baselineValue, period: present({ first: row.plainDay('baselineFirst'), last: row.plainDay('baselineLast') }) },
    target: present({ kind: row.required('targetKind'), value: row.number('target') }),
    direction: row.required('direction'),
    dueOn: row.plainDay('due'),
    path: path?.map(([on, value]) => ({ on, share: value })),
    pathConvention: row.both('convention.zh', 'convention.en'),
  });
}

export function readPower(row: RowReader<PowerKey>): object {
  return present({
    power: row.required('power'),
    holder: row.actor('holder') ?? (row.text('holder') === undefined ? row.fault('missing', 'holder', '') : undefined),
    effect: row.required('effect'),
    condition: row.both('condition.zh', 'condition.en'),
    until: row.plainDay('until'),
  });
}
