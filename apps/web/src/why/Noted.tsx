import type { Fact } from '@gongze/domain/events/catalogue';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../text/dates.ts';
import { useFrame } from '../view/useCase.ts';

/** When a fact came on record and in whose name: what an auditor asks first. Shipped history came on record before it was here. */
export function Noted({ fact: { recordedAt, recordedBy, origin } }: { readonly fact: Fact }) {
  const { t } = useTranslation();
  const { lang, actor } = useFrame();
  if (origin !== 'live') return null;
  const { mode, actor: own } = recordedBy;
  const who =
    mode === 'local' ? t('facts.notedLocal') : own === undefined ? t('facts.notedImport') : t('facts.notedBy', { who: actor(own) });
  return <p className="fact-meta">{t('facts.noted', { when: formatInstant(recordedAt, lang), who })}</p>;
}
