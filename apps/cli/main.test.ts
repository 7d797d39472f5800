import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { caseReportSchema } from '@gongze/domain/report/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gongze } from './testing/ran.ts';
import { widthOf } from './text/layout.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongze-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const root = fileURLToPath(new URL('../../', import.meta.url));

describe('replay', () => {
  it.each(['jingjinji', 'xixian'])('%s: one JSON document, valid by the schema', async (caseId) => {
    const { code, out, err } = await gongze('replay', caseId, '--json', '--edition', 'paper', '--as-of', '2012');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(caseReportSchema.parse(JSON.parse(out))).toMatchObject({ case: caseId, edition: 'paper', asOf: '2012-12-31' });
  });
  it.each(['zh', 'en'])('as a memorandum in %s: the sentence first, no line too wide, nothing undefined', async (lang) => {
    const { code, out } = await gongze('replay', 'xixian', '--as-of', '2012-01-31', '--lang', lang);
    const json = JSON.parse((await gongze('replay', 'xixian', '--as-of', '2012-01-31', '--json')).out);
    expect(code).toBe(0);
    const flat = out.replace(/\s+/g, '');
    expect(flat.indexOf(json.sentence[lang].replace(/\s+/g, ''))).toBeLessThan(250);
    for (const finding of json.findings) expect(out).toContain(finding.name[lang].split(' ')[0]);
    expect(out).not.toMatch(/undefined|NaN|\[object/);
    for (const line of out.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(100);
  });
  it('a file gives the same report as the shipped case', async () => {
    const shipped = await gongze('replay', 'xixian', '--as-of', '2012-01-31', '--json');
    const read = await gongze('replay', join(root, 'cases/xixian.json'), '--as-of', '2012-01-31', '--json');
    expect(read.out).toBe(shipped.out);
  });
  it('thresholds of a file count, and their faults are told', async () => {
    const set = await gongze('replay', 'xixian', '--json', '--parameters', file('p.json', '{"decisionWithoutAction.graceDays": 400}'));
    expect(JSON.parse(set.out).parameters.overridden).toEqual(['decisionWithoutAction.graceDays']);
    const path = file('q.json', '{\n "decisionWithoutAction.graceDay": 400}');
    const wrong = await gongze('replay', 'xixian', '--parameters', path);
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toContain(`${path}:2:2: unknown name`);
  });
  it('another tree of governments can be given, and then parties must be in it', async () => {
    const wrong = await gongze('replay', 'xixian', '--governments', join(root, 'examples/governments/nowhere.csv'));
    expect(wrong).toMatchObject({ code: 2, out: '' });
  });
});

describe('explain and may-intervene', () => {
  it('explain as text and as JSON', async () => {
    const text = await gongze('explain', 'xixian', 'decisionWithoutAction', '--as-of', '2012-01-31');
    expect(text.code).toBe(0);
    expect(text.out).toContain('What would change the result');
    const json = await gongze('explain', 'xixian', 'decisionWithoutAction', '--as-of', '2012-01-31', '--json');
    expect(JSON.parse(json.out)).toMatchObject({ rule: { id: 'decisionWithoutAction' } });
  });
  it('may-intervene gives the named fields, also off the ladder', async () => {
    const on = JSON.parse((await gongze('may-intervene', 'xixian', '--tier', '610000', '--as-of', '2012-01-31', '--json')).out);
    expect(on).toMatchObject({ case: 'xixian', tier: '610000', asOf: '2012-01-31', may: 'addInstruments', already: ['organisation'] });
    expect(on.instruments.length).toBeGreaterThan(0);
    const off = JSON.parse((await gongze('may-intervene', 'xixian', '--tier', '130000', '--as-of', '2012-01-31', '--json')).out);
    expect(off).toMatchObject({ tier: '130000', may: 'no', reasons: [{ id: 'onLadder', met: false }, { id: 'commonSuperior' }] });
    expect((await gongze('may-intervene', 'xixian', '--tier', '610000', '--lang', 'zh')).out).toContain('陕西省');
  });
});

describe('bad input: exit code 2, one line a fault, no stack', () => {
  const nothing = 'nothing was loaded';
  it.each<[string, () => string | Uint8Array, string]>([
    ['empty', () => '', 'the file is empty'],
    ['GBK', () => Uint8Array.from([0x7b, 0x22, 0xd6, 0xd0, 0x22]), ':1:3: not UTF-8'],
    ['not JSON', () => '{"format": "gongze-case/1",', ':1:28: not JSON'],
    ['a million brackets', () => '['.repeat(1_000_000), ':1:65: nested too deep'],
    ['huge number', () => '{"format": 1e999}', 'unknown file format'],
    ['fields of the prototype', () => '{"__proto__": {"format": "gongze-case/1"}, "constructor": 1}', 'unknown file format'],
  ])('%s', async (name, content, message) => {
    for (const command of ['validate', 'replay']) {
      const { code, out, err } = await gongze(command, file(`${name}.json`, content()));
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(message);
      expect(err).toContain(nothing);
      expect(err).not.toMatch(/\n\s+at /);
      expect(err.trimEnd().split('\n')).toHaveLength(2);
    }
  });
  it('100 MB are refused by their size, without being read', async () => {
    const path = file('large.json', '');
    truncateSync(path, 100 * 1024 * 1024);
    const before = performance.now();
    const { code, err } = await gongze('validate', path);
    expect(code).toBe(2);
    expect(err).toContain('the file is too large: expected at most 64 MB, found 100 MB');
    expect(performance.now() - before).toBeLessThan(500);
  });
  it('a folder, and a file that is not there', async () => {
    expect(await gongze('validate', folder)).toMatchObject({ code: 2, err: expect.stringContaining('cannot be read') });
    expect(await gongze('validate', join(folder, 'absent'))).toMatchObject({ code: 2, err: expect.stringContaining('ENOENT') });
    expect(await gongze('replay', 'absent')).toMatchObject({ code: 2, err: expect.stringContaining('jingjinji, xixian') });
  });
  it('in Chinese for who asks in Chinese', async () => {
    expect((await gongze('validate', file('leer.json', ''), '--lang', 'zh')).err).toContain('文件为空');
  });
  it('as JSON for programs', async () => {
    const { code, out } = await gongze('validate', file('wrong.json', '{}'), '--json');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ valid: false, total: 1, faults: [{ kind: 'unknownFormat', line: 1 }] });
    expect(JSON.parse((await gongze('validate', join(root, 'cases/xixian.json'), '--json')).out)).toMatchObject({
      valid: true,
      case: 'xixian',
    });
  });
  it.each([
    [['replay']],
    [['replay', 'xixian', '--nonsense']],
    [['nonsense']],
    [['replay', 'xixian', '--lang', 'fr']],
    [['may-intervene', 'xixian']],
    [['serve', '--port', '99999']],
    [['replay', 'xixian', '--edition', 'gold']],
    [['replay', 'xixian', '--as-of', '2023-02-30']],
    [['explain', 'xixian', 'nonsense']],
    [['may-intervene', 'xixian', '--tier', '999999']],
    [[]],
  ])('command line %j', async (argv) => {
    const { code, err } = await gongze(...argv);
    expect(code).toBe(2);
    expect(err).not.toMatch(/\n\s+at /);
  });
  it('calls the fields of a request by the names of the options', async () => {
    expect((await gongze('replay', 'xixian', '--as-of', 'x')).err).toContain('--as-of: expected YYYY');
  });
});

