/** The ledger of a case at a date, as a workbook, as CSV, or as rows for anything else. It comes back by `previewLedger`. */
import type { Duty } from '@gongze/domain/stages/duties';
import { lightOf } from '@gongze/domain/stages/lights';
import type { Language } from '@gongze/domain/vocabulary/text';
import { type CaseSource, factOfType } from '../source.ts';
import { type ActorNames, actorNames, actorsText, actorText } from './actors.ts';
import { type Cells, dayCell, powerCells, termCells, yardstickCells } from './cells.ts';
import {
  type Column,
  dutyColumns,
  type DutyKey,
  powerColumns,
  type PowerKey,
  sheetNames,
  yardstickColumns,
  type YardstickKey,
} from './columns.ts';
import { csvText } from './csv.ts';
import { latestReport } from './report.ts';
import { type CellValue, plainText, type SheetToWrite } from './table.ts';
import { completionWords, lightWords, originWords, scheduleWords, statusWords, word } from './words.ts';
import { writeWorkbook } from './xlsx.ts';

export interface LedgerTables {
  readonly duties: readonly Cells<DutyKey>[];
  readonly yardsticks: readonly Cells<YardstickKey>[];
  readonly powers: readonly Cells<PowerKey>[];
}

/** All duties of the case in the order in which they came about. */
export function ledgerTables(source: CaseSource, lang: Language): LedgerTables {
  const names = actorNames(source.situation);
  const { duties } = source.situation;
  return {
    duties: duties.map((duty) => dutyCells(source, duty, names, lang)),
    yardsticks: duties.flatMap(({ obligation: { obligation, terms } }) =>
      (terms.yardsticks ?? []).map((own) => yardstickCells(obligation, own, names, lang)),
    ),
    powers: duties.flatMap(({ obligation: { obligation, terms } }) =>
      (terms.powers ?? []).map((own) => powerCells(obligation, own, names, lang)),
    ),
  };
}

function dutyCells(source: CaseSource, duty: Duty, names: ActorNames, lang: Language): Cells<DutyKey> {
  const { obligation } = duty;
  const { assigned, created, accepted, extension } = obligation;
  const report = latestReport(source, obligation);
  const light = lightOf(duty, source.situation.asOf, source.situation.parameters);
  return {
    ...termCells(obligation.obligation, obligation.terms, names, lang),
    ...(assigned !== undefined && { assignedBy: actorText(assigned.by, names, lang) }),
    from: dayCell(created.on),
    acceptedBy: actorsText(acceptedWithIt(source, created.id) ?? [...accepted.keys()], names, lang),
    completion: word(completionWords, report.completion as keyof typeof completionWords | undefined, lang),
    ...(report.text !== undefined && { 'progress.zh': plainText(report.text.zh), 'progress.en': plainText(report.text.en) }),
    ...(report.by !== undefined && { reportedBy: actorText(report.by, names, lang) }),
    status: word(statusWords, obligation.status, lang),
    ...(extension !== undefined && { extended: dayCell(extension.newDueOn) }),
    light: word(lightWords, light?.light, lang),
    schedule: word(scheduleWords, duty.schedule, lang),
    daysLate: duty.daysLate,
    assessment: word(completionWords, duty.assessment?.completion, lang),
  };
}

/** Parties that accepted by the act that drafted it. */
function acceptedWithIt(source: CaseSource, created: string) {
  return factOfType(source, created, 'obligationDrafted')?.payload.acceptedBy;
}

function listOf(key: string, lang: Language): readonly string[] | undefined {
  if (key === 'completion') return Object.values(completionWords).map((own) => own[lang]);
  if (key === 'origin') return Object.values(originWords).map((own) => own[lang]);
  return undefined;
}

function sheetOf<K extends string>(
  name: string,
  columns: readonly Column<K>[],
  rows: readonly Cells<K>[],
  lang: Language,
  printed = columns.length,
): SheetToWrite {
  return {
    name,
    printedColumns: printed,
    headings: columns.map(({ key, heading, width, computed }) => {
      const list = listOf(key, lang);
      return { text: heading[lang], width, computed, ...(list !== undefined && { choices: list }) };
    }),
    rows: rowsOf(columns, rows),
  };
}

function rowsOf<K extends string>(columns: readonly Column<K>[], rows: readonly Cells<K>[]): CellValue[][] {
  return rows.map((row) => columns.map(({ key }) => row[key] ?? null));
}

const printedFirst: readonly DutyKey[] = [
  'obligation',
  'title.zh',
  'title.en',
  'liable',
  'lead',
  'cooperating',
  'due',
  'measure.zh',
  'measure.en',
  'completion',
  'progress.zh',
  'progress.en',
];

/** What a reader looks at first, in his language; then what is computed, then the rest. Reading goes by headings, not by order. */
function dutyColumnsFor(lang: Language): { readonly columns: readonly Column<DutyKey>[]; readonly printed: number } {
  const all: readonly Column<DutyKey>[] = dutyColumns;
  const other = lang === 'zh' ? '.en' : '.zh';
  const first = all.filter(({ key }) => printedFirst.includes(key) && !key.endsWith(other));
  const computed = all.filter((column) => column.computed);
  const rest = all.filter((column) => !first.includes(column) && !computed.includes(column));
  return { columns: [...first, ...computed, ...rest], printed: first.length + computed.length };
}

/** A workbook with the sheets duties, yardsticks and powers; what is empty of the last two is there for filling in. */
export async function ledgerWorkbook(source: CaseSource, lang: Language): Promise<Uint8Array> {
  const { duties, yardsticks, powers } = ledgerTables(source, lang);
  const { columns, printed } = dutyColumnsFor(lang);
  return writeWorkbook(
    [
      sheetOf<DutyKey>(sheetNames.duties[lang], columns, duties, lang, printed),
      sheetOf<YardstickKey>(sheetNames.yardsticks[lang], yardstickColumns, yardsticks, lang),
      sheetOf<PowerKey>(sheetNames.powers[lang], powerColumns, powers, lang),
    ],
    source.title[lang],
  );
}

/** The duties alone; yardsticks and powers do not fit into one table, and stay as they are when it comes back. */
export function ledgerCsv(source: CaseSource, lang: Language): string {
  const { columns } = dutyColumnsFor(lang);
  return csvText([columns.map(({ heading }) => heading[lang]), ...rowsOf(columns, ledgerTables(source, lang).duties)]);
}
