/** Reads the cases of a country a few at a time, so that the page answers while it computes, and can be told to stop. */
import { openCase } from '@gongze/domain/report/report';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { GovernmentTree } from '@gongze/domain/vocabulary/governments/tree';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { standardParameters } from '@gongze/domain/vocabulary/parameters';
import { generatedCase, generatedUntil } from '@gongze/studies/generated/country';
import { useCallback, useEffect, useState } from 'react';
import { fetchCases, fetchFacts } from '../engine/api.ts';
import { createEngine } from '../engine/engine.ts';
import { today } from '../view/today.ts';
import { type CaseSummary, summaryOf } from './summary.ts';

export type Source = 'ledger' | 'generated';
export const generatedCount = 2000;
/** Work between two frames, in milliseconds; below what a hand notices. */
const sliceMilliseconds = 12;

export interface Country {
  readonly tree: GovernmentTree;
  readonly asOf: ReturnType<typeof today>;
  readonly cases: readonly CaseSummary[];
  readonly total: number | undefined;
  readonly failed: number;
  readonly state: 'reading' | 'stopped' | 'done' | 'broken';
  readonly stop: () => void;
  readonly goOn: () => void;
  /** Begins again, after the list of cases could not be read. */
  readonly retry: () => void;
}

type Read = (index: number) => Promise<CaseSummary>;

function generatedReader(tree: GovernmentTree): { readonly total: number; readonly read: Read } {
  const parameters = standardParameters();
  const read: Read = async (number) => {
    const { caseId, title, actors, facts } = generatedCase(number, tree);
    const open = openCase({ caseId: caseId as CaseId, title, actors, edition: 'enriched', facts, parameters, governments: tree });
    return summaryOf(open.reportAt(generatedUntil, { hypotheses: false }), tree);
  };
  return { total: generatedCount, read };
}

async function ledgerReader(tree: GovernmentTree): Promise<{ readonly total: number; readonly read: Read }> {
  const entries = await fetchCases();
  const read: Read = async (index) => {
    const { case: caseId } = entries[index] as (typeof entries)[number];
    const engine = createEngine(await fetchFacts(caseId, 'enriched'), 'enriched', undefined);
    return summaryOf(engine.reportAt(today()), tree);
  };
  return { total: entries.length, read };
}

const nextFrame = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

interface Progress {
  readonly source: Source;
  readonly cases: readonly CaseSummary[];
  readonly total: number | undefined;
  readonly failed: number;
  readonly state: Country['state'];
}

const nothing = (source: Source): Progress => ({ source, cases: [], total: undefined, failed: 0, state: 'reading' });

export function useCountry(source: Source): Country {
  const [tree] = useState(gb2260);
  const [kept, setKept] = useState<Progress>(nothing(source));
  const [stopped, setStopped] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const progress = kept.source === source ? kept : nothing(source);
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes on from what there is when it is told to
  useEffect(() => {
    if (stopped || (progress.state !== 'reading' && progress.state !== 'stopped')) return;
    let wanted = true;
    const run = async (): Promise<void> => {
      const { total, read } = await (source === 'generated' ? generatedReader(tree) : ledgerReader(tree));
      const cases = [...progress.cases];
      let failed = progress.failed;
      let since = performance.now();
      for (let index = cases.length + failed; index < total && wanted; index++) {
        try {
          cases.push(await read(index));
        } catch {
          failed += 1;
        }
        if (performance.now() - since < sliceMilliseconds) continue;
        setKept({ source, cases: [...cases], total, failed, state: 'reading' });
        await nextFrame();
        since = performance.now();
      }
      if (wanted) setKept({ source, cases, total, failed, state: 'done' });
    };
    run().catch(() => wanted && setKept({ ...progress, state: 'broken' }));
    return () => {
      wanted = false;
    };
  }, [source, tree, stopped, attempt]);
  return {
    ...progress,
    state: stopped && progress.state === 'reading' ? 'stopped' : progress.state,
    tree,
    asOf: source === 'generated' ? generatedUntil : today(),
    stop: useCallback(() => setStopped(true), []),
    goOn: useCallback(() => setStopped(false), []),
    retry: useCallback(() => {
      setKept(nothing(source));
      setAttempt((n) => n + 1);
    }, [source]),
  };
}
