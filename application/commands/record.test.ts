/** Recording: what is refused and in which order, what a repeated request gets, and what one event becomes. */
import { factIdSchema } from '@gongze/domain/events/schemas';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../answers.ts';
import type { Caller } from '../permissions/caller.ts';
import type { Store } from '../ports.ts';
import { testCommands } from '../testing/commands.ts';
import { createCase } from './create.ts';
import { type NewEvent, newEventSchema } from './new-event.ts';
import { publishCase } from './publish.ts';
import { publications } from './publication.ts';
import { foldFacts } from '../read/cache.ts';
import { factIdOf, recordEvents, type RecordPorts, type RecordRequest } from './record.ts';

const local: Caller = { mode: 'local', person: 'local', roles: [] };
const day = (on: string) => ({ first: on, last: on, precision: 'day' });
const event = (value: unknown): NewEvent => newEventSchema.parse(value);
const joined = (party: string, on = '2026-03-01') => event({ type: 'partyJoined', occurred: day(on), payload: { party } });

async function opened(changed: Partial<RecordPorts> = {}): Promise<RecordPorts> {
  const ports = testCommands(changed);
  const answer = await createCase(ports, {
    case: 'river',
    title: { zh: '河', en: 'River' },
    opened: {
      occurred: day('2026-01-01') as never,
      payload: { title: { zh: '河', en: 'River' }, parties: ['610100', '610400'] } as never,
    },
    idempotencyKey: 'open',
    caller: local,
  });
  expect(answer).toMatchObject({ ok: true, value: { version: 1, repeated: false } });
  return ports;
}

const request = (changed: Partial<RecordRequest> = {}): RecordRequest => ({
  caseId: 'river',
  expectedVersions: [1],
  idempotencyKey: 'k1',
  events: [joined('610300')],
  caller: local,
  ...changed,
});
const problemOf = (answer: Answer<unknown>) => (answer.ok ? undefined : answer.problem);

describe('what is recorded', () => {
  test('is a live fact of today, by the caller, and can be read back', async () => {
    const ports = await opened();
    expect(await recordEvents(ports, request())).toMatchObject({ ok: true, value: { case: 'river', version: 2, durable: true } });
    expect((await ports.store.readCase('river' as CaseId))?.facts[1]).toMatchObject({
      version: 2,
      type: 'partyJoined',
      origin: 'live',
      knownFrom: '2026-11-23',
      recordedBy: { mode: 'local', person: 'local' },
      initiative: 'self',
      payload: { party: '610300' },
    });
  });
  test('several events are recorded all or none', async () => {
    const ports = await opened();
    const bad = await recordEvents(ports, request({ events: [joined('610300'), joined('999999')] }));
    expect(problemOf(bad)).toMatchObject({ kind: 'badInput', faults: [{ kind: 'outsideTree', path: '/events/1/payload/party' }] });
    expect((await ports.store.readCase('river' as CaseId))?.size).toBe(1);
    const good = await recordEvents(ports, request({ events: [joined('610300'), joined('610500')] }));
    expect(good).toMatchObject({ ok: true, value: { version: 3, facts: [{ version: 2 }, { version: 3 }] } });
  });
});

