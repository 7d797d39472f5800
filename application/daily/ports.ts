/** The kept lists of all cases: what is asked of whoever keeps them. */
import type { Light } from '@gongze/domain/stages/lights';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { ActorId, CaseId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { Resource } from '../permissions/caller.ts';

/** Raised whenever the rules would make other rows of the same facts: rows of an older edition are made anew. */
export const DAILY_EDITION = 9;

export const taskKinds = ['owe', 'waiting', 'held'] as const;
export type DailyKind = (typeof taskKinds)[number];

/** `light/reason` on the day of reading, and at most two that follow; later ones are made anew on `nextDay`. */
export interface Phases {
  readonly phase1: string | null;
  readonly from2: IsoDate | null;
  readonly phase2: string | null;
  readonly from3: IsoDate | null;
  readonly phase3: string | null;
}

export interface DailyTask extends Phases {
  readonly side: ActorId;
  readonly key: string;
  readonly kind: DailyKind;
  readonly subject: string;
  readonly title: Bilingual;
  readonly text: Bilingual;
  readonly command: string | null;
  readonly dueOn: IsoDate | null;
  readonly since: IsoDate;
  readonly visibleFrom: IsoDate | null;
  readonly because: readonly ActorId[];
  readonly lateUntil: IsoDate | null;
}

export interface DailyDuty extends Phases {
  readonly obligation: string;
  readonly sides: readonly ActorId[];
  readonly bodies: readonly ActorId[];
  readonly dueOn: IsoDate | null;
}

export interface DailyTimer {
  readonly kind: string;
  readonly subject: string;
  readonly dueOn: IsoDate;
  readonly recipients: readonly ActorId[];
  readonly title: Bilingual;
  readonly text: Bilingual;
}

/** All rows of one case. */
export interface DailyCase {
  readonly caseId: CaseId;
  readonly version: number;
  readonly readOn: IsoDate;
  readonly nextDay: IsoDate | null;
  readonly resource: Resource;
  readonly names: Readonly<Record<string, Bilingual>>;
  readonly tasks: readonly DailyTask[];
  readonly duties: readonly DailyDuty[];
  readonly timers: readonly DailyTimer[];
}

export interface KeptCase {
  readonly caseId: CaseId;
  readonly title: Bilingual;
  readonly resource: Resource;
  /** As it is kept, for equality. */
  readonly resourceText: string;
}

/** A task with its light on the day asked for. */
export interface KeptTask {
  readonly caseId: CaseId;
  readonly key: string;
  readonly kind: DailyKind;
  readonly subject: string;
  readonly title: Bilingual;
  readonly text: Bilingual;
  readonly command: string | null;
  readonly dueOn: IsoDate | null;
  readonly since: IsoDate;
  readonly because: readonly ActorId[];
  readonly lateUntil: IsoDate | null;
  readonly phase: string | null;
}

/** Place of a task in the order: kind, due date (`infinity` without one), since, case, key. */
export type TaskPlace = readonly [number, string, string, string, string];

export interface TaskQuestion {
  readonly side: ActorId;
  readonly day: IsoDate;
  readonly cases: readonly CaseId[];
  readonly kind?: DailyKind | undefined;
  readonly after?: TaskPlace | undefined;
  readonly limit: number;
}

export interface TaskCount {
  readonly kind: DailyKind;
  readonly phase: string | null;
  readonly count: number;
}

export interface DutyCount {
  readonly sides: readonly ActorId[];
  readonly bodies: readonly ActorId[];
  readonly phase: string;
  readonly count: number;
}

export interface DailyStore {
  /** Cases whose rows are not those of their last fact, of `day` and of this edition; at most `limit`. */
  readonly stale: (day: IsoDate, limit: number) => Promise<readonly CaseId[]>;
  /** Replaces the rows of a case; does nothing where newer ones stand. */
  readonly write: (rows: DailyCase) => Promise<void>;
  /** Cases that lay something before the side, or of which it was told, or all that have duties; by id. */
  readonly cases: (about?: { readonly side: ActorId; readonly told?: true }) => Promise<readonly KeptCase[]>;
  readonly tasks: (question: TaskQuestion) => Promise<readonly KeptTask[]>;
  readonly counts: (question: Pick<TaskQuestion, 'side' | 'day' | 'cases'>) => Promise<readonly TaskCount[]>;
  /** Duties by whose they are, who decides, and light. */
  readonly duties: (day: IsoDate, cases: readonly CaseId[]) => Promise<readonly DutyCount[]>;
  /** Names as the cases use them. */
  readonly names: (cases: readonly CaseId[]) => Promise<Readonly<Record<string, Bilingual>>>;
}

export type LightCounts = Record<Light, number>;
