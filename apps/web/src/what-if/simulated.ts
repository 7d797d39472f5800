/**
 * Simulated cases of this browser. What is kept is the question, not the answer: the run is computed again when it is opened, by the same
 * kernel and the same seed, so it is the same case to the last fact. Nothing of it is sent anywhere.
 */
import type { Fact } from '@gongze/domain/events/catalogue';
import type { Government } from '@gongze/domain/vocabulary/governments/tree';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { syntheticGovernments, syntheticTiers } from '@gongze/studies/simulation/history/governments';
import { simulateHistory } from '@gongze/studies/simulation/history/history';
import { readScenario } from '@gongze/studies/simulation/scenario/scenario';
import type { CaseFacts } from '../engine/engine.ts';

export interface KeptRun {
  /** Content of the scenario file. */
  readonly scenario: unknown;
  readonly variant: number;
  readonly run: number;
  /** Governments of the case that was asked about; absent = made-up ones. */
  readonly governments?: readonly Government[];
  /** Superiors from the nearest up. */
  readonly tiers?: readonly string[];
  readonly names?: Readonly<Record<string, Bilingual>>;
}

const keyOf = (caseId: string): string => `gongze.${caseId}`;
/** Runs kept at a time: the oldest gives way. */
const keptMax = 12;
const indexKey = 'gongze.simulated';

function index(): string[] {
  try {
    return JSON.parse(localStorage.getItem(indexKey) ?? '[]') as string[];
  } catch {
    return [];
  }
}

function tell(kept: KeptRun): CaseFacts & { readonly last: string } {
  const read = readScenario(kept.scenario);
  if (!read.ok) throw new Error('bug: a question was kept that the model refuses');
  const { variant, run, tiers = syntheticTiers, names = {} } = kept;
  const { caseId, title, actors, facts } = simulateHistory(read.value, { variant, run, tiers, names });
  const governments = kept.governments ?? syntheticGovernments(read.value.parties).governments;
  const last = (facts.at(-1) as Fact).occurred.last;
  return { case: caseId, title, actors, facts, governments, size: facts.length, last };
}

/** Keeps a run. @returns its id and the last day of it */
export function keepRun(kept: KeptRun): { readonly caseId: string; readonly last: string } {
  const { case: caseId, last } = tell(kept);
  const ids = [caseId, ...index().filter((id) => id !== caseId)];
  for (const dropped of ids.splice(keptMax)) localStorage.removeItem(keyOf(dropped));
  localStorage.setItem(keyOf(caseId), JSON.stringify(kept));
  localStorage.setItem(indexKey, JSON.stringify(ids));
  return { caseId, last };
}

/** The facts of a simulated case, computed again; `undefined` where this browser does not keep it. */
export function simulatedFacts(caseId: string): CaseFacts | undefined {
  const text = localStorage.getItem(keyOf(caseId));
  if (text === null) return undefined;
  const { last: _, ...facts } = tell(JSON.parse(text) as KeptRun);
  return facts;
}
