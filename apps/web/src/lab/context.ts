/** What every part of the lab may ask for. */
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { createContext, use } from 'react';
import type { CaseFacts } from '../engine/engine.ts';
import type { Analysis } from './analysis/analyse.ts';
import type { LabSettings } from './analysis/settings.ts';
import type { LabColumn, LabData } from './data/types.ts';

export interface Lab {
  readonly lang: Language;
  readonly data: LabData;
  readonly settings: LabSettings;
  readonly analysis: Analysis;
  readonly sources: ReadonlyMap<string, CaseFacts>;
  readonly today: string;
  readonly change: (change: Partial<LabSettings>) => void;
  /** Opens what stands behind a case, or one cell of it. */
  readonly open: (name: string, column?: string) => void;
  readonly text: (text: Bilingual) => string;
  readonly column: (id: string) => LabColumn;
  readonly caseTitle: (name: string) => string;
}

export const LabContext = createContext<Lab | undefined>(undefined);

export function useLab(): Lab {
  const lab = use(LabContext);
  if (lab === undefined) throw new Error('bug: a part of the lab stands outside of it');
  return lab;
}

/** Three decimals: what is read off, no more. */
export function shown(value: number | null | undefined): string {
  if (value === null || value === undefined) return '—';
  return value.toFixed(3).replace('-', '−');
}

/** A measure, without trailing zeros. */
export function plain(value: number): string {
  return String(Number(value.toPrecision(4))).replace('-', '−');
}
