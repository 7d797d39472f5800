import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '../view/address.ts';
import { titleOf } from '../engine/describe.ts';
import { formatOccurred } from '../text/dates.ts';
import { changeView } from '../view/store.ts';
import { useFrame } from '../view/useCase.ts';
import { Verification } from './Verification.tsx';

const SHOWN = 3;

/** The row around it is selected by pressing too; a fact in it is a choice of its own. */
function choose(event: MouseEvent, change: Partial<View>): void {
  event.stopPropagation();
  changeView(change);
}

/** The facts behind something, each a button that selects it everywhere; the first few, the rest by number. */
export function EvidenceList({ ids, why }: { readonly ids: readonly string[]; readonly why?: string }) {
  const { t } = useTranslation();
  const { engine, lang, text } = useFrame();
  if (ids.length === 0) return <span className="muted">{t('findings.noEvidence')}</span>;
  return (
    <ul className="evidence">
      {ids.slice(0, SHOWN).map((id) => {
        const fact = engine.factById.get(id);
        if (fact === undefined) return <li key={id}>{id}</li>;
        const title = titleOf(fact);
        return (
          <li key={id}>
            <Verification fact={fact} />
            <button type="button" className="fact-link" onClick={(event) => choose(event, { sel: `fact:${id}` })}>
              <span className="when">{formatOccurred(fact.occurred, lang)}</span>{' '}
              {title === undefined ? t(`eventType.${fact.type}`) : text(title)}
            </button>
          </li>
        );
      })}
      {ids.length > SHOWN && (
        <li>
          {why === undefined ? (
            t('findings.facts', { count: ids.length })
          ) : (
            <button type="button" className="fact-link" onClick={(event) => choose(event, { why })}>
              {t('findings.facts', { count: ids.length })}
            </button>
          )}
        </li>
      )}
    </ul>
  );
}
