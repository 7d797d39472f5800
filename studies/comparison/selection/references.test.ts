import { describe, expect, test } from 'vitest';
import { minimise, termsOf } from '../qca/minimise.ts';
import { termText } from '../qca/terms.ts';
import { accepted, lastCall, type Reference, references, tableAsked, tableOf } from '../testing/references.ts';
import { type Memberships, membershipsOf } from './memberships.ts';
import { type ConjunctPair, deviantWithIrrelevant, typicalWithTypical, typicalWithTypicalByConjunct } from './pairs.ts';
import { deviantCoverageCases, typicalOfConjuncts } from './single.ts';

interface Listing {
  readonly title: string;
  readonly results: readonly Readonly<Record<string, unknown>>[];
}

function membershipsFor(reference: Reference): Memberships {
  const call = lastCall('minimize', reference);
  const table = tableAsked(tableOf(reference), call);
  const solution = accepted(minimise(table, { include: ['?'] }));
  const [model] = solution.models.stream();
  return membershipsOf(table.data, termsOf(solution, model ?? []));
}

const rounded = (value: unknown): number => Math.round(Number(value) * 100) / 100;
const said = (pair: readonly [boolean, boolean]): string => (pair[0] ? (pair[1] ? 'both' : 'typ1') : pair[1] ? 'typ2' : 'none');

function conjunctPair(pair: ConjunctPair): unknown[] {
  const { first, second, rank, cleanCorridor, consistent, unique, best } = pair;
  return [first, second, rank, said(cleanCorridor), said(consistent), said(unique), rounded(best)];
}

const found = references(/^S_smmr_/);
describe('cases to trace, as SetMethods selects them', () => {
  test(`${found.length} references read`, () => {
    console.log(`case selection: ${found.length} references read`);
  });
  test.each(found)('$id', (reference) => {
    const memberships = membershipsFor(reference);
    const lists = reference.output as readonly Listing[];
    const call = lastCall('smmr', reference).named;
    const place = memberships.terms.findIndex((term) => termText(term, memberships.data) === '~EMP*OCCUP');
    const results = lists.map((list) =>
      list.results.filter((row) =>
        Object.values(row).some((value) => typeof value === 'string' && value !== 'none' && value !== row['.row']),
      ),
    );
    const kind = `${call['match']} ${call['cases']}`;
    if (kind === 'FALSE 2') {
      const own = typicalOfConjuncts(memberships, place);
      expect(own.map(({ conjunct }) => conjunct)).toEqual(['~EMP', 'OCCUP']);
      for (const [at, list] of lists.entries())
        expect(
          own[at]?.cases.map((one) => [
            one.case,
            rounded(one.focal),
            rounded(one.outcome),
            rounded(one.others),
            rounded(one.inTerm),
            one.rank,
            one.cleanCorridor,
            one.consistent,
            one.unique,
            rounded(one.best),
            one.mostOfConjunct,
          ]),
        ).toEqual(
          list.results.map((row) => [
            row['.row'],
            row['FC'],
            row['Outcome'],
            row['CC_Min'],
            row['Term'],
            row['Rank'],
            row['CleanCorr'],
            row['FC<=Y'],
            row['UniqCov'],
            row['Best'],
            row['MostTypFC'],
          ]),
        );
    } else if (kind === 'FALSE 4') {
      const own = deviantCoverageCases(memberships).map((one) => [
        one.case,
        rounded(one.inSolution),
        one.row,
        rounded(one.inRow),
        one.consistent,
        rounded(one.best),
        one.most,
      ]);
      const wanted = lists[0]?.results.map((row) => [
        row['Case'],
        row['Sol'],
        memberships.data.names.map((name) => row[`TT_${name}`]).join(''),
        row['TT_row'],
        row['TT<=Y'],
        row['Best'],
        row['MostDCOV'],
      ]);
      expect(own).toEqual(wanted);
    } else if (kind === 'TRUE 1') {
      const own = typicalWithTypicalByConjunct(memberships, place);
      for (const [at, rows] of results.entries())
        expect(own[at]?.pairs.slice(0, rows.length).map(conjunctPair)).toEqual(
          rows.map((row) => ['TYP1', 'TYP2', 'PairRank', 'CleanCorr', 'FC<=Y', 'UniqCov', 'Best'].map((key) => row[key])),
        );
    } else if (kind === 'TRUE 4') {
      const perRow = new Map<string, unknown[][]>();
      for (const { first, second, row, consistent, best } of deviantWithIrrelevant(memberships)) {
        const own = perRow.get(row) ?? [];
        perRow.set(row, own);
        if (own.length < 5) own.push([first, second, row, consistent, rounded(best)]);
      }
      const wanted = lists[0]?.results.map((row) => [
        row['DCOV'],
        row['IIR'],
        memberships.data.names.map((name) => row[`TT_${name}`]).join(''),
        row['TT_DCV<=Y'],
        row['Best'],
      ]);
      expect([...perRow.values()].flat()).toEqual(wanted);
    } else if (kind === 'TRUE 5') {
      for (const list of lists) {
        const at = memberships.terms.findIndex((term) => `Term ${termText(term, memberships.data)}` === list.title);
        // R fills up to five lines with empty ones.
        const rows = list.results.filter((row) => row['TYP1'] !== null);
        expect(
          typicalWithTypical(memberships, at)
            .slice(0, rows.length)
            .map((one) => [one.first, one.second, said(one.unique), rounded(one.best)]),
        ).toEqual(rows.map((row) => ['TYP1', 'TYP2', 'UniqCov', 'Best'].map((key) => row[key])));
      }
    } else expect.fail(`no check for ${kind}`);
  });
});
