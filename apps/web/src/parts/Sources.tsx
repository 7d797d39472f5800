import type { Fact } from '@gongze/domain/events/catalogue';
import { useTranslation } from 'react-i18next';
import { formatPartial } from '../text/dates.ts';
import { useFrame } from '../view/useCase.ts';

/** Publisher, title, date, section of each source; a link only where the publisher's own page is known. */
export function Sources({ fact }: { readonly fact: Fact }) {
  const { t } = useTranslation();
  const { lang, text } = useFrame();
  if (fact.sources.length === 0 && fact.origin === 'live') return null;
  if (fact.sources.length === 0) return <span className="muted">{t('facts.noSource')}</span>;
  return (
    <ul className="sources">
      {fact.sources.map((source, i) => {
        const title =
          source.title === undefined ? undefined : lang === 'zh' ? `《${text(source.title).replace(/^《|》$/g, '')}》` : text(source.title);
        const parts = [
          text(source.publisher),
          title,
          source.section === undefined || lang === 'zh' ? source.section : `section ${source.section}`,
          source.date === undefined ? undefined : formatPartial(source.date, lang),
        ];
        const line = parts.filter((part) => part !== undefined).join(lang === 'zh' ? '，' : ', ');
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: sources of a fact have no name of their own and never change order
          <li key={i}>
            <span className="source-kind">{t(`sourceKind.${source.kind}`)}</span>{' '}
            {source.url === undefined ? (
              line
            ) : (
              <a href={source.url} rel="noreferrer external">
                {line}
              </a>
            )}
            {source.seenAs === 'repost' && <span className="muted"> · {t('facts.repost')}</span>}
          </li>
        );
      })}
    </ul>
  );
}
