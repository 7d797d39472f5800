import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placesRoot, scanJson, wantPlace } from './scan.ts';

const accepts = (text: string): boolean => scanJson(text, { nestingMax: 1000 }) === undefined;
function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

it('accepts what JSON.parse accepts', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t'), (text, space) => accepts(JSON.stringify(JSON.parse(text), null, space))),
  );
});

it('refuses what JSON.parse refuses: JSON with one change', () => {
  const changed = fc.tuple(fc.json(), fc.nat(), fc.nat(3), fc.string({ minLength: 1, maxLength: 2 })).map(([text, at, cut, put]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + put + text.slice(place + cut);
  });
  fc.assert(
    fc.property(changed, (text) => accepts(text) === parses(text)),
    { numRuns: 5000 },
  );
});

it('refuses what JSON.parse refuses: strings over the alphabet of JSON', () => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    'a',
    '\\',
    'u',
    '0',
    '1',
    '-',
    '.',
    'e',
    'true',
    'null',
    ' ',
    '\n',
    '\u2028',
    '\ufeff',
    '\u00a0',
  ];
  const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(soup, (text) => accepts(text) === parses(text)),
    { numRuns: 20_000 },
  );
});

it('finds the place of every path', () => {
  const text = '{"a": [10, {"b/c": "x"}], "d\\u0065": 2}';
  const root = placesRoot();
  const place = wantPlace(root, ['a', 1, 'b/c']);
  const escaped = wantPlace(root, ['de']);
  const absent = wantPlace(root, ['a', 7]);
  expect(scanJson(text, { nestingMax: 8, places: root })).toBeUndefined();
  expect(text.slice(place.keyOffset, place.keyOffset + 5)).toBe('"b/c"');
  expect(text.slice(place.valueOffset, place.valueOffset + 3)).toBe('"x"');
  expect(text[escaped.valueOffset]).toBe('2');
  expect(absent.valueOffset).toBe(-1);
});
