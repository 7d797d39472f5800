import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import type { Outcome } from '@gongze/ledger/verify/outcome';
import { Fault } from '../parts/Fault.tsx';
import { handOver } from '../parts/handOver.ts';
import { formatNumber } from '../text/numbers.ts';
import { useViewOf } from '../view/store.ts';
import type { Verification } from './useVerification.ts';
import { words } from './words.ts';

interface ResultProps {
  readonly verification: Verification;
  readonly onStop: () => void;
  /** What else the reader has to know of a verdict. */
  readonly caution: Bilingual | undefined;
}

/** Progress, then the verdict with what it rests on. Read aloud when it changes. */
export function Result({ verification, onStop, caution }: ResultProps) {
  const lang = useViewOf('lang');
  if (verification.state === 'idle') return <div aria-live="polite" />;
  if (verification.state === 'failed') return <Fault what={verification.text[lang]} />;
  if (verification.state === 'running') {
    const { done, size } = verification;
    const counts = words.running[lang].replace('{done}', formatNumber(done, lang)).replace('{size}', formatNumber(size, lang));
    return (
      <div className="verify-progress">
        <progress max={Math.max(1, size)} value={done} aria-label={words.running[lang].replace(/\{\w+\}/g, '').trim()} />
        <span>{size === 0 ? words.starting[lang] : counts}</span>
        <button type="button" onClick={onStop}>
          {words.cancel[lang]}
        </button>
      </div>
    );
  }
  const { outcome, seconds } = verification;
  const { holds, verdict, details } = outcome;
  return (
    <section className={`verdict ${holds ? 'verdict-holds' : 'verdict-fails'}`} aria-live="polite" aria-label={verdict[lang]}>
      <h3>
        <span aria-hidden="true">{holds ? '✓' : '✕'}</span> {verdict[lang]}
      </h3>
      <ul>
        {details.map((detail) => (
          <li key={detail.en}>{detail[lang]}</li>
        ))}
        {caution !== undefined && <li>{caution[lang]}</li>}
        <li className="muted">{words.took[lang].replace('{seconds}', seconds.toFixed(1))}</li>
      </ul>
      <p>
        <button type="button" className="small" data-take="verdict" onClick={() => takeVerdict(outcome, caution, lang)}>
          {words.takeResult[lang]}
        </button>
      </p>
    </section>
  );
}

/** The verdict with what it rests on, as a text for the working papers of whoever verified. */
function takeVerdict({ verdict, details }: Outcome, caution: Bilingual | undefined, lang: Language): void {
  const lines = [...details, ...(caution === undefined ? [] : [caution])].map((line) => `- ${line[lang]}`);
  const when = new Date().toISOString();
  const text = [words.resultTitle[lang], '', verdict[lang], ...lines, '', `${words.verifiedAt[lang]} ${when}`, location.origin, ''].join(
    '\n',
  );
  handOver(new Blob([text], { type: 'text/plain;charset=utf-8' }), `${words.resultTitle[lang]}-${when.slice(0, 10)}.txt`);
}
