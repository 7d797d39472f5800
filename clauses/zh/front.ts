/** What a chunk says before its verb, and small questions about words. */
import type { Deontic, Span } from '../reading.ts';
import type { Token } from './token.ts';
import type { Roles, State, Timed } from './draft.ts';

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

/** The words of a chunk, its verb, and the first statement of its sentence. */
export interface Range {
  readonly from: number;
  readonly verb: number;
  readonly to: number;
  readonly first: number;
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

export const spanOf = (from: Token, to: Token): Span => ({ start: from.start, end: to.end });

/** Text of the words `[at, to)`. */
export const textFrom = (state: State, at: number, to: number): string =>
  at < to ? state.text.slice((state.words[at] as Token).start, (state.words[to - 1] as Token).end) : '';

/** Index of the first word in `[from, to)` that starts at or after `offset`, by bisection. */
export function wordAt(words: readonly Token[], offset: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as Token).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
