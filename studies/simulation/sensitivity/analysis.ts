/** Which assumptions decide an answer: Sobol indices and Morris' screening of the model's outputs over the prior ranges. */
import { Beginning } from '../model/carried.ts';
import { Kernel } from '../model/kernel.ts';
import { parameterSet, priorParameters } from '../model/parameters.ts';
import { policyNumbersOf } from '../model/policy.ts';
import { type Outcome, type ParameterSpec, refusal, type Refusal, unknownParameter, valueRefusal } from '../../parameters/parameters.ts';
import { sobolDimensionsMax } from '../../random/sobolSequence.ts';
import { type OutputName, outputNames, Runner } from '../ensemble/outputs.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { convergence, type Estimate, sobolIndices } from './indices.ts';
import { elementaryEffects, morrisDesign } from './morris.ts';
import { saltelliDesign } from './saltelli.ts';

export const methods = ['sobol', 'morris'] as const;

/** Plain data, so that it can be sent to a worker. */
export interface SensitivityPlan {
  readonly scenario: Scenario;
  readonly method: (typeof methods)[number];
  readonly parameters: readonly string[];
  /** N of the Saltelli design; walks of Morris. */
  readonly base: number;
  readonly pairs: boolean;
  /** Runs of which each evaluation is the mean, the same random numbers for every row. */
  readonly replicates: number;
  readonly output: OutputName;
  readonly seed: number;
  /** Index of the variant whose policy is examined. */
  readonly variant: number;
}

export interface SensitivityRequest {
  /** Id of a variant; default the first. */
  readonly variant?: string;
  readonly method?: string;
  readonly parameters?: readonly string[];
  readonly base?: number;
  readonly replicates?: number;
  readonly output?: string;
  readonly pairs?: boolean;
  readonly seed?: number;
}

const limits = {
  base: { name: 'base', standard: 256, min: 2, max: 65_536, whole: true, meaning: { zh: '基础样本量', en: 'base sample' } },
  replicates: { name: 'runs', standard: 8, min: 1, max: 10_000, whole: true, meaning: { zh: '每点运行次数', en: 'runs a point' } },
} as const satisfies Record<string, ParameterSpec>;

export const morrisLevels = 4;

function oneOf(where: string, value: string, known: readonly string[]): Refusal[] {
  return known.includes(value)
    ? []
    : [
        refusal(
          'outOfRange',
          where,
          `${where} 应为 ${known.join('、')} 之一，得到 ${value}`,
          `${where} is one of ${known.join(', ')}, got ${value}`,
        ),
      ];
}

/** Reads what is asked; parameters default to all that have a plausible range. */
export function sensitivityPlan(scenario: Scenario, request: SensitivityRequest): Outcome<SensitivityPlan> {
  const { method = 'sobol', output = 'finalQ', pairs = false, seed = scenario.seed } = request;
  const known = priorParameters.map(({ name }) => name);
  const { parameters = known, base = limits.base.standard, replicates = limits.replicates.standard } = request;
  const powerOfTwo = method !== 'sobol' || Number.isInteger(Math.log2(base));
  const ids = scenario.variants.map(({ id }) => id);
  const variant = request.variant === undefined ? 0 : ids.indexOf(request.variant);
  const refusals = [
    ...(variant >= 0 ? [] : oneOf('variant', request.variant ?? '', ids)),
    ...oneOf('method', method, methods),
    ...oneOf('output', output, outputNames),
    ...parameters.filter((name) => !known.includes(name)).map((name) => unknownParameter(name, known)),
    ...[valueRefusal(limits.base, base), valueRefusal(limits.replicates, replicates)].filter((one) => one !== undefined),
    ...(powerOfTwo ? [] : [refusal('inconsistent', 'base', `base 应为 2 的幂，得到 ${base}`, `base is a power of 2, got ${base}`)]),
    ...(parameters.length * 2 <= sobolDimensionsMax ? [] : [refusal('tooLarge', 'parameters', '参数过多', 'too many parameters')]),
    ...(parameters.length > 0 ? [] : [refusal('inconsistent', 'parameters', '至少一个参数', 'at least one parameter')]),
  ];
  if (refusals.length > 0) return { ok: false, refusals };
  const plan = {
    scenario,
    method: method as SensitivityPlan['method'],
    parameters,
    base,
    pairs,
    replicates,
    output: output as OutputName,
    seed,
    variant,
  };
  return { ok: true, value: plan };
}

