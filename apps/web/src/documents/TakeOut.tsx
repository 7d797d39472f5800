import { useState } from 'react';
import type { Language } from '@gongze/domain/vocabulary/text';
import { actorsOf } from '../work/offers.ts';
import { useViewOf } from '../view/store.ts';
import { useAsOf, useFrame } from '../view/useCase.ts';
import { takeDocument } from './files.ts';
import { Pick, type Option } from './Pick.tsx';
import { filled, words } from './words.ts';

const dataFormats = [
  { key: 'xlsx', format: 'xlsx', text: words.xlsx, query: {} },
  { key: 'csvLedger', format: 'csv', text: words.csvLedger, query: { table: 'ledger' } },
  { key: 'csvFacts', format: 'csv', text: words.csvFacts, query: { table: 'facts' } },
  { key: 'dictionary', format: 'csv', text: words.dictionary, query: { table: 'dictionary' } },
  { key: 'json', format: 'json', text: words.json, query: {} },
  { key: 'ocel', format: 'ocel', text: words.ocel, query: {} },
] as const;

type Query = Readonly<Record<string, string | undefined>>;

/** Fetches a document of the case as the page shows it; `told` is why there is none. */
function useTaking() {
  const { engine, lang } = useFrame();
  const asOf = useViewOf('asOf');
  const knownOn = useViewOf('knownOn');
  const edition = useViewOf('edition');
  const [told, setTold] = useState<{ readonly of: string; readonly text: string }>();
  const take = async (of: string, format: string, query: Query) => {
    const text = await takeDocument(engine.caseId, format, { lang, asOf, knownOn, edition, ...query });
    setTold(text === undefined ? undefined : { of, text });
  };
  return { take, toldOf: (of: string) => (told?.of === of ? told.text : undefined) };
}

/** Everything that the case can be written as, at the day of the page. */
export function TakeOut() {
  const { lang, date } = useFrame();
  const asOf = useAsOf();
  return (
    <section>
      <h3>{words.out[lang]}</h3>
      <p className="muted">{filled(words.outText[lang], { date: date(asOf) })}</p>
      <Official />
      <Data />
    </section>
  );
}

interface Choices {
  readonly duties: readonly Option[];
  readonly actors: readonly Option[];
  readonly meetings: readonly Option[];
  readonly interventions: readonly Option[];
}

function useChoices(): Choices {
  const { engine, lang, actor } = useFrame();
  const asOf = useAsOf();
  const situation = engine.open.situationAt(asOf);
  const held = engine.facts.filter((fact) => fact.type === 'meetingHeld' && fact.occurred.last <= asOf);
  return {
    duties: situation.duties
      .filter(({ open }) => open)
      .map(({ obligation }) => ({ value: obligation.obligation, text: obligation.terms.title[lang] })),
    actors: actorsOf(situation, Object.keys(engine.actors)).map((id) => ({ value: id, text: actor(id) })),
    interventions: [...situation.state.interventions.values()].map(({ intervention, opened }) => ({
      value: intervention,
      text: opened.title[lang],
    })),
    meetings: held.flatMap((fact) =>
      fact.type === 'meetingHeld' ? [{ value: fact.payload.meeting ?? fact.id, text: fact.payload.title[lang] }] : [],
    ),
  };
}

function Official() {
  const { lang } = useFrame();
  const { take, toldOf } = useTaking();
  const { duties, actors, meetings, interventions } = useChoices();
  const [wish, setWish] = useState<Record<string, Record<string, string>>>({});
  const put = (form: string, name: string) => (value: string) =>
    setWish((before) => ({ ...before, [form]: { ...before[form], [name]: value } }));
  const box = (form: 'notice' | 'letter' | 'minutes' | 'intervention', picks: readonly [string, string, string, readonly Option[]][]) => (
    <form
      key={form}
      className="document-box command"
      data-form={form}
      onSubmit={(event) => {
        event.preventDefault();
        void take(form, form, wish[form] ?? {});
      }}
    >
      <h5>{words[form][lang]}</h5>
      {picks.map(([name, label, none, options]) => (
        <Pick key={name} label={label} none={none} options={options} value={wish[form]?.[name] ?? ''} onPick={put(form, name)} />
      ))}
      <NumberField lang={lang} value={wish[form]?.['number'] ?? ''} onType={put(form, 'number')} />
      <p>
        <button type="submit">
          {words.take[lang]}
          <span className="visually-hidden"> {words[form][lang]}</span>
        </button>
      </p>
      {toldOf(form) !== undefined && (
        <p className="field-fault" role="alert">
          {toldOf(form)}
        </p>
      )}
    </form>
  );
  const duty = ['duty', words.duty[lang], words.mostPressing[lang], duties] as [string, string, string, readonly Option[]];
  const by = ['by', words.issuer[lang], words.byCase[lang], actors] as typeof duty;
  return (
    <>
      <h4>{words.official[lang]}</h4>
      <p className="muted">{words.officialText[lang]}</p>
      <div className="document-boxes">
        {box('notice', [duty, by])}
        {box('letter', [duty, by, ['to', words.addressee[lang], words.byCase[lang], actors]])}
        {box('minutes', [['meeting', words.meeting[lang], words.latest[lang], meetings]])}
        {interventions.length > 0 &&
          box('intervention', [['intervention', words.whichIntervention[lang], words.latest[lang], interventions]])}
      </div>
    </>
  );
}

function NumberField({ lang, value, onType }: { lang: Language; value: string; onType: (value: string) => void }) {
  return (
    <label className="pick">
      <span>{words.number[lang]}</span>
      <input value={value} placeholder={words.numberHint[lang]} onChange={(event) => onType(event.currentTarget.value)} />
    </label>
  );
}

function Data() {
  const { lang } = useFrame();
  const { take, toldOf } = useTaking();
  const { actors } = useChoices();
  const [actor, setActor] = useState('');
  return (
    <>
      <h4>{words.data[lang]}</h4>
      <ul className="document-list">
        {dataFormats.map(({ key, format, text, query }) => (
          <li key={key}>
            <button type="button" className="small" data-document={key} onClick={() => take(key, format, query)}>
              {words.take[lang]}
              <span className="visually-hidden"> {text[lang]}</span>
            </button>{' '}
            <span aria-hidden="true">{text[lang]}</span>
            {toldOf(key) !== undefined && <span className="field-fault"> {toldOf(key)}</span>}
          </li>
        ))}
        <li>
          <button type="button" className="small" data-document="ics" onClick={() => take('ics', 'ics', { actor })}>
            {words.take[lang]}
            <span className="visually-hidden"> {words.ics[lang]}</span>
          </button>{' '}
          <span aria-hidden="true">{words.ics[lang]}</span>{' '}
          <Pick label={words.icsFor[lang]} none={words.everybody[lang]} options={actors} value={actor} onPick={setActor} />
          {toldOf('ics') !== undefined && <span className="field-fault"> {toldOf('ics')}</span>}
        </li>
      </ul>
    </>
  );
}
