import { toDayNumber } from '@gongze/domain/vocabulary/dates';
import { type RefObject, useEffect } from 'react';
import { useAsOf } from '../view/useCase.ts';
import type { Scale } from './scale.ts';

/** Share of the box that stays in sight on either side of the date. */
const MARGIN = 0.3;

/** Keeps the date in sight where the plot is wider than its box. */
export function useFollow(box: RefObject<HTMLElement | null>, boxWidth: number, scale: Scale): void {
  const asOf = useAsOf();
  useEffect(() => {
    const element = box.current;
    // The widths are known; asking the element would lay the page out a second time in every frame.
    if (element === null || scale.width <= boxWidth) return;
    const x = scale.x(toDayNumber(asOf));
    const margin = boxWidth * MARGIN;
    if (x < element.scrollLeft + margin) element.scrollLeft = x - margin;
    else if (x > element.scrollLeft + boxWidth - margin) element.scrollLeft = x - boxWidth + margin;
  }, [box, boxWidth, scale, asOf]);
}
