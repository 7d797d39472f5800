/** The whole analysis of a table under given settings. Pure; runs in the worker. */
import { type Answer, answered } from '@gongze/studies/comparison/answer';
import { type ArgumentDesign, checkArgument, type CheckedArgument } from '@gongze/studies/comparison/matching/argument';
import { mostDifferentSameOutcome, mostSimilarDifferentOutcome, type Pair, pairsOf } from '@gongze/studies/comparison/matching/designs';
import { type MillAnswer, millsMethods } from '@gongze/studies/comparison/matching/mill';
import { calibratedTable } from '@gongze/studies/comparison/matrix/calibrated';
import { type CaseTable, caseTable, type Column } from '@gongze/studies/comparison/matrix/table';
import { type Moderation, moderations, type PartOfCause, partOfCause } from '@gongze/studies/comparison/moderation';
import {
  expressionFrom,
  fitOfConditions,
  prepare,
  productMembership,
  type QcaData,
  qcaDocument,
  type QcaDocument,
  type SolutionKind,
  type StatementFit,
  type TruthTable,
  truthTable,
} from '@gongze/studies/comparison/qca/index';
import { type Skewness, skewnessOf } from '@gongze/studies/comparison/robustness/diagnostics';
import type { LabData } from '../data/types.ts';
import { columnsUsed, expectationText, type LabSettings, recordsOf } from './settings.ts';
import { type TimeAnswer, timesOf } from './times.ts';

export interface Analysis {
  /** Memberships of all columns used; unknown where the facts do not say. */
  readonly sets: CaseTable;
  readonly truth: Answer<QcaDocument['truthTable']>;
  readonly possibleRows: number;
  readonly solutions: Readonly<Record<SolutionKind, Answer<QcaDocument>>>;
  /** Memberships of the cases in every term listed, and in the outcome as asked. */
  readonly memberships: Readonly<Record<string, readonly number[]>>;
  readonly outcome: readonly number[];
  readonly skewness: Readonly<Record<string, Skewness>>;
  readonly necessity: Answer<readonly StatementFit[]>;
  readonly pairs: Answer<{ readonly similar: readonly Pair[]; readonly different: readonly Pair[]; readonly all: number }>;
  readonly mill: Answer<MillAnswer>;
  readonly moderation: Answer<readonly Moderation[]>;
  readonly part: Answer<PartOfCause>;
  readonly argument: Answer<CheckedArgument> | undefined;
  readonly times: TimeAnswer;
}

export const modelsShown = 200;
const pairsShown = 12;
const kinds: readonly SolutionKind[] = ['complex', 'parsimonious', 'intermediate'];

export function tableOptions({ inclusionCut, contradictionCut, casesMin, priCut }: LabSettings) {
  return { inclusionCut, ...(contradictionCut !== undefined && { contradictionCut }), casesMin, priCut };
}

/** Calibrated columns, and those that are sets as they stand, in the order used. */
export function setsOf(data: LabData, settings: LabSettings): Answer<CaseTable> {
  const records = recordsOf(settings);
  const calibrated = calibratedTable(data.raw, records);
  if (!calibrated.ok) return calibrated;
  const columns = columnsUsed(settings).flatMap((name): Column[] => {
    const own = calibrated.value.columns.find((column) => column.name === name) ?? data.raw.columns.find((column) => column.name === name);
    return own === undefined ? [] : [own];
  });
  return caseTable(data.raw.cases, columns);
}

export function outcomeText({ outcome, negated }: LabSettings): string {
  return negated ? `~${outcome}` : outcome;
}

/** The truth table of the cases whose cells are all known is not the one asked for: an unknown cell is refused, and named. */
export function preparedTable(sets: CaseTable, settings: LabSettings): Answer<TruthTable> {
  const prepared = prepare(sets, { outcome: outcomeText(settings), conditions: settings.conditions });
  return prepared.ok ? truthTable(prepared.value, tableOptions(settings)) : prepared;
}

