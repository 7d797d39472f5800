/** The table of thresholds against the sources: nothing in it is idle, and a rule names what it is judged by. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { partyRules, superiorRules } from '../dilemmas/diagnose.ts';
import type { Fact } from '../events/catalogue.ts';
import { openCase } from '../report/open.ts';
import type { CaseReport } from '../report/schema.ts';
import { generateHistory } from '../testing/histories.ts';
import { smallTree } from '../testing/situations.ts';
import { isoDateOf } from './dates.ts';
import type { CaseId } from './ids.ts';
import { defaultParameters, type ParameterName, parametersWith, standardParameters } from './parameters.ts';

const domain = fileURLToPath(new URL('..', import.meta.url));
const names = Object.keys(defaultParameters) as ParameterName[];

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !relative(domain, file).startsWith('testing'));
}

/** Names that the file asks the parameters for. */
function readIn(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/\.get\(\s*'([a-zA-Z]+\.[a-zA-Z]+)'/g)].map((match) => match[1] as string);
}

/** The file and everything that it imports from the domain, however far. */
function withImports(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, path] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)) withImports(join(dirname(file), path as string), seen);
  return seen;
}

describe('the table', () => {
  test('every parameter is read somewhere, and nothing is read that is not in it', () => {
    const read = new Set(sourcesUnder(domain).flatMap(readIn));
    expect([...read].sort()).toEqual([...names].sort());
  });

  test('every default lies in its range, has a title in both languages and a source', () => {
    for (const name of names) {
      const { value, range, title, source } = defaultParameters[name];
      expect(value, name).toBeGreaterThanOrEqual(range[0]);
      expect(value, name).toBeLessThanOrEqual(range[1]);
      for (const text of [title.zh, title.en, source.zh, source.en]) expect(text.length, name).toBeGreaterThan(1);
    }
  });
});

describe('a rule', () => {
  test.each([...partyRules, ...superiorRules].map((rule) => [rule.id, rule] as const))(
    '%s names what it reads, and only that',
    (id, rule) => {
      const read = new Set([...withImports(join(domain, 'dilemmas', `${id}.ts`))].flatMap(readIn));
      expect([...rule.thresholds].sort()).toEqual([...read].sort());
    },
  );
});

describe('overrides', () => {
  test('one that is unknown, no number or out of range is refused, and then none is applied', () => {
    expect(
      parametersWith({ 'advice.deficientBelow': 0.4, 'no.such': 1, 'freeRiding.windowMonths': 0, 'unequalVoice.evennessMin': '1' }),
    ).toEqual({
      faults: [
        { name: 'no.such', fault: 'unknown' },
        { name: 'freeRiding.windowMonths', fault: 'outOfRange', range: [1, 240] },
        { name: 'unequalVoice.evennessMin', fault: 'notANumber' },
      ],
    });
    expect(parametersWith({ toString: 1 })).toMatchObject({ faults: [{ name: 'toString', fault: 'unknown' }] });
  });

  test('an override changes its value, its source and the hash of the set', () => {
    const own = parametersWith({ 'advice.deficientBelow': 0.4 });
    if ('faults' in own) throw new Error('bug: faults');
    expect(own.get('advice.deficientBelow')).toBe(0.4);
    expect(own.entry('advice.deficientBelow').source.en).toBe('set by the user');
    expect(own.overridden).toEqual(['advice.deficientBelow']);
    expect(own.hash).not.toBe(standardParameters().hash);
  });

  const histories: readonly (readonly Fact[])[] = Array.from({ length: 24 }, (_, seed) =>
    generateHistory(seed, { size: seed * 5, undatedShare: 0.1, origin: seed % 2 === 0 ? 'live' : 'archive' }),
  );
  function reportsWith(overrides: Record<string, number>): CaseReport[] {
    const parameters = parametersWith(overrides);
    if ('faults' in parameters) throw new Error('bug: faults');
    return histories.flatMap((facts) => {
      const open = openCase({
        caseId: 'generated' as CaseId,
        title: { zh: '案例', en: 'case' },
        actors: {},
        edition: 'enriched',
        facts,
        parameters,
        governments: smallTree,
      });
      return [2003, 2012, 2019].map((year) => open.reportAt(isoDateOf(`${year}-06-30`)));
    });
  }
  test.each(names)('%s at either end of its range still gives sound reports', (name) => {
    for (const bound of defaultParameters[name].range) {
      const reports = reportsWith({ [name]: bound });
      const text = JSON.stringify(reports, (_, own: unknown) => (typeof own === 'number' && !Number.isFinite(own) ? 'NaN' : own));
      expect(text).not.toMatch(/NaN|undefined|Infinity/);
      for (const { asOf, findings } of reports) {
        for (const { since, severity } of findings) {
          expect(since === null || since <= asOf).toBe(true);
          expect(severity).toBeGreaterThanOrEqual(0);
        }
      }
    }
  });
});
