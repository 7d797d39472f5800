import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { DilemmaId } from '@gongze/domain/vocabulary/levels';
import { DataTable } from '../parts/DataTable.tsx';
import { Meter } from '../parts/Meter.tsx';
import { PageLink } from '../parts/PageLink.tsx';
import { formatNumber } from '../text/numbers.ts';
import { formatAddress } from '../view/address.ts';
import { useView } from '../view/store.ts';
import type { CaseSummary, SuperiorRow } from './summary.ts';
import { words } from './words.ts';

interface DilemmaTableProps {
  readonly cases: readonly CaseSummary[];
  readonly names: ReadonlyMap<DilemmaId, Bilingual>;
  readonly lang: Language;
}

/** How many of the cases are in each dilemma, in the order of the rules. */
export function DilemmaTable({ cases, names, lang }: DilemmaTableProps) {
  const rows = [...names].map(([id, name]) => ({ id, name, count: cases.filter((one) => one.dilemmas.includes(id)).length }));
  return (
    <DataTable
      caption={words.clusters[lang]}
      rows={rows.filter(({ count }) => count > 0)}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', head: words.dilemma[lang], rowHead: true, cell: ({ name }) => name[lang] },
        { key: 'count', head: words.count[lang], numeric: true, cell: ({ count }) => formatNumber(count, lang) },
        { key: 'share', head: words.share[lang], cell: ({ count }) => <Meter value={count / cases.length} /> },
      ]}
    />
  );
}

interface SuperiorTableProps {
  readonly rows: readonly SuperiorRow[];
  readonly nameOf: (code: string) => string;
  readonly lang: Language;
}

export function SuperiorTable({ rows, nameOf, lang }: SuperiorTableProps) {
  if (rows.length === 0) return <p className="muted">{words.noIntervention[lang]}</p>;
  const days = (count: number) => (lang === 'zh' ? `${formatNumber(count, lang)}天` : `${formatNumber(count, lang)} days`);
  return (
    <DataTable
      caption={words.superiors[lang]}
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        { key: 'name', head: words.superior[lang], rowHead: true, cell: ({ code }) => nameOf(code) },
        { key: 'tier', head: words.tier[lang], cell: ({ tier }) => (tier === undefined ? words.none[lang] : words.tiers[tier][lang]) },
        { key: 'cases', head: words.count[lang], numeric: true, cell: ({ cases }) => formatNumber(cases, lang) },
        { key: 'now', head: words.now[lang], numeric: true, cell: ({ now }) => formatNumber(now, lang) },
        { key: 'binding', head: words.binding[lang], numeric: true, cell: ({ binding }) => formatNumber(binding, lang) },
        { key: 'median', head: words.median[lang], numeric: true, cell: ({ medianDays }) => days(medianDays) },
      ]}
    />
  );
}

interface CaseTableProps {
  readonly opensAt: IsoDate | undefined;
  readonly cases: readonly CaseSummary[];
  readonly names: ReadonlyMap<DilemmaId, Bilingual>;
  readonly nameOf: (code: string) => string;
  readonly lang: Language;
}

export function CaseTable({ opensAt, cases, names, nameOf, lang }: CaseTableProps) {
  const view = useView();
  return (
    <DataTable
      caption={words.cases[lang]}
      rows={cases}
      rowKey={({ caseId }) => caseId}
      columns={[
        {
          key: 'case',
          head: words.caseName[lang],
          rowHead: true,
          wide: true,
          cell: ({ caseId, title }) => {
            const change = { page: undefined, caseId, sel: undefined, why: undefined, asOf: opensAt } as const;
            return (
              <PageLink href={formatAddress({ ...view, ...change })} change={change}>
                {title[lang]}
              </PageLink>
            );
          },
        },
        { key: 'stage', head: words.stage[lang], numeric: true, cell: ({ stage }) => stage ?? words.none[lang] },
        {
          key: 'dilemmas',
          head: words.dilemmas[lang],
          cell: ({ dilemmas }) =>
            dilemmas.length === 0 ? words.none[lang] : dilemmas.map((id) => names.get(id)?.[lang]).join(lang === 'zh' ? '、' : ', '),
        },
        {
          key: 'superiors',
          head: words.interveners[lang],
          cell: ({ presences }) =>
            presences.length === 0 ? words.none[lang] : presences.map(({ tier }) => nameOf(tier)).join(lang === 'zh' ? '、' : ', '),
        },
      ]}
    />
  );
}
