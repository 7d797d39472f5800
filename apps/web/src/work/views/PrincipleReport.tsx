import type { DecisionContext } from '@gongze/domain/decisions/context';
import { remedyOf } from '@gongze/domain/decisions/intervention';
import { answerFor, type SuperiorAnswer } from '@gongze/domain/principles/principles';
import type { Reason } from '@gongze/domain/principles/reason';
import type { GovernmentCode } from '@gongze/domain/vocabulary/ids';
import { DataTable } from '../../parts/DataTable.tsx';
import { useFrame } from '../../view/useCase.ts';
import { superiorWords as s } from './superiorWords.ts';
import { filled } from './words.ts';
import './views.css';

const mayWords = { open: s.mayOpen, addInstruments: s.mayAdd, notYet: s.mayNot, no: s.mayNo } as const;

/** True if the principles let the tier open an intervention, or add to its own. */
export function principlesLet({ may }: Pick<SuperiorAnswer, 'may'>): boolean {
  return may === 'open' || may === 'addInstruments';
}

interface ReportProps {
  readonly tier: GovernmentCode;
  readonly context: DecisionContext;
}

/** What the three principles say of one superior: each condition, whether it is met, and what would fulfil it; then each instrument. */
export function PrincipleReport({ tier, context }: ReportProps) {
  const { lang, text } = useFrame();
  const { situation } = context;
  const principles = context.principles();
  const answer = answerFor(situation, principles, tier);
  const name = text(situation.nameOf(tier));
  const below = answer.reasons.filter(({ id }) => id.startsWith('lower:'));
  const onLadder = situation.ladder.includes(tier);
  const months = situation.parameters.get('selfHelp.sunsetMonthsMax');
  return (
    <article className="principle-report" aria-label={`${s.report[lang]} ${name}`}>
      <h4>
        {name}
        {lang === 'zh' ? '：' : ': '}
        <span className={principlesLet(answer) ? 'yes' : 'gap'}>
          {principlesLet(answer) ? '✓' : '✕'} {mayWords[answer.may][lang]}
        </span>
      </h4>
      {!onLadder ? (
        <Conditions reasons={answer.reasons} />
      ) : (
        <>
          <h5>{s.necessity[lang]}</h5>
          <Conditions reasons={principles.necessity.reasons} />
          <h5>{s.stepwise[lang]}</h5>
          {below.length === 0 ? <p>✓ {s.nearest[lang]}</p> : <Conditions reasons={below} />}
          <h5>{s.selfHelp[lang]}</h5>
          <p className="muted">{s.inForm[lang]}</p>
          <ul className="conditions">
            {[s.exit, s.sunset, s.handBack, s.capacity, s.noTakeover].map((own) => (
              <li key={own.en}>○ {filled(own[lang], months)}</li>
            ))}
          </ul>
          <Instruments answer={answer} name={name} />
        </>
      )}
    </article>
  );
}

function Conditions({ reasons }: { readonly reasons: readonly Reason[] }) {
  const { lang, text } = useFrame();
  return (
    <ul className="conditions">
      {reasons.map((own) => {
        const [sign, word] = own.met === null ? ['?', s.open] : own.met ? ['✓', s.met] : ['✕', s.missing];
        return (
          <li key={`${own.id} ${own.text.en}`} className={own.met === false ? 'unmet' : undefined}>
            <span className={own.met === false ? 'gap' : undefined}>
              <span aria-hidden="true">{sign}</span> {word[lang]}
            </span>{' '}
            {text(own.text)}
            {own.met === false && (
              <span className="remedy">
                {s.fulfil[lang]}
                {lang === 'zh' ? '：' : ': '}
                {text(remedyOf(own))}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Instruments({ answer, name }: { readonly answer: SuperiorAnswer; readonly name: string }) {
  const { lang, text } = useFrame();
  return (
    <details>
      <summary>
        {s.instruments[lang]} {answer.instruments.filter(({ may }) => may).length}/{answer.instruments.length}
      </summary>
      <DataTable
        caption={`${s.instruments[lang]} · ${name}`}
        hideCaption
        rows={answer.instruments}
        rowKey={({ instrument }) => instrument.id}
        columns={[
          { key: 'instrument', head: s.instrument[lang], rowHead: true, cell: ({ instrument }) => text(instrument.title) },
          {
            key: 'may',
            head: s.now[lang],
            tight: true,
            cell: ({ may }) => <span className={may ? 'yes' : 'gap'}>{s[may ? 'yes' : 'no'][lang]}</span>,
          },
          { key: 'conditions', head: s.conditions[lang], wide: true, cell: ({ reasons }) => <Conditions reasons={reasons} /> },
        ]}
      />
    </details>
  );
}
