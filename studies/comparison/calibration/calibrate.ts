/**
 * Calibration: from a raw measure to membership in a set. The anchors decide what the set means; each carries a reason.
 *
 * Sources: C. Ragin, Redesigning Social Inquiry, Chicago 2008, chapter 5 (direct and indirect method); A. Duşa, QCA with R, Cham
 * 2019, chapter 4 (S- and bell-shaped functions, empirical distribution); B. Cheli and A. Lemmi, A totally fuzzy and relative approach
 * to the multidimensional analysis of poverty, Economic Notes 24 (1995), 115–134.
 */
import { type Answer, answered, refused } from '../answer.ts';
import { indirect } from './indirect.ts';

/** Membership at the anchor of inclusion: Ragin's log-odds of 3 as fsQCA has it, or 0.95 as R's QCA has it by default. */
export const anchorMemberships = { logOdds3: Math.exp(3) / (1 + Math.exp(3)), share95: 0.95 } as const;

export interface Anchors {
  /** Full non-membership. */
  readonly exclusion: number;
  /** Neither in nor out. */
  readonly crossover: number;
  /** Full membership. */
  readonly inclusion: number;
}

export type Calibration =
  /** 0, 1, 2 …: the number of thresholds that the value reaches. A value equal to a threshold goes up. */
  | { readonly method: 'crisp'; readonly thresholds: readonly number[] }
  /** Logistic curve through full non-membership, crossover and full membership; decreasing where exclusion lies above inclusion. */
  | ({ readonly method: 'logistic'; readonly anchorMembership: number } & Anchors)
  /** Powers between the anchors, exactly 0 and 1 beyond them. `below` and `above` bend the two halves; 1 is straight. */
  | ({ readonly method: 'powers'; readonly below: number; readonly above: number } & Anchors)
  /** Between the anchors by the share of cases, not by distance. */
  | ({ readonly method: 'distribution' } & Anchors)
  /** Two slopes: in the set between them, or, where they fall inwards, outside them. */
  | { readonly method: 'bell'; readonly left: Anchors; readonly right: Anchors; readonly below: number; readonly above: number }
  /** Rough grouping by thresholds, smoothed by a fractional logit. */
  | { readonly method: 'indirect'; readonly thresholds: readonly number[] }
  /** Totally fuzzy and relative, for ordinal scales from 1 up. */
  | { readonly method: 'relative' };

/** Beyond these a membership is full or none: what is left is rounding of the curve, not doubt. */
const [none, full] = [0.0001, 0.9999];

function ended(value: number): number {
  if (value < none) return 0;
  return value > full ? 1 : value;
}

function logistic(x: number, { exclusion, crossover, inclusion, anchorMembership }: Calibration & { method: 'logistic' }): number {
  const low = Math.min(exclusion, inclusion);
  const high = Math.max(exclusion, inclusion);
  const odds = Math.log(anchorMembership / (1 - anchorMembership));
  const side = x < crossover ? crossover - low : high - crossover;
  const rising = 1 / (1 + Math.exp((-(x - crossover) * odds) / side));
  return exclusion > inclusion ? 1 - rising : rising;
}

interface Slope extends Anchors {
  readonly below: number;
  readonly above: number;
}

/** Membership on one slope, rising or falling: ½ at the crossover, 0 and 1 at the anchors and beyond. */
function onSlope(x: number, { exclusion, crossover, inclusion, below, above }: Slope): number {
  const way = exclusion < inclusion ? 1 : -1;
  if (way * (x - exclusion) <= 0) return 0;
  if (way * (x - inclusion) >= 0) return 1;
  if (way * (x - crossover) <= 0) return ((exclusion - x) / (exclusion - crossover)) ** below / 2;
  return 1 - ((inclusion - x) / (inclusion - crossover)) ** above / 2;
}

/** Two slopes back to back, parted halfway between their inner anchors. */
function bell(x: number, { left, right, below, above }: Calibration & { method: 'bell' }): number {
  const inner = left.exclusion < left.inclusion ? [left.inclusion, right.inclusion] : [left.exclusion, right.exclusion];
  const parting = ((inner[0] as number) + (inner[1] as number)) / 2;
  return onSlope(x, { ...(x <= parting ? left : right), below, above });
}

/** Share of `values` that are at most x. */
function shareAtMost(values: readonly number[], x: number): number {
  return values.filter((value) => value <= x).length / values.length;
}

function byDistribution(
  values: readonly number[],
  { exclusion, crossover, inclusion }: Calibration & { method: 'distribution' },
): number[] {
  const [low, high] = [Math.min(exclusion, inclusion), Math.max(exclusion, inclusion)];
  const between = values.filter((value) => value >= low && value <= high);
  const middle = shareAtMost(between, crossover);
  const rising = (x: number): number => {
    if (x <= low) return 0;
    if (x > high) return 1;
    const share = shareAtMost(between, x);
    return x <= crossover ? share / middle / 2 : 1 - (1 - share) / (1 - middle) / 2;
  };
  return values.map((x) => (exclusion < inclusion ? rising(x) : 1 - rising(x)));
}

