export interface Option {
  readonly value: string;
  readonly text: string;
}

interface PickProps {
  readonly label: string;
  /** What the empty choice means. */
  readonly none: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onPick: (value: string) => void;
  readonly hideLabel?: boolean;
}

/** One of several, or what stands without a choice. */
export function Pick({ label, none, options, value, onPick, hideLabel = false }: PickProps) {
  return (
    <label className="pick">
      <span className={hideLabel ? 'visually-hidden' : undefined}>{label}</span>
      <select value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}
