import type { ParameterName } from '@gongze/domain/vocabulary/parameters';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../text/numbers.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { useFrame } from '../view/useCase.ts';

/** Thresholds with value, unit, since when, and who set them. */
export function WhyThresholds({ names }: { readonly names: readonly ParameterName[] }) {
  const { t } = useTranslation();
  const { engine, text, date, lang } = useFrame();
  const rows = names.map((name) => ({ name, ...engine.parameters.entry(name) }));
  return (
    <section className="why-section">
      <h3>{t('why.thresholds')}</h3>
      <DataTable
        caption={t('why.thresholds')}
        hideCaption
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          {
            key: 'title',
            head: t('why.threshold'),
            rowHead: true,
            cell: ({ title, name }) => (
              <>
                {text(title)} <code>{name}</code>
              </>
            ),
          },
          {
            key: 'value',
            head: t('why.value'),
            numeric: true,
            cell: ({ value, unit }) => t(`unit.${unit}`, { value: formatNumber(value, lang, 2) }),
          },
          { key: 'since', head: t('why.since'), cell: ({ from }) => date(from) },
          { key: 'source', head: t('why.setBy'), cell: ({ source }) => text(source) },
        ]}
      />
    </section>
  );
}
