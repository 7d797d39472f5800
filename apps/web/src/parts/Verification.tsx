import type { Fact } from '@gongze/domain/events/catalogue';
import { useTranslation } from 'react-i18next';

/** ● ◦ ◌ with the word for it. */
export function Verification({ fact, word = false }: { readonly fact: Fact; readonly word?: boolean }) {
  const { t } = useTranslation();
  const glyph = fact.verification === 'verified' ? '●' : fact.verification === 'unverified' ? '◌' : '◦';
  // An act of this record has no source to be stated by: it is recorded as it is done.
  const name = fact.origin === 'live' && fact.sources.length === 0 ? t('facts.asDone') : t(`verification.${fact.verification}`);
  return (
    <span className="verification" title={name}>
      <span aria-hidden="true" className="verification-glyph">
        {glyph}
      </span>
      <span className={word ? undefined : 'visually-hidden'}>{word ? ` ${name}` : name}</span>
    </span>
  );
}
