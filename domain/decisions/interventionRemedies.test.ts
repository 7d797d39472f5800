/**
 * As remedies.test.ts, for interventions and for a look-back that held. Whoever is refused does what the remedy says: mends the form, lets
 * another act first, or waits. He is let through, or told that this is the end of the road; never sent round in a circle.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LiveCase } from '../testing/live.ts';
import { addDays, isoDateOf, type IsoDate } from '../vocabulary/dates.ts';
import type { ObligationId } from '../vocabulary/ids.ts';
import type { CommandName } from './decide.ts';
import type { Refusal } from './refusal.ts';

const [a, b] = ['610100', '610400'];
const [province, centre] = ['610000', '000000'];
const text = (own: string) => ({ zh: own, en: own });
const due = { text: text('2024'), readings: [{ reading: 'day', dueOn: '2024-12-31' }], defaultReading: 'day' };

function lateDuty(): LiveCase {
  const live = new LiveCase();
  live.do('2024-01-05', a, 'openCase', { title: text('c'), parties: [a, b] });
  const terms = { title: text('d'), origin: 'agreed', liable: [a, b], lead: a, measure: text('m'), deadline: due };
  live.do('2024-01-06', a, 'draftObligation', { obligation: 'd', ...terms });
  for (const by of [a, b]) live.do('2024-01-07', by, 'acceptObligation', { obligation: 'd', by });
  return live;
}

/** What a person has in the form, the mistakes among it included. */
interface Form {
  readonly by: string;
  readonly intervention: string;
  readonly instrument: string;
  /** Months to the sunset; 0 = none. */
  readonly months: number;
  readonly strength: number;
  readonly channel: string;
  readonly binding: boolean;
  readonly measurable: boolean;
  readonly handsBack: boolean;
  readonly builds: boolean;
  readonly takesOver: boolean;
  readonly stale: boolean;
}

const sunsetOf = (today: IsoDate, { months }: Form): IsoDate | undefined => (months === 0 ? undefined : addDays(today, months * 30));
const instrumentOf = ({ by, instrument: id, strength, channel, binding, builds, takesOver }: Form) => ({
  instrument: id,
  title: text(id),
  channel,
  strength,
  tier: by,
  by,
  targets: [a, b],
  direct: true,
  binding,
  ...(builds && { capacityBuilding: true }),
  ...(takesOver && { substitution: true }),
});

function payloadOf(live: LiveCase, today: IsoDate, name: CommandName, form: Form): object {
  const { by, intervention, instrument, strength } = form;
  const findings = live.context(today, by).diagnosis().findings;
  const grounds = form.stale ? ['freeRiding|nobody'] : findings.filter(({ status }) => status === 'active').map(({ key }) => key as string);
  const plans: Readonly<Partial<Record<CommandName, object>>> = {
    openIntervention: {
      intervention,
      tier: by,
      title: text('v'),
      grounds: grounds.slice(0, 1),
      exitCriteria: [{ text: text('x'), ...(form.measurable && { indicator: 'share' }) }],
      sunset: sunsetOf(today, form),
      ...(form.handsBack && { handBack: { powers: ['coordinate'], receiver: a } }),
      instruments: [instrumentOf(form)],
    },
    applyInstrument: { ...instrumentOf(form), intervention },
    taperIntervention: { instrument, strength },
    escalateIntervention: { instrument, strength },
    extendIntervention: { intervention, sunset: sunsetOf(today, form) ?? today, reason: text('more') },
    withdrawInstrument: { instrument, reason: text('done') },
    closeIntervention: { intervention },
  };
  return plans[name] ?? {};
}
const walked: readonly CommandName[] = [
  'openIntervention',
  'applyInstrument',
  'taperIntervention',
  'escalateIntervention',
  'extendIntervention',
  'withdrawInstrument',
  'closeIntervention',
];

const formArbitrary: fc.Arbitrary<Form> = fc.record({
  by: fc.constantFrom(province, province, centre),
  intervention: fc.constantFrom('v1', 'v2'),
  instrument: fc.constantFrom('i1', 'i2', 'i3'),
  months: fc.constantFrom(0, 6, 23, 40),
  strength: fc.integer({ min: 1, max: 5 }),
  channel: fc.constantFrom('assessment', 'technical', 'accountability'),
  binding: fc.boolean(),
  measurable: fc.boolean(),
  handsBack: fc.boolean(),
  builds: fc.boolean(),
  takesOver: fc.boolean(),
  stale: fc.boolean(),
});

