import { commandRules, type SimpleCommandName } from '@gongze/domain/decisions/commands';
import { type CommandName, decide } from '@gongze/domain/decisions/decide';
import { schemaOf } from '@gongze/domain/decisions/schemas';
import { decisionContextOf } from '@gongze/domain/report/deciding';
import { chineseCalendar } from '@gongze/domain/vocabulary/calendars/calendar';
import { isIsoDate } from '@gongze/domain/vocabulary/dates';
import type { ActorId, ObligationId } from '@gongze/domain/vocabulary/ids';
import type { Language } from '@gongze/domain/vocabulary/text';
import { useMemo, useState } from 'react';
import type { CaseFacts, Engine } from '../engine/engine.ts';
import { fieldsOf } from '../forms/describe.ts';
import type { Offers } from '../forms/offers.ts';
import { payloadOf, type Typed, type TypedFields } from '../forms/value.ts';
import { useFrame } from '../view/useCase.ts';
import { today } from '../view/today.ts';
import { amendingOffers, gapFields, onlyChanged, standingTerms } from './amending.ts';
import { offersOf } from './offers.ts';
import { openingOffers } from './opening.ts';
import { createdBy, newBodyId, presetOf } from './preset.ts';
import { type Outcome, type Recorder, recordDecided } from './record.ts';
import { workWords } from './words.ts';

export interface CommandProps {
  readonly command: CommandName;
  readonly actor: string;
  readonly subject: string | undefined;
  /** What is known already of that which is to be done. */
  readonly given?: TypedFields | undefined;
  readonly engine: Engine;
  readonly size: CaseFacts['size'];
  readonly recorder: Recorder | undefined;
  readonly onDone: (outcome: Outcome) => void;
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

type Fields = ReturnType<typeof fieldsOf>;

/** The day on which it is done, and the case as it stands for whoever does it. */
function useContext(engine: Engine, actor: string) {
  const now = useMemo(() => today(), []);
  const [on, setOn] = useState<string>(now);
  const context = useMemo(
    () => decisionContextOf(engine.open, { today: now, on: isIsoDate(on) ? on : now, by: actor as ActorId, calendar: chineseCalendar }),
    [engine, now, on, actor],
  );
  return { now, on, setOn, context };
}

/** What the payload lacks, by path. */
function faultsOf(parsed: ReturnType<ReturnType<typeof schemaOf>['safeParse']>, lang: Language): Map<string, string> {
  const faults = new Map<string, string>();
  if (!parsed.success)
    for (const { path, code } of parsed.error.issues)
      faults.set(path.join('.'), workWords[code === 'invalid_type' ? 'required' : 'invalid'][lang]);
  return faults;
}

/** Fields that are asked at once, and those that wait folded. */
function asked(fields: Fields, command: CommandName, given: TypedFields, asksOverride: boolean): { needed: Fields; further: Fields } {
  const isNeeded = (field: Fields[number]): boolean =>
    !field.optional ||
    askedFirst.has(field.name) ||
    (field.name === 'override' && asksOverride) ||
    (field.name === 'text' && reasonFirst.has(command)) ||
    Object.hasOwn(given, field.name);
  return { needed: fields.filter(isNeeded), further: fields.filter((field) => !isNeeded(field)) };
}

/** What the form of a command holds: what was typed, what it would record, and whether that can be done. */
export function useCommand({ command, actor, subject, given = {}, engine, size, recorder, onDone }: CommandProps) {
  const { lang } = useFrame();
  const { now, on, setOn, context } = useContext(engine, actor);
  const [key, id] = useMemo(() => [crypto.randomUUID(), randomId()], []);
  const fields = useMemo(() => fieldsOf(schemaOf(command)), [command]);
  const preset = useMemo(() => presetOf(command, fields, actor, subject, context, id), [command, fields, actor, subject, context, id]);
  const [typed, setTyped] = useState<TypedFields>({});
  const [touched, setTouched] = useState(false);
  const [busy, setBusy] = useState(false);
  const about = (typed['obligation'] ?? preset.typed['obligation']) as ObligationId | undefined;
  const amended = command === 'amendObligation' && about !== undefined ? context.situation.dutyById.get(about)?.obligation : undefined;
  const standing = useMemo(() => (amended === undefined ? {} : { terms: standingTerms(fields, amended, lang) }), [amended, fields, lang]);
  const all: TypedFields = { ...preset.typed, ...standing, ...given, ...typed };
  const typedIn = payloadOf(fields, all, lang);
  const payload = amended === undefined ? typedIn : onlyChanged(typedIn, fields, amended, lang);
  const parsed = schemaOf(command).safeParse(payload);
  const decision = parsed.success ? decide({ command, payload: parsed.data }, context) : undefined;
  const known: Offers = {
    ...offersOf(context, Object.keys(engine.actors), lang, touched ? faultsOf(parsed, lang) : new Map(), createdBy(command)),
    ...openingOffers(command, context),
    caseId: engine.caseId,
  };
  const own =
    command === 'establishBody' && !preset.hidden.has('body')
      ? { ...known, actors: [...known.actors, { id: newBodyId(id), name: workWords.newBody[lang] }] }
      : known;
  const offers = amended === undefined ? own : { ...own, ...amendingOffers(all['terms'], gapFields(amended, context.situation)) };
  // Until every chosen file has arrived, the record cannot name it.
  const sending = (all['files'] as readonly TypedFields[] | undefined)?.some(({ sha256 }) => sha256 === undefined) === true;
  const unchanged = amended !== undefined && Object.keys(payload['terms'] as object).length === 0;
  const isRefused = decision !== undefined && 'refusal' in decision;
  const submit = async () => {
    setTouched(true);
    if (decision === undefined || 'refusal' in decision || unchanged) return;
    setBusy(true);
    const outcome = await recordDecided(engine.caseId, size, key, decision.events, context.on, lang, recorder).finally(() =>
      setBusy(false),
    );
    onDone(outcome);
  };
  // Where a written reason would be let through, it is asked.
  const asksOverride = typed['override'] !== undefined || (decision !== undefined && 'refusal' in decision && decision.overridable);
  const shown = fields.filter((field) => !preset.hidden.has(field.name));
  return {
    ...asked(shown, command, given, asksOverride),
    valueOf: (name: string): Typed => all[name],
    write: (name: string, value: Typed) => setTyped((before) => ({ ...before, [name]: value })),
    offers,
    day: mayLieBefore(command) ? { id: `${id}-on`, max: now, value: on, onType: setOn } : undefined,
    decision,
    touched,
    busy,
    sending,
    unchanged,
    isBarred: busy || sending || unchanged || isRefused,
    submit,
  };
}
