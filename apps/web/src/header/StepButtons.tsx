import { useTranslation } from 'react-i18next';
import { stepFrom } from '../timeline/series.ts';
import { changeView } from '../view/store.ts';
import { useAsOf, useFrame } from '../view/useCase.ts';

/** ◀ ▶: the previous and the next date on which a fact enters. */
export function StepButtons() {
  const { t } = useTranslation();
  const { engine } = useFrame();
  const asOf = useAsOf();
  const back = stepFrom(engine.stops, asOf, -1);
  const forth = stepFrom(engine.stops, asOf, 1);
  return (
    <span className="steps">
      <button
        type="button"
        className="step"
        disabled={back === undefined}
        onClick={() => back && changeView({ asOf: back })}
        aria-label={t('date.previous')}
        title={`${t('date.previous')} [`}
      >
        ◀
      </button>
      <button
        type="button"
        className="step"
        disabled={forth === undefined}
        onClick={() => forth && changeView({ asOf: forth })}
        aria-label={t('date.next')}
        title={`${t('date.next')} ]`}
      >
        ▶
      </button>
    </span>
  );
}
