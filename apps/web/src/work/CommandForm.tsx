import type { CommandName } from '@gongze/domain/decisions/decide';
import { decide } from '@gongze/domain/decisions/decide';
import { commandRules, type SimpleCommandName } from '@gongze/domain/decisions/commands';
import { schemaOf } from '@gongze/domain/decisions/schemas';
import { commandTitles } from '@gongze/domain/decisions/titles';
import { decisionContextOf } from '@gongze/domain/report/deciding';
import { chineseCalendar } from '@gongze/domain/vocabulary/calendars/calendar';
import { isIsoDate } from '@gongze/domain/vocabulary/dates';
import type { ActorId, ObligationId } from '@gongze/domain/vocabulary/ids';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { CaseFacts, Engine } from '../engine/engine.ts';
import { FieldInput } from '../forms/FieldInput.tsx';
import type { Offers } from '../forms/offers.ts';
import { DayInput } from '../forms/DayInput.tsx';
import { fieldsOf } from '../forms/describe.ts';
import { payloadOf, type Typed, type TypedFields } from '../forms/value.ts';
import { useFrame } from '../view/useCase.ts';
import { today } from '../view/today.ts';
import { amendingOffers, gapFields, onlyChanged, standingTerms } from './amending.ts';
import { Decided } from './Decided.tsx';
import { offersOf } from './offers.ts';
import { openingOffers } from './opening.ts';
import { createdBy, newBodyId, presetOf } from './preset.ts';
import { type Outcome, type Recorder, recordDecided } from './record.ts';
import { workWords } from './words.ts';

interface CommandFormProps {
  readonly command: CommandName;
  readonly actor: string;
  readonly subject: string | undefined;
  /** What is known already of that which is to be done. */
  readonly given?: TypedFields | undefined;
  readonly engine: Engine;
  readonly size: CaseFacts['size'];
  readonly recorder: Recorder | undefined;
  readonly onDone: (outcome: Outcome) => void;
  readonly onCancel: () => void;
}

/** Fields that the record can do without, and the work cannot: the rules ask for them. */
const askedFirst = new Set([
  'deadline',
  'lead',
  'measure',
  'orElse',
  'reason',
  'completion',
  'scope',
  'reviewOn',
  'exitCriteria',
  'sunset',
  'handBack',
  'intervention',
  'files',
  'sha256',
]);

/** Where the reason is what is asked. */
const reasonFirst = new Set<CommandName>([
  'requestExtension',
  'refuseExtension',
  'contestOverdue',
  'decideOverdue',
  'returnObligation',
  'concludeInspection',
  'requestReview',
  'decideReview',
]);

const randomId = (): string => crypto.randomUUID().slice(0, 8);

function mayLieBefore(command: CommandName): boolean {
  const rule = (commandRules as Record<string, { past?: boolean }>)[command as SimpleCommandName];
  return rule?.past === true;
}

