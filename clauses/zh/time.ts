/**
 * Times in Chinese text: days, months, quarters, plan periods, terms, recurrences. A deadline is the last admissible
 * day: 2025年底前 is 31 December 2025, but 2025年前 without 底 is the day before that year begins.
 */
import type { PartGated } from '../text/gate.ts';
import { openingOf } from '../text/pattern.ts';
import { cycles } from './times/cycles.ts';
import { days } from './times/days.ts';
import type { Construct, Time, TimeContext } from './times/parts.ts';
import { ofClause } from './gates.ts';

export type { Time, TimeContext } from './times/parts.ts';

/** A construct with what spares its trial: what the text must hold, and the characters it can begin with. */
interface Indexed extends Construct {
  readonly gate: PartGated;
  readonly openings: ReadonlySet<string> | undefined;
}

/** All constructs, in the order in which they are tried. */
export const constructs: readonly Indexed[] = [...cycles, ...days].map((construct) => ({
  ...construct,
  gate: ofClause.placed(construct.pattern),
  openings: openingOf(construct.pattern),
}));
const anywhere: readonly Indexed[] = constructs.filter(({ openings }) => openings === undefined);
/** Constructs by the character they begin with, in their order; whatever is not listed begins those of `anywhere` only. */
const byOpening = new Map<number, readonly Indexed[]>(
  [...new Set(constructs.flatMap(({ openings }) => [...(openings ?? [])]))].map((head) => [
    head.charCodeAt(0),
    constructs.filter(({ openings }) => openings === undefined || openings.has(head)),
  ]),
);

/** The first construct whose expression holds at a place: which it is, and the match. */
interface Trial {
  readonly index: number;
  readonly match: RegExpExecArray;
}

/** What was found at the places of the text that was asked about last; several rules ask about the same places. */
let lastText = '';
const trials: (Trial | null)[] = [];
/** Number of the text that was asked about when the place was tried; a new text makes all places untried at once. */
let triedIn = new Int32Array(512);
let textNumber = 0;

function trialAt(text: string, at: number, possible: readonly Indexed[], from: number): Trial | null {
  for (let index = from; index < possible.length; index++) {
    const { pattern, gate } = possible[index] as Indexed;
    if (!gate.open) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null && match[0] !== '') return { index, match };
  }
  return null;
}

/** The time that starts at `at`: the first construct that holds. */
export function timeAt(text: string, at: number, context: TimeContext): Time | undefined {
  const possible = byOpening.get(text.charCodeAt(at)) ?? anywhere;
  if (text !== lastText) {
    lastText = text;
    textNumber++;
    if (triedIn.length < text.length) triedIn = new Int32Array(text.length * 2);
  }
  let trial: Trial | null;
  if (triedIn[at] === textNumber) trial = trials[at] as Trial | null;
  else {
    trial = trialAt(text, at, possible, 0);
    trials[at] = trial;
    triedIn[at] = textNumber;
  }
  while (trial !== null) {
    const { index, match } = trial;
    const found = (possible[index] as Indexed).read(match, context);
    if (found !== undefined) return { start: at, end: at + match[0].length, ...found };
    trial = trialAt(text, at, possible, index + 1);
  }
  return undefined;
}
