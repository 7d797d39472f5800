import type { AccountabilityTable, AssessmentTable } from '@gongze/domain/events/ruleTables';
import { DataTable } from '../../parts/DataTable.tsx';
import { useFrame } from '../../view/useCase.ts';
import { gradeWords, superiorWords as s } from './superiorWords.ts';

/** `35%`, with at most one decimal. */
export const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/** What an assessment asks step by step, and what is given for it. */
export function AssessmentRows({ table }: { readonly table: AssessmentTable }) {
  const { lang, text, date } = useFrame();
  return (
    <div className="rule-rows">
      <DataTable
        caption={s.path[lang]}
        rows={table.path}
        rowKey={({ on }) => on}
        columns={[
          { key: 'on', head: s.date[lang], rowHead: true, cell: ({ on }) => date(on) },
          { key: 'share', head: s.share[lang], numeric: true, cell: ({ share }) => percent(share) },
        ]}
      />
      <DataTable
        caption={s.points[lang]}
        rows={table.points}
        rowKey={({ ratio }) => String(ratio)}
        columns={[
          { key: 'ratio', head: s.ratio[lang], rowHead: true, numeric: true, cell: ({ ratio }) => percent(ratio) },
          { key: 'score', head: s.score[lang], numeric: true, cell: ({ score }) => score },
        ]}
      />
      <DataTable
        caption={s.bands[lang]}
        rows={table.bands}
        rowKey={({ grade }) => grade}
        columns={[
          { key: 'grade', head: s.grade[lang], rowHead: true, cell: ({ grade }) => gradeWords[grade][lang] },
          { key: 'atLeast', head: s.atLeast[lang], numeric: true, cell: ({ atLeast }) => atLeast },
        ]}
      />
      {table.pointsConvention !== undefined && (
        <p className="muted">
          {s.convention[lang]}
          {lang === 'zh' ? '：' : ': '}
          {text(table.pointsConvention)}
        </p>
      )}
    </div>
  );
}

type When = AccountabilityTable['rules'][number]['when'][number];

function bounds({ atLeast, atMost, above, below }: When): string {
  const parts = [
    [atLeast, '≥'],
    [atMost, '≤'],
    [above, '>'],
    [below, '<'],
  ] as const;
  return parts.flatMap(([bound, sign]) => (bound === undefined ? [] : [`${sign} ${bound}`])).join(', ');
}

/** When which post answers. */
export function AccountabilityRows({ table }: { readonly table: AccountabilityTable }) {
  const { lang, text } = useFrame();
  return (
    <DataTable
      caption={s.rules[lang]}
      hideCaption
      rows={table.rules}
      rowKey={({ rule }) => rule}
      columns={[
        { key: 'rule', head: s.rule[lang], rowHead: true, tight: true, cell: ({ rule }) => rule },
        {
          key: 'when',
          head: s.when[lang],
          wide: true,
          cell: ({ when }) => when.map((own) => `${own.count} ${bounds(own)}`).join(lang === 'zh' ? '；' : '; '),
        },
        { key: 'post', head: s.post[lang], cell: ({ post }) => text(post) },
      ]}
    />
  );
}
