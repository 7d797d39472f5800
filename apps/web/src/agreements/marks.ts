/** Where the text is vague: the labels of a clause, each laid on the words of the statement that earns it. */
import { type ClauseReading, type Piece, type Span, type Statement, type VagueLabel, vagueOf } from '@gongze/clauses';

export interface Mark extends Span {
  readonly label: VagueLabel;
  /** Number of the statement in its clause, from 0. */
  readonly statement: number;
}

/** Labels that this statement earns. A consequence anywhere in the clause serves all its statements. */
export function labelsOf(reading: ClauseReading, statement: Statement): readonly VagueLabel[] {
  return vagueOf([statement]).filter((label) => reading.vague.includes(label) && (label !== 'no_party' || asksWho(statement)));
}

/** Definitions, the day of entry into force, how long a paper holds: the rubric counts that nobody is named, and nobody has to be. */
export const asksWho = ({ kind, partyType, aim }: Statement): boolean =>
  kind !== 'constitutive' || partyType !== 'none' || /成立|设立|组建|建立|新设|establish|set up|create|found/i.test(aim.text);

/** True if something is left open that could be mended. A missing consequence alone is no sign of vagueness (rubric). */
export const isVague = (reading: ClauseReading): boolean =>
  reading.vague.some((label) => label !== 'no_consequence') &&
  reading.statements.some((statement) => labelsOf(reading, statement).some((label) => label !== 'no_consequence'));

/** Words that put a duty off or soften it, in both languages; they are what the eye should fall on. */
const someTime =
  /适时|择机|尽快|尽早|及早|早日|及时|逐步|抓紧|近期|条件成熟时|in due course|as soon as (?:possible|practicable)|at an appropriate time|where appropriate|gradually|timely/gi;
const someDegree =
  /进一步|不断|持续|切实|积极|大力|着力|深入|全面|扎实|有效|充分|further|actively|vigorously|continuously|continually|strengthen efforts to/gi;

/** The words of a kind within the statement, in front of its verb or anywhere. */
function wordsIn(text: string, words: RegExp, { start, end }: Span): readonly Span[] {
  return [...text.slice(start, end).matchAll(words)].map(({ index, 0: word }) => ({
    start: start + index,
    end: start + index + word.length,
  }));
}

/** The mark that closes the statement, else its last character. */
function closing(text: string, end: number): Span {
  const mark = /^[\s]*[。；;.]/.exec(text.slice(end, end + 3));
  return mark === null ? { start: Math.max(0, end - 1), end } : { start: end + mark[0].length - 1, end: end + mark[0].length };
}

function placesOf(label: VagueLabel, { attribute, aim, object, span }: Statement, text: string): readonly Span[] {
  switch (label) {
    case 'collective_party_only':
      return attribute.length > 0 ? attribute.map((piece: Piece) => piece.span) : [aim.span];
    case 'no_deadline': {
      const loose = wordsIn(text, someTime, span);
      return loose.length > 0 ? loose : [(object ?? aim).span];
    }
    case 'aspirational_verb':
      return [...wordsIn(text, someDegree, { start: span.start, end: Math.max(span.start, aim.span.start) }), aim.span];
    case 'no_party':
    case 'no_measure':
      return [aim.span];
    case 'no_consequence':
      return [closing(text, span.end)];
    default:
      return label satisfies never;
  }
}

/** Marks of a clause in order of place. A place that several statements share is marked once for each label. */
export function marksOf(reading: ClauseReading): readonly Mark[] {
  const marks: Mark[] = [];
  const seen = new Set<string>();
  reading.statements.forEach((statement, index) => {
    for (const label of labelsOf(reading, statement)) {
      // One for the clause, at its end.
      if (label === 'no_consequence' && index !== lastDuty(reading)) continue;
      for (const { start, end } of placesOf(label, statement, reading.text)) {
        const key = `${start} ${end} ${label}`;
        if (end <= start || start < 0 || end > reading.text.length || seen.has(key)) continue;
        seen.add(key);
        marks.push({ start, end, label, statement: index });
      }
    }
  });
  return marks.sort((a, b) => a.start - b.start || a.end - b.end);
}

function lastDuty(reading: ClauseReading): number {
  return reading.statements.findLastIndex((statement) => labelsOf(reading, statement).includes('no_consequence'));
}

/** A stretch of a clause that is drawn in one way. */
export interface Stretch extends Span {
  readonly labels: readonly VagueLabel[];
  readonly statements: readonly number[];
}

/** The clause cut where a mark or a statement begins or ends; the stretches follow one another without a gap. */
export function stretchesOf(reading: ClauseReading, marks: readonly Mark[]): readonly Stretch[] {
  const { text, statements } = reading;
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...marks, ...statements.map(({ span }) => span)]) {
    if (start < 0 || end > text.length) continue;
    cuts.add(start).add(end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  const stretches: Stretch[] = [];
  for (let at = 0; at + 1 < places.length; at++) {
    const [start, end] = [places[at] as number, places[at + 1] as number];
    stretches.push({
      start,
      end,
      labels: [...new Set(marks.filter((mark) => mark.start < end && mark.end > start).map(({ label }) => label))],
      statements: statements.flatMap(({ span }, index) => (span.start < end && span.end > start ? [index] : [])),
    });
  }
  return stretches;
}

/** The statement at `offset` of the clause: the narrowest one that holds it, else the nearest before it. */
export function statementAt({ statements }: ClauseReading, offset: number): number | undefined {
  let best: number | undefined;
  let width = Number.POSITIVE_INFINITY;
  statements.forEach(({ span: { start, end } }, index) => {
    if (start > offset || end < offset || end - start >= width) return;
    [best, width] = [index, end - start];
  });
  if (best !== undefined) return best;
  const before = statements.findLastIndex(({ span }) => span.start <= offset);
  return before >= 0 ? before : statements.length > 0 ? 0 : undefined;
}
