/** Several ways in which it can end: the share of each by time, by Aalen and Johansen. */
import { survivalLimits, type Confidence, zOf } from '@gongze/statistics';
import { answered, type Notice, refused, type SurvivalAnswer, tooManyGroups } from './answer.ts';
import type { Maybe } from './curves.ts';
import type { SurvivalData } from './data.ts';
import { allRows, eachTime } from './walk.ts';

export interface IncidenceCurve {
  readonly n: number;
  readonly time: readonly number[];
  readonly 'n.risk': readonly number[];
  /** By time, then by kind. */
  readonly 'n.event': readonly (readonly number[])[];
  readonly 'n.censor': readonly number[];
  /** By time, then by state: none yet, then the kinds of event. */
  readonly pstate: readonly (readonly number[])[];
  readonly 'std.err': readonly (readonly number[])[];
  readonly lower: readonly (readonly Maybe[])[];
  readonly upper: readonly (readonly Maybe[])[];
}

export interface CompetingDocument {
  readonly states: readonly string[];
  readonly conf: Confidence;
  readonly curves: Readonly<Record<string, IncidenceCurve>>;
  readonly notices: readonly Notice[];
}

/** Sums over past times from which the variance of one kind's share follows at any later time. */
interface Sums {
  share: number;
  own: number;
  crossOne: number;
  crossShare: number;
  square: number;
  squareShare: number;
}

interface Draft {
  n: number;
  survival: number;
  greenwood: number;
  readonly sums: Sums[];
  hazardSum: number;
  readonly time: number[];
  readonly risk: number[];
  readonly event: number[][];
  readonly censor: number[];
  readonly pstate: number[][];
  readonly error: number[][];
}

/**
 * One time. With hₖ = dₖ/n, h = Σ hₖ: Pₖ grows by S(t−)hₖ. The share of kind k by t moves with each one at risk at s ≤ t by
 * S(s−)mₖ − (Pₖ(t) − Pₖ(s)) m/(1 − h), where mₖ and m are its deviations from hₖ and h over n; squares of these sum to
 *   Σₛ S²hₖ(1 − hₖ)/n − 2 S hₖ (Pₖ(t) − Pₖ(s))/n + (Pₖ(t) − Pₖ(s))² h/((1 − h)n),
 * of which the sums below keep the parts that do not depend on t.
 */
function advance(draft: Draft, n: number, deaths: readonly number[]): void {
  const before = draft.survival;
  const h = deaths.reduce((sum, count) => sum + count, 0) / n;
  const total = h < 1 ? h / ((1 - h) * n) : 0;
  for (const [kind, sums] of draft.sums.entries()) {
    const hk = (deaths[kind] as number) / n;
    sums.share += before * hk;
    sums.own += (before * before * hk * (1 - hk)) / n;
    sums.crossOne += (before * hk) / n;
    sums.crossShare += (sums.share * before * hk) / n;
    sums.square += total * sums.share;
    sums.squareShare += total * sums.share * sums.share;
  }
  draft.hazardSum += total;
  draft.greenwood += total;
  draft.survival = h < 1 ? before * (1 - h) : 0;
}

function errors({ survival, greenwood, hazardSum, sums }: Draft): number[] {
  const kinds = sums.map(({ share, own, crossOne, crossShare, square, squareShare }) =>
    Math.max(0, own - 2 * (share * crossOne - crossShare) + share * share * hazardSum - 2 * share * square + squareShare),
  );
  // Once nobody is left without an event, the last of them have left by chance as before: the share itself has no error any more.
  return [survival * Math.sqrt(greenwood), ...kinds.map(Math.sqrt)];
}

function limitsOf(shares: readonly number[], errorsOf: readonly number[], { type, level }: Confidence): [Maybe[], Maybe[]] {
  const z = zOf(level);
  const both = shares.map((share, at) => survivalLimits(share, (errorsOf[at] as number) / share, type, z));
  return [both.map((one) => one?.lower ?? null), both.map((one) => one?.upper ?? null)];
}

/**
 * Cumulative incidence of each kind of event by group, with standard errors (the infinitesimal jackknife, which for data that are
 * only right-censored is the same as the formula of Greenwood's kind).
 *
 * Refuses: `noEvents`, `badSetting` with late entry.
 * Source: O. O. Aalen and S. Johansen, An empirical transition matrix for non-homogeneous Markov chains based on censored observations,
 * Scandinavian Journal of Statistics 5, 1978, 141–150.
 */
export function competingDocument(data: SurvivalData, confidence: Confidence): SurvivalAnswer<CompetingDocument> {
  if (data.start !== undefined)
    return refused('badSetting', '多种结局的累积发生率尚不支持 --start。', 'Cumulative incidence is not available together with --start.');
  const many = tooManyGroups(data.group.labels.length);
  if (many) return many;
  const { causes, group } = data;
  if (causes.length === 0) return refused('noEvents', '事件列中没有任何事件。', 'There is no event in the column of events.');
  const zero = (): Sums => ({ share: 0, own: 0, crossOne: 0, crossShare: 0, square: 0, squareShare: 0 });
  const drafts = group.labels.map(
    (): Draft => ({
      ...{ n: 0, survival: 1, greenwood: 0, hazardSum: 0, sums: causes.map(zero) },
      ...{ time: [], risk: [], event: [], censor: [], pstate: [], error: [] },
    }),
  );
  for (const code of group.codes) (drafts[code] as Draft).n += 1;
  eachTime(data, allRows(data.rows), ({ time, atRisk, happened, censored }) => {
    for (const [code, draft] of drafts.entries()) {
      const deaths = causes.map((_, kind) => happened[code * causes.length + kind] as number);
      const lost = censored[code] as number;
      if (lost === 0 && deaths.every((count) => count === 0)) continue;
      const n = atRisk[code] as number;
      advance(draft, n, deaths);
      draft.time.push(time);
      draft.risk.push(n);
      draft.event.push(deaths);
      draft.censor.push(lost);
      draft.pstate.push([draft.survival, ...draft.sums.map(({ share }) => share)]);
      draft.error.push(errors(draft));
    }
  });
  const curves = drafts.map((draft): IncidenceCurve => {
    const both = draft.pstate.map((shares, at) => limitsOf(shares, draft.error[at] as number[], confidence));
    return {
      n: draft.n,
      time: draft.time,
      'n.risk': draft.risk,
      'n.event': draft.event,
      'n.censor': draft.censor,
      pstate: draft.pstate,
      'std.err': draft.error,
      lower: both.map(([lower]) => lower),
      upper: both.map(([, upper]) => upper),
    };
  });
  return answered({
    states: ['(s0)', ...causes],
    conf: confidence,
    curves: Object.fromEntries(group.labels.map((label, at) => [label, curves[at] as IncidenceCurve])),
    notices: data.notices,
  });
}
