/** Pointwise confidence limits of a survival curve, each computed on a scale and carried back. */
import { normalQuantile } from '../normal.ts';

export const confidenceTypes = ['plain', 'log', 'log-log', 'logit', 'arcsin'] as const;
/** Scale on which the estimate is taken to be normal: S, ln S, ln(−ln S), ln(S/(1−S)), arcsin √S. */
export type ConfidenceType = (typeof confidenceTypes)[number];

export interface Confidence {
  readonly type: ConfidenceType;
  /** Above 0 and below 1, e.g. 0.95. */
  readonly level: number;
}

export interface Limits {
  readonly lower: number;
  readonly upper: number;
}

/** z of two-sided limits: `normalQuantile((1 + level) / 2)`. Throws RangeError for a level outside (0, 1). */
export function zOf(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`a confidence level lies between 0 and 1: ${level}`);
  return normalQuantile((1 + level) / 2);
}

/**
 * Limits of survival `s`, where `relativeError` is the standard error of ln S (Greenwood: √Σ d/(n(n−d))).
 *
 * All limits lie within 0…1. At S = 0 the error does not exist and there are none; at S = 1 it is 0, and the scales
 * that cannot take 1 (log-log, logit, arcsin) have none either, as nothing has been seen that could tell.
 * Source: O. Borgan and K. Liestøl, A note on confidence intervals and bands for the survival function based on
 * transformations, Scandinavian Journal of Statistics 17, 1990, 35–41.
 */
export function limits(s: number, relativeError: number, type: ConfidenceType, z: number): Limits | undefined {
  if (s === 0) return undefined;
  const margin = z * relativeError;
  switch (type) {
    case 'plain':
      return { lower: Math.max(0, s - margin * s), upper: Math.min(1, s + margin * s) };
    case 'log':
      return { lower: s * Math.exp(-margin), upper: Math.min(1, s * Math.exp(margin)) };
    case 'log-log': {
      if (s === 1) return undefined;
      const spread = Math.exp(-margin / Math.log(s));
      return { lower: s ** spread, upper: s ** (1 / spread) };
    }
    case 'logit': {
      if (s === 1) return undefined;
      const odds = s / (1 - s);
      const spread = Math.exp(margin / (1 - s));
      return { lower: share(odds / spread), upper: share(odds * spread) };
    }
    case 'arcsin': {
      if (s === 1) return undefined;
      const angle = Math.asin(Math.sqrt(s));
      const spread = (margin / 2) * Math.sqrt(s / (1 - s));
      return { lower: Math.sin(Math.max(0, angle - spread)) ** 2, upper: Math.sin(Math.min(Math.PI / 2, angle + spread)) ** 2 };
    }
    default:
      return type satisfies never;
  }
}

function share(odds: number): number {
  return odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
}