function designOf({ method, base, parameters, pairs, seed }: SensitivityPlan) {
  return method === 'sobol'
    ? saltelliDesign(base, parameters.length, pairs, seed)
    : morrisDesign(base, parameters.length, morrisLevels, seed);
}

export function rowsOf(plan: SensitivityPlan): number {
  return designOf(plan).rows;
}

/** Values of rows `from` … `to − 1`: the mean of the output over the replicates for which it is defined, NaN where it never is. */
export function evaluateRows(plan: SensitivityPlan, from: number, to: number): Float64Array {
  const { scenario, parameters, replicates, output, seed } = plan;
  const design = designOf(plan);
  const variant = scenario.variants[plan.variant];
  if (variant === undefined) throw new Error(`bug: no variant ${plan.variant}`);
  const kernel = new Kernel(scenario.parties.length);
  const runner = new Runner(kernel, scenario.months);
  const policy = policyNumbersOf(variant.policy);
  const beginning = new Beginning(scenario.carried, scenario.months);
  const ranges = parameters.map((name) => priorParameters.find((one) => one.name === name)?.prior as readonly [number, number]);
  const point = new Float64Array(parameters.length);
  const column = outputNames.indexOf(output);
  return Float64Array.from({ length: to - from }, (_, i) => {
    design.point(from + i, point);
    const drawn = ranges.map(([low, high], d) => [parameters[d], low + (high - low) * (point[d] as number)] as const);
    const set = parameterSet({ ...variant.parameters, ...Object.fromEntries(drawn) });
    let [sum, count] = [0, 0];
    for (let run = 0; run < replicates; run++) {
      beginning.begin(kernel, set, policy, seed, run, scenario.resources);
      const value = runner.finish()[column] as number;
      if (Number.isNaN(value)) continue;
      sum += value;
      count += 1;
    }
    return sum / count;
  });
}

export interface SensitivityResult {
  readonly method: string;
  readonly output: string;
  readonly evaluations: number;
  /** Points of the design at which the output was defined in no run (no exit, no recovery); the mean of the others stands for them. */
  readonly undefinedPoints: number;
  readonly mean?: number;
  readonly variance?: number;
  readonly parameters: readonly {
    readonly name: string;
    readonly range: readonly [number, number];
    readonly first?: Estimate;
    readonly total?: Estimate;
    readonly mu?: number;
    readonly muStar?: number;
    readonly sigma?: number;
    readonly muStarError?: number;
  }[];
  readonly pairs?: readonly { readonly a: string; readonly b: string; readonly index: Estimate }[];
  readonly convergence?: ReturnType<typeof convergence>;
}

const resamples = 200;
const level = 0.95;

/** With the mean of what is defined where nothing is: the design needs a number at every point, and 0 would say the best of all. */
function filled(values: Float64Array): { readonly all: Float64Array; readonly undefinedPoints: number } {
  const defined = values.filter((value) => !Number.isNaN(value));
  const mean = defined.reduce((sum, value) => sum + value, 0) / defined.length;
  return { all: values.map((value) => (Number.isNaN(value) ? mean : value)), undefinedPoints: values.length - defined.length };
}

/** Indices of the values of all rows. @returns `undefined` where the output does not vary, or is defined nowhere */
export function sensitivityOf(plan: SensitivityPlan, given: Float64Array): SensitivityResult | undefined {
  const { all: values, undefinedPoints } = filled(given);
  if (undefinedPoints === values.length) return undefined;
  const { method, output, parameters, pairs, seed } = plan;
  const named = parameters.map((name) => ({
    name,
    range: priorParameters.find((one) => one.name === name)?.prior as readonly [number, number],
  }));
  const head = { method, output, evaluations: values.length, undefinedPoints };
  if (method === 'morris') {
    const effects = elementaryEffects(values, morrisDesign(plan.base, parameters.length, morrisLevels, seed));
    return { ...head, parameters: named.map((one, i) => ({ ...one, ...effects[i] })) };
  }
  const options = { dimensions: parameters.length, pairs, resamples, level, seed };
  const found = sobolIndices(values, options);
  if (found === undefined) return undefined;
  const listed = found.pairs.flatMap((row, j) =>
    row.flatMap((index, k) => (index === undefined ? [] : [{ a: parameters[j] as string, b: parameters[k] as string, index }])),
  );
  return {
    ...head,
    mean: found.mean,
    variance: found.variance,
    parameters: named.map((one, i) => ({ ...one, first: found.first[i] as Estimate, total: found.total[i] as Estimate })),
    ...(pairs && { pairs: listed }),
    convergence: convergence(values, options),
  };
}
