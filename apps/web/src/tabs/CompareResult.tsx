import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Engine } from '../engine/engine.ts';
import { useFrame } from '../view/useCase.ts';
import { CompareTable } from './CompareTable.tsx';
import { ParallelTable } from './ParallelTable.tsx';

/** The comparison for one date; computed apart, so that the slider need not wait for it. */
export const CompareResult = memo(function CompareResult({ other, asOf }: { readonly other: Engine; readonly asOf: IsoDate }) {
  const { t } = useTranslation();
  const { engine, text } = useFrame();
  const comparison = useMemo(() => engine.compareWith(other, asOf), [engine, other, asOf]);
  const titles = useMemo(() => {
    const all = [...engine.facts, ...other.facts].flatMap((fact) =>
      fact.type === 'instrumentApplied' ? [[fact.payload.instrument, fact.payload.title] as const] : [],
    );
    return new Map(all);
  }, [engine, other]);
  const nameOf = (instrument: string) => {
    const title = titles.get(instrument);
    return title === undefined ? instrument : text(title);
  };
  return (
    <>
      <CompareTable comparison={comparison} />
      {([0, 1] as const).map((side) => (
        <ParallelTable
          key={side}
          title={t('compare.parallel', { case: text(comparison.titles[side]) })}
          readings={comparison.parallel[side]}
          nameOf={nameOf}
        />
      ))}
    </>
  );
});