describe('what is refused', () => {
  test('a version that has passed, and one that has not come', async () => {
    const ports = await opened();
    for (const version of [0, 2]) {
      const answer = await recordEvents(ports, request({ expectedVersions: [version] }));
      expect(problemOf(answer)).toMatchObject({ kind: 'conflict', actual: 1 });
    }
    expect((await recordEvents(ports, request({ expectedVersions: [0, 1] }))).ok).toBe(true);
    expect((await recordEvents(ports, request({ expectedVersions: 'any', idempotencyKey: 'k2' }))).ok).toBe(true);
  });
  test('a day that has not come', async () => {
    const answer = await recordEvents(await opened(), request({ events: [joined('610300', '2026-11-24')] }));
    expect(problemOf(answer)).toMatchObject({ kind: 'badInput', faults: [{ kind: 'notYetHappened', path: '/events/0/occurred/last' }] });
  });
  test('a duty that the case does not know, a correction of nothing, a body nobody established', async () => {
    const ports = await opened();
    const cases: [unknown, string][] = [
      [{ type: 'obligationAccepted', occurred: day('2026-03-01'), payload: { obligation: 'nothing', by: '610100' } }, 'unknownReference'],
      [
        { type: 'factRetracted', occurred: day('2026-03-01'), payload: { target: 'nothing', reason: { zh: '误', en: 'Wrong' } } },
        'unknownTarget',
      ],
      [{ type: 'partyJoined', occurred: day('2026-03-01'), payload: { party: 'body:nobody' } }, 'unknownBody'],
    ];
    for (const [value, kind] of cases) {
      expect(problemOf(await recordEvents(ports, request({ events: [event(value)] })))).toMatchObject({
        kind: 'badInput',
        faults: [{ kind }],
      });
    }
  });
  test('nobody before everything, then a case that is not there, then what is not permitted', async () => {
    const refuse = { decide: () => ({ allowed: false as const, reason: { zh: '否', en: 'No' }, policies: ['none'] }) };
    const readers = {
      decide: (_caller: Caller, action: string) => (action === 'readCase' ? { allowed: true as const, policies: [] } : refuse.decide()),
    };
    const ports = await opened();
    const anonymous: Caller = { mode: 'server', roles: ['public'] };
    expect(problemOf(await recordEvents(ports, request({ caller: anonymous, caseId: 'nowhere' })))?.kind).toBe('unauthenticated');
    expect(problemOf(await recordEvents(ports, request({ caseId: 'nowhere' })))?.kind).toBe('notFound');
    expect(problemOf(await recordEvents({ ...ports, authorizer: refuse }, request()))?.kind).toBe('notFound');
    expect(problemOf(await recordEvents({ ...ports, authorizer: readers }, request({ expectedVersions: [9] })))).toMatchObject({
      kind: 'forbidden',
      policies: ['none'],
    });
    expect((await ports.store.readCase('river' as CaseId))?.size).toBe(1);
  });
});

describe('the same request again', () => {
  test('is answered as before and recorded once, whatever version it names', async () => {
    const ports = await opened();
    const events = [joined('610300'), joined('610500')];
    const first = await recordEvents(ports, request({ events }));
    const again = await recordEvents({ ...ports, clock: { ...ports.clock, today: () => '2026-12-31' as never } }, request({ events }));
    expect(again).toEqual({ ok: true, value: { ...(first.ok && first.value), repeated: true } });
    expect((await ports.store.readCase('river' as CaseId))?.size).toBe(3);
  });
  test('with another content, another caller or more events, its key is used up', async () => {
    const ports = await opened();
    await recordEvents(ports, request());
    const others: Partial<RecordRequest>[] = [
      { events: [joined('610500')] },
      { caller: { mode: 'server', person: 'p', roles: [] } },
      { events: [{ ...joined('610300'), note: { zh: '注', en: 'Note' } }] },
    ];
    for (const other of others) {
      const allowing = { ...ports, authorizer: { decide: () => ({ allowed: true as const, policies: [] }) } };
      expect(problemOf(await recordEvents(allowing, request({ ...other, expectedVersions: [2] })))?.kind).toBe('keyReused');
    }
  });
  test('of two at once that rest on one version, one is recorded; of two that are the same, both are answered', async () => {
    const ports = await opened();
    const two = await Promise.all([
      recordEvents(ports, request()),
      recordEvents(ports, request({ idempotencyKey: 'k2', events: [joined('610500')] })),
    ]);
    expect(two.map((answer) => problemOf(answer)?.kind).sort()).toEqual(['conflict', undefined]);
    const same = request({ expectedVersions: [2], idempotencyKey: 'k3', events: [joined('610600')] });
    const both = await Promise.all([recordEvents(ports, same), recordEvents(ports, same)]);
    expect(both.map((answer) => answer.ok && answer.value.version)).toEqual([3, 3]);
    expect((await ports.store.readCase('river' as CaseId))?.size).toBe(3);
  });
  test('any version: whoever comes second goes on behind the first', async () => {
    const ports = await opened();
    const parties = ['610300', '610500', '610600'];
    const answers = await Promise.all(
      parties.map((party) => recordEvents(ports, request({ expectedVersions: 'any', idempotencyKey: party, events: [joined(party)] }))),
    );
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect((await ports.store.readCase('river' as CaseId))?.size).toBe(4);
  });
});

describe('opening a case', () => {
  test('again is answered as before; of another with the same name nothing is told but that it exists', async () => {
    const ports = await opened();
    const stored = (await ports.store.readCase('river' as CaseId))?.facts[0];
    const again = { case: 'river', title: { zh: '河', en: 'River' }, idempotencyKey: 'open', caller: local };
    const same = { occurred: stored?.occurred as never, payload: stored?.payload as never };
    expect(await createCase(ports, { ...again, opened: same })).toMatchObject({ ok: true, value: { repeated: true } });
    expect(problemOf(await createCase(ports, { ...again, opened: same, idempotencyKey: 'other' }))?.kind).toBe('refused');
  });
});

