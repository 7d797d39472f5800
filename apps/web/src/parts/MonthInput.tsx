import type { Language } from '@gongze/domain/vocabulary/text';
import { monthNames } from '@gongze/domain/stages/explain';
import { useEffect, useState } from 'react';

interface MonthInputProps {
  readonly id: string;
  readonly label: string;
  /** YYYY-MM */
  readonly value: string;
  /** The first that may be chosen, YYYY-MM. */
  readonly min?: string;
  readonly lang: Language;
  readonly onChange: (value: string) => void;
}

const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));

/** A month in the language of the page: the field that browsers have for it speaks the browser's. */
export function MonthInput({ id, label, value, min = '0001-01', lang, onChange }: MonthInputProps) {
  const [year = '', month = '01'] = value.split('-');
  const [typed, setTyped] = useState(year);
  useEffect(() => setTyped(year), [year]);
  const isGood = (text: string): boolean => /^\d{4}$/.test(text) && `${text}-${month}` >= min;
  const yearField = (
    <input
      id={id}
      type="text"
      inputMode="numeric"
      size={4}
      maxLength={4}
      value={typed}
      aria-invalid={!isGood(typed)}
      onChange={({ target }) => {
        setTyped(target.value);
        if (isGood(target.value)) onChange(`${target.value}-${month}`);
      }}
      onBlur={() => setTyped(year)}
    />
  );
  const monthField = (
    <select
      aria-label={`${label} · ${lang === 'zh' ? '月' : 'month'}`}
      value={month}
      onChange={({ target }) => onChange(`${year}-${target.value}`)}
    >
      {months.map((one, at) => (
        <option key={one} value={one} disabled={`${year}-${one}` < min}>
          {lang === 'zh' ? `${at + 1}月` : monthNames[at]}
        </option>
      ))}
    </select>
  );
  return (
    <span className="month-input">
      {lang === 'zh' ? (
        <>
          {yearField}年{monthField}
        </>
      ) : (
        <>
          {monthField} {yearField}
        </>
      )}
    </span>
  );
}
