import { useTranslation } from 'react-i18next';
import { titleOf } from '../engine/describe.ts';
import { FilesOf } from '../files/FilesOf.tsx';
import { Sources } from '../parts/Sources.tsx';
import { Verification } from '../parts/Verification.tsx';
import { formatOccurred } from '../text/dates.ts';
import { changeView } from '../view/store.ts';
import { useFrame } from '../view/useCase.ts';
import { Noted } from './Noted.tsx';
import { Correction } from '../parts/Correction.tsx';

const SHOWN = 40;

/** Every fact behind a result with date, verification and sources; pressing one shows it on the time axis. */
export function WhyFacts({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useTranslation();
  const { engine, lang, text } = useFrame();
  return (
    <section className="why-section">
      <h3>
        {t('why.facts')} {ids.length > 0 && <small>{ids.length}</small>}
      </h3>
      {ids.length === 0 && <p>{t('why.noFacts')}</p>}
      <ol className="why-facts">
        {ids.slice(0, SHOWN).map((id) => {
          const fact = engine.factById.get(id);
          if (fact === undefined) return <li key={id}>{id}</li>;
          const title = titleOf(fact);
          return (
            <li key={id}>
              <button type="button" className="fact-link" onClick={() => changeView({ sel: `fact:${id}`, why: undefined })}>
                <span className="when">{formatOccurred(fact.occurred, lang)}</span>{' '}
                {title === undefined ? t(`eventType.${fact.type}`) : text(title)}
              </button>
              <p className="fact-meta">
                <Verification fact={fact} word /> · {t(`eventType.${fact.type}`)} · {t('facts.initiative')}
                {t('colon')}
                {t(`initiative.${fact.initiative}`)}
                {fact.occurred.setBy === 'coder' && ` · ${t('facts.setByCoder')}`}
              </p>
              <Noted fact={fact} />
              <Correction fact={fact} />
              {fact.note !== undefined && <p className="fact-note">{text(fact.note)}</p>}
              <FilesOf facts={[fact]} />
              <Sources fact={fact} />
            </li>
          );
        })}
      </ol>
      {ids.length > SHOWN && <p className="muted">{t('facts.shown', { from: 1, to: SHOWN, all: ids.length })}</p>}
    </section>
  );
}
