import { isIsoDate } from '@gongze/domain/vocabulary/dates';
import type { Language } from '@gongze/domain/vocabulary/text';
import { formatDate } from '../text/dates.ts';

interface DayInputProps {
  readonly id: string;
  readonly value: string;
  readonly lang: Language;
  readonly label?: string | undefined;
  readonly max?: string | undefined;
  readonly bad?: boolean | undefined;
  readonly onType: (value: string) => void;
}

/** A day. The browser draws its field in its own language, whatever that of the page: what was chosen is said beside it. */
export function DayInput({ id, value, lang, label, max, bad, onType }: DayInputProps) {
  return (
    <span className="day">
      <input
        id={id}
        type="date"
        aria-label={label}
        max={max}
        value={value}
        aria-invalid={bad}
        onChange={(event) => onType(event.currentTarget.value)}
      />{' '}
      {isIsoDate(value) && <span className="muted">{formatDate(value, lang)}</span>}
    </span>
  );
}
