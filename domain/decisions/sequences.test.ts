/**
 * Random sequences of commands on one clock. Whatever is tried, in whosever name: a refusal has a reason and a remedy in
 * both languages, and a duty only ever moves along the arrows of the life-cycle, which are written down here a second
 * time, from the practice of supervision and not from the code.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventType } from '../events/catalogue.ts';
import { generateHistory } from '../testing/histories.ts';
import { LiveCase } from '../testing/live.ts';
import { addDays, isoDateOf } from '../vocabulary/dates.ts';
import type { ActorId } from '../vocabulary/ids.ts';
import { nextSteps } from './nextSteps.ts';
import { tasksOf } from './tasks.ts';
import { commandRules, type SimpleCommandName } from './commands.ts';
import { refusalCodes } from './refusal.ts';
import { unavailable } from './unavailable.ts';

/** 拟办 → 交办 → 办理 → 反馈 → 审核 → 办结 → 销号 → 回头看 → 重新办理, with the side paths of practice. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  drafted: ['inEffect', 'accepted', 'contested', 'discharged'],
  contested: ['inEffect', 'accepted', 'discharged'],
  // By all who owe it, under a text that is not signed.
  accepted: ['inEffect', 'contested', 'discharged'],
  inEffect: ['reported', 'suspended', 'violated', 'discharged'],
  reported: ['underReview', 'returned', 'suspended', 'violated', 'discharged'],
  underReview: ['returned', 'fulfilled', 'suspended', 'violated', 'discharged'],
  returned: ['reported', 'suspended', 'violated', 'discharged'],
  violated: ['reported', 'suspended', 'discharged'],
  suspended: ['inEffect', 'discharged'],
  fulfilled: ['closedOut', 'reopened'],
  closedOut: ['lookedBack'],
  lookedBack: ['reopened'],
  reopened: ['reported', 'suspended', 'violated', 'discharged'],
  discharged: [],
};

const actors = ['610100', '610300', '610400', '610000', '000000', '620100'];
// A correction rewrites the past, as it should; arrows are about what happens.
const names = (Object.keys(commandRules) as SimpleCommandName[]).filter((name) => name !== 'correctFact' && name !== 'retractFact');
const onDuty = names.filter(
  (name) =>
    name.endsWith('Obligation') ||
    ['lookBack', 'requestCloseOut', 'publiciseCloseOut', 'findViolation', 'requestExtension', 'grantExtension'].includes(name),
);

/** The main road, walked more often than the side paths. */
const main = [
  'acceptObligation',
  'reportObligation',
  'reviewObligation',
  'fulfilObligation',
  'requestCloseOut',
  'lookBack',
  'signAgreement',
] as const;

/** Payloads of every type, from the generator of histories, all about few subjects. */
const pool = new Map<EventType, object[]>();
for (const fact of generateHistory(3, { size: 4000 })) {
  const payload = { ...(fact.payload as Record<string, unknown>) };
  if (typeof payload['obligation'] === 'string') payload['obligation'] = pool.size % 5 === 0 ? 'obligation-1' : 'obligation-0';
  const kept = pool.get(fact.type);
  if (kept === undefined) pool.set(fact.type, [payload]);
  else kept.push(payload);
}

const step = fc.record({
  name: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...main) },
    { weight: 5, arbitrary: fc.constantFrom(...onDuty) },
    { weight: 1, arbitrary: fc.constantFrom(...names) },
  ),
  pick: fc.nat(1000),
  by: fc.constantFrom(...actors),
  days: fc.integer({ min: 0, max: 20 }),
});

function payloadFor(name: SimpleCommandName | 'signAgreement', pick: number, by: string): object {
  if (name === 'signAgreement') return { agreement: `agreement-${pick % 3}`, framework: true };
  const known = pool.get(commandRules[name].event) ?? [];
  const payload = { ...known[pick % known.length] } as Record<string, unknown>;
  // Half of the time the payload speaks for the one who acts, as a person would have it.
  if (pick % 2 === 0 && 'by' in payload && typeof payload['by'] === 'string') payload['by'] = by;
  // Most duties follow from no text; the others wait for its signature.
  if (name === 'draftObligation' && pick % 4 !== 0) delete payload['agreement'];
  if (name === 'contestObligation') payload['reason'] = { zh: '理由', en: 'reason' };
  if (name === 'reviewObligation' && pick % 2 === 0) payload['completion'] = 'complete';
  return payload;
}

/** As the forms have it: whoever acts is whoever is named as acting. */
function speaksForItself(payload: object, by: string): boolean {
  const { by: own = by, party = by, tier = by } = payload as Record<string, unknown>;
  return own === by && party === by && tier === by;
}

describe('any sequence of commands', () => {
  const reached = new Set<string>();
  let offers = 0;
  it('moves a duty along the arrows only, and every refusal helps', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
        const live = new LiveCase();
        let today = isoDateOf('2001-01-01');
        live.do(today, '610100', 'openCase', { title: { zh: 'c', en: 'c' }, parties: ['610100', '610300', '610400'] });
        let before = new Map<string, string>();
        for (const { name, pick, by, days } of steps) {
          today = addDays(today, days);
          const payload = payloadFor(name, pick, by);
          const decision = live.ask(today, by, name, payload);
          if ('refusal' in decision) {
            expect(refusalCodes).toContain(decision.refusal);
            for (const text of [decision.text, decision.remedy]) expect(Math.min(text.zh.length, text.en.length), name).toBeGreaterThan(3);
            continue;
          }
          if (speaksForItself(payload, by))
            expect(unavailable(name, live.context(today, by)), `${name} was called unavailable`).toBeUndefined();
          live.do(today, by, name, payload);
          const { state } = live.situation(today);
          expect(state.unmatched, `${name} names something unknown`).toEqual([]);
          const after = new Map([...state.obligations.values()].map(({ obligation, status }) => [obligation as string, status as string]));
          for (const [id, status] of after) {
            const from = before.get(id);
            if (from !== undefined && from !== status) expect(arrows[from], `${name}: ${from} → ${status}`).toContain(status);
            reached.add(status);
          }
          before = after;
        }
        // What the list offers can be tried by whoever it is offered to.
        const situation = live.situation(today);
        for (const by of actors) {
          const offered = [...tasksOf(situation, by as ActorId), ...nextSteps(situation, by as ActorId)];
          // Closing out waits for the end of the publicity, and says so.
          for (const { command } of offered)
            if (command !== undefined && command !== 'closeOutObligation') {
              offers += 1;
              expect(unavailable(command, live.context(today, by)), `${command} is offered to ${by}`).toBeUndefined();
            }
        }
      }),
      { numRuns: 250, seed: 20261123 },
    );
  });
  it('and reached most of the life-cycle while trying', () => {
    expect(offers).toBeGreaterThan(500);
    for (const status of [
      'drafted',
      'contested',
      'inEffect',
      'reported',
      'underReview',
      'returned',
      'suspended',
      'fulfilled',
      'discharged',
    ]) {
      expect([...reached], 'the sequences are too short to mean anything').toContain(status);
    }
  });
});
