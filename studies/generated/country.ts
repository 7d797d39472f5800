/**
 * A country of made-up cases, so that the picture of a country has something to show before there are thousands of real
 * ones. Nothing here happened: parties carry the names of real governments, because a tree of governments is what the
 * picture is about, and every case and every fact says that it is generated. A case is its number: the same number gives
 * the same history, to the byte.
 *
 * What is assumed (conventions, not findings): neighbours are neighbours by code; four fifths of the cases lie within one
 * province; a province has a climate, drawn once, in which agreements are more or less precise and duties more or less often
 * met; a duty is met more often where a superior that assesses is near, and less often on issues that nobody attends to.
 */
import { addDays, addMonths, isoDateOf, type IsoDate } from '@gongze/domain/vocabulary/dates';
import type { GovernmentCode } from '@gongze/domain/vocabulary/ids';
import type { GovernmentTree } from '@gongze/domain/vocabulary/governments/tree';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { Fact } from '@gongze/domain/events/catalogue';
import { Stream } from '../random/stream.ts';
import { FactWriter } from '../simulation/history/facts.ts';
import { generatedCaseId } from './id.ts';
import { type Issue, issues } from './issues.ts';
import { partiesOf } from './parties.ts';

export interface GeneratedCase {
  readonly caseId: string;
  readonly title: Bilingual;
  readonly actors: Readonly<Record<string, Bilingual>>;
  readonly parties: readonly GovernmentCode[];
  readonly facts: readonly Fact[];
}

/** Day up to which the made-up histories run. */
export const generatedUntil = isoDateOf('2026-06-30');
const seed = 20_261_127;

const topic = 'topic';
const agreement = 'agreement';
const made = (zh: string, en: string): Bilingual => ({ zh: `${zh}（生成）`, en: `${en} (generated)` });

interface Story {
  readonly writer: FactWriter;
  readonly random: () => number;
  readonly parties: readonly GovernmentCode[];
  readonly superior: string;
  readonly issue: Issue;
  readonly start: IsoDate;
  /** How well things go in this part of the country, 0–1: so that dilemmas cluster. */
  readonly climate: number;
}

const chance = ({ random }: Story, share: number): boolean => random() < share;

/** Adds a fact unless its day lies behind the end of the histories. */
function tell(story: Story, on: IsoDate, ...[type, payload, initiative = 'self']: Telling): boolean {
  if (on > generatedUntil) return false;
  story.writer.add(type, on, initiative, payload as never);
  return true;
}
type Telling = readonly [type: Parameters<FactWriter['add']>[0], payload: object, initiative?: 'self' | 'superior'];

/** Talks: some parties agree at the second meeting, some never. The day of agreement, if there was one. */
function consult(story: Story): IsoDate | undefined {
  const { parties, issue, start, random, climate } = story;
  tell(story, start, 'caseOpened', {
    title: made(issue.title.zh, issue.title.en),
    parties,
    issue: {
      attention: { level: issue.attention, why: made('示例设定', 'set for the example') },
      spillover: { level: issue.spillover, why: made('示例设定', 'set for the example') },
    },
  });
  tell(story, start, 'topicRaised', { topic, title: made(issue.title.zh, issue.title.en), by: [parties[0]] });
  const meetings = 1 + Math.floor(random() * 4);
  const agrees = chance(story, 0.65 + climate * 0.3);
  let day = start;
  for (let meeting = 1; meeting <= meetings; meeting++) {
    day = addDays(day, 40 + Math.floor(random() * 160));
    tell(story, day, 'meetingHeld', {
      kind: 'jointConference',
      title: made(`第${meeting}次联席会议`, `joint conference no. ${meeting}`),
      topics: [topic],
      attendees: parties.map((actor) => ({ actor })),
    });
  }
  return agrees && tell(story, day, 'consensusRecorded', { topic, parties }) ? day : undefined;
}

