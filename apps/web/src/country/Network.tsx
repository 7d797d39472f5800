import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import { formatAddress } from '../view/address.ts';
import { changeView, useView } from '../view/store.ts';
import { type CaseSummary, type Chosen, isStuck } from './summary.ts';

interface NetworkProps {
  readonly cases: readonly CaseSummary[];
  readonly chosen: Chosen;
  readonly asOf: IsoDate;
  readonly nameOf: (code: string) => string;
  readonly label: string;
  /** Day on which a case opens; `undefined` = today. */
  readonly opensAt: IsoDate | undefined;
}

const height = 300;
const rows = { superior: 34, case: 150, party: 252 } as const;
const minimalGap = 15;
/** So few cases have room for their names. */
const labelledMax = 4;
/** To the right of the last party, whose slanted name needs it. */
const labelRoom = 80;

/** Places `keys` evenly over the width; a single one stands in the middle. */
function spread(keys: readonly string[], width: number): Map<string, number> {
  return new Map(keys.map((key, index) => [key, ((index + 0.5) / keys.length) * width]));
}

/** Each case stands above the middle of its parties, as far as there is room: lines cross less. */
function orderCases(cases: readonly CaseSummary[], parties: ReadonlyMap<string, number>): readonly CaseSummary[] {
  const middle = ({ parties: own }: CaseSummary) => own.reduce((sum, party) => sum + (parties.get(party) ?? 0), 0) / own.length;
  return cases.toSorted((a, b) => middle(a) - middle(b) || (a.caseId < b.caseId ? -1 : 1));
}

/** Superiors, cases and parties in three rows, as the lanes of a case have them. The table below says the same in words. */
export function Network({ cases, chosen, asOf, nameOf, label, opensAt }: NetworkProps) {
  const view = useView();
  const parties = [...new Set(cases.flatMap((one) => one.parties))].sort();
  const superiors = [...new Set(cases.flatMap((one) => [...one.presences.map(({ tier }) => tier), one.superior ?? []].flat()))].sort();
  const inner = Math.max(1180, cases.length * minimalGap, parties.length * 26);
  const partyAt = spread(parties, inner);
  const superiorAt = spread(superiors, inner);
  const ordered = orderCases(cases, partyAt);
  const caseAt = spread(
    ordered.map(({ caseId }) => caseId),
    inner,
  );
  const width = inner + labelRoom;
  const at = (places: ReadonlyMap<string, number>, key: string) => places.get(key) ?? 0;
  return (
    <section className="network-box" aria-label={label}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing of links is no set of fields */}
      <svg className="network" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
        {ordered.map((one) => {
          const x = at(caseAt, one.caseId);
          const present = one.presences.filter(({ to }) => to === undefined || to >= asOf).map(({ tier }) => tier);
          const above = new Set([...present, ...(one.superior === undefined ? [] : [one.superior])]);
          return (
            <g key={one.caseId}>
              {[...above].map((tier) => (
                <path
                  key={tier}
                  className={present.includes(tier) ? 'tie intervenes' : 'tie'}
                  d={`M${at(superiorAt, tier)} ${rows.superior + 8} C${at(superiorAt, tier)} 90 ${x} 90 ${x} ${rows.case - 6}`}
                />
              ))}
              {one.parties.map((party) => (
                <path
                  key={party}
                  className="tie"
                  d={`M${x} ${rows.case + 6} C${x} 200 ${at(partyAt, party)} 200 ${at(partyAt, party)} ${rows.party - 8}`}
                />
              ))}
            </g>
          );
        })}
        {superiors.map((code) => (
          <g key={code} className="superior">
            <rect x={at(superiorAt, code) - 6} y={rows.superior - 4} width={12} height={12} />
            <text x={at(superiorAt, code)} y={rows.superior - 12} textAnchor="middle">
              {nameOf(code)}
            </text>
          </g>
        ))}
        {parties.map((code) => (
          <g key={code} className="party">
            <circle cx={at(partyAt, code)} cy={rows.party} r={5} />
            <text transform={`translate(${at(partyAt, code)} ${rows.party + 14}) rotate(28)`}>{nameOf(code)}</text>
          </g>
        ))}
        {ordered.map((one) => {
          const change = { page: undefined, caseId: one.caseId, sel: undefined, why: undefined, asOf: opensAt } as const;
          return (
            <a
              key={one.caseId}
              href={formatAddress({ ...view, ...change })}
              onClick={(event) => {
                event.preventDefault();
                changeView(change, true);
              }}
            >
              <rect
                className={isStuck(one, chosen) ? 'case-mark stuck' : 'case-mark'}
                x={at(caseAt, one.caseId) - 5}
                y={rows.case - 5}
                width={10}
                height={10}
              >
                <title>{one.title[view.lang]}</title>
              </rect>
              {cases.length <= labelledMax && (
                <text x={at(caseAt, one.caseId) + 11} y={rows.case + 4}>
                  {one.title[view.lang]}
                </text>
              )}
            </a>
          );
        })}
      </svg>
    </section>
  );
}
