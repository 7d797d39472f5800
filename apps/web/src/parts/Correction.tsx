import type { Fact } from '@gongze/domain/events/catalogue';
import { useTranslation } from 'react-i18next';
import { titleOf } from '../engine/describe.ts';
import { formatOccurred } from '../text/dates.ts';
import { useFrame } from '../view/useCase.ts';

/** What a corrected fact said before, struck through, with the reason beside it. */
export function Correction({ fact }: { readonly fact: Fact }) {
  const { t } = useTranslation();
  const { engine, lang, text } = useFrame();
  const trace = engine.traceByTarget.get(fact.id);
  if (trace === undefined) return null;
  const by = engine.factById.get(trace.by);
  const reason = by?.type === 'factCorrected' || by?.type === 'factRetracted' ? by.payload.reason : undefined;
  const before = titleOf(trace.before);
  const words = (one: Fact) => `${formatOccurred(one.occurred, lang)} ${text(titleOf(one) ?? before ?? { zh: '', en: '' })}`.trim();
  return (
    <p className="correction">
      <span className="correction-kind">{t(`facts.${trace.kind}`)}</span> <s>{words(trace.before)}</s>
      {trace.after !== undefined && words(trace.after) !== words(trace.before) && <> → {words(trace.after)}</>}
      {reason !== undefined && <span className="correction-reason"> {text(reason)}</span>}
    </p>
  );
}
