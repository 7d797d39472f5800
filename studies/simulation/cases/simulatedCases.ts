/**
 * Cases that the model makes up, so that a comparison of cases has something to compare: the same seed makes the same cases. They
 * show what follows from the assumptions of the model (docs/odd.md), never how governments behave, and never enter the ledger.
 */
import { channelNames } from '@gongze/domain/variables/channels';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { Stream } from '../../random/stream.ts';
import { priorDraw } from '../calibration/prior.ts';
import { Kernel, parameterPlaces, scalar } from '../model/kernel.ts';
import { parameterSet } from '../model/parameters.ts';
import { noIntervention, type Policy, policyNumbersOf } from '../model/policy.ts';

export interface SimulatedColumn {
  readonly name: string;
  readonly title: Bilingual;
  readonly range: readonly [number, number];
  readonly kind: 'issue' | 'variable' | 'intervention' | 'outcome' | 'time';
}

export interface SimulatedCase {
  /** SIM-01 …: the name says what it is. */
  readonly name: string;
  readonly run: number;
  /** One value a column, in their order. */
  readonly values: readonly number[];
}

const parties = 5;
const shortestMonths = 72;
const longestMonths = 120;
/** The superior comes in this month, or not at all; what explains is read before. */
const onsetMonth = 24;
const lastMonths = 24;
/** Converted: a year's mean delivery reaches this. */
const convertedFrom = 0.6;
const yearMonths = 12;

const share = [0, 1] as const;
const scale = [0, 5] as const;

/** What is read off every simulated case. */
export const simulatedColumns: readonly SimulatedColumn[] = [
  { name: 'homogeneity', kind: 'issue', range: [1, 5], title: { zh: '当事方同质性', en: 'homogeneity of the parties' } },
  { name: 'culture', kind: 'variable', range: share, title: { zh: '文化情境（介入前互信）', en: 'culture (trust before intervention)' } },
  {
    name: 'institution',
    kind: 'variable',
    range: share,
    title: { zh: '制度架构（具体、约束、位阶）', en: 'institution (specific, binding, rank)' },
  },
  { name: 'action', kind: 'variable', range: share, title: { zh: '行动过程（介入前履责）', en: 'action (delivery before intervention)' } },
  { name: 'intervention', kind: 'intervention', range: scale, title: { zh: '纵向介入强度', en: 'strength of vertical intervention' } },
  { name: 'accountability', kind: 'intervention', range: scale, title: channelNames.accountability },
  { name: 'fiscal', kind: 'intervention', range: scale, title: channelNames.fiscal },
  { name: 'organisation', kind: 'intervention', range: scale, title: channelNames.organisation },
  {
    name: 'conversion',
    kind: 'outcome',
    range: share,
    title: { zh: '责任转化（末两年履责）', en: 'conversion (delivery, last two years)' },
  },
  { name: 'months', kind: 'time', range: [0, longestMonths], title: { zh: '至转化或观察结束的月数', en: 'months to conversion or end' } },
  { name: 'converted', kind: 'time', range: share, title: { zh: '是否转化', en: 'converted' } },
];

/** In two of five cases nobody intervenes; otherwise strength 1 to 5 and a mix of three kinds of instruments. */
function policyOf(stream: Stream): Policy {
  if (stream.uniform() < 0.4) return noIntervention;
  const strength = 1 + Math.floor(stream.uniform() * 5);
  const weights = [stream.uniform(), stream.uniform(), stream.uniform()];
  const sum = weights.reduce((total, one) => total + one, 0);
  const [sanction = 0, subsidy = 0, coordination = 0] = weights.map((one) => one / sum);
  return { ...noIntervention, onset: 'month', onsetMonth, strength, sanction, subsidy, coordination };
}

function meanOf(values: ArrayLike<number>, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += values[at] as number;
  return sum / (to - from);
}

function trustIn(kernel: Kernel): number {
  let sum = 0;
  for (let at = 0; at < kernel.parties; at += 1)
    sum += (kernel.alpha[at] as number) / ((kernel.alpha[at] as number) + (kernel.beta[at] as number));
  return sum / kernel.parties;
}

/** Month in which a year's mean delivery first reached the line. */
function convertedAt(delivery: Float64Array): number | undefined {
  for (let end = yearMonths; end <= delivery.length; end += 1) if (meanOf(delivery, end - yearMonths, end) >= convertedFrom) return end;
  return undefined;
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

function simulatedCase(kernel: Kernel, seed: number, run: number): number[] {
  const stream = Stream.named(seed, 'case', run);
  const policy = policyOf(stream);
  const months = shortestMonths + Math.floor(stream.uniform() * (longestMonths - shortestMonths + 1));
  const parameters = parameterSet(priorDraw(seed, run));
  kernel.begin(parameters, policyNumbersOf(policy), seed, run);
  const delivery = new Float64Array(months);
  let trust = 0;
  for (let month = 0; month < months; month += 1) {
    if (month === onsetMonth) trust = trustIn(kernel);
    kernel.advance();
    delivery[month] = kernel.scalars[scalar.Q] as number;
  }
  const p = (name: keyof typeof parameterPlaces): number => kernel.parameters[parameterPlaces[name]] as number;
  const end = convertedAt(delivery);
  return [
    5 - 4 * ((p('sigmaR') - 0.2) / 0.8),
    trust,
    (p('spec') + p('bind') + p('rank')) / 3,
    meanOf(delivery, yearMonths, onsetMonth),
    policy.strength,
    policy.strength * policy.sanction,
    policy.strength * policy.subsidy,
    policy.strength * policy.coordination,
    meanOf(delivery, months - lastMonths, months),
    end ?? months,
    end === undefined ? 0 : 1,
  ].map(rounded);
}

/**
 * So many cases, from the prior of the model: one run of 6 to 10 years each, five parties, three decimals.
 * @param seed whole, as for a scenario
 * Cost: below a millisecond a case.
 */
export function simulatedCases(count: number, seed: number): SimulatedCase[] {
  const kernel = new Kernel(parties);
  const digits = String(count).length;
  return Array.from({ length: count }, (_, run) => ({
    name: `SIM-${String(run + 1).padStart(digits, '0')}`,
    run,
    values: simulatedCase(kernel, seed, run),
  }));
}
