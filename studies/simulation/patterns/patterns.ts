/**
 * The seven patterns that the model has to reproduce to be listened to (pattern-oriented modelling: Grimm et al., Science 310:987,
 * 2005). Each says what it demands, what speaks for it and against it, and whether the model could have failed to show it.
 */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { Kernel, scalar } from '../model/kernel.ts';
import { parameterSet } from '../model/parameters.ts';
import { noIntervention, type Policy, policyNumbersOf } from '../model/policy.ts';

export const patternIds = ['stall', 'weak', 'strong', 'collapse', 'taper', 'crowdOut', 'late'] as const;
export type PatternId = (typeof patternIds)[number];

/** What the experiments read of one policy: delivery in windows (means over runs), and damage. */
export interface Reading {
  /** Months 50–72, the last two years of the intervention. */
  readonly during: number;
  /** Months 96–130, two to five years after an abrupt exit. */
  readonly after: number;
  /** Months 200–240. */
  readonly late: number;
  /** Months 50–240. */
  readonly all: number;
  readonly damage: number;
}

export const patternMonths = 240;
const parties = 6;

const strong: Policy = { ...noIntervention, onset: 'month', onsetMonth: 24, strength: 5, exit: 'abrupt', holdMonths: 48 };
/** Sum of u: 48 at full strength; with a linear taper of 60 months about 30 of it are given while leaving. */
const taperMonths = 60;
const equalDoseHold = 48 - taperMonths / 2;
/** A group that already organises itself: capacity and trust 3 : 1. */
const selfOrganising = { K0: 0.6, a0: 1.5, b0: 0.5 };

export const experiments = {
  none: { policy: noIntervention, set: {} },
  weak: { policy: { ...strong, strength: 0.75 }, set: {} },
  strong: { policy: strong, set: {} },
  taper: { policy: { ...strong, exit: 'linear', holdMonths: equalDoseHold, taperMonths }, set: {} },
  late: { policy: { ...strong, onsetMonth: 120 }, set: {} },
  selfNone: { policy: noIntervention, set: selfOrganising },
  selfStrong: { policy: strong, set: selfOrganising },
} as const satisfies Record<string, { readonly policy: Policy; readonly set: Readonly<Record<string, number>> }>;
export type ExperimentId = keyof typeof experiments;
export type Readings = Readonly<Record<ExperimentId, Reading>>;

export interface Pattern {
  readonly id: PatternId;
  readonly name: Bilingual;
  readonly demand: Bilingual;
  readonly holds: (readings: Readings) => boolean;
  readonly evidenceFor: Bilingual;
  readonly evidenceAgainst: Bilingual;
  /** `assumed`: a parameter inside the prior makes it, so the model cannot discover it, only say what follows. */
  readonly standing: 'emergent' | 'assumed' | 'partlyByConstruction';
}

/** Thresholds of the demands, conventions of this project. */
const line = { stall: 0.4, weak: 0.15, strong: 0.1, drop: 0.3, back: 0.15, gain: 0.2, damage: 5 } as const;

