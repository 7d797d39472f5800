import { useTranslation } from 'react-i18next';
import { changeView, useViewOf } from '../view/store.ts';
import { Choice } from './Choice.tsx';

export function LanguageChoice() {
  const { t } = useTranslation();
  const lang = useViewOf('lang');
  const options = [
    { value: 'zh', text: '中文', lang: 'zh-CN' },
    { value: 'en', text: 'English', lang: 'en' },
  ] as const;
  return <Choice label={t('language.label')} value={lang} options={options} onChoose={(chosen) => changeView({ lang: chosen })} />;
}
