import { useTranslation } from 'react-i18next';
import { titleOf } from '../engine/describe.ts';
import { formatNumber } from '../text/numbers.ts';
import { useFrame, useMoment } from '../view/useCase.ts';
import type { Change } from './changes.ts';
import type { WhyContent } from './content.ts';
import { CHANGE_FACTS_MAX, useChanges } from './useChanges.ts';

/** What would change the result, computed while the panel is open. */
export function WhyChanges({ content }: { readonly content: WhyContent }) {
  const { t } = useTranslation();
  const { engine, lang, text } = useFrame();
  const { report, asOf } = useMoment();
  const now = content.result?.(report);
  const { changes, done, tooLarge } = useChanges(engine, asOf, content, now);
  const line = (change: Change): string => {
    if (change.kind === 'fact') {
      const fact = engine.factById.get(change.fact);
      const title = fact && titleOf(fact);
      const name = title === undefined ? change.fact : text(title);
      return t(change.effect === 'gone' ? 'why.withoutFact' : 'why.withoutSome', { fact: name });
    }
    const { title, unit, value } = engine.parameters.entry(change.name);
    if (change.kind === 'idle') return t('why.noThreshold', { name: text(title) });
    const written = (number: number) => t(`unit.${unit}`, { value: formatNumber(number, lang, 2) });
    return t('why.above', { name: text(title), value: written(change.value), now: written(value) });
  };
  const carries = changes.some((change) => change.kind === 'fact');
  return (
    <section className="why-section" aria-busy={!done && !tooLarge}>
      <h3>{t('why.change')}</h3>
      {tooLarge ? <p>{t('why.tooLarge', { count: CHANGE_FACTS_MAX })}</p> : <p className="note">{t('why.changeNote')}</p>}
      <ul className="why-changes">
        {changes.map((change) => (
          <li key={JSON.stringify(change)}>{line(change)}</li>
        ))}
        {done && !carries && content.evidence.length > 0 && <li>{t('why.anyFact')}</li>}
        {!done && !tooLarge && <li className="muted">{t('why.computing')}</li>}
      </ul>
    </section>
  );
}
