import type { CaseReport } from '@gongze/domain/report/schema';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { DutyLight } from '../parts/DutyLight.tsx';
import { WhyButton } from '../parts/WhyButton.tsx';
import { doneText, lateText } from '../text/duties.ts';
import { formatPercent } from '../text/numbers.ts';
import { selectionOf } from '../view/selection.ts';
import { changeView } from '../view/store.ts';
import { type CaseFrame, useFrame, useMoment } from '../view/useCase.ts';

type Duty = CaseReport['obligations'][number];

function axisText(axis: Duty['selfReport'], t: TFunction, frame: CaseFrame): string {
  if (axis === null) return t('duties.noReport');
  const words = [
    axis.completion === null ? undefined : t(`completion.${axis.completion}`),
    axis.effect === null ? undefined : t(`effect.${axis.effect}`),
    axis.by === null ? undefined : frame.actor(axis.by),
    axis.on === null ? undefined : frame.date(axis.on),
  ];
  return words.filter((word) => word !== undefined).join(t('list'));
}

function liableText({ liable, shares, lead }: Duty, t: TFunction, frame: CaseFrame): string {
  const names = liable.map((id) => {
    const share = shares?.[id];
    return share === undefined ? frame.actor(id) : `${frame.actor(id)} ${formatPercent(share, frame.lang)}`;
  });
  const led = lead === null ? '' : ` · ${t('duties.lead')}${t('colon')}${frame.actor(lead)}`;
  return names.join(t('list')) + led;
}

function columnsOf(t: TFunction, frame: CaseFrame): Column<Duty>[] {
  const { text, date, lang } = frame;
  return [
    {
      key: 'title',
      head: t('duties.duty'),
      rowHead: true,
      wide: true,
      cell: (duty) => (
        <>
          {text(duty.title)} <WhyButton target={`duty:${duty.id}`} about={text(duty.title)} />
          <span className="row-sub">
            {t(`origin.${duty.origin}`)}
            {duty.liable.length > 1 && ` · ${t('duties.joint')}`}
          </span>
        </>
      ),
    },
    { key: 'liable', head: t('duties.liable'), cell: (duty) => liableText(duty, t, frame) },
    {
      key: 'due',
      tight: true,
      head: t('duties.due'),
      cell: ({ dueOn }) => (dueOn === null ? <span className="muted">{t('duties.noDue')}</span> : date(dueOn)),
    },
    {
      key: 'schedule',
      head: t('duties.schedule'),
      cell: (duty) => (
        <>
          <DutyLight duty={duty} />
          {doneText(duty, t, date).map((line) => (
            <span key={line} className="row-sub">
              {line}
            </span>
          ))}
          {duty.fulfilledOn === null && duty.overdueSince !== null && (
            <span className="row-sub">{t('duties.overdueSince', { date: date(duty.overdueSince) })}</span>
          )}
        </>
      ),
    },
    {
      key: 'late',
      head: t('duties.late'),
      numeric: true,
      cell: (duty) => (duty.daysLate > 0 ? lateText(duty, t, lang) : t('notApplicable')),
    },
    { key: 'status', tight: true, head: t('duties.status'), cell: ({ status }) => t(`obligationStatus.${status as 'drafted'}`) },
    { key: 'self', head: t('duties.selfReport'), cell: ({ selfReport }) => axisText(selfReport, t, frame) },
    { key: 'assessment', head: t('duties.assessment'), cell: ({ assessment }) => axisText(assessment, t, frame) },
  ];
}

/** The register of duties. */
export function DutyTable() {
  const { t } = useTranslation();
  const frame = useFrame();
  const { report, marked } = useMoment();
  return (
    <DataTable
      caption={t('tab.duties')}
      hideCaption
      rows={report.obligations}
      rowKey={({ id }) => id}
      selectKey={({ id }) => selectionOf('duty', id)}
      isMarked={({ id }) => marked.keys.has(selectionOf('duty', id))}
      onSelect={(sel) => changeView({ sel })}
      columns={columnsOf(t, frame)}
    />
  );
}
