import type { Language } from '@gongze/domain/vocabulary/text';
import type { CSSProperties } from 'react';
import { formatNumber } from '../text/numbers.ts';
import { tiles } from './provinces.ts';
import { type CaseSummary, type Chosen, isStuck } from './summary.ts';
import { words } from './words.ts';

interface ProvinceMapProps {
  readonly cases: readonly CaseSummary[];
  readonly chosen: Chosen;
  readonly province: string | undefined;
  readonly lang: Language;
  readonly nameOf: (code: string) => string;
  readonly onChoose: (province: string | undefined) => void;
}

/** Provinces as tiles; each says how many of its cases are stuck, in numbers and in depth of colour. */
export function ProvinceMap({ cases, chosen, province, lang, nameOf, onChoose }: ProvinceMapProps) {
  const counts = new Map<string, { all: number; stuck: number }>();
  for (const one of cases) {
    for (const code of one.provinces) {
      const count = counts.get(code) ?? { all: 0, stuck: 0 };
      count.all += 1;
      if (isStuck(one, chosen)) count.stuck += 1;
      counts.set(code, count);
    }
  }
  return (
    <ul className="tile-map">
      {tiles.map(({ code, zh, letters, row, column }) => {
        const { all, stuck } = counts.get(code) ?? { all: 0, stuck: 0 };
        const share = all === 0 ? 0 : Math.round((stuck / all) * 100);
        const place: CSSProperties = { gridRow: row + 1, gridColumn: column + 1 };
        return (
          <li key={code} style={place}>
            <button
              type="button"
              className="tile"
              disabled={all === 0}
              aria-pressed={province === code}
              style={{ '--share': `${share}%` } as CSSProperties}
              title={nameOf(code)}
              onClick={() => onChoose(province === code ? undefined : code)}
            >
              {lang === 'zh' ? (
                <span className="tile-name">{zh}</span>
              ) : (
                <>
                  <span className="tile-name whole">{nameOf(code)}</span>
                  <span className="tile-name letters" aria-hidden="true">
                    {letters}
                  </span>
                </>
              )}
              <span className="tile-count">{all === 0 ? words.none[lang] : `${formatNumber(stuck, lang)}/${formatNumber(all, lang)}`}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
