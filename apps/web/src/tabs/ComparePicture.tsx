import { addDays, toDayNumber } from '@gongze/domain/vocabulary/dates';
import { variables } from '@gongze/domain/vocabulary/levels';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { axisOf, type Engine } from '../engine/engine.ts';
import { Patterns } from '../timeline/Patterns.tsx';
import { scaleOf } from '../timeline/scale.ts';
import { useSeries } from '../timeline/useSeries.ts';
import { useWidth } from '../timeline/useWidth.ts';
import { useFrame, useMoment } from '../view/useCase.ts';
import { CompareCell } from './CompareCell.tsx';

/** Small multiples: a row per variable, a column per case, one axis of time and one of the index. */
export function ComparePicture({ other }: { readonly other: Engine }) {
  const { t } = useTranslation();
  const { engine, axis, text } = useFrame();
  const { asOf } = useMoment();
  const box = useRef<HTMLDivElement>(null);
  const wide = useWidth(box);
  const second = useMemo(() => axisOf(other.stops, axis.last), [other, axis]);
  const first = second.first < axis.first ? second.first : axis.first;
  const own = useSeries(engine, first, axis.last);
  const others = useSeries(other, first, axis.last);
  const width = Math.max(140, Math.floor((wide - 110) / 2) - 16);
  const scale = useMemo(() => scaleOf(toDayNumber(first), toDayNumber(addDays(axis.last, 1)), width), [first, axis, width]);
  const columns = [
    { title: text(engine.title), series: own.points },
    { title: text(other.title), series: others.points },
  ];
  return (
    <section>
      <h3>{t('compare.picture')}</h3>
      <svg width={0} height={0} className="defs" aria-hidden="true">
        <Patterns />
      </svg>
      <div className="compare-grid" ref={box}>
        <span />
        {columns.map(({ title }) => (
          <strong key={title}>{title}</strong>
        ))}
        {variables.map((variable) => (
          <div key={variable} className="compare-row">
            <span className={`variable-name ${variable}`}>{t(`variable.${variable}`)}</span>
            {columns.map(({ title, series }) => (
              <CompareCell
                key={title}
                label={`${title} · ${t(`variable.${variable}`)}`}
                series={series}
                variable={variable}
                scale={scale}
                asOf={asOf}
              />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}