/** The text they sign, and the body that looks after it. */
function commit(story: Story, agreed: IsoDate): IsoDate | undefined {
  const { parties, random, climate } = story;
  const day = addDays(agreed, 20 + Math.floor(random() * 90));
  const framework = chance(story, 0.5 - climate * 0.4);
  const quality = framework ? 0.2 + random() * 0.35 : 0.56 + random() * 0.4;
  const signed = tell(story, day, 'agreementSigned', {
    agreement,
    title: made('合作协议', 'cooperation agreement'),
    parties,
    topics: [topic],
    judgement: { operability: quality, bindingness: Math.max(0, quality - 0.1), by: made('示例设定', 'set for the example') },
    framework,
  });
  if (chance(story, 0.55))
    tell(story, addDays(day, 15), 'bodyEstablished', {
      body: 'body:joint',
      title: made('联席会议办公室', 'office of the joint conference'),
      kind: 'joint',
      members: parties,
      powers: chance(story, 0.25) ? ['convene', 'coordinate', 'supervise'] : ['convene', 'coordinate'],
    });
  return signed ? day : undefined;
}

interface Duty {
  readonly obligation: string;
  readonly party: string;
  readonly dueOn: IsoDate;
}

/** One duty a party; in a third of the cases also one that all owe together, with or without shares. */
function draftDuties(story: Story, signed: IsoDate): readonly Duty[] {
  const { parties, issue, random } = story;
  const joint = chance(story, 0.33);
  const owed = [...parties.map((party) => [party]), ...(joint ? [parties] : [])];
  return owed.flatMap((liable, index) => {
    const party = liable[0] as string;
    const dueOn = addMonths(signed, 9 + Math.floor(random() * 30));
    const obligation = `duty-${index + 1}`;
    const led = liable.length === 1 || chance(story, 0.5);
    const told = tell(story, addDays(signed, 1), 'obligationDrafted', {
      obligation,
      title: liable.length > 1 ? made(`共同${issue.duty.zh}`, `together: ${issue.duty.en}`) : made(issue.duty.zh, issue.duty.en),
      topic,
      agreement,
      origin: 'agreed',
      liable,
      ...(led && { lead: party }),
      acceptedBy: liable,
      beneficiaries: parties,
      measure: issue.measure,
      ...(chance(story, 0.85) && {
        deadline: { text: { zh: dueOn, en: dueOn }, readings: [{ reading: 'strict', dueOn }], defaultReading: 'strict' },
      }),
    });
    return told ? [{ obligation, party, dueOn }] : [];
  });
}

/** Perhaps the nearest common superior steps in, softly or with assessment, and perhaps it leaves again. */
function intervene(story: Story, from: IsoDate): { readonly on: IsoDate; readonly binding: boolean } | undefined {
  const { superior, parties, issue, random } = story;
  if (!chance(story, 0.12 + issue.attention * 0.11)) return undefined;
  const on = addDays(from, 200 + Math.floor(random() * 700));
  const binding = chance(story, 0.55);
  const years = chance(story, 0.45) ? 1 + Math.floor(random() * 3) : undefined;
  const channel = binding ? (chance(story, 0.6) ? 'assessment' : 'inspection') : chance(story, 0.5) ? 'policyDocument' : 'organisation';
  const told = tell(
    story,
    on,
    'instrumentApplied',
    {
      instrument: 'instrument-1',
      title: binding ? made('下达年度考核', 'yearly assessment ordered') : made('印发指导意见', 'guiding opinions issued'),
      channel,
      strength: binding ? 3 + Math.floor(random() * 3) : 1 + Math.floor(random() * 2),
      tier: superior,
      by: superior,
      targets: parties,
      direct: binding,
      binding,
      capacityBuilding: chance(story, 0.3),
      ...(years !== undefined && { until: addMonths(on, years * 12) }),
    },
    'superior',
  );
  if (told && binding && chance(story, 0.6)) follow(story, on);
  return told ? { on, binding } : undefined;
}

