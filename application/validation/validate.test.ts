import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { describe, expect, it } from 'vitest';
import type { InputFault } from './faults.ts';
import { validateHistory, type Validation, type ValidationOptions } from './validate.ts';

const governments = gb2260();

type Loose = Record<string, unknown>;

function fact(version: number, type: string, payload: Loose, more: Loose = {}): Loose {
  return {
    id: `f-${version}`,
    version,
    type,
    payload,
    streamId: 'demo',
    schemaVersion: 1,
    occurred: { first: '2004-05-01', last: '2004-05-31', precision: 'month' },
    knownFrom: '2004-06-01',
    recordedAt: '2026-01-31T08:00:00Z',
    recordedBy: { mode: 'import' },
    initiative: 'self',
    origin: 'archive',
    sources: [],
    verification: 'verified',
    idempotencyKey: `k-${version}`,
    signatures: [],
    ...more,
  };
}
const text = { zh: '甲', en: 'a' };
const opened = (): Loose => fact(1, 'caseOpened', { title: text, parties: ['610100', '610400'] });
const joined = (version: number, more: Loose = {}): Loose => fact(version, 'partyJoined', { party: '610100' }, more);

function caseFile(facts: readonly unknown[], more: Loose = {}): Loose {
  return { format: 'gongze-case/1', case: 'demo', title: text, actors: { '610100': text, 'body:office': text }, facts, ...more };
}

function validate(input: unknown, options: Partial<ValidationOptions> = {}, file = 'demo.json'): Validation {
  const raw = typeof input === 'string' || input instanceof Uint8Array ? input : JSON.stringify(input, null, 1);
  return validateHistory(raw, file, { governments, ...options });
}

/** Faults as `kind path`, after checking that each is complete in both languages. */
function faultsOf(validation: Validation): string[] {
  if (validation.ok) return [];
  expect(validation.total).toBe(validation.faults.length);
  for (const fault of validation.faults) expectComplete(fault);
  return validation.faults.map(({ kind, path }) => `${kind} ${path}`.trim());
}

function expectComplete(fault: InputFault): void {
  expect(fault.line).toBeGreaterThan(0);
  expect(fault.column).toBeGreaterThan(0);
  for (const side of ['zh', 'en'] as const) {
    expect(fault.message[side]).toContain(fault.expected[side]);
    expect(fault.expected[side]).not.toBe('');
  }
  expect(fault.message.zh).toMatch(/[\u4e00-\u9fff]/);
  expect(fault.message.en).not.toMatch(/[\u4e00-\u9fff]/);
}

describe('good input', () => {
  it('comes back whole', () => {
    const validation = validate(caseFile([opened(), joined(2)]));
    expect(validation).toMatchObject({ ok: true, history: { caseId: 'demo', title: text } });
    expect(validation.ok && validation.history.facts).toEqual([opened(), joined(2)]);
  });
  it('may begin with a byte order mark', () => {
    const bytes = new TextEncoder().encode(`\ufeff${JSON.stringify(caseFile([opened()]))}`);
    expect(validate(bytes).ok).toBe(true);
    expect(validate(`\ufeff${JSON.stringify(caseFile([opened()]))}`).ok).toBe(true);
  });
  it('may be JSON Lines, with or without a first line of names', () => {
    const lines = [opened(), joined(2)].map((line) => JSON.stringify(line)).join('\n');
    const { facts: _, ...header } = caseFile([]);
    for (const name of ['a.jsonl', 'a.json']) {
      expect(validate(`${lines}\n`, {}, name)).toMatchObject({ ok: true, history: { caseId: 'demo', title: text } });
      expect(validate(`${JSON.stringify(header)}\r\n${lines}`, {}, name)).toMatchObject({
        ok: true,
        history: { actors: header['actors'] },
      });
    }
  });
  it('may list facts in any order of versions', () => {
    expect(validate(caseFile([joined(2), opened()])).ok).toBe(true);
  });
});

