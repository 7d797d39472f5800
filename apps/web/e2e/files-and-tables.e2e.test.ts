/** Files that cannot be read get a sentence that helps, in either language; rule tables are adopted and changed by a form. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldOf } from './weeks/person.ts';
import { keepShot, openPage, openStage, phone, seriousViolations, type Stage, wide } from './support.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(async () => await stage?.close());

const folder = mkdtempSync(join(tmpdir(), 'gongze-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
function put(name: string, bytes: Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}
const megabytes = 50 * 1024 * 1024;
const sheet = (cells: string, more = ''): string =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData>${more}</worksheet>`;
/** The least that is a workbook, written by hand. */
function workbook(content: string, extra: Record<string, string> = {}): Buffer {
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml':
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': content,
    ...extra,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))));
}
const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const head = `<row r="1">${cell('A1', '责任事项')}${cell('B1', '责任单位')}${cell('C1', '期限')}</row>`;
const formula = `<row r="2">${cell('A2', 'Bridge')}${cell('B2', '610100')}<c r="C2"><f>TODAY()+30</f></c></row>`;
const merged = `<row r="2">${cell('A2', 'Bridge')}${cell('B2', '610100')}${cell('C2', '2027-06-01')}</row><row r="3">${cell('B3', '610400')}</row>`;
/** 任务,责任单位,完成时限 / 建成引桥,西安市,2027-06-01 in GBK, as Excel in Chinese writes it. */
const gbk = Buffer.from('c8cecef12cd4f0c8ceb5a5cebb2ccdeab3c9cab1cfde0abda8b3c9d2fdc7c52ccef7b0b2cad02c323032372d30362d30310a', 'hex');

interface Case {
  readonly name: string;
  readonly bytes: () => Buffer;
  readonly zh: RegExp;
  readonly en: RegExp;
}
const bad: readonly Case[] = [
  { name: 'columns.csv', bytes: () => Buffer.from('甲,乙\n1,2\n'), zh: /没有找到需要的列.*责任单位/, en: /responsible|column/i },
  { name: 'broken.xlsx', bytes: () => Buffer.from('PK\u0003\u0004nothing'), zh: /文件已损坏/, en: /damaged|broken|corrupt/i },
  { name: 'macros.xlsx', bytes: () => workbook(sheet(head), { 'xl/vbaProject.bin': 'x' }), zh: /宏/, en: /macro/i },
  { name: 'big.csv', bytes: () => Buffer.alloc(megabytes, 'x'), zh: /50 MB.*20 MB/, en: /50 MB.*20 MB/ },
  {
    name: 'old.xlsx',
    bytes: () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(8192, '0'), 'hex'),
    zh: /旧版|加密/,
    en: /old|encrypted|password/i,
  },
  { name: 'formula.xlsx', bytes: () => workbook(sheet(head + formula)), zh: /公式/, en: /formula/i },
  {
    name: 'merged.xlsx',
    bytes: () => workbook(sheet(head + merged, '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>')),
    zh: /合并/,
    en: /merged/i,
  },
];

describe.each(['zh', 'en'] as const)('in %s', (lang) => {
  it('a file that cannot be taken in says why and what to do, and nothing is recorded', { timeout: 120_000 }, async () => {
    const { page, context } = await openPage(stage, phone);
    await page.goto(`/case/xixian?lang=${lang}&tab=documents`);
    const box = page.locator('[data-import=ledger]');
    await box.waitFor();
    for (const { name, bytes, ...told } of bad) {
      await box.locator('input[type=file]').setInputFiles(put(name, bytes()));
      await expect.poll(async () => await box.innerText(), { timeout: 15_000, message: name }).toMatch(told[lang]);
      expect(await box.locator('button.main').count(), name).toBe(0);
    }
    await keepShot(page, `bad-files.${lang}`);
    await box.locator('input[type=file]').setInputFiles({ name: 'gbk.csv', mimeType: 'text/csv', buffer: gbk });
    await box.locator('button.main').waitFor();
    expect(await box.innerText()).toContain('建成引桥');
    await context.close();
  });

  it('a rule table is changed into a new version, and steps of slips are adopted', { timeout: 120_000 }, async () => {
    const { page, context, errors } = await openPage(stage, wide);
    await page.goto(`/case/jingjinji?lang=${lang}&tab=work&sel=work:supervision`);
    const tables = page.locator('details.rule-table');
    await tables.first().waitFor();
    const before = await tables.count();
    const first = tables.filter({ has: page.locator('.rule-rows') }).first();
    await first.locator('summary').click();
    await first.locator('[data-do=adoptRule]').click();
    const form = page.locator('form.command');
    const finish = async (): Promise<void> => {
      await form.locator('button.main').click();
      await page.locator('.notice').waitFor({ timeout: 20_000 });
      await form.waitFor({ state: 'detached' });
    };
    const changed = lang === 'zh' ? '92' : '93';
    // Nothing is asked that stands in the version before: it may be recorded as it is, with one number changed.
    const scores = form.locator('input').and(page.locator('[value="90"]'));
    expect(await scores.count()).toBeGreaterThan(0);
    await scores.last().fill(changed);
    await finish();
    await expect.poll(async () => await tables.count()).toBe(before + 1);
    expect(await tables.locator('td', { hasText: new RegExp(`^${changed}$`) }).count()).toBe(1);

    await page.locator('[data-new-table=escalation]').click();
    await form.locator('textarea').first().fill(`Slips ${lang}`);
    await fieldOf(form, 'scope', lang).check();
    const steps = form.locator('fieldset.field', { has: page.locator('.items') }).last();
    // Blue, orange and red are offered whole, to be changed.
    await expect.poll(async () => await steps.locator('.items > .item').count()).toBe(3);
    for (const [index, [slip, grace, up]] of [
      ['blue', '3', '0'],
      ['orange', '5', '1'],
    ].entries()) {
      const item = steps.locator('.items > .item').nth(index);
      await item.locator('select').selectOption(slip ?? '');
      await item
        .locator('input')
        .nth(0)
        .fill(grace ?? '');
      await item
        .locator('input')
        .nth(1)
        .fill(up ?? '');
    }
    await keepShot(page, `escalation.${lang}`);
    await finish();
    await expect.poll(async () => await tables.count()).toBe(before + 2);
    const adopted: Locator = tables.filter({ hasText: `Slips ${lang}` });
    await adopted.locator('summary').click();
    const rows = await adopted.locator('tbody tr').allTextContents();
    expect(rows).toHaveLength(3);
    expect(rows[0]).toContain('3');
    expect(rows[1]).toContain('5');
    expect(await seriousViolations(page)).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });
});
