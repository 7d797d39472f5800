/** Shares of need of the parties, against which provisions of a superior's documents are held. */
import type { FactRef } from '../cases/state.ts';
import type { Situation } from '../stages/situation.ts';
import type { ActorId } from '../vocabulary/ids.ts';

export interface NeedShares {
  readonly shares: ReadonlyMap<ActorId, number>;
  readonly refs: readonly FactRef[];
}

/** Latest readings of need as shares of the parties; `undefined` unless every party has one in the same unit. */
export function needShares(situation: Situation): NeedShares | undefined {
  const latest = new Map<ActorId, { value: number; unit: string; ref: FactRef }>();
  for (const { payload, ref } of situation.state.capacities) {
    if (payload.capacity === 'need') latest.set(payload.actor, { value: payload.value, unit: payload.unit, ref });
  }
  const readings = situation.parties.map((party) => latest.get(party));
  const units = new Set(readings.map((reading) => reading?.unit));
  if (readings.length === 0 || units.size !== 1 || units.has(undefined)) return undefined;
  const total = readings.reduce((sum, reading) => sum + (reading?.value ?? 0), 0);
  if (total <= 0) return undefined;
  return {
    shares: new Map(situation.parties.map((party, i) => [party, (readings[i]?.value ?? 0) / total])),
    refs: readings.flatMap((reading) => (reading === undefined ? [] : [reading.ref])),
  };
}
