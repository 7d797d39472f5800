/** A curve for each group. */
import { type Confidence, type SurvivalCurve, type SurvivalEstimator, survivalCurve, type Tally } from '@gongze/statistics';
import type { SurvivalData } from './data.ts';
import { allRows, eachTime, raise } from './walk.ts';

export interface GroupCurve {
  readonly label: string;
  readonly rows: number;
  readonly curve: SurvivalCurve;
}

/** Curves of all groups, in the order of their levels. Any kind of event counts. */
export function groupCurves(data: SurvivalData, confidence: Confidence, estimator: SurvivalEstimator = 'kaplan-meier'): GroupCurve[] {
  const { labels, codes } = data.group;
  const kinds = data.causes.length;
  const tallies: Tally[][] = labels.map(() => []);
  eachTime(data, allRows(data.rows), ({ time, atRisk, censored, happened }) => {
    for (let group = 0; group < labels.length; group += 1) {
      let events = 0;
      for (let kind = 0; kind < kinds; kind += 1) events += happened[group * kinds + kind] as number;
      const lost = censored[group] as number;
      if (events + lost > 0) tallies[group]?.push({ time, atRisk: atRisk[group] as number, happened: events, censored: lost });
    }
  });
  const counts = new Int32Array(labels.length);
  for (const code of codes) raise(counts, code, 1);
  return labels.map((label, at) => {
    const rows = counts[at] as number;
    return { label, rows, curve: survivalCurve(tallies[at] as Tally[], rows, confidence, estimator) };
  });
}
