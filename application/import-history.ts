/**
 * Takes an archive into the store. Importing again is no fault: what is there unchanged is skipped, what is new is
 * appended, and what differs is refused, because recorded facts are corrected by further facts and never rewritten.
 */
import type { Fact } from '@gongze/domain/events/catalogue';
import { type Answer, answered } from './answers.ts';
import { factContent } from './canonical.ts';
import { importTexts } from './messages.ts';
import type { Clock, Store } from './ports.ts';
import type { History } from './validation/read.ts';

export interface Imported {
  readonly case: string;
  readonly appended: number;
  readonly unchanged: number;
  readonly size: number;
}

const ATTEMPTS = 3;

/** Imports all facts of a validated history, or none. */
export async function importHistory(store: Store, clock: Clock, history: History): Promise<Answer<Imported>> {
  const simulated = history.facts.filter((fact) => fact.origin === 'model').map((fact) => fact.id);
  if (simulated.length > 0) return refused(importTexts.simulated(simulated), simulated);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const answer = await tryImport(store, clock, history);
    if (answer !== undefined) return answer;
  }
  return refused(importTexts.concurrent, []);
}

function refused(text: { zh: string; en: string }, facts: readonly string[]): Answer<never> {
  return { ok: false, problem: { kind: 'refused', text, facts } };
}

/** `undefined` if somebody else wrote in between. */
async function tryImport(store: Store, clock: Clock, history: History): Promise<Answer<Imported> | undefined> {
  const { caseId, title, actors } = history;
  const stored = await store.readCase(caseId);
  const kept = new Map((stored?.facts ?? []).map((fact) => [fact.id, fact]));
  const changed = history.facts.filter((fact) => {
    const known = kept.get(fact.id);
    return known !== undefined && factContent(known) !== factContent(fact);
  });
  if (changed.length > 0) {
    const ids = changed.map((fact) => fact.id);
    return refused(importTexts.changed(ids), ids);
  }
  await store.putCase({ caseId, title, actors });
  const size = stored?.size ?? 0;
  const fresh = numbered(
    history.facts.filter((fact) => !kept.has(fact.id)),
    size,
    clock,
  );
  const unchanged = history.facts.length - fresh.length;
  if (fresh.length === 0) return answered({ case: caseId, appended: 0, unchanged, size });
  const result = await store.append(caseId, size, fresh);
  if ('appended' in result) return answered({ case: caseId, appended: result.appended, unchanged, size: result.size });
  if (result.refusal === 'conflictingDuplicate') return refused(importTexts.changed([result.factId]), [result.factId]);
  return undefined;
}

/** Versions that follow the stream, in the order of the archive's own; the recording is now. */
function numbered(facts: readonly Fact[], size: number, clock: Clock): Fact[] {
  const recordedAt = clock.now();
  const ordered = facts.toSorted((a, b) => a.version - b.version);
  return ordered.map((fact, index) => ({ ...fact, version: size + 1 + index, recordedAt }));
}
