/** What each row of a ledger adds to the case: a new duty, other terms of a known one, a report of progress, or nothing. */
import { canonicalJson } from '@gongze/application/canonical';
import type { NewEvent } from '@gongze/application/commands/new-event';
import { faultsOfIssues } from '@gongze/application/validation/issues';
import type { ObligationState } from '@gongze/domain/cases/state';
import { type EventType, payloadSchemas } from '@gongze/domain/events/catalogue';
import { obligationIdSchema } from '@gongze/domain/events/schemas';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { ActorId, ObligationId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { CaseSource } from '../source.ts';
import type { ActorNames } from './actors.ts';
import { powerCells, type TermCells, termCells, yardstickCells } from './cells.ts';
import type { DutyKey, PowerKey, YardstickKey } from './columns.ts';
import type { CellFault, RowFault } from './faults.ts';
import type { ReadTable, TableRow } from './rows.ts';
import { latestReport } from './report.ts';
import { present, readPower, readTerms, readYardstick, RowReader } from './terms.ts';
import { changesOf, type FieldChange, recordsOf, type RowRecord } from './changes.ts';
import { completionOf, completionWords } from './words.ts';

export interface PreviewRow {
  /** From 1, as the program shows it. */
  readonly row: number;
  readonly obligation: string;
  readonly title: Bilingual | undefined;
  /** `new`: drafted or assigned · `changed`: other terms or a new report · `unchanged`: nothing to record · `faulty`. */
  readonly kind: 'new' | 'changed' | 'unchanged' | 'faulty';
  /** Terms that differ from those on record. */
  readonly changed: readonly string[];
  /** The same with the words before and after, a new report included. */
  readonly changes: readonly FieldChange[];
  /** As whom and for which day it would be recorded. */
  readonly records: readonly RowRecord[];
  readonly events: readonly NewEvent[];
}

export interface Details {
  readonly yardsticks: ReadTable<YardstickKey> | undefined;
  readonly powers: ReadTable<PowerKey> | undefined;
  readonly faults: readonly RowFault[];
}

export interface DraftContext {
  readonly source: CaseSource;
  readonly names: ActorNames;
  readonly on: IsoDate;
}

type Terms = Readonly<Record<string, unknown>>;

/** Where a fault in a term is shown. */
const columnOfTerm: Readonly<Record<string, DutyKey>> = {
  title: 'title.zh',
  deadline: 'due',
  measure: 'measure.zh',
  orElse: 'orElse.zh',
  text: 'progress.zh',
  by: 'assignedBy',
};

/** Reads every row; the faults of all rows are told together. */
export function draftRows(
  duties: ReadTable<DutyKey>,
  details: Details,
  context: DraftContext,
): { readonly rows: readonly PreviewRow[]; readonly faults: readonly RowFault[] } {
  const faults: RowFault[] = [];
  const rows: PreviewRow[] = [];
  const seen = new Map<string, number>();
  for (const row of duties.rows) {
    const drafted = new RowDraft(row, duties, details, context, seen);
    const own = drafted.draft();
    seen.set(own.obligation, row.row + 1);
    rows.push(own);
    faults.push(...drafted.faults);
  }
  return {
    rows,
    faults: [...faults, ...strayDetails(details, new Set([...seen.keys(), ...context.source.situation.state.obligations.keys()]))],
  };
}

/** Yardsticks and powers of no duty. */
function strayDetails({ yardsticks, powers }: Details, known: ReadonlySet<string>): RowFault[] {
  const stray = <K extends string>(table: ReadTable<K | 'obligation'> | undefined): RowFault[] =>
    (table?.rows ?? []).flatMap(({ row, cells }) => {
      const id = String(cells.obligation ?? '').trim();
      return known.has(id) ? [] : [table?.placed(row, { kind: 'unknownDuty', key: 'obligation', found: id }) as RowFault];
    });
  return [...stray(yardsticks), ...stray(powers)];
}

class RowDraft {
  readonly faults: RowFault[] = [];
  readonly #row: TableRow<DutyKey>;
  readonly #table: ReadTable<DutyKey>;
  readonly #details: Details;
  readonly #context: DraftContext;
  readonly #seen: ReadonlyMap<string, number>;

  constructor(
    row: TableRow<DutyKey>,
    table: ReadTable<DutyKey>,
    details: Details,
    context: DraftContext,
    seen: ReadonlyMap<string, number>,
  ) {
    this.#row = row;
    this.#table = table;
    this.#details = details;
    this.#context = context;
    this.#seen = seen;
  }

  draft(): PreviewRow {
    const { row, cells } = this.#row;
    const id = this.#id();
    const known = this.#context.source.situation.state.obligations.get(id);
    const reader = new RowReader(known === undefined ? cells : { ...this.#unmapped(known), ...cells }, this.#context.names);
    const terms = this.#terms(id, reader, known);
    const { events, changed } = known === undefined ? this.#created(id, terms, reader) : this.#amended(known, terms, reader);
    const reported = this.#progress(id, terms, reader, known);
    for (const fault of reader.faults) this.#fault(fault);
    const all = [...events, ...reported];
    if (this.faults.length === 0) for (const event of all) this.#validate(event);
    const kind = this.faults.length > 0 ? 'faulty' : known === undefined ? 'new' : all.length > 0 ? 'changed' : 'unchanged';
    return {
      row: row + 1,
      obligation: id,
      title: terms['title'] as Bilingual | undefined,
      kind,
      changed,
      changes: kind === 'changed' ? changesOf(all, known, this.#context) : [],
      records: kind === 'faulty' ? [] : recordsOf(all, this.#context),
      events: kind === 'faulty' ? [] : all,
    };
  }

  #fault(fault: CellFault): void {
    this.faults.push(this.#table.placed(this.#row.row, fault));
  }

  /** The id of the row, or one that follows from what the duty is and who owes it, so that the same row is the same duty. */
  #id(): ObligationId {
    const { cells } = this.#row;
    const given = String(cells.obligation ?? '').trim();
    if (given !== '') {
      const parsed = obligationIdSchema.safeParse(given);
      if (!parsed.success) this.#fault({ kind: 'notValid', key: 'obligation', found: given, expected: 'A–Z a–z 0–9 . _ : / -' });
      const before = this.#seen.get(given);
      if (before !== undefined) this.#fault({ kind: 'duplicate', key: 'obligation', found: given, expected: String(before) });
      return given as ObligationId;
    }
    const content = [cells['title.zh'], cells['title.en'], cells.liable, cells.lead].map((value) => String(value ?? '').trim());
    const stem = `duty-${bytesToHex(sha256(utf8ToBytes(JSON.stringify(content)))).slice(0, 12)}`;
    let id = stem;
    for (let count = 2; this.#seen.has(id); count++) id = `${stem}-${count}`;
    return id as ObligationId;
  }

  /** What stands on record where the table has no column for it. */
  #unmapped({ obligation, terms }: ObligationState): TermCells {
    const cells = termCells(obligation, terms, this.#context.names, 'zh');
    return Object.fromEntries(Object.entries(cells).filter(([key]) => !this.#table.keys.has(key as DutyKey)));
  }

  #terms(id: ObligationId, reader: RowReader<DutyKey>, known: ObligationState | undefined): Terms {
    const { yardsticks, powers } = this.#details;
    const rest = {
      yardsticks: yardsticks === undefined ? codedYardsticks(known, this.#context.names) : this.#detail(id, yardsticks, readYardstick),
      powers: powers === undefined ? codedPowers(known, this.#context.names) : this.#detail(id, powers, readPower),
    };
    return { ...readTerms(reader), ...present(rest) };
  }

  #detail<K extends string>(id: string, table: ReadTable<K | 'obligation'>, read: (row: RowReader<K>) => object): object[] | undefined {
    const own = table.rows.filter(({ cells }) => String(cells.obligation ?? '').trim() === id);
    const found = own.map(({ row, cells }) => {
      const reader = new RowReader<K>(cells, this.#context.names);
      const value = read(reader);
      for (const fault of reader.faults) this.faults.push(table.placed(row, fault));
      return value;
    });
    return found.length === 0 ? undefined : found;
  }

  #created(id: ObligationId, terms: Terms, reader: RowReader<DutyKey>): { events: NewEvent[]; changed: string[] } {
    const by = reader.actor('assignedBy');
    const acceptedBy = reader.actors('acceptedBy');
    const from = reader.plainDay('from') ?? this.#context.on;
    const event =
      by === undefined
        ? this.#event('obligationDrafted', { obligation: id, ...terms, ...present({ acceptedBy }) }, from)
        : this.#event('obligationAssigned', { obligation: id, by, terms }, from, 'superior');
    return { events: [event], changed: [] };
  }

  #amended(known: ObligationState, terms: Terms, reader: RowReader<DutyKey>): { events: NewEvent[]; changed: string[] } {
    const before = this.#codedTerms(known);
    const changes: Record<string, unknown> = {};
    for (const field of new Set([...Object.keys(before), ...Object.keys(terms)])) {
      if (same(before[field], terms[field])) continue;
      const change = changeOf(field, before[field], terms[field]);
      if (change === undefined) this.#fault({ kind: 'cannotClear', key: columnOfTerm[field] ?? field, found: '' });
      else changes[field] = change;
    }
    const changed = Object.keys(changes);
    const events =
      changed.length === 0 ? [] : [this.#event('obligationAmended', { obligation: known.obligation, terms: changes }, this.#context.on)];
    const by = this.#table.keys.has('assignedBy') ? reader.actor('assignedBy') : undefined;
    if (by !== undefined && known.assigned === undefined)
      events.push(this.#event('obligationAssigned', { obligation: known.obligation, by }, this.#context.on, 'superior'));
    else if (by !== undefined && by !== known.assigned?.by)
      this.#fault({
        kind: 'notValid',
        key: 'assignedBy',
        found: by,
        expected: { zh: '交办单位已记录，不能改写', en: 'who assigned it is on record and stays' },
      });
    return { events, changed };
  }

  /** The terms on record as they come back from cells: what a cell cannot hold is no difference. */
  #codedTerms({ obligation, terms }: ObligationState): Terms {
    const { names } = this.#context;
    const known = { terms } as ObligationState;
    const rest = { yardsticks: codedYardsticks(known, names), powers: codedPowers(known, names) };
    return { ...readTerms(new RowReader(termCells(obligation, terms, names, 'zh'), names)), ...present(rest) };
  }

  #progress(id: ObligationId, terms: Terms, reader: RowReader<DutyKey>, known: ObligationState | undefined): NewEvent[] {
    const worded = reader.text('completion');
    const completion = worded === undefined ? undefined : completionOf(worded);
    if (worded !== undefined && completion === undefined) reader.fault('notInList', 'completion', worded, completionChoices);
    const text = reader.both('progress.zh', 'progress.en');
    const before = known === undefined ? undefined : latestReport(this.#context.source, known);
    const isNew = (completion !== undefined && completion !== before?.completion) || (text !== undefined && !same(text, before?.text));
    if (!isNew) return [];
    const liable = (terms['liable'] ?? []) as readonly ActorId[];
    const by = reader.actor('reportedBy') ?? (terms['lead'] as ActorId | undefined) ?? (liable.length === 1 ? liable[0] : undefined);
    if (by === undefined) {
      reader.fault('missing', 'reportedBy', '');
      return [];
    }
    return [this.#event('progressReported', { obligation: id, by, ...present({ completion, text }) }, this.#context.on)];
  }

  #event<T extends EventType>(type: T, payload: object, on: string, initiative?: 'superior'): NewEvent {
    return {
      type,
      occurred: { first: on, last: on, precision: 'day' },
      payload,
      ...(initiative !== undefined && { initiative }),
    } as unknown as NewEvent;
  }

  #validate({ type, payload }: NewEvent): void {
    const parsed = payloadSchemas[type].safeParse(payload);
    if (parsed.success) return;
    for (const { path, expected, found } of faultsOfIssues(parsed.error.issues, payload, [])) {
      const term = String(path[0] === 'terms' ? path[1] : path[0]);
      this.#fault({ kind: 'notValid', key: columnOfTerm[term] ?? term, found, expected });
    }
  }
}

const completionChoices: Bilingual = {
  zh: `${Object.values(completionWords)
    .map(({ zh }) => zh)
    .join('、')}；若是文字说明，请把该列对应为“进展情况”`,
  en: `${Object.values(completionWords)
    .map(({ en }) => en)
    .join(', ')}; if the column holds sentences, map it to “Progress”`,
};

function same(a: unknown, b: unknown): boolean {
  return a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));
}

/** What an amendment has to say; `undefined` for a term, a yardstick or a power that was taken away. */
function changeOf(field: string, before: unknown, after: unknown): unknown {
  if (after === undefined) return undefined;
  if (field !== 'yardsticks') return after;
  const own = after as readonly { readonly yardstick: string }[];
  const old = (before ?? []) as readonly { readonly yardstick: string }[];
  if (old.some(({ yardstick }) => !own.some((kept) => kept.yardstick === yardstick))) return undefined;
  return own.filter((yardstick) => !old.some((kept) => same(kept, yardstick)));
}

function codedYardsticks(known: ObligationState | undefined, names: ActorNames): object[] | undefined {
  const own = known?.terms.yardsticks ?? [];
  if (own.length === 0) return undefined;
  return own.map((yardstick) => readYardstick(new RowReader(yardstickCells('' as ObligationId, yardstick, names, 'zh'), names)));
}

function codedPowers(known: ObligationState | undefined, names: ActorNames): object[] | undefined {
  const own = known?.terms.powers ?? [];
  if (own.length === 0) return undefined;
  return own.map((power) => readPower(new RowReader(powerCells('' as ObligationId, power, names, 'zh'), names)));
}
