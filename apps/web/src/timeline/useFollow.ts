import { toDayNumber } from '@gongze/domain/vocabulary/dates';
import { type RefObject, useEffect } from 'react';
import { useMoment } from '../view/useCase.ts';
import type { Scale } from './scale.ts';

const MARGIN = 40;

/** Keeps the date in sight where the plot is wider than its box. */
export function useFollow(box: RefObject<HTMLElement | null>, scale: Scale): void {
  const { asOf } = useMoment();
  useEffect(() => {
    const element = box.current;
    if (element === null || element.scrollWidth <= element.clientWidth) return;
    const x = scale.x(toDayNumber(asOf));
    if (x < element.scrollLeft + MARGIN) element.scrollLeft = x - MARGIN;
    else if (x > element.scrollLeft + element.clientWidth - MARGIN) element.scrollLeft = x - element.clientWidth + MARGIN;
  }, [box, scale, asOf]);
}
