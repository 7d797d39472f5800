/** What every part of a case page may ask for. The frame changes with edition and language, the moment with the date. */
import type { CaseReport } from '@gongze/domain/report/schema';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { createContext, use } from 'react';
import type { Engine } from '../engine/engine.ts';
import type { Marked } from './selection.ts';

export interface CaseFrame {
  readonly engine: Engine;
  readonly lang: Language;
  readonly axis: { readonly first: IsoDate; readonly last: IsoDate };
  /** The report at the end of the axis. */
  readonly end: CaseReport;
  readonly text: (text: Bilingual) => string;
  readonly date: (iso: string) => string;
  /** Name of an actor; its id if nobody named it. */
  readonly actor: (id: string) => string;
  readonly actors: (ids: readonly string[]) => string;
}

/** What was computed for one date. */
export interface CaseMoment {
  readonly asOf: IsoDate;
  readonly report: CaseReport;
  readonly marked: Marked;
  readonly sel: string | undefined;
}

export const FrameContext = createContext<CaseFrame | undefined>(undefined);
/** The date the hand has chosen; the report of the moment may be a few milliseconds behind it. */
export const AsOfContext = createContext<IsoDate | undefined>(undefined);
export const MomentContext = createContext<CaseMoment | undefined>(undefined);

export function useFrame(): CaseFrame {
  const frame = use(FrameContext);
  if (frame === undefined) throw new Error('bug: a part of the case page stands outside of it');
  return frame;
}

export function useAsOf(): IsoDate {
  const asOf = use(AsOfContext);
  if (asOf === undefined) throw new Error('bug: a part of the case page stands outside of it');
  return asOf;
}

export function useMoment(): CaseMoment {
  const moment = use(MomentContext);
  if (moment === undefined) throw new Error('bug: a part of the case page stands outside of it');
  return moment;
}
