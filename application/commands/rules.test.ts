import { describe, expect, test } from 'vitest';
import { testCommands } from '../testing/commands.ts';
import { createCase } from './create.ts';
import { newEventSchema } from './new-event.ts';
import { recordEvents } from './record.ts';
import { domainRules } from './rules.ts';

const caller = { mode: 'local', person: 'local', roles: [] } as const;
const day = (on: string) => ({ first: on, last: on, precision: 'day' });
const title = (text: string) => ({ zh: text, en: text });
const today = '2026-11-23';
const source = { kind: 'press', publisher: title('p') };

async function opened() {
  const ports = testCommands({ rules: domainRules() });
  await createCase(ports, {
    case: 'river',
    title: title('River'),
    opened: { occurred: day(today) as never, payload: { title: title('River'), parties: ['610100', '610400'] } as never },
    idempotencyKey: 'open',
    caller,
  });
  let key = 0;
  return async (...events: object[]) =>
    await recordEvents(ports, {
      caseId: 'river',
      expectedVersions: 'any',
      idempotencyKey: `k${++key}`,
      events: events.map((event) => newEventSchema.parse(event)),
      caller,
    });
}
const event = (type: string, payload: object, more: object = {}) => ({ type, occurred: day(today), payload, ...more });

describe('what is recorded live passes the rules of the domain', () => {
  test('a step out of order is refused with its place and what would be right', async () => {
    const record = await opened();
    const drafted = event('obligationDrafted', { obligation: 'o', title: title('o'), origin: 'agreed', liable: ['610100'] });
    const answer = await record(drafted, event('obligationFulfilled', { obligation: 'o', by: '610400' }));
    expect(answer).toMatchObject({ ok: false, problem: { kind: 'refused', rule: { code: 'wrongState', index: 1 } } });
    expect(await record(drafted, event('obligationAccepted', { obligation: 'o', by: '610100' }))).toMatchObject({
      ok: true,
      value: { version: 3 },
    });
  });
  test('a later event of a request is decided on what its earlier ones made', async () => {
    const record = await opened();
    const draft = { agreement: 'g', title: title('g'), parties: ['610100', '610400'], topics: [] };
    const signed = event('agreementSigned', { ...draft, clauses: [], framework: true });
    expect(await record(signed)).toMatchObject({ ok: false, problem: { rule: { code: 'unknownSubject' } } });
    expect(await record(event('agreementDrafted', { ...draft, clauses: [] }), signed)).toMatchObject({ ok: true });
  });
  test('history is judged, not blocked: archive enters with its sources, and not without', async () => {
    const record = await opened();
    const past = { type: 'obligationViolated', occurred: day('2012-01-01'), payload: { obligation: 'o', by: '610000' } };
    const drafted = {
      type: 'obligationDrafted',
      occurred: day('2010-01-01'),
      payload: { obligation: 'o', title: title('o'), origin: 'agreed', liable: ['610100'] },
    };
    const archive = (own: object) => ({ ...own, origin: 'archive', sources: [source] });
    expect((await record(archive(drafted), archive(past))).ok).toBe(true);
    expect(await record({ ...archive(past), sources: [] })).toMatchObject({
      ok: false,
      problem: { kind: 'badInput', faults: [{ path: '/events/0/sources' }] },
    });
    expect(await record(past)).toMatchObject({ ok: false, problem: { kind: 'refused' } });
  });
});

describe('where one user acts for anyone', () => {
  const body = (more: object) => event('bodyEstablished', { body: 'body:office', title: title('Office'), kind: 'joint', ...more });
  const members = ['610100', '610400'];
  test('a body gets its powers from whoever may give them, as nobody is named', async () => {
    const record = await opened();
    const refused = await record(body({ members, powers: ['supervise'], over: ['000000'] }));
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'refused', rule: { code: 'notEntitled' } } });
    // Whom it is told is named: the first of those who might have.
    expect(JSON.stringify(refused)).toMatch(/"[^"]+不能授予对非成员的权力/);
    expect(await record(body({ members, powers: ['convene', 'supervise'] }))).toMatchObject({ ok: true });
  });
  test('a body over cities that are no members is set up by the province above them', async () => {
    const record = await opened();
    expect(await record(body({ members: ['610000'], powers: ['supervise'], over: members }))).toMatchObject({ ok: true });
  });
  test('an intervention is ended by the government that opened it', async () => {
    const record = await opened();
    const archive = { origin: 'archive', sources: [source], occurred: day('2026-11-01') };
    const terms = { intervention: 'i', tier: '610000', title: title('i'), grounds: [] };
    expect(await record({ ...event('interventionOpened', terms), ...archive })).toMatchObject({ ok: true });
    expect(await record(event('interventionClosed', { intervention: 'i' }))).toMatchObject({ ok: true });
  });
});
