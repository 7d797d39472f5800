/** What if: asked of the model in the browser, in both languages, on a wide screen and on a phone. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepShot, openPage, openStage, phone, seriousViolations, type Stage, wide } from './support.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage.close();
});

const told = {
  zh: {
    run: '开始推演',
    cancel: '取消',
    simulated: '模拟',
    caveat: '这是模型推演，不是预测',
    least: '够用的最小强度',
    at: '2012年1月',
    median: '末月中位数',
  },
  en: {
    run: 'Run the model',
    cancel: 'Cancel',
    simulated: 'simulated',
    caveat: 'This is a model, not a forecast',
    least: 'Least sufficient strength',
    at: 'January 2012',
    median: 'Median, last month',
  },
} as const;

/** Asks, and waits until everything is answered. */
async function answered(page: Page): Promise<void> {
  await page.locator('.main-action').click();
  await page.locator('#what-if-assumptions').waitFor({ timeout: 120_000 });
  await page.locator('.model-progress').waitFor({ state: 'detached' });
}

async function overflows(page: Page): Promise<boolean> {
  return await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
}

describe.each(['zh', 'en'] as const)('in %s', (lang) => {
  const words = told[lang];
  test('a case is asked about: fans, costs, disagreement, timing, assumptions, each marked as simulated', async () => {
    const { page, context, errors } = await openPage(stage, wide);
    await page.goto(`/case/xixian?lang=${lang}&asOf=2012-01-31`);
    await page.locator('.what-if-link a').click();
    await page.locator('.main-action').waitFor();
    expect(page.url()).toContain('/what-if?');
    expect(await page.locator('.about select').first().inputValue()).toBe('xixian');
    expect(await page.locator('.caveat').innerText()).toContain(words.caveat);
    await answered(page);
    expect(await page.locator('.fan').count()).toBe(4);
    expect(await page.locator('.fan .fan-mark').allTextContents()).toEqual(Array.from({ length: 4 }, () => words.simulated));
    // Every answer, by its heading, carries the word.
    const headings = await page.locator('.what-if section h2').allInnerTexts();
    expect(headings).toHaveLength(7);
    for (const heading of headings.slice(1)) expect(heading).toContain(words.simulated);
    expect(headings.some((heading) => heading.includes(words.least))).toBe(true);
    expect(await page.locator('.heat td').count()).toBe(30);
    // Onsets are months of the calendar, and a median that stays at an end of the scale is still seen and named.
    const onsets = await page.locator('.heat tbody th').allInnerTexts();
    expect(onsets[0]).toContain(words.at);
    for (const onset of onsets) expect(onset).toMatch(lang === 'zh' ? /^20\d\d年\d{1,2}月/ : /^[A-Z][a-z]+ 20\d\d/);
    for (const label of await page.locator('.fan-median-name').allTextContents())
      expect(label).toMatch(new RegExp(`^${words.median} [01]\\.\\d\\d$`));
    expect(await page.locator('.indices tbody tr').count()).toBe(8);
    expect(await seriousViolations(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await keepShot(page, `what-if-${lang}-wide`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.simulated-mark').first().isVisible()).toBe(true);
    expect(
      await page
        .locator('.simulated-box')
        .first()
        .evaluate((box) => getComputedStyle(box).borderTopStyle),
    ).toBe('dotted');
    expect(errors).toEqual([]);
    await context.close();
  });

  test('on a phone nothing is cut off', async () => {
    const { page, context, errors } = await openPage(stage, phone);
    await page.goto(`/what-if?lang=${lang}`);
    await page.locator('.main-action').waitFor();
    await answered(page);
    expect(await overflows(page)).toBe(false);
    expect(await seriousViolations(page)).toEqual([]);
    await keepShot(page, `what-if-${lang}-phone`);
    expect(errors).toEqual([]);
    await context.close();
  });
});

test('it can be cancelled, and a wrong number is refused with its range', async () => {
  const { page, context, errors } = await openPage(stage, wide);
  await page.goto('/what-if?lang=en');
  await page.locator('.main-action').click();
  await page.getByRole('button', { name: told.en.cancel }).click();
  await page.getByText('Cancelled.').waitFor();
  await page.getByLabel('Strength, 0–5').first().fill('9');
  await page.locator('.main-action').click();
  const fault = page.getByRole('alert');
  await fault.waitFor();
  expect(await fault.innerText()).toContain('0 ≤ strength ≤ 5');
  // Drafts are kept as typed.
  await page.reload();
  expect(await page.getByLabel('Strength, 0–5').first().inputValue()).toBe('9');
  expect(errors).toEqual([]);
  await context.close();
});

test('one run opens as a case that says everywhere that it is simulated; elsewhere it is not known', async () => {
  const { page, context, errors } = await openPage(stage, wide);
  await page.goto('/what-if?lang=en&case=xixian&asOf=2012-01-31');
  await answered(page);
  await page.locator('.open-runs button').nth(2).click();
  await page.locator('.simulated-case').waitFor();
  expect(await page.locator('h1').innerText()).toMatch(/^Simulated: /);
  expect(await page.locator('.case-head .simulated-mark').innerText()).toBe('simulated');
  expect(await page.locator('#tab-work').count()).toBe(0);
  expect(await page.locator('.what-if-link').count()).toBe(0);
  await keepShot(page, 'what-if-case');
  // The same address again is the same case; it was not kept as facts but is computed anew.
  const sentence = await page.locator('.sentence p').first().innerText();
  await page.reload();
  await page.locator('.simulated-case').waitFor();
  expect(await page.locator('.sentence p').first().innerText()).toBe(sentence);
  const other = await openPage(stage, wide);
  await other.page.goto(page.url());
  await other.page.locator('.fault').waitFor();
  expect(errors).toEqual([]);
  await other.context.close();
  await context.close();
});

test('advice of a case reads its expected effect from the model', async () => {
  const { page, context, errors } = await openPage(stage, wide);
  await page.goto('/case/xixian?lang=en&asOf=2012-01-31&tab=superiors');
  await page.locator('#panel .simulated-mark').first().waitFor({ timeout: 30_000 });
  expect(await page.locator('#panel').innerText()).toContain('Expected effects come from the model');
  expect(await seriousViolations(page)).toEqual([]);
  await keepShot(page, 'what-if-advice');
  expect(errors).toEqual([]);
  await context.close();
});
