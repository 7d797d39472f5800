/**
 * Corrections and retractions are resolved before folding, so that the fold of a corrected history equals the
 * fold of a history that never was wrong. Among corrections of one fact the latest recorded counts; a retraction
 * of a correction undoes it; a retraction of a fact beats every correction of it.
 */
import { isChange } from '../events/change.ts';
import { type Fact, factSchema } from '../events/catalogue.ts';
import type { IsoDate } from '../vocabulary/dates.ts';
import type { FactId } from '../vocabulary/ids.ts';

type Correction = Extract<Fact, { type: 'factCorrected' }>;

/** What became of a fact: shown beside it, struck through. */
export interface CorrectionTrace {
  readonly target: FactId;
  readonly by: FactId;
  readonly kind: 'corrected' | 'retracted';
  readonly before: Fact;
  readonly after: Fact | undefined;
}

export interface ResolvedHistory {
  /** Facts that count, without correction facts. */
  readonly facts: readonly Fact[];
  readonly traces: readonly CorrectionTrace[];
  /** Corrections whose target is not known, or whose replacement is not valid for the target's type. */
  readonly unmatched: readonly FactId[];
}

function isLater(a: Fact, b: Fact): boolean {
  return a.version !== b.version ? a.version > b.version : a.id > b.id;
}

function retractedIds(facts: readonly Fact[]): Map<FactId, Fact> {
  const byTarget = new Map<FactId, Fact>();
  // Later versions first: a retraction that is itself retracted does not count.
  const retractions = facts.filter((fact) => fact.type === 'factRetracted').sort((a, b) => (isLater(a, b) ? -1 : 1));
  for (const retraction of retractions) {
    if (!byTarget.has(retraction.id)) byTarget.set(retraction.payload.target, retraction);
  }
  return byTarget;
}

function applyCorrection(target: Fact, correction: Correction): Fact | undefined {
  const { occurred, payload, sources, verification, initiative } = correction.payload.replacement;
  if (payload !== undefined) {
    // The replacement was parsed as an open record; only the target's own schema says whether it fits.
    const parsed = factSchema(target.type).safeParse({ ...target, payload });
    if (!parsed.success) return undefined;
  }
  return {
    ...target,
    ...(occurred && { occurred }),
    ...(payload && { payload }),
    ...(sources && { sources }),
    ...(verification && { verification }),
    ...(initiative && { initiative }),
  } as Fact;
}

/**
 * The history as known on `knownOn`: facts published later do not exist, corrections published by then hold.
 * @param knownOn inclusive; `undefined` = everything known at all.
 */
export function resolveHistory(facts: readonly Fact[], knownOn?: IsoDate): ResolvedHistory {
  const known = knownOn === undefined ? facts : facts.filter((fact) => fact.knownFrom <= knownOn);
  let hasCorrections = false;
  for (const fact of known) {
    if (isChange(fact)) {
      hasCorrections = true;
      break;
    }
  }
  return hasCorrections ? resolve(known) : { facts: known, traces: [], unmatched: [] };
}

function resolve(known: readonly Fact[]): ResolvedHistory {
  const retracted = retractedIds(known);
  const corrections = new Map<FactId, Correction>();
  for (const fact of known) {
    if (fact.type !== 'factCorrected' || retracted.has(fact.id)) continue;
    const earlier = corrections.get(fact.payload.target);
    if (earlier === undefined || isLater(fact, earlier)) corrections.set(fact.payload.target, fact);
  }
  const result: Fact[] = [];
  const traces: CorrectionTrace[] = [];
  const unmatched: FactId[] = [];
  const seen = new Set<FactId>();
  for (const fact of known) {
    seen.add(fact.id);
    if (isChange(fact)) continue;
    const retraction = retracted.get(fact.id);
    if (retraction !== undefined) {
      traces.push({ target: fact.id, by: retraction.id, kind: 'retracted', before: fact, after: undefined });
      continue;
    }
    const correction = corrections.get(fact.id);
    const after = correction && applyCorrection(fact, correction);
    if (correction && after) traces.push({ target: fact.id, by: correction.id, kind: 'corrected', before: fact, after });
    else if (correction) unmatched.push(correction.id);
    result.push(after ?? fact);
  }
  for (const [target, correction] of corrections) if (!seen.has(target)) unmatched.push(correction.id);
  for (const [target, retraction] of retracted) if (!seen.has(target)) unmatched.push(retraction.id);
  return { facts: result, traces, unmatched };
}
