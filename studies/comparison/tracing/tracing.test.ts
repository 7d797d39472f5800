import { editionFacts, loadCase } from '@gongze/cases';
import { openCase } from '@gongze/domain/report/open';
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { standardParameters } from '@gongze/domain/vocabulary/parameters';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accepted } from '../testing/references.ts';
import { traceArticle } from './article.ts';
import { type Evidence, type Likelihood, testKind, testNames, testOutcome } from './evidence.ts';
import { updated } from './updating.ts';

const exactly = (value: number): Likelihood => ({ low: value, likely: value, high: value });

function piece(id: string, observed: boolean | null, ifTrue: Likelihood, ifFalse: Likelihood, group = id): Evidence {
  return { id, text: { zh: id, en: id }, observed, ifTrue, ifFalse, reason: { zh: id, en: id }, group, facts: [] };
}

describe('the four tests', () => {
  test.each([
    [0.95, 0.05, 'doublyDecisive'],
    [0.95, 0.5, 'hoop'],
    [0.5, 0.05, 'smokingGun'],
    [0.6, 0.4, 'strawInTheWind'],
    [0.9, 0.1, 'doublyDecisive'],
  ] as const)('%s against %s is %s', (ifTrue, ifFalse, kind) => {
    expect(testKind(ifTrue, ifFalse)).toBe(kind);
    expect(testNames[kind]).toEqual({ zh: expect.stringMatching(/检验$/), en: expect.stringMatching(/^[a-z ]+$/) });
  });
  test('a hoop that is missed all but excludes, an unknown piece says nothing', () => {
    expect(testOutcome(piece('a', false, exactly(0.95), exactly(0.5))).en).toBe('All but excludes it.');
    expect(testOutcome(piece('a', null, exactly(0.95), exactly(0.5))).en).toContain('nothing follows');
  });
});

describe('updating', () => {
  test('is Bayes’ theorem', () => {
    // 0.4·0.9 / (0.4·0.9 + 0.6·0.3) = 2/3; not seen: 0.4·0.1 / (0.4·0.1 + 0.6·0.7) = 2/23
    const seen = accepted(updated(exactly(0.4), [piece('a', true, exactly(0.9), exactly(0.3))]));
    expect(seen.posterior.likely).toBeCloseTo(2 / 3, 12);
    expect(seen.decibans.likely).toBeCloseTo(10 * Math.log10(3), 12);
    const unseen = accepted(updated(exactly(0.4), [piece('a', false, exactly(0.9), exactly(0.3))]));
    expect(unseen.posterior.likely).toBeCloseTo(2 / 23, 12);
  });
  test('what is unknown, or as probable either way, moves nothing', () => {
    const pieces = [piece('a', null, exactly(0.9), exactly(0.1)), piece('b', true, exactly(0.4), exactly(0.4))];
    expect(accepted(updated(exactly(0.3), pieces)).posterior.likely).toBeCloseTo(0.3, 12);
  });
  test('a piece told twice in one group counts once, in two groups twice', () => {
    const one = piece('a', true, exactly(0.8), exactly(0.2));
    const alone = accepted(updated(exactly(0.5), [one])).posterior.likely;
    expect(accepted(updated(exactly(0.5), [one, { ...one, id: 'b' }])).posterior.likely).toBeCloseTo(alone, 12);
    expect(accepted(updated(exactly(0.5), [one, { ...one, id: 'b', group: 'b' }])).posterior.likely).toBeCloseTo(16 / 17, 12);
  });
  test.each([0, 1])('a probability of %s is refused: nothing could change it any more', (value) => {
    expect(updated(exactly(value), [])).toMatchObject({ ok: false, refusal: { kind: 'badSetting' } });
  });

  const likelihood = fc
    .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }))
    .map((three) => three.sort((a, b) => a - b).map((value) => value / 100))
    .map(([low, likely, high]) => ({ low, likely, high }) as Likelihood);
  const evidence = fc.array(
    fc
      .tuple(fc.constantFrom(true, false, null), likelihood, likelihood, fc.constantFrom('a', 'b', 'c'))
      .map(([observed, ifTrue, ifFalse, group]) => piece(group, observed, ifTrue, ifFalse, group)),
    { maxLength: 6 },
  );
  test('the range holds what is likely, and the order of evidence does not matter', () => {
    fc.assert(
      fc.property(likelihood, evidence, (prior, pieces) => {
        const { posterior } = accepted(updated(prior, pieces));
        expect(posterior.low).toBeLessThanOrEqual(posterior.likely + 1e-12);
        expect(posterior.likely).toBeLessThanOrEqual(posterior.high + 1e-12);
        expect(accepted(updated(prior, [...pieces].reverse())).posterior.likely).toBeCloseTo(posterior.likely, 9);
      }),
    );
  });
});

describe('the article on its two cases', () => {
  const trace = (id: 'jingjinji' | 'xixian', asOf: string) => {
    const file = loadCase(id);
    const opened = openCase({
      caseId: id as CaseId,
      title: file.title,
      actors: {},
      edition: 'enriched',
      facts: editionFacts(file, 'enriched'),
      parameters: standardParameters(),
      governments: gb2260(),
    });
    const traced = accepted(traceArticle(opened, isoDateOf(asOf), standardParameters().get('hypotheses.changeMin')));
    return { traced, opened, report: opened.reportAt(isoDateOf(asOf)) };
  };

  test.each([
    ['jingjinji', '2017-12-31'],
    ['xixian', '2014-12-31'],
  ] as const)('%s: three hypotheses, three rivals, every piece with facts of the case', (id, asOf) => {
    const { traced, opened } = trace(id, asOf);
    expect(traced.map((one) => one.id)).toEqual(['H1', 'H2', 'H3', 'cultural', 'institutional', 'rationalChoice']);
    const known = new Set<string>(opened.ordered.map((fact) => fact.id));
    for (const { evidence } of traced) for (const { facts } of evidence) expect(facts.filter((fact) => !known.has(fact))).toEqual([]);
  });

  test('as many pieces as the report has readings, seen where the report says that the index rose', () => {
    const { traced, report } = trace('jingjinji', '2017-12-31');
    for (const { id, readings } of report.hypotheses) {
      const pieces = traced.find((one) => one.id === id)?.evidence.filter((one) => one.id.includes('.rose.')) ?? [];
      expect(pieces.length).toBe(readings.length);
      expect(pieces.filter(({ observed }) => observed).length).toBe(
        readings.filter(({ change }) => change !== null && change > 0.05 + 1e-9).length,
      );
    }
  });

  test('a hypothesis without a single reading stays where it was', () => {
    const { traced } = trace('xixian', '2014-12-31');
    const h1 = traced.find(({ id }) => id === 'H1');
    expect(h1?.evidence).toEqual([]);
    expect(h1?.result.posterior.low).toBeCloseTo(h1?.result.prior.low as number, 12);
    expect(h1?.result.posterior.high).toBeCloseTo(h1?.result.prior.high as number, 12);
    expect(h1?.result.robust).toBe(false);
  });
});