/** The form of one command: it asks what the schema wants, and says before anything is sent whether it can be done. */
export function CommandForm({ command, actor, subject, given = {}, engine, size, recorder, onDone, onCancel }: CommandFormProps) {
  const { lang } = useFrame();
  const now = useMemo(() => today(), []);
  const [on, setOn] = useState<string>(now);
  const [key, id] = useMemo(() => [crypto.randomUUID(), randomId()], []);
  const context = useMemo(
    () => decisionContextOf(engine.open, { today: now, on: isIsoDate(on) ? on : now, by: actor as ActorId, calendar: chineseCalendar }),
    [engine, now, on, actor],
  );
  const fields = useMemo(() => fieldsOf(schemaOf(command)), [command]);
  const preset = useMemo(() => presetOf(command, fields, actor, subject, context, id), [command, fields, actor, subject, context, id]);
  const [typed, setTyped] = useState<TypedFields>({});
  const [touched, setTouched] = useState(false);
  const [busy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const about = (typed['obligation'] ?? preset.typed['obligation']) as ObligationId | undefined;
  const amended = command === 'amendObligation' && about !== undefined ? context.situation.dutyById.get(about)?.obligation : undefined;
  const standing = useMemo(() => (amended === undefined ? {} : { terms: standingTerms(fields, amended, lang) }), [amended, fields, lang]);
  const gaps = amended === undefined ? [] : gapFields(amended, context.situation);
  const all: TypedFields = { ...preset.typed, ...standing, ...given, ...typed };
  const typedIn = payloadOf(fields, all, lang);
  const payload = amended === undefined ? typedIn : onlyChanged(typedIn, fields, amended, lang);
  const parsed = schemaOf(command).safeParse(payload);
  const faults = new Map<string, string>();
  if (!parsed.success && touched)
    for (const { path, code } of parsed.error.issues)
      faults.set(path.join('.'), workWords[code === 'invalid_type' ? 'required' : 'invalid'][lang]);
  const decision = parsed.success ? decide({ command, payload: parsed.data }, context) : undefined;
  const known: Offers = {
    ...offersOf(context, Object.keys(engine.actors), lang, faults, createdBy(command)),
    ...openingOffers(command, context),
  };
  const offered =
    command === 'establishBody' && !preset.hidden.has('body')
      ? { ...known, actors: [...known.actors, { id: newBodyId(id), name: workWords.newBody[lang] }] }
      : known;
  const own = { ...offered, caseId: engine.caseId };
  const offers = amended === undefined ? own : { ...own, ...amendingOffers(all['terms'], gaps) };
  // Until every chosen file has arrived, the record cannot name it.
  const sending = (all['files'] as readonly TypedFields[] | undefined)?.some(({ sha256 }) => sha256 === undefined) === true;
  const unchanged = amended !== undefined && Object.keys(payload['terms'] as object).length === 0;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTouched(true);
    if (decision === undefined || 'refusal' in decision || unchanged) return;
    setBusy(true);
    const outcome = await recordDecided(engine.caseId, size, key, decision.events, context.on, lang, recorder).finally(() =>
      setBusy(false),
    );
    onDone(outcome);
  };
  const write = (name: string, value: Typed) => setTyped((before) => ({ ...before, [name]: value }));
  const shown = fields.filter((field) => !preset.hidden.has(field.name));
  const input = (field: (typeof fields)[number]) => (
    <FieldInput
      key={field.name}
      field={field}
      path={field.name}
      typed={all[field.name]}
      offers={offers}
      onType={(value) => write(field.name, value)}
    />
  );
  const needed = shown.filter(
    (field) =>
      !field.optional ||
      askedFirst.has(field.name) ||
      // Where a written reason would be let through, it is asked.
      (field.name === 'override' &&
        (typed['override'] !== undefined || (decision !== undefined && 'refusal' in decision && decision.overridable))) ||
      (field.name === 'text' && reasonFirst.has(command)) ||
      Object.hasOwn(given, field.name),
  );
  const further = shown.filter((field) => !needed.includes(field));
  return (
    <form className="command" onSubmit={submit} noValidate>
      <h3 ref={heading} tabIndex={-1}>
        {commandTitles[command][lang]}
      </h3>
      {needed.map(input)}
      {mayLieBefore(command) && (
        <div className="field">
          <label htmlFor={`${id}-on`}>{workWords.happenedOn[lang]}</label>
          <DayInput id={`${id}-on`} max={now} value={on} lang={lang} onType={setOn} />
        </div>
      )}
      {further.length > 0 && (
        <details>
          <summary>{workWords.more[lang]}</summary>
          {further.map(input)}
        </details>
      )}
      {unchanged ? (
        <p className="muted">{workWords.noChange[lang]}</p>
      ) : (
        decision !== undefined && <Decided decision={decision} lang={lang} />
      )}
      {sending && <p className="muted">{workWords.filesUnderWay[lang]}</p>}
      {decision === undefined && touched && !sending && <p className="field-fault">{workWords.invalid[lang]}</p>}
      <p className="buttons">
        <button type="submit" className="main" disabled={busy || sending || unchanged || (decision !== undefined && 'refusal' in decision)}>
          {workWords[busy ? 'saving' : 'submit'][lang]}
        </button>{' '}
        <button type="button" onClick={onCancel}>
          {workWords.cancel[lang]}
        </button>
      </p>
    </form>
  );
}
