import type { SeriesPoint } from '@gongze/domain/report/report';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import { useEffect, useMemo, useState } from 'react';
import type { Engine } from '../engine/engine.ts';
import { sampleDates } from '../engine/engine.ts';

const SAMPLES = 160;
/** Histories up to this length are read at once, so that nothing moves after it was drawn. */
const AT_ONCE = 1500;
const CHUNK = 6;

export interface Series {
  readonly points: readonly SeriesPoint[];
  readonly total: number;
}

function whenIdle(work: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const id = requestIdleCallback(work, { timeout: 500 });
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(work, 30);
  return () => clearTimeout(id);
}

/** The past read at sampled dates; of a long history in idle time, a few dates after another. Nothing is read before it is `wanted`. */
export function useSeries(engine: Engine, first: IsoDate, last: IsoDate, wanted = true): Series {
  const dates = useMemo(
    () => (wanted ? sampleDates(engine.stops, first, last, engine.facts.length > AT_ONCE ? SAMPLES / 4 : SAMPLES) : []),
    [engine, first, last, wanted],
  );
  const immediate = useMemo(() => (engine.facts.length > AT_ONCE ? undefined : engine.seriesAt(dates)), [engine, dates]);
  const [read, setRead] = useState<{ dates: readonly IsoDate[]; points: readonly SeriesPoint[] }>({ dates, points: [] });
  const points = read.dates === dates ? read.points : [];
  const done = points.length;
  useEffect(() => {
    if (immediate !== undefined || done >= dates.length) return;
    return whenIdle(() => {
      const further = engine.seriesAt(dates.slice(done, done + CHUNK));
      setRead((before) => ({ dates, points: [...(before.dates === dates ? before.points : []), ...further] }));
    });
  }, [engine, dates, immediate, done]);
  return { points: immediate ?? points, total: dates.length };
}
