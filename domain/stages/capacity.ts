/** Capacity, causation and need: what voice, burden and attention are held against. */
import type { FactRef } from '../cases/state.ts';
import type { ActorId } from '../vocabulary/ids.ts';
import type { Situation } from './situation.ts';

export type CapacityKind = 'fiscalRevenue' | 'gdp' | 'population' | 'causation' | 'need';

export interface CapacityShares {
  readonly kind: CapacityKind;
  readonly shares: ReadonlyMap<ActorId, number>;
  readonly refs: readonly FactRef[];
}

/** Latest readings of one kind as shares of the parties; `undefined` unless every party has one in the same unit. */
export function capacityShares(situation: Situation, kind: CapacityKind): CapacityShares | undefined {
  const latest = new Map<ActorId, { value: number; unit: string; ref: FactRef }>();
  for (const { payload, ref } of situation.state.capacities) {
    if (payload.capacity === kind) latest.set(payload.actor, { value: payload.value, unit: payload.unit, ref });
  }
  const readings = situation.parties.map((party) => latest.get(party));
  const units = new Set(readings.map((reading) => reading?.unit));
  if (units.size !== 1 || units.has(undefined)) return undefined;
  const total = readings.reduce((sum, reading) => sum + (reading?.value ?? 0), 0);
  if (total <= 0) return undefined;
  return {
    kind,
    shares: new Map(situation.parties.map((party, i) => [party, (readings[i]?.value ?? 0) / total])),
    refs: readings.flatMap((reading) => (reading === undefined ? [] : [reading.ref])),
  };
}

/** The same among at least two parties: one alone is held against nobody. */
export function comparedShares(situation: Situation, kind: CapacityKind): CapacityShares | undefined {
  return situation.parties.length < 2 ? undefined : capacityShares(situation, kind);
}

/** Resources, by the first kind that is known for every party: revenue, else product, else population. */
export function resourceShares(situation: Situation): CapacityShares | undefined {
  return comparedShares(situation, 'fiscalRevenue') ?? comparedShares(situation, 'gdp') ?? comparedShares(situation, 'population');
}
