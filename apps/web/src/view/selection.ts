/**
 * What is selected, and what hangs together with it. A selection is `kind:id`; choosing it in one place marks in
 * every other place the facts behind it and everything that rests on these facts.
 */
import type { CaseReport } from '@gongze/domain/report/schema';

export const selectionKinds = ['fact', 'finding', 'duty', 'instrument', 'superior', 'actor'] as const;
export type SelectionKind = (typeof selectionKinds)[number];

export interface Selection {
  readonly kind: SelectionKind;
  readonly id: string;
}

export function parseSelection(text: string | undefined): Selection | undefined {
  const colon = text?.indexOf(':') ?? -1;
  if (text === undefined || colon < 1) return undefined;
  const kind = selectionKinds.find((known) => known === text.slice(0, colon));
  return kind === undefined ? undefined : { kind, id: text.slice(colon + 1) };
}

export function selectionOf(kind: SelectionKind, id: string): string {
  return `${kind}:${id}`;
}

/** Facts of the selection and the keys (`kind:id`) of all that is to be marked with it. */
export interface Marked {
  readonly facts: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

const nothing: Marked = { facts: new Set(), keys: new Set() };

type Item = readonly [key: string, evidence: readonly string[], subjects: readonly string[]];

function itemsOf(report: CaseReport): Item[] {
  return [
    ...report.findings.map(({ key, evidence, subjects }): Item => [selectionOf('finding', key), evidence, subjects]),
    ...report.obligations.map(({ id, evidence, liable }): Item => [selectionOf('duty', id), evidence, [...liable, id]]),
    ...[...report.interventions, ...report.guidance].map(
      ({ instrument, evidence, by, tier }): Item => [selectionOf('instrument', instrument), evidence, [by, tier]],
    ),
  ];
}

export function markedBy(report: CaseReport, text: string | undefined): Marked {
  const selection = parseSelection(text);
  if (selection === undefined || text === undefined) return nothing;
  const items = itemsOf(report);
  const { kind, id } = selection;
  if (kind === 'fact') {
    const keys = items.filter(([, evidence]) => evidence.includes(id)).map(([key]) => key);
    return { facts: new Set([id]), keys: new Set([text, ...keys]) };
  }
  if (kind === 'superior' || kind === 'actor') {
    const own = items.filter(([, , subjects]) => subjects.some((subject) => subject === id || subject.startsWith(`${id}/`)));
    return { facts: new Set(own.flatMap(([, evidence]) => evidence)), keys: new Set([text, ...own.map(([key]) => key)]) };
  }
  const own = items.find(([key]) => key === text);
  if (own === undefined) return { facts: new Set(), keys: new Set([text]) };
  const duties = kind === 'finding' ? own[2].map((subject) => selectionOf('duty', subject)) : [];
  const findings =
    kind === 'duty' ? items.filter(([key, , subjects]) => key.startsWith('finding:') && subjects.includes(id)).map(([key]) => key) : [];
  return { facts: new Set(own[1]), keys: new Set([text, ...duties, ...findings]) };
}
