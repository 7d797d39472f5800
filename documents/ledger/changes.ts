/** What a row would change, field by field, as the ledger words it: 完成情况：有限 → 大部分. For a person to look at; nothing rests on it. */
import type { ObligationState } from '@gongze/domain/cases/state';
import type { NewEvent } from '@gongze/application/commands/new-event';
import type { ObligationTerms } from '@gongze/domain/events/schemas';
import type { Completion } from '@gongze/domain/vocabulary/levels';
import { type IsoDate, isoDateOf } from '@gongze/domain/vocabulary/dates';
import { dateText } from '@gongze/domain/stages/explain';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { CaseSource } from '../source.ts';
import type { ActorNames } from './actors.ts';
import { termCells } from './cells.ts';
import { dutyColumns, sheetNames } from './columns.ts';
import { latestReport } from './report.ts';
import { completionWords } from './words.ts';

export interface FieldChange {
  readonly field: Bilingual;
  /** `null`: nothing stood, or nothing will stand there. */
  readonly before: Bilingual | null;
  readonly after: Bilingual | null;
}

/** As whom and for which day a row is recorded; `by` only where the fact itself names it. */
export interface RowRecord {
  readonly by: Bilingual | null;
  readonly on: IsoDate;
}

interface Context {
  readonly source: CaseSource;
  readonly names: ActorNames;
}

const heading = (key: string): Bilingual => dutyColumns.find((column) => column.key === key)?.heading ?? { zh: key, en: key };

function termChanges({ obligation, terms }: ObligationState, change: Partial<ObligationTerms>, names: ActorNames): FieldChange[] {
  const { yardsticks, powers, ...rest } = change;
  const inWords = (own: ObligationTerms, key: string): Bilingual | null => {
    const [zh, en] = (['zh', 'en'] as const).map((lang) => (termCells(obligation, own, names, lang) as Record<string, unknown>)[key]);
    if (zh === undefined || zh === null) return null;
    return zh instanceof Date ? dateText(isoDateOf(zh.toISOString().slice(0, 10))) : { zh: String(zh), en: String(en) };
  };
  const isMoved = inWords(terms, 'due')?.zh !== inWords({ ...terms, ...rest }, 'due')?.zh;
  const changes = dutyColumns.flatMap(({ key, heading: field }): FieldChange[] => {
    // The day that counts was said; its readings say it again.
    if (key === 'readings' && isMoved) return [];
    const [before, after] = [inWords(terms, key), inWords({ ...terms, ...rest }, key)];
    return before?.zh === after?.zh && before?.en === after?.en ? [] : [{ field, before, after }];
  });
  const sheets: readonly (readonly [Bilingual, readonly unknown[] | undefined, readonly unknown[] | undefined])[] = [
    [sheetNames.yardsticks, terms.yardsticks, yardsticks],
    [sheetNames.powers, terms.powers, powers],
  ];
  for (const [field, before, after] of sheets) {
    if (after === undefined) continue;
    const count = (n: number): Bilingual => ({ zh: `${n}项`, en: `${n}` });
    changes.push({ field, before: count(before?.length ?? 0), after: { zh: `另有${after.length}项写定`, en: `${after.length} set` } });
  }
  return changes;
}

function reportChanges(
  { completion, text }: { readonly completion?: Completion | undefined; readonly text?: Bilingual | undefined },
  before: ReturnType<typeof latestReport> | undefined,
): FieldChange[] {
  const words = (own: string | undefined): Bilingual | null =>
    own === undefined ? null : (completionWords[own as Completion] ?? { zh: own, en: own });
  return [
    ...(completion === undefined || completion === before?.completion
      ? []
      : [{ field: heading('completion'), before: words(before?.completion), after: words(completion) }]),
    ...(text === undefined || (text.zh === before?.text?.zh && text.en === before?.text?.en)
      ? []
      : [{ field: heading('progress.zh'), before: before?.text ?? null, after: text }]),
  ];
}

/** The differences that the events of a row make to what is known; none for a duty that is new. */
export function changesOf(events: readonly NewEvent[], known: ObligationState | undefined, { source, names }: Context): FieldChange[] {
  return events.flatMap((event): FieldChange[] => {
    if (event.type === 'obligationAmended' && known !== undefined)
      return termChanges(known, event.payload.terms as Partial<ObligationTerms>, names);
    if (event.type === 'progressReported') return reportChanges(event.payload, known && latestReport(source, known));
    if (event.type === 'obligationAssigned' && known !== undefined)
      return [{ field: heading('assignedBy'), before: null, after: names.nameOf(event.payload.by) }];
    return [];
  });
}

/** Each name and day once. */
export function recordsOf(events: readonly NewEvent[], { names }: Context): RowRecord[] {
  const found = new Map<string, RowRecord>();
  for (const { payload, occurred } of events) {
    const by = 'by' in payload && typeof payload.by === 'string' ? names.nameOf(payload.by) : null;
    found.set(`${by?.zh} ${occurred.last}`, { by, on: occurred.last });
  }
  return [...found.values()];
}
