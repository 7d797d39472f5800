import { describe, expect, it } from 'vitest';
import { readRuleTableFile } from './rule-table-file.ts';

const table = {
  rule: 'own',
  title: { zh: '自定表', en: 'own table' },
  subject: 'evaluation',
  by: ['000000'],
  scope: ['110000'],
  from: '2020-01-01',
  table: {
    kind: 'accountability',
    rules: [{ rule: 'r', series: 's', level: 1, post: { zh: '主任', en: 'head' }, when: [{ count: 'c', atLeast: 2 }] }],
  },
};
const read = (content: unknown, change: (text: string) => string = (text) => text) =>
  readRuleTableFile(new TextEncoder().encode(change(JSON.stringify(content, null, 1))), 'table.json');
const faults = (content: unknown, change?: (text: string) => string) => {
  const answer = read(content, change);
  return answer.ok ? [] : answer.faults.map(({ path, kind }) => `${kind} ${path}`);
};

describe('a rule table in a file', () => {
  it('is read, with its days and a hash', () => {
    expect(read(table)).toMatchObject({
      ok: true,
      version: { rule: 'own', from: '2020-01-01', until: undefined, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });
  it('is refused whole, each fault at its place', () => {
    expect(faults({ ...table, from: '2020-02-30' })).toEqual(['impossibleDate /from']);
    expect(faults({ ...table, table: { kind: 'ranking' } })).toEqual(['wrongValue /table/kind']);
    expect(faults({ ...table, table: { ...table.table, rules: [{ ...table.table.rules[0], when: [{ count: 'c' }] }] } })).toEqual([
      'wrongValue /table/rules/0/when/0',
    ]);
    expect(faults({ ...table, table: undefined })).toEqual(['missingField /table']);
    expect(faults({ ...table, extra: 1 })).toEqual(['unknownField /extra']);
    expect(faults(table, (text) => text.slice(0, 40))).toHaveLength(1);
  });
  it('says what would be right in both languages', () => {
    const answer = read({ ...table, table: { ...table.table, rules: [{ ...table.table.rules[0], when: [{ count: 'c' }] }] } });
    const message = answer.ok ? undefined : answer.faults[0]?.message;
    expect(message?.zh).toContain('atLeast、atMost、above、below 中至少一项');
    expect(message?.en).toContain('at least one of atLeast');
  });
});
