/** 介入情况通报: what a superior did to help the parties, on what grounds, and how it left. Everything in it is on record. */
import type { InterventionState } from '@gongze/domain/cases/state';
import { ruleOf } from '@gongze/domain/dilemmas/diagnose';
import type { Fact } from '@gongze/domain/events/catalogue';
import { channelNames } from '@gongze/domain/variables/channels';
import { addMonths } from '@gongze/domain/vocabulary/dates';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import { dilemmaIds, type Power } from '@gongze/domain/vocabulary/levels';
import { powerNames } from '@gongze/domain/vocabulary/powerNames';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { CaseSource } from '../source.ts';
import { type Block, type DocumentAnswer, type DocumentNumber, heading, paragraph, refuseDocument } from './content.ts';
import { dateText, ended, listed, officialName } from './words.ts';

export interface InterventionRequest {
  /** Default: the one that was opened last. */
  readonly intervention?: string | undefined;
  readonly number?: DocumentNumber | undefined;
}

/** The record of an intervention as far as it went, or why there is none. */
export function interventionOf(source: CaseSource, { intervention, number }: InterventionRequest = {}): DocumentAnswer {
  const { situation } = source;
  const all = [...situation.state.interventions.values()];
  const own = intervention === undefined ? all.at(-1) : situation.state.interventions.get(intervention);
  if (own === undefined) return refuseDocument(intervention === undefined ? 'noIntervention' : 'unknownIntervention');
  const issuer = officialName(situation.nameOf(own.opened.tier as string as ActorId));
  const { title } = own.opened;
  return {
    ok: true,
    document: {
      kind: 'intervention',
      issuer,
      mark: { zh: `${issuer.zh}介入情况通报`, en: issuer.en },
      number,
      title: { zh: `关于“${title.zh}”介入情况的通报`, en: `Record of an intervention: ${title.en}` },
      to: situation.parties.map(situation.nameOf),
      body: [
        ...groundsOf(own),
        heading('退出安排', 'How it is to end'),
        ...exitOf(source, own),
        heading('介入经过', 'What was done'),
        ...courseOf(source, own.intervention),
        heading('目前情况', 'Where it stands'),
        ...standing(source, own),
      ],
      annexes: [],
      date: situation.asOf,
      copies: [],
    },
  };
}

function groundsOf({ opened: { grounds, override } }: InterventionState): Block[] {
  const names = grounds.map((key) => {
    const id = dilemmaIds.find((own) => key === own || key.startsWith(`${own}|`) || key.startsWith(`${own}:`));
    return id === undefined ? { zh: key, en: key } : ruleOf(id).name;
  });
  const unique = [...new Map(names.map((name) => [name.en, name])).values()];
  const blocks = [
    heading('介入依据', 'Grounds'),
    unique.length === 0
      ? paragraph('未载明依据。', 'No ground is on record.')
      : paragraph(`各方自行协调未能解决：${listed(unique).zh}。`, `The parties did not overcome by themselves: ${listed(unique).en}.`),
  ];
  if (override === undefined) return blocks;
  return [
    ...blocks,
    paragraph(`突破介入原则的理由：${ended(override).zh}`, `Opened against the principles, because: ${ended(override).en}`),
  ];
}

function powersText(powers: readonly Power[]): Bilingual {
  return listed(powers.map((power) => ({ zh: powerNames[power].zh, en: `to ${powerNames[power].en}` })));
}

function exitOf({ situation }: CaseSource, { opened, sunset }: InterventionState): Block[] {
  const { exitCriteria = [], handBack } = opened;
  const blocks = exitCriteria.map(({ text }) => paragraph(`退出条件：${ended(text).zh}`, `Exit criterion: ${ended(text).en}`));
  if (sunset !== undefined)
    blocks.push(paragraph(`介入期限至${dateText(sunset).zh}。`, `It ends on ${dateText(sunset).en} at the latest.`));
  if (handBack !== undefined) {
    const [powers, receiver] = [powersText(handBack.powers), situation.nameOf(handBack.receiver)];
    blocks.push(
      paragraph(`结束时将${powers.zh}权限交还${receiver.zh}。`, `At the end the power ${powers.en} goes back to ${receiver.en}.`),
    );
  }
  return blocks;
}

