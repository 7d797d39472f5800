/** Whether one government may intervene, by the three principles of the report; reasons always, never a bare yes or no. */
import type { CaseReport } from '@gongze/domain/report/schema';
import type { GovernmentTree } from '@gongze/domain/vocabulary/governments/tree';
import type { GovernmentCode } from '@gongze/domain/vocabulary/ids';
import type { Channel } from '@gongze/domain/vocabulary/levels';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { type Answer, answered, notFound } from './answers.ts';
import { interventionTexts, requestTexts } from './messages.ts';

type Superior = CaseReport['principles']['superiors'][number];

export interface MayIntervene {
  readonly case: string;
  readonly edition: string;
  readonly tier: string;
  readonly name: Bilingual;
  readonly asOf: string;
  readonly knownOn: string | null;
  readonly may: Superior['may'];
  /** Channels by which it intervenes already. */
  readonly already: readonly Channel[];
  readonly reasons: Superior['reasons'];
  readonly instruments: Superior['instruments'];
}

/** The answer for a government on the ladder, or beside it: then `no`, with the reason. */
export function mayInterveneIn(report: CaseReport, tier: string, governments: GovernmentTree): Answer<MayIntervene> {
  const government = governments.get(tier as GovernmentCode);
  if (government === undefined) return notFound(requestTexts.unknownGovernment(tier, `${governments.id} ${governments.vintage}`.trim()));
  const head = { case: report.case, edition: report.edition, tier, asOf: report.asOf, knownOn: report.knownOn };
  const superior = report.principles.superiors.find((one) => one.tier === tier);
  if (superior !== undefined) {
    const { name, may, already, reasons, instruments } = superior;
    return answered({ ...head, name, may, already, reasons, instruments });
  }
  const text = report.parties.includes(tier) ? interventionTexts.isParty(tier) : interventionTexts.notOnLadder(tier, report.ladder);
  const reasons = [
    { id: 'onLadder', met: false, text, evidence: [] },
    { id: 'commonSuperior', met: false, text: interventionTexts.cooperation, evidence: [] },
  ];
  return answered({ ...head, name: government.name, may: 'no', already: [], reasons, instruments: [] });
}
