/** Two versions side by side, as plain rows: what a page shows and a worker can send. */
import { type ClauseChange, compareAgreements, type VagueLabel } from '@gongze/clauses';
import type { Language } from '@gongze/domain/vocabulary/text';
import { rememberingReader, type ReadAs, scoreOf, tallyOf } from './reading.ts';

export interface Side {
  readonly label: string;
  readonly text: string;
  readonly language: Language;
  readonly score: number | null;
}

export interface ComparedRow {
  readonly kind: ClauseChange['kind'];
  readonly before: Side | null;
  readonly after: Side | null;
  readonly difference: number;
  readonly mended: readonly VagueLabel[];
  readonly worsened: readonly VagueLabel[];
}

export interface Comparison {
  readonly rows: readonly ComparedRow[];
  readonly before: number | null;
  readonly after: number | null;
}

const sideOf = (clause: ClauseChange['before']): Side | null =>
  clause === null
    ? null
    : { label: clause.label, text: clause.reading.text, language: clause.reading.language, score: clause.reading.bindingScore };

export function compared(before: string, after: string, readAs: ReadAs): Comparison {
  const read = rememberingReader(readAs);
  const [old, now] = [read(before), read(after)];
  const [was, is] = [scoreOf(tallyOf(old, 0)), scoreOf(tallyOf(now, 0))];
  const changes = compareAgreements({ text: before, clauses: old, bindingScore: was }, { text: after, clauses: now, bindingScore: is });
  return {
    rows: changes.map((change) => ({ ...change, before: sideOf(change.before), after: sideOf(change.after) })),
    before: was,
    after: is,
  };
}

export interface DiffPiece {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Longer wordings are shown whole: the table of a comparison grows with the product of both lengths. */
const DIFF_CELLS = 250_000;

/** English by words, Chinese by characters. */
const unitsOf = (text: string): readonly string[] => text.match(/[A-Za-z0-9'’]+|\s+|[\s\S]/gu) ?? [];

/** What went and what came between two wordings, by the longest common subsequence. */
export function difference(before: string, after: string): readonly DiffPiece[] {
  const [a, b] = [unitsOf(before), unitsOf(after)];
  if (a.length * b.length > DIFF_CELLS) {
    return [
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ];
  }
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] =
        a[i] === b[j]
          ? (common[(i + 1) * width + j + 1] as number) + 1
          : Math.max(common[(i + 1) * width + j] as number, common[i * width + j + 1] as number);
  const pieces: { kind: DiffPiece['kind']; text: string }[] = [];
  const put = (kind: DiffPiece['kind'], text: string): void => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      put('same', a[i] as string);
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && (common[(i + 1) * width + j] as number) >= (common[i * width + j + 1] as number))) {
      put('gone', a[i++] as string);
    } else put('new', b[j++] as string);
  }
  return pieces;
}
