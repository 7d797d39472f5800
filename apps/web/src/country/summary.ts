/** One line a case: what the picture of a country needs of its report. */
import type { CaseReport } from '@gongze/domain/report/report';
import { type IsoDate, toDayNumber } from '@gongze/domain/vocabulary/dates';
import type { GovernmentTree, Tier } from '@gongze/domain/vocabulary/governments/tree';
import type { GovernmentCode } from '@gongze/domain/vocabulary/ids';
import type { DilemmaId } from '@gongze/domain/vocabulary/levels';
import type { Bilingual } from '@gongze/domain/vocabulary/text';

export interface Presence {
  readonly tier: string;
  readonly from: IsoDate;
  /** `undefined` = still there. */
  readonly to: IsoDate | undefined;
  readonly binding: boolean;
}

export interface CaseSummary {
  readonly caseId: string;
  readonly title: Bilingual;
  readonly parties: readonly string[];
  /** Provinces that a party is or lies in; the centre's own cases have none. */
  readonly provinces: readonly string[];
  readonly superior: string | undefined;
  readonly stage: number | null;
  readonly dilemmas: readonly DilemmaId[];
  /** From the first to the last day of each superior's dated instruments, one a superior. */
  readonly presences: readonly Presence[];
}

export function provinceOf(tree: GovernmentTree, code: string, on: IsoDate): string | undefined {
  let at = code as GovernmentCode;
  for (;;) {
    const parent = tree.parentOf(at, on);
    if (parent === undefined) return undefined;
    if (parent === tree.root) return at;
    at = parent;
  }
}

function presencesOf({ interventions }: CaseReport): readonly Presence[] {
  const byTier = new Map<string, Presence>();
  for (const { tier, from, to, binding } of interventions) {
    if (from === null) continue;
    const before = byTier.get(tier);
    const open = to === null || (before !== undefined && before.to === undefined);
    byTier.set(tier, {
      tier,
      from: (before !== undefined && before.from < from ? before.from : from) as IsoDate,
      to: open ? undefined : (((before?.to ?? '') > to ? before?.to : to) as IsoDate),
      binding: binding || (before?.binding ?? false),
    });
  }
  return [...byTier.values()];
}

export function summaryOf(report: CaseReport, tree: GovernmentTree): CaseSummary {
  const on = report.asOf as IsoDate;
  const parties = report.parties.filter((party) => tree.get(party as GovernmentCode) !== undefined);
  const provinces = new Set(parties.flatMap((party) => provinceOf(tree, party, on) ?? []));
  return {
    caseId: report.case,
    title: report.title,
    parties,
    provinces: [...provinces].sort(),
    superior: parties.length === 0 ? undefined : tree.nearestCommonSuperior(parties as GovernmentCode[], on),
    stage: report.stage,
    dilemmas: [...new Set(report.findings.filter(({ status }) => status === 'active').map(({ id }) => id))],
    presences: presencesOf(report),
  };
}

export type Chosen = DilemmaId | 'any';

export function isStuck({ dilemmas }: CaseSummary, chosen: Chosen): boolean {
  return chosen === 'any' ? dilemmas.length > 0 : dilemmas.includes(chosen);
}

export interface SuperiorRow {
  readonly code: string;
  readonly tier: Tier | undefined;
  readonly cases: number;
  readonly now: number;
  readonly binding: number;
  readonly medianDays: number;
}

/** Superiors that intervene in some of the cases, by code. Median of an even number: mean of the middle two. */
export function superiorsOf(cases: readonly CaseSummary[], tree: GovernmentTree, asOf: IsoDate): readonly SuperiorRow[] {
  const byTier = new Map<string, Presence[]>();
  for (const { presences } of cases) for (const one of presences) byTier.set(one.tier, [...(byTier.get(one.tier) ?? []), one]);
  return [...byTier]
    .map(([code, own]) => {
      const days = own.map(({ from, to }) => toDayNumber(to ?? asOf) - toDayNumber(from)).sort((a, b) => a - b);
      const middle = days.length >> 1;
      const medianDays = days.length % 2 === 1 ? (days[middle] as number) : ((days[middle - 1] as number) + (days[middle] as number)) / 2;
      return {
        code,
        tier: tree.get(code as GovernmentCode)?.tier,
        cases: own.length,
        now: own.filter(({ to }) => to === undefined || to >= asOf).length,
        binding: own.filter(({ binding }) => binding).length,
        medianDays: Math.round(medianDays),
      };
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
