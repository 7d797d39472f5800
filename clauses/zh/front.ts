/** What a chunk says before its verb, and small questions about words. */
import type { Deontic, Span } from '../reading.ts';
import type { Word } from '../segment/port.ts';
import { aims } from './aims.data.ts';
import type { Roles, State, Timed } from './draft.ts';
import { modals } from './words.ts';

/** What the chunk says before its verb. */
export interface Front {
  subject: readonly Span[];
  named: boolean;
  deontic: Deontic | undefined;
  hedged: boolean;
  time: Timed | null;
  timeFirst: boolean;
  conditions: Span[];
  /** Object put before the verb with 将, 把, 对. */
  fronted: Span | null;
  /** It was moved there by 将 or 把, so that what follows the verb belongs to the verb. */
  moved: boolean;
  topic: Span | null;
  roles: Roles | null;
  encouraged: boolean;
  /** It tells what is or was: 已建成, 目前. */
  past: boolean;
  /** The chunk only names who helps. */
  helper: boolean;
}

export const emptyFront = (): Front => ({
  subject: [],
  named: false,
  deontic: undefined,
  hedged: false,
  time: null,
  timeFirst: false,
  conditions: [],
  fronted: null,
  moved: false,
  topic: null,
  roles: null,
  encouraged: false,
  past: false,
  helper: false,
});

export const isModal = (word: Word): boolean => modals.has(word.text);
export const isVerb = (word: Word): boolean => word.kind === 'v' || word.kind === 'w' || aims.has(word.text);
export const spanOf = (from: Word, to: Word): Span => ({ start: from.start, end: to.end });

/** Text of the words `[at, to)`. */
export const textFrom = (state: State, at: number, to: number): string =>
  at < to ? state.text.slice((state.words[at] as Word).start, (state.words[to - 1] as Word).end) : '';

/** Index of the first word in `[from, to)` that starts at or after `offset`, by bisection. */
export function wordAt(words: readonly Word[], offset: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as Word).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
