import { commandHeaders, gongzeClient, problemOf } from '@gongze/client';
import type { Government } from '@gongze/domain/vocabulary/governments/tree';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { type FormEvent, useId, useMemo, useState } from 'react';
import { readSession } from '../account/send.ts';
import { forgetCases } from '../engine/api.ts';
import { useAsync } from '../engine/useAsync.ts';
import { today } from '../view/today.ts';
import { changeView, useViewOf } from '../view/store.ts';
import { workWords } from './words.ts';

const OFFERED = 6;
/** A consultation is between two at least. */
const PARTIES_MIN = 2;
const codeOnly = /^[0-9A-Za-z]{1,20}(\/.+)?$|^body:.+$/;

/** As one may type it: either apostrophe, large or small letters. */
const plain = (text: string): string => text.trim().toLowerCase().replaceAll('’', "'");

/** Governments by name or code, from the tree that the product ships. */
function useGovernments() {
  return useMemo(() => {
    const all = [...gb2260().all()];
    const byText = new Map(all.flatMap(({ code, name }) => [name.zh, plain(name.en), code].map((text) => [text, code as string] as const)));
    return {
      codeOf: (text: string) => byText.get(plain(text)),
      like: (text: string) =>
        text === ''
          ? []
          : all
              .filter(({ code, name }) => code.startsWith(text) || name.zh.includes(text) || plain(name.en).startsWith(plain(text)))
              .sort((a, b) => Number(b.name.zh.startsWith(text)) - Number(a.name.zh.startsWith(text))),
    };
  }, []);
}

/** Opens a case: what it is about, and between whom. Everything else is asked when it is needed. */
export default function NewCase() {
  const lang = useViewOf('lang');
  const governments = useGovernments();
  const [title, setTitle] = useState('');
  const [parties, setParties] = useState<readonly string[]>(['', '']);
  const session = useAsync('session', () => readSession(lang));
  const own = session.state === 'ready' ? session.value.office?.actor : undefined;
  // A body is no government: the case calls it by the name that its secretariat gives it.
  const body = own?.startsWith('body:') ? own : undefined;
  const [bodyName, setBodyName] = useState<string>();
  const [told, setTold] = useState<{ readonly text: string; readonly at?: number | 'title' }>();
  const [caseId, key] = useMemo(() => [`case-${crypto.randomUUID().slice(0, 8)}`, crypto.randomUUID()], []);
  const id = useId();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const texts = parties.map((text) => text.trim());
    const codeOf = (text: string) => governments.codeOf(text) ?? (codeOnly.test(text) ? text : undefined);
    const unknown = texts.findIndex((text) => text !== '' && codeOf(text) === undefined);
    const empty = texts.findIndex((text, index) => text === '' && index < PARTIES_MIN);
    if (title.trim() === '') return setTold({ text: workWords.required[lang], at: 'title' });
    if (unknown >= 0) {
      const like = governments.like(texts[unknown] ?? '').length > 0;
      return setTold({
        text: `${workWords.unknownGovernment[lang]} ${texts[unknown]} ${like ? workWords.chooseBelow[lang] : ''}`,
        at: unknown,
      });
    }
    if (empty >= 0) return setTold({ text: workWords.twoParties[lang], at: empty });
    const codes = [...new Set(texts.filter((text) => text !== '').map(codeOf))];
    const both = { zh: title.trim(), en: title.trim() };
    const on = today();
    const ownName = (bodyName ?? body ?? '').replace(/^body:/, '').trim() || (body ?? '');
    const opened = { occurred: { first: on, last: on, precision: 'day' }, payload: { title: both, parties: codes } };
    const { data, error, response } = await gongzeClient({ language: lang }).POST('/api/cases', {
      params: { header: { 'idempotency-key': commandHeaders('any', key)['idempotency-key'] } },
      body: { case: caseId, title: both, opened, ...(body !== undefined && { actors: { [body]: { zh: ownName, en: ownName } } }) } as never,
    });
    if (data === undefined) return setTold({ text: problemOf(error, response).detail });
    forgetCases();
    changeView({ caseId, page: undefined, tab: 'work', sel: undefined, why: undefined, asOf: undefined }, true);
  };
  return (
    <form className="command new-case" onSubmit={submit}>
      <h2>{workWords.newCase[lang]}</h2>
      <div className="field">
        <label htmlFor={`${id}-title`}>{workWords.caseTitle[lang]}</label>
        <input
          id={`${id}-title`}
          value={title}
          aria-invalid={told?.at === 'title'}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        {told?.at === 'title' && <Fault text={told.text} />}
      </div>
      {parties.map((party, index) => (
        <PartyField
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
          key={index}
          label={`${workWords.caseParty[lang]} ${index + 1}`}
          value={party}
          fault={told?.at === index ? told.text : undefined}
          offers={governments.codeOf(party) === undefined ? governments.like(party.trim()).slice(0, OFFERED) : []}
          onType={(text) => {
            setParties(parties.with(index, text));
            if (told?.at === index) setTold(undefined);
          }}
        />
      ))}
      {body !== undefined && (
        <div className="field">
          <label htmlFor={`${id}-body`}>{workWords.bodyName[lang]}</label>
          <input
            id={`${id}-body`}
            value={bodyName ?? body.replace(/^body:/, '')}
            onChange={(event) => setBodyName(event.currentTarget.value)}
          />
        </div>
      )}
      <p>
        <button type="button" className="small" onClick={() => setParties([...parties, ''])}>
          {workWords.add[lang]}
        </button>
      </p>
      {told !== undefined && told.at === undefined && <Fault text={told.text} />}
      <p>
        <button type="submit" className="main">
          {workWords.newCase[lang]}
        </button>
      </p>
    </form>
  );
}

function Fault({ text }: { readonly text: string }) {
  return (
    <p className="field-fault" role="alert">
      {text}
    </p>
  );
}

interface PartyFieldProps {
  readonly label: string;
  readonly value: string;
  readonly fault: string | undefined;
  readonly offers: readonly Government[];
  readonly onType: (text: string) => void;
}

/** A party by name or code; what it may mean is offered beneath, to be taken by a press. */
function PartyField({ label, value, fault, offers, onType }: PartyFieldProps) {
  const lang = useViewOf('lang');
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={value}
        autoComplete="off"
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : `${id}-fault`}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      {fault !== undefined && (
        <p id={`${id}-fault`} className="field-fault" role="alert">
          {fault}
        </p>
      )}
      {value.trim() !== '' && offers.length > 0 && (
        <p className="commands offered-names">
          {offers.map(({ code, name }) => (
            <button key={code} type="button" className="small" onClick={() => onType(name[lang])}>
              {name[lang]} <span className="muted">{code}</span>
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
