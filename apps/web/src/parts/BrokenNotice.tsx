import { useTranslation } from 'react-i18next';
import { Fault } from './Fault.tsx';

export function BrokenNotice({ message, onRetry }: { readonly message: string; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <Fault what={t('error.broken')} right={t('error.brokenRight', { message })}>
      <button type="button" onClick={onRetry}>
        {t('error.retry')}
      </button>
    </Fault>
  );
}
