/** What the list of statements can do with the text beside it. */
import type { ReadingContext } from '@gongze/clauses';
import type { Mended } from './fixes.ts';
import type { FixKind } from './fixKinds.ts';
import type { Place } from './Mirror.tsx';

export interface FixPlace extends Place {
  readonly kind: FixKind;
}

export interface Hands {
  readonly context: ReadingContext;
  /** The pointer rests on the statement. */
  readonly point: (place: Place | undefined) => void;
  /** Chooses it and brings its words into view. */
  readonly show: (place: Place) => void;
  /** Puts the caret into its words. */
  readonly edit: (place: Place) => void;
  readonly confirm: (key: string) => void;
  readonly fix: (place: FixPlace | undefined) => void;
  readonly mend: (clause: number, mended: Mended) => void;
}
