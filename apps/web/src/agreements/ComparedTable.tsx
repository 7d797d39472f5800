import type { Language } from '@gongze/domain/vocabulary/text';
import { useState } from 'react';
import { type ComparedRow, type Comparison, difference, type Side } from './compare.ts';
import { changeWords, compareWords, vagueWords } from './words.ts';

const kinds = ['moreBinding', 'lessBinding', 'reworded', 'added', 'removed', 'same'] as const;

const number = (score: number | null | undefined): string => (score === null || score === undefined ? '—' : score.toFixed(2));

/** What changed between two versions, clause by clause; printable. */
export function ComparedTable({ comparison, lang }: { readonly comparison: Comparison; readonly lang: Language }) {
  const [showSame, setShowSame] = useState(false);
  const { rows, before, after } = comparison;
  const count = (kind: ComparedRow['kind']): number => rows.filter((row) => row.kind === kind).length;
  const counted = kinds.filter((kind) => kind !== 'same' && count(kind) > 0);
  const same = count('same');
  const shown = rows.filter(({ kind }) => showSame || kind !== 'same');
  return (
    <div className="compared">
      <p role="status">
        <strong>
          {compareWords.whole[lang]} {number(before)} → {number(after)}
        </strong>
        {lang === 'zh' ? '。' : '. '}
        {counted.length === 0
          ? compareWords.none[lang]
          : counted.map((kind) => `${changeWords[kind].name[lang]} ${count(kind)}`).join(lang === 'zh' ? '，' : ', ')}
        {same > 0 && (lang === 'zh' ? `（${same}${compareWords.same.zh}）` : ` (${same} ${compareWords.same.en})`)}
      </p>
      {same > 0 && (
        <label className="tick no-print">
          <input type="checkbox" checked={showSame} onChange={(event) => setShowSame(event.currentTarget.checked)} />{' '}
          {compareWords.showSame[lang]}
        </label>
      )}
      {shown.length > 0 && (
        <table className="listing">
          <thead>
            <tr>
              <th scope="col">{compareWords.clause[lang]}</th>
              <th scope="col">{compareWords.change[lang]}</th>
              <th scope="col">{compareWords.scores[lang]}</th>
              <th scope="col">{compareWords.wording[lang]}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are computed once and keep their order
              <Row key={index} row={row} lang={lang} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Row({ row, lang }: { readonly row: ComparedRow; readonly lang: Language }) {
  const { kind, before, after, mended, worsened } = row;
  const { sign, name } = changeWords[kind];
  const list = (labels: ComparedRow['mended']): string =>
    labels.map((label) => vagueWords[label].name[lang]).join(lang === 'zh' ? '；' : '; ');
  return (
    <tr>
      <th scope="row">{(after ?? before)?.label || '·'}</th>
      <td className="change-kind">
        <span aria-hidden="true">{sign} </span>
        {name[lang]}
      </td>
      <td className="change-kind">
        {number(before?.score)} → {number(after?.score)}
      </td>
      <td lang={(after ?? before)?.language}>
        <Wording before={before} after={after} />
        {mended.length > 0 && (
          <p className="note" lang={lang}>
            {compareWords.mended[lang]}
            {lang === 'zh' ? '：' : ': '}
            {list(mended)}
          </p>
        )}
        {worsened.length > 0 && (
          <p className="note" lang={lang}>
            {compareWords.worsened[lang]}
            {lang === 'zh' ? '：' : ': '}
            {list(worsened)}
          </p>
        )}
      </td>
    </tr>
  );
}

function Wording({ before, after }: { readonly before: Side | null; readonly after: Side | null }) {
  if (before === null) return <ins>{after?.text}</ins>;
  if (after === null) return <del>{before.text}</del>;
  return (
    <p>
      {difference(before.text.trim(), after.text.trim()).map(({ kind, text }, index) =>
        kind === 'gone' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces are computed once and keep their order
          <del key={index}>{text}</del>
        ) : kind === 'new' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces are computed once and keep their order
          <ins key={index}>{text}</ins>
        ) : (
          text
        ),
      )}
    </p>
  );
}
