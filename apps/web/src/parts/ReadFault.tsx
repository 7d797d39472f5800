import { useTranslation } from 'react-i18next';
import { Told } from '../account/send.ts';
import type { Async } from '../engine/useAsync.ts';
import { Fault } from './Fault.tsx';

interface ReadFaultProps {
  readonly of: Extract<Async<unknown>, { readonly state: 'failed' }>;
}

/** A part of a page that could not be read, what to do about it, and the button that does it. The rest of the page stands. */
export function ReadFault({ of }: ReadFaultProps) {
  const { t } = useTranslation();
  return (
    <Fault what={of.error instanceof Told ? of.error.message : t('error.api')} right={t('error.apiRight')}>
      <button type="button" onClick={of.retry}>
        {t('error.retry')}
      </button>
    </Fault>
  );
}