/** What one does: another form, time that passes, somebody else's act; `undefined`: the remedy says that there is nothing more to do here. */
interface Next {
  readonly form?: Partial<Form>;
  readonly days?: number;
  readonly act?: (live: LiveCase, today: IsoDate) => void;
  readonly instead?: CommandName;
}
const fresh = (live: LiveCase, kind: 'interventions' | 'instruments', today: IsoDate): string => {
  const known = live.situation(today).state[kind];
  return [...'123456789'].map((digit) => `${kind === 'interventions' ? 'v' : 'i'}${digit}`).find((id) => !known.has(id as never)) ?? 'v0';
};
const openIn = (live: LiveCase, today: IsoDate): string | undefined =>
  [...live.situation(today).state.interventions].find(([, { closed }]) => closed === undefined)?.[0];

/** Each remedy by its words, as a person reads them. Longer ones first: what a list is missing is told behind a general sentence. */
const readings: readonly (readonly [RegExp, (live: LiveCase, today: IsoDate, form: Form) => Next | undefined])[] = [
  [/choose an indicator/, () => ({ form: { measurable: true } })],
  [/Set it between/, () => ({ form: { months: 24 } })],
  [/The sunset is as late as it can be/, () => ({ days: 90 })],
  [/set it to .* or earlier/, () => ({ form: { months: 23 } })],
  [/name the powers and the receiver/, () => ({ form: { handsBack: true } })],
  [/add one, such as technical support/, () => ({ form: { builds: true } })],
  [/leave out the instrument that takes over/, () => ({ form: { takesOver: false } })],
  [/Choose from the present findings: \(none\)/, () => undefined],
  [/Choose from the present findings/, () => ({ form: { stale: false } })],
  [/let that tier act, answer, or recuse itself/, () => ({ act: (live, today) => void live.do(today, province, 'recuse', recusal) })],
  [/Let the nearer superior act/i, () => ({ form: { by: province } })],
  [/the exit is done|the ground is gone|Taper it and leave|there is no dilemma/, () => undefined],
  [/wait until|let the parties try/, () => ({ days: 90 })],
  [/establish the breach by signature/, () => ({ act: (live, today) => void live.do(today, province, 'findViolation', found) })],
  [/Open an intervention with its exit plan first/, (live, today) => opened(live, today)],
  [/Open a new one if it is necessary/, (live, today) => ({ form: { intervention: fresh(live, 'interventions', today) } })],
  [
    /It is for (the tier that opened it|that government)/,
    (_live, _today, { by }) => ({ form: { by: by === province ? centre : province } }),
  ],
  [/Choose a less binding instrument/, () => ({ form: { binding: false, channel: 'technical' } })],
  [/at its (weakest|strongest) already/, () => undefined],
  [/Give such a strength/, (_live, _today, { strength }) => ({ form: { strength: strength === 5 ? 1 : strength + 1 } })],
];
const recusal = { tier: province, reason: text('kin') };
const found = { obligation: 'd', by: province };
const opened = (live: LiveCase, today: IsoDate): Next => {
  const known = openIn(live, today);
  return known === undefined ? { instead: 'openIntervention' } : { form: { intervention: known } };
};

type Reading = (live: LiveCase, today: IsoDate, form: Form, name: CommandName) => Next | undefined;
const ofInstrument: readonly CommandName[] = ['taperIntervention', 'escalateIntervention', 'withdrawInstrument'];
/** A name that is taken, or that nothing has: another one is chosen, or what it should name is made first. */
const byName: Readonly<Partial<Record<Refusal['refusal'], Reading>>> = {
  alreadyThere: (live, today, _form, name) =>
    ofInstrument.includes(name)
      ? undefined
      : {
          form: {
            intervention: name === 'openIntervention' ? fresh(live, 'interventions', today) : _form.intervention,
            instrument: fresh(live, 'instruments', today),
          },
        },
  unknownSubject: (live, today, _form, name) => {
    const own = ofInstrument.includes(name)
      ? [...live.situation(today).state.instruments].find(([, { ended }]) => ended === undefined)?.[0]
      : undefined;
    if (own !== undefined) return { form: { instrument: own } };
    return ofInstrument.includes(name) ? { instead: 'openIntervention' } : opened(live, today);
  },
};

