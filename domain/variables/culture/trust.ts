/**
 * C1 trust 信任网络: what the parties may expect of each other's word, by the duties of each so far.
 *
 * Beta reputation with forgetting: a party's duties with an outcome are occasions, r = credit and s = 1 − credit
 * (`outcomes.ts`), each aged by `trust.forgettingPerYear` from its day; E = (r + 1) ÷ (r + s + 2). A breach that stands
 * does not age: forgetting begins with the cure, so that putting something right never lowers trust. Value = mean over
 * the parties that have an outcome; a joint duty is an occasion for each party that is liable. Every duty is one
 * occasion, whatever its weight. Unknown without any outcome.
 * Cost: linear in duties. Source: A. Jøsang and R. Ismail, The Beta Reputation System, 2002.
 */
import { type DatedEvidence, evidenceAt, mean, reputationOf } from '@gongze/statistics';
import type { FactRef } from '../../cases/state.ts';
import { both, decimal, listed } from '../../stages/explain.ts';
import type { Situation } from '../../stages/situation.ts';
import { toDayNumber } from '../../vocabulary/dates.ts';
import type { ActorId } from '../../vocabulary/ids.ts';
import { type Component, counted, known, unknown } from '../component.ts';
import { type OutcomeKind, outcomeOf } from '../outcomes.ts';
import { partiesBehind, partyOfIn } from '../parties.ts';

const head = { id: 'trust', name: both('信任网络', 'Trust') };
const daysPerYear = 365.25;

export function trust(situation: Situation): Component {
  const { asOf, duties, parameters } = situation;
  const partyOf = partyOfIn(situation);
  const today = toDayNumber(asOf);
  const occasions = new Map<ActorId, DatedEvidence[]>();
  const counts: Record<OutcomeKind, number> = { inTime: 0, late: 0, breach: 0 };
  const refs: FactRef[] = [];
  for (const duty of duties) {
    const outcome = outcomeOf(situation, duty);
    if (outcome === undefined) continue;
    const liable = partiesBehind(situation, partyOf, duty.obligation.terms.liable);
    if (liable.size === 0) continue;
    counts[outcome.kind] += 1;
    refs.push(outcome.ref);
    const evidence = {
      positive: outcome.credit,
      negative: 1 - outcome.credit,
      time: outcome.standing ? today : toDayNumber(outcome.ref.on),
    };
    for (const party of liable) {
      const own = occasions.get(party);
      if (own === undefined) occasions.set(party, [evidence]);
      else own.push(evidence);
    }
  }
  const forgetting = { factor: parameters.get('trust.forgettingPerYear'), per: daysPerYear };
  const reputations = situation.parties.flatMap((party) => {
    const own = occasions.get(party);
    return own === undefined ? [] : [{ party, value: reputationOf(evidenceAt(own, today, forgetting)) }];
  });
  const value = mean(reputations.map((reputation) => reputation.value));
  if (value === undefined) {
    return unknown(
      head,
      both(
        '尚无义务到期、办结或经认定违约，信任无从判断。',
        'No obligation has fallen due, been fulfilled or been found violated yet: nothing to base trust on.',
      ),
    );
  }
  const each = listed(
    reputations.map(({ party, value: own }) =>
      both(`${situation.nameOf(party).zh}${decimal(own)}`, `${situation.nameOf(party).en} ${decimal(own)}`),
    ),
  );
  const all = counts.inTime + counts.late + counts.breach;
  return known(
    head,
    value,
    refs,
    both(
      `${all}项已有结果的义务中，按期办结或已核验${counts.inTime}项，逾期补办${counts.late}项，逾期未办或违约${counts.breach}项；各方信誉：${each.zh}。`,
      `Of ${counted(all, 'obligation', 'obligations')} with an outcome, ${counts.inTime} met in time or verified, ${counts.late} cured late, ${counts.breach} overdue or violated; reputation: ${each.en}.`,
    ),
  );
}
