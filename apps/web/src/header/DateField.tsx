import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readDate } from '../text/dates.ts';

interface DateFieldProps {
  readonly label: string;
  readonly value: IsoDate | undefined;
  readonly placeholder?: string;
  readonly onDate: (date: IsoDate | undefined) => void;
  /** An empty field is a meaning of its own. */
  readonly mayBeEmpty?: boolean;
}

/** A date as text in the forms people write; what cannot be read is said beneath and changes nothing. */
export function DateField({ label, value, placeholder, onDate, mayBeEmpty = false }: DateFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState<string>(value ?? '');
  const [bad, setBad] = useState<string>();
  useEffect(() => {
    setText(value ?? '');
    setBad(undefined);
  }, [value]);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    const empty = text.trim() === '';
    const date = readDate(text);
    if (date === undefined && !(empty && mayBeEmpty)) return setBad(text);
    setBad(undefined);
    if (date !== value) onDate(date);
    setText(date ?? '');
  };
  return (
    <form className="date-field" onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={text}
        size={11}
        placeholder={placeholder}
        title={t('date.typed')}
        aria-invalid={bad !== undefined}
        aria-describedby={bad === undefined ? undefined : `${id}-bad`}
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => submit()}
      />
      {bad !== undefined && (
        <span id={`${id}-bad`} className="field-fault" role="alert">
          {t('date.invalid', { value: bad })}
        </span>
      )}
    </form>
  );
}
