/**
 * Mending by click: wordings that would say what is missing, tried on the clause and read again. What is offered first is
 * the wording in which the reader finds what was meant, with nothing else changed; so a better grammar mends better at once.
 */
import { type ClauseReading, isCheckable, readClause, type ReadingContext, type Statement } from '@gongze/clauses';
import type { Edit, Fix, FixKind } from './fixKinds.ts';
import { candidatesOf } from './fixWordings.ts';
import { asksWho } from './marks.ts';

export interface Mended {
  readonly edit: Edit;
  readonly text: string;
  readonly reading: ClauseReading;
  /** The reader finds in the new wording what was meant; if not, the person has to look. */
  readonly understood: boolean;
}

export const applied = (text: string, { start, end, insert }: Edit): string => text.slice(0, start) + insert + text.slice(end);

/** Whether the statement says what the fix was to say. */
function says(statement: Statement, fix: Fix, { statements, language }: ClauseReading): boolean {
  switch (fix.kind) {
    case 'who':
      return statement.partyType !== 'none' && statement.attribute.some(({ text }) => text === fix.who);
    case 'lead':
      return (
        (statement.lead?.text === fix.who ||
          (statement.partyType === 'individual' && statement.attribute.some(({ text }) => text === fix.who))) &&
        // Whoever is to help must be found as a helper, or at least as one of those who act.
        fix.helpers.every((helper) => [...statement.cooperating, ...statement.attribute].some(({ text }) => text === helper))
      );
    case 'date':
      return statement.deadline?.kind === 'date' && statement.deadline.date === fix.date;
    case 'indicator':
      return statement.indicator !== null && [statement.indicator.value].flat().includes(fix.value);
    case 'orElse':
      // A consequence at the end of a clause serves all its duties.
      return statements.some(({ orElse }) => orElse !== null);
    case 'binding':
      return statement.deontic === 'must' && !statement.hedged;
    case 'concrete':
      // A verb alone makes anything look done: the reader must find verb and result as they were typed, and the result be a thing.
      return (
        // Without a day a report to be published may still count as half of a result; a wish does not.
        statement.aimClass !== 'aspirational' &&
        statement.aim.text.includes(fix.verb) &&
        isCheckable(fix.object, language) &&
        `${statement.aim.text}${statement.object?.text ?? ''}`.replaceAll(/\s/g, '').includes(fix.object.replaceAll(/\s/g, ''))
      );
    default:
      return fix satisfies never;
  }
}

/** Parts that a fix of this kind is meant to change; a change of any other is an accident. */
const touches: Readonly<Record<FixKind, readonly string[]>> = {
  who: ['attribute', 'lead', 'deontic'],
  lead: ['attribute', 'lead'],
  date: ['deadline'],
  indicator: ['indicator'],
  orElse: ['orElse'],
  binding: ['deontic'],
  concrete: ['aim', 'object', 'indicator'],
};

function partsOf(statement: Statement): Readonly<Record<string, string>> {
  const { attribute, lead, deontic, aim, object, deadline, indicator, orElse } = statement;
  return {
    attribute: attribute.map(({ text }) => text).join('|'),
    lead: lead?.text ?? '',
    deontic: String(deontic),
    aim: aim.text,
    object: object?.text ?? '',
    deadline: deadline?.source.text ?? '',
    indicator: String(indicator?.value ?? ''),
    orElse: orElse?.text ?? '',
  };
}

/** How much else the new wording changed: parts of the statement, and statements gained or lost. */
function accidents(before: ClauseReading, after: ClauseReading, at: number, kind: FixKind): number {
  const [was, is] = [before.statements[at], after.statements[at]];
  if (was === undefined || is === undefined) return 10;
  const [old, now] = [partsOf(was), partsOf(is)];
  const changed = Object.keys(old).filter((part) => !touches[kind].includes(part) && old[part] !== now[part]);
  return changed.length + 2 * Math.abs(after.statements.length - before.statements.length);
}

/**
 * The best of the wordings; `undefined` if there is none for this statement.
 * Order: understood, fewest accidents, highest binding score, earliest in the list.
 */
export function mended(reading: ClauseReading, at: number, fix: Fix, context: ReadingContext): Mended | undefined {
  const statement = reading.statements[at];
  if (statement === undefined) return undefined;
  let best: (Mended & { readonly rank: readonly [number, number, number] }) | undefined;
  for (const edit of candidatesOf(reading, statement, fix)) {
    const text = applied(reading.text, edit);
    const after = readClause(text, reading.language, { context });
    const own = after.statements[at];
    const understood = own !== undefined && says(own, fix, after);
    const rank = [understood ? 1 : 0, -accidents(reading, after, at, fix.kind), after.bindingScore ?? 0] as const;
    if (best === undefined || isBetter(rank, best.rank)) best = { edit, text, reading: after, understood, rank };
  }
  return best;
}

function isBetter(a: readonly number[], b: readonly number[]): boolean {
  for (const [index, own] of a.entries()) {
    const other = b[index] ?? 0;
    if (own !== other) return own > other;
  }
  return false;
}

/** What a statement can be helped with, in the order in which a reader asks: who, must, what, when, how much, or else. */
export function fixesFor(statement: Statement): readonly FixKind[] {
  const { partyType, lead, deontic, hedged, aimClass, deadline, indicator, orElse, kind } = statement;
  const duty = kind === 'regulative' && (deontic === 'must' || deontic === null);
  const collective = partyType === 'closed_collective' || partyType === 'open_collective';
  return [
    ...(partyType === 'none' && asksWho(statement) ? (['who'] as const) : []),
    ...(collective && lead === null ? (['lead'] as const) : []),
    ...(duty && (hedged || deontic === null) ? (['binding'] as const) : []),
    ...(duty && aimClass === 'aspirational' ? (['concrete'] as const) : []),
    ...(duty && (deadline === null || deadline.kind === 'unresolved') ? (['date'] as const) : []),
    ...(duty && indicator === null ? (['indicator'] as const) : []),
    ...(duty && orElse === null ? (['orElse'] as const) : []),
  ];
}
