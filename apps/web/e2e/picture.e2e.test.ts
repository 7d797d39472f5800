/** The picture that leaves the page, read by programs that are not the page: a strict XML reader, a PDF reader, a decoder of PNG. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { CaseReport } from '@gongze/domain/report/schema';
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

interface ServerFact {
  readonly id: string;
  readonly type: string;
  readonly occurred: { readonly first: string; readonly last: string; readonly precision: string };
  readonly payload: { readonly title?: Readonly<Record<'zh' | 'en', string>>; readonly target?: string };
}

/** What the server knows of the case: its facts, and what it says of it today. */
async function onServer(): Promise<{ readonly facts: readonly ServerFact[]; readonly report: CaseReport }> {
  const read = async (path: string) => (await fetch(`${stage.url}/api/cases/xixian/${path}`)).json();
  const { facts } = (await read('facts?edition=enriched')) as { facts: ServerFact[] };
  return { facts, report: (await read('report?edition=enriched')) as CaseReport };
}

interface ReadSvg {
  readonly fault: string | undefined;
  readonly root: string;
  /** What a mark, a bar or a span stands for: only those that have a shape. */
  readonly selected: readonly string[];
  /** Facts that marks of several and brackets of undated ones stand for. */
  readonly gathered: readonly string[];
  /** Words of a mark, by line. */
  readonly lines: readonly string[];
  readonly texts: readonly string[];
}

const readSvg = (page: Page, svg: string): Promise<ReadSvg> =>
  page.evaluate((text) => {
    const tree = new DOMParser().parseFromString(text, 'image/svg+xml');
    const shaped = [...tree.querySelectorAll('[data-select]')].filter(
      (element) => ['rect', 'path'].includes(element.localName) || element.querySelector('rect, path, circle, line') !== null,
    );
    const content = (elements: Iterable<Element>) => [...elements].map((element) => element.textContent ?? '');
    return {
      fault: tree.querySelector('parsererror')?.textContent ?? undefined,
      root: tree.documentElement.localName,
      selected: shaped.map((element) => element.getAttribute('data-select') ?? ''),
      gathered: shaped.flatMap((element) => element.getAttribute('data-facts')?.split(' ') ?? []),
      lines: content(tree.querySelectorAll('title')).flatMap((title) => title.split('\n')),
      texts: content(tree.querySelectorAll('text')),
    };
  }, svg);

/** Not marks of their own: spans, the opening of the case, and what says something about another fact. */
const unmarked = ['caseOpened', 'instrumentApplied', 'factCorrected', 'factRetracted'];
const variableNames = { zh: ['文化情境', '制度架构', '行动过程'], en: ['Culture', 'Institution', 'Action'] } as const;

/** Names of the lanes that the case has to have, as the server knows them. */
function lanesOf(facts: readonly ServerFact[], report: CaseReport, lang: 'zh' | 'en'): string[] {
  const named = (id: string): string => report.actors[id]?.[lang] ?? '';
  const bodies = facts.flatMap(({ type, payload }) => (type === 'bodyEstablished' ? [payload.title?.[lang] ?? ''] : []));
  const names = [
    ...[...report.parties, ...report.ladder].map(named).filter((name) => name !== ''),
    ...bodies.filter((name) => name !== ''),
    ...report.obligations.map(({ title }) => title[lang]),
    ...report.findings.map(({ id }) => report.verdicts.find((verdict) => verdict.id === id)?.name[lang] ?? ''),
    ...variableNames[lang],
  ];
  return [...new Set(names.filter((name) => name !== ''))];
}

/** A name that has no room ends in an ellipsis. */
const writes = (text: string, name: string): boolean =>
  text === name || (text.endsWith('…') && name.startsWith(text.slice(0, -1).trimEnd()));

/** Every lane, fact, duty, instrument and finding of the server that the picture has not. */
function missingIn(
  { selected, gathered, lines, texts }: ReadSvg,
  facts: readonly ServerFact[],
  report: CaseReport,
  lang: 'zh' | 'en',
): string[] {
  const drawn = new Set([...selected, ...gathered.map((id) => `fact:${id}`)]);
  const marks = facts.filter(({ type }) => !unmarked.includes(type));
  const expected = [
    ...marks.map(({ id }) => `fact:${id}`),
    ...report.obligations.map(({ id }) => `duty:${id}`),
    ...[...report.interventions, ...report.guidance]
      .filter(({ from }) => from !== null)
      .map(({ instrument }) => `instrument:${instrument}`),
  ];
  // A day is written as readers of the language write it, in the words of the mark.
  const dayText = (iso: string): string => {
    const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
    const name = new Date(Date.UTC(2000, month - 1, 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' });
    return lang === 'zh' ? `${year}年${month}月${day}日` : `${day} ${name} ${year}`;
  };
  // What a correction says instead, the fact itself does not.
  const corrected = new Set(facts.map(({ payload }) => payload.target));
  const asRecorded = marks.filter(({ id }) => !corrected.has(id));
  const dated = asRecorded.filter(({ occurred }) => occurred.precision === 'day').map(({ occurred }) => dayText(occurred.first));
  const titled = asRecorded.flatMap(({ payload }) => payload.title?.[lang] ?? []);
  return [
    ...expected.filter((key) => !drawn.has(key)),
    // The bar of a dilemma stands for the gravest of its findings.
    ...report.findings.filter(({ id }) => ![...drawn].some((key) => key.startsWith(`finding:${id}`))).map(({ key }) => `finding:${key}`),
    ...dated.filter((date) => !lines.some((line) => line.startsWith(date))),
    ...titled.filter((title) => !lines.some((line) => line.includes(title))),
    ...lanesOf(facts, report, lang)
      .filter((name) => !texts.some((text) => writes(text, name)))
      .map((name) => `lane ${name}`),
  ];
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
    const read = await readSvg(bare, svg);
    expect(read.fault).toBeUndefined();
    expect(read.root).toBe('svg');
    const { facts, report } = await onServer();
    expect(missingIn(read, facts, report, lang)).toEqual([]);
    // The check would see it: a picture without one of its lanes, or without one of its marks, is not whole.
    for (const lane of lanesOf(facts, report, lang)) {
      const without = { ...read, texts: read.texts.filter((text) => !writes(text, lane)) };
      expect(missingIn(without, facts, report, lang)).toContain(`lane ${lane}`);
    }
    for (const kind of ['fact', 'duty', 'instrument', 'finding']) {
      const isOther = (key: string): boolean => !key.startsWith(`${kind}:`);
      const without = { ...read, selected: read.selected.filter(isOther), gathered: kind === 'fact' ? [] : read.gathered };
      expect(missingIn(without, facts, report, lang).length, kind).toBeGreaterThan(0);
    }

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