/** One sentence a fact, in their order. */
function courseOf(source: CaseSource, id: string): Block[] {
  const { state } = source.situation;
  const belongs = (instrument: string): boolean => state.instruments.get(instrument)?.terms.intervention === id;
  const titleOf = (instrument: string): Bilingual => state.instruments.get(instrument)?.terms.title ?? { zh: instrument, en: instrument };
  const last = (fact: Fact): number => ['interventionClosed', 'powersRestored'].indexOf(fact.type);
  // The fold need not tell them apart, a reader does: whoever closed on the day of a reading had read before.
  const inOrder = source.facts.toSorted((a, b) => (a.occurred.last === b.occurred.last ? last(a) - last(b) : 0));
  return inOrder.flatMap((fact) => {
    const told = sentenceOf(source, fact, id, belongs, titleOf);
    if (told === undefined) return [];
    const on = dateText(fact.occurred.last);
    return [paragraph(`${on.zh}，${ended(told).zh}`, `${on.en}: ${ended(told).en}`)];
  });
}

function sentenceOf(
  { situation }: CaseSource,
  fact: Fact,
  id: string,
  belongs: (instrument: string) => boolean,
  titleOf: (instrument: string) => Bilingual,
): Bilingual | undefined {
  switch (fact.type) {
    case 'interventionProposed': {
      const by = situation.nameOf(fact.payload.by);
      return fact.payload.intervention === id ? { zh: `${by.zh}请求介入`, en: `${by.en} asked for it` } : undefined;
    }
    case 'interventionOpened':
      return fact.payload.intervention === id ? { zh: '启动介入', en: 'it was opened' } : undefined;
    case 'instrumentApplied': {
      if (fact.payload.intervention !== id) return undefined;
      const { title, channel, strength } = fact.payload;
      const name = channelNames[channel];
      return {
        zh: `采取“${title.zh}”（${name.zh}，强度${strength}）`,
        en: `“${title.en}” was applied (${name.en}, strength ${strength})`,
      };
    }
    case 'interventionTapered':
    case 'interventionEscalated': {
      if (!belongs(fact.payload.instrument)) return undefined;
      const [title, down] = [titleOf(fact.payload.instrument), fact.type === 'interventionTapered'];
      const { strength } = fact.payload;
      return {
        zh: `将“${title.zh}”${down ? '减弱' : '加强'}至强度${strength}`,
        en: `“${title.en}” was ${down ? 'tapered' : 'raised'} to strength ${strength}`,
      };
    }
    case 'instrumentWithdrawn': {
      const title = titleOf(fact.payload.instrument);
      return belongs(fact.payload.instrument) ? { zh: `撤回“${title.zh}”`, en: `“${title.en}” was withdrawn` } : undefined;
    }
    case 'interventionExtended': {
      if (fact.payload.intervention !== id) return undefined;
      const [until, { reason }] = [dateText(fact.payload.sunset), fact.payload];
      return { zh: `延长至${until.zh}，理由：${reason.zh}`, en: `it was extended to ${until.en}, because: ${reason.en}` };
    }
    case 'exitCriteriaRead':
      if (fact.payload.intervention !== id) return undefined;
      return fact.payload.met
        ? { zh: '检视退出条件，已达到', en: 'the exit criteria were read: met' }
        : { zh: '检视退出条件，尚未达到', en: 'the exit criteria were read: not met' };
    case 'interventionClosed': {
      if (fact.payload.intervention !== id) return undefined;
      const { reason } = fact.payload;
      return {
        zh: `结束介入${reason === undefined ? '' : `：${reason.zh}`}`,
        en: `it was closed${reason === undefined ? '' : `: ${reason.en}`}`,
      };
    }
    case 'powersRestored': {
      if (fact.payload.intervention !== id) return undefined;
      const [powers, receiver] = [powersText(fact.payload.powers), situation.nameOf(fact.payload.receiver)];
      return { zh: `将${powers.zh}权限交还${receiver.zh}`, en: `the power ${powers.en} went back to ${receiver.en}` };
    }
    default:
      return undefined;
  }
}

function standing({ situation }: CaseSource, { closed, sunset }: InterventionState): Block[] {
  if (closed !== undefined) {
    const until = dateText(addMonths(closed.on, situation.parameters.get('selfHelp.watchMonths')));
    return [
      paragraph(
        `介入已于${dateText(closed.on).zh}结束，观察至${until.zh}，看协同能否自行维持。`,
        `It ended on ${dateText(closed.on).en} and is watched until ${until.en}, to see whether coordination lasts.`,
      ),
    ];
  }
  return sunset !== undefined && sunset < situation.asOf
    ? [paragraph('介入已过期限而尚未结束。', 'It is past its end and not closed.')]
    : [paragraph('介入正在进行。', 'It is under way.')];
}
