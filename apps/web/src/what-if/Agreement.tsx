import { type Disagreement, noticeable } from '@gongze/studies/simulation/what-if/members';
import { useViewOf } from '../view/store.ts';
import { SimulatedMark } from './OutcomeTable.tsx';
import type { Compared } from './useModel.ts';
import { fill, words } from './words.ts';

const width = 460;
const height = 44;
const edge = 12;
const levels = 4;
/** From −1 to 1 of delivery. */
const at = (gain: number): number => edge + ((width - 2 * edge) * (Math.min(1, Math.max(-1, gain)) + 1)) / 2;

/** One dot a member: where they lie on both sides of 0 the ensemble does not agree, whatever its mean says. */
function Strip({ gains, label }: { readonly gains: Disagreement['gains']; readonly label: string }) {
  return (
    <svg className="strip" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <rect x={at(-noticeable)} y={2} width={at(noticeable) - at(-noticeable)} height={26} className="strip-same" />
      {[-1, -0.5, 0, 0.5, 1].map((tick) => (
        <g key={tick}>
          <line x1={at(tick)} x2={at(tick)} y1={2} y2={28} className={tick === 0 ? 'strip-zero' : 'fan-rule'} />
          <text x={at(tick)} y={42} textAnchor="middle">
            {tick > 0 ? `+${tick}` : String(tick).replace('-', '−')}
          </text>
        </g>
      ))}
      {gains.map((gain, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dots have no names and do not move
        <circle key={i} cx={at(gain)} cy={6 + ((i % levels) * 18) / (levels - 1)} r={2.6} className="strip-dot" />
      ))}
    </svg>
  );
}

export function Agreement({ compared }: { readonly compared: Compared }) {
  const lang = useViewOf('lang');
  const { variants } = compared.summary;
  const [reference, ...others] = compared.disagreement;
  const titleOf = (id: string): string => variants.find((one) => one.id === id)?.title[lang] ?? id;
  if (reference === undefined) return null;
  return (
    <section aria-labelledby="what-if-agreement">
      <h2 id="what-if-agreement">
        {words.agreement[lang]} <SimulatedMark />
      </h2>
      <p className="note">{fill(words.agreementNote[lang], { reference: titleOf(reference.id), line: noticeable })}</p>
      <ul className="strips simulated-box">
        {others.map(({ id, gains, better, worse, best }) => {
          const told = fill(words.agreementLine[lang], { better, worse, same: gains.length - better - worse, best });
          return (
            <li key={id}>
              <h3>{titleOf(id)}</h3>
              <Strip gains={gains} label={`${titleOf(id)}: ${told}`} />
              <p>{told}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