describe('the rest', () => {
  it('schema and parameters are JSON; the printed parameters can be handed back', async () => {
    expect(JSON.parse((await gongze('schema')).out)).toMatchObject({ title: 'CaseReport' });
    const path = file('defaults.json', (await gongze('parameters')).out);
    const plain = await gongze('replay', 'xixian', '--as-of', '2012', '--json');
    expect((await gongze('replay', 'xixian', '--as-of', '2012', '--json', '--parameters', path)).out).toBe(plain.out);
  });
  it('help is no fault and speaks the language', async () => {
    expect(await gongze('--help', '--lang', 'zh')).toMatchObject({ code: 0, out: expect.stringContaining('检查案例文件') });
    expect(await gongze('replay', '--help')).toMatchObject({ code: 0, out: expect.stringContaining('--known-on') });
  });
});

describe('--estimate', () => {
  const at = ['xixian', '--as-of', '2012-01-31', '--runs', '3', '--seed', '5', '--estimate'];
  it('puts numbers in the place of notEstimated, with their interval, basis and what the model is', async () => {
    const asked = await gongze('replay', ...at, '--json');
    const report = caseReportSchema.parse(JSON.parse(asked.out));
    expect(report.advice.length).toBeGreaterThan(0);
    expect(report.estimate).toMatchObject({ runs: 3, seed: 5, months: 36 });
    expect(report.estimate?.statement.en).toContain('not a forecast');
    const effects = new Map(report.estimate?.effects.map((effect) => [effect.instrument, effect]));
    for (const { instrument, expectedEffect } of report.advice) {
      const { low, median, high } = effects.get(instrument) as { low: number; median: number; high: number };
      expect(expectedEffect).toBe(median);
      expect(low).toBeLessThanOrEqual(median);
      expect(median).toBeLessThanOrEqual(high);
    }
    expect((await gongze('replay', ...at, '--json')).out).toBe(asked.out);
  });
  it('what is not asked for is not estimated, and the memorandum says how to ask', async () => {
    const plain = await gongze('replay', 'xixian', '--as-of', '2012-01-31', '--json');
    const report = JSON.parse(plain.out);
    expect(report.estimate).toBeUndefined();
    expect(new Set(report.advice.map((one: { expectedEffect: unknown }) => one.expectedEffect))).toEqual(new Set(['notEstimated']));
    expect((await gongze('replay', 'xixian', '--as-of', '2012-01-31')).out).toContain('--estimate');
  });
  it('an explanation carries the advice against its finding, an answer on a tier what that tier is advised', async () => {
    const explained = JSON.parse((await gongze('explain', 'xixian', 'decisionWithoutAction', ...at.slice(1), '--json')).out);
    expect(explained.estimate.effects.length).toBeGreaterThan(0);
    const may = JSON.parse((await gongze('may-intervene', ...at, '--tier', '610000', '--json')).out);
    expect(may.estimate.effects.length).toBeGreaterThanOrEqual(explained.estimate.effects.length);
    const centre = JSON.parse((await gongze('may-intervene', ...at, '--tier', '000000', '--json')).out);
    expect(centre.estimate.effects).toEqual([]);
    const text = await gongze('may-intervene', ...at, '--tier', '610000', '--lang', 'zh');
    expect(text.out).toContain('预期效果（模拟）');
  });
  it.each([
    ['--runs', '0', '1 ≤ runs ≤ 1000'],
    ['--runs', 'many', 'runs'],
    ['--seed', '-1', 'seed'],
  ])('%s %s is refused with the range', async (option, value, part) => {
    const { code, err } = await gongze('replay', 'xixian', '--estimate', option, value);
    expect(code).toBe(2);
    expect(err).toContain(part);
  });
});
