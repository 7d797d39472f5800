/** The building blocks of events: what each lets in, and what lies just beyond it. */
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { occurredSchema, sourceSchema } from './envelope.ts';
import * as schemas from './schemas.ts';

const accepts = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success;
/** Values that are let in, and values that are not. */
function bounds(schema: z.ZodType, within: readonly unknown[], beyond: readonly unknown[]): void {
  for (const value of within) expect(accepts(schema, value), `in: ${JSON.stringify(value)}`).toBe(true);
  for (const value of beyond) expect(accepts(schema, value), `out: ${JSON.stringify(value)}`).toBe(false);
}
const text = { zh: '文', en: 'text' };
const hex = (length: number) => 'a0'.repeat(length / 2);

describe('names', () => {
  test('letters, digits and . _ : / -, beginning with a letter or digit, up to 200', () => {
    const longest = `a${'b'.repeat(199)}`;
    for (const own of [
      schemas.nameSchema,
      schemas.factIdSchema,
      schemas.obligationIdSchema,
      schemas.agreementIdSchema,
      schemas.topicIdSchema,
    ])
      bounds(own, ['a', 'A1._:/-', '0', longest], ['', '-a', '.a', 'a b', '文', `${longest}c`, 'a\n', ' a']);
  });
  test('a case, which is no registry', () => {
    bounds(
      schemas.caseIdSchema,
      ['a', 'xixian', 'my-registry:x', 'a:registry'],
      ['', 'registry:', 'registry:offices', '-a', 'a b', `a${'b'.repeat(200)}`],
    );
  });
  test('an actor: a government, an organ, a body', () => {
    bounds(
      schemas.actorIdSchema,
      ['610100', '610100/roads', '610100/a.b_c-d', 'body:x', `body:${'x'.repeat(80)}`, 'a'.repeat(20), `1/${'x'.repeat(80)}`],
      [
        '',
        'body:',
        'a b',
        '610100/',
        '/roads',
        '610100/a/b',
        'org:press',
        `body:${'x'.repeat(81)}`,
        'a'.repeat(21),
        `1/${'x'.repeat(81)}`,
        'x body:b',
      ],
    );
    bounds(schemas.governmentCodeSchema, ['610100', 'a', 'a'.repeat(20)], ['', 'a'.repeat(21), '610100/roads', 'body:x']);
  });
  test('actors, each once, one at least', () => {
    bounds(schemas.actorsSchema, [['1'], ['1', '2']], [[], ['1', '1'], ['1', '2', '1']]);
  });
});

describe('texts and files', () => {
  test('in both languages, neither empty nor endless', () => {
    const long = 'x'.repeat(4000);
    bounds(
      schemas.bilingualSchema,
      [text, { zh: long, en: long }],
      [
        { zh: '', en: 'x' },
        { zh: 'x', en: '' },
        { zh: 'x' },
        { en: 'x' },
        { zh: `${long}x`, en: 'x' },
        { zh: 'x', en: `${long}x` },
        { ...text, fr: 'x' },
      ],
    );
  });
  test('a digest of 64 hex digits', () => {
    bounds(
      schemas.sha256Schema,
      [hex(64), '0'.repeat(64)],
      [hex(62), hex(66), 'A'.repeat(64), `${hex(64)}\n`, 'g'.repeat(64), ` ${hex(64)}`],
    );
  });
  const file = { sha256: hex(64), name: 'a.pdf', bytes: 1, mediaType: 'application/pdf' };
  const with_ = (more: object) => ({ ...file, ...more });
  test('a file has a name without a path or turns of direction, bytes, a kind and a digest', () => {
    bounds(
      schemas.fileSchema,
      [
        file,
        with_({ name: 'x'.repeat(200) }),
        with_({ name: '报告 1.pdf' }),
        with_({ mediaType: 'image/svg+xml' }),
        with_({ mediaType: 'a/1' }),
      ],
      [
        ...['', 'a/b', 'a\\b', 'a\u202eb', 'a\u2066b', 'a\u0000b', 'x'.repeat(201)].map((name) => with_({ name })),
        ...[0, 0.5, -1].map((bytes) => with_({ bytes })),
        ...['pdf', 'Application/pdf', 'a/', 'a/b c', `a/${'x'.repeat(101)}`, '1/a', 'xa/b;q', 'a/B'].map((mediaType) =>
          with_({ mediaType }),
        ),
        with_({ sha256: 'x' }),
        with_({ more: 1 }),
      ],
    );
  });
  test('one file to twenty', () => {
    bounds(schemas.filesSchema, [[file], Array(20).fill(file)], [[], Array(21).fill(file)]);
  });
});

