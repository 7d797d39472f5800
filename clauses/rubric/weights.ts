/**
 * Weights of the binding score. A stated convention after ADICO (a rule has an attribute, a deontic, an aim, conditions
 * and an or-else, a norm lacks the or-else, a shared strategy also the deontic), not an empirical estimate.
 */
export const weights = { party: 0.25, deontic: 0.15, aim: 0.2, time: 0.2, measure: 0.1, orElse: 0.1 } as const;

export const partyValue = { individual: 1, closed_collective: 0.5, open_collective: 0.25, none: 0 } as const;
export const deonticValue = { must: 1, must_not: 1, none: 0.6, may: 0.2 } as const;
export const aimValue = { concrete: 1, mixed: 0.5, aspirational: 0 } as const;
export const timeValue = { date: 1, duration: 1, recurrence: 1, standing: 1, period: 0.5, unresolved: 0.5 } as const;
/** A concrete aim without an indicator is half a measure. */
export const concreteMeasure = 0.5;
