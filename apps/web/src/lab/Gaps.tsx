import type { Language } from '@gongze/domain/vocabulary/text';
import { columnsUsed, type LabSettings } from './analysis/settings.ts';
import type { LabData } from './data/types.ts';
import { pageWords as words } from './words/page.ts';

/** Cases without a value in a column that is used, with those columns. */
export function gapsIn({ raw }: LabData, settings: LabSettings): ReadonlyMap<string, readonly string[]> {
  const used = new Set(columnsUsed(settings));
  const gaps = raw.cases.map((name, at): [string, string[]] => [
    name,
    raw.columns.filter((column) => used.has(column.name) && column.values[at] === null).map((column) => column.name),
  ]);
  return new Map(gaps.filter(([, columns]) => columns.length > 0));
}

interface GapsProps {
  readonly data: LabData;
  readonly settings: LabSettings;
  readonly lang: Language;
  /** Takes the named cases out of the choice; absent where the choice is not the page's. */
  readonly leaveOut: ((cases: readonly string[]) => void) | undefined;
}

/** Which cases keep the table from being made, by their names on the page, and the button that leaves them out. */
export function Gaps({ data, settings, lang, leaveOut }: GapsProps) {
  const gaps = gapsIn(data, settings);
  if (gaps.size === 0) return null;
  const caseTitles = new Map(data.cases.map(({ id, title }) => [id, title[lang]]));
  const columnTitles = new Map(data.columns.map(({ id, title }) => [id, title[lang]]));
  const list = lang === 'zh' ? '、' : ', ';
  return (
    <section className="fault">
      {[...gaps].map(([name, columns]) => (
        <p key={name}>
          <strong>{caseTitles.get(name) ?? name}</strong> {words.lacks[lang]}
          {lang === 'en' && ' '}
          {columns.map((column) => columnTitles.get(column) ?? column).join(list)}
          {lang === 'zh' ? '。' : '.'}
        </p>
      ))}
      {leaveOut !== undefined && data.cases.length - gaps.size >= 2 && (
        <button type="button" onClick={() => leaveOut([...gaps.keys()])}>
          {words.leaveOut[lang]}
        </button>
      )}
    </section>
  );
}
