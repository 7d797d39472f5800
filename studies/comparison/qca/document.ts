/** The analysis as one document: what the command line prints as JSON and what the page shows. Described in docs/qca.md. */
import { type Answer, answered, type Refusal } from '../answer.ts';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { halvesText } from './data.ts';
import { type Expectations, expectationsFrom } from './expectations.ts';
import { type Intermediate, intermediateModels, intermediates } from './intermediate.ts';
import { firstModels, type Minimisation, type MinimiseOptions, minimise, termsOf } from './minimise.ts';
import { type FittedModel, fittedModel } from './solution.ts';
import { type Term, termText } from './terms.ts';
import type { TruthTable } from './truthTable.ts';

export type SolutionKind = 'complex' | 'parsimonious' | 'intermediate';

export interface DocumentRow {
  readonly row: number;
  /** Level of each condition, in the order of `conditions`. */
  readonly values: readonly number[];
  readonly out: '1' | '0' | 'C' | '?';
  readonly n: number;
  readonly incl: number | null;
  readonly pri: number | null;
  readonly cases: readonly string[];
  /** Cases of the row without the outcome. */
  readonly deviant: readonly string[];
}

export interface QcaDocument {
  readonly outcome: string;
  readonly conditions: readonly string[];
  readonly solution: SolutionKind;
  readonly truthTable: readonly DocumentRow[];
  readonly primeImplicants: readonly string[];
  /** Terms that are in every model. */
  readonly essential: readonly string[];
  /** How many models there are, and whether that is all of them. */
  readonly modelCount: number;
  readonly modelCountComplete: boolean;
  readonly models: readonly FittedModel[];
  /** Of an intermediate solution, where each pair of a complex and a parsimonious model leads. */
  readonly pairs?: readonly DocumentPair[];
  readonly notices: readonly { readonly kind: Refusal['kind'] | 'modelAmbiguity'; readonly text: Bilingual }[];
}

export interface DocumentPair {
  readonly from: readonly string[];
  readonly easyCounterfactuals: readonly number[];
  readonly difficultCounterfactuals: readonly number[];
  readonly models: readonly (readonly string[])[];
}

export interface DocumentOptions extends MinimiseOptions {
  readonly solution: SolutionKind;
  /** Only for the intermediate solution. */
  readonly expectations?: string;
  /** Longer models too, as long as no term of them can be spared. */
  readonly irredundant?: boolean;
  /** Most models that are listed; all are counted. */
  readonly modelsMax?: number;
}

const modelsMaxByDefault = 100_000;
/** Families of models looked at before counting stops: some seconds. */
const familiesMax = 500_000;

function rowsOf(table: TruthTable): DocumentRow[] {
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

function noticesOf(table: TruthTable, models: number): QcaDocument['notices'] {
  const notices: { kind: Refusal['kind'] | 'modelAmbiguity'; text: Bilingual }[] = [];
  if (table.data.halves.length > 0) notices.push({ kind: 'halfMembership', text: halvesText(table.data.halves) });
  if (models > 1)
    notices.push({
      kind: 'modelAmbiguity',
      text: {
        zh: `有${models}个模型同样简洁地解释这些数据，数据本身无法在其中取舍。请全部报告，或只依据各模型共有的项下结论。`,
        en: `${models} models explain the data equally well, and the data cannot choose between them. Report all, or conclude only from the terms that they share.`,
      },
    });
  return notices;
}

function listed(minimisation: Minimisation, options: DocumentOptions): { models: Term[][]; count: number; complete: boolean } {
  const most = options.modelsMax ?? modelsMaxByDefault;
  if (options.irredundant) {
    const models: Term[][] = [];
    for (const model of minimisation.models.irredundant()) {
      if (models.length === most) return { models, count: most, complete: false };
      models.push(termsOf(minimisation, model));
    }
    return { models, count: models.length, complete: true };
  }
  const { models, complete } = minimisation.models.count(familiesMax);
  return { models: firstModels(minimisation, most).models, count: models, complete };
}

function documentOf(table: TruthTable, minimisation: Minimisation, options: DocumentOptions): QcaDocument {
  const { data } = table;
  const { models, count, complete } = listed(minimisation, options);
  const termOf = (index: number): string => termText(minimisation.primes[index]?.term ?? [], data);
  return {
    outcome: data.outcome,
    conditions: data.names,
    solution: options.solution,
    truthTable: rowsOf(table),
    primeImplicants: minimisation.primes.map(({ term }) => termText(term, data)),
    essential: (minimisation.models.shared(familiesMax) ?? []).map(termOf),
    modelCount: count,
    modelCountComplete: complete,
    models: models.map((terms) => fittedModel(data, terms)),
    notices: noticesOf(table, count),
  };
}

function pairOf({ from, easy, difficult, solution }: Intermediate): DocumentPair {
  const { data } = solution.table;
  return {
    from,
    easyCounterfactuals: easy,
    difficultCounterfactuals: difficult,
    models: firstModels(solution, modelsMaxByDefault).models.map((terms) => terms.map((term) => termText(term, data))),
  };
}

function intermediateDocument(table: TruthTable, expectations: Expectations, options: DocumentOptions): Answer<QcaDocument> {
  const complex = minimise(table, { ...options, include: [] });
  if (!complex.ok) return complex;
  const parsimonious = minimise(table, { ...options, include: options.include?.includes('?') ? options.include : ['?'] });
  if (!parsimonious.ok) return parsimonious;
  const found = intermediates(complex.value, parsimonious.value, expectations);
  if (!found.ok) return found;
  const { solutions, complete } = found.value;
  const { models, more } = intermediateModels(solutions, options.modelsMax ?? modelsMaxByDefault);
  const { data } = table;
  const texts = models.map((terms) => terms.map((term) => termText(term, data)));
  const everywhere = texts.reduce<string[] | undefined>((common, own) => (common ?? own).filter((term) => own.includes(term)), undefined);
  return answered({
    outcome: data.outcome,
    conditions: data.names,
    solution: 'intermediate',
    truthTable: rowsOf(table),
    primeImplicants: [...new Set(solutions.flatMap(({ solution }) => solution.primes.map(({ term }) => termText(term, data))))],
    essential: everywhere ?? [],
    modelCount: models.length,
    modelCountComplete: complete && !more,
    models: models.map((terms) => fittedModel(data, terms)),
    pairs: solutions.map(pairOf),
    notices: noticesOf(table, models.length),
  });
}

/** The whole analysis of a truth table. Refuses as `minimise`, `expectationsFrom` and `intermediates` do. */
export function qcaDocument(table: TruthTable, options: DocumentOptions): Answer<QcaDocument> {
  if (options.solution === 'intermediate') {
    const expectations = expectationsFrom(options.expectations ?? '', table.data);
    return expectations.ok ? intermediateDocument(table, expectations.value, options) : expectations;
  }
  const include = options.include ?? (options.solution === 'parsimonious' ? ['?' as const] : []);
  const solved = minimise(table, { ...options, include });
  return solved.ok ? answered(documentOf(table, solved.value, options)) : solved;
}
