/**
 * A replication package: the data, the settings, and a script of R that gives the same with the packages of the field.
 * Names are quoted, numbers written in full; nothing depends on the machine.
 */
import type { Calibration } from './calibration/calibrate.ts';
import type { CalibrationRecord } from './matrix/calibrated.ts';
import type { CaseTable } from './matrix/table.ts';
import type { DocumentOptions } from './qca/document.ts';
import type { TruthTable } from './qca/truthTable.ts';

export interface ReplicationFile {
  readonly name: string;
  readonly content: string;
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as CSV, the cases first; unknown cells are NA. */
export function csvOf({ cases, columns }: CaseTable): string {
  const header = ['case', ...columns.map(({ name }) => name)].map(csvField).join();
  const lines = cases.map((name, at) => [csvField(name), ...columns.map(({ values }) => String(values[at] ?? 'NA'))].join());
  return `${[header, ...lines].join('\n')}\n`;
}

/** A text as R writes it. */
function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function vector(values: readonly number[]): string {
  return values.length === 1 ? String(values[0]) : `c(${values.join(', ')})`;
}

function calibrateCall(calibration: Calibration): string {
  switch (calibration.method) {
    case 'crisp':
      return `type = "crisp", thresholds = ${vector(calibration.thresholds)}`;
    case 'indirect':
      return `method = "indirect", thresholds = ${vector(calibration.thresholds)}`;
    case 'relative':
      return 'method = "TFR"';
    case 'bell': {
      const { left, right, below, above } = calibration;
      const six = [left.exclusion, left.crossover, left.inclusion, right.inclusion, right.crossover, right.exclusion];
      return `thresholds = ${vector(six)}, below = ${below}, above = ${above}`;
    }
    default: {
      const { exclusion, crossover, inclusion } = calibration;
      const anchors = `thresholds = "e=${exclusion}, c=${crossover}, i=${inclusion}"`;
      if (calibration.method === 'logistic') return `${anchors}, idm = ${calibration.anchorMembership}`;
      if (calibration.method === 'distribution') return `${anchors}, logistic = FALSE, ecdf = TRUE`;
      return `${anchors}, logistic = FALSE, below = ${calibration.below}, above = ${calibration.above}`;
    }
  }
}

/** Sets made from measures, then columns that are sets as they stand. */
function dataLines(records: readonly CalibrationRecord[], used: readonly string[]): string[] {
  if (records.length === 0) return ['data <- read.csv("data.csv", row.names = 1, check.names = FALSE)'];
  return [
    'raw <- read.csv("raw.csv", row.names = 1, check.names = FALSE)',
    'data <- data.frame(row.names = rownames(raw))',
    ...records.flatMap(({ column, set, calibration, reason, decidedOn }) => [
      `# ${reason.en.replaceAll(/\s+/g, ' ')} (${decidedOn})`,
      `data[[${quoted(set)}]] <- calibrate(raw[[${quoted(column)}]], ${calibrateCall(calibration)})`,
    ]),
    ...used.filter((name) => !records.some(({ set }) => set === name)).map((name) => `data[[${quoted(name)}]] <- raw[[${quoted(name)}]]`),
  ];
}

function minimiseCall(options: DocumentOptions): string {
  const include = options.include ?? (options.solution === 'complex' ? [] : ['?']);
  const parts = [
    'tt',
    ...(include.length > 0 ? [`include = ${quoted(include.join(', '))}`] : []),
    ...(options.explain ? [`explain = ${quoted(options.explain.join(', '))}`] : []),
    ...(options.solution === 'intermediate' ? [`dir.exp = ${quoted(options.expectations ?? '')}`] : []),
    ...(options.rowDominance ? ['row.dom = TRUE'] : []),
    ...(options.irredundant ? ['all.sol = TRUE'] : []),
    'details = TRUE',
  ];
  return `minimize(${parts.join(', ')})`;
}

/** The script. Its truth table and solutions are those of the settings, but for the defects of R that docs/qca-coverage.md names. */
export function rScript({ data, settings }: TruthTable, options: DocumentOptions, records: readonly CalibrationRecord[] = []): string {
  const cuts = settings.contradictionCut === undefined ? [settings.inclusionCut] : [settings.inclusionCut, settings.contradictionCut];
  const table = [
    'data',
    `outcome = ${quoted(data.outcome)}`,
    `conditions = ${quoted(data.names.join(', '))}`,
    `incl.cut = ${vector(cuts)}`,
    `n.cut = ${settings.casesMin}`,
    `pri.cut = ${settings.priCut}`,
    ...(settings.exclude.length > 0 ? [`exclude = ${vector(settings.exclude)}`] : []),
    'show.cases = TRUE',
  ];
  return [
    '# Needs the package QCA, 3.23 or later: install.packages("QCA")',
    'library(QCA)',
    '',
    ...dataLines(records, [...data.names, data.outcomeName]),
    '',
    `tt <- truthTable(${table.join(', ')})`,
    'print(tt)',
    '',
    `print(${minimiseCall(options)})`,
    '',
  ].join('\n');
}

export interface ReplicationInput {
  readonly sets: CaseTable;
  readonly table: TruthTable;
  readonly options: DocumentOptions;
  /** The measures behind the sets, and how they became sets. */
  readonly raw?: CaseTable;
  readonly records?: readonly CalibrationRecord[];
}

/** The files of the package: data.csv, settings.json, analysis.R, and raw.csv where sets were calibrated. */
export function replicationPackage({ sets, table, options, raw, records = [] }: ReplicationInput): ReplicationFile[] {
  const { outcome, names } = table.data;
  const settings = { outcome, conditions: names, ...table.settings, ...options, calibration: records };
  return [
    { name: 'data.csv', content: csvOf(sets) },
    ...(raw && records.length > 0 ? [{ name: 'raw.csv', content: csvOf(raw) }] : []),
    { name: 'settings.json', content: `${JSON.stringify(settings, null, 2)}\n` },
    { name: 'analysis.R', content: rScript(table, options, raw ? records : []) },
  ];
}