describe('the file as a whole', () => {
  it.each([
    ['empty', ''],
    ['only space', ' \n\t'],
    ['only a byte order mark', '\ufeff'],
    ['no bytes', new Uint8Array()],
  ])('empty: %s', (_, input) => expect(faultsOf(validate(input))).toEqual(['empty']));
  it.each([['null'], ['[]'], ['"x"'], ['{}'], ['{"format":"other/9"}']])('unknown format: %s', (input) => {
    expect(faultsOf(validate(input))[0]).toMatch(/^unknownFormat/);
  });
  it('too large is refused before anything is read', () => {
    expect(faultsOf(validate('{'.repeat(2000), { bytesMax: 1000 }))).toEqual(['tooLarge']);
  });
  it.each([
    ['GBK', [0x22, 0xd6, 0xd0, 0x22], 1, 2, 'd6 d0 22'],
    ['Latin-1', [0x7b, 0x0a, 0x22, 0x63, 0x61, 0x66, 0xe9, 0x22], 2, 5, 'e9 22'],
    ['UTF-16 with mark', [0xff, 0xfe, 0x7b, 0x00], 1, 1, 'ff fe 7b 00'],
    ['cut in a character', [0x22, 0xe4, 0xb8], 1, 2, 'e4 b8'],
    ['overlong', [0xc0, 0xaf], 1, 1, 'c0 af'],
    ['surrogate', [0xed, 0xa0, 0x80], 1, 1, 'ed a0 80'],
    ['after U+FFFD', [0xef, 0xbf, 0xbd, 0xff], 1, 2, 'ff'],
  ])('not UTF-8: %s', (_, bytes, line, column, found) => {
    const validation = validate(Uint8Array.from(bytes));
    expect(faultsOf(validation)).toEqual(['notUtf8']);
    expect(validation).toMatchObject({ faults: [{ line, column, found }] });
  });
  it('a million brackets are one fault, quickly', () => {
    const before = performance.now();
    expect(faultsOf(validate('['.repeat(1_000_000)))).toEqual(['tooDeep']);
    expect(faultsOf(validate(`{"format":${'{"a":'.repeat(1_000_000)}`))).toEqual(['tooDeep']);
    expect(performance.now() - before).toBeLessThan(2000);
  });
  it.each([
    ['{"a":1,}', 1, 8],
    ['{"a" 1}', 1, 6],
    ['{"a":1 "b":2}', 1, 8],
    ['{a:1}', 1, 2],
    ["{'a':1}", 1, 2],
    ['{"a":tru}', 1, 6],
    ['{"a":01}', 1, 7],
    ['{"a":1', 1, 7],
    ['{"a":"x', 1, 6],
    ['{"a":"\\x"}', 1, 7],
    ['{"a":"\n"}', 1, 7],
    ['{} {}', 1, 4],
    ['{\n // c\n}', 2, 2],
    ['{"a":NaN}', 1, 6],
    ['{"a":[1 2]}', 1, 9],
    ['{"a":[,]}', 1, 7],
  ])('not JSON: %s', (input, line, column) => {
    const validation = validate(input);
    expect(faultsOf(validation)).toEqual(['syntax']);
    expect(validation).toMatchObject({ faults: [{ line, column }] });
  });
  it('fields given twice, and integers that would be rounded, are told with their place', () => {
    const validation = validate('{"a":{"b":1,\n"b":2},"c":[12345678901234567890]}');
    expect(faultsOf(validation)).toEqual(['duplicateField /a/b', 'integerTooLarge /c/0']);
    expect(validation).toMatchObject({
      faults: [
        { line: 2, column: 1 },
        { line: 2, column: 13 },
      ],
    });
  });
  it('each broken line of JSON Lines is one fault', () => {
    const good = JSON.stringify(opened());
    const validation = validate(`${good}\n{"id":\n\n{"x" 1}\n`, {}, 'a.jsonl');
    expect(faultsOf(validation)).toEqual(['syntax', 'syntax']);
    expect(validation).toMatchObject({ faults: [{ line: 2 }, { line: 4 }] });
  });
});

const without = (field: string): Loose => Object.fromEntries(Object.entries(joined(2)).filter(([name]) => name !== field));
const second = (more: Loose): Loose => caseFile([opened(), joined(2, more)]);
const secondPayload = (type: string, payload: Loose): Loose => caseFile([opened(), fact(2, type, payload)]);
const occurred = (first: string, last: string): Loose => ({ occurred: { first, last, precision: 'interval' } });

