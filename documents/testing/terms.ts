/** Any duty that the schema allows, for properties. Empty lists say what an absent field says, and are left out. */
import type { ObligationTerms } from '@gongze/domain/events/schemas';
import { addDays, isoDateOf } from '@gongze/domain/vocabulary/dates';
import fc from 'fast-check';
import { plainText } from '../ledger/table.ts';

const ids = ['610100', '610300', '610400', '610000', '610100/transport', 'body:joint-conference', 'ZZ9'];

/** Texts with everything that files are known to trip over. */
const nasty = [
  '=SUM(A1:A3)',
  '+86',
  '-1',
  '@x',
  "'=1",
  '_x0041_',
  'a,b;c\td',
  '"quoted"',
  '第一行\n第二行',
  '00123',
  '2025-06-30',
  'TRUE',
  '<b>&amp;',
  '𠮷野家',
  '610100=1',
];
const text = fc
  .oneof(
    fc.constantFrom(...nasty),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  )
  .map(plainText)
  .filter((own) => own !== '');
export const bilingual = fc.record({ zh: text, en: text });
const slug = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,20}$/);
export const day = fc.integer({ min: -50_000, max: 100_000 }).map((days) => addDays(isoDateOf('1970-01-01'), days));
const actor = fc.constantFrom(...ids);
const actors = fc.uniqueArray(actor, { minLength: 1, maxLength: 4 });
const number = fc.double({ min: -1e9, max: 1e9, noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const period = fc.tuple(day, day).map(([a, b]) => (a < b ? { first: a, last: b } : { first: b, last: a }));
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const deadline = fc
  .record({
    text: bilingual,
    readings: fc.uniqueArray(fc.record({ reading: slug, dueOn: day }), { minLength: 1, maxLength: 3, selector: ({ reading }) => reading }),
    which: fc.nat(2),
    basis: optional(
      fc.record({
        from: day,
        what: bilingual,
        amount: fc.nat(9999),
        unit: fc.constantFrom('day', 'workingDay', 'month', 'year'),
        calendar: fc.constant('CN 2026-1'),
        provisional: fc.boolean(),
      }),
    ),
    recurs: optional(fc.record({ every: fc.integer({ min: 1, max: 120 }), unit: fc.constantFrom('month', 'year'), until: optional(day) })),
  })
  .map(({ which, ...own }) => ({ ...own, defaultReading: own.readings[which % own.readings.length]?.reading }));

const yardstick = fc.record({
  yardstick: slug,
  indicator: slug,
  title: optional(bilingual),
  subject: actor,
  unit: text
    .map((own) => own.slice(0, 30).trim() || '%')
    .map(plainText)
    .map((own) => own || '%'),
  baseline: optional(fc.record({ value: number, period })),
  target: fc.oneof(
    fc.record({ kind: fc.constant('level'), value: number }),
    fc.record({ kind: fc.constant('changePercent'), value: number }),
  ),
  direction: fc.constantFrom('atMost', 'atLeast'),
  dueOn: day,
  path: optional(fc.array(fc.record({ on: day, share }), { minLength: 1, maxLength: 4 })),
  pathConvention: optional(bilingual),
});

const power = fc.record({
  power: slug,
  holder: actor,
  effect: fc.constantFrom('suspend', 'resume', 'discharge', 'terminate', 'sanction'),
  condition: optional(bilingual),
  until: optional(day),
});

function withoutAbsent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAbsent);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, own]) => own !== undefined)
      .map(([key, own]) => [key, withoutAbsent(own)]),
  );
}

/** Shares of the responsible agencies that add up to one. */
function sharesOf(liable: readonly string[], weights: readonly number[]): Record<string, number> {
  const own = liable.map((_, index) => (weights[index] ?? 0) + 0.1);
  const sum = own.reduce((a, b) => a + b, 0);
  return Object.fromEntries(liable.map((id, index) => [id, (own[index] ?? 0) / sum]));
}

export const terms: fc.Arbitrary<ObligationTerms> = fc
  .record({
    title: bilingual,
    topic: optional(slug),
    agreement: optional(slug),
    clause: optional(slug),
    origin: fc.constantFrom('agreed', 'assigned'),
    liable: actors,
    lead: optional(actor),
    cooperating: optional(actors),
    weights: optional(fc.array(share, { minLength: 4, maxLength: 4 })),
    beneficiaries: optional(actors),
    measure: optional(bilingual),
    yardsticks: optional(fc.uniqueArray(yardstick, { minLength: 1, maxLength: 3, selector: (own) => own.yardstick })),
    deadline: optional(deadline),
    orElse: optional(bilingual),
    weight: optional(fc.double({ min: 0.001, max: 1000, noNaN: true })),
    powers: optional(fc.array(power, { minLength: 1, maxLength: 2 })),
  })
  .map(({ weights, ...own }) => withoutAbsent({ ...own, shares: weights && sharesOf(own.liable, weights) }) as ObligationTerms);
