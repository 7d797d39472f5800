/**
 * Which slip 督办单 the rules of a case propose next, and to whom. Derived from the facts and the days of the rule alone, never
 * from today: the same facts give the same proposals with their days, shown when their day has come. A proposal records
 * nothing; the slip is a fact once a person of the office has issued it.
 */
import type { ObligationState } from '../cases/state.ts';
import type { EscalationTable, Slip } from '../events/ruleTables.ts';
import type { Duty } from '../stages/duties.ts';
import { both } from '../stages/explain.ts';
import { isFor, isOfKind, type TableVersion, tableVersions } from '../stages/ruleTables/inForce.ts';
import type { Situation } from '../stages/situation.ts';
import { addDays, type IsoDate } from '../vocabulary/dates.ts';
import { type ActorId, type FactId, governmentOf } from '../vocabulary/ids.ts';
import type { Bilingual } from '../vocabulary/text.ts';
import { deciders, lineOf } from './line.ts';
import { lightTurns } from './turns.ts';

export interface ProposedSlip {
  readonly slip: Slip;
  /** Step of the rule, from 1. */
  readonly step: number;
  /** 0 = whose step it is; each further one was reached because nobody before has issued it. */
  readonly level: number;
  /** Who may issue it, any one of them. */
  readonly by: readonly ActorId[];
  /** First day on which it is proposed. */
  readonly from: IsoDate;
  readonly text: Bilingual;
  readonly evidence: readonly FactId[];
}

/** The rule for slips that was adopted last for everybody who owes the duty. */
export function escalationOf(situation: Situation, { terms }: ObligationState): TableVersion<EscalationTable> | undefined {
  return tableVersions(situation.state.ruleTables)
    .filter(isOfKind('escalation'))
    .findLast((version) => terms.liable.every((actor) => isFor(version, actor, situation)));
}

/** Whose step it is: who decides about the duty, or a government so many steps above, at most the last that is above all who owe. */
function issuersAt(situation: Situation, obligation: ObligationState, up: number): readonly ActorId[] {
  const first = deciders(situation, obligation);
  if (up === 0) return first;
  const { governments, asOf } = situation;
  const above = lineOf(situation, obligation).filter((superior) => {
    const code = governmentOf(superior);
    return obligation.terms.liable.every((actor) => {
      const own = governmentOf(actor);
      return code !== undefined && own !== undefined && governments.relation(code, own, asOf) === 'superior';
    });
  });
  const at = above[Math.min(up, above.length) - 1];
  return at === undefined ? first : [at];
}

/** Steps that slips on record have taken. */
function taken({ steps }: EscalationTable, { reminders }: ObligationState): number {
  let count = 0;
  for (const { slip } of reminders) if (steps[count]?.slip === slip) count++;
  return count;
}

const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);
const colours: Readonly<Record<Slip, Bilingual>> = { blue: both('蓝色', 'blue'), orange: both('橙色', 'orange'), red: both('红色', 'red') };

function textOf(slip: Slip, rule: Bilingual, days: number, first: boolean, level: number): Bilingual {
  const { zh, en } = colours[slip];
  const grounds = first
    ? both(`到期后${days}天仍未办结`, `${days} ${days === 1 ? 'day' : 'days'} past due and not done`)
    : both(
        `上一张督办单反馈期满${days}天仍无反馈`,
        `${days} ${days === 1 ? 'day' : 'days'} after the last slip was to be answered, it is not`,
      );
  const nearer = level === 0 ? both('', '') : both('，下级应发未发', ', and whoever is nearer has not issued it');
  return both(
    `建议发${zh}督办单：${grounds.zh}${nearer.zh}（《${rule.zh}》）。由您决定是否发出。`,
    `An ${en} slip is proposed: ${grounds.en}${nearer.en} (${rule.en}). Whether to issue it is yours to decide.`.replace(
      /^An (blue|red)/,
      'A $1',
    ),
  );
}

/** The day from which the step can be proposed, grace not counted; `undefined` where nothing is due: not late, stopped, or answered. */
function dueFrom(situation: Situation, duty: Duty): IsoDate | undefined {
  const { overdueFrom } = lightTurns(situation, duty);
  const { reminders, selfReports } = duty.obligation;
  const last = reminders.at(-1);
  if (last === undefined || overdueFrom === undefined) return overdueFrom;
  if (selfReports.some(({ ref }) => ref.on >= last.ref.on)) return undefined;
  const answerBy = last.answerBy ?? addDays(last.ref.on, situation.parameters.get('supervision.slipAnswerDays'));
  return later(overdueFrom, addDays(answerBy, 1));
}

/** The slip that is next, before whoever is to issue it and, where he lets the grace of the next step pass, before the next one up. */
export function proposedSlips(situation: Situation, duty: Duty): ProposedSlip[] {
  const { obligation } = duty;
  if (!duty.open || !obligation.live || obligation.discharged !== undefined) return [];
  const version = escalationOf(situation, obligation);
  const start = version && dueFrom(situation, duty);
  if (version === undefined || start === undefined) return [];
  const { steps } = version.table;
  const at = taken(version.table, obligation);
  const next = steps[at];
  if (next === undefined) return [];
  const evidence = [obligation.created.id, ...(version.ref === undefined ? [] : [version.ref.id])];
  const found: ProposedSlip[] = [];
  let from = later(addDays(start, next.graceDays), version.from);
  for (const [level, { up, graceDays }] of steps.slice(at).entries()) {
    if (level > 0) from = addDays(from, graceDays);
    if (version.until !== undefined && from > version.until) break;
    const by = issuersAt(situation, obligation, up);
    const told = found.some((own) => own.by.every((actor) => by.includes(actor)));
    const text = textOf(next.slip, version.title, next.graceDays, at === 0, found.length);
    if (by.length > 0 && !told) found.push({ slip: next.slip, step: at + 1, level: found.length, by, from, text, evidence });
  }
  return found;
}
