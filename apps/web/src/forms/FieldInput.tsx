import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { useId, useState } from 'react';
import { choiceWords, fieldWords, workWords } from '../work/words.ts';
import { FilesInput } from '../files/FilesInput.tsx';
import { DigestInput } from './DigestInput.tsx';
import { DayInput } from './DayInput.tsx';
import { DeadlineInput } from './DeadlineInput.tsx';
import type { Field } from './describe.ts';
import type { Typed, TypedFields } from './value.ts';

/** What a form may offer: things of the case by kind, and names. */
export interface Offers {
  readonly lang: Language;
  readonly actors: readonly { readonly id: string; readonly name: string }[];
  /** Parties of the case, among the actors. */
  readonly parties: ReadonlySet<string>;
  readonly governments: readonly { readonly id: string; readonly name: string }[];
  /** Things of the case that a field of this kind may name; `undefined` = a free name. */
  readonly things: (of: string) => readonly { readonly id: string; readonly name: string }[] | undefined;
  readonly choice: (field: string, value: string) => string;
  /** Members of the group at that path that stand first, in their order; `undefined`: all of them as they come. */
  readonly first?: (path: string) => readonly string[] | undefined;
  /** What a new item of the list at that path holds from the start. */
  readonly blank?: (path: string) => Typed;
  /** Members of the group at that path that are asked at all; `undefined`: all of them. */
  readonly only?: (path: string) => readonly string[] | undefined;
  /** Fields that are marked as missing, by path. */
  readonly missing?: ReadonlySet<string>;
  /** Of the case; files are handed in to it. */
  readonly caseId?: string;
  /** Faults of the payload, by path. */
  readonly faults: ReadonlyMap<string, string>;
}

interface InputProps<T extends Typed = Typed> {
  readonly field: Field;
  readonly path: string;
  readonly typed: T;
  readonly offers: Offers;
  readonly onType: (value: Typed) => void;
}

export function word(offers: Pick<Offers, 'lang'>, text: Bilingual | undefined, otherwise: string): string {
  return text?.[offers.lang] ?? otherwise;
}

/** Words of a choice that the forms know themselves. */
export function ownChoice(lang: Language, field: string, value: string): string {
  return choiceWords[field]?.[value]?.[lang] ?? value;
}

function labelOf({ field, offers }: Pick<InputProps, 'field' | 'offers'>): string {
  return word(offers, fieldWords[field.name], field.name);
}

