/** 督办通知单: a superior, or a body of the parties, asks for a duty to be carried out. Everything in it is on record. */
import { deciders, holdsPowerOver } from '@gongze/domain/decisions/line';
import { nearerInTurn } from '@gongze/domain/decisions/turn';
import { sameSide } from '@gongze/domain/decisions/context';
import type { Duty } from '@gongze/domain/stages/duties';
import { lightOf } from '@gongze/domain/stages/lights';
import { addDays, type IsoDate } from '@gongze/domain/vocabulary/dates';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { CaseSource } from '../source.ts';
import { annexesOf } from './annexes.ts';
import { type Block, type DocumentAnswer, type DocumentNumber, heading, paragraph, refuseDocument } from './content.ts';
import { answerable, basisOf, dateText, ended, measuresOf, officialName, standingOf } from './words.ts';

export interface NoticeRequest {
  /** Default: the duty that is overdue longest, else the one whose light turned yellow, else the next one due. */
  readonly obligation?: string | undefined;
  /**
   * Default: who issued the slip that waits for its answer, who assigned the duty, whoever is writing if it has the power, else the
   * body that may supervise the parties. A superior is never supposed to issue one: whether it steps in is its own to say.
   */
  readonly by?: ActorId | undefined;
  /** Whoever is writing. */
  readonly acting?: ActorId | undefined;
  readonly number?: DocumentNumber | undefined;
}

const slips = ['blue', 'orange', 'red'] as const;
const slipWords: Readonly<Record<(typeof slips)[number], Bilingual>> = {
  blue: { zh: '蓝色督办单', en: 'blue slip' },
  orange: { zh: '橙色督办单', en: 'orange slip' },
  red: { zh: '红色督办单', en: 'red slip' },
};

/** The duty that needs a notice first. */
export function mostPressing({ situation }: CaseSource): Duty | undefined {
  const rank = (duty: Duty): number => {
    const light = lightOf(duty, situation.asOf, situation.parameters)?.light;
    return duty.overdue ? 0 : light === 'red' ? 1 : light === 'yellow' ? 2 : 3;
  };
  return situation.duties
    .filter((duty) => duty.open && duty.obligation.inEffect !== undefined)
    .toSorted((a, b) => rank(a) - rank(b) || b.daysLate - a.daysLate || ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1))[0];
}

/** The slip that was issued last, or the one that comes next where its answer is late or none was issued. */
function slipOf({ situation }: CaseSource, { obligation: { reminders } }: Duty): { slip: (typeof slips)[number]; answerBy: IsoDate } {
  const answerDays = situation.parameters.get('supervision.slipAnswerDays');
  const last = reminders.at(-1);
  const fresh = addDays(situation.asOf, answerDays);
  if (last === undefined) return { slip: 'blue', answerBy: fresh };
  const answerBy = last.answerBy ?? addDays(last.ref.on, answerDays);
  if (answerBy >= situation.asOf) return { slip: last.slip, answerBy };
  return { slip: slips[Math.min(slips.indexOf(last.slip) + 1, slips.length - 1)] ?? 'red', answerBy: fresh };
}

