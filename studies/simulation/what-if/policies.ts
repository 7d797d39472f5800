/** The four answers to “when and how strongly” that are compared unless somebody edits them. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { noIntervention, type Policy } from '../model/policy.ts';

export const presetIds = ['none', 'guided', 'surge', 'taper'] as const;
export type PresetId = (typeof presetIds)[number];

export interface PolicyChoice {
  readonly id: string;
  readonly title: Bilingual;
  readonly policy: Policy;
}

const months = { year: 12, fiveYears: 60 } as const;
const march = 3;

/** Months from `start` (YYYY-MM) to the next March, 0 if it is March. */
export function monthsToMarch(start: string): number {
  return (march - Number(start.slice(5, 7)) + months.year) % months.year;
}

/** The four policies for a horizon that begins in `start` (YYYY-MM); all that come at all come in the same March. */
export function presetPolicies(start: string): readonly (PolicyChoice & { readonly id: PresetId })[] {
  const onset = { onset: 'month', onsetMonth: monthsToMarch(start) } as const;
  return [
    { id: 'none', title: { zh: '不介入', en: 'No intervention' }, policy: noIntervention },
    {
      id: 'guided',
      title: { zh: '自三月起由上级定时限、作督查', en: 'The superior sets dates and inspects from March' },
      // Dates are a mandate, inspection is a sanction; it stays until the parties deliver by themselves for a year.
      policy: {
        ...noIntervention,
        ...onset,
        strength: 3,
        sanction: 0.5,
        subsidy: 0,
        coordination: 0.5,
        exit: 'performance',
        holdMonths: 12,
      },
    },
    {
      id: 'surge',
      title: { zh: '强势介入一年即退出', en: 'Strong for a year, then out' },
      policy: { ...noIntervention, ...onset, strength: 5, exit: 'abrupt', holdMonths: months.year },
    },
    {
      id: 'taper',
      title: { zh: '强势介入一年，五年渐退', en: 'Strong for a year, then a taper over five years' },
      policy: { ...noIntervention, ...onset, strength: 5, exit: 'linear', holdMonths: months.year, taperMonths: months.fiveYears },
    },
  ];
}
