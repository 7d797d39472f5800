import { useTranslation } from 'react-i18next';
import { formatDate } from '../text/dates.ts';
import { editions, futures, tabs } from '../view/address.ts';
import { acceptView, useAddressFaults, useView } from '../view/store.ts';
import { today } from '../view/today.ts';
import { Fault } from './Fault.tsx';

const choices: Readonly<Record<string, readonly string[]>> = { edition: editions, tab: tabs, lang: ['zh', 'en'], future: futures };

/** What of the address could not be read, what would be right, and what is shown instead. */
export function AddressFaults() {
  const { t } = useTranslation();
  const view = useView();
  const faults = useAddressFaults().filter(({ parameter }) => parameter !== 'path');
  if (faults.length === 0) return null;
  const names: Readonly<Record<string, string>> = {
    edition: t('edition.label'),
    tab: t('tab.label'),
    lang: t('language.label'),
    asOf: t('date.asOf'),
    knownOn: t('date.knownOn'),
    from: t('timeline.heading'),
    to: t('timeline.heading'),
    future: t('timeline.showFuture'),
  };
  const nameOf = (parameter: string, value: string) => {
    if (parameter === 'edition') return t(`edition.${value as 'paper'}`);
    if (parameter === 'future') return value;
    if (parameter === 'tab') return t(`tab.${value as 'facts'}`);
    return value === 'zh' ? '中文' : 'English';
  };
  const shown = (parameter: string) => {
    if (parameter === 'knownOn') return view.knownOn === undefined ? t('date.todayAll') : formatDate(view.knownOn, view.lang);
    if (parameter === 'from' || parameter === 'to') return t('timeline.zoomAll');
    return parameter === 'asOf' ? formatDate(view.asOf ?? today(), view.lang) : nameOf(parameter, view[parameter as 'edition']);
  };
  return (
    <Fault what={t('error.address')}>
      {faults.map(({ parameter, value }) => (
        <span key={parameter} className="fault-line">
          {t('error.parameter', { parameter: names[parameter] ?? parameter, value })}{' '}
          {choices[parameter] === undefined
            ? t('error.date', { used: shown(parameter) })
            : t('error.choice', {
                choices: choices[parameter]?.map((choice) => nameOf(parameter, choice)).join(t('list')),
                used: shown(parameter),
              })}
        </span>
      ))}
      <button type="button" onClick={acceptView}>
        {t('error.accept')}
      </button>
    </Fault>
  );
}
