import { ruleOf } from '@gongze/domain/dilemmas/diagnose';
import type { GovernmentCode } from '@gongze/domain/vocabulary/ids';
import { dilemmaIds } from '@gongze/domain/vocabulary/levels';
import type { Language } from '@gongze/domain/vocabulary/text';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../header/Choice.tsx';
import { Fault } from '../parts/Fault.tsx';
import { SitePage } from '../parts/SitePage.tsx';
import { formatDate } from '../text/dates.ts';
import { formatNumber } from '../text/numbers.ts';
import { changeView, useView } from '../view/store.ts';
import { Network } from './Network.tsx';
import { ProvinceMap } from './ProvinceMap.tsx';
import { CaseTable, DilemmaTable, SuperiorTable } from './Tables.tsx';
import { type Chosen, isStuck, superiorsOf } from './summary.ts';
import { type Country, type Source, useCountry } from './useCountry.ts';
import { words } from './words.ts';
import './country.css';

const names = new Map(dilemmaIds.map((id) => [id, ruleOf(id).name]));

/** `province:610000 source:generated` in the address, so that a picture can be sent. */
function parse(sel: string | undefined): { readonly source: Source; readonly province: string | undefined } {
  const part = (kind: string) =>
    sel
      ?.split(' ')
      .find((own) => own.startsWith(`${kind}:`))
      ?.slice(kind.length + 1);
  return { source: part('source') === 'generated' ? 'generated' : 'ledger', province: part('province') };
}

function write(source: Source, province: string | undefined): void {
  const parts = [...(province === undefined ? [] : [`province:${province}`]), ...(source === 'generated' ? ['source:generated'] : [])];
  changeView({ sel: parts.length === 0 ? undefined : parts.join(' ') }, true);
}

/** From overview to a single fact in three steps: province, case, fact. */
export default function CountryPage() {
  const { lang, sel } = useView();
  const { source, province } = parse(sel);
  const country = useCountry(source);
  const [chosen, setChosen] = useState<Chosen>('any');
  return (
    <SitePage title={words.title[lang]} className="page-wide country">
      <p className="lead">{words.lead[lang]}</p>
      <div className="country-controls">
        <Choice<Source>
          label={words.source[lang]}
          value={source}
          options={[
            { value: 'ledger', text: words.ledger[lang] },
            { value: 'generated', text: words.generated[lang] },
          ]}
          onChoose={(next) => write(next, undefined)}
        />
        <DilemmaChoice lang={lang} chosen={chosen} onChoose={setChosen} />
        <p className="muted">
          {words.asOf[lang]} {formatDate(country.asOf, lang)}
        </p>
      </div>
      {source === 'generated' && (
        <p className="generated-note">
          <strong>{words.generatedMark[lang]}</strong> {words.generatedText[lang]}
        </p>
      )}
      <ReadingState country={country} lang={lang} />
      <Picture country={country} chosen={chosen} province={province} source={source} lang={lang} />
    </SitePage>
  );
}

interface DilemmaChoiceProps {
  readonly lang: Language;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

function DilemmaChoice({ lang, chosen, onChoose }: DilemmaChoiceProps) {
  return (
    <label className="country-dilemma">
      {words.dilemma[lang]}
      <select value={chosen} onChange={({ target }) => onChoose(target.value as Chosen)}>
        <option value="any">{words.anyDilemma[lang]}</option>
        {dilemmaIds.map((id) => (
          <option key={id} value={id}>
            {names.get(id)?.[lang]}
          </option>
        ))}
      </select>
    </label>
  );
}

function ReadingState({ country, lang }: { readonly country: Country; readonly lang: Language }) {
  const { state, cases, failed, total, stop, goOn, retry } = country;
  const { t } = useTranslation();
  if (state === 'broken')
    return (
      <Fault what={t('error.api')} right={t('error.apiRight')}>
        <button type="button" onClick={retry}>
          {t('error.retry')}
        </button>
      </Fault>
    );
  return (
    <div className="country-reading" aria-live="polite">
      {state === 'reading' && total !== undefined && (
        <>
          <progress max={total} value={cases.length + failed} aria-label={words.reading[lang]} />
          <span>
            {words.reading[lang]} {formatNumber(cases.length, lang)} / {formatNumber(total, lang)}
          </span>
          <button type="button" className="small" onClick={stop}>
            {words.stop[lang]}
          </button>
        </>
      )}
      {state === 'stopped' && (
        <>
          <span>{words.stopped[lang]}</span>
          <button type="button" className="small" onClick={goOn}>
            {words.goOn[lang]}
          </button>
        </>
      )}
      {failed > 0 && (
        <span>
          {formatNumber(failed, lang)} {words.failed[lang]}
        </span>
      )}
    </div>
  );
}

interface PictureProps {
  readonly country: Country;
  readonly chosen: Chosen;
  readonly province: string | undefined;
  readonly source: Source;
  readonly lang: Language;
}

function Picture({ country, chosen, province, source, lang }: PictureProps) {
  const { tree, cases, asOf, state } = country;
  const nameOf = useMemo(() => (code: string) => tree.get(code as GovernmentCode)?.name[lang] ?? code, [tree, lang]);
  const here = useMemo(() => cases.filter(({ provinces }) => province === undefined || provinces.includes(province)), [cases, province]);
  const superiors = useMemo(() => superiorsOf(here, tree, asOf), [here, tree, asOf]);
  const inDilemma = useMemo(() => (chosen === 'any' ? here : here.filter((one) => isStuck(one, chosen))), [here, chosen]);
  if (state === 'done' && cases.length === 0) return <p>{words.empty[lang]}</p>;
  const opensAt = source === 'generated' ? asOf : undefined;
  const place = province === undefined ? words.whole[lang] : nameOf(province);
  return (
    <div className={source === 'generated' ? 'country-picture is-generated' : 'country-picture'}>
      <section aria-labelledby="map-heading">
        <h2 id="map-heading">{words.map[lang]}</h2>
        <p className="note">
          {words.mapNote[lang]}
          {lang === 'en' && ' '}
          {words.across[lang]}
        </p>
        <ProvinceMap
          cases={cases}
          chosen={chosen}
          province={province}
          lang={lang}
          nameOf={nameOf}
          onChoose={(next) => write(source, next)}
        />
      </section>
      <section aria-labelledby="place-heading">
        <h2 id="place-heading">{place}</h2>
        {here.length > 0 && <DilemmaTable cases={here} names={names} lang={lang} />}
        <SuperiorTable rows={superiors} nameOf={nameOf} lang={lang} />
        <p className="note">{words.lengthNote[lang]}</p>
      </section>
      {(province !== undefined || cases.length <= 60) && here.length > 0 && (
        <section className="country-whole" aria-labelledby="network-heading">
          <h2 id="network-heading">
            {words.network[lang]} · {place}
          </h2>
          <p className="note">{words.networkNote[lang]}</p>
          <Network opensAt={opensAt} cases={here} chosen={chosen} asOf={asOf} nameOf={nameOf} label={`${words.network[lang]} ${place}`} />
          <CaseTable opensAt={opensAt} cases={inDilemma} names={names} nameOf={nameOf} lang={lang} />
        </section>
      )}
    </div>
  );
}
