import { standardParameters } from '@gongze/domain/vocabulary/parameters';
import { expect, it } from 'vitest';
import { editableParameters, readParametersFile } from './parameters-file.ts';
import { serialise } from './serialise.ts';

const read = (text: string) => readParametersFile(new TextEncoder().encode(text), 'p.json');

it('the printed defaults, unedited, change nothing', () => {
  expect(read(serialise(editableParameters()))).toMatchObject({ ok: true, overrides: {}, parameters: { hash: standardParameters().hash } });
});
it('takes a number or an object with its value', () => {
  const overrides = { 'advice.deficientBelow': 0.4, 'selfHelp.watchMonths': 12 };
  expect(read('{"advice.deficientBelow": 0.4, "selfHelp.watchMonths": {"value": 12}}')).toMatchObject({ ok: true, overrides });
});
it.each([
  ['[]', 'wrongType'],
  ['', 'syntax'],
  ['{"advice.deficientBelo": 1}', 'unknownName'],
  ['{"advice.deficientBelow": 7}', 'wrongValue'],
  ['{"advice.deficientBelow": "x"}', 'wrongType'],
  ['{"advice.deficientBelow": {}}', 'missingField'],
  ['{"__proto__": 1}', 'unknownName'],
])('%s: %s, with its place', (text, kind) => {
  expect(read(text)).toMatchObject({ ok: false, faults: [{ kind, file: 'p.json', line: 1 }] });
});