function solutionsOf(table: Answer<TruthTable>, settings: LabSettings): Analysis['solutions'] {
  const one = (solution: SolutionKind): Answer<QcaDocument> =>
    table.ok
      ? qcaDocument(table.value, {
          solution,
          modelsMax: modelsShown,
          ...(solution === 'intermediate' && { expectations: expectationText(settings) }),
        })
      : table;
  return Object.fromEntries(kinds.map((kind) => [kind, one(kind)])) as Record<SolutionKind, Answer<QcaDocument>>;
}

function membershipsOf(data: QcaData, solutions: Analysis['solutions']): Record<string, number[]> {
  const found: Record<string, number[]> = {};
  const terms = kinds.flatMap((kind) => {
    const own = solutions[kind];
    return own.ok ? own.value.models.flatMap((model) => model.terms) : [];
  });
  for (const term of new Set(terms)) {
    const expression = expressionFrom(term, data);
    const [product] = expression.ok ? expression.value : [];
    if (product !== undefined) found[term] = [...productMembership(data, product)];
  }
  return found;
}

function pairedOf(sets: CaseTable, settings: LabSettings): Analysis['pairs'] {
  const pairs = pairsOf(sets, { outcome: settings.outcome, conditions: settings.conditions });
  if (!pairs.ok) return pairs;
  return answered({
    similar: mostSimilarDifferentOutcome(pairs.value).slice(0, pairsShown),
    different: mostDifferentSameOutcome(pairs.value).slice(0, pairsShown),
    all: pairs.value.length,
  });
}

/** The article's argument, where there are just two cases: alike in the rest, different in the intervention and the outcome. */
function argumentOf(data: LabData, settings: LabSettings): Analysis['argument'] {
  const [first, second] = data.raw.cases;
  if (data.raw.cases.length !== 2 || first === undefined || second === undefined || settings.intervention === undefined) return undefined;
  const cause = settings.intervention;
  const alike = settings.conditions.filter((name) => name !== cause);
  // A quarter of the scale apart is different.
  const within = ({ id, range }: LabData['columns'][number]): [string, number] => [id, (range[1] - range[0]) / 4];
  const design: ArgumentDesign = {
    first,
    second,
    outcome: settings.outcome,
    alike,
    cause: [cause],
    alikeWithin: Object.fromEntries(data.columns.map(within)),
  };
  return checkArgument(data.raw, design);
}

export function analyse(data: LabData, settings: LabSettings): Answer<Analysis> {
  const sets = setsOf(data, settings);
  if (!sets.ok) return sets;
  const table = preparedTable(sets.value, settings);
  const solutions = solutionsOf(table, settings);
  const { outcome, conditions, intervention } = settings;
  const models = kinds.flatMap((kind) => (kind === 'parsimonious' && solutions[kind].ok ? solutions[kind].value.models : []));
  const variables = conditions.filter((name) => name !== intervention);
  const noIntervention: Answer<never> = {
    ok: false,
    refusal: {
      kind: 'noConditions',
      text: { zh: '请先选定哪一列是介入。', en: 'Say first which column is the intervention.' },
    },
  };
  const skewed = sets.value.columns.map(({ name, values }) => [name, skewnessOf(values.map((value) => value ?? 0.5))] as const);
  return answered({
    sets: sets.value,
    truth: table.ok ? answered(rowsOf(table.value)) : table,
    possibleRows: table.ok ? table.value.possible : 0,
    solutions,
    memberships: table.ok ? membershipsOf(table.value.data, solutions) : {},
    outcome: table.ok ? [...table.value.data.y] : [],
    skewness: Object.fromEntries(skewed),
    necessity: table.ok ? answered(fitOfConditions(table.value.data, 'necessity')) : table,
    pairs: pairedOf(sets.value, settings),
    mill: millsMethods(sets.value, { outcome, conditions }),
    moderation: intervention === undefined ? noIntervention : moderations(sets.value, { outcome, intervention, variables }),
    part: intervention === undefined ? noIntervention : partOfCause(sets.value, outcome, intervention, models),
    argument: argumentOf(data, settings),
    times: timesOf(data, sets.value, settings),
  });
}

function rowsOf(table: TruthTable): QcaDocument['truthTable'] {
  return table.rows.map(({ row, levels, out, n, incl, PRI, cases, deviant }) => ({
    row,
    values: levels,
    out,
    n,
    incl,
    pri: PRI,
    cases,
    deviant,
  }));
}
