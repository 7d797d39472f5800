/** The mean time up to a horizon: what a curve says in units of time, without assuming proportional hazards. */
import { chiSquareAbove, type SurvivalCurve, zOf } from '@gongze/statistics';
import { answered, type Notice, refused, type SurvivalAnswer, tooManyGroups } from './answer.ts';
import { groupCurves } from './groupCurves.ts';
import type { SurvivalData } from './data.ts';

export interface RestrictedMean {
  readonly mean: number;
  readonly variance: number;
  readonly standardError: number;
}

/**
 * ∫₀^τ S(t) dt and its variance Σ (∫_{tᵢ}^τ S)² dᵢ/(nᵢ(nᵢ − dᵢ)), over the events up to τ.
 *
 * This is the variance of the *estimate*, not that of min(T, τ), which some programs give in its place. After S = 0 nothing is left to
 * integrate and the term is 0. Behind the last time the curve is taken to stay where it is.
 * Source: P. Royston and M. K. B. Parmar, Restricted mean survival time, BMC Medical Research Methodology 13, 2013, 152.
 */
export function restrictedMean({ steps }: SurvivalCurve, tau: number): RestrictedMean {
  let mean = 0;
  let variance = 0;
  let right = tau;
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const { time, survival, atRisk, happened } = steps[at] as SurvivalCurve['steps'][number];
    if (time > tau) continue;
    mean += (right - time) * survival;
    right = time;
    if (happened > 0 && atRisk > happened) variance += (mean * mean * happened) / (atRisk * (atRisk - happened));
  }
  mean += right;
  return { mean, variance, standardError: Math.sqrt(variance) };
}

interface Estimate {
  readonly 'Est.': number;
  readonly se: number;
  readonly lower: number;
  readonly upper: number;
}

export interface RmstArm {
  readonly group: string;
  readonly n: number;
  readonly events: number;
  readonly rmst: Estimate;
  readonly rmtl: Estimate;
  readonly var: number;
}

export interface RmstContrast {
  readonly measure: 'RMST difference' | 'RMST ratio' | 'RMTL ratio';
  /** Which group is compared with which: the first minus, or over, the second. */
  readonly group: string;
  readonly against: string;
  readonly 'Est.': number;
  /** Of the difference, or of the logarithm of the ratio. */
  readonly se: number;
  readonly lower: number;
  readonly upper: number;
  readonly p: number;
}

export interface RmstDocument {
  readonly tau: number;
  readonly level: number;
  readonly arms: readonly RmstArm[];
  readonly contrast: readonly RmstContrast[];
  readonly notices: readonly Notice[];
}

/** Every group against the first, or against `against`. */
function contrasts(arm: RmstArm, against: RmstArm, z: number): RmstContrast[] {
  const groups = { group: arm.group, against: against.group };
  const p = (estimate: number, se: number): number => chiSquareAbove((estimate / se) ** 2, 1);
  const difference = arm.rmst['Est.'] - against.rmst['Est.'];
  const se = Math.sqrt(arm.var + against.var);
  const ratio = (measure: RmstContrast['measure'], key: 'rmst' | 'rmtl'): RmstContrast => {
    const over = arm[key]['Est.'];
    const under = against[key]['Est.'];
    const error = Math.sqrt(arm.var / over ** 2 + against.var / under ** 2);
    const log = Math.log(over / under);
    const [lower, upper] = [Math.exp(log - z * error), Math.exp(log + z * error)];
    return { measure, ...groups, 'Est.': over / under, se: error, lower, upper, p: p(log, error) };
  };
  return [
    {
      measure: 'RMST difference',
      ...groups,
      'Est.': difference,
      se,
      lower: difference - z * se,
      upper: difference + z * se,
      p: p(difference, se),
    },
    ratio('RMST ratio', 'rmst'),
    ratio('RMTL ratio', 'rmtl'),
  ];
}

/** The last horizon to which every curve is known: where it ends at 0 it is known for ever. */
function horizonMax(curves: readonly SurvivalCurve[]): number {
  return Math.min(
    ...curves.map(({ steps }) => {
      const last = steps.at(-1);
      return last === undefined ? 0 : last.survival === 0 ? Number.POSITIVE_INFINITY : last.time;
    }),
  );
}

/**
 * Restricted means of all groups up to `tau` and their differences and ratios; times lost are τ minus the mean.
 * Refuses: `badSetting` for a horizon or group that is none, `tauTooLate` where a curve is not known up to there.
 */
export function rmstDocument(data: SurvivalData, tau: number, level: number, against?: string): SurvivalAnswer<RmstDocument> {
  if (!(tau > 0)) return refused('badSetting', '时间上限须大于0。', 'The horizon has to be above 0.');
  const many = tooManyGroups(data.group.labels.length);
  if (many) return many;
  const curves = groupCurves(data, { type: 'plain', level });
  const most = horizonMax(curves.map(({ curve }) => curve));
  if (tau > most)
    return refused(
      'tauTooLate',
      `有一组只观察到${most}，此后曲线未知。请把时间上限设为不超过${most}。`,
      `One group is observed only until ${most}; after that its curve is not known. Ask for a horizon of at most ${most}.`,
    );
  const z = zOf(level);
  const arms = curves.map(({ label, rows, curve }): RmstArm => {
    const { mean, variance, standardError: se } = restrictedMean(curve, tau);
    const lost = tau - mean;
    const about = (value: number): Estimate => ({ 'Est.': value, se, lower: value - z * se, upper: value + z * se });
    return { group: label, n: rows, events: curve.happened, rmst: about(mean), rmtl: about(lost), var: variance };
  });
  const reference = against === undefined ? arms[0] : arms.find(({ group }) => group === against || group.endsWith(`=${against}`));
  if (reference === undefined) return refused('badSetting', `没有名为“${against}”的组。`, `There is no group "${against}".`);
  const contrast = arms.filter((arm) => arm !== reference).flatMap((arm) => contrasts(arm, reference, z));
  return answered({ tau, level, arms, contrast, notices: data.notices });
}
