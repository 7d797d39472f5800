import { addMonths, fromDayNumber, type IsoDate, toDayNumber } from '@gongze/domain/vocabulary/dates';
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { scheduleDate } from '../view/scheduleDate.ts';
import { useAsOf, useFrame } from '../view/useCase.ts';
import { StepButtons } from '../header/StepButtons.tsx';

/** The date beneath the axis: drag, arrow keys by a day, with Shift or page keys by a month and a year. */
export function DateSlider({ first, last }: { readonly first: IsoDate; readonly last: IsoDate }) {
  const { t } = useTranslation();
  const { date } = useFrame();
  const asOf = useAsOf();
  const min = toDayNumber(first);
  const max = toDayNumber(last);
  const input = useRef<HTMLInputElement>(null);
  const shown = String(Math.min(max, Math.max(min, toDayNumber(asOf))));
  // Not controlled: between an input event and its frame the thumb stays where the hand has put it.
  useLayoutEffect(() => {
    if (input.current !== null && input.current.value !== shown) input.current.value = shown;
  }, [shown]);
  const step = (event: KeyboardEvent<HTMLInputElement>) => {
    const back = ['ArrowLeft', 'ArrowDown', 'PageDown'].includes(event.key);
    const forth = ['ArrowRight', 'ArrowUp', 'PageUp'].includes(event.key);
    const months = event.key.startsWith('Page') ? 12 : event.shiftKey ? 1 : 0;
    if (!(back || forth) || months === 0) return;
    event.preventDefault();
    const target = toDayNumber(addMonths(fromDayNumber(toDayNumber(asOf)), back ? -months : months));
    scheduleDate(Math.min(max, Math.max(min, target)));
  };
  return (
    <div className="slider">
      <div className="slider-side">
        <StepButtons />
        <output className="slider-date">{date(asOf)}</output>
      </div>
      <input
        ref={input}
        type="range"
        min={min}
        max={max}
        defaultValue={shown}
        aria-label={t('date.slider')}
        aria-valuetext={date(asOf)}
        title={t('date.keys')}
        onChange={(event) => scheduleDate(Number(event.currentTarget.value))}
        onKeyDown={step}
      />
    </div>
  );
}