const saying = ({ remedy, missing }: Refusal): string => [...missing.map((one) => one.remedy.en), remedy.en].join(' | ');

describe('remedies of interventions', () => {
  const ends = new Map<string, number>();
  const note = (end: string): void => void ends.set(end, (ends.get(end) ?? 0) + 1);

  it('lead to where the act is let through or to a plain end, never round in a circle', { timeout: 180_000 }, () => {
    const unread = new Set<string>();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...walked), formArbitrary), { maxLength: 6 }),
        fc.constantFrom(...walked),
        formArbitrary,
        fc.constantFrom('2025-03-01', '2025-12-31', '2026-06-01'),
        (steps, wanted, start, from) => {
          const live = lateDuty();
          let today = isoDateOf(from);
          for (const [name, form] of steps) {
            today = addDays(today, 20);
            const payload = payloadOf(live, today, name, form);
            if (!('refusal' in live.ask(today, form.by, name, payload))) live.do(today, form.by, name, payload);
          }
          let [name, form]: [CommandName, Form] = [wanted, start];
          const trace: string[] = [];
          for (let walk = 0; ; walk += 1) {
            expect(walk, `${wanted} is promised for ever: ${trace.slice(-4).join(' → ')}`).toBeLessThan(30);
            const decision = live.ask(today, form.by, name, payloadOf(live, today, name, form));
            if (!('refusal' in decision)) {
              live.do(today, form.by, name, payloadOf(live, today, name, form));
              if (name === wanted) return note(`${wanted}: let through`);
              name = wanted;
              continue;
            }
            const said = saying(decision);
            trace.push(`${name}: ${said}`);
            const next = byName[decision.refusal] ?? readings.find(([words]) => words.test(said))?.[1];
            if (next === undefined) {
              unread.add(`${decision.refusal}: ${said}`);
              return;
            }
            const todo = next(live, today, form, name);
            if (todo === undefined) return note(`${wanted}: the end`);
            const before = JSON.stringify([today, form, live.facts.length, name]);
            today = addDays(today, todo.days ?? 0);
            form = { ...form, ...todo.form };
            name = todo.instead ?? name;
            todo.act?.(live, today);
            expect(JSON.stringify([today, form, live.facts.length, name]), `nothing to do in: ${said}`).not.toBe(before);
          }
        },
      ),
      { numRuns: 300, seed: 20261127 },
    );
    expect([...unread]).toEqual([]);
  });

  it('and every act was reached by following them', () => {
    for (const name of walked) expect(ends.get(`${name}: let through`) ?? 0, name).toBeGreaterThan(0);
  });
});

describe('a look-back that holds', () => {
  it('closes nothing and opens nothing: it may be done again, and only one that does not hold leads on', () => {
    const live = lateDuty();
    let today = isoDateOf('2025-02-01');
    const step = (by: string, name: CommandName, more: object = {}): void => {
      today = addDays(today, 20);
      live.do(today, by, name, { obligation: 'd', ...more });
    };
    step(a, 'reportObligation', { by: a, completion: 'complete' });
    step(province, 'reviewObligation', { by: province, completion: 'complete' });
    step(province, 'fulfilObligation');
    step(a, 'requestCloseOut', { by: a });
    step(province, 'publiciseCloseOut', { by: province, until: addDays(today, 40) });
    today = addDays(today, 60);
    step(province, 'closeOutObligation');
    const duty = () => live.situation(today).dutyById.get('d' as ObligationId)?.obligation;
    for (let round = 0; round < 3; round += 1) {
      step(province, 'lookBack', { holds: true });
      expect(duty()).toMatchObject({ status: 'lookedBack' });
      expect(duty()?.verified, 'what held stays verified').toBeDefined();
    }
    today = addDays(today, 20);
    const { remedy } = live.refused(today, a, 'reportObligation', { obligation: 'd', by: a });
    // Reopening is refused while it holds; the remedy does not promise it.
    expect([remedy.zh, remedy.en]).toEqual([expect.stringContaining('再次回头看'), expect.stringContaining('Look back again')]);
    expect(live.refused(today, province, 'reopenObligation', { obligation: 'd' }).refusal).toBe('stepMissing');
    step(province, 'lookBack', { holds: false });
    step(province, 'reopenObligation');
    step(a, 'reportObligation', { by: a, completion: 'complete' });
    expect(duty()?.status).toBe('reported');
  });
});
