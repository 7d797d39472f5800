import { expect, test } from 'vitest';
import { powers } from './levels.ts';
import { powerNames } from './powerNames.ts';

test('every power has its name, in rising order of authority', () => {
  expect(powers.map((power) => [powerNames[power].zh, powerNames[power].en])).toEqual([
    ['召集', 'convene'],
    ['协调', 'coordinate'],
    ['监督', 'supervise'],
    ['考核', 'assess'],
    ['惩处', 'sanction'],
  ]);
});
