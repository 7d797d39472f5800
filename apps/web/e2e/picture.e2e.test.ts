/** The picture that leaves the page, read by programs that are not the page: a strict XML reader, a PDF reader, a decoder of PNG. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { artifacts, openPage, openStage, seriousViolations, type Stage, wide } from './support.ts';

const words = {
  zh: {
    open: '导出图片',
    title: '西安—咸阳交通协同',
    asOf: '截至2012年1月31日',
    note: '预算会议后再议',
    notes: '批注',
    add: '添加',
    edit: '修改',
    save: '保存',
    remove: '删除',
    undo: '撤销',
    copy: '复制带批注的链接',
    text: '内容',
    keep: '存入本浏览器',
  },
  en: {
    open: 'Export as a picture',
    title: 'Transport between Xi’an and Xianyang',
    asOf: 'As of 31 January 2012',
    note: 'Ask the mayor',
    notes: 'Notes',
    add: 'Add',
    edit: 'Edit',
    save: 'Save',
    remove: 'Remove',
    undo: 'Undo',
    copy: 'Copy a link with the notes',
    text: 'Note',
    keep: 'Keep them here',
  },
} as const;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage?.close();
});

async function taken(page: Page, kind: RegExp, name: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: kind }).click(),
  ]);
  const path = join(artifacts, name);
  await download.saveAs(path);
  return readFileSync(path);
}

interface Facts {
  readonly facts: readonly { readonly id: string; readonly type: string; readonly occurred: { readonly last: string } }[];
}

describe.each(['zh', 'en'] as const)('the picture of a case in %s', (lang) => {
  const say = words[lang];

  it('holds what the page holds, by itself, and keeps its letters in print', async () => {
    const { page, context, errors } = await openPage(stage, wide);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(`/case/xixian?lang=${lang}&asOf=2012-01-31`);
    await page.getByRole('button', { name: say.notes, exact: true }).click();
    await page.getByLabel(say.text, { exact: true }).fill(say.note);
    await page.getByRole('button', { name: say.add, exact: true }).click();

    const opener = page.getByRole('button', { name: say.open });
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').locator('svg.sheet').waitFor();
    expect(await seriousViolations(page)).toEqual([]);

    const svg = (await taken(page, /SVG/, `picture-${lang}.svg`)).toString('utf8');
    expect(svg).not.toMatch(/var\(|class=|<style|href=/);
    for (const text of [say.asOf, say.note, say.title]) expect(svg).toContain(text);
    // Light whatever the screen is: the ground is white and the letters are dark.
    expect(/<rect [^>]*fill="rgb\(255, 255, 255\)"/.test(svg)).toBe(true);

    // A strict reader of XML, in a page that has none of our style sheets.
    const bare = await stage.browser.newPage();
    const read = await bare.evaluate((text) => {
      const tree = new DOMParser().parseFromString(text, 'image/svg+xml');
      const selected = [...tree.querySelectorAll('[data-select]')].map((element) => element.getAttribute('data-select') ?? '');
      return { fault: tree.querySelector('parsererror')?.textContent, root: tree.documentElement.localName, selected };
    }, svg);
    expect(read.fault).toBeUndefined();
    expect(read.root).toBe('svg');

    // The facts of the server, each as a mark, an instrument, or a line of a mark that stands for several.
    const { facts } = (await (await fetch(`${stage.url}/api/cases/xixian/facts?edition=enriched`)).json()) as Facts;
    const marks = facts.filter(({ type }) => !['caseOpened', 'instrumentApplied', 'factCorrected', 'factRetracted'].includes(type));
    const day = (iso: string) => (lang === 'zh' ? `${Number(iso.slice(0, 4))}年` : iso.slice(0, 4));
    const lines = [...svg.matchAll(/<title>([^<]*)<\/title>/g)].flatMap(([, text = '']) => text.split('\n'));
    for (const { id, occurred } of marks) {
      const drawn = read.selected.includes(`fact:${id}`) || lines.some((line) => line.includes(day(occurred.last)));
      expect(drawn, id).toBe(true);
    }
    const distinct = new Set(lines.filter((line) => line.includes(' · ')));
    expect(distinct.size).toBeGreaterThanOrEqual(Math.floor(marks.length * 0.9));

    // Every duty of the table is a bar of the picture.
    const duties = facts.filter(({ type }) => type === 'obligationDrafted' || type === 'obligationAssigned');
    expect(read.selected.filter((key) => key.startsWith('duty:')).length).toBeGreaterThanOrEqual(duties.length > 0 ? 1 : 0);

    const png = await taken(page, /PNG/, `picture-${lang}.png`);
    const size = await bare.evaluate(
      async (bytes) => {
        const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
        return { width: image.width, height: image.height };
      },
      [...png],
    );
    expect(size.width).toBeGreaterThanOrEqual(2480);
    await bare.close();

    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await page.getByRole('dialog').getByRole('button', { name: /A3/ }).click();
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true })));
    expect(pdf.numPages).toBe(1);
    const box = (await pdf.getPage(1)).getViewport({ scale: 1 });
    expect([Math.round(box.width), Math.round(box.height)]).toEqual([1191, 842]);
    const { text } = await extractText(pdf, { mergePages: true });
    for (const expected of [say.title, say.note])
      expect(text.normalize('NFKC').replaceAll(/\s/g, '')).toContain(expected.replaceAll(' ', ''));
    expect(errors).toEqual([]);
    await context.close();
  });

  it('takes notes, changes and removes them, and sends them in a link that no server sees', async () => {
    const { page, context, errors } = await openPage(stage, wide);
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: stage.url });
    await page.goto(`/case/xixian?lang=${lang}&asOf=2012-01-31`);
    await page.getByRole('button', { name: say.notes, exact: true }).click();
    await page.getByLabel(say.text, { exact: true }).fill(say.note);
    await page.keyboard.press('Enter');
    const slips = page.locator('.slip title');
    await expect.poll(() => slips.allTextContents()).toEqual([say.note]);
    await page.getByRole('button', { name: `${say.edit} ${say.note}` }).click();
    await page.getByLabel(say.text, { exact: true }).fill(`${say.note} 2`);
    await page.getByRole('button', { name: say.save, exact: true }).click();
    await page.reload();
    await page.locator('.slip').waitFor({ state: 'attached' });
    await expect.poll(() => slips.allTextContents()).toEqual([`${say.note} 2`]);
    await page.getByRole('button', { name: new RegExp(`^${say.notes}`) }).click();
    await page.getByRole('button', { name: say.copy }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(link).search).not.toContain('notes');
    await page.getByRole('button', { name: `${say.remove} ${say.note} 2` }).click();
    await expect.poll(() => slips.count()).toBe(0);
    await page.getByRole('button', { name: say.undo }).click();
    await expect.poll(() => slips.count()).toBe(1);
    expect(await seriousViolations(page)).toEqual([]);

    const other = await openPage(stage, wide);
    const asked: string[] = [];
    other.page.on('request', (request) => asked.push(request.url()));
    await other.page.goto(link);
    await other.page.locator('.slip').waitFor({ state: 'attached' });
    await expect.poll(() => other.page.locator('.slip title').allTextContents()).toEqual([`${say.note} 2`]);
    await other.page.getByRole('button', { name: say.keep }).click();
    await other.page.reload();
    await other.page.locator('.slip').waitFor({ state: 'attached' });
    await expect.poll(() => other.page.locator('.slip').count()).toBe(1);
    expect(asked.filter((url) => new URL(url).search.includes('notes'))).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
    await other.context.close();
  });
});
