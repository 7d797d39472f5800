/** Which instruments stand open on a date. */
import type { InstrumentState } from '../cases/state.ts';
import type { Situation } from '../stages/situation.ts';
import { earliest, type IsoDate } from '../vocabulary/dates.ts';

/** Last day of an instrument: withdrawn, replaced, closed, or its own last day, if that has come. */
export function endOf(situation: Situation, instrument: InstrumentState): IsoDate | null {
  const { until } = instrument.terms;
  const ran = until !== undefined && until <= situation.asOf ? until : undefined;
  const ended = instrument.ended?.on;
  if (ran === undefined) return ended ?? null;
  return ended === undefined ? ran : earliest(ran, ended);
}

export function isOpen(situation: Situation, instrument: InstrumentState): boolean {
  return endOf(situation, instrument) === null;
}

/** Direct instruments of superiors of all parties, or of organs of them. */
export function directInstruments(situation: Situation): InstrumentState[] {
  return [...situation.state.instruments.values()].filter(({ terms }) => terms.direct);
}