export const patterns: readonly Pattern[] = [
  {
    id: 'stall',
    name: { zh: '无介入则停滞', en: 'Stall' },
    demand: { zh: `无介入时平均履责 < ${line.stall}`, en: `without intervention mean delivery < ${line.stall}` },
    holds: ({ none }) => none.all < line.stall,
    evidenceFor: {
      zh: '上下游无中央监督难以自发合作（JEM 2019）；风险 50% 时仅一成小组达标（Milinski 2008）',
      en: 'upstream and downstream do not cooperate unsupervised (JEM 2019); at 50% risk one group in ten reaches the target (Milinski 2008)',
    },
    evidenceAgainst: {
      zh: '高风险时半数小组自发达标（Milinski 2008）',
      en: 'at 90% risk half of the groups succeed by themselves (Milinski 2008)',
    },
    standing: 'emergent',
  },
  {
    id: 'weak',
    name: { zh: '弱介入无效', en: 'Weak' },
    demand: { zh: `强度 0.75/5 的介入使履责变化 ≤ ${line.weak}`, en: `strength 0.75 of 5 moves delivery by at most ${line.weak}` },
    holds: ({ none, weak }) => Math.abs(weak.during - none.during) <= line.weak,
    evidenceFor: { zh: '象征性督查收效有限', en: 'token supervision changes little' },
    evidenceAgainst: {
      zh: '低额罚款也可能有较强威慑（JEBO 2008, 67:215–227）',
      en: 'low fines can deter strongly (JEBO 2008, 67:215–227)',
    },
    standing: 'emergent',
  },
  {
    id: 'strong',
    name: { zh: '强介入见效快', en: 'Strong' },
    demand: { zh: `满强度介入使履责提高 ≥ ${line.strong}`, en: `full strength raises delivery by at least ${line.strong}` },
    holds: ({ none, strong: own }) => own.during - none.during >= line.strong,
    evidenceFor: {
      zh: '中央环保督察后 SO2 下降 6.3%—7.7%，PM10 下降 3.3%—5.4%（286 市断点回归）',
      en: 'central inspection: SO2 −6.3 to −7.7%, PM10 −3.3 to −5.4% (286 cities, regression discontinuity)',
    },
    evidenceAgainst: { zh: '未见否定短期效果的研究', en: 'no study found that denies the short-term effect' },
    standing: 'emergent',
  },
  {
    id: 'collapse',
    name: { zh: '骤退即反弹', en: 'Collapse' },
    demand: {
      zh: `骤退后下降 ≥ ${line.drop}，回到无介入水平 ${line.back} 之内`,
      en: `after an abrupt exit a fall of at least ${line.drop}, to within ${line.back} of no intervention`,
    },
    holds: ({ none, strong: own }) => own.during - own.after >= line.drop && own.after - none.after <= line.back,
    evidenceFor: {
      zh: '督察结束后效果明显衰减、排放回升（Yuan 等 2022；Zheng、Na 2020）',
      en: 'effects decay right after the inspection; emissions return (Yuan et al. 2022; Zheng & Na 2020)',
    },
    evidenceAgainst: {
      zh: 'PM10、SO2 的效果得以保持（Feng 等 2023）；撤销罚款后影响仍在（Gneezy、Rustichini 2000）',
      en: 'the effect persists for PM10 and SO2 (Feng et al. 2023); that of a fine outlives it (Gneezy & Rustichini 2000)',
    },
    standing: 'emergent',
  },
  {
    id: 'taper',
    name: { zh: '渐退有益', en: 'Taper' },
    demand: {
      zh: `同剂量渐退五年，后期履责比骤退高 ≥ ${line.gain}`,
      en: `the same dose tapered over five years: late delivery at least ${line.gain} above an abrupt exit`,
    },
    holds: ({ strong: own, taper }) => taper.late - own.late >= line.gain,
    evidenceFor: { zh: '未检索到直接研究：假设', en: 'no direct study retrieved: a hypothesis' },
    evidenceAgainst: { zh: '未检索到', en: 'none retrieved' },
    standing: 'assumed',
  },
  {
    id: 'crowdOut',
    name: { zh: '过早强介入挤出自主', en: 'Crowd-out' },
    demand: {
      zh: `能自组织的群体经强介入后，后期履责低 ≥ ${line.gain}`,
      en: `a group that organises itself ends at least ${line.gain} lower after early strong intervention`,
    },
    holds: ({ selfNone, selfStrong }) => selfNone.late - selfStrong.late >= line.gain,
    evidenceFor: {
      zh: '强加的规则撤除后合作变差，投票产生的则保持（DeCaro 等 2015）；Cardenas 等',
      en: 'imposed enforcement degrades when removed, voted enforcement persists (DeCaro et al. 2015); Cardenas et al.',
    },
    evidenceAgainst: {
      zh: '排除混杂后未见挤出（Abatayo、Lynham 2016）',
      en: 'no crowding-out once a confound is controlled (Abatayo & Lynham 2016)',
    },
    standing: 'assumed',
  },
  {
    id: 'late',
    name: { zh: '越晚损害越大', en: 'Late' },
    demand: { zh: `晚八年介入，累计损害多 ≥ ${line.damage} 个月`, en: `eight years later: at least ${line.damage} months more damage` },
    holds: ({ strong: own, late }) => late.damage - own.damage >= line.damage,
    evidenceFor: { zh: '损害随时间累积', en: 'damage accumulates' },
    evidenceAgainst: {
      zh: '期末固定，部分由构造所致；应同时看恢复时间与期末履责',
      en: 'partly so by construction, the horizon being fixed: read recovery and final delivery as well',
    },
    standing: 'partlyByConstruction',
  },
];

function read(series: Float64Array, damage: number): Reading {
  const mean = (from: number, to: number): number => {
    let sum = 0;
    for (let m = from; m < to; m++) sum += series[m] as number;
    return sum / (to - from);
  };
  return { during: mean(50, 72), after: mean(96, 130), late: mean(200, 240), all: mean(50, 240), damage };
}

/** All experiments on one parameter set, on common random numbers. Cost: 7 × runs × 240 × 6 party-months. */
export function readingsOf(
  values: Readonly<Record<string, number>>,
  runs: number,
  seed: number,
  kernel: Kernel = new Kernel(parties),
): Readings {
  const series = new Float64Array(patternMonths);
  const entries = Object.entries(experiments).map(([id, { policy, set }]) => {
    const parameters = parameterSet({ ...values, ...set });
    const numbers = policyNumbersOf(policy);
    series.fill(0);
    let damage = 0;
    for (let run = 0; run < runs; run++) {
      kernel.begin(parameters, numbers, seed, run);
      for (let m = 0; m < patternMonths; m++) {
        kernel.advance();
        series[m] = (series[m] as number) + (kernel.scalars[scalar.Q] as number) / runs;
      }
      damage += (kernel.scalars[scalar.damage] as number) / runs;
    }
    return [id, read(series, damage)] as const;
  });
  return Object.fromEntries(entries) as Record<ExperimentId, Reading>;
}

/** Which patterns a parameter set shows. */
export function shown(readings: Readings): Readonly<Record<PatternId, boolean>> {
  return Object.fromEntries(patterns.map(({ id, holds }) => [id, holds(readings)])) as Record<PatternId, boolean>;
}
