/**
 * What the time axis shows, from the whole history once: lanes of superiors, joint bodies and parties, duties and
 * interventions. It does not depend on the as-of date; moving the date only veils what lies after it.
 */
import type { Fact } from '@gongze/domain/events/catalogue';
import type { CaseReport } from '@gongze/domain/report/schema';
import { type DayNumber, type IsoDate, toDayNumber } from '@gongze/domain/vocabulary/dates';
import type { Channel } from '@gongze/domain/vocabulary/levels';
import { channels } from '@gongze/domain/vocabulary/levels';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { ownersOf, titleOf } from '../engine/describe.ts';
import type { Engine } from '../engine/engine.ts';

export type Glyph = 'verified' | 'single' | 'unverified';

export interface FactMark {
  readonly id: string;
  readonly first: DayNumber;
  readonly last: DayNumber;
  readonly glyph: Glyph;
  readonly corrected: boolean;
  readonly label: Bilingual | undefined;
}

export interface InterventionSpan {
  readonly instrument: string;
  readonly from: DayNumber;
  readonly to: DayNumber | undefined;
  readonly strength: number;
  readonly direct: boolean;
  readonly title: Bilingual;
}

export interface SuperiorLane {
  readonly id: string;
  readonly facts: readonly FactMark[];
  readonly channels: readonly { readonly channel: Channel; readonly spans: readonly InterventionSpan[] }[];
}

export interface BodyLane {
  readonly id: string;
  readonly from: DayNumber;
  readonly to: DayNumber | undefined;
  readonly upgrades: readonly DayNumber[];
  readonly facts: readonly FactMark[];
}

export interface PartyLane {
  readonly id: string;
  readonly facts: readonly FactMark[];
}

export interface UndatedGroup {
  readonly first: DayNumber;
  readonly last: DayNumber;
  readonly ids: readonly string[];
}

export interface TimelineModel {
  readonly superiors: readonly SuperiorLane[];
  readonly bodies: readonly BodyLane[];
  readonly parties: readonly PartyLane[];
  readonly undated: readonly UndatedGroup[];
  readonly duties: CaseReport['obligations'];
  readonly facts: number;
  readonly interventions: number;
  /** Day up to which the history was read: what is open is drawn up to it and no further. */
  readonly until: DayNumber;
}

/** Lane of the facts that belong to none of the lanes. */
export const OTHERS = '';

function glyphOf(fact: Fact): Glyph {
  if (fact.verification === 'verified') return 'verified';
  return fact.verification === 'unverified' ? 'unverified' : 'single';
}

function markOf(fact: Fact, corrected: boolean): FactMark {
  return {
    id: fact.id,
    first: toDayNumber(fact.occurred.first),
    last: toDayNumber(fact.occurred.last),
    glyph: glyphOf(fact),
    corrected,
    label: titleOf(fact),
  };
}

function superiorsOf(end: CaseReport): string[] {
  const tiers = [...end.interventions, ...end.guidance].map(({ tier }) => tier);
  const others = [...new Set(tiers)].filter((tier) => !end.ladder.includes(tier) && !end.parties.includes(tier));
  return [...[...end.ladder].reverse(), ...others];
}

function spansOf(end: CaseReport, tier: string): SuperiorLane['channels'] {
  const own = [...end.interventions, ...end.guidance].filter((one) => one.tier === tier && one.from !== null);
  return channels.flatMap((channel) => {
    const spans = own
      .filter((one) => one.channel === channel)
      .map(
        ({ instrument, from, to, strength, direct, title }): InterventionSpan => ({
          instrument,
          from: toDayNumber(from as IsoDate),
          to: to === null ? undefined : toDayNumber(to as IsoDate),
          strength,
          direct,
          title,
        }),
      );
    return spans.length === 0 ? [] : [{ channel, spans }];
  });
}

function bodiesOf(facts: readonly Fact[], marks: ReadonlyMap<string, FactMark[]>): BodyLane[] {
  const lanes = new Map<string, { from: DayNumber; to: DayNumber | undefined; upgrades: DayNumber[] }>();
  for (const fact of facts) {
    const day = toDayNumber(fact.occurred.last);
    if (fact.type === 'bodyEstablished') lanes.set(fact.payload.body, { from: day, to: undefined, upgrades: [] });
    if (fact.type === 'bodyUpgraded') lanes.get(fact.payload.body)?.upgrades.push(day);
    const abolished = fact.type === 'bodyAbolished' ? lanes.get(fact.payload.body) : undefined;
    if (abolished !== undefined) abolished.to = day;
  }
  return [...lanes].map(([id, life]) => ({ id, ...life, facts: marks.get(id) ?? [] }));
}

function undatedOf(facts: readonly Fact[]): UndatedGroup[] {
  const groups = new Map<string, UndatedGroup & { ids: string[] }>();
  for (const fact of facts) {
    if (fact.occurred.precision !== 'unknown') continue;
    const { first, last } = fact.occurred;
    const group = groups.get(`${first}|${last}`);
    if (group === undefined) groups.set(`${first}|${last}`, { first: toDayNumber(first), last: toDayNumber(last), ids: [fact.id] });
    else group.ids.push(fact.id);
  }
  return [...groups.values()].sort((a, b) => a.first - b.first);
}

/** @param end the report at the end of the axis, which knows every duty and every instrument. */
export function timelineModel(engine: Engine, end: CaseReport): TimelineModel {
  const marks = new Map<string, FactMark[]>();
  const tiers = superiorsOf(end);
  const liable = new Map(end.obligations.map((duty) => [duty.id, duty.liable]));
  const lanes = new Set([
    ...tiers,
    ...end.parties,
    ...engine.facts.flatMap((fact) => (fact.type === 'bodyEstablished' ? [fact.payload.body as string] : [])),
  ]);
  for (const fact of engine.facts) {
    if (fact.occurred.precision === 'unknown' || fact.type === 'instrumentApplied' || fact.type === 'caseOpened') continue;
    const mark = markOf(fact, engine.traceByTarget.has(fact.id));
    const owners = ownersOf(fact, (obligation) => liable.get(obligation) ?? []).filter((owner) => lanes.has(owner));
    for (const owner of owners.length > 0 ? owners : [OTHERS]) {
      const lane = marks.get(owner);
      if (lane === undefined) marks.set(owner, [mark]);
      else lane.push(mark);
    }
  }
  const bodies = bodiesOf(engine.facts, marks);
  const others = marks.has(OTHERS) ? [OTHERS] : [];
  return {
    superiors: tiers.map((id) => ({ id, facts: marks.get(id) ?? [], channels: spansOf(end, id) })),
    bodies,
    parties: [...end.parties, ...others].map((id) => ({ id, facts: marks.get(id) ?? [] })),
    undated: undatedOf(engine.facts),
    duties: end.obligations,
    facts: engine.facts.length,
    interventions: end.interventions.length,
    until: toDayNumber(end.asOf as IsoDate),
  };
}
