import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { Answer } from '@gongze/studies/comparison/answer';
import type { ReactNode } from 'react';
import { useLab } from './context.ts';
import { methodWords } from './words/method.ts';
import { pageWords } from './words/page.ts';

/** `A*~B` with the names of the conditions; `~` is what terms are written with, so it stays. */
export function TermText({ term }: { readonly term: string }) {
  const { text, column } = useLab();
  const literals = term.split('*').map((literal) => {
    const found = /^(~?)(.+?)(\[\d+\])?$/.exec(literal.trim());
    return { key: literal, not: found?.[1] ?? '', name: text(column(found?.[2] ?? literal).title), level: found?.[3] ?? '' };
  });
  return (
    <span className="lab-term">
      {literals.map(({ key, not, name, level }, at) => (
        <span key={key}>
          {at > 0 && ' * '}
          <span className={not === '' ? 'literal' : 'literal not'}>
            {not}
            {name}
            {level}
          </span>
        </span>
      ))}
    </span>
  );
}

/** In its row or term without the outcome, or with the outcome where its row does not lead to it. */
export type Oddity = 'deviant' | 'against';

/** A case that can be opened; one that is not where it was to be says so. */
export function CaseChip({ name, odd }: { readonly name: string; readonly odd?: Oddity | undefined }) {
  const { open, caseTitle, lang } = useLab();
  return (
    <button type="button" className={odd === undefined ? 'lab-chip' : `lab-chip ${odd}`} onClick={() => open(name)}>
      {odd !== undefined && (
        <span title={methodWords[odd][lang]}>
          <span aria-hidden="true">{odd === 'deviant' ? '✕ ' : '◆ '}</span>
          <span className="visually-hidden">{methodWords[odd][lang]} </span>
        </span>
      )}
      {caseTitle(name)}
    </button>
  );
}

interface CaseChipsProps {
  readonly names: readonly string[];
  readonly odd?: (name: string) => Oddity | undefined;
}

export function CaseChips({ names, odd }: CaseChipsProps) {
  if (names.length === 0) return <span className="muted">—</span>;
  return (
    <span className="lab-chips">
      {names.map((name) => (
        <CaseChip key={name} name={name} odd={odd?.(name)} />
      ))}
    </span>
  );
}

/** What was asked for, or why it cannot be had. */
export function Answered<T>({ answer, children }: { readonly answer: Answer<T>; readonly children: (value: T) => ReactNode }) {
  return answer.ok ? children(answer.value) : <Refused text={answer.refusal.text} />;
}

export function Refused({ text: own }: { readonly text: Bilingual }) {
  const { text } = useLab();
  return <p className="fault lab-refused">{text(own)}</p>;
}

/** Says on every picture and table of the simulated set what it is. */
export function SimulatedMark() {
  const { data, lang } = useLab();
  if (data.origin !== 'simulated') return null;
  return <span className="lab-simulated">{pageWords.simulatedMark[lang]}</span>;
}

export function StepHead({ id, title }: { readonly id: string; readonly title: string }) {
  return (
    <h2 id={id}>
      {title} <SimulatedMark />
    </h2>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly min: number;
  readonly max: number;
  readonly step: number | 'any';
  readonly empty?: boolean;
  readonly onChange: (value: number | undefined) => void;
}

export function NumberField({ label, value, min, max, step, empty = false, onChange }: NumberFieldProps) {
  return (
    <label className="lab-field">
      <span>{label}</span>
      <input
        type="number"
        value={value ?? ''}
        min={min}
        max={max}
        step={step}
        onChange={({ target }) => {
          const own = target.value === '' ? undefined : Number(target.value);
          if (own === undefined ? empty : own >= min && own <= max) onChange(own);
        }}
      />
    </label>
  );
}

/** What is scrolled within the page is reached by keys, and has a name. */
export function Scrolled({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className="lab-scroll" aria-label={name} tabIndex={0}>
      {children}
    </section>
  );
}
