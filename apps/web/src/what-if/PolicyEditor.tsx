import { useId } from 'react';
import { exitKinds, type Policy, policyNumbers } from '@gongze/studies/simulation/model/policy';
import type { PolicyChoice } from '@gongze/studies/simulation/what-if/policies';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { useViewOf } from '../view/store.ts';
import { MonthInput } from '../parts/MonthInput.tsx';
import { words } from './words.ts';

const exitNames: Readonly<Record<(typeof exitKinds)[number], Bilingual>> = {
  none: words.exitNone,
  abrupt: words.exitAbrupt,
  linear: words.exitLinear,
  exponential: words.exitExponential,
  performance: words.exitPerformance,
};

type NumberName = 'strength' | 'holdMonths' | 'taperMonths' | 'sanction' | 'subsidy' | 'coordination';

interface NumberFieldProps {
  readonly label: string;
  readonly name: NumberName;
  readonly policy: Policy;
  readonly step: number;
  readonly max?: number;
  readonly onChange: (change: Partial<Policy>) => void;
}

function NumberField({ label, name, policy, step, max, onChange }: NumberFieldProps) {
  const id = useId();
  const spec = policyNumbers.find((one) => one.name === name);
  return (
    <p className="setting">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        min={spec?.min}
        max={max ?? spec?.max}
        step={step}
        value={Number.isNaN(policy[name]) ? '' : policy[name]}
        onChange={({ target }) => onChange({ [name]: target.valueAsNumber })}
      />
    </p>
  );
}

/** `YYYY-MM` so many months after another. */
export function monthAfter(start: string, months: number): string {
  const count = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

const monthsBetween = (start: string, month: string): number =>
  (Number(month.slice(0, 4)) - Number(start.slice(0, 4))) * 12 + Number(month.slice(5, 7)) - Number(start.slice(5, 7));

interface PolicyEditorProps {
  readonly choice: PolicyChoice;
  readonly start: string;
  readonly onChange: (policy: Policy) => void;
}

/** One of the compared policies: when, how strongly, through what, and how it ends. */
export function PolicyEditor({ choice, start, onChange }: PolicyEditorProps) {
  const lang = useViewOf('lang');
  const id = useId();
  const { policy, title } = choice;
  const change = (part: Partial<Policy>): void => onChange({ ...policy, ...part });
  if (policy.onset === 'never')
    return (
      <fieldset className="policy">
        <legend>{title[lang]}</legend>
        <p className="note">{words.reference[lang]}</p>
      </fieldset>
    );
  const field = { policy, onChange: change };
  return (
    <fieldset className="policy">
      <legend>{title[lang]}</legend>
      <p className="setting">
        <label htmlFor={`${id}-onset`}>{words.onset[lang]}</label>
        <MonthInput
          id={`${id}-onset`}
          label={words.onset[lang]}
          value={monthAfter(start, policy.onsetMonth)}
          min={start}
          lang={lang}
          onChange={(month) => change({ onsetMonth: monthsBetween(start, month) })}
        />
      </p>
      <NumberField label={words.strength[lang]} name="strength" step={0.5} {...field} />
      <p className="setting">
        <label htmlFor={`${id}-exit`}>{words.exit[lang]}</label>
        <select id={`${id}-exit`} value={policy.exit} onChange={({ target }) => change({ exit: target.value as Policy['exit'] })}>
          {exitKinds.map((kind) => (
            <option key={kind} value={kind}>
              {exitNames[kind][lang]}
            </option>
          ))}
        </select>
      </p>
      {policy.exit !== 'none' && <NumberField label={words.hold[lang]} name="holdMonths" step={1} max={240} {...field} />}
      {policy.exit !== 'none' && policy.exit !== 'abrupt' && (
        <NumberField label={words.taper[lang]} name="taperMonths" step={1} max={240} {...field} />
      )}
      <details>
        <summary>{words.instruments[lang]}</summary>
        {(['sanction', 'subsidy', 'coordination'] as const).map((name) => (
          <NumberField key={name} label={words[name][lang]} name={name} step={0.1} max={1} {...field} />
        ))}
      </details>
    </fieldset>
  );
}
