/**
 * C4 jointDocuments 联合发文: documents that at least two parties issued together, within `culture.windowMonths`, per
 * year, over `culture.jointDocumentsPerYearFull`, at most 1. The article reads cooperation off the number of joint
 * documents. Whoever set it going, the parties' names stand on it; agreements are counted by other components.
 * Unknown if the window holds none, unless the case was kept live throughout it: then 0. Cost: linear in documents.
 */
import { both, decimal } from '../../stages/explain.ts';
import type { Situation } from '../../stages/situation.ts';
import { type Component, counted, known, unknown } from '../component.ts';
import { partiesBehind, partyOfIn } from '../parties.ts';
import { isWithin, silenceSpeaks, windowStart } from '../window.ts';

const head = { id: 'jointDocuments', name: both('联合发文', 'Joint documents') };

export function jointDocuments(situation: Situation): Component {
  const months = situation.parameters.get('culture.windowMonths');
  const full = situation.parameters.get('culture.jointDocumentsPerYearFull');
  const from = windowStart(situation, months);
  const partyOf = partyOfIn(situation);
  const joint = situation.state.jointDocuments.filter(({ payload }) => partiesBehind(situation, partyOf, payload.issuers).size >= 2);
  const recent = joint.filter(({ ref }) => isWithin(ref, from));
  if (recent.length === 0 && !silenceSpeaks(situation, from)) {
    return unknown(
      head,
      both(
        `近${months}个月没有联合发文的记录；案卷并非全程在线记录，不能据此认定没有发文。`,
        `No joint document is on record in the last ${months} months; the case was not kept live throughout, so this does not show that there was none.`,
      ),
      joint.map(({ ref }) => ref),
    );
  }
  const perYear = (recent.length * 12) / months;
  return known(
    head,
    full === 0 ? 1 : Math.min(1, perYear / full),
    recent.map(({ ref }) => ref),
    both(
      `近${months}个月联合发文${recent.length}件，年均${decimal(perYear)}件，满分为年均${decimal(full)}件。`,
      `${counted(recent.length, 'joint document', 'joint documents')} in the last ${months} months: ${decimal(perYear)} a year, where ${decimal(full)} counts as full.`,
    ),
  );
}
