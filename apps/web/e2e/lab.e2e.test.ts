/** The comparison lab in a real browser: the two shipped cases, the simulated set, and a table of the reader. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepShot, openPage, openStage, phone, seriousViolations, type Stage, wide } from './support.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => await stage?.close());

const step = async (page: Page, name: string): Promise<void> => {
  await page.locator(`#lab-tab-${name}`).click();
  await page.locator(`#lab-step[aria-labelledby="lab-tab-${name}"][aria-busy="false"]`).waitFor();
};

describe('the two cases of the ledger', () => {
  test('every cell opens its facts, and what two cases can show is said', async () => {
    const { page, context, errors } = await openPage(stage, wide);
    await page.goto('/compare?lang=en');
    await page.getByRole('heading', { name: 'What two cases can and cannot show' }).waitFor();
    await page.getByRole('button', { name: /Air pollution.*greatest strength of binding instruments.*open evidence/ }).click();
    const panel = page.locator('.lab-panel');
    await panel.locator('.lab-measure.wanted .evidence a').first().waitFor();
    expect(await panel.innerText()).toContain('Convention of this page');
    expect(await panel.locator('.lab-measure.wanted .evidence a').first().getAttribute('href')).toMatch(/^\/case\/.*sel=fact/);
    expect(await seriousViolations(page)).toEqual([]);
    await keepShot(page, 'lab.ledger.en');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('lab-cell');

    await step(page, 'pairs');
    await page.getByRole('heading', { name: 'The article’s argument, step by step' }).waitFor();
    await step(page, 'tracing');
    await page.getByRole('heading', { name: /^H3 · / }).waitFor();
    expect(await page.getByRole('heading', { name: /^Rival explanation/ }).count()).toBe(3);
    await step(page, 'times');
    expect(await page.locator('.lab-curves').getAttribute('aria-label')).toContain('Xianyang');
    expect(errors).toEqual([]);
    await context.close();
  });

  test('over a window other values are read than at a date', async () => {
    const { page, context } = await openPage(stage, wide);
    await page.goto('/compare?lang=zh');
    const cells = async (): Promise<string> => (await page.locator('.lab-matrix tbody').innerText()).replace(/\s+/g, ' ');
    await page.locator('.lab-matrix').waitFor();
    const changed = async (before: string): Promise<void> => {
      await page.waitForFunction((old) => {
        const body = document.querySelector<HTMLElement>('.lab-matrix tbody');
        return body !== null && body.innerText.replace(/\s+/g, ' ') !== old;
      }, before);
    };
    const now = await cells();
    await page.getByLabel('截至').fill('2013-12-31');
    await changed(now);
    // What was chosen stays when the date moves.
    await page
      .locator('details', { hasText: '变量 ' })
      .first()
      .evaluate((own: HTMLDetailsElement) => {
        own.open = true;
      });
    const before = await cells();
    await page.getByRole('checkbox', { name: '文化情境' }).check();
    await changed(before);
    const day = await cells();
    await page.getByLabel('自（留空则只看当日）').fill('2005-01-01');
    await changed(day);
    expect(await page.getByRole('checkbox', { name: '文化情境' }).isChecked()).toBe(true);
    expect(await page.locator('.lab-matrix thead').innerText()).toContain('文化情境');
    await context.close();
  });
});

describe('the simulated set', () => {
  test('an anchor is moved by keys, and the truth table follows; simulated is said everywhere', async () => {
    const { page, context, errors } = await openPage(stage, phone);
    await page.goto('/compare?lang=zh');
    await page.getByRole('radio', { name: '模拟案例' }).check();
    await page.locator('.lab-matrix').waitFor();
    for (const name of ['matrix', 'calibrate', 'truth', 'solutions', 'intervention', 'pairs', 'times', 'take']) {
      await step(page, name);
      expect(await page.locator('#lab-step h2 .lab-simulated').innerText()).toBe('模拟');
    }
    await step(page, 'truth');
    const truth = async (): Promise<string> => await page.locator('.lab-truth').innerText();
    const before = await truth();
    await step(page, 'calibrate');
    const anchor = page.getByRole('slider', { name: /文化情境.*分界/ });
    await anchor.focus();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('ArrowLeft');
    expect(await anchor.getAttribute('aria-valuenow')).toBe('0.34');
    await page.locator('#lab-step[aria-busy="false"]').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await step(page, 'truth');
    await page.waitForFunction((old) => document.querySelector<HTMLElement>('.lab-truth')?.innerText !== old, before);
    await keepShot(page, 'lab.phone.zh');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('an anchor is dragged on the data, and cannot pass its neighbour', async () => {
    const { page, context } = await openPage(stage, wide);
    await page.goto('/compare?lang=en');
    await page.getByRole('radio', { name: 'Simulated cases' }).check();
    await page.locator('.lab-matrix').waitFor();
    await step(page, 'calibrate');
    const anchor = page.getByRole('slider', { name: /culture.*the line/ });
    const drag = async (by: number): Promise<void> => {
      const handle = await anchor.locator('path').boundingBox();
      if (handle === null) throw new Error('no handle');
      await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
      await page.mouse.down();
      await page.mouse.move(handle.x + handle.width / 2 + by, handle.y + 4, { steps: 6 });
      await page.mouse.up();
    };
    await anchor.scrollIntoViewIfNeeded();
    await drag(60);
    const moved = Number(await anchor.getAttribute('aria-valuenow'));
    expect(moved).toBeGreaterThan(0.46);
    await drag(2000);
    expect(Number(await anchor.getAttribute('aria-valuenow'))).toBeLessThan(0.9);
    await context.close();
  });

  test('all models are counted, and the package repeats them', async () => {
    const { page, context, errors } = await openPage(stage, wide);
    await page.goto('/compare?lang=en');
    await page.getByRole('radio', { name: 'Simulated cases' }).check();
    await page.locator('.lab-matrix').waitFor();
    await step(page, 'solutions');
    const text = await page.locator('#lab-step').innerText();
    expect(text).toMatch(/Models equally short: \d+/);
    expect(await page.locator('.lab-xy .point').count()).toBe(60);
    await page.getByRole('radio', { name: 'Intermediate' }).check();
    await page.getByRole('group', { name: 'Directional expectations' }).waitFor();
    await keepShot(page, 'lab.simulated.en');
    await step(page, 'take');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the replication package' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^SIMULATED-/);
    const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
    expect(Object.keys(files).sort()).toEqual([
      'README.md',
      'analysis.R',
      'data.csv',
      'raw.csv',
      'settings.json',
      'survival.R',
      'survival.csv',
    ]);
    expect(strFromU8(files['README.md'] as Uint8Array)).toContain('SIMULATED');
    expect(errors).toEqual([]);
    await context.close();
  });
});

test('a table of the reader is read here, and a bad one is refused with what would help', async () => {
  const { page, context, errors } = await openPage(stage, wide);
  await page.goto('/compare?lang=zh');
  await page.getByRole('radio', { name: '自己的表格' }).check();
  const upload = async (content: string): Promise<void> =>
    await page.getByLabel('选择 CSV 文件').setInputFiles({ name: 'own.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
  await upload('case,A\n"one,1\n');
  await page.getByRole('alert').waitFor();
  await upload('case,A,B,outcome\na,1,0,1\nb,0,1,0\nc,1,1,1\nd,0,0,0\n');
  await page.locator('.lab-matrix').waitFor();
  await step(page, 'solutions');
  expect(await page.locator('#lab-step').innerText()).toMatch(/同样简洁的模型数:? ?1/);
  expect(errors).toEqual([]);
  await context.close();
});

test('the steps are walked by arrow keys', async () => {
  const { page, context } = await openPage(stage, wide);
  await page.goto('/compare?lang=en');
  await page.locator('#lab-tab-matrix').focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('#lab-tab-calibrate').getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('End');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('lab-tab-take');
  await context.close();
});
