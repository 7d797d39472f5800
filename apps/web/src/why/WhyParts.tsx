import { useTranslation } from 'react-i18next';
import { changeView } from '../view/store.ts';
import { useFrame } from '../view/useCase.ts';
import type { WhyPart } from './content.ts';

const keyed = /^(findingStatus|may|answer|principle)\./;

/** What it is put together from; each part can be asked why in turn. */
export function WhyParts({ parts }: { readonly parts: readonly WhyPart[] }) {
  const { t } = useTranslation();
  const { text } = useFrame();
  const words = (value: string) => (keyed.test(value) ? t(value as 'why.title') : value);
  return (
    <section className="why-section">
      <h3>{t('why.parts')}</h3>
      <ul className="why-parts">
        {parts.map(({ target, text: name, value }) => (
          <li key={target}>
            <button type="button" className="fact-link" onClick={() => changeView({ why: target })}>
              {words(text(name))}
            </button>
            <span className="numeric">{value === '?' ? t('unknown') : words(value)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
