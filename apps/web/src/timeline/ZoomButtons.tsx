import { fromDayNumber, type IsoDate, toDayNumber } from '@gongze/domain/vocabulary/dates';
import { useTranslation } from 'react-i18next';
import { changeView, useView } from '../view/store.ts';
import { useAsOf, useFrame } from '../view/useCase.ts';

const MIN_DAYS = 180;

/** The window of the given width around a day, within the axis. */
export function windowAround(day: number, width: number, first: number, last: number): readonly [number, number] {
  if (width >= last - first) return [first, last];
  const start = Math.min(Math.max(first, Math.round(day - width / 2)), last - width);
  return [start, start + width];
}

/** Shows a shorter or longer period around the date, up to the end of the axis, the future included. */
export function ZoomButtons({ last: end }: { readonly last: IsoDate }) {
  const { t } = useTranslation();
  const { axis } = useFrame();
  const asOf = useAsOf();
  const view = useView();
  const first = toDayNumber(axis.first);
  const last = toDayNumber(end);
  const width = toDayNumber(view.to ?? end) - toDayNumber(view.from ?? axis.first);
  const zoom = (factor: number) => {
    const [from, to] = windowAround(toDayNumber(asOf), Math.max(MIN_DAYS, Math.round(width * factor)), first, last);
    const whole = from === first && to === last;
    changeView(whole ? { from: undefined, to: undefined } : { from: fromDayNumber(from) as IsoDate, to: fromDayNumber(to) as IsoDate });
  };
  return (
    <div className="zoom">
      <button
        type="button"
        className="small"
        onClick={() => zoom(0.5)}
        disabled={width <= MIN_DAYS}
        aria-label={t('timeline.zoomIn')}
        title={t('timeline.zoomIn')}
      >
        ＋
      </button>
      <button
        type="button"
        className="small"
        onClick={() => zoom(2)}
        disabled={view.from === undefined}
        aria-label={t('timeline.zoomOut')}
        title={t('timeline.zoomOut')}
      >
        －
      </button>
      <button
        type="button"
        className="small"
        onClick={() => changeView({ from: undefined, to: undefined })}
        disabled={view.from === undefined}
      >
        {t('timeline.zoomAll')}
      </button>
    </div>
  );
}
