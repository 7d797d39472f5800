import { type DayNumber, type IsoDate, toDayNumber } from '@gongze/domain/vocabulary/dates';
import type { Language } from '@gongze/domain/vocabulary/text';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../text/dates.ts';
import { dutySummary, lateText } from '../text/duties.ts';
import { today } from '../view/today.ts';
import { textWidth } from './labels.ts';
import type { RowOf } from './layout.ts';
import type { Scale } from './scale.ts';

const day = (date: string) => toDayNumber(date as IsoDate);

interface DutyRowProps {
  readonly row: RowOf<'duty'>;
  readonly scale: Scale;
  readonly until: DayNumber;
  readonly lang: Language;
}

/** A duty: from its start to its due date, what is late beyond it hatched, ✓ where it was fulfilled, a tick per reading. */
export function DutyRow({ row, scale, until: now, lang }: DutyRowProps) {
  const { t } = useTranslation();
  const { duty } = row;
  const middle = row.y + row.height / 2;
  const from = scale.x(day(duty.from));
  const end = duty.fulfilledOn === null ? scale.x(now) : scale.x(day(duty.fulfilledOn));
  const closed = ['fulfilled', 'closedOut', 'discharged'].includes(duty.status);
  const until = duty.fulfilledOn === null && closed ? from + 8 : end;
  const due = duty.dueOn === null ? undefined : scale.x(day(duty.dueOn));
  const isOpen = duty.fulfilledOn === null && !closed;
  // Past its date and not late: decided so, extended or suspended.
  const excused = isOpen && duty.dueOn !== null && duty.dueOn < today() && duty.daysLate === 0;
  const solidEnd = due === undefined ? until : isOpen ? due : Math.min(due, until);
  return (
    <g data-select={`duty:${duty.id}`} className="duty">
      <title>{dutySummary(duty, t, lang, (iso) => formatDate(iso, lang))}</title>
      <rect className="touch" x={Math.max(0, from)} y={row.y} width={Math.max(1, until - Math.max(0, from))} height={row.height} />
      <rect className={due === undefined ? 'term open' : 'term'} x={from} y={middle - 4} width={Math.max(2, solidEnd - from)} height={8} />
      {due !== undefined && until > due && !excused && (
        <rect className="late hatched-late" x={due} y={middle - 4} width={until - due} height={8} />
      )}
      {duty.readings.map(({ reading, dueOn, isDefault }) => {
        const x = scale.x(day(dueOn));
        return <line key={reading} className={isDefault ? 'due default' : 'due'} x1={x} x2={x} y1={middle - 8} y2={middle + 8} />;
      })}
      {duty.fulfilledBetween !== null && (
        <path className="between" d={`M${scale.x(day(duty.fulfilledBetween.first))} ${middle - 3}v6m0-3H${end}m0-3v6`} />
      )}
      {duty.fulfilledOn !== null && <path className="done" d={`M${end - 5} ${middle}l4 4l7-9`} />}
    </g>
  );
}

/** By how much a fulfilled duty was late, beside its ✓. */
export function DutyLabel({ row, scale, lang }: Omit<DutyRowProps, 'until'>) {
  const { t } = useTranslation();
  const { duty } = row;
  if (duty.fulfilledOn === null || duty.daysLate === 0) return null;
  const done = day(duty.fulfilledOn);
  const text = lateText(duty, t, lang);
  const x = scale.x(done) + 8;
  if (x < 8 || x + textWidth(text, 10) > scale.width) return null;
  return (
    <text className="mark-label" x={x} y={row.y + row.height / 2 + 4} data-day={done} data-select={`duty:${duty.id}`}>
      {text}
    </text>
  );
}