/** An intervention by the rules has an end; not every superior keeps to it. */
function follow(story: Story, on: IsoDate): void {
  const { superior, parties } = story;
  const intervention = 'intervention-1';
  const sunset = addMonths(on, 12 + Math.floor(story.random() * 13));
  tell(
    story,
    on,
    'interventionOpened',
    {
      intervention,
      tier: superior,
      title: made('纵向介入', 'vertical intervention'),
      grounds: ['decisionWithoutAction'],
      exitCriteria: [{ text: made('责任事项办结', 'the duties are fulfilled') }],
      sunset,
      handBack: { powers: ['coordinate'], receiver: parties[0] as string },
    },
    'superior',
  );
  if (!chance(story, 0.6)) return;
  tell(story, sunset, 'interventionClosed', { intervention }, 'superior');
  tell(story, addDays(sunset, 1), 'powersRestored', { intervention, powers: ['coordinate'], receiver: parties[0] as string }, 'superior');
}

function deliver(story: Story, { obligation, party, dueOn }: Duty, entered: { on: IsoDate; binding: boolean } | undefined): void {
  const { random, issue, superior, climate } = story;
  const pushed = entered !== undefined && entered.on < dueOn ? (entered.binding ? 0.3 : 0.1) : 0;
  const willing = 0.2 + issue.attention * 0.05 + pushed + climate * 0.6;
  const first = addMonths(dueOn, -4 - Math.floor(random() * 5));
  if (chance(story, 0.5 + pushed)) tell(story, first, 'progressReported', { obligation, by: party, completion: 'limited' });
  if (chance(story, willing)) {
    const late = chance(story, 0.35) ? Math.floor(random() * 500) : -Math.floor(random() * 60);
    const day = addDays(dueOn, late);
    tell(story, day, 'obligationReported', { obligation, by: party, completion: 'complete' });
    const checked = addDays(day, 30);
    const good = chance(story, 0.9);
    if (entered !== undefined)
      tell(story, checked, 'obligationReviewed', {
        obligation,
        by: superior,
        completion: good ? 'complete' : 'limited',
        effect: good ? 'major' : 'didNotChange',
      });
    if (good) tell(story, addDays(checked, 5), 'obligationFulfilled', { obligation, by: superior, deliveredOn: day });
  } else if (chance(story, 0.4)) {
    tell(story, addDays(dueOn, 20), 'obligationReported', { obligation, by: party, completion: 'substantial' });
  }
}

/** The same for all cases of a province, so that the picture has places where things go well and places where they do not. */
function climateOf(party: string): number {
  return Stream.named(seed, 'prior', Number.parseInt(party.slice(0, 2), 36)).uniform();
}

/**
 * The case of that number.
 * @throws RangeError for a number that is not whole or below 0
 */
export function generatedCase(number: number, tree: GovernmentTree): GeneratedCase {
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`not the number of a generated case: ${number}`);
  const stream = Stream.named(seed, 'population', number);
  const random = (): number => stream.uniform();
  const start = addDays(isoDateOf('2012-01-01'), Math.floor(random() * 4200));
  const parties = partiesOf(tree, random);
  const superior = tree.nearestCommonSuperior(parties, start);
  if (superior === undefined) throw new Error('bug: parties of one tree have no common superior');
  const issue = issues[Math.floor(random() * issues.length)] as Issue;
  const caseId = generatedCaseId(number);
  const climate = climateOf(parties[0] as string);
  const story: Story = { writer: new FactWriter(caseId, start.slice(0, 7)), random, parties, superior, issue, start, climate };
  const agreed = consult(story);
  const signed = agreed === undefined ? undefined : commit(story, agreed);
  const duties = signed === undefined ? [] : draftDuties(story, signed);
  const entered = intervene(story, signed ?? start);
  for (const duty of duties) deliver(story, duty, entered);
  const names = parties.map((party) => tree.get(party)?.name as Bilingual);
  return {
    caseId,
    title: made(`${names.map(({ zh }) => zh).join('、')}：${issue.title.zh}`, `${names.map(({ en }) => en).join(', ')}: ${issue.title.en}`),
    actors: { 'body:joint': made('联席会议办公室', 'office of the joint conference') },
    parties,
    facts: story.writer.facts,
  };
}
