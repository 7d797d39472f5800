/** The case that the question is about: its report on the date, and what of it conditions the model. */
import { useMemo } from 'react';
import type { CaseReport } from '@gongze/domain/report/schema';
import { type Fit, fitTo } from '@gongze/studies/simulation/what-if/fitting';
import { fetchFacts } from '../engine/api.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import { type Async, useAsync } from '../engine/useAsync.ts';
import { useViewOf } from '../view/store.ts';
import { today } from '../view/today.ts';

export interface Subject {
  readonly engine: Engine;
  readonly report: CaseReport;
  readonly fit: Fit;
}

const seed = 1;

export function useSubject(caseId: string | undefined): Async<Subject | undefined> {
  const edition = useViewOf('edition');
  const knownOn = useViewOf('knownOn');
  const wanted = useViewOf('asOf');
  const asOf = useMemo(() => wanted ?? today(), [wanted]);
  return useAsync(`${caseId} ${edition} ${knownOn} ${asOf}`, async () => {
    if (caseId === undefined) return undefined;
    const engine = createEngine(await fetchFacts(caseId, edition), edition, knownOn);
    const report = engine.reportAt(asOf);
    return { engine, report, fit: fitTo(report, seed) };
  });
}
