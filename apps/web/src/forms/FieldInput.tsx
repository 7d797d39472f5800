import { useId } from 'react';
import { FilesInput } from '../files/FilesInput.tsx';
import { fieldWords, workWords } from '../work/words.ts';
import { BilingualInput, ManyActors, Select, Shares } from './controls.tsx';
import { DayInput } from './DayInput.tsx';
import { DeadlineInput } from './DeadlineInput.tsx';
import type { Field } from './describe.ts';
import { DigestInput } from './DigestInput.tsx';
import { choiceOf, type InputProps, labelOf, word } from './offers.ts';
import type { Typed, TypedFields } from './value.ts';

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

function Either({ field, path, typed, offers, onType }: InputProps) {
  const id = useId();
  if (field.kind !== 'either') return null;
  const { option = '0', value } = (typed ?? {}) as { option?: string; value?: Typed };
  const chosen = field.options[Number(option)];
  const nameOf = (own: Field) =>
    own.kind === 'group' ? choiceOf(offers, field.name, String(own.constants['kind'] ?? own.name)).name : own.name;
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
          options={field.options.map((own) => choiceOf(offers, field.name, own))}
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
