/** Many acts in one request cost in proportion to their number, and not to its square. */
import { evolveInPlace, fold } from '@gongze/domain/cases/fold';
import { inFoldOrder } from '@gongze/domain/cases/order';
import { dutyOf } from '@gongze/domain/stages/duties';
import { expect, test, vi } from 'vitest';
import { testCommands } from '../testing/commands.ts';
import { createCase } from './create.ts';
import { newEventSchema } from './new-event.ts';
import { recordEvents } from './record.ts';
import { domainRules } from './rules.ts';

vi.mock('@gongze/domain/cases/fold', { spy: true });
vi.mock('@gongze/domain/cases/order', { spy: true });
vi.mock('@gongze/domain/stages/duties', { spy: true });

const caller = { mode: 'local', person: 'local', roles: [] } as const;
const occurred = { first: '2026-11-23', last: '2026-11-23', precision: 'day' } as const;
const title = { zh: '事', en: 'duty' };

const drafted = (at: number) => ({
  type: 'obligationDrafted',
  occurred,
  payload: { obligation: `d${at}`, title, origin: 'agreed', liable: ['610100'] },
});
const accepted = (at: number) => ({ type: 'obligationAccepted', occurred, payload: { obligation: `d${at}`, by: '610100' } });

async function opened() {
  const ports = testCommands({ rules: domainRules() });
  const made = { occurred, payload: { title, parties: ['610100', '610400'] } } as never;
  await createCase(ports, { case: 'river', title, opened: made, idempotencyKey: 'open', caller });
  return ports;
}

async function recorded(ports: Awaited<ReturnType<typeof opened>>, idempotencyKey: string, events: readonly object[]) {
  const request = { caseId: 'river', expectedVersions: 'any', idempotencyKey, caller } as const;
  const answer = await recordEvents(ports, { ...request, events: events.map((event) => newEventSchema.parse(event)) });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
}

/** Facts sorted and folded, and duties computed, while `work` is done. */
async function counted(work: () => Promise<unknown>): Promise<number> {
  for (const own of [evolveInPlace, fold, inFoldOrder, dutyOf]) vi.mocked(own as () => unknown).mockClear();
  await work();
  const sorted = vi.mocked(inFoldOrder).mock.calls.reduce((sum, [facts]) => sum + facts.length, 0);
  const folded = vi.mocked(fold).mock.calls.reduce((sum, [, facts]) => sum + facts.length, 0);
  return sorted + folded + vi.mocked(evolveInPlace).mock.calls.length + vi.mocked(dutyOf).mock.calls.length;
}

/** A request of `rows` duties, each drafted and accepted. */
async function workFor(rows: number): Promise<number> {
  const ports = await opened();
  const events = Array.from({ length: rows }, (_, at) => [drafted(at), accepted(at)]).flat();
  return await counted(async () => expect(await recorded(ports, 'k', events)).toMatchObject({ version: 2 * rows + 1 }));
}

test('eight times the acts are eight times the work', async () => {
  const [small, large] = [await workFor(50), await workFor(400)];
  expect(large / small).toBeLessThan(8 * 1.2);
});

/** A request of as many corrections in a case of 400 duties. */
async function workForCorrections(count: number): Promise<number> {
  const ports = await opened();
  const { facts } = await recorded(
    ports,
    'k',
    Array.from({ length: 400 }, (_, at) => drafted(at)),
  );
  const corrections = facts.slice(0, count).map(({ id }, at) => ({
    type: 'factCorrected',
    occurred,
    payload: { target: id, reason: title, replacement: { payload: { ...drafted(at).payload, liable: ['610400'] } } },
  }));
  return await counted(async () => expect(await recorded(ports, 'c', corrections)).toMatchObject({ version: 401 + count }));
}

test('a request of many corrections costs what the case costs, and little for each', async () => {
  const [one, many] = [await workForCorrections(1), await workForCorrections(400)];
  // Folded anew for each, it would be hundreds of times that of one.
  expect(many / one).toBeLessThan(4);
});