/** Share of cases up to a category beyond the lowest one, of those beyond it. */
function relative(values: readonly number[]): number[] {
  const lowest = shareAtMost(values, 1);
  return values.map((x) => Math.max(0, (shareAtMost(values, x) - lowest) / (1 - lowest)));
}

function inOrder(anchors: readonly number[]): boolean {
  return anchors.every((anchor, at) => at === 0 || anchor > (anchors[at - 1] as number));
}

function misplaced({ exclusion, crossover, inclusion }: Anchors): boolean {
  return !inOrder([exclusion, crossover, inclusion]) && !inOrder([inclusion, crossover, exclusion]);
}

function badAnchors(zh: string, en: string): Answer<never> {
  return refused('badAnchors', zh, en);
}

function checkThresholds(thresholds: readonly number[], values: readonly number[]): Answer<null> {
  if (thresholds.length === 0 || !thresholds.every(Number.isFinite))
    return badAnchors('请至少给出一个阈值。', 'Give at least one threshold.');
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const outside = thresholds.find((threshold) => threshold < least || threshold > most);
  if (outside === undefined) return answered(null);
  return badAnchors(
    `阈值${outside}不在数据范围${least}至${most}之内，分不出任何案例。`,
    `The threshold ${outside} lies outside the data, which run from ${least} to ${most}, so it separates no cases.`,
  );
}

function checkBell({ left, right }: Calibration & { method: 'bell' }): Answer<null> {
  const inside = [left.exclusion, left.crossover, left.inclusion, right.inclusion, right.crossover, right.exclusion];
  const outside = [left.inclusion, left.crossover, left.exclusion, right.exclusion, right.crossover, right.inclusion];
  const ascends = (anchors: readonly number[]): boolean =>
    inOrder(anchors.slice(0, 3)) && inOrder(anchors.slice(3)) && (anchors[2] as number) <= (anchors[3] as number);
  if (ascends(inside) || ascends(outside)) return answered(null);
  return badAnchors(
    '六个锚点须从小到大：e1、c1、i1、i2、c2、e2；两端为成员时则为 i1、c1、e1、e2、c2、i2。',
    'The six anchors must ascend: e1, c1, i1, i2, c2, e2; or, for a set of the extremes, i1, c1, e1, e2, c2, i2.',
  );
}

function check(calibration: Calibration, values: readonly number[]): Answer<null> {
  switch (calibration.method) {
    case 'crisp':
      return checkThresholds(calibration.thresholds, values);
    case 'indirect':
      return values.some((value) => value < 0)
        ? badAnchors('间接法只适用于非负的数值。', 'The indirect method needs values that are not negative.')
        : checkThresholds(calibration.thresholds, values);
    case 'logistic':
      if (calibration.anchorMembership <= 0.5 || calibration.anchorMembership >= 1)
        return badAnchors('锚点处的隶属度须大于0.5、小于1。', 'Membership at the anchor of inclusion lies above 0.5 and below 1.');
      break;
    case 'powers':
      if (calibration.below <= 0 || calibration.above <= 0) return badAnchors('幂次须大于0。', 'Powers must be above 0.');
      break;
    case 'bell':
      if (calibration.below <= 0 || calibration.above <= 0) return badAnchors('幂次须大于0。', 'Powers must be above 0.');
      return checkBell(calibration);
    case 'relative':
      return values.every((value) => value <= 1)
        ? badAnchors('没有高于最低类别1的案例，无从排序。', 'No case stands above the lowest category, 1, so there is nothing to rank.')
        : answered(null);
    case 'distribution':
      break;
  }
  return misplaced(calibration)
    ? badAnchors(
        '三个锚点须依次排列：排除、交叉、纳入，或由大到小。',
        'The three anchors must be in order, exclusion, crossover, inclusion, or the other way round.',
      )
    : answered(null);
}

/**
 * Memberships of the values. Unknown values stay unknown.
 *
 * Range: 0 to 1, of `crisp` 0, 1, 2 …. Curves give exactly 0 below 0.0001 and 1 above 0.9999.
 * Refuses: `badAnchors`.
 */
export function calibrate(values: readonly (number | null)[], calibration: Calibration): Answer<(number | null)[]> {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return refused('missingValue', '这一列没有任何数值。', 'This column holds no value at all.');
  const checked = check(calibration, known);
  if (!checked.ok) return checked;
  const done = calibrated(known, calibration);
  let at = 0;
  return answered(values.map((value) => (value === null ? null : (done[at++] as number))));
}

function calibrated(values: readonly number[], calibration: Calibration): number[] {
  switch (calibration.method) {
    case 'crisp':
      return values.map((value) => calibration.thresholds.filter((threshold) => threshold <= value).length);
    case 'logistic':
      return values.map((value) => ended(logistic(value, calibration)));
    case 'powers':
      return values.map((value) => ended(onSlope(value, calibration)));
    case 'distribution':
      return byDistribution(values, calibration).map(ended);
    case 'bell':
      return values.map((value) => ended(bell(value, calibration)));
    case 'indirect':
      return indirect(values, calibration.thresholds).map(ended);
    case 'relative':
      return relative(values);
  }
}
