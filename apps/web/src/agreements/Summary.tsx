import type { Language } from '@gongze/domain/vocabulary/text';
import type { Tally } from './reading.ts';
import { words } from './words.ts';

interface SummaryProps {
  readonly score: number | null;
  readonly tally: Tally;
  readonly lang: Language;
  readonly onStep: (by: 1 | -1) => void;
}

/** How far the text binds, how much of it is vague, and the way through what is vague. */
export function Summary({ score, tally, lang, onStep }: SummaryProps) {
  return (
    <section className="summary" aria-label={words.score[lang]}>
      <p className="summary-score" title={words.scoreNote[lang]}>
        {words.score[lang]} <output className="summary-number">{score === null ? '—' : score.toFixed(2)}</output>
        <span className="score-bar" aria-hidden="true">
          <span style={{ inlineSize: `${(score ?? 0) * 100}%` }} />
        </span>
      </p>
      <p className="muted">
        {lang === 'zh'
          ? `${tally.scored}${words.clauses.zh}，${tally.vague}${words.vagueClauses.zh}`
          : `${tally.scored} ${words.clauses.en}, ${tally.vague} ${words.vagueClauses.en}`}
      </p>
      <p className="legend-vague muted">
        {words.legend[lang]} <span className="vague vague-who">{words.legendWho[lang]}</span>{' '}
        <span className="vague vague-what">{words.legendWhat[lang]}</span>{' '}
        <span className="vague vague-when">{words.legendWhen[lang]}</span>{' '}
        <span className="vague vague-else">{words.legendElse[lang]}</span>
      </p>
      <p className="summary-steps">
        <button type="button" className="small" onClick={() => onStep(-1)} disabled={tally.vague === 0}>
          ◀ {words.previous[lang]}
        </button>{' '}
        <button type="button" className="small" onClick={() => onStep(1)} disabled={tally.vague === 0}>
          {words.next[lang]} ▶
        </button>
      </p>
    </section>
  );
}
