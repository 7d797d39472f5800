import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDateOf } from '../dates.ts';
import type { GovernmentCode } from '../ids.ts';
import { governmentTree } from './build.ts';
import { csvRows } from './csv.ts';
import { governmentTreeFromCsv, governmentTreeFromJson } from './parse.ts';
import type { GovernmentTree } from './tree.ts';

const codes = (...list: string[]): GovernmentCode[] => list as GovernmentCode[];
const identity = { id: 'test', vintage: '2024' };
const header = 'code,name_en,tier,parents,valid_from,valid_to,spans\n';

function faultsOf(result: GovernmentTree | { readonly faults: readonly { kind: string; line?: number; path?: string }[] }): string[] {
  return 'faults' in result
    ? result.faults.map(({ kind, line, path }) => [kind, line, path].filter((part) => part !== undefined).join(' '))
    : [];
}
const csv = (...lines: string[]): string[] => faultsOf(governmentTreeFromCsv(header + lines.join('\n'), identity));
const json = (...governments: unknown[]): string[] => faultsOf(governmentTreeFromJson(JSON.stringify({ ...identity, governments })));

describe('the English example', () => {
  const text = readFileSync(new URL('../../../examples/governments/england.csv', import.meta.url), 'utf8');
  const tree = governmentTreeFromCsv(text, { id: 'england', vintage: 'invented' });
  if ('faults' in tree) throw new Error(JSON.stringify(tree.faults));

  test('two councils of one combined authority have it above them', () => {
    expect(tree.ladder(codes('NORTHFORD', 'ELMSHIRE'), isoDateOf('2020-01-01'))).toEqual(['NVCA', 'UK']);
  });
  test('a council abolished has no place afterwards, its successor none before', () => {
    expect(tree.ladder(codes('NORTHFORD', 'ELMSHIRE'), isoDateOf('2023-04-01'))).toEqual([]);
    expect(tree.ladder(codes('NORTHFORD', 'ELMSUNITARY'), isoDateOf('2023-04-01'))).toEqual(['NVCA', 'UK']);
    expect(tree.ladder(codes('NORTHFORD', 'ELMSUNITARY'), isoDateOf('2023-03-31'))).toEqual([]);
  });
  test('before the combined authority its councils were directly under the centre', () => {
    expect(tree.ladder(codes('MEREPORT', 'SOUTHMERE'), isoDateOf('2017-05-07'))).toEqual(['UK']);
    expect(tree.ladder(codes('MEREPORT', 'SOUTHMERE'), isoDateOf('2017-05-08'))).toEqual(['SMCA', 'UK']);
  });
  test('a name with commas is one field, and stands for both languages', () => {
    expect(tree.get('SOUTHMERE' as GovernmentCode)?.name.zh).toBe('South Mere, Holt and Fen County Council');
  });
});

test('names of columns may have blanks around them', () => {
  const text = ' code , name_en ,tier, parents,valid_from,valid_to,spans\nA,Top,centre,,,,\n';
  expect(faultsOf(governmentTreeFromCsv(text, identity))).toEqual([]);
});

