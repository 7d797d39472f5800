import { type ClauseChecklist, type DutyChecklist, signingChecklist, type SigningPoint } from '@gongze/domain/decisions/signingChecklist';
import type { AgreementId } from '@gongze/domain/vocabulary/ids';
import { isIsoDate } from '@gongze/domain/vocabulary/dates';
import { useFrame } from '../../view/useCase.ts';
import { Do } from './Do.tsx';
import type { OpenForm, ViewProps } from './types.ts';
import { filled, pointWords, views } from './words.ts';
import './views.css';

/** What each draft lacks before it may be signed; every gap leads to the form that mends it. */
export default function SigningView({ context, onDo }: ViewProps) {
  const { lang } = useFrame();
  const drafts = [...context.situation.state.drafts.keys()].filter((id) => !context.situation.state.agreements.has(id));
  return (
    <>
      <p className="commands">
        <Do command="draftAgreement" onDo={onDo} />
      </p>
      {drafts.length === 0 && <p className="muted">{views.noDrafts[lang]}</p>}
      {drafts.map((agreement) => (
        <Draft key={agreement} agreement={agreement} context={context} onDo={onDo} />
      ))}
    </>
  );
}

function Draft({ agreement, context: { situation }, onDo }: ViewProps & { readonly agreement: AgreementId }) {
  const { lang, text } = useFrame();
  const checklist = signingChecklist(agreement, situation);
  const draft = situation.state.drafts.get(agreement)?.payload;
  if (checklist === undefined || draft === undefined) return null;
  const { missing, clauses } = checklist;
  return (
    <section className="work-draft" aria-label={text(draft.title)}>
      <h4>{text(draft.title)}</h4>
      <p role="status" className={missing > 0 ? 'decided no' : 'decided yes'}>
        {missing > 0 ? filled(views.gaps[lang], missing) : views.complete[lang]}
      </p>
      <ol className="checklist">
        {clauses.map((own) => (
          <li key={own.clause ?? ''}>
            <Clause own={own} agreement={agreement} onDo={onDo} />
          </li>
        ))}
      </ol>
      <p className="commands">
        <button
          type="button"
          className="small"
          disabled={missing > 0}
          onClick={() => onDo('signAgreement', agreement, { framework: false })}
        >
          {views.sign[lang]}
        </button>
        {missing > 0 && (
          <button type="button" className="small" onClick={() => onDo('signAgreement', agreement, { framework: true })}>
            {views.asFramework[lang]}
          </button>
        )}
      </p>
      {missing > 0 && <p className="muted">{views.frameworkNote[lang]}</p>}
    </section>
  );
}

function Clause({ own, agreement, onDo }: { own: ClauseChecklist; agreement: AgreementId; onDo: OpenForm }) {
  const { lang, text } = useFrame();
  const { clause, duties } = own;
  const given = { agreement, title: { ...own.text }, ...(clause !== undefined && { clause }) };
  return (
    <>
      <p>{text(own.text)}</p>
      {duties.length === 0 && !own.owes && <p className="muted">— {views.owesNothing[lang]}</p>}
      {duties.length === 0 && own.owes ? (
        <p className="gap">
          ✕ {views.uncovered[lang]} <Do command="draftObligation" given={given} onDo={onDo} about={text(own.text)} />
        </p>
      ) : (
        duties.map((duty) => <Duty key={duty.obligation} duty={duty} onDo={onDo} />)
      )}
    </>
  );
}

function Duty({ duty: { obligation, title, points }, onDo }: { duty: DutyChecklist; onDo: OpenForm }) {
  const { lang, text } = useFrame();
  const mend = points.some(({ state, point }) => state === 'missing' && point !== 'acceptance');
  return (
    <div className="duty-check">
      <p>
        <strong>{text(title)}</strong> {mend && <Do command="amendObligation" subject={obligation} onDo={onDo} about={text(title)} />}
      </p>
      <dl className="points">
        {points.map((point) => (
          <div key={point.point} className={point.state}>
            <dt>{pointWords[point.point][lang]}</dt>
            <dd>
              <Said point={point} />
              {point.point === 'acceptance' && point.state === 'missing' && (
                <Do command="acceptObligation" subject={obligation} onDo={onDo} about={text(title)} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Said({ point: { point, state, said } }: { readonly point: SigningPoint }) {
  const { lang, text, date } = useFrame();
  const words = said === undefined ? '' : isIsoDate(said.en) ? date(said.en) : text(said);
  if (state === 'free') return <span className="muted">— {views.free[lang]}</span>;
  if (state === 'met') return <>✓ {words}</>;
  return <span className="gap">✕ {point === 'acceptance' ? `${views.notAccepted[lang]} ${words} ` : views.missing[lang]}</span>;
}
