import type { Fact } from '@gongze/domain/events/catalogue';
import { describe, expect, test } from 'vitest';
import { testCommands } from '../testing/commands.ts';
import { alternationFault } from './alternation.ts';
import { createCase } from './create.ts';
import { newEventSchema } from './new-event.ts';
import { recordEvents } from './record.ts';

/** `c` a correction, `r` a retraction, `-` another event. */
const sequence = (letters: string): Fact[] =>
  [...letters].map((letter) => ({ type: { c: 'factCorrected', r: 'factRetracted' }[letter] ?? 'obligationAccepted' }) as Fact);

describe('corrections and other events that take turns', () => {
  test('one turn is free in any case', () => {
    expect(alternationFault(sequence('---cccrrr---'), 10_000_000)).toBeUndefined();
  });

  test('in a small case they may take turns as they like', () => {
    expect(alternationFault(sequence('c-'.repeat(500)), 399)).toBeUndefined();
  });

  test('a hundred turns in a case of 2,000 facts, and not one more: the first beyond is named', () => {
    expect(alternationFault(sequence('c-'.repeat(100)), 2000)).toBeUndefined();
    expect(alternationFault(sequence('rc--'.repeat(120)), 2000)).toMatchObject({ path: [402], found: '120' });
  });

  test('corrections at the end cost no turn', () => {
    expect(alternationFault(sequence(`-${'c'.repeat(900)}`), 10_000_000)).toBeUndefined();
  });
});

test('such a request is refused at its event, in both languages, and nothing is recorded', async () => {
  const ports = testCommands();
  const caller = { mode: 'local', person: 'local', roles: [] } as const;
  const occurred = { first: '2026-11-23', last: '2026-11-23', precision: 'day' } as const;
  const title = { zh: '事', en: 'matter' };
  const context = { type: 'contextRecorded', occurred, payload: { title } };
  const send = async (idempotencyKey: string, events: readonly object[]) =>
    await recordEvents(ports, {
      caseId: 'river',
      expectedVersions: 'any',
      idempotencyKey,
      caller,
      events: events.map((event) => newEventSchema.parse(event)),
    });
  const made = { occurred, payload: { title, parties: ['610100', '610400'] } } as never;
  await createCase(ports, { case: 'river', title, opened: made, idempotencyKey: 'open', caller });
  for (const key of ['a', 'b', 'c', 'd', 'e'])
    await send(
      key,
      Array.from({ length: 1000 }, () => context),
    );
  const stored = await ports.readCase('river');
  const target = stored?.facts[1]?.id;
  const correction = { type: 'factRetracted', occurred, payload: { target, reason: title } };
  const answer = await send('mixed', Array.from({ length: 50 }, () => [correction, context]).flat());
  expect(answer).toMatchObject({
    ok: false,
    problem: {
      faults: [
        {
          kind: 'tooLarge',
          path: '/events/79',
          expected: { zh: expect.stringContaining('不超过39次'), en: expect.stringContaining('at most 39 times') },
        },
      ],
    },
  });
  expect((await ports.readCase('river'))?.size).toBe(stored?.size);
});
