import { commandHeaders, gongzeClient, problemOf } from '@gongze/client';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { type FormEvent, useId, useMemo, useState } from 'react';
import { readSession } from '../account/send.ts';
import { forgetCases } from '../engine/api.ts';
import { useAsync } from '../engine/useAsync.ts';
import { today } from '../view/today.ts';
import { changeView, useViewOf } from '../view/store.ts';
import { workWords } from './words.ts';

const OFFERED = 12;
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
        all.filter(({ code, name }) => code.startsWith(text) || name.zh.includes(text) || plain(name.en).startsWith(plain(text))),
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
  const [told, setTold] = useState<string>();
  const [caseId, key] = useMemo(() => [`case-${crypto.randomUUID().slice(0, 8)}`, crypto.randomUUID()], []);
  const id = useId();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const named = parties.map((text) => text.trim()).filter((text) => text !== '');
    const codes = named.map((text) => governments.codeOf(text) ?? (codeOnly.test(text) ? text : undefined));
    const unknown = named.find((_, index) => codes[index] === undefined);
    if (title.trim() === '' || codes.length === 0) return setTold(workWords.required[lang]);
    if (unknown !== undefined) return setTold(`${workWords.unknownGovernment[lang]} ${unknown}`);
    const both = { zh: title.trim(), en: title.trim() };
    const on = today();
    const ownName = (bodyName ?? body ?? '').replace(/^body:/, '').trim() || (body ?? '');
    const opened = { occurred: { first: on, last: on, precision: 'day' }, payload: { title: both, parties: codes } };
    const { data, error, response } = await gongzeClient({ language: lang }).POST('/api/cases', {
      params: { header: { 'idempotency-key': commandHeaders('any', key)['idempotency-key'] } },
      body: { case: caseId, title: both, opened, ...(body !== undefined && { actors: { [body]: { zh: ownName, en: ownName } } }) } as never,
    });
    if (data === undefined) return setTold(problemOf(error, response).detail);
    forgetCases();
    changeView({ caseId, page: undefined, tab: 'work', sel: undefined, why: undefined, asOf: undefined }, true);
  };
  return (
    <form className="command new-case" onSubmit={submit}>
      <h2>{workWords.newCase[lang]}</h2>
      <div className="field">
        <label htmlFor={`${id}-title`}>{workWords.caseTitle[lang]}</label>
        <input id={`${id}-title`} value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
      </div>
      {parties.map((party, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <div key={index} className="field">
          <label htmlFor={`${id}-${index}`}>
            {workWords.caseParty[lang]} {index + 1}
          </label>
          <input
            id={`${id}-${index}`}
            list={`${id}-${index}-list`}
            value={party}
            autoComplete="off"
            onChange={(event) => setParties(parties.with(index, event.currentTarget.value))}
          />
          <datalist id={`${id}-${index}-list`}>
            {party.trim().length > 0 &&
              governments
                .like(party.trim())
                .slice(0, OFFERED)
                .map(({ code, name }) => (
                  <option key={code} value={name[lang]}>
                    {code}
                  </option>
                ))}
          </datalist>
        </div>
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
      {told !== undefined && (
        <p className="field-fault" role="alert">
          {told}
        </p>
      )}
      <p>
        <button type="submit" className="main">
          {workWords.newCase[lang]}
        </button>
      </p>
    </form>
  );
}
