/**
 * Obligations to propose: a statement as the payload of `obligationDrafted`. A proposal is a question to a person, not a
 * fact: whatever the text leaves open is listed in `missing` and has to be filled before it can be recorded.
 */
import type { Deadline as Terms } from '@gongze/domain/events/schemas';
import { commitmentPayloads } from '@gongze/domain/events/commitment';
import { addDays, addMonths, isIsoDate, type IsoDate } from '@gongze/domain/vocabulary/dates';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import type { Deadline, Statement } from '../reading.ts';
import { measureText } from './measure.ts';

/** What only a person can supply. */
export type Missing = 'liable' | 'lead' | 'deadline' | 'measure' | 'orElse';

export interface ProposalContext {
  readonly language: Language;
  /** Id of the obligation to be, such as `agreement/3-1`. */
  readonly obligation: string;
  readonly agreement?: string;
  readonly clause?: string;
  /** Actor of each name the text uses: 甲方 → 110000. Names that are not here stay open. */
  readonly actors: Readonly<Record<string, string>>;
  /** Day from which a duration counts. */
  readonly signed?: string;
}

export type ObligationPayload = ReturnType<typeof commitmentPayloads.obligationDrafted.parse>;

export interface Proposal {
  /** Valid payload of `obligationDrafted`; `null` as long as no responsible party is known. */
  readonly payload: ObligationPayload | null;
  readonly missing: readonly Missing[];
  /** Names of the text for which no actor is known. */
  readonly unknownNames: readonly string[];
}

/** Statements that become obligations: duties, not permissions, prohibitions or the founding of bodies. */
export const isObligation = ({ kind, deontic, aimClass }: Statement): boolean =>
  kind === 'regulative' && (deontic === 'must' || deontic === null) && aimClass !== 'aspirational';

/** The same words in both languages: a text has one wording, and a translation is not ours to make. */
const same = (text: string): Bilingual => ({ zh: text, en: text });

/** Day on which a deadline falls, where the text and the day of signature tell. */
export function dueDay(deadline: Deadline, signed: string | undefined): IsoDate | null {
  if (deadline.kind === 'date') return isIsoDate(deadline.date) ? deadline.date : null;
  if (deadline.kind === 'period') {
    const last = deadline.period.split('/')[1] ?? '';
    return isIsoDate(last) ? last : null;
  }
  if (deadline.kind !== 'duration' || deadline.unit !== undefined || deadline.before || signed === undefined || !isIsoDate(signed))
    return null;
  // Only what counts from the agreement itself has a day; other events have not happened yet.
  if (deadline.from !== undefined && !/签订|签署|生效|施行|印发|sign|entry into force|effective|execution/i.test(deadline.from))
    return null;
  const match = /^P(\d+)([DWMY])$/.exec(deadline.duration);
  if (match === null) return null;
  const count = Number(match[1]);
  switch (match[2]) {
    case 'D':
      return addDays(signed, count);
    case 'W':
      return addDays(signed, count * 7);
    case 'M':
      return addMonths(signed, count);
    default:
      return addMonths(signed, count * 12);
  }
}

function termsOf(deadline: NonNullable<Statement['deadline']>, due: IsoDate): Terms {
  return { text: same(deadline.source.text), readings: [{ reading: 'text', dueOn: due }], defaultReading: 'text' };
}

/** The obligation that a statement amounts to, and what it leaves open. */
export function proposeObligation(statement: Statement, context: ProposalContext): Proposal {
  const { attribute, attributeResolved, lead, cooperating, deadline, indicator, orElse, aim, object } = statement;
  const names = attributeResolved ?? attribute.map(({ text }) => text);
  const actorOf = (name: string): ActorId | undefined => context.actors[name] as ActorId | undefined;
  const liable = [...new Set(names.map(actorOf).filter((actor) => actor !== undefined))];
  const unknownNames = names.filter((name) => actorOf(name) === undefined);
  const leader = lead === null ? undefined : actorOf(lead.text);
  const helpers = cooperating.map(({ text }) => actorOf(text)).filter((actor) => actor !== undefined);
  const due = deadline === null ? null : dueDay(deadline, context.signed);
  const missing: Missing[] = [
    ...(liable.length === 0 || unknownNames.length > 0 ? (['liable'] as const) : []),
    ...(names.length > 1 && lead === null ? (['lead'] as const) : []),
    ...(due === null ? (['deadline'] as const) : []),
    ...(indicator === null ? (['measure'] as const) : []),
    ...(orElse === null ? (['orElse'] as const) : []),
  ];
  if (liable.length === 0) return { payload: null, missing, unknownNames };
  const title = `${aim.text}${context.language === 'en' ? ' ' : ''}${object?.text ?? ''}`.trim();
  const payload = {
    obligation: context.obligation,
    title: same(title.slice(0, 4000)),
    origin: 'agreed',
    liable,
    ...(context.agreement !== undefined && { agreement: context.agreement }),
    ...(context.clause !== undefined && { clause: context.clause }),
    ...(leader !== undefined && { lead: leader }),
    ...(helpers.length > 0 && { cooperating: helpers }),
    ...(indicator !== null && {
      measure: same(measureText(indicator, context.language)),
    }),
    ...(deadline !== null && due !== null && { deadline: termsOf(deadline, due) }),
    ...(orElse !== null && { orElse: same(orElse.text) }),
  };
  const parsed = commitmentPayloads.obligationDrafted.safeParse(payload);
  return { payload: parsed.success ? parsed.data : null, missing, unknownNames };
}
