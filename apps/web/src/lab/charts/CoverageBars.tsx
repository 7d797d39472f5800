import type { FittedModel } from '@gongze/studies/comparison/qca/index';
import { shown, useLab } from '../context.ts';
import { TermText } from '../parts.tsx';
import { resultWords as words } from '../words/results.ts';

/** What each term of a model accounts for, and what it alone does. The numbers stand in the table beside. */
export function CoverageBars({ model }: { readonly model: FittedModel }) {
  const { lang, data } = useLab();
  return (
    <figure className={data.origin === 'simulated' ? 'lab-bars simulated' : 'lab-bars'}>
      <figcaption>
        {words.coverageOf[lang]} <span className="lab-key raw">{words.rawCoverage[lang]}</span>{' '}
        <span className="lab-key unique">{words.uniqueCoverage[lang]}</span>
      </figcaption>
      <ul>
        {model.termFits.map(({ term, covS, covU }) => (
          <li key={term}>
            <span className="lab-bar-name">
              <TermText term={term} />
            </span>
            <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
              <rect className="ground" width={100} height={12} />
              <rect className="raw" width={(covS ?? 0) * 100} height={12} />
              <rect className="unique" width={(covU ?? 0) * 100} height={12} />
            </svg>
            <span className="numeric">{shown(covS)}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
