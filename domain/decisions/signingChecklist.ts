/**
 * What a draft agreement holds and lacks, clause by clause and duty by duty, so that whoever is refused a signature sees where each
 * gap is mended. It counts the same gaps as the refusal (`missingForSigning`); what only may be agreed is listed and never counted.
 */
import type { ObligationState } from '../cases/state.ts';
import type { ObligationTerms } from '../events/schemas.ts';
import type { Situation } from '../stages/situation.ts';
import type { AgreementId, ObligationId } from '../vocabulary/ids.ts';
import type { Bilingual } from '../vocabulary/text.ts';
import { both } from './refusal.ts';

export const signingPoints = ['lead', 'cooperating', 'shares', 'measure', 'deadline', 'orElse', 'power', 'acceptance'] as const;
export type SigningPointName = (typeof signingPoints)[number];

export interface SigningPoint {
  readonly point: SigningPointName;
  /** `free`: it may be agreed and need not be. */
  readonly state: 'met' | 'missing' | 'free';
  /** What stands there; `undefined` where nothing does. Of a missing acceptance: who has not accepted. */
  readonly said: Bilingual | undefined;
}

export interface DutyChecklist {
  readonly obligation: ObligationId;
  readonly title: Bilingual;
  readonly points: readonly SigningPoint[];
}

export interface ClauseChecklist {
  /** `undefined`: duties of the agreement that name no clause of it. */
  readonly clause: string | undefined;
  readonly text: Bilingual;
  /** `false`: nobody owes anything by it. */
  readonly owes: boolean;
  /** None: nothing covers the clause, and where something is owed that is a gap of its own. */
  readonly duties: readonly DutyChecklist[];
}

export interface SigningChecklist {
  readonly clauses: readonly ClauseChecklist[];
  /** Gaps for which signing is refused. */
  readonly missing: number;
}

type Answer = Pick<SigningPoint, 'state' | 'said'>;

const need = (said: Bilingual | undefined): Answer => ({ said, state: said === undefined ? 'missing' : 'met' });
const may = (said: Bilingual | undefined): Answer => ({ said, state: said === undefined ? 'free' : 'met' });

function names(situation: Situation, actors: readonly string[], after: (actor: string) => string = () => ''): Bilingual {
  const said = actors.map((actor) => ({ name: situation.nameOf(actor), more: after(actor) }));
  return both(
    said.map(({ name, more }) => `${name.zh}${more}`).join('、'),
    said.map(({ name, more }) => `${name.en}${more === '' ? '' : ` ${more}`}`).join(', '),
  );
}

/** Shares answer the question who owes what as well as a lead does. */
function leadOf({ liable, lead, shares }: ObligationTerms, situation: Situation): Answer {
  if (lead !== undefined) return need(names(situation, [lead]));
  if (liable.length === 1) return need(names(situation, liable));
  return shares === undefined ? need(undefined) : may(undefined);
}

function deadlineOf({ deadline, within, yardsticks = [] }: ObligationTerms): Answer {
  const due = deadline?.readings.find(({ reading }) => reading === deadline.defaultReading)?.dueOn;
  if (due !== undefined) return need(both(due, due));
  if (within !== undefined) return need(both('自签署或交办起算', 'counted from signature or assignment'));
  return need(yardsticks[0] && both(yardsticks[0].dueOn, yardsticks[0].dueOn));
}

function dutyChecklist({ obligation, terms, accepted }: ObligationState, situation: Situation): DutyChecklist {
  const { liable, cooperating = [], shares, measure, yardsticks = [], orElse, powers = [] } = terms;
  const silent = liable.filter((actor) => !accepted.has(actor));
  const [yardstick] = yardsticks;
  const points: Readonly<Record<SigningPointName, Answer>> = {
    lead: leadOf(terms, situation),
    cooperating: may(cooperating.length === 0 ? undefined : names(situation, cooperating)),
    shares: may(shares && names(situation, Object.keys(shares), (actor) => `${Math.round((shares[actor] ?? 0) * 100)}%`)),
    measure: need(measure ?? yardstick?.title ?? (yardstick && both(yardstick.indicator, yardstick.indicator))),
    deadline: deadlineOf(terms),
    orElse: need(orElse),
    power: may(powers.length === 0 ? undefined : names(situation, [...new Set(powers.map(({ holder }) => holder))])),
    acceptance: silent.length > 0 ? { state: 'missing', said: names(situation, silent) } : need(names(situation, liable)),
  };
  return { obligation, title: terms.title, points: signingPoints.map((point) => ({ point, ...points[point] })) };
}

/** The checklist of a draft; `undefined` if there is no draft of that name. */
export function signingChecklist(agreement: AgreementId, situation: Situation): SigningChecklist | undefined {
  const draft = situation.state.drafts.get(agreement)?.payload;
  if (draft === undefined) return undefined;
  const own = situation.duties
    .map(({ obligation }) => obligation)
    .filter(({ terms, discharged }) => terms.agreement === agreement && discharged === undefined);
  const known = new Set(draft.clauses.map(({ clause }) => clause));
  const on = (fits: (clause: string | undefined) => boolean): DutyChecklist[] =>
    own.filter(({ terms }) => fits(terms.clause)).map((obligation) => dutyChecklist(obligation, situation));
  const clauses: ClauseChecklist[] = draft.clauses.map(({ clause, text, owes = true }) => ({
    clause,
    owes,
    text: text ?? both(clause, clause),
    duties: on((named) => named === clause),
  }));
  const beside = on((named) => named === undefined || !known.has(named));
  if (beside.length > 0) clauses.push({ clause: undefined, owes: true, text: both('条款之外', 'Beside the clauses'), duties: beside });
  const gaps = clauses.map(({ duties, owes }) =>
    duties.length === 0 ? Number(owes) : duties.flatMap(({ points }) => points).filter(({ state }) => state === 'missing').length,
  );
  return { clauses, missing: gaps.reduce((sum, count) => sum + count, 0) };
}
