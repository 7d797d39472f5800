/**
 * Obligations to propose: a statement as the payload of `obligationDrafted`. A proposal is a question to a person, not a
 * fact: whatever the text leaves open is listed in `missing` and has to be filled before it can be recorded.
 */
import { commitmentPayloads } from '@gongze/domain/events/commitment';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import type { Statement } from '../reading.ts';
import { termsOf } from './due.ts';
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
  /** Parties of the case, where the text is for one: who 三市 or “the Parties” are, if the text does not say it and they are as many. */
  readonly parties?: readonly string[];
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

/** What is to be done: verb and object. A verb of Chinese by itself (召开, 通报) says too little without who does it. */
export function titleOf({ attribute, aim, object }: Statement, language: Language): string {
  if (language === 'en') return `${aim.text} ${object?.text ?? ''}`.trim();
  return object === null && aim.text.length <= 4
    ? `${attribute.map(({ text }) => text).join('、')}${aim.text}`
    : `${aim.text}${object?.text ?? ''}`;
}

/** The same words in both languages: a text has one wording, and a translation is not ours to make. */
const same = (text: string): Bilingual => ({ zh: text, en: text });

const everybody =
  /^(?:the |both |each |all |all the |both the )?(?:contracting |signatory )?(?:parties|party|signatories|signatory|sides)$/i;

/** 两市, 三地, 各方: as many as are parties. */
const together = /^(各|[双两三四五六]|任何一|任一|一)(?:市|省|县|区|地|方|州|镇)$/;
const counts = ['', '', '两', '三', '四', '五', '六'];
const togetherInEnglish = /^(?:the |all )*(both|two|three|four|five|six) (?:cities|provinces|counties|parties|governments|sides)$/i;
const countsInEnglish = ['', '', 'two', 'three', 'four', 'five', 'six'];

/** How many a collective name stands for; `Infinity`: however many there are; `undefined`: it is the name of one. */
function sizeOf(name: string): number | undefined {
  if (everybody.test(name)) return Number.POSITIVE_INFINITY;
  const number = together.exec(name)?.[1];
  if (number !== undefined) return /[各一]$/.test(number) ? Number.POSITIVE_INFINITY : counts.indexOf(number.replace('双', '两'));
  const inEnglish = togetherInEnglish.exec(name)?.[1]?.toLowerCase();
  return inEnglish === undefined ? undefined : countsInEnglish.indexOf(inEnglish.replace('both', 'two'));
}

/** Those whom the text itself calls its parties; where it names none, the parties of the case. Any other name is itself. */
function membersOf(name: string, { actors, parties = [] }: ProposalContext): readonly string[] {
  const size = actors[name] === undefined ? sizeOf(name) : undefined;
  if (size === undefined) return [name];
  const inText = Object.keys(actors).filter((one) => (everybody.test(name) ? sizeOf(one) === undefined : /^[甲乙丙丁戊己]方$/.test(one)));
  const fits = (count: number): boolean => count >= 2 && (size === Number.POSITIVE_INFINITY || size === count);
  if (fits(new Set(inText.map((one) => actors[one])).size)) return inText;
  return fits(parties.length) ? parties : [name];
}

/** The obligation that a statement amounts to, and what it leaves open. */
export function proposeObligation(statement: Statement, context: ProposalContext): Proposal {
  const { attribute, attributeResolved, lead, cooperating, deadline, indicator, orElse } = statement;
  const names = (attributeResolved ?? attribute.map(({ text }) => text)).flatMap((name) => membersOf(name, context));
  const actorOf = (name: string): ActorId | undefined =>
    (context.actors[name] ?? context.parties?.find((party) => party === name)) as ActorId | undefined;
  const liable = [...new Set(names.map(actorOf).filter((actor) => actor !== undefined))];
  const unknownNames = names.filter((name) => actorOf(name) === undefined);
  const leader = lead === null ? undefined : actorOf(lead.text);
  const helpers = cooperating.map(({ text }) => actorOf(text)).filter((actor) => actor !== undefined);
  const time = deadline === null ? {} : termsOf(deadline, context.signed);
  const missing: Missing[] = [
    ...(liable.length === 0 || unknownNames.length > 0 ? (['liable'] as const) : []),
    ...(names.length > 1 && lead === null ? (['lead'] as const) : []),
    ...(time.deadline === undefined && time.within === undefined ? (['deadline'] as const) : []),
    ...(indicator === null ? (['measure'] as const) : []),
    ...(orElse === null ? (['orElse'] as const) : []),
  ];
  if (liable.length === 0) return { payload: null, missing, unknownNames };
  const title = titleOf(statement, context.language);
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
    ...time,
    ...(orElse !== null && { orElse: same(orElse.text) }),
  };
  const parsed = commitmentPayloads.obligationDrafted.safeParse(payload);
  return { payload: parsed.success ? parsed.data : null, missing, unknownNames };
}