describe('one fault for each mistake', () => {
  it.each<[string, unknown, string[]]>([
    ['unknown event type', second({ type: 'partyJoind' }), ['unknownType /facts/1/type']],
    ['type that is no text', second({ type: 7 }), ['unknownType /facts/1/type']],
    ['type of the prototype', second({ type: 'constructor' }), ['unknownType /facts/1/type']],
    ['missing type', caseFile([opened(), without('type')]), ['missingField /facts/1/type']],
    ['missing field', caseFile([opened(), without('knownFrom')]), ['missingField /facts/1/knownFrom']],
    ['missing payload', caseFile([opened(), without('payload')]), ['missingField /facts/1/payload']],
    ['missing field of the payload', secondPayload('partyJoined', {}), ['missingField /facts/1/payload/party']],
    ['unknown field', second({ colour: 'red' }), ['unknownField /facts/1/colour']],
    ['unknown field of the payload', secondPayload('partyJoined', { party: '610100', x: 1 }), ['unknownField /facts/1/payload/x']],
    ['wrong type', second({ version: '2' }), ['wrongType /facts/1/version']],
    ['fact that is no object', caseFile([opened(), 5]), ['wrongType /facts/1']],
    ['facts that are no list', caseFile([], { facts: {} }), ['wrongType /facts']],
    ['wrong value', second({ initiative: 'nobody' }), ['wrongValue /facts/1/initiative']],
    ['instant without zone', second({ recordedAt: '2026-01-31 08:00' }), ['wrongValue /facts/1/recordedAt']],
    ['party outside the tree', secondPayload('partyJoined', { party: '999999' }), ['outsideTree /facts/1/payload/party']],
    ['organ outside the tree', secondPayload('partyJoined', { party: '999999/transport' }), ['outsideTree /facts/1/payload/party']],
    ['body that nobody names', secondPayload('partyJoined', { party: 'body:ghost' }), ['unknownBody /facts/1/payload/party']],
    ['actor of the head outside the tree', caseFile([opened()], { actors: { '999999': text } }), ['outsideTree /actors/999999']],
    ['actor of the head that is none', caseFile([opened()], { actors: { 'a b': text } }), ['wrongValue /actors/a b']],
    ['recorder outside the tree', second({ recordedBy: { mode: 'import', actor: '999999' } }), ['outsideTree /facts/1/recordedBy/actor']],
    ['day that does not exist', second(occurred('2004-02-30', '2004-03-01')), ['impossibleDate /facts/1/occurred/first']],
    ['day in another shape', second({ knownFrom: '2004/06/01' }), ['wrongValue /facts/1/knownFrom']],
    ['reversed interval', second(occurred('2004-05-02', '2004-05-01')), ['reversedInterval /facts/1/occurred/last']],
    ['duplicate id', second({ id: 'f-1' }), ['duplicateId /facts/1/id']],
    ['duplicate idempotency key', second({ idempotencyKey: 'k-1' }), ['duplicateKey /facts/1/idempotencyKey']],
    ['duplicate version', second({ version: 1 }), ['duplicateVersion /facts/1/version']],
    ['gap in the versions', second({ version: 3 }), ['versionGap /facts/1/version']],
    ['version beyond counting', second({ version: 1e300 }), ['wrongValue /facts/1/version']],
    [
      'number beyond all numbers',
      JSON.stringify(secondPayload('costStated', { party: '610100', amount: -7, unit: 'x' })).replace('-7', '1e999'),
      ['wrongType /facts/1/payload/amount'],
    ],
    ['other stream', second({ streamId: 'other' }), ['wrongStream /facts/1/streamId']],
    ['known before it began', second({ knownFrom: '2004-04-30' }), ['knownBeforeBegun /facts/1/knownFrom']],
    ['later schema version', second({ schemaVersion: 2 }), ['unknownVersion /facts/1/schemaVersion']],
    ['field named __proto__', JSON.stringify(second({ x: 1 })).replace('"x":', '"__proto__":'), ['unknownField /facts/1/__proto__']],
    ['head with an unknown field', caseFile([opened()], { note: 1 }), ['unknownField /note']],
    ['head without a title', caseFile([opened()], { title: undefined }), ['missingField /title']],
    [
      'correction of an unknown fact',
      secondPayload('factCorrected', { target: 'f-9', replacement: {}, reason: text }),
      ['unknownTarget /facts/1/payload/target'],
    ],
    [
      'retraction of an unknown fact',
      secondPayload('factRetracted', { target: 'f-9', reason: text }),
      ['unknownTarget /facts/1/payload/target'],
    ],
    [
      'replacement that does not fit',
      secondPayload('factCorrected', { target: 'f-1', replacement: { payload: { title: text, parties: [] } }, reason: text }),
      ['wrongValue /facts/1/payload/replacement/payload/parties'],
    ],
    [
      'replacement outside the tree',
      secondPayload('factCorrected', { target: 'f-1', replacement: { payload: { title: text, parties: ['999999'] } }, reason: text }),
      ['outsideTree /facts/1/payload/replacement/payload/parties/0'],
    ],
  ])('%s', (_, input, faults) => expect(faultsOf(validate(input))).toEqual(faults));

  it('tells the nearest name of an unknown type', () => {
    const validation = validate(second({ type: 'partyJoind' }));
    expect(validation).toMatchObject({ faults: [{ message: { en: expect.stringContaining('did you mean partyJoined?') } }] });
  });

  it('refuses the correction of a correction, which would change nothing', () => {
    const correction = fact(2, 'factCorrected', { target: 'f-1', replacement: { verification: 'verified' }, reason: text });
    const again = fact(3, 'factCorrected', { target: 'f-2', replacement: { verification: 'verified' }, reason: text });
    expect(faultsOf(validate(caseFile([opened(), correction, again])))).toEqual(['correctedCorrection /facts/2/payload/target']);
  });

  it('names the discriminating field of a union, and nothing behind it', () => {
    const yardstick = {
      yardstick: 'y',
      indicator: 'i',
      subject: '610100',
      unit: 'u',
      target: { kind: 'guess' },
      direction: 'atMost',
      dueOn: '2010-12-31',
    };
    const terms = { title: text, origin: 'agreed', liable: ['610100'], yardsticks: [yardstick] };
    const faults = faultsOf(validate(secondPayload('obligationDrafted', { obligation: 'o', ...terms })));
    expect(faults).toEqual(['wrongValue /facts/1/payload/yardsticks/0/target/kind']);
  });

  it('finds actors in the names of shares', () => {
    const terms = { title: text, origin: 'agreed', liable: ['610100'], shares: { '610100': 0.5, '999999': 0.5 } };
    expect(faultsOf(validate(secondPayload('obligationDrafted', { obligation: 'o', ...terms })))).toEqual([
      'outsideTree /facts/1/payload/shares/999999',
    ]);
  });

  it('gives line and column of the value, of a field its name, of something missing its holder', () => {
    const lines = [
      '{"format":"gongze-case/1","case":"demo","title":{"zh":"甲"},"actors":{},',
      '"facts":[',
      JSON.stringify(joined(1, { colour: 'red', initiative: 'x' })),
      ']}',
    ];
    const validation = validate(lines.join('\n'));
    const at = (needle: string): number => (lines[2] as string).indexOf(needle) + 1;
    expect(validation).toMatchObject({
      faults: [
        { path: '/title/en', line: 1, column: 49 },
        { path: '/facts/0/initiative', line: 3, column: at('"x"') },
        { path: '/facts/0/colour', line: 3, column: at('"colour"') },
      ],
    });
  });

  it('in JSON Lines the path is that within the line', () => {
    const validation = validate([opened(), joined(2, { initiative: 'x' })].map((line) => JSON.stringify(line)).join('\n'), {}, 'a.jsonl');
    expect(validation).toMatchObject({ faults: [{ kind: 'wrongValue', line: 2, path: '/initiative' }] });
  });

  it('lists a thousand faults and counts the rest', () => {
    const facts = Array.from({ length: 1500 }, (_, index) => joined(index + 1, { initiative: 'x' }));
    const validation = validate(caseFile(facts));
    expect(validation).toMatchObject({ ok: false, total: 1500 });
    expect(!validation.ok && validation.faults.length).toBe(1000);
  });
});
