/** What the forms of a case offer to choose from: its actors, duties, topics and the rest, by their names. */
import type { DecisionContext } from '@gongze/domain/decisions/context';
import type { Situation } from '@gongze/domain/stages/situation';
import { channelNames } from '@gongze/domain/variables/channels';
import { ruleOf } from '@gongze/domain/dilemmas/diagnose';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { type Offers, ownChoice } from '../forms/offers.ts';

interface Thing {
  readonly id: string;
  readonly name: string;
}

/** Actors of the case: parties first, then bodies, those who owe or act, and the superiors. */
export function actorsOf(situation: Situation, named: Iterable<string>): string[] {
  const { state, parties, ladder } = situation;
  const liable = [...state.obligations.values()].flatMap(({ terms, assigned }) => [
    ...terms.liable,
    ...(assigned === undefined ? [] : [assigned.by]),
  ]);
  return [...new Set<string>([...parties, ...state.bodies.keys(), ...liable, ...ladder, ...named])];
}

export function offersOf(
  { situation, diagnosis }: Pick<DecisionContext, 'situation' | 'diagnosis'>,
  named: Iterable<string>,
  lang: Language,
  faults: ReadonlyMap<string, string>,
  fresh: string | undefined,
): Offers {
  const { state, nameOf, ladder } = situation;
  const thing = (id: string): Thing => ({ id, name: nameOf(id)[lang] });
  const titled = (id: string, title: Bilingual | undefined): Thing => ({ id, name: title?.[lang] ?? id });
  const drafts = [...state.drafts.values()].map(({ payload }) => titled(payload.agreement, payload.title));
  const things: Readonly<Record<string, () => readonly Thing[]>> = {
    obligation: () => [...state.obligations.values()].map(({ obligation, terms }) => titled(obligation, terms.title)),
    topic: () =>
      [...state.topics.values()].filter(({ withdrawn }) => withdrawn === undefined).map(({ topic, title }) => titled(topic, title)),
    agreement: () => [...drafts, ...[...state.agreements.values()].map(({ agreement, terms }) => titled(agreement, terms.title))],
    meeting: () => [...state.convened.values()].map(({ payload }) => titled(payload.meeting, payload.title)),
    statement: () => [...state.statements.values()].map(({ statement, text }) => titled(statement, text)),
    inspection: () => [...state.inspections.values()].map(({ payload }) => titled(payload.inspection, payload.matter)),
    intervention: () => [...state.interventions.values()].map(({ intervention, opened }) => titled(intervention, opened.title)),
    instrument: () => [...state.instruments.values()].map(({ instrument, terms }) => titled(instrument, terms.title)),
    replaces: () => [...state.instruments.values()].map(({ instrument, terms }) => titled(instrument, terms.title)),
    conflict: () => [...state.conflicts.values()].map(({ payload }) => titled(payload.conflict, payload.title)),
  };
  const grounds = (): readonly Thing[] =>
    diagnosis()
      .findings.filter(({ status }) => status === 'active')
      .map((finding) => ({
        id: finding.key,
        name: `${ruleOf(finding.id).name[lang]}${lang === 'zh' ? '：' : ': '}${finding.subjects.map((id) => nameOf(id)[lang]).join(lang === 'zh' ? '、' : ', ')}`,
      }));
  return {
    lang,
    faults,
    actors: actorsOf(situation, named).map(thing),
    parties: new Set<string>(situation.parties),
    governments: ladder.map(thing),
    things: (of) => (of === fresh ? undefined : of === 'grounds' ? grounds() : things[of]?.()),
    choice: (field, value) => {
      if (field === 'channel') return channelNames[value as keyof typeof channelNames]?.[lang] ?? value;
      if (field === 'dilemma') return ruleOf(value as never).name[lang];
      return ownChoice(lang, field, value);
    },
  };
}