describe('faults of a table: one each, with its line', () => {
  test('lines too short', () => expect(csv('A,Top,centre,', 'B,Below,county,A')).toEqual(['syntax 2', 'syntax 3']));
  test('sound', () => expect(csv('A,Top,centre,,,,', 'B,Below,county,A,,,')).toEqual([]));
  test('missing column', () => {
    expect(faultsOf(governmentTreeFromCsv('code,name_en,tier\nA,Top,centre', identity))).toEqual(['missingColumn 1 parents']);
    expect(faultsOf(governmentTreeFromCsv('', identity))).toEqual([
      'missingColumn 1 code',
      'missingColumn 1 tier',
      'missingColumn 1 parents',
      'missingColumn 1 name_en',
    ]);
  });
  test('column with a slip', () => {
    expect(faultsOf(governmentTreeFromCsv('code,name_en,tier,parents,valid_form\nA,Top,centre,,', identity))).toEqual([
      'unknownColumn 1 valid_form',
    ]);
  });
  test('unknown parent', () => expect(csv('A,Top,centre,,,,', 'B,Below,county,C,,,')).toEqual(['unknownParent 3 parents']));
  test('unknown span', () => expect(csv('A,Top,centre,,,,', 'B,Below,zone,A,,,C')).toEqual(['unknownSpan 3 spans']));
  test('duplicate code', () =>
    expect(csv('A,Top,centre,,,,', 'B,Below,county,A,,,', 'B,Other,county,A,,,')).toEqual(['duplicateCode 4 code']));
  test('cycle', () =>
    expect(csv('A,Top,centre,,,,', 'B,b,county,C,,,', 'C,c,county,B,,,', 'D,d,county,C,,,')).toEqual(['cycle 3 parents']));
  test('a government above itself', () => expect(csv('A,Top,centre,,,,', 'B,b,county,B,,,')).toEqual(['cycle 3 parents']));
  test('cycle only between two dates', () => {
    expect(csv('A,Top,centre,,,,', 'B,b,county,A;C@2010-01-01,,,', 'C,c,county,B;A@2015-01-01,,,')).toEqual(['cycle 3 parents']);
    expect(csv('A,Top,centre,,,,', 'B,b,county,A;C@2010-01-01,,,', 'C,c,county,B;A@2010-01-01,,,')).toEqual([]);
  });
  test('missing root', () => expect(csv()).toEqual(['missingRoot']));
  test('two roots', () => expect(csv('A,Top,centre,,,,', 'B,Other,centre,,,,')).toEqual(['twoRoots 3 parents']));
  test('bad date', () => {
    expect(csv('A,Top,centre,,2023-02-30,,')).toEqual(['badDate 2 valid_from']);
    expect(csv('A,Top,centre,,,,', 'B,b,county,A;A@2011-05,,,')).toEqual(['badDate 3 parents']);
    expect(csv('A,Top,centre,,,,', 'B,b,county,A@,,,')).toEqual(['badDate 3 parents']);
  });
  test('reversed dates', () => expect(csv('A,Top,centre,,2020-01-01,2019-12-31,')).toEqual(['reversedDates 2 valid_to']));
  test('a later parent without date, or out of order', () => {
    expect(csv('A,Top,centre,,,,', 'B,b,province,A,,,', 'C,c,county,A;B,,,')).toEqual(['undatedParent 4 parents']);
    expect(csv('A,Top,centre,,,,', 'B,b,province,A,,,', 'C,c,county,A;B@2011-01-01;A@2010-01-01,,,')).toEqual(['undatedParent 4 parents']);
  });
  test('a parent that ends before its child', () => {
    expect(csv('A,Top,centre,,,,', 'B,b,province,A,,2010-12-31,', 'C,c,county,B,,,')).toEqual(['parentNotValid 4 parents']);
    expect(csv('A,Top,centre,,,,', 'B,b,province,A,,2010-12-31,', 'C,c,county,B;A@2011-01-02,,,')).toEqual(['parentNotValid 4 parents']);
  });
  test('a parent that begins after its child', () => {
    expect(csv('A,Top,centre,,,,', 'B,b,province,A,2010-01-01,,', 'C,c,county,B,,,')).toEqual(['parentNotValid 4 parents']);
  });
  test('values: tier, code, name', () => {
    expect(csv('A,Top,centre,,,,', 'B,,town,A,,,', 'C C,c,county,A,,,')).toEqual([
      'badValue 3 tier',
      'missingValue 3 name',
      'badValue 4 code',
    ]);
  });
  test('one unreadable parent does not hide an unknown one', () => {
    expect(csv('A,Top,centre,,,,', 'B,b,county,?,,,', 'C,c,county,X,,,')).toEqual(['badValue 3 parents', 'unknownParent 4 parents']);
  });
  test('quotes', () => {
    expect(csv('A,"Top,centre,,,,')).toEqual(['syntax 2']);
    expect(csv('A,"Top"x,centre,,,,')).toEqual(['syntax 2']);
    expect(csv('A,T"op,centre,,,,')).toEqual(['syntax 2']);
  });
  test('every message is written in both languages', () => {
    const result = governmentTreeFromCsv(`${header}B,,town,C,2023,,`, identity);
    const faults = 'faults' in result ? result.faults : [];
    expect(faults.length).toBeGreaterThan(3);
    for (const { expected, message } of faults) {
      for (const { zh, en } of [expected, message]) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).toMatch(/[a-z]/);
      }
    }
  });
});

