import { useTranslation } from 'react-i18next';
import { DataTable } from '../parts/DataTable.tsx';
import { Reasons } from '../parts/Reasons.tsx';
import { WhyButton } from '../parts/WhyButton.tsx';
import { useFrame, useMoment } from '../view/useCase.ts';
import { answerKey } from '../why/content.ts';

const names = ['necessity', 'stepwise', 'selfHelp'] as const;

/** The three principles with their answers and reasons, never a bare yes or no. */
export function PrincipleTable() {
  const { t } = useTranslation();
  const { date } = useFrame();
  const { report } = useMoment();
  const rows = names.map((name) => ({ name, ...report.principles[name] }));
  return (
    <DataTable
      caption={t('superiors.principle')}
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        {
          key: 'name',
          head: t('superiors.principle'),
          rowHead: true,
          cell: ({ name }) => (
            <>
              {t(`principle.${name}`)} <WhyButton target={`principle:${name}`} about={t(`principle.${name}`)} />
              <span className="row-sub">{t(`principleNote.${name}`)}</span>
            </>
          ),
        },
        {
          key: 'answer',
          tight: true,
          head: t('superiors.answer'),
          cell: ({ holds }) => <strong>{t(`answer.${answerKey(holds)}`)}</strong>,
        },
        { key: 'since', tight: true, head: t('superiors.since'), cell: ({ since }) => (since === null ? t('notApplicable') : date(since)) },
        { key: 'reasons', head: t('superiors.reasons'), wide: true, cell: ({ reasons }) => <Reasons reasons={reasons} /> },
      ]}
    />
  );
}
