import type { InterventionState } from '@gongze/domain/cases/state';
import { ruleOf } from '@gongze/domain/dilemmas/diagnose';
import { addMonths } from '@gongze/domain/vocabulary/dates';
import { governmentOf } from '@gongze/domain/vocabulary/ids';
import { dilemmaIds } from '@gongze/domain/vocabulary/levels';
import { useFrame } from '../../view/useCase.ts';
import { choiceWords } from '../words.ts';
import { Commands } from './Commands.tsx';
import { Do } from './Do.tsx';
import { PrincipleReport } from './PrincipleReport.tsx';
import { TakeHere } from './TakeHere.tsx';
import { superiorWords as s } from './superiorWords.ts';
import type { ViewProps } from './types.ts';
import './views.css';

const intervening = ['proposeIntervention', 'openIntervention', 'recuse'] as const;

/** Who may intervene and why not, what was asked, what runs, and how each intervention ends. */
export default function InterveningView({ context, onDo }: ViewProps) {
  const { lang } = useFrame();
  const { state, ladder } = context.situation;
  const running = [...state.interventions.values()].toReversed();
  return (
    <>
      <Commands of={intervening} context={context} onDo={onDo} />
      <Requests context={context} onDo={onDo} />
      <section className="work-part">
        <h4>{s.running[lang]}</h4>
        {running.length === 0 && <p className="muted">{s.none[lang]}</p>}
        {running.map((own) => (
          <Intervention key={own.intervention} own={own} context={context} onDo={onDo} />
        ))}
      </section>
      <section className="work-part">
        <h4>{s.ladder[lang]}</h4>
        {ladder.length === 0 && <p className="muted">{s.noLadder[lang]}</p>}
        {ladder.map((tier) => (
          <PrincipleReport key={tier} tier={tier} context={context} />
        ))}
      </section>
      <Recusals context={context} onDo={onDo} />
    </>
  );
}

