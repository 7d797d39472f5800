/** 纪要: what a meeting settled, who was there, who dissents, and what each owes by when. */
import type { ConvenedMeeting, Dated, TopicState } from '@gongze/domain/cases/state';
import type { Payload } from '@gongze/domain/events/catalogue';
import type { meetingKinds } from '@gongze/domain/events/consultation';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { ActorId, TopicId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { type CaseSource, factOfType } from '../source.ts';
import { type Block, type DocumentAnswer, type DocumentNumber, heading, paragraph, refuseDocument } from './content.ts';
import { dateText, ended, listed, officialName } from './words.ts';

export interface MinutesRequest {
  /** Name of the meeting that was convened, or id of the fact that it was held. Default: the latest. */
  readonly meeting?: string | undefined;
  readonly number?: DocumentNumber | undefined;
}

type Held = Dated<Payload<'meetingHeld'>>;
type MeetingKind = (typeof meetingKinds)[number];

const kindWords: Readonly<Record<MeetingKind, Bilingual>> = {
  jointConference: { zh: '联席会议', en: 'Joint Conference' },
  liaison: { zh: '联络员会议', en: 'Liaison Meeting' },
  expert: { zh: '专家会议', en: 'Expert Meeting' },
  leaders: { zh: '负责人会议', en: 'Leaders’ Meeting' },
  other: { zh: '会议', en: 'Meeting' },
};

/** Minutes of a meeting as far as it is on record, or why there are none. */
export function minutesOf(source: CaseSource, { meeting, number }: MinutesRequest = {}): DocumentAnswer {
  const { state } = source.situation;
  const convened = meeting === undefined ? undefined : state.convened.get(meeting);
  const held =
    meeting === undefined
      ? (state.meetings.findLast(({ ref }) => ref.dated) ?? state.meetings.at(-1))
      : state.meetings.find(({ payload, ref }) => ref.id === meeting || payload.meeting === meeting);
  if (held === undefined)
    return refuseDocument(meeting === undefined ? 'noMeeting' : convened === undefined ? 'unknownMeeting' : 'notHeld');
  return { ok: true, document: document(source, held, convened ?? conveningOf(source, held), number) };
}

function conveningOf({ situation }: CaseSource, held: Held): ConvenedMeeting | undefined {
  return held.payload.meeting === undefined ? undefined : situation.state.convened.get(held.payload.meeting);
}

function document(source: CaseSource, held: Held, convened: ConvenedMeeting | undefined, number: DocumentNumber | undefined) {
  const { situation } = source;
  const { payload, ref } = held;
  const issuerId = payload.body ?? convened?.minutes?.payload.by ?? convened?.payload.by;
  // Where no body met and nobody is known to have convened it, it was a meeting of those who came.
  const issuer =
    issuerId === undefined
      ? listed(payload.attendees.map(({ actor }) => situation.nameOf(actor)))
      : officialName(situation.nameOf(issuerId));
  const kind = kindWords[payload.kind ?? convened?.payload.kind ?? 'other'];
  const present = payload.attendees.map(({ actor }) => actor);
  const absent = (convened?.payload.invited ?? []).map(({ actor }) => actor).filter((actor) => !present.includes(actor));
  return {
    kind: 'minutes' as const,
    issuer,
    mark: { zh: issuer.zh.endsWith('会议') ? `${issuer.zh}纪要` : `${issuer.zh}${kind.zh}纪要`, en: `${issuer.en}: Minutes` },
    number: number ?? numberIn(convened?.minutes?.payload.number),
    title: convened?.minutes?.payload.title ?? payload.title,
    to: [],
    body: [opening(source, held, convened), ...payload.topics.flatMap((topic) => settled(source, topic, held, convened))],
    annexes: [],
    attendance: { present: present.map(situation.nameOf), absent: absent.map(situation.nameOf) },
    date: convened?.minutes?.ref.on ?? ref.on,
    copies: situation.parties.filter((party) => !present.includes(party)).map(situation.nameOf),
  };
}

/** 京津冀协〔2025〕3号 as it was recorded with the minutes. */
export function numberIn(text: string | undefined): DocumentNumber | undefined {
  const match = /^(.+?)[〔[［(（](\d{4})[〕\]］)）]\s*第?\s*0*(\d+)\s*号?$/.exec(text ?? '');
  return match === null ? undefined : { code: match[1] ?? '', year: Number(match[2]), serial: Number(match[3]) };
}

function opening({ situation }: CaseSource, { payload, ref }: Held, convened: ConvenedMeeting | undefined): Block {
  const when = heldOn(ref.first, ref.on);
  const by = convened === undefined ? undefined : situation.nameOf(convened.payload.by);
  const topics = listed(payload.topics.map((topic) => titleOf(situation.state.topics.get(topic), topic)));
  const about = payload.topics.length === 0 ? { zh: '', en: '' } : { zh: `，就${topics.zh}进行了协商`, en: ` Topics: ${topics.en}.` };
  return paragraph(
    `${when.zh}${by === undefined ? '召开会议' : `，由${by.zh}召集会议`}${about.zh}。现将有关情况和议定事项纪要如下。`,
    `Held ${when.en}${by === undefined ? '' : `, convened by ${by.en}`}.${about.en} What was settled is recorded below.`,
  );
}

function heldOn(first: IsoDate, last: IsoDate): Bilingual {
  const [from, to] = [dateText(first), dateText(last)];
  return first === last ? { zh: to.zh, en: `on ${to.en}` } : { zh: `${from.zh}至${to.zh}间`, en: `between ${from.en} and ${to.en}` };
}

function titleOf(topic: TopicState | undefined, id: TopicId): Bilingual {
  return topic?.title ?? { zh: id, en: id };
}

/** One topic: the decision, who stands behind it, who dissents, when it is reviewed, and the duties that came of it. */
function settled(source: CaseSource, id: TopicId, held: Held, convened: ConvenedMeeting | undefined): Block[] {
  const { situation } = source;
  const topic = situation.state.topics.get(id);
  const title = titleOf(topic, id);
  const minuted = convened?.minutes?.payload.decisions.find((own) => own.topic === id)?.text;
  const consensus = topic?.decision?.ref.on === held.ref.on ? factOfType(source, topic.decision.ref.id, 'consensusRecorded') : undefined;
  const text = minuted ?? consensus?.payload.text;
  const parties = [...(topic?.consensus ?? [])].filter(([, ref]) => ref.on === held.ref.on).map(([party]) => party);
  const blocks = [heading(title.zh, title.en)];
  if (text !== undefined) blocks.push(paragraph(ended(text).zh, ended(text).en));
  if (parties.length > 0) {
    const who = listed(parties.map(situation.nameOf));
    blocks.push(paragraph(`${who.zh}达成一致。`, `Agreed by ${who.en}.`));
  }
  const signed = [...situation.state.agreements.values()].filter((own) => own.signed.on === held.ref.on && own.terms.topics.includes(id));
  for (const { terms } of signed)
    blocks.push(paragraph(`签订《${terms.title.zh.replace(/^《|》$/g, '')}》。`, `“${terms.title.en}” was signed.`));
  if (blocks.length === 1) blocks.push(paragraph('会议进行了讨论，未记录议定事项。', 'It was discussed; no decision is on record.'));
  for (const [party, own] of topic?.dissent ?? []) {
    if (own.ref.on !== held.ref.on) continue;
    const who = situation.nameOf(party);
    blocks.push(paragraph(`${who.zh}保留不同意见：${ended(own.text).zh}`, `${who.en} dissents: ${ended(own.text).en}`));
  }
  const review = consensus?.payload.reviewOn;
  if (review !== undefined)
    blocks.push(paragraph(`该决定于${dateText(review).zh}前复审。`, `The decision is to be reviewed by ${dateText(review).en}.`));
  return [...blocks, ...duties(source, id, held)];
}

/** Duties on the topic that were drafted on the day of the meeting or came into being with its minutes. */
function duties({ situation }: CaseSource, topic: TopicId, held: Held): Block[] {
  const until = held.payload.meeting === undefined ? undefined : situation.state.convened.get(held.payload.meeting)?.minutes?.ref.on;
  return situation.duties
    .filter(
      ({ obligation: { terms, created } }) => terms.topic === topic && created.on >= held.ref.on && created.on <= (until ?? held.ref.on),
    )
    .map(({ obligation: { terms }, dueOn }) => {
      const who = listed((terms.lead === undefined ? terms.liable : [terms.lead]).map((own: ActorId) => situation.nameOf(own)));
      const role = terms.lead === undefined ? '负责' : '牵头';
      const due =
        dueOn === undefined
          ? { zh: '，期限另行商定', en: '; the date is still to be agreed' }
          : { zh: `，${dateText(dueOn).zh}前完成`, en: `, by ${dateText(dueOn).en}` };
      return paragraph(
        `${terms.title.zh}：由${who.zh}${role}${due.zh}。`,
        `${terms.title.en}: ${who.en} ${terms.lead === undefined ? 'answers for it' : 'leads'}${due.en}.`,
      );
    });
}
