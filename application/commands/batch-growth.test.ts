/** Many acts in one request cost in proportion to their number, and not to its square. */
import { evolveInPlace } from '@gongze/domain/cases/fold';
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

/** Facts sorted and folded, and duties computed, while a request of `rows` duties, each drafted and accepted, is recorded. */
async function workFor(rows: number): Promise<number> {
  const ports = testCommands({ rules: domainRules() });
  const made = { occurred, payload: { title, parties: ['610100', '610400'] } } as never;
  await createCase(ports, { case: 'river', title: title, opened: made, idempotencyKey: 'open', caller });
  const events = Array.from({ length: rows }, (_, at) => [
    { type: 'obligationDrafted', occurred, payload: { obligation: `d${at}`, title: title, origin: 'agreed', liable: ['610100'] } },
    { type: 'obligationAccepted', occurred, payload: { obligation: `d${at}`, by: '610100' } },
  ]).flat();
  for (const own of [evolveInPlace, inFoldOrder, dutyOf]) vi.mocked(own as () => unknown).mockClear();
  const request = { caseId: 'river', expectedVersions: 'any', idempotencyKey: 'k', caller } as const;
  const answer = await recordEvents(ports, { ...request, events: events.map((event) => newEventSchema.parse(event)) });
  expect(answer).toMatchObject({ ok: true, value: { version: 2 * rows + 1 } });
  const sorted = vi.mocked(inFoldOrder).mock.calls.reduce((sum, [facts]) => sum + facts.length, 0);
  return sorted + vi.mocked(evolveInPlace).mock.calls.length + vi.mocked(dutyOf).mock.calls.length;
}

test('eight times the acts are eight times the work', async () => {
  const [small, large] = [await workFor(50), await workFor(400)];
  expect(large / small).toBeLessThan(8 * 1.2);
});