function Requests({ context: { situation, by: viewer }, onDo }: ViewProps) {
  const { lang, text, date, actor } = useFrame();
  const own = governmentOf(viewer);
  const requests = [...situation.state.requests.values()];
  return (
    <section className="work-part">
      <h4>{s.requests[lang]}</h4>
      {requests.length === 0 && <p className="muted">{s.none[lang]}</p>}
      <ul className="conditions">
        {requests.map(({ payload, ref, declined, declinedWhy, opened }) => (
          <li key={payload.intervention}>
            {date(ref.on)} {actor(payload.by)} → {actor(payload.tier)} {payload.text && text(payload.text)}{' '}
            <strong>{s[opened ? 'opened' : declined ? 'declined' : 'unanswered'][lang]}</strong> {declinedWhy && text(declinedWhy)}{' '}
            {opened === undefined && declined === undefined && payload.tier === own && (
              <>
                <Do command="openIntervention" subject={payload.intervention} onDo={onDo} />{' '}
                <Do command="declineIntervention" subject={payload.intervention} onDo={onDo} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function groundName(key: string, lang: 'zh' | 'en'): string {
  const id = dilemmaIds.find((own) => key === own || key.startsWith(`${own}|`) || key.startsWith(`${own}:`));
  return id === undefined ? key : ruleOf(id).name[lang];
}

function Intervention({ own, context, onDo }: ViewProps & { readonly own: InterventionState }) {
  const { lang, text, date, actor } = useFrame();
  const { situation, today, by } = context;
  const { intervention, opened, sunset, exitReadings, closed, ref } = own;
  const mine = governmentOf(by) === opened.tier;
  const instruments = [...situation.state.instruments.values()].filter(({ terms }) => terms.intervention === intervention);
  const restored = situation.state.restorations.find(({ payload }) => payload.intervention === intervention);
  const title = text(opened.title);
  const power = (name: string): string => choiceWords['powers']?.[name]?.[lang] ?? name;
  const late = closed === undefined && sunset !== undefined && sunset < today;
  return (
    <article className="intervention" aria-label={title}>
      <h5>
        {title}{' '}
        <span className="muted">
          {actor(opened.tier)} · {date(ref.on)}
        </span>
      </h5>
      <dl className="work-record">
        <dt>{s.state[lang]}</dt>
        <dd>
          {closed === undefined ? s.running1[lang] : `${s.ended[lang]} ${date(closed.on)}`}{' '}
          {late && <span className="gap">✕ {s.pastSunset[lang]}</span>}
        </dd>
        <dt>{s.grounds[lang]}</dt>
        <dd>{[...new Set(opened.grounds.map((key) => groundName(key, lang)))].join(lang === 'zh' ? '、' : ', ') || '—'}</dd>
        <dt>{s.sunsetOn[lang]}</dt>
        <dd>{sunset === undefined ? '—' : date(sunset)}</dd>
        <dt>{s.exitReadings[lang]}</dt>
        <dd>
          {exitReadings.length === 0 ? (
            <span className="silence">{s.notRead[lang]}</span>
          ) : (
            exitReadings.map(({ met, ref: read }) => (
              <span key={read.id}>
                {met ? '✓' : '✕'} {s[met ? 'met' : 'missing'][lang]} {date(read.on)}{' '}
              </span>
            ))
          )}
        </dd>
        {opened.override !== undefined && (
          <>
            <dt className="gap">{s.override[lang]}</dt>
            <dd>{text(opened.override)}</dd>
          </>
        )}
        {opened.handBack !== undefined && (
          <>
            <dt>{s.handBack[lang]}</dt>
            <dd>
              {opened.handBack.powers.map(power).join(lang === 'zh' ? '、' : ', ')} → {actor(opened.handBack.receiver)} ·{' '}
              {restored === undefined ? s.notRestored[lang] : `✓ ${s.restored[lang]} ${actor(restored.payload.receiver)}`}
            </dd>
          </>
        )}
        {closed !== undefined && <Watch own={own} context={context} />}
      </dl>
      <ul className="conditions">
        {instruments.map(({ instrument, terms, strength, ended }) => (
          <li key={instrument}>
            {text(terms.title)} <span className="muted">{ended === undefined ? `${s.strength[lang]} ${strength}` : s.ended[lang]}</span>{' '}
            {ended === undefined &&
              closed === undefined &&
              mine &&
              (['taperIntervention', 'escalateIntervention', 'withdrawInstrument'] as const).map((command) => (
                <Do key={command} command={command} subject={instrument} onDo={onDo} about={text(terms.title)} />
              ))}
          </li>
        ))}
      </ul>
      {closed === undefined && (
        <p className="commands">
          {mine && <Do command="applyInstrument" given={{ intervention, tier: opened.tier }} onDo={onDo} about={title} />}
          <Do command="readExitCriteria" subject={intervention} onDo={onDo} about={title} />
          {mine && <Do command="extendIntervention" subject={intervention} onDo={onDo} about={title} />}
          {mine && <Do command="closeIntervention" subject={intervention} onDo={onDo} about={title} />}
        </p>
      )}
      <p className="commands">
        {closed !== undefined && restored === undefined && mine && (
          <Do command="restorePowers" given={{ intervention }} onDo={onDo} about={title} />
        )}
        <TakeHere format="intervention" query={{ intervention }} label={s.takeRecord[lang]} about={title} />
      </p>
    </article>
  );
}

/** After the exit: until when it is watched, and whether the parties have come to depend on it. */
function Watch({ own, context }: Pick<ViewProps, 'context'> & { readonly own: InterventionState }) {
  const { lang, text, date } = useFrame();
  const { situation, today } = context;
  if (own.closed === undefined) return null;
  const until = addMonths(own.closed.on, situation.parameters.get('selfHelp.watchMonths'));
  const found = context.diagnosis().findings.find(({ id, status }) => id === 'interventionDependence' && status === 'active');
  return (
    <>
      <dt>{s.watch[lang]}</dt>
      <dd>
        {s[until > today ? 'watchedUntil' : 'watchEnded'][lang]} {date(until)} ·{' '}
        {found === undefined ? `✓ ${s.noDependence[lang]}` : <span className="gap">✕ {text(found.explanation)}</span>}
      </dd>
    </>
  );
}

function Recusals({ context: { situation } }: ViewProps) {
  const { lang, text, date, actor } = useFrame();
  const { recusals } = situation.state;
  return (
    <section className="work-part">
      <h4>{s.recusals[lang]}</h4>
      {recusals.length === 0 && <p className="muted">{s.none[lang]}</p>}
      <ul className="conditions">
        {recusals.map(({ payload, ref }) => (
          <li key={ref.id}>
            {date(ref.on)} {actor(payload.tier)}
            {lang === 'zh' ? '：' : ': '}
            {text(payload.reason)}
          </li>
        ))}
      </ul>
    </section>
  );
}
