/** What the opening of an intervention need not ask: whom it answers, its grounds, and what every instrument shares. */
import type { DecisionContext } from '@gongze/domain/decisions/context';
import type { CommandName } from '@gongze/domain/decisions/decide';
import { governmentOf } from '@gongze/domain/vocabulary/ids';
import type { Offers } from '../forms/offers.ts';
import type { Typed } from '../forms/value.ts';

type Context = Pick<DecisionContext, 'situation' | 'diagnosis' | 'by'>;

/** The request that an opening answers: the one it was begun from, else the only one that waits for the tier. */
export function requestAnswered({ situation, by }: Pick<Context, 'situation' | 'by'>, subject: string | undefined): string | undefined {
  const tier = governmentOf(by);
  const open = [...situation.state.requests.values()].filter(
    ({ payload, declined, opened }) => declined === undefined && opened === undefined && payload.tier === tier,
  );
  const chosen = open.find(({ payload }) => payload.intervention === subject) ?? (open.length === 1 ? open[0] : undefined);
  return chosen?.payload.intervention;
}

/** An instrument before anything of it was chosen: its tier, who applies it and to whom are known. */
function blankInstrument({ situation, by }: Pick<Context, 'situation' | 'by'>): Typed {
  return {
    instrument: `instrument-${crypto.randomUUID().slice(0, 8)}`,
    tier: governmentOf(by),
    by,
    targets: [...situation.parties],
    direct: true,
  };
}

/** Grounds are the failures that have lasted long enough; one exit criterion and one instrument stand open to be filled in. */
export function openingKnown(context: Context): Record<string, Typed> {
  const { situation } = context;
  const bodies = [...situation.state.bodies.values()].filter(({ abolished }) => abolished === undefined);
  const receiver = bodies.length === 1 ? bodies[0]?.body : undefined;
  return {
    grounds: context.diagnosis().grounds.dilemmas.map(({ key }) => key),
    exitCriteria: [undefined],
    instruments: [blankInstrument(context)],
    ...(receiver !== undefined && { handBack: { receiver } }),
  };
}

const asked = ['title', 'channel', 'strength', 'capacityBuilding', 'binding', 'targets', 'direct', 'substitution', 'until', 'obligations'];

/** How the lists of an opening are offered: nobody names an instrument by an id, or says again whose it is. */
export function openingOffers(command: CommandName, context: Context): Partial<Offers> {
  if (command !== 'openIntervention') return {};
  return {
    blank: (path) => (path === 'instruments' ? blankInstrument(context) : undefined),
    first: (path) => (path.startsWith('instruments.') ? asked.slice(0, 6) : undefined),
    only: (path) => (path.startsWith('instruments.') ? asked : undefined),
  };
}