describe('publication', () => {
  const open = async () => {
    const base = testCommands();
    const { standingOf } = publications(base.store);
    return await opened({ store: base.store, standingOf });
  };
  const change = (ports: RecordPorts, value: Parameters<typeof publishCase>[1]['change'], idempotencyKey: string) =>
    publishCase(ports, { caseId: 'river', change: value, idempotencyKey, caller: local });
  test('publishes, withdraws, closes and reopens; a repeated request changes nothing', async () => {
    const ports = await open();
    const reason = { zh: '因', en: 'Reason' };
    expect(await change(ports, { change: 'publish' }, 'a')).toMatchObject({ ok: true, value: { published: true, closed: false } });
    expect(await change(ports, { change: 'close', reason }, 'b')).toMatchObject({ ok: true, value: { published: true, closed: true } });
    expect(await change(ports, { change: 'publish' }, 'a')).toMatchObject({ ok: true });
    expect(problemOf(await change(ports, { change: 'reopen', reason }, 'a'))?.kind).toBe('keyReused');
    expect(await change(ports, { change: 'withdraw', reason }, 'c')).toMatchObject({ ok: true, value: { published: false, closed: true } });
    expect((await sizeOf(ports.store)) ?? 0).toBe(3);
  });
  test('names facts that are there and a version that has come', async () => {
    const ports = await open();
    expect(problemOf(await change(ports, { change: 'publish', withheld: ['nothing'] }, 'a'))).toMatchObject({
      faults: [{ path: '/withheld/0' }],
    });
    expect(problemOf(await change(ports, { change: 'publish', version: 2 }, 'b'))).toMatchObject({ faults: [{ path: '/version' }] });
  });
});

async function sizeOf(store: Store): Promise<number | undefined> {
  return (await store.readStream('registry:publication'))?.size;
}

describe('the order of facts of one day', () => {
  const title = (text: string) => ({ zh: text, en: text });
  const drafted = event({
    type: 'obligationDrafted',
    occurred: day('2026-11-23'),
    payload: { obligation: 'd', title: title('as drafted'), origin: 'agreed', liable: ['610100'] },
  });
  const amended = (text: string) =>
    event({
      type: 'obligationAmended',
      occurred: day('2026-11-23'),
      payload: { obligation: 'd', terms: { title: title(text) }, by: '610100' },
    });
  const texts = Array.from({ length: 12 }, (_, at) => `amendment ${at}`);
  const titleNow = async (ports: RecordPorts) => {
    const stored = await ports.store.readCase('river' as CaseId);
    return stored && foldFacts(stored.caseId, stored.facts).obligations.get('d' as never)?.terms.title?.en;
  };

  test.each(['a', 'b', 'c'])('is that in which one request writes them; key %s', async (idempotencyKey) => {
    const ports = await opened();
    const events = [drafted, ...texts.map(amended)];
    expect(await recordEvents(ports, request({ idempotencyKey, events }))).toMatchObject({ ok: true });
    expect(await titleNow(ports)).toBe(texts.at(-1));
  });
  test('is that in which requests come, whatever their keys, and a repeated one changes nothing', async () => {
    const ports = await opened();
    const send = async (idempotencyKey: string, own: NewEvent) =>
      await recordEvents(ports, request({ idempotencyKey, events: [own], expectedVersions: 'any' }));
    await send('draft', drafted);
    for (const [at, text] of texts.entries()) {
      await send(`key ${(at * 7) % 12}`, amended(text));
      expect(await titleNow(ports)).toBe(text);
    }
    expect(await send('key 0', amended('amendment 0'))).toMatchObject({ ok: true, value: { repeated: true, version: 3 } });
    expect(await titleNow(ports)).toBe(texts.at(-1));
  });
  test('goes on behind facts of an older release, and beyond a thousand versions', () => {
    const older = [`f-${'0'.repeat(32)}`, `f-${'f'.repeat(32)}`];
    const ids = [1, 9, 10, 35, 36, 1295, 1296, 1_000_000].map((version) => factIdOf('river', version, `k${version}`));
    expect(
      [...ids]
        .reverse()
        .concat(older as never[])
        .sort(),
    ).toEqual([...older, ...ids]);
    for (const id of ids) expect(factIdSchema.safeParse(id).success).toBe(true);
  });
});
