/**
 * A second reader, such as a language model that the operator chose. Off unless one is given. It may only say where it reads
 * a statement differently, and it counts only where it quotes the clause verbatim and the rules agree with the quote;
 * everything else is shown to the person as a difference. Nothing it says is recorded.
 */
import { z } from 'zod';
import type { Language } from '@gongze/domain/vocabulary/text';
import type { ClauseReading, Deontic, Piece, Statement } from '../reading.ts';

const quoteSchema = z.string().min(1).max(4000);
/** What a second reader may say of one statement: quotes and closed words, nothing free. */
export const secondStatementSchema = z.strictObject({
  attribute: z.array(quoteSchema).max(40),
  deontic: z.enum(['must', 'may', 'must_not']).nullable(),
  aim: quoteSchema,
  object: quoteSchema.nullable(),
  deadline: quoteSchema.nullable(),
  orElse: quoteSchema.nullable(),
});
export const secondAnswerSchema = z.strictObject({ statements: z.array(secondStatementSchema).max(100) });
export type SecondAnswer = z.output<typeof secondAnswerSchema>;
type SecondStatement = z.output<typeof secondStatementSchema>;

/** The port. `undefined`: no answer, which is never an error for the reader of agreements. */
export type SecondReader = (clause: { readonly text: string; readonly language: Language }) => Promise<unknown>;

export type SecondField = 'attribute' | 'deontic' | 'object' | 'deadline' | 'orElse';

export interface Difference {
  /** Index of our statement; `null` if only the second reader sees one. */
  readonly statement: number | null;
  readonly field: SecondField | 'statement';
  readonly ours: string | null;
  readonly theirs: string | null;
}

export interface SecondOpinion {
  readonly status: 'none' | 'unusable' | 'read';
  /** Statements on which both agree in every part. */
  readonly confirmed: readonly number[];
  readonly differences: readonly Difference[];
  /** Quotes that do not stand in the clause; they are dropped. */
  readonly notVerbatim: readonly string[];
}

const none: SecondOpinion = { status: 'none', confirmed: [], differences: [], notVerbatim: [] };

const quotes = ({ attribute, aim, object, deadline, orElse }: SecondStatement): string[] =>
  [...attribute, aim, object, deadline, orElse].filter((quote) => quote !== null);

const touches = (a: string, b: string): boolean => a.includes(b) || b.includes(a);
const textOf = (piece: Piece | null): string | null => piece?.text ?? null;

/** True if both name the same, one perhaps with a word more. */
const agrees = (ours: string | null, theirs: string | null): boolean =>
  ours === null || theirs === null ? ours === theirs : touches(ours, theirs);

function differencesOf(ours: Statement, theirs: SecondStatement, index: number): Difference[] {
  const names = ours.attribute.map(({ text }) => text).join('、');
  const fields: readonly (readonly [SecondField, string | null, string | null])[] = [
    ['attribute', names === '' ? null : names, theirs.attribute.length === 0 ? null : theirs.attribute.join('、')],
    ['object', textOf(ours.object), theirs.object],
    ['deadline', textOf(ours.deadline?.source ?? null), theirs.deadline],
    ['orElse', textOf(ours.orElse), theirs.orElse],
  ];
  const found = fields
    .filter(([, a, b]) => !agrees(a, b))
    .map(([field, a, b]): Difference => ({ statement: index, field, ours: a, theirs: b }));
  const force = (deontic: Deontic): string => deontic ?? 'none';
  if (ours.deontic !== theirs.deontic)
    found.push({ statement: index, field: 'deontic', ours: force(ours.deontic), theirs: force(theirs.deontic) });
  return found;
}

/** Compares an answer with our reading. Never trusts it: the shape is checked, and every quote has to stand in the clause. */
export function compareWithSecond(reading: ClauseReading, answer: unknown): SecondOpinion {
  if (answer === undefined) return none;
  const parsed = secondAnswerSchema.safeParse(answer);
  if (!parsed.success) return { ...none, status: 'unusable' };
  const notVerbatim = parsed.data.statements.flatMap(quotes).filter((quote) => !reading.text.includes(quote));
  const usable = parsed.data.statements.filter((statement) => quotes(statement).every((quote) => reading.text.includes(quote)));
  const taken = new Set<number>();
  const confirmed: number[] = [];
  const differences: Difference[] = [];
  reading.statements.forEach((ours, index) => {
    const match = usable.findIndex(
      (theirs, at) => !taken.has(at) && touches(ours.aim.text, theirs.aim) && agrees(textOf(ours.object), theirs.object),
    );
    const loose = match >= 0 ? match : usable.findIndex((theirs, at) => !taken.has(at) && touches(ours.aim.text, theirs.aim));
    if (loose < 0) {
      differences.push({ statement: index, field: 'statement', ours: ours.aim.text, theirs: null });
      return;
    }
    taken.add(loose);
    const found = differencesOf(ours, usable[loose] as SecondStatement, index);
    if (found.length === 0) confirmed.push(index);
    differences.push(...found);
  });
  usable.forEach((theirs, at) => {
    if (!taken.has(at)) differences.push({ statement: null, field: 'statement', ours: null, theirs: theirs.aim });
  });
  return { status: 'read', confirmed, differences, notVerbatim };
}

/** Asks the second reader, if there is one. Its failure is no failure of ours: the reading stands as it is. */
export async function secondOpinion(reading: ClauseReading, second: SecondReader | undefined): Promise<SecondOpinion> {
  if (second === undefined) return none;
  try {
    return compareWithSecond(reading, await second({ text: reading.text, language: reading.language }));
  } catch {
    return { ...none, status: 'unusable' };
  }
}
