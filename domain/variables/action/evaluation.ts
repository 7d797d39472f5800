/**
 * A5 evaluation 评估: whether anybody but the parties looks at what was done.
 *
 * 1 if an evaluation was published or a duty independently assessed within the last
 * `evaluation.windowMonths`; else, once something is due, `evaluation.assessorCredit` if a standing body may assess every party (somebody is entitled to look, and no result is on
 * record), 0 if not. Something is due when a due date or a step of a path lies before the date of the report; until
 * then, without an evaluation, unknown. Cost: linear in evaluations and duties.
 */
import { both } from '../../stages/explain.ts';
import type { Situation } from '../../stages/situation.ts';
import { type ActorId, governmentOf } from '../../vocabulary/ids.ts';
import { type Component, counted, known, unknown } from '../component.ts';
import { coordinators } from '../parties.ts';
import { isWithin, windowStart } from '../window.ts';

const head = { id: 'evaluation', name: both('评估', 'Evaluation') };

function isSomethingDue({ duties, asOf }: Situation): boolean {
  return duties.some(
    ({ dueOn, obligation, yardsticks, pending }) =>
      obligation.discharged === undefined &&
      !pending &&
      ((dueOn !== undefined && dueOn < asOf) ||
        yardsticks.some(({ yardstick }) => yardstick.path?.some((step) => step.share > 0 && step.on < asOf))),
  );
}

/** A government, an organ of one, or a body of the case: what an article or a newspaper says is no evaluation within it. */
function isInstitution({ state }: Situation, by: ActorId | undefined): boolean {
  return by === undefined || governmentOf(by) !== undefined || state.bodies.has(by);
}

export function evaluation(situation: Situation): Component {
  const months = situation.parameters.get('evaluation.windowMonths');
  const from = windowStart(situation, months);
  const published = situation.state.evaluations.filter(({ ref }) => isWithin(ref, from)).map(({ ref }) => ref);
  const assessed = situation.duties
    .flatMap(({ obligation }) => obligation.assessments)
    .filter(({ by, ref }) => isWithin(ref, from) && isInstitution(situation, by))
    .map(({ ref }) => ref);
  if (published.length + assessed.length > 0) {
    return known(
      head,
      1,
      [...published, ...assessed],
      both(
        `近${months}个月发布评估${published.length}次，独立审核义务${assessed.length}次。`,
        `In the last ${months} months ${counted(published.length, 'evaluation was', 'evaluations were')} published and ${counted(assessed.length, 'independent review', 'independent reviews')} of obligations recorded.`,
      ),
    );
  }
  if (!isSomethingDue(situation))
    return unknown(head, both('尚无到期事项，评估无从谈起。', 'Nothing is due yet, so there is nothing to evaluate.'));
  const assessor = coordinators(situation).find((body) => body.abolished === undefined && body.powers.includes('assess'));
  return known(
    head,
    assessor === undefined ? 0 : situation.parameters.get('evaluation.assessorCredit'),
    assessor === undefined ? [] : [assessor.established, ...assessor.upgrades],
    assessor === undefined
      ? both(
          `已有事项到期，近${months}个月没有评估，也没有可考核各方的机构。`,
          `Matters are due, no evaluation was published in the last ${months} months and no body may assess every party.`,
        )
      : both(
          `“${assessor.title.zh}”有权考核各方，但近${months}个月没有评估结果。`,
          `“${assessor.title.en}” may assess every party, but no result was published in the last ${months} months.`,
        ),
  );
}
