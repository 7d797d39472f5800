/**
 * What the superior does, as numbers that the kernel reads without allocating: when it comes, through what, how strongly, how it
 * climbs and how it leaves.
 */
import type { ParameterSpec } from '../../parameters/parameters.ts';

export const onsetKinds = ['never', 'month', 'trigger'] as const;
export const exitKinds = ['none', 'abrupt', 'linear', 'exponential', 'performance'] as const;

export interface Policy {
  readonly onset: (typeof onsetKinds)[number];
  /** Month of onset, with `month`. */
  readonly onsetMonth: number;
  /** With `trigger`: comes when smoothed performance has been below this for so many months. Also what escalation looks at. */
  readonly theta: number;
  readonly thetaMonths: number;
  /** 0 … 5, as instruments are coded; u = strength/5. */
  readonly strength: number;
  /** Weights of sanction, subsidy and coordination mandate; they add up to 1. */
  readonly sanction: number;
  readonly subsidy: number;
  readonly coordination: number;
  /** Goes one tier up every so many months below theta; 0 = never. */
  readonly escalateEvery: number;
  /** Strength gained per tier, as a share of the first. */
  readonly escalateBy: number;
  /** Tiers above the first. */
  readonly tiersAbove: number;
  readonly exit: (typeof exitKinds)[number];
  /** Months at full strength before it leaves; of `performance` the least. */
  readonly holdMonths: number;
  /** Months of a linear taper; time constant of an exponential one. */
  readonly taperMonths: number;
  /** With `performance`: leaves after so many months above this, and comes back when the trigger holds again. */
  readonly thetaExit: number;
  readonly thetaExitMonths: number;
}

export const noIntervention: Policy = {
  onset: 'never',
  onsetMonth: 0,
  theta: 0.5,
  thetaMonths: 12,
  strength: 0,
  sanction: 0.6,
  subsidy: 0.2,
  coordination: 0.2,
  escalateEvery: 0,
  escalateBy: 0.5,
  tiersAbove: 0,
  exit: 'none',
  holdMonths: 48,
  taperMonths: 24,
  thetaExit: 0.7,
  thetaExitMonths: 12,
};

const months = { whole: true, unit: 'months' } as const;
const spec = (
  name: keyof Policy,
  [min, max]: readonly [number, number],
  zh: string,
  en: string,
  more: Partial<ParameterSpec> = {},
): ParameterSpec => ({
  name,
  standard: noIntervention[name] as number,
  min,
  max,
  meaning: { zh, en },
  ...more,
});

export const monthsMax = 2400;

/** Numeric fields with their ranges. */
export const policyNumbers: readonly ParameterSpec[] = [
  spec('onsetMonth', [0, monthsMax], '介入开始的月份', 'month of onset', months),
  spec('theta', [0, 1], '触发与升级的绩效线', 'performance below which it comes and climbs'),
  spec('thetaMonths', [1, monthsMax], '低于绩效线的月数', 'months below that line', months),
  spec('strength', [0, 5], '强度', 'strength'),
  spec('sanction', [0, 1], '惩罚性手段的权重', 'weight of sanction'),
  spec('subsidy', [0, 1], '补助手段的权重', 'weight of subsidy'),
  spec('coordination', [0, 1], '协调授权的权重', 'weight of a coordination mandate'),
  spec('escalateEvery', [0, monthsMax], '逐级升级的间隔月数（0 为不升级）', 'months before the next tier; 0 = never', months),
  spec('escalateBy', [0, 5], '每升一级增加的强度份额', 'strength gained per tier'),
  spec('tiersAbove', [0, 5], '可升的级数', 'tiers above the first', { whole: true }),
  spec('holdMonths', [0, monthsMax], '全强度维持的月数', 'months at full strength', months),
  spec('taperMonths', [0, monthsMax], '渐退月数', 'months of taper', months),
  spec('thetaExit', [0, 1], '退出的绩效线', 'performance above which it leaves'),
  spec('thetaExitMonths', [1, monthsMax], '高于退出线的月数', 'months above that line', months),
];

/** Strength at full scale. */
export const strengthMax = 5;

/** Places of the fields in the numbers that the kernel reads. */
export const policyPlaces = {
  onset: 0,
  onsetMonth: 1,
  theta: 2,
  thetaMonths: 3,
  strength: 4,
  sanction: 5,
  subsidy: 6,
  coordination: 7,
  escalateEvery: 8,
  escalateBy: 9,
  tiersAbove: 10,
  exit: 11,
  holdMonths: 12,
  taperMonths: 13,
  thetaExit: 14,
  thetaExitMonths: 15,
} as const satisfies Readonly<Record<keyof Policy, number>>;

/** The policy as numbers; strength as u, 0 … 1. */
export function policyNumbersOf(policy: Policy): Float64Array {
  const numbers = new Float64Array(Object.keys(policyPlaces).length);
  for (const { name } of policyNumbers) numbers[policyPlaces[name as keyof Policy]] = policy[name as keyof Policy] as number;
  numbers[policyPlaces.strength] = policy.strength / strengthMax;
  numbers[policyPlaces.onset] = onsetKinds.indexOf(policy.onset);
  numbers[policyPlaces.exit] = exitKinds.indexOf(policy.exit);
  return numbers;
}
