/** The protocol pages say what the code says. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { acceptedDraws, acceptedOf, passRates } from './calibration/accepted.data.ts';
import { outputs } from './ensemble/outputs.ts';
import { modelParameters } from './model/parameters.ts';
import { unitIn } from './model/units.ts';
import { patterns } from './patterns/patterns.ts';

const shown = (value: number): string => String(Math.round(value * 1e4) / 1e4);
const between = ([low, high]: readonly [number, number]): string => `${shown(low)}–${shown(high)}`;

describe.each([
  ['en', 'odd.md'],
  ['zh', 'odd.zh.md'],
] as const)('the protocol in %s', (lang, file) => {
  const lines = readFileSync(new URL(`../../docs/${file}`, import.meta.url), 'utf8').split('\n');
  test('lists every parameter with unit, range, prior and source', () => {
    for (const { name, meaning, unit, standard, min, max, prior, source } of modelParameters) {
      const row = [
        `\`${name}\``,
        meaning[lang],
        unitIn(unit, lang),
        shown(standard),
        between([min, max]),
        prior === undefined ? '—' : between(prior),
      ];
      const line = lines.find((one) => one.startsWith(`| ${row.join(' | ')} | `));
      expect(line, name).toBeDefined();
      // Who is cited is the same in both; an assumption is called one in the reader's language.
      for (const cited of source.match(/[A-Z]\S+ (?:& \S+|et al\.)/gu) ?? []) expect(line).toContain(cited);
      if (/assum/.test(source)) expect(line).toMatch(lang === 'en' ? /assum/ : /假设/);
    }
  });
  test('lists every output and every pattern with its pass rate', () => {
    for (const { name, meaning, unit } of outputs) expect(lines).toContain(`| \`${name}\` | ${meaning[lang]} | ${unitIn(unit, lang)} |`);
    for (const { id, name, demand } of patterns) {
      const row = `| ${name[lang]} | ${demand[lang]} | ${(100 * passRates[id]).toFixed(1)}% |`;
      expect(lines.some((line) => line.startsWith(row))).toBe(true);
    }
    expect(lines.join('')).toContain(acceptedOf.draws.toLocaleString('en'));
    expect(lines.join('')).toContain(String(acceptedOf.screened));
    expect(lines.join('')).toMatch(new RegExp(`\\b${acceptedDraws.length} `));
  });
});
