import type { VagueLabel } from '@gongze/clauses';
import { Fragment, memo } from 'react';
import { marksOf, stretchesOf } from './marks.ts';
import type { ReadClause } from './reading.ts';

/** A statement of a clause, by the clause's place in the text shown. */
export interface Place {
  readonly clause: number;
  readonly statement: number;
}

/** Whole lines of the text with the clauses in them. */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** Cuts the text at line ends so that no clause is cut: what does not change is not drawn again. */
function blocksOf(text: string, clauses: readonly ReadClause[]): readonly Block[] {
  const blocks: Block[] = [];
  let at = 0;
  let index = 0;
  while (index < clauses.length) {
    const from = index;
    const lineStart = text.lastIndexOf('\n', Math.max(0, (clauses[index]?.start ?? 0) - 1)) + 1;
    const start = Math.max(at, lineStart);
    if (start > at) blocks.push({ start: at, end: start, from, to: from });
    let end = clauses[index]?.end ?? start;
    let lineEnd = text.indexOf('\n', end);
    index++;
    while (index < clauses.length && (lineEnd < 0 || (clauses[index]?.start ?? 0) <= lineEnd)) {
      end = clauses[index]?.end ?? end;
      lineEnd = text.indexOf('\n', end);
      index++;
    }
    at = lineEnd < 0 ? text.length : lineEnd + 1;
    blocks.push({ start, end: at, from, to: index });
  }
  if (at < text.length) blocks.push({ start: at, end: text.length, from: index, to: index });
  return blocks;
}

const families: Readonly<Record<VagueLabel, string>> = {
  no_party: 'who',
  collective_party_only: 'who',
  no_deadline: 'when',
  no_measure: 'what',
  aspirational_verb: 'what',
  no_consequence: 'else',
};
const order = ['who', 'what', 'when', 'else'];

/** The most telling family decides the line. */
function lineOf(labels: readonly VagueLabel[]): string {
  const own = new Set(labels.map((label) => families[label]));
  const first = order.find((family) => own.has(family));
  return first === undefined ? '' : `vague vague-${first}`;
}

interface ClauseProps {
  readonly clause: ReadClause;
  readonly index: number;
  readonly active: number | undefined;
}

const MirrorClause = memo(
  function MirrorClause({ clause: { reading }, index, active }: ClauseProps) {
    const marks = marksOf(reading);
    return (
      <span data-clause={index}>
        {stretchesOf(reading, marks).map(({ start, end, labels, statements }) => {
          const on = active !== undefined && statements.includes(active);
          const name = `${lineOf(labels)}${on ? ' on' : ''}`.trim();
          return (
            <span key={start} className={name === '' ? undefined : name} data-statement={statements[0]}>
              {reading.text.slice(start, end)}
            </span>
          );
        })}
      </span>
    );
  },
  (a, b) => a.clause.reading === b.clause.reading && a.index === b.index && a.active === b.active,
);

interface BlockProps {
  /** The clauses of the block, and the stretches of text before, between and after them. */
  readonly clauses: readonly ReadClause[];
  readonly gaps: readonly string[];
  readonly from: number;
  readonly active: Place | undefined;
}

const MirrorBlock = memo(
  function MirrorBlock({ clauses, gaps, from, active }: BlockProps) {
    return (
      <div>
        {gaps[0]}
        {clauses.map((clause, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a clause is known by its place; its wording changes as it is typed
          <Fragment key={from + at}>
            <MirrorClause clause={clause} index={from + at} active={active?.clause === from + at ? active.statement : undefined} />
            {gaps[at + 1]}
          </Fragment>
        ))}
      </div>
    );
  },
  (a, b) =>
    a.from === b.from &&
    a.active === b.active &&
    a.clauses.length === b.clauses.length &&
    a.clauses.every(({ reading }, at) => reading === b.clauses[at]?.reading) &&
    a.gaps.every((gap, at) => gap === b.gaps[at]),
);

/** The text between the clauses of a block. */
function gapsOf({ start, end }: Block, clauses: readonly ReadClause[], text: string): readonly string[] {
  const gaps: string[] = [];
  let at = start;
  for (const clause of clauses) {
    gaps.push(text.slice(at, clause.start));
    at = clause.end;
  }
  gaps.push(text.slice(at, end));
  return gaps;
}

interface MirrorProps {
  readonly text: string;
  readonly clauses: readonly ReadClause[];
  readonly active: Place | undefined;
}

/** The text once more behind the field in which it is typed, with what is vague underlined. Not read aloud: the list beside it is. */
export function Mirror({ text, clauses, active }: MirrorProps) {
  return (
    <div className="mirror" aria-hidden="true">
      {blocksOf(text, clauses).map((block) => {
        const own = clauses.slice(block.from, block.to);
        const holds = active !== undefined && active.clause >= block.from && active.clause < block.to;
        return (
          <MirrorBlock
            key={block.from === block.to ? `gap ${block.from}` : `block ${block.from}`}
            clauses={own}
            gaps={gapsOf(block, own, text)}
            from={block.from}
            active={holds ? active : undefined}
          />
        );
      })}
      {(text === '' || text.endsWith('\n')) && <div>{'\u200b'}</div>}
    </div>
  );
}
