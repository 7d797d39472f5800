/** 函: one side writes to another about a duty, for the purpose that its facts show. */
import { sameSide } from '@gongze/domain/decisions/context';
import { deciders } from '@gongze/domain/decisions/line';
import type { Duty } from '@gongze/domain/stages/duties';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { type CaseSource, factOfType } from '../source.ts';
import { type Block, type DocumentAnswer, type DocumentNumber, heading, paragraph, refuseDocument } from './content.ts';
import { annexesOf } from './annexes.ts';
import { mostPressing } from './notice.ts';
import { basisOf, dateText, ended, measuresOf, officialName, standingOf } from './words.ts';

export interface LetterRequest {
  /** Default: as for a notice. */
  readonly obligation?: string | undefined;
  /** Default: whoever is writing, if a party; else the first party that does not owe the duty. */
  readonly from?: ActorId | undefined;
  readonly acting?: ActorId | undefined;
  /** Default: who decides about the duty if the writer owes it, else its lead or responsible agencies. */
  readonly to?: ActorId | undefined;
  readonly number?: DocumentNumber | undefined;
}

/** Why the letter is written; the writer's standing and the open steps of the duty decide. `shared`: to who owes it as well. */
type Purpose = 'extension' | 'contest' | 'closeOut' | 'report' | 'urge' | 'shared';

function purposeOf({ obligation }: Duty, owes: boolean): Purpose {
  if (!owes) return 'urge';
  if (obligation.extensionAsked !== undefined) return 'extension';
  if (obligation.overdueContested !== undefined) return 'contest';
  return obligation.closeOutAsked !== undefined && obligation.closedOut === undefined ? 'closeOut' : 'report';
}

const titles: Readonly<Record<Purpose, (matter: Bilingual) => Bilingual>> = {
  extension: ({ zh, en }) => ({ zh: `关于申请延长“${zh}”完成期限的函`, en: `Request for more time: ${en}` }),
  contest: ({ zh, en }) => ({ zh: `关于对“${zh}”逾期认定提出异议的函`, en: `Objection to the finding that it is overdue: ${en}` }),
  closeOut: ({ zh, en }) => ({ zh: `关于申请“${zh}”销号的函`, en: `Request to close out: ${en}` }),
  report: ({ zh, en }) => ({ zh: `关于“${zh}”办理情况的函`, en: `State of progress: ${en}` }),
  shared: ({ zh, en }) => ({ zh: `关于商请共同推进“${zh}”的函`, en: `Request to take forward together: ${en}` }),
  urge: ({ zh, en }) => ({ zh: `关于商请加快推进“${zh}”的函`, en: `Request to take forward: ${en}` }),
};

/** The letter of the day, or why there is none. */
export function letterOf(source: CaseSource, request: LetterRequest = {}): DocumentAnswer {
  const { situation } = source;
  const duty = request.obligation === undefined ? mostPressing(source) : situation.dutyById.get(request.obligation as never);
  if (duty === undefined) return refuseDocument(request.obligation === undefined ? 'noDuty' : 'unknownDuty');
  if (duty.unsigned) return refuseDocument('unsigned');
  if (duty.unaccepted) return refuseDocument('unaccepted');
  const { terms } = duty.obligation;
  const { acting } = request;
  const writer = acting !== undefined && situation.parties.some((party) => sameSide(party, acting)) ? acting : undefined;
  const owes = (actor: ActorId): boolean => terms.liable.some((own) => sameSide(own, actor));
  const from = request.from ?? writer ?? situation.parties.find((party) => !owes(party)) ?? terms.lead ?? terms.liable[0];
  if (from === undefined) return refuseDocument('noIssuer');
  const addressees = request.to === undefined ? addressed(source, duty, owes(from)) : [request.to];
  const to = addressees.filter((own) => !sameSide(own, from));
  if (to.length === 0) return refuseDocument('sameSide');
  const purpose = owes(from) && to.every(owes) ? 'shared' : purposeOf(duty, owes(from));
  if ((purpose === 'urge' || purpose === 'shared') && !duty.open) return refuseDocument('dutyEnded');
  const issuer = officialName(situation.nameOf(from));
  return {
    ok: true,
    document: {
      kind: 'letter',
      issuer,
      mark: issuer,
      number: request.number,
      title: titles[purpose](terms.title),
      to: to.map(situation.nameOf),
      body: [...opening(source, duty, purpose), ...wish(source, duty, purpose), closing(purpose)],
      // What was handed in is enclosed where the letter rests on it.
      annexes: purpose === 'closeOut' || purpose === 'report' ? annexesOf(source, duty) : [],
      date: situation.asOf,
      copies: (terms.cooperating ?? []).filter((own) => !to.includes(own) && own !== from).map(situation.nameOf),
    },
  };
}

