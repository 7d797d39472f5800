import type { FindingReport } from '@gongze/domain/report/schema';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../parts/DataTable.tsx';
import { EvidenceList } from '../parts/EvidenceList.tsx';
import { Meter } from '../parts/Meter.tsx';
import { Status } from '../parts/Status.tsx';
import { ThresholdLine } from '../parts/ThresholdLine.tsx';
import { WhyButton } from '../parts/WhyButton.tsx';
import { formatIndex } from '../text/numbers.ts';
import { selectionOf } from '../view/selection.ts';
import { changeView } from '../view/store.ts';
import { useFrame, useMoment } from '../view/useCase.ts';

/** One row a finding: the same dilemma about another subject is another finding. */
export function FindingTable({ findings }: { readonly findings: readonly FindingReport[] }) {
  const { t } = useTranslation();
  const { text, date, actors } = useFrame();
  const { marked } = useMoment();
  return (
    <DataTable
      caption={t('tab.findings')}
      hideCaption
      rows={findings}
      rowKey={({ key }) => key}
      selectKey={({ key }) => selectionOf('finding', key)}
      isMarked={({ key }) => marked.keys.has(selectionOf('finding', key))}
      onSelect={(sel) => changeView({ sel })}
      columns={[
        {
          key: 'name',
          head: t('findings.name'),
          rowHead: true,
          cell: ({ name, key, subjects }) => (
            <>
              {text(name)} <WhyButton target={`finding:${key}`} about={text(name)} />
              {subjects.length > 0 && <span className="row-sub">{actors(subjects)}</span>}
            </>
          ),
        },
        { key: 'status', tight: true, head: t('findings.status'), cell: ({ status }) => <Status status={status} /> },
        {
          key: 'since',
          tight: true,
          head: t('findings.since'),
          cell: ({ since }) => (since === null ? t('findings.sinceUnknown') : date(since)),
        },
        {
          key: 'severity',
          head: t('findings.severity'),
          numeric: true,
          cell: ({ severity }) => (
            <span className="metered">
              <Meter value={severity} /> {formatIndex(severity)}
            </span>
          ),
        },
        {
          key: 'explanation',
          head: t('findings.explanation'),
          wide: true,
          cell: ({ explanation, remedy, thresholds }) => (
            <>
              {text(explanation)}
              <span className="row-sub">
                {t('findings.remedy')}
                {t('colon')}
                {text(remedy)}
              </span>
              <ThresholdLine names={thresholds} />
            </>
          ),
        },
        {
          key: 'evidence',
          head: t('findings.evidence'),
          wide: true,
          cell: ({ evidence, key }) => <EvidenceList ids={evidence} why={`finding:${key}`} />,
        },
      ]}
    />
  );
}
