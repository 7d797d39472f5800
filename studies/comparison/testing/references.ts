/**
 * Results of R to check against, read from the folder that GONGZE_REFERENCE names, where somebody has put them: the packages they
 * come from are under another licence, so neither their data nor their results are part of this tree.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../answer.ts';
import type { CaseTable } from '../matrix/table.ts';
import { tableFromCsv } from '../matrix/csv.ts';
import { prepare } from '../qca/data.ts';
import { type TruthTable, truthTable } from '../qca/truthTable.ts';
import { callsOf, numbers, type RCall, strings } from './rCalls.ts';

export { argumentsOf, callsOf, numbers, type RCall, strings } from './rCalls.ts';

export interface FitOf {
  readonly inclS: number | null;
  readonly PRI: number | null;
  readonly covS: number | null;
}

export interface ReferenceModel {
  readonly model: string;
  readonly terms: readonly string[];
  readonly fit: FitOf;
  readonly term_fit: readonly (FitOf & { readonly term: string; readonly covU: number | null })[];
}

export interface Reference {
  readonly id: string;
  readonly data: readonly string[];
  readonly code: string;
  readonly output: never;
  readonly expectedOut?: Readonly<Record<string, string>>;
}

const folder = process.env['GONGZE_REFERENCE'];

/** The references whose name matches, none without the folder. */
export function references(name: RegExp): Reference[] {
  if (folder === undefined) return [];
  const expected = join(folder, 'qca', 'expected');
  return readdirSync(expected)
    .filter((file) => name.test(file))
    .sort()
    .map((file) => {
      const read = JSON.parse(readFileSync(join(expected, file), 'utf8'));
      return {
        id: file.replace(/\.json$/, ''),
        data: [read.data].flat(),
        code: (read.r_code ?? []).join('\n'),
        output: (read.output ?? read) as never,
        ...(read.expected_OUT && { expectedOut: read.expected_OUT }),
      };
    });
}

/** Text of a data file of a reference. Names of countries with a comma stand there without quotes; the comma goes. */
export function dataText(path: string): string {
  const text = readFileSync(join(folder ?? '', 'qca', path), 'utf8');
  return text.replaceAll(/, (?=[A-Z])/g, ' ');
}

/** Files of truth tables to be minimised against time. */
export function benchFiles(): { readonly name: string; readonly text: string }[] {
  const bench = join(folder ?? '', 'qca', 'bench');
  if (folder === undefined || !existsSync(bench)) return [];
  return readdirSync(bench).map((name) => ({ name, text: readFileSync(join(bench, name), 'utf8') }));
}

/** The value, or an error that says what was refused. */
export function accepted<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new Error(`${answer.refusal.kind}: ${answer.refusal.text.en}`);
}

export function tableOf(reference: Reference): CaseTable {
  return accepted(tableFromCsv(dataText(reference.data[0] as string)));
}

/** The truth table that a call of R asks for. */
export function tableAsked(cases: CaseTable, call: RCall, exclude: readonly number[] = []): TruthTable {
  const conditions = strings(call.named['conditions']);
  const data = accepted(prepare(cases, { outcome: strings(call.named['outcome'])?.[0] ?? '', ...(conditions && { conditions }) }));
  const [inclusionCut, contradictionCut] = numbers(call.named['incl.cut'] ?? '1');
  return accepted(
    truthTable(data, {
      inclusionCut: inclusionCut as number,
      ...(contradictionCut !== undefined && { contradictionCut }),
      casesMin: Number(call.named['n.cut'] ?? 1),
      priCut: Number(call.named['pri.cut'] ?? 0),
      exclude,
    }),
  );
}

/** The last call of a name in a reference's code. */
export function lastCall(name: string, reference: Reference): RCall {
  const found = callsOf(name, reference.code).at(-1);
  if (found === undefined) throw new Error(`${reference.id} does not call ${name}`);
  return found;
}

/** A sum of terms, whatever their order. */
export function asSet(terms: readonly string[]): string {
  return terms
    .map((term) => term.split('*').sort().join('*'))
    .sort()
    .join(' + ');
}