/** The notice of the day, or why there is none. */
export function noticeOf(source: CaseSource, { obligation, by, acting, number }: NoticeRequest = {}): DocumentAnswer {
  const { situation } = source;
  const duty = obligation === undefined ? mostPressing(source) : situation.dutyById.get(obligation as never);
  if (duty === undefined) return refuseDocument(obligation === undefined ? 'noDuty' : 'unknownDuty');
  if (!duty.open) return refuseDocument('dutyEnded');
  if (duty.unsigned) return refuseDocument('unsigned');
  if (duty.unaccepted) return refuseDocument('unaccepted');
  const { terms, assigned, reminders } = duty.obligation;
  const { slip, answerBy } = slipOf(source, duty);
  // A slip on record that still waits for its answer is of whoever issued it.
  const issued = reminders.findLast(({ slip: colour, answerBy: until }) => colour === slip && until === answerBy)?.by;
  const issuerId = by ?? issued ?? assigned?.by ?? supervisor(source, duty, acting);
  if (issuerId === undefined) return refuseDocument('noIssuer');
  if (terms.liable.some((own) => sameSide(own, issuerId))) return refuseDocument('sameSide');
  // A slip on record was decided by the rules of the case when it was issued.
  if (issuerId !== issued && !holdsPowerOver(situation, duty.obligation, issuerId)) return refuseDocument('noPower');
  if (issuerId !== issued && nearerInTurn(situation, duty.obligation, issuerId, situation.asOf).length > 0)
    return refuseDocument('outOfTurn');
  const issuer = officialName(situation.nameOf(issuerId));
  const main = terms.lead === undefined ? terms.liable : [terms.lead];
  const others = [...terms.liable, ...(terms.cooperating ?? [])].filter((own) => !main.includes(own));
  return {
    ok: true,
    document: {
      kind: 'notice',
      issuer,
      mark: { zh: `${issuer.zh}督办通知单`, en: issuer.en },
      number,
      title: {
        zh: `关于督办“${terms.title.zh}”的通知`,
        en: `Supervision notice (${slipWords[slip].en}): ${terms.title.en}`,
      },
      to: main.map(situation.nameOf),
      body: [
        opening(source, duty, slipWords[slip], reminders.length),
        heading('督办事项', 'Matter'),
        paragraph(ended(terms.title).zh, ended(terms.title).en),
        ...measuresOf(duty),
        heading('责任单位', 'Who answers for it'),
        ...answerable(source, duty),
        heading('目前情况', 'Where it stands'),
        ...standingOf(source, duty),
        heading('办理要求', 'What is asked'),
        ...asks(duty, answerBy),
      ],
      annexes: annexesOf(source, duty, true),
      date: situation.asOf,
      copies: [...new Set(others)].map(situation.nameOf),
    },
  };
}

function supervisor({ situation }: CaseSource, { obligation }: Duty, acting: ActorId | undefined): ActorId | undefined {
  const owes = obligation.terms.liable.some((own) => acting !== undefined && sameSide(own, acting));
  if (acting !== undefined && !owes && holdsPowerOver(situation, obligation, acting)) return acting;
  return deciders(situation, obligation).find((own) => situation.state.bodies.has(own));
}

function opening(source: CaseSource, duty: Duty, slip: Bilingual, issued: number): Block {
  const basis = basisOf(source, duty);
  const who = duty.obligation.terms.liable.length > 1 ? { zh: '各责任单位', en: 'the parties responsible' } : { zh: '你单位', en: 'you' };
  const from = dateText(duty.obligation.created.on);
  const ground =
    basis === undefined
      ? { zh: `下列事项自${from.zh}起由${who.zh}负责`, en: `Since ${from.en} ${who.en} have answered for the matter below` }
      : { zh: `根据${basis.zh}，下列事项由${who.zh}负责`, en: `Under ${basis.en}, ${who.en} answer for the matter below` };
  const before =
    issued === 0
      ? { zh: '', en: '' }
      : { zh: `此前已发督办单${issued}次。`, en: ` ${issued === 1 ? 'One slip was' : `${issued} slips were`} issued before.` };
  return paragraph(
    `${ground.zh}。${before.zh}现发${slip.zh}，请抓紧办理。`,
    `${ground.en}.${before.en} This ${slip.en} asks you to carry it out.`,
  );
}

function asks(duty: Duty, answerBy: IsoDate): Block[] {
  const { terms, assigned } = duty.obligation;
  const { orElse, liable } = terms;
  const ground = assigned === undefined ? '依约定' : '按交办要求';
  const by = dateText(answerBy);
  return [
    paragraph(
      `请于${by.zh}前书面反馈办理情况${liable.length > 1 ? '；共同承担的事项由牵头单位汇总后一并反馈' : ''}。`,
      `Report in writing by ${by.en}${liable.length > 1 ? '; for a joint matter the lead reports once for all' : ''}.`,
    ),
    duty.overdue
      ? paragraph(
          '对逾期的认定有异议的，可在反馈时一并提出，并说明理由。',
          'If you hold that it is not late, say so in your report, with reasons.',
        )
      : paragraph(
          '确需延期的，应在到期前提出，说明理由和新的完成日期。',
          'If more time is needed, ask before it is due, with reasons and a new date.',
        ),
    ...(orElse === undefined
      ? []
      : [paragraph(`未按期办理的，${ground}处理：${ended(orElse).zh}`, `If it is not carried out: ${ended(orElse).en}`)]),
  ];
}
