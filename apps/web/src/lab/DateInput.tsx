import type { Language } from '@gongze/domain/vocabulary/text';
import { isIsoDate } from '@gongze/domain/vocabulary/dates';
import { useState } from 'react';
import { pageWords as words } from './words/page.ts';

interface DateInputProps {
  readonly label: string;
  readonly value: string;
  readonly empty: boolean;
  readonly lang: Language;
  readonly onChange: (value: string) => void;
}

/** A date is taken once it is one; until then the last one holds. */
export function DateInput({ label, value, empty, lang, onChange }: DateInputProps) {
  const [draft, setDraft] = useState(value);
  const good = isIsoDate(draft) || (empty && draft === '');
  return (
    <label className="lab-field">
      <span>{label}</span>
      <input
        type="text"
        inputMode="numeric"
        placeholder="2014-12-31"
        value={draft}
        aria-invalid={!good}
        onChange={({ target }) => {
          setDraft(target.value);
          if (isIsoDate(target.value) || (empty && target.value === '')) onChange(target.value);
        }}
      />
      {!good && <span className="no">{words.badDate[lang]}</span>}
    </label>
  );
}
