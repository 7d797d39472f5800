/** Documents from the command line: out, in, and what is told when something is wrong. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newEventSchema } from '@gongze/application/commands/new-event';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gongze } from '../testing/ran.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongze-documents-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);

describe('export', () => {
  test.each(['ics', 'ocel', 'csv', 'json'])('%s goes to the screen', async (format) => {
    const { code, out, err } = await gongze('export', 'xixian', '--format', format, '--as-of', '2012');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.length).toBeGreaterThan(1000);
  });
  test.each(['xlsx', 'notice', 'letter', 'minutes'])('%s goes to a file', async (format) => {
    expect(await gongze('export', 'xixian', '--format', format, '--as-of', '2012')).toMatchObject({ code: 2, out: '' });
    const { code, err } = await gongze(
      'export',
      'xixian',
      '--format',
      format,
      '--as-of',
      '2012',
      '--lang',
      'zh',
      '-o',
      at(`x.${format}`),
      '--number',
      '西咸〔2012〕1号',
      // Nobody assigned its duties: who issues a notice is chosen.
      ...(format === 'notice' ? ['--by', '610000'] : []),
    );
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('已写入') });
    expect(
      readFileSync(at(`x.${format}`))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
  test.each([
    [['--format', 'pdf'], 'There is no format'],
    [['--format', 'csv', '--table', 'x'], 'csv has no table'],
    [['--format', 'notice', '--number', 'x'], 'number of a document'],
    [['--format', 'notice', '--duty', 'x'], 'no duty with this id'],
    [['--format', 'notice', '--as-of', '2012'], 'Choose the issuer'],
    [['--format', 'notice', '--as-of', '2012', '--by', '620000'], 'neither above'],
    [['--format', 'ics', '--as-of', 'x'], 'YYYY'],
  ])('%j is refused: %s', async (argv, text) => {
    const { code, out, err } = await gongze('export', 'xixian', ...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(text);
  });
});

describe('import', () => {
  test('a ledger that was exported comes back unchanged into its case, and whole into no case', async () => {
    await gongze('export', 'xixian', '--format', 'xlsx', '--as-of', '2012', '-o', at('ledger.xlsx'));
    const back = await gongze('import-ledger', at('ledger.xlsx'), '--case', 'xixian', '--as-of', '2012', '--json');
    expect(back).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(back.out)).toEqual({ events: [] });
    const { events } = JSON.parse((await gongze('import-ledger', at('ledger.xlsx'), '--json')).out) as { events: { type: string }[] };
    expect(events.length).toBeGreaterThan(5);
    for (const event of events) expect(newEventSchema.safeParse(event).success).toBe(true);
  });
  test('a preview says which column means what and what each row does', async () => {
    writeFileSync(at('a.csv'), '序号,任务,责任单位,备注\n1,修路,西安市,尽快\n');
    const { code, out } = await gongze('import-ledger', at('a.csv'), '--map', '备注=progress.zh', '--map', 'A=-', '--on', '2024-05-01');
    expect(code).toBe(0);
    expect(out).toContain('D  备注 → Progress (Chinese) (progress.zh)');
    expect(out).toMatch(/2 {2}new {2}duty-[0-9a-f]{12} {2}修路/);
    expect(out).toContain('2 facts would be recorded; nothing is written yet');
  });
  test('faults are told with their cell, and there is no output to record', async () => {
    writeFileSync(at('b.csv'), '任务,责任单位\n修路,无名市\n');
    const { code, out, err } = await gongze('import-ledger', at('b.csv'), '--json', '--lang', 'zh');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('b.csv!B2: 责任单位（B2）：不认识“无名市”');
    expect(await gongze('import-ledger', at('b.csv'), '--map', 'B=nothing')).toMatchObject({ code: 2 });
    expect(await gongze('import-ledger', at('none.csv'))).toMatchObject({ code: 2 });
  });
});