function addressed({ situation }: CaseSource, { obligation }: Duty, owes: boolean): readonly ActorId[] {
  const { lead, liable } = obligation.terms;
  const decide = owes ? deciders(situation, obligation) : [];
  // Nobody but those who owe it together: one of them writes to the others.
  if (owes) return decide.length > 0 ? decide : liable;
  return lead === undefined ? liable : [lead];
}

/** Who owes the duty, where it is not the writer alone. */
const owing: Readonly<Partial<Record<Purpose, Bilingual>>> = {
  urge: { zh: '贵方', en: 'you' },
  shared: { zh: '贵方与我方共同', en: 'you and we together' },
};

function opening(source: CaseSource, duty: Duty, purpose: Purpose): Block[] {
  const { terms, created } = duty.obligation;
  const basis = basisOf(source, duty);
  const from = dateText(created.on);
  const ours = owing[purpose] ?? { zh: '我方', en: 'we' };
  const ground =
    basis === undefined
      ? {
          zh: `自${from.zh}起，${ours.zh}承担“${terms.title.zh}”。`,
          en: `Since ${from.en} ${ours.en} have answered for “${terms.title.en}”.`,
        }
      : { zh: `根据${basis.zh}，${ours.zh}承担“${terms.title.zh}”。`, en: `Under ${basis.en}, ${ours.en} answer for “${terms.title.en}”.` };
  return [
    paragraph(ground.zh, ground.en),
    ...(purpose === 'urge' || purpose === 'shared' ? measuresOf(duty) : []),
    heading('目前情况', 'Where it stands'),
    ...standingOf(source, duty),
  ];
}

/** What is asked, in the words in which it was recorded. */
function wish(source: CaseSource, duty: Duty, purpose: Purpose): Block[] {
  const { extensionAsked, overdueContested, closeOutAsked } = duty.obligation;
  const reason = (text: Bilingual | undefined): Block[] =>
    text === undefined ? [] : [paragraph(`理由：${ended(text).zh}`, `Reasons: ${ended(text).en}`)];
  switch (purpose) {
    case 'extension': {
      const fact = factOfType(source, extensionAsked?.ref.id, 'extensionRequested');
      const to = dateText(extensionAsked?.newDueOn ?? source.situation.asOf);
      return [
        heading('申请事项', 'What we ask'),
        paragraph(`申请将完成期限延至${to.zh}。`, `We ask that the date be moved to ${to.en}.`),
        ...reason(fact?.payload.text),
      ];
    }
    case 'contest': {
      const fact = factOfType(source, overdueContested?.id, 'overdueContested');
      return [
        heading('异议', 'Our objection'),
        paragraph('我方认为该事项不应认定为逾期，请予复核。', 'We hold that the duty is not overdue, and ask you to look at it again.'),
        ...reason(fact?.payload.text),
      ];
    }
    case 'closeOut': {
      const fact = factOfType(source, closeOutAsked?.id, 'closeOutRequested');
      return [
        heading('申请事项', 'What we ask'),
        paragraph(
          '该事项已按要求办理完毕，请予核查，并按程序公示、销号。',
          'The duty has been carried out. We ask you to check it, make it public and close it out.',
        ),
        ...reason(fact?.payload.text),
      ];
    }
    case 'report':
      return [];
    case 'urge':
    case 'shared':
      return [
        heading('商请事项', 'What we ask'),
        paragraph(
          '请贵方明确下一步安排和完成日期。需要我方配合的，请一并告知。',
          'Please let us know your next steps and the day by which it will be done, and what you need from us.',
        ),
      ];
    default:
      return purpose satisfies never;
  }
}

function closing(purpose: Purpose): Block {
  if (purpose === 'report') return paragraph('特此函告。', 'This is for your information.');
  return purpose === 'urge' || purpose === 'shared'
    ? paragraph('请予支持为盼，并请函复。', 'We should be grateful for your reply.')
    : paragraph('妥否，请函复。', 'We should be grateful for your decision.');
}
