import type { Language } from '@gongze/domain/vocabulary/text';
import { useState } from 'react';
import { workWords } from '../work/words.ts';
import { choiceOf, type InputProps, labelOf } from './offers.ts';
import type { TypedFields } from './value.ts';

/** One of several. */
export function Select({
  id,
  value,
  options,
  empty,
  onType,
  bad,
}: {
  id: string;
  value: string;
  options: readonly { id: string; name: string }[];
  empty: string;
  onType: (value: string) => void;
  bad: boolean;
}) {
  return (
    <select id={id} value={value} aria-invalid={bad} onChange={(event) => onType(event.currentTarget.value)}>
      <option value="">{empty}</option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.name}
        </option>
      ))}
    </select>
  );
}

/** A text in the language of the page; the other language when it is asked for. */
export function BilingualInput({ typed, offers, onType, id }: InputProps & { readonly id: string }) {
  const { lang } = offers;
  const other = lang === 'zh' ? 'en' : 'zh';
  const value = (typed ?? {}) as Partial<Record<Language, string>>;
  const [open, setOpen] = useState(value[other] !== undefined);
  const write = (language: Language, text: string) => onType({ ...(typed as TypedFields | undefined), [language]: text });
  return (
    <>
      <textarea id={id} rows={2} lang={lang} value={value[lang] ?? ''} onChange={(event) => write(lang, event.currentTarget.value)} />
      {open ? (
        <textarea
          rows={2}
          lang={other}
          aria-label={workWords.otherLanguage[lang]}
          placeholder={workWords.sameText[lang]}
          value={value[other] ?? ''}
          onChange={(event) => write(other, event.currentTarget.value)}
        />
      ) : (
        <button type="button" className="quiet" onClick={() => setOpen(true)}>
          {workWords.otherLanguage[lang]}
        </button>
      )}
    </>
  );
}

/** Several of those that the form offers. */
export function ManyActors({ field, typed, offers, onType }: InputProps) {
  const chosen = (typed ?? []) as readonly string[];
  const of = field.kind === 'list' ? field.of : field;
  const options =
    of.kind === 'choice'
      ? of.options.map((id) => choiceOf(offers, field.name, id))
      : of.kind === 'id'
        ? (offers.things(of.of) ?? [])
        : field.name === 'parties'
          ? offers.actors.filter(({ id }) => offers.parties.has(id))
          : offers.actors;
  if (options.length === 0) return <p className="muted">{workWords.noneYet[offers.lang]}</p>;
  const toggle = (id: string) => onType(chosen.includes(id) ? chosen.filter((own) => own !== id) : [...chosen, id]);
  return (
    <div className="ticks">
      {options.map(({ id, name }) => (
        <label key={id} className="tick">
          <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} /> {name}
        </label>
      ))}
    </div>
  );
}

/** A number for each actor. */
export function Shares({ typed, offers, onType, field }: InputProps) {
  const shares = (typed ?? {}) as TypedFields;
  return (
    <div className="shares">
      {offers.actors.map(({ id, name }) => (
        <label key={id}>
          {name}
          <input
            inputMode="decimal"
            size={6}
            aria-label={`${labelOf({ field, offers })} ${name}`}
            value={(shares[id] as string | undefined) ?? ''}
            onChange={(event) => onType({ ...shares, [id]: event.currentTarget.value })}
          />
        </label>
      ))}
    </div>
  );
}
