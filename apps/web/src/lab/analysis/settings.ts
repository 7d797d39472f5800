/** Everything the reader may decide about an analysis, with defaults that are conventions and say so. */
import { anchorMemberships } from '@gongze/studies/comparison/calibration/calibrate';
import { suggestedThresholds } from '@gongze/studies/comparison/calibration/thresholds';
import type { CalibrationRecord } from '@gongze/studies/comparison/matrix/calibrated';
import type { Column } from '@gongze/studies/comparison/matrix/table';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { LabColumn, LabData } from '../data/types.ts';

/** Anchors of one measure, with why and since when. */
export interface AnchorRecord {
  readonly exclusion: number;
  readonly crossover: number;
  readonly inclusion: number;
  readonly reason: Bilingual;
  readonly decidedOn: string;
}

export type Expectation = 'present' | 'absent' | 'none';

export interface LabSettings {
  readonly outcome: string;
  readonly negated: boolean;
  readonly conditions: readonly string[];
  /** Measures that are calibrated; a column without anchors is taken as a set as it stands. */
  readonly anchors: Readonly<Record<string, AnchorRecord>>;
  readonly inclusionCut: number;
  readonly contradictionCut: number | undefined;
  readonly casesMin: number;
  readonly priCut: number;
  readonly expectations: Readonly<Record<string, Expectation>>;
  /** The condition that is looked at as the moderating one. */
  readonly intervention: string | undefined;
  /** The set by which times are grouped. */
  readonly group: string | undefined;
  /** Times count from here; what converted before is left out. */
  readonly landmark: number;
}

export const byScale: Bilingual = {
  zh: '本页约定：量表的十分之一为完全不属于，略低于中点为分界（中等算属于），十分之九为完全属于。请以您的理由替换。',
  en: 'Convention of this page: a tenth of the scale is fully out, a little below its middle the line (a middle value counts as in), nine tenths fully in. Replace it by a reason of your own.',
};
export const byData: Bilingual = {
  zh: '仅由数据的分布推得，还不是理由。请以理论、法规或对案例的了解替换。',
  en: 'Taken from the distribution of the data alone, which is no reason yet. Replace it by theory, law or knowledge of the cases.',
};

const [low, middle, high] = [0.1, 0.45, 0.9] as const;

function fromScale([from, to]: readonly [number, number]): Omit<AnchorRecord, 'decidedOn'> {
  const at = (share: number): number => Number((from + share * (to - from)).toPrecision(12));
  return { exclusion: at(low), crossover: at(middle), inclusion: at(high), reason: byScale };
}

function fromValues(column: Column, range: readonly [number, number]): Omit<AnchorRecord, 'decidedOn'> {
  const gap = suggestedThresholds(column.values, 1);
  const anchors = fromScale(range);
  const crossover = gap.ok ? (gap.value[0] as number) : anchors.crossover;
  const inside = crossover > anchors.exclusion && crossover < anchors.inclusion;
  return { ...anchors, ...(inside && { crossover }), reason: byData };
}

/** Whether the values are already memberships or few categories. */
export function isSet({ values }: Column): boolean {
  const known = values.filter((value) => value !== null);
  if (known.every((value) => value >= 0 && value <= 1)) return true;
  return known.every((value) => Number.isInteger(value) && value >= 0 && value <= 5);
}

export function standardAnchors(data: LabData, column: LabColumn, today: string): AnchorRecord {
  const raw = data.raw.columns.find(({ name }) => name === column.id);
  const anchors = data.origin === 'csv' && raw !== undefined ? fromValues(raw, column.range) : fromScale(column.range);
  return { ...anchors, decidedOn: today };
}

const firstConditions: Readonly<Record<LabData['origin'], readonly string[]>> = {
  ledger: ['homogeneity', 'spillover', 'attention', 'binding'],
  simulated: ['culture', 'institution', 'homogeneity', 'intervention'],
  csv: [],
};
const conditionsAtFirst = 5;

function anchorsFor(data: LabData, today: string): Record<string, AnchorRecord> {
  const anchored = data.columns.filter(({ id }) => {
    const raw = data.raw.columns.find(({ name }) => name === id);
    return data.origin !== 'csv' || (raw !== undefined && !isSet(raw));
  });
  return Object.fromEntries(anchored.map((column) => [column.id, standardAnchors(data, column, today)]));
}

/** What a table is first looked at with. */
export function standardSettings(data: LabData, today: string): LabSettings {
  const outcome = data.columns.find(({ kind }) => kind === 'outcome') ?? data.columns.at(-1);
  const others = data.columns.filter((column) => column !== outcome);
  const wanted = firstConditions[data.origin];
  const conditions =
    wanted.length > 0
      ? others.filter(({ id }) => wanted.includes(id))
      : others.filter(({ kind }) => kind !== 'outcome').slice(0, conditionsAtFirst);
  const intervention = conditions.find(({ kind }) => kind === 'intervention')?.id;
  return {
    outcome: outcome?.id ?? '',
    negated: false,
    conditions: conditions.map(({ id }) => id),
    anchors: anchorsFor(data, today),
    inclusionCut: 0.8,
    contradictionCut: undefined,
    casesMin: 1,
    priCut: 0.5,
    expectations: Object.fromEntries(conditions.map(({ id }) => [id, 'none' as const])),
    intervention,
    group: data.origin === 'ledger' ? undefined : intervention,
    landmark: data.origin === 'simulated' ? 24 : 0,
  };
}

/** How the sets come from the measures, for the columns that are used. */
export function recordsOf(settings: LabSettings): CalibrationRecord[] {
  return columnsUsed(settings).flatMap((name) => {
    const anchors = settings.anchors[name];
    if (anchors === undefined) return [];
    const { exclusion, crossover, inclusion, reason, decidedOn } = anchors;
    const calibration = { method: 'logistic', exclusion, crossover, inclusion, anchorMembership: anchorMemberships.share95 } as const;
    return [{ column: name, set: name, calibration, reason, decidedOn }];
  });
}

export function columnsUsed({ conditions, outcome, group, intervention }: LabSettings): string[] {
  return [
    ...new Set([...conditions, outcome, ...(group === undefined ? [] : [group]), ...(intervention === undefined ? [] : [intervention])]),
  ];
}

/** `A,~B` as the command line takes it. */
export function expectationText({ conditions, expectations }: LabSettings): string {
  return conditions
    .flatMap((name) => {
      const own = expectations[name] ?? 'none';
      return own === 'none' ? [] : [own === 'present' ? name : `~${name}`];
    })
    .join(',');
}
