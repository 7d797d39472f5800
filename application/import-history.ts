/**
 * Takes an archive into the store. Importing again is no fault: what is there unchanged is skipped, what is new is
 * appended, and what differs is refused, because recorded facts are corrected by further facts and never rewritten.
 */
import type { Fact } from '@gongze/domain/events/catalogue';
import { type Answer, answered } from './answers.ts';
import { recordContent } from './canonical.ts';
import { importTexts } from './messages.ts';
import type { Clock, Store } from './ports.ts';
import { revisionsOf } from './revisions.ts';
import type { History } from './validation/read.ts';

export interface Imported {
  readonly case: string;
  readonly appended: number;
  readonly unchanged: number;
  /** Facts that differ from the file in a way no correction can express: the record stands as it was. */
  readonly leftAsWas: readonly string[];
  readonly size: number;
}

const ATTEMPTS = 3;

export interface ImportOptions {
  /** `correct`: what differs from the record becomes corrections. Default: it is refused. */
  readonly changes?: 'refuse' | 'correct';
}

/** Imports all facts of a validated history, or none. */
export async function importHistory(store: Store, clock: Clock, history: History, options: ImportOptions = {}): Promise<Answer<Imported>> {
  const simulated = history.facts.filter((fact) => fact.origin === 'model').map((fact) => fact.id);
  if (simulated.length > 0) return refused(importTexts.simulated(simulated), simulated);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const answer = await tryImport(store, clock, history, options.changes === 'correct');
    if (answer !== undefined) return answer;
  }
  return refused(importTexts.concurrent, []);
}

function refused(text: { zh: string; en: string }, facts: readonly string[]): Answer<never> {
  return { ok: false, problem: { kind: 'refused', text, facts } };
}

/** `undefined` if somebody else wrote in between. */
async function tryImport(store: Store, clock: Clock, history: History, correct: boolean): Promise<Answer<Imported> | undefined> {
  const { caseId, title, actors } = history;
  const stored = await store.readCase(caseId);
  const kept = new Map((stored?.facts ?? []).map((fact) => [fact.id, fact]));
  const changed = history.facts.filter((fact) => {
    const known = kept.get(fact.id);
    return known !== undefined && recordContent(known) !== recordContent(fact);
  });
  const size = stored?.size ?? 0;
  const added = numbered(
    history.facts.filter((fact) => !kept.has(fact.id)),
    size,
    clock,
  );
  const { corrections, impossible } = correct
    ? revisionsOf(stored?.facts ?? [], history.facts, size + added.length, clock)
    : { corrections: [], impossible: changed.map((fact) => fact.id) };
  if (impossible.length > 0 && !correct) return refused(importTexts.changed(impossible), impossible);
  await store.putCase({ caseId, title, actors });
  const fresh = [...added, ...corrections];
  const unchanged = history.facts.length - fresh.length - impossible.length;
  if (fresh.length === 0) return answered({ case: caseId, appended: 0, unchanged, leftAsWas: impossible, size });
  const result = await store.append(caseId, size, fresh);
  if ('appended' in result)
    return answered({ case: caseId, appended: result.appended, unchanged, leftAsWas: impossible, size: result.size });
  if (result.refusal === 'conflictingDuplicate') return refused(importTexts.changed([result.factId]), [result.factId]);
  return undefined;
}

/** Versions that follow the stream, in the order of the archive's own; the recording is now. */
function numbered(facts: readonly Fact[], size: number, clock: Clock): Fact[] {
  const recordedAt = clock.now();
  const ordered = facts.toSorted((a, b) => a.version - b.version);
  return ordered.map((fact, index) => ({ ...fact, version: size + 1 + index, recordedAt }));
}
