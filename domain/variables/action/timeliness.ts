/**
 * A1 timeliness 履约及时性: share of the weight of due duties that was met in time.
 *
 * Due = the due date lies before the date of the report. In time counts 1, late less the longer it took (`lateCredit`),
 * open 0 (`outcomes.ts`). Not counted: discharged and suspended duties, annulled overdue marks, and duties of which
 * only a verification or a fulfilment of unknown date is on record, because nobody can say whether they were met in
 * time. Unknown if nothing is due yet. Cost: linear in duties.
 */
import type { FactRef } from '../../cases/state.ts';
import { both } from '../../stages/explain.ts';
import type { Situation } from '../../stages/situation.ts';
import { type Component, counted, known, unknown } from '../component.ts';
import { isPunctualityKnown, type OutcomeKind, outcomeOf } from '../outcomes.ts';

const head = { id: 'timeliness', name: both('履约及时性', 'Timeliness') };

export function timeliness(situation: Situation): Component {
  const counts: Record<OutcomeKind, number> = { inTime: 0, late: 0, breach: 0 };
  const refs: FactRef[] = [];
  let weights = 0;
  let met = 0;
  for (const duty of situation.duties) {
    if (duty.dueOn === undefined || duty.dueOn >= situation.asOf) continue;
    const outcome = outcomeOf(situation, duty);
    if (outcome === undefined || !isPunctualityKnown(duty, outcome)) continue;
    counts[outcome.kind] += 1;
    refs.push(outcome.ref);
    weights += duty.weight;
    met += duty.weight * outcome.credit;
  }
  const due = counts.inTime + counts.late + counts.breach;
  if (due === 0)
    return unknown(
      head,
      both('尚无可判断是否按期的到期义务。', 'No obligation has fallen due of which it is known whether it was met in time.'),
    );
  const late = both(counts.late === 0 ? '' : `，逾期补办${counts.late}项`, counts.late === 0 ? '' : `, ${counts.late} late`);
  return known(
    head,
    met / weights,
    refs,
    both(
      `${due}项到期义务中按期完成${counts.inTime}项${late.zh}，未完成${counts.breach}项。`,
      `${counts.inTime} of ${counted(due, 'due obligation was', 'due obligations were')} met in time${late.en}; ${counts.breach} ${counts.breach === 1 ? 'is' : 'are'} not met.`,
    ),
  );
}
