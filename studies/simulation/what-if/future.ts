/**
 * The fan of the future for the time axis of a case: delivery month by month under one policy, by the members of the ensemble that fit the
 * case on the report's date. A lesser brother of the whole answer (`answer.ts`): one policy, no costs, no sweep; quick enough to follow a date.
 */
import type { CaseReport } from '@gongze/domain/report/schema';
import type { Outcome } from '../../parameters/parameters.ts';
import { planOf, runChunk } from '../ensemble/chunks.ts';
import { Merge } from '../ensemble/merge.ts';
import { type Fit, fitTo } from './fitting.ts';
import { type PresetId, presetPolicies } from './policies.ts';
import { comparisonOf } from './question.ts';

export interface Future {
  readonly policy: PresetId;
  /** First month, YYYY-MM: that of the report. */
  readonly start: string;
  /** Delivery, one number a month; the bands hold half and nine tenths of the runs. */
  readonly median: readonly number[];
  readonly half: Band;
  readonly wide: Band;
  readonly runs: number;
  readonly fit: Fit;
}

export interface Band {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** Random numbers of the page: the same case on the same date has the same fan. */
export const futureSeed = 1;

/**
 * @param months 1 … some hundred
 * Cost: a thousand runs of the case's past, some two thousand of its future: tenths of a second.
 */
export function futureOf(report: CaseReport, policy: PresetId, months: number): Outcome<Future> {
  const start = report.asOf.slice(0, 7);
  const fit = fitTo(report, futureSeed);
  const choice = presetPolicies(start).find(({ id }) => id === policy);
  if (choice === undefined) throw new RangeError(`no policy ${policy}`);
  const scenario = comparisonOf({
    id: 'future',
    title: report.title,
    parties: fit.parties,
    start,
    months,
    parameters: fit.parameters,
    ...(fit.carried !== undefined && { carried: fit.carried }),
    ...(fit.members !== undefined && { members: fit.members }),
    policies: [choice],
    examined: policy,
    seed: futureSeed,
  });
  if (!scenario.ok) return scenario;
  const plan = planOf(scenario.value);
  const merge = new Merge(plan);
  for (let index = 0; index < plan.chunks; index++) merge.add(runChunk(plan, index));
  const { variants } = merge.summary();
  const [variant] = variants;
  if (variant === undefined) throw new Error('bug: a comparison without a variant');
  const row = (place: number): readonly number[] => variant.delivery.quantiles[place] as readonly number[];
  const value: Future = {
    policy,
    start,
    median: row(2),
    half: { low: row(1), high: row(3) },
    wide: { low: row(0), high: row(4) },
    runs: variant.runs,
    fit,
  };
  return { ok: true, value };
}
