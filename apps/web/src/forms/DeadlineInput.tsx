import { chineseCalendar } from '@gongze/domain/vocabulary/calendars/calendar';
import { computeDeadline, type DeadlineRule } from '@gongze/domain/vocabulary/calendars/deadlines';
import { isIsoDate } from '@gongze/domain/vocabulary/dates';
import type { Language } from '@gongze/domain/vocabulary/text';
import { useId, useState } from 'react';
import { DayInput } from './DayInput.tsx';
import { formatDate } from '../text/dates.ts';
import { choiceWords, fieldWords, workWords } from '../work/words.ts';
import type { Typed, TypedFields } from './value.ts';

interface DeadlineInputProps {
  readonly lang: Language;
  /** What stands already. */
  readonly typed: Typed;
  readonly onType: (value: Typed) => void;
}

const dayChosen = { zh: '选定的起算日', en: 'the day chosen' };

const units = ['day', 'workingDay', 'month', 'year'] as const;

function fixed(day: string): Typed {
  const text = isIsoDate(day) ? { zh: formatDate(day, 'zh'), en: formatDate(day, 'en') } : { zh: day, en: day };
  return { text, readings: [{ reading: 'due', dueOn: day }], defaultReading: 'due' };
}

/** The day of the default reading of a deadline that stands. */
function standingDay(typed: Typed): string {
  const { readings = [], defaultReading } = (typed ?? {}) as { readings?: readonly TypedFields[]; defaultReading?: string };
  return String((readings.find(({ reading }) => reading === defaultReading) ?? readings[0])?.['dueOn'] ?? '');
}

/** A due date: a day, or a period from a day, computed before the eyes of whoever sets it. */
export function DeadlineInput({ lang, typed, onType }: DeadlineInputProps) {
  const id = useId();
  const [relative, setRelative] = useState(false);
  const [day, setDay] = useState(() => standingDay(typed));
  const [amount, setAmount] = useState('6');
  const [unit, setUnit] = useState<DeadlineRule['unit']>('month');
  const computed =
    relative && isIsoDate(day) && /^\d{1,4}$/.test(amount) && Number(amount) <= 2600
      ? computeDeadline({ from: day, what: dayChosen, amount: Number(amount), unit }, chineseCalendar)
      : undefined;
  const tell = (next: { relative?: boolean; day?: string; amount?: string; unit?: DeadlineRule['unit'] }) => {
    const now = { relative, day, amount, unit, ...next };
    setRelative(now.relative);
    setDay(now.day);
    setAmount(now.amount);
    setUnit(now.unit);
    if (!isIsoDate(now.day)) return onType(undefined);
    if (!now.relative) return onType(fixed(now.day));
    if (!/^\d{1,4}$/.test(now.amount) || Number(now.amount) > 2600) return onType(undefined);
    const { dueOn, basis } = computeDeadline(
      { from: now.day, what: dayChosen, amount: Number(now.amount), unit: now.unit },
      chineseCalendar,
    );
    onType({ ...(fixed(dueOn) as TypedFields), basis: { ...basis, what: { ...basis.what }, amount: String(basis.amount) } });
  };
  return (
    <fieldset className="field deadline">
      <legend>
        {fieldWords['deadline']?.[lang]}
        <span className="muted"> · {workWords.optional[lang]}</span>
      </legend>
      <select
        aria-label={fieldWords['deadline']?.[lang]}
        value={relative ? 'relative' : 'fixed'}
        onChange={(event) => tell({ relative: event.currentTarget.value === 'relative' })}
      >
        <option value="fixed">{workWords.fixed[lang]}</option>
        <option value="relative">{workWords.relative[lang]}</option>
      </select>{' '}
      <DayInput id={id} value={day} lang={lang} label={fieldWords['on']?.[lang]} onType={(next) => tell({ day: next })} />
      {relative && (
        <>
          {' '}
          <input
            inputMode="numeric"
            size={4}
            aria-label={fieldWords['amount']?.[lang]}
            value={amount}
            onChange={(event) => tell({ amount: event.currentTarget.value })}
          />{' '}
          <select
            aria-label={fieldWords['unit']?.[lang]}
            value={unit}
            onChange={(event) => tell({ unit: event.currentTarget.value as DeadlineRule['unit'] })}
          >
            {units.map((own) => (
              <option key={own} value={own}>
                {choiceWords['unit']?.[own]?.[lang]}
              </option>
            ))}
          </select>
        </>
      )}
      {computed !== undefined && (
        <p className="computed">
          <strong>
            {workWords.computed[lang]} {formatDate(computed.dueOn, lang)}
          </strong>{' '}
          {computed.steps.map((step) => step[lang]).join(lang === 'zh' ? '' : ' ')}
        </p>
      )}
    </fieldset>
  );
}