describe('numbers', () => {
  test.each([
    ['quantity', schemas.quantitySchema, [-1e15, 0, 0.5, 1e15], [-1.1e15, 1.1e15, Number.NaN, '1']],
    ['share', schemas.shareSchema, [0, 0.5, 1], [-0.01, 1.01]],
    ['weight', schemas.weightSchema, [0.001, 1, 1000], [0, -1, 1000.1]],
    ['strength', schemas.strengthSchema, [1, 3, 5], [0, 6, 2.5]],
    ['rank', schemas.rankSchema, [1, 10], [0, 11, 1.5]],
  ] as const)('%s', (_name, schema, within, beyond) => bounds(schema, within, beyond));
  test('shares add up to 1 within rounding', () => {
    bounds(
      schemas.sharesSchema,
      [{ a: 1 }, { a: 0.5, b: 0.5 }, { a: 0.1, b: 0.2, c: 0.7 }, { a: 1 - 5e-7 }],
      [{}, { a: 0.9 }, { a: 0.6, b: 0.5 }, { a: 1.5, b: -0.5 }, { a: 1 - 2e-6 }],
    );
  });
});

describe('days', () => {
  test('of the calendar', () => {
    bounds(
      schemas.isoDateSchema,
      ['2024-02-29', '0001-01-01', '9999-12-31'],
      ['2023-02-29', '2024-2-29', '2024-13-01', '0000-01-01', '2024-02-29T00:00', ' 2024-02-29', ''],
    );
  });
  test('an interval does not end before it begins', () => {
    bounds(
      schemas.intervalSchema,
      [
        { first: '2024-01-01', last: '2024-01-01' },
        { first: '2024-01-01', last: '2024-01-02' },
      ],
      [{ first: '2024-01-02', last: '2024-01-01' }, { first: '2024-01-01' }],
    );
  });
  const occurred = (more: object) => ({ first: '2024-01-01', last: '2024-12-31', precision: 'year', ...more });
  test('when it happened: how precisely, and who says so', () => {
    bounds(
      occurredSchema,
      [
        ...['day', 'month', 'year', 'interval', 'unknown'].map((precision) => occurred({ precision })),
        occurred({ setBy: 'source' }),
        occurred({ setBy: 'coder' }),
        occurred({ last: '2024-01-01' }),
      ],
      [
        occurred({ precision: 'week' }),
        occurred({ precision: '' }),
        occurred({ setBy: '' }),
        occurred({ last: '2023-12-31' }),
        occurred({ more: 1 }),
      ],
    );
    expect(occurredSchema.safeParse(occurred({ last: '2023-12-31' })).error?.issues).toMatchObject([
      { path: ['last'], message: 'first not after last' },
    ]);
  });
  const source = (more: object) => ({ kind: 'press', publisher: text, ...more });
  test('a source: its kind, its date as far as known, where in it, how it was seen', () => {
    bounds(
      sourceSchema,
      [
        ...['article', 'official', 'press', 'study', 'record'].map((kind) => source({ kind })),
        ...['2024', '2024-02', '2024-02-03'].map((date) => source({ date })),
        ...['original', 'repost'].map((seenAs) => source({ seenAs })),
        ...['1', 'x'.repeat(200)].map((section) => source({ section })),
        source({ title: text, url: 'https://example.org/a' }),
      ],
      [
        source({ kind: '' }),
        ...['24', '2024-2', '2024-02-3', '2024-', '02024', '2024-02-033', 'x2024', '2024x', '2024-0a', ''].map((date) => source({ date })),
        source({ seenAs: '' }),
        ...['', 'x'.repeat(201)].map((section) => source({ section })),
        source({ url: 'example' }),
        source({ publisher: { zh: 'x' } }),
        source({ more: 1 }),
      ],
    );
  });
});

