/**
 * Reading while somebody types: every wording of a clause is read once and remembered, so that a keystroke costs one pass
 * over the characters and the reading of the clause it fell into.
 */
import { bareClauses, type ClauseReading, languageOf, rangeKey, type ReadingContext, readRange } from '@gongze/clauses';
import type { Language } from '@gongze/domain/vocabulary/text';
import { isVague } from './marks.ts';

/** How the text is to be read: what the person set. */
export interface ReadAs {
  /** Language of all clauses; without it each is judged by its characters. */
  readonly language?: Language;
  readonly context: ReadingContext;
}

export interface ReadClause {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  /** The same object as long as the wording stays the same. */
  readonly reading: ClauseReading;
}

/** Wordings remembered at most; a session of typing passes many that never come again. */
const REMEMBERED = 6000;

export type ReadText = (text: string) => readonly ReadClause[];

/** A reader with a memory of its own. Reads each clause as `readAgreement` does. */
export function rememberingReader({ language, context }: ReadAs): ReadText {
  const known = new Map<string, ClauseReading>();
  return (text) => {
    if (known.size > REMEMBERED) known.clear();
    return bareClauses(text).map((range) => {
      const { start, end, label } = range;
      const wording = text.slice(start, end);
      const key = rangeKey(wording, range);
      let reading = known.get(key);
      if (reading === undefined) {
        reading = readRange(wording, range, language ?? languageOf(wording), { context });
        known.set(key, reading);
      }
      return { start, end, label, reading };
    });
  };
}

/** Sums from which the score of a text, or of several parts of one, is computed. */
export interface Tally {
  readonly clauses: number;
  readonly scored: number;
  readonly sum: number;
  readonly vague: number;
  readonly characters: number;
}

export const noTally: Tally = { clauses: 0, scored: 0, sum: 0, vague: 0, characters: 0 };

export function tallyOf(clauses: readonly ReadClause[], characters: number): Tally {
  let [scored, sum, vague] = [0, 0, 0];
  for (const { reading } of clauses) {
    if (reading.bindingScore === null) continue;
    scored++;
    sum += reading.bindingScore;
    if (isVague(reading)) vague++;
  }
  return { clauses: clauses.length, scored, sum, vague, characters };
}

export function addTallies(tallies: Iterable<Tally>): Tally {
  let total = noTally;
  for (const { clauses, scored, sum, vague, characters } of tallies)
    total = {
      clauses: total.clauses + clauses,
      scored: total.scored + scored,
      sum: total.sum + sum,
      vague: total.vague + vague,
      characters: total.characters + characters,
    };
  return total;
}

/** Mean binding score, two decimals; `null` where no clause holds a statement. */
export function scoreOf({ scored, sum }: Tally): number | null {
  return scored === 0 ? null : Math.round((sum / scored) * 100) / 100;
}
