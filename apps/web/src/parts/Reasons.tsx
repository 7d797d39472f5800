import type { CaseReport } from '@gongze/domain/report/schema';
import { useTranslation } from 'react-i18next';
import { useFrame } from '../view/useCase.ts';

type Reason = CaseReport['principles']['reasons'][number];

/** Reasons with ✓ met, ✕ not met, ? not decidable. */
export function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  const { t } = useTranslation();
  const { text } = useFrame();
  if (reasons.length === 0) return <span className="muted">{t('none')}</span>;
  return (
    <ul className="reasons">
      {reasons.map(({ id, met, text: words }) => {
        const [glyph, name] = met === null ? ['?', t('answer.undetermined')] : met ? ['✓', t('answer.yes')] : ['✕', t('answer.no')];
        return (
          <li key={`${id}${words.en}`} className={met === null ? 'open' : met ? 'met' : 'unmet'}>
            <span className="light" title={name}>
              <span aria-hidden="true">{glyph}</span>
              <span className="visually-hidden">{name}</span>
            </span>
            {text(words)}
          </li>
        );
      })}
    </ul>
  );
}