describe('yardsticks, deadlines and terms', () => {
  const yardstick = (more: object = {}) => ({
    yardstick: 'y',
    indicator: 'i',
    subject: '610100',
    unit: 'u',
    target: { kind: 'level', value: 1 },
    direction: 'atMost',
    dueOn: '2024-12-31',
    ...more,
  });
  test('a yardstick', () => {
    bounds(
      schemas.yardstickSchema,
      [
        yardstick(),
        yardstick({
          target: { kind: 'changePercent', value: -10 },
          direction: 'atLeast',
          title: text,
          pathConvention: text,
          path: [{ on: '2024-06-30', share: 0.5 }],
          baseline: { value: 2, period: { first: '2020-01-01', last: '2020-12-31' } },
        }),
        yardstick({ unit: 'u'.repeat(40) }),
      ],
      [
        yardstick({ unit: '' }),
        yardstick({ unit: 'u'.repeat(41) }),
        yardstick({ direction: '' }),
        yardstick({ target: { kind: '', value: 1 } }),
        yardstick({ target: { kind: 'level' } }),
        yardstick({ target: { kind: 'changePercent' } }),
        yardstick({ path: [{ on: '2024-06-30' }] }),
        yardstick({ path: [{ on: '2024-06-30', share: 2 }] }),
        yardstick({ baseline: { value: 2 } }),
        yardstick({ more: 1 }),
      ],
    );
  });
  const deadline = (more: object = {}) => ({ text, readings: [{ reading: 'a', dueOn: '2024-12-31' }], defaultReading: 'a', ...more });
  const basis = (more: object = {}) =>
    deadline({ basis: { from: '2024-01-01', what: text, amount: 1, unit: 'day', calendar: 'CN 1', provisional: false, ...more } });
  const recurs = (more: object = {}) => deadline({ recurs: { every: 1, unit: 'month', ...more } });
  test('a deadline has readings, one of which counts', () => {
    bounds(
      schemas.deadlineSchema,
      [
        deadline(),
        deadline({
          readings: [
            { reading: 'b', dueOn: '2024-01-01' },
            { reading: 'a', dueOn: '2024-12-31' },
          ],
        }),
      ],
      [deadline({ readings: [] }), deadline({ defaultReading: 'b' }), deadline({ readings: [{ reading: 'a' }] }), deadline({ more: 1 })],
    );
    expect(schemas.deadlineSchema.safeParse(deadline({ defaultReading: 'b' })).error?.issues).toMatchObject([
      { path: ['defaultReading'], message: 'defaultReading is one of the readings' },
    ]);
  });
  test('how its day was computed, and how it recurs', () => {
    bounds(
      schemas.deadlineSchema,
      [
        ...['day', 'workingDay', 'month', 'year'].map((unit) => basis({ unit })),
        basis({ amount: 0 }),
        basis({ amount: 10_000 }),
        basis({ calendar: 'x'.repeat(60) }),
      ],
      [
        basis({ unit: '' }),
        basis({ amount: -1 }),
        basis({ amount: 10_001 }),
        basis({ amount: 1.5 }),
        basis({ calendar: '' }),
        basis({ calendar: 'x'.repeat(61) }),
        basis({ provisional: undefined }),
        basis({ more: 1 }),
      ],
    );
    bounds(
      schemas.deadlineSchema,
      [recurs(), recurs({ unit: 'year' }), recurs({ every: 120 }), recurs({ until: '2030-01-01' })],
      [
        recurs({ every: 0 }),
        recurs({ every: 121 }),
        recurs({ unit: 'day' }),
        recurs({ unit: '' }),
        recurs({ until: 'x' }),
        recurs({ more: 1 }),
      ],
    );
  });
  test('a power over a duty', () => {
    const power = (more: object = {}) => ({ power: 'p', holder: '610000', effect: 'suspend', ...more });
    bounds(
      schemas.dutyPowerSchema,
      [
        ...['suspend', 'resume', 'discharge', 'terminate', 'sanction'].map((effect) => power({ effect })),
        power({ condition: text, until: '2024-01-01' }),
      ],
      [power({ effect: '' }), power({ holder: 'a b' }), power({ until: 'x' }), power({ more: 1 })],
    );
  });
  test('the terms of a duty', () => {
    const terms = (more: object = {}) => ({ title: text, origin: 'agreed', liable: ['610100'], ...more });
    const within = (more: object = {}) => terms({ within: { amount: 1, unit: 'day', of: 'signature', ...more } });
    bounds(
      schemas.obligationTermsSchema,
      [
        terms(),
        terms({ origin: 'assigned' }),
        ...['signature', 'assignment'].map((of) => within({ of })),
        ...['day', 'workingDay', 'month', 'year'].map((unit) => within({ unit })),
        within({ amount: 1000 }),
        terms({
          topic: 't',
          agreement: 'a',
          clause: '1',
          lead: '610100',
          cooperating: ['610400'],
          shares: { '610100': 1 },
          beneficiaries: ['610400'],
          measure: text,
          yardsticks: [yardstick()],
          deadline: deadline(),
          orElse: text,
          weight: 2,
          powers: [],
        }),
      ],
      [
        terms({ origin: '' }),
        terms({ liable: [] }),
        within({ of: '' }),
        within({ unit: '' }),
        within({ amount: 0 }),
        within({ amount: 1001 }),
        within({ more: 1 }),
        terms({ weight: 0 }),
        terms({ more: 1 }),
        terms({ title: undefined }),
      ],
    );
  });
});
