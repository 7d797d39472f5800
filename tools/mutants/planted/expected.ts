/** What has to become of every mutant of planted.ts: original, replacement, fate. */
export const expected: readonly (readonly [
  original: string,
  replacement: string,
  fate: 'killed' | 'timeout' | 'survived' | 'uncovered',
])[] = [
  ['3 + 1', '3 - 1', 'killed'],
  ['value <= largest', 'true', 'killed'],
  ['value <= largest', 'false', 'killed'],
  ['value <= largest', 'value < largest', 'survived'],
  ['value <= largest', 'value > largest', 'killed'],
  ['left > 0', 'false', 'killed'],
  ['left > 0', 'left >= 0', 'killed'],
  ['left > 0', 'left <= 0', 'killed'],
  ['left -= 1', 'left += 1', 'timeout'],
  ['value * 2', 'value / 2', 'uncovered'],
  ['value / 2', 'value * 2', 'survived'],
];
