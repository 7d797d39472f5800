import { useTranslation } from 'react-i18next';

const glyphs = { active: '■', found: '■', mitigated: '◧', risk: '□', absent: '–', undetermined: '?' } as const;

/** Result of a rule: a sign and its word. */
export function Status({ status }: { readonly status: keyof typeof glyphs }) {
  const { t } = useTranslation();
  return (
    <span className={`status ${status}`}>
      <span aria-hidden="true">{glyphs[status]}</span> {t(`findingStatus.${status}`)}
    </span>
  );
}
