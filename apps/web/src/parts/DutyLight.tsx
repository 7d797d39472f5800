import type { CaseReport } from '@gongze/domain/report/schema';
import { useTranslation } from 'react-i18next';
import { lightOf } from './light.ts';

const glyphs = { done: '✓', onTrack: '●', near: '◐', late: '✕', pause: '‖', undated: '—' } as const;

/** Light of a duty: sign, hue and word. */
export function DutyLight({ duty }: { readonly duty: CaseReport['obligations'][number] }) {
  const { t } = useTranslation();
  const light = lightOf(duty);
  // That it has no date stands in the column of dates; here it is not said again.
  const undated = duty.fulfilledOn === null ? <span className="visually-hidden">{t('duties.noDue')}</span> : t('timeline.fulfilled');
  return (
    <span className={`duty-light ${light}`}>
      <span aria-hidden="true">{glyphs[light]}</span>{' '}
      {duty.unsigned ? t('duties.unsigned') : duty.schedule === null ? undated : t(`schedule.${duty.schedule}`)}
    </span>
  );
}
