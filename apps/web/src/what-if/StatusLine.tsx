import { formatNumber } from '../text/numbers.ts';
import { useViewOf } from '../view/store.ts';
import type { Answer, Status } from './useModel.ts';
import { fill, words } from './words.ts';

/** How far it is and how long it takes; or what went wrong, and what would be right. */
export function StatusLine({ status, answer }: { readonly status: Status; readonly answer: Answer | undefined }) {
  const lang = useViewOf('lang');
  switch (status.state) {
    case 'idle':
      return <p className="note">{words.empty[lang]}</p>;
    case 'running': {
      const percent = Math.floor(status.share * 100);
      const seconds = status.secondsLeft === undefined ? '—' : Math.ceil(status.secondsLeft);
      return (
        <p className="model-progress">
          <progress value={status.share} max={1} aria-label={words.run[lang]} /> {fill(words.progress[lang], { percent, seconds })}
        </p>
      );
    }
    case 'done': {
      const runs = [answer?.compared, answer?.swept].reduce(
        (sum, part) => sum + (part?.summary.variants.reduce((own, variant) => own + variant.runs, 0) ?? 0),
        0,
      );
      return <p>{fill(words.done[lang], { runs: formatNumber(runs, lang), seconds: formatNumber(status.seconds, lang, 1) })}</p>;
    }
    case 'cancelled':
      return <p>{words.cancelled[lang]}</p>;
    case 'refused':
      return (
        <div className="fault" role="alert">
          <p className="fault-what">{words.refused[lang]}</p>
          <ul>
            {status.refusals.map(({ where, message }) => (
              <li key={where + message.en}>{message[lang]}</li>
            ))}
          </ul>
        </div>
      );
    case 'failed':
      return (
        <p className="fault" role="alert">
          {fill(words.failed[lang], { why: status.why })}
        </p>
      );
    default:
      return status satisfies never;
  }
}
