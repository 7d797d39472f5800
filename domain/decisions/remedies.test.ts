/**
 * A remedy is worth what following it brings. From any state that random commands reach, whoever is told “first do this” does it, and
 * is then let through, or told something else; he is never sent round in a circle.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LiveCase } from '../testing/live.ts';
import type { ObligationStatus } from '../cases/state.ts';
import { addDays, isoDateOf, type IsoDate } from '../vocabulary/dates.ts';
import type { ObligationId } from '../vocabulary/ids.ts';
import type { CommandName } from './decide.ts';
import { type LifecycleStep, stepsFrom, towards } from './lifecycle.ts';
import { commandRules } from './commands.ts';

const [a, b] = ['610100', '610400'];
const province = '610000';
const text = (own: string) => ({ zh: own, en: own });
const due = { text: text('2001'), readings: [{ reading: 'day', dueOn: '2001-03-31' }], defaultReading: 'day' };

/** What a person would write into the form of each step, and who would send it. */
const forms: Readonly<Partial<Record<CommandName, (today: IsoDate) => readonly (readonly [by: string, payload: object])[]>>> = {
  acceptObligation: () => [a, b].map((by) => [by, { by }] as const),
  contestObligation: () => [a, b].map((by) => [by, { by, reason: text('why') }] as const),
  signAgreement: () => [[a, { agreement: 'pact', framework: false }]],
  reportObligation: () => [[a, { by: a, completion: 'complete' }]],
  reviewObligation: () => [[province, { by: province, completion: 'complete' }]],
  returnObligation: () => [[province, { text: text('why') }]],
  fulfilObligation: () => [[province, {}]],
  suspendObligation: () => [[province, { by: province, reason: text('why') }]],
  resumeObligation: () => [[province, { by: province }]],
  requestCloseOut: () => [[a, { by: a }]],
  publiciseCloseOut: (today) => [[province, { by: province, until: addDays(today, 30) }]],
  closeOutObligation: () => [[province, {}]],
  lookBack: () => [[province, { holds: false }]],
  reopenObligation: () => [[province, {}]],
  findViolation: () => [[province, { by: province }]],
  dischargeObligation: () => [[province, { by: province, text: text('why') }]],
};
const walked = Object.keys(forms) as CommandName[];

function begun(signed: boolean): LiveCase {
  const live = new LiveCase();
  live.do('2001-01-01', a, 'openCase', { title: text('c'), parties: [a, b] });
  const pact = { agreement: 'pact', title: text('Pact'), parties: [a, b], topics: [], clauses: [{ clause: '1', text: text('roads') }] };
  live.do('2001-01-02', a, 'draftAgreement', pact);
  live.do('2001-01-03', b, 'draftObligation', {
    obligation: 'd',
    title: text('d'),
    origin: 'agreed',
    liable: [a, b],
    lead: a,
    measure: text('m'),
    orElse: text('e'),
    deadline: due,
    ...(signed && { agreement: 'pact', clause: '1' }),
  });
  return live;
}
const statusOf = (live: LiveCase, on: string) => {
  const obligation = live.situation(on).dutyById.get('d' as ObligationId)?.obligation;
  return obligation === undefined ? undefined : ({ status: obligation.status, accepted: obligation.accepted.size } as const);
};

/** Whoever would send the form sends it; what is let through is recorded. */
function send(live: LiveCase, today: IsoDate, name: CommandName): void {
  for (const [by, more] of forms[name]?.(today) ?? []) {
    const payload = name === 'signAgreement' ? more : { obligation: 'd', ...more };
    if (!('refusal' in live.ask(today, by, name, payload))) live.do(today, by, name, payload);
  }
}

/** Steps that close a duty out come one after the other, with their publicity between. */
const parts: Readonly<Partial<Record<string, readonly CommandName[]>>> = {
  closeOutObligation: ['requestCloseOut', 'publiciseCloseOut', 'closeOutObligation'],
  fulfilObligation: ['reviewObligation', 'fulfilObligation'],
};

const stepOf = (name: CommandName): LifecycleStep | undefined => {
  const event = (commandRules as Readonly<Record<string, { readonly event: string }>>)[name]?.event;
  return event !== undefined && Object.hasOwn(stepsFrom, event) ? (event as LifecycleStep) : undefined;
};

describe('remedies of the life-cycle', () => {
  const walks = new Map<string, number>();
  it('lead to where the step can be taken, and never round in a circle', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.array(fc.constantFrom(...walked), { minLength: 0, maxLength: 14 }),
        fc.constantFrom(...walked.filter((name) => stepOf(name) !== undefined)),
        (signed, steps, wanted) => {
          const live = begun(signed);
          let today = isoDateOf('2001-01-10');
          for (const name of steps) {
            today = addDays(today, 40);
            send(live, today, name);
          }
          const from: readonly ObligationStatus[] = stepsFrom[stepOf(wanted) as LifecycleStep];
          for (let walk = 0; ; walk += 1) {
            expect(walk, `${wanted} is promised for ever`).toBeLessThan(9);
            today = addDays(today, 40);
            const now = statusOf(live, today);
            if (now === undefined || from.includes(now.status)) {
              walks.set(wanted, (walks.get(wanted) ?? 0) + 1);
              return;
            }
            const [[by, more] = [a, {}]] = forms[wanted]?.(today) ?? [];
            const refusal = live.refused(today, by, wanted, { obligation: 'd', ...more });
            expect(refusal.refusal).toBe('wrongState');
            const first = towards(now.status, from);
            if (first === undefined) {
              expect(refusal.remedy.en, `${now.status} → ${wanted}`).toContain('takes a new obligation');
              return;
            }
            expect(refusal.remedy.en).toContain(first.step.en);
            expect(refusal.remedy.zh).toContain(first.step.zh);
            for (const part of parts[first.by] ?? [first.by as CommandName]) {
              send(live, today, part);
              today = addDays(today, 40);
            }
            expect(statusOf(live, today), `${first.by} from ${now.status} brought nothing`).not.toEqual(now);
          }
        },
      ),
      { numRuns: 400, seed: 20261127 },
    );
  });
  it('and many steps were reached by following them', () => {
    for (const wanted of ['fulfilObligation', 'closeOutObligation', 'lookBack', 'reopenObligation', 'returnObligation'])
      expect([...walks.keys()]).toContain(wanted);
  });
  it('where no way leads on, they say so', () => {
    const live = begun(false);
    for (const by of [a, b]) live.do('2001-02-01', by, 'acceptObligation', { obligation: 'd', by });
    live.do('2001-03-01', province, 'dischargeObligation', { obligation: 'd', by: province, text: text('why') });
    const { remedy } = live.refused('2001-04-01', a, 'reportObligation', { obligation: 'd', by: a });
    expect(remedy.zh).toContain('另拟一项责任事项');
    expect(remedy.en).toContain('takes a new obligation');
  });
});
