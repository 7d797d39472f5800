import type { ClauseReading, ReadingContext } from '@gongze/clauses';
import type { Language } from '@gongze/domain/vocabulary/text';
import { type FormEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { today } from '../view/today.ts';
import { type Mended, mended } from './fixes.ts';
import type { FixKind } from './fixKinds.ts';
import { fixOf, helpersAmong, isHelper, membersNamed, type Typed } from './fixOf.ts';
import { concreteVerbs, consequences, fixWords, words } from './words.ts';

interface FixFormProps {
  readonly kind: FixKind;
  readonly reading: ClauseReading;
  readonly statement: number;
  /** Names the text uses for those who may owe or lead. */
  readonly names: readonly string[];
  readonly context: ReadingContext;
  readonly lang: Language;
  readonly onFix: (mended: Mended) => void;
  readonly onCancel: () => void;
}

/** Asks for what is missing, shows what the clause would say and how far it would bind, and puts it into the text. */
export function FixForm({ kind, reading, statement, names, context, lang, onFix, onCancel }: FixFormProps) {
  const own = reading.statements[statement];
  const language = reading.language;
  const [typed, setTyped] = useState<Typed>(() => ({
    date: `${Number(today().slice(0, 4)) + 1}-12-31`,
    comparator: '>=',
    unit: '%',
    name: own?.object?.text ?? '',
    verb: concreteVerbs[language][0] ?? '',
    // Nobody has agreed on one: the usual ones are offered as a list, none is filled in.
    consequence: '',
  }));
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, button')?.focus(), []);
  const members = own === undefined ? [] : membersNamed(own, names, context.parties ?? {});
  const fix = fixOf(kind, typed, helpersAmong(typed, names, members));
  const key = JSON.stringify(fix);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is the fix by value
  const result = useMemo(
    () => (fix === undefined ? undefined : mended(reading, statement, fix, context)),
    [reading, statement, key, context],
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (result !== undefined) onFix(result);
  };
  const write = (name: string, value: string): void => setTyped((before) => ({ ...before, [name]: value }));
  return (
    <form
      ref={form}
      className="fix-form"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <Fields kind={kind} typed={typed} write={write} names={names} members={members} textLanguage={language} lang={lang} />
      {fix !== undefined && <Preview result={result} before={reading.bindingScore} language={language} lang={lang} />}
      <p className="buttons">
        <button type="submit" className="main" disabled={result === undefined}>
          {words.insert[lang]}
        </button>{' '}
        <button type="button" onClick={onCancel}>
          {words.cancel[lang]}
        </button>
      </p>
    </form>
  );
}

interface PreviewProps {
  readonly result: Mended | undefined;
  readonly before: number | null;
  readonly language: Language;
  readonly lang: Language;
}

function Preview({ result, before, language, lang }: PreviewProps) {
  if (result === undefined) return <p className="note">{words.noWording[lang]}</p>;
  const { edit, text, reading, understood } = result;
  return (
    <div className="fix-preview">
      <p className="muted">
        {words.becomes[lang]} · {words.score[lang]} {before?.toFixed(2) ?? '—'} → <strong>{reading.bindingScore?.toFixed(2) ?? '—'}</strong>
      </p>
      <p lang={language}>
        {text.slice(0, edit.start)}
        <ins>{edit.insert}</ins>
        {text.slice(edit.start + edit.insert.length)}
      </p>
      {!understood && <p className="note">{words.notUnderstood[lang]}</p>}
    </div>
  );
}

interface FieldsProps {
  readonly kind: FixKind;
  readonly typed: Typed;
  readonly write: (name: string, value: string) => void;
  readonly names: readonly string[];
  /** Those whom the collective of the statement stands for. */
  readonly members: readonly string[];
  readonly textLanguage: Language;
  readonly lang: Language;
}

function Fields({ kind, typed, write, names, members, textLanguage, lang }: FieldsProps) {
  const id = useId();
  const label = fixWords[kind].field[lang];
  const input = (name: string, text: string, type = 'text', list?: string) => (
    <label className="field" lang={lang}>
      {text}
      <input type={type} step="any" list={list} value={typed[name] ?? ''} onChange={(event) => write(name, event.currentTarget.value)} />
    </label>
  );
  const listed = (name: string, text: string, values: readonly string[]) => (
    <>
      {input(name, text, 'text', `${id}-${name}`)}
      <datalist id={`${id}-${name}`}>
        {values.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
    </>
  );
  switch (kind) {
    case 'who':
    case 'lead':
      return (
        <>
          <NameChoice label={label} names={names} chosen={typed['who'] ?? ''} lang={lang} onName={(name) => write('who', name)} />
          {kind === 'lead' && <HelperChoice names={names} members={members} typed={typed} write={write} lang={lang} />}
        </>
      );
    case 'date':
      return input('date', label, 'date');
    case 'indicator':
      return (
        <div className="fix-row">
          {input('name', words.indicatorName[lang])}
          <label className="field">
            {words.comparator[lang]}
            <select value={typed['comparator']} onChange={(event) => write('comparator', event.currentTarget.value)}>
              <option value=">=">{words.atLeast[lang]}</option>
              <option value="<=">{words.atMost[lang]}</option>
              <option value="=">{words.equals[lang]}</option>
            </select>
          </label>
          {input('value', words.value[lang], 'number')}
          {input('unit', words.unit[lang])}
        </div>
      );
    case 'orElse':
      return listed('consequence', label, consequences[textLanguage]);
    case 'concrete':
      return (
        <div className="fix-row">
          {listed('verb', words.verb[lang], concreteVerbs[textLanguage])}
          {input('object', words.object[lang])}
        </div>
      );
    case 'binding':
      return <p>{label}</p>;
    default:
      return kind satisfies never;
  }
}

interface HelperChoiceProps extends Pick<FieldsProps, 'names' | 'members' | 'typed' | 'write' | 'lang'> {}

/** Who helps the lead: those for whom the collective stands are ticked, whoever else the text names may be. */
function HelperChoice({ names, members, typed, write, lang }: HelperChoiceProps) {
  const lead = typed['who'] ?? '';
  const others = [...new Set([...members, ...names])].filter((name) => name !== lead).slice(0, 8);
  if (lead === '' || others.length === 0) return null;
  return (
    <fieldset className="field">
      <legend>{words.helpers[lang]}</legend>
      <div className="name-choice">
        {others.map((name) => (
          <label key={name} className="tick">
            <input
              type="checkbox"
              checked={isHelper(typed, name, members)}
              onChange={(event) => write(`helper:${name}`, event.currentTarget.checked ? 'yes' : 'no')}
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface NameChoiceProps {
  readonly label: string;
  readonly names: readonly string[];
  readonly chosen: string;
  readonly lang: Language;
  readonly onName: (name: string) => void;
}

/** The names of the text as buttons, and room for another. */
function NameChoice({ label, names, chosen, lang, onName }: NameChoiceProps) {
  const id = useId();
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      <div className="name-choice">
        {names.slice(0, 8).map((name) => (
          <button key={name} type="button" className="small" aria-pressed={name === chosen} onClick={() => onName(name)}>
            {name}
          </button>
        ))}
        <label className="visually-hidden" htmlFor={id}>
          {words.otherName[lang]}
        </label>
        <input
          id={id}
          placeholder={words.otherName[lang]}
          value={names.includes(chosen) ? '' : chosen}
          onChange={(event) => onName(event.currentTarget.value)}
        />
      </div>
    </fieldset>
  );
}
