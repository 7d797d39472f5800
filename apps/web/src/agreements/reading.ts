/**
 * Reading while somebody types: every wording of a clause is read once and remembered, so that a keystroke costs one pass
 * over the characters and the reading of the clause it fell into.
 */
import { type ClauseReading, languageOf, readClause, type ReadingContext, splitClauses } from '@gongze/clauses';
import type { Language } from '@gongze/domain/vocabulary/text';

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

/** Number of an article before its wording: it belongs to nobody's name. */
const articleNumber =
  /^[\s　]*(?:#{1,6}[\s　]*)?(?:第[一二三四五六七八九十百零〇0-9]{1,6}[章节条款][\s　、：:]*|(?:Article|Section|Clause)\s+[0-9IVXLC]{1,6}\b[.:)]?\s*|[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[.、]?[\s　]+)/;

function numberLength(wording: string): number {
  const length = articleNumber.exec(wording.slice(0, 40))?.[0].length ?? 0;
  return length < wording.length ? length : 0;
}

const closing = /[。！？；：!?;:.][”"』」）)]?\s*$/;
/** Sentences that say that there is an agreement, and nothing that anybody would owe. */
const recital = /(?:订立|签订|达成|制定)(?:本|如下|以下)?(?:协议|备忘录|协定)|达成(?:如下|以下)|(?:hereby )?agree(?:d|s)? as follows/i;

/** The title of the text, its first line without a sentence in it, or the sentence that introduces the agreement. */
function isFrame(wording: string, start: number, text: string): boolean {
  if (wording.length > 400) return false;
  const first = start < 200 && text.slice(0, start).trim() === '';
  return (first && wording.length <= 120 && !closing.test(wording)) || (start < 2000 && recital.test(wording));
}

/** Wordings remembered at most; a session of typing passes many that never come again. */
const REMEMBERED = 6000;

export type ReadText = (text: string) => readonly ReadClause[];

/**
 * A reader with a memory of its own. Reads each clause as `readAgreement` does, but for the number of the article, which is
 * left out of the wording, and for the title and the sentence that introduces the agreement, which bind nobody.
 */
export function rememberingReader({ language, context }: ReadAs): ReadText {
  const known = new Map<string, ClauseReading>();
  return (text) => {
    if (known.size > REMEMBERED) known.clear();
    return splitClauses(text).flatMap((range) => {
      const { end, label } = range;
      const whole = text.slice(range.start, end);
      if (isFrame(whole, range.start, text)) return [];
      const start = range.start + numberLength(whole);
      const wording = text.slice(start, end);
      let reading = known.get(wording);
      if (reading === undefined) {
        reading = readClause(wording, language ?? languageOf(wording), { context });
        known.set(wording, reading);
      }
      return [{ start, end, label, reading }];
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
    // Nearly every clause lacks a consequence: by itself it is no sign of vagueness (rubric).
    if (reading.vague.some((label) => label !== 'no_consequence')) vague++;
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