describe('documents', () => {
  const top = { code: 'A', name: 'Top', tier: 'centre', parents: [] };
  test('sound', () => {
    const zone = {
      code: 'Z',
      name: { zh: '新区', en: 'Zone' },
      tier: 'zone',
      parents: [
        { code: 'A', from: '2011-05-31' },
        { code: 'B', from: '2017-01-22' },
      ],
      spans: ['B'],
      validFrom: '2011-05-31',
    };
    const result = governmentTreeFromJson(
      JSON.stringify({ id: 'x', vintage: '2024', governments: [top, { ...top, code: 'B', parents: [{ code: 'A' }], rank: 'high' }, zone] }),
    );
    if ('faults' in result) throw new Error(JSON.stringify(result.faults));
    expect(result.get('Z' as GovernmentCode)).toEqual(zone);
    expect(result.get('B' as GovernmentCode)?.rank).toEqual({ zh: 'high', en: 'high' });
    expect(result.ladder(codes('Z'), isoDateOf('2020-01-01'))).toEqual(['B', 'A']);
  });
  test('not JSON, not an object', () => {
    expect(faultsOf(governmentTreeFromJson('{\n"id": x}'))[0]).toMatch(/^syntax/);
    expect(faultsOf(governmentTreeFromJson('[]'))).toEqual(['badValue $']);
    expect(faultsOf(governmentTreeFromJson('['.repeat(200_000)))).toHaveLength(1);
    expect(faultsOf(governmentTreeFromJson('{}'))).toEqual(['badValue id', 'badValue vintage', 'badValue governments']);
  });
  test('one fault per error, with its path', () => {
    expect(json(top, 7)).toEqual(['badValue governments[1]']);
    expect(json(top, { ...top, code: 'B', parents: [7] })).toEqual(['badValue governments[1].parents[0]']);
    expect(json(top, { ...top, code: 'B', parents: [{ code: 'A', from: '2011' }] })).toEqual(['badDate governments[1].parents[0].from']);
    expect(json(top, { ...top, code: 'B', parents: [{ code: 'C' }] })).toEqual(['unknownParent governments[1].parents[0].code']);
    expect(json(top, { ...top, code: 'B', parents: [{ code: 'A' }], validform: '' })).toEqual(['unknownColumn governments[1].validform']);
    const slip = governmentTreeFromJson(JSON.stringify({ ...identity, governments: [{ ...top, validform: '' }] }));
    expect(slip).toMatchObject({
      faults: [
        { message: { zh: '未知的键“validform”', en: 'unknown key "validform"' }, expected: { en: expect.stringContaining('code') } },
      ],
    });
    expect(json(top, { ...top, code: 5, parents: [{ code: 'A' }] })).toEqual(['badValue governments[1].code']);
    expect(json(top, top)).toEqual(['duplicateCode governments[1].code']);
  });
});

test('a table in code that is not a tree is refused', () => {
  expect(() => governmentTree({ ...identity, governments: [] })).toThrow('not a tree');
});

test('rows survive writing with quotes and reading back', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '区') });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
  fc.assert(
    fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, lineEnd) => {
      const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join(lineEnd);
      const read = csvRows(text);
      expect('fault' in read ? read : read.map(({ cells }) => cells)).toEqual(rows);
    }),
  );
});

test('any text gives a tree or faults, never an exception', () => {
  const line = fc.array(fc.constantFrom('A', 'B', 'C', 'A;B@2010-01-01', 'centre', '"', '', '2010-01-01', '@', ';'), { maxLength: 8 });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      const result = governmentTreeFromCsv(header + lines.map((cells) => cells.join(',')).join('\n'), identity);
      expect('faults' in result ? result.faults.length > 0 : result.root !== undefined).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