function Select({
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

function BilingualInput({ typed, offers, onType, id }: InputProps & { readonly id: string }) {
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

function ManyActors({ field, typed, offers, onType }: InputProps) {
  const chosen = (typed ?? []) as readonly string[];
  const of = field.kind === 'list' ? field.of : field;
  const options =
    of.kind === 'choice'
      ? of.options.map((id) => ({ id, name: offers.choice(field.name, id) }))
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

function Items({ field, path, typed, offers, onType }: InputProps) {
  const items = (typed ?? []) as readonly Typed[];
  if (field.kind !== 'list') return null;
  const { of } = field;
  return (
    <div className="items">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place
        <div key={index} className="item">
          <FieldBody
            field={of}
            path={`${path}.${index}`}
            typed={item}
            offers={offers}
            onType={(value) => onType(items.with(index, value))}
          />
          <button type="button" className="quiet" onClick={() => onType(items.toSpliced(index, 1))}>
            {workWords.remove[offers.lang]}
          </button>
        </div>
      ))}
      <button type="button" className="small" onClick={() => onType([...items, offers.blank?.(path)])}>
        {workWords.add[offers.lang]}
      </button>
    </div>
  );
}

function Shares({ typed, offers, onType, field }: InputProps) {
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

function Either({ field, path, typed, offers, onType }: InputProps) {
  const id = useId();
  if (field.kind !== 'either') return null;
  const { option = '0', value } = (typed ?? {}) as { option?: string; value?: Typed };
  const chosen = field.options[Number(option)];
  const nameOf = (own: Field) => (own.kind === 'group' ? offers.choice(field.name, String(own.constants['kind'] ?? own.name)) : own.name);
  return (
    <>
      <select
        id={id}
        aria-label={word(offers, fieldWords[field.name], field.name)}
        value={option}
        onChange={(event) => onType({ option: event.currentTarget.value, value })}
      >
        {field.options.map((own, index) => (
          <option key={own.name} value={String(index)}>
            {nameOf(own)}
          </option>
        ))}
      </select>
      {chosen !== undefined && (
        <FieldBody field={chosen} path={path} typed={value} offers={offers} onType={(next) => onType({ option, value: next })} />
      )}
    </>
  );
}

/** The members of a group: those that are looked for first, the rest folded where the form says so. */
function Members({ field, path, typed, offers, onType }: InputProps) {
  if (field.kind !== 'group') return null;
  const held = (typed ?? {}) as TypedFields;
  const member = (own: Field) => (
    <FieldInput
      key={own.name}
      field={own}
      path={`${path}.${own.name}`}
      typed={held[own.name]}
      offers={offers}
      onType={(value) => onType({ ...held, [own.name]: value })}
    />
  );
  const first = offers.first?.(path) ?? undefined;
  const only = offers.only?.(path);
  const fields = only === undefined ? field.fields : field.fields.filter(({ name }) => only.includes(name));
  if (first === undefined) return <div className="group">{fields.map(member)}</div>;
  const shown = first.flatMap((name) => fields.find((own) => own.name === name) ?? []);
  const rest = fields.filter((own) => !shown.includes(own));
  return (
    <div className="group">
      {shown.map(member)}
      {rest.length > 0 && (
        <details>
          <summary>{workWords.more[offers.lang]}</summary>
          {rest.map(member)}
        </details>
      )}
    </div>
  );
}

/** The control of one field, without its label. */
function Control(props: InputProps & { readonly id: string }) {
  const { field, path, typed, offers, onType, id } = props;
  const bad = offers.faults.has(path);
  const text = typeof typed === 'string' ? typed : '';
  const empty = field.optional ? '—' : workWords.choose[offers.lang];
  switch (field.kind) {
    case 'bilingual':
      return <BilingualInput {...props} />;
    case 'date':
      return <DayInput id={id} value={text} lang={offers.lang} bad={bad} onType={onType} />;
    case 'boolean':
      return <input id={id} type="checkbox" checked={typed === true} onChange={(event) => onType(event.currentTarget.checked)} />;
    case 'number':
      return (
        <input
          id={id}
          inputMode="decimal"
          size={10}
          value={text}
          aria-invalid={bad}
          onChange={(event) => onType(event.currentTarget.value)}
        />
      );
    case 'choice':
      return (
        <Select
          id={id}
          value={text}
          bad={bad}
          empty={empty}
          options={field.options.map((own) => ({ id: own, name: offers.choice(field.name, own) }))}
          onType={onType}
        />
      );
    case 'actor':
      return <Select id={id} value={text} bad={bad} empty={empty} options={offers.actors} onType={onType} />;
    case 'government':
      return <Select id={id} value={text} bad={bad} empty={empty} options={offers.governments} onType={onType} />;
    case 'id': {
      const things = offers.things(field.of);
      if (things !== undefined) return <Select id={id} value={text} bad={bad} empty={empty} options={things} onType={onType} />;
      return <input id={id} value={text} aria-invalid={bad} onChange={(event) => onType(event.currentTarget.value)} />;
    }
    case 'shares':
      return <Shares {...props} />;
    case 'either':
      return <Either {...props} />;
    case 'list':
      return field.of.kind === 'actor' ||
        field.of.kind === 'choice' ||
        (field.of.kind === 'id' && offers.things(field.of.of) !== undefined) ? (
        <ManyActors {...props} />
      ) : (
        <Items {...props} />
      );
    case 'group':
      return <Members {...props} />;
    case 'files':
      return offers.caseId === undefined ? null : <FilesInput id={id} caseId={offers.caseId} lang={offers.lang} onType={onType} />;
    case 'open':
      return null;
    default:
      if (field.name === 'sha256') return <DigestInput id={id} value={text} bad={bad} lang={offers.lang} onType={onType} />;
      return <input id={id} value={text} aria-invalid={bad} onChange={(event) => onType(event.currentTarget.value)} />;
  }
}

function FieldBody(props: InputProps) {
  const id = useId();
  return <Control {...props} id={id} />;
}

/** One field with its label, and what is wrong with it. */
export function FieldInput(props: InputProps) {
  const { field, path, offers } = props;
  const id = useId();
  const fault = offers.faults.get(path);
  if (field.kind === 'open' || (field.kind === 'files' && offers.caseId === undefined)) return null;
  if (field.name === 'deadline' && field.kind === 'group')
    return <DeadlineInput lang={offers.lang} typed={props.typed} onType={props.onType} />;
  const compound =
    field.kind === 'group' || field.kind === 'list' || field.kind === 'shares' || field.kind === 'either' || field.kind === 'files';
  const label = (
    <>
      {labelOf(props)}
      {offers.missing?.has(path) === true ? (
        <span className="gap"> · {workWords.stillMissing[offers.lang]}</span>
      ) : (
        field.optional && <span className="muted"> · {workWords.optional[offers.lang]}</span>
      )}
    </>
  );
  const wrong = fault !== undefined && (
    <span className="field-fault" role="alert">
      {fault}
    </span>
  );
  if (compound) {
    return (
      <fieldset className="field">
        <legend>{label}</legend>
        <Control {...props} id={id} />
        {wrong}
      </fieldset>
    );
  }
  return (
    <div className={field.kind === 'boolean' ? 'field inline' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <Control {...props} id={id} />
      {wrong}
    </div>
  );
}
