import type { CaseReport } from '@gongze/domain/report/schema';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../parts/DataTable.tsx';
import { WhyButton } from '../parts/WhyButton.tsx';
import { useFrame } from '../view/useCase.ts';

interface EdgeTableProps {
  readonly caption: string;
  readonly edges: CaseReport['framework'];
  readonly nameOf: (id: string) => string;
}

/** A figure in words. */
export function EdgeTable({ caption, edges, nameOf }: EdgeTableProps) {
  const { t } = useTranslation();
  const { text } = useFrame();
  const linked = edges.filter(({ basis }) => basis === 'facts').length;
  return (
    <details>
      <summary>
        {t('mechanism.table')} {linked}/{edges.length}
      </summary>
      <DataTable
        caption={caption}
        hideCaption
        rows={edges}
        rowKey={({ from, to }) => `${from}>${to}`}
        columns={[
          {
            key: 'from',
            head: t('mechanism.from'),
            rowHead: true,
            cell: ({ from, to }) => (
              <>
                {nameOf(from)} <WhyButton target={`edge:${from}>${to}`} about={`${nameOf(from)} → ${nameOf(to)}`} />
              </>
            ),
          },
          { key: 'to', head: t('mechanism.to'), cell: ({ to }) => nameOf(to) },
          {
            key: 'basis',
            head: t('mechanism.basis'),
            cell: ({ basis }) => <span className={`basis ${basis}`}>{t(`mechanism.${basis}`)}</span>,
          },
          { key: 'label', head: t('mechanism.label'), wide: true, cell: ({ label }) => text(label) },
          { key: 'evidence', head: t('mechanism.evidence'), numeric: true, cell: ({ evidence }) => evidence.length },
        ]}
      />
    </details>
  );
}
