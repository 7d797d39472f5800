import { describe, expect, test } from 'vitest';
import { readAgreement, rereadAgreement } from '../agreement.ts';
import { readClause } from '../readClause.ts';

const resolved = (text: string, parties: Record<string, string> = {}): readonly unknown[] =>
  readClause(text, 'en', { context: { parties } }).statements.map(({ attributeResolved }) => attributeResolved ?? null);

const introduced =
  'AGREEMENT\nThis Agreement is made between Ashby County Council (“Ashby”) and the Borough of Harrow (hereinafter referred to as “the Borough”).\n1. The Parties shall meet every quarter.\n2. The Borough shall pay Ashby 300 euros by 1 May 2027.';

describe('members of an English abbreviation', () => {
  test.each(['The Parties', 'Both Parties', 'Each Party'])('are those who are given: %s', (name) =>
    expect(resolved(`${name} shall report by 1 May 2027.`, { 'Party A': 'Ashby', 'Party B': 'Harrow' })).toEqual([['Ashby', 'Harrow']]),
  );
  test('of one party is its name', () => expect(resolved('Party A shall pay.', { 'Party A': 'Ashby' })).toEqual([['Ashby']]));
  test('are not invented', () => {
    expect(resolved('The Parties shall report.')).toEqual([null]);
    expect(resolved('The two cities shall report.', { 'Party A': 'Ashby', 'Party B': 'Harrow' })).toEqual([null]);
    expect(resolved('The Parties shall report.', { 'Party A': 'Ashby' })).toEqual([null]);
  });
  test('are those whom the clause itself names', () =>
    expect(resolved('Ashby, Harrow and Millbrook (“the Councils”) shall meet. The Councils shall report by 1 May 2027.')[1]).toEqual([
      'Ashby',
      'Harrow',
      'Millbrook',
    ]));
  test('are those of the introduction of an agreement', () => {
    const of = (text: string): unknown =>
      readAgreement(text).clauses.map(({ reading }) => reading.statements[0]?.attributeResolved ?? null);
    expect(of(introduced)).toEqual([['Ashby County Council', 'Borough of Harrow'], ['Borough of Harrow']]);
  });
  test('change with the introduction', () => {
    const edited = introduced.replace('Ashby County Council', 'Ashby City Council');
    expect(rereadAgreement(readAgreement(introduced), edited)).toEqual(readAgreement(edited));
  });
});
