import { useTranslation } from 'react-i18next';
import { readSession } from '../account/send.ts';
import { useAsync } from '../engine/useAsync.ts';
import { useViewOf } from '../view/store.ts';

/** In local mode every page says so: nobody's identity was checked, and whoever sits there may act for anyone. */
export function ModeMark() {
  const { t } = useTranslation();
  const lang = useViewOf('lang');
  const session = useAsync('session', () => readSession(lang));
  return session.state === 'ready' && session.value.mode === 'local' ? (
    <span className="mode-mark" title={t('localModeText')}>
      {t('localMode')}
    </span>
  ) : null;
}
