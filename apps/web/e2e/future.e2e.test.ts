/** The future on the time axis of a case: asked for, drawn, told in words, kept in the address; in both languages and on a phone. */
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
  zh: { show: '显示未来', simulated: '模拟', caveat: '这是模型推演，不是预测', table: '以表格列出' },
  en: { show: 'Show the future', simulated: 'simulated', caveat: 'This is a model, not a forecast', table: 'As a table' },
} as const;

describe.each(['zh', 'en'] as const)('in %s', (lang) => {
  const words = told[lang];
  test('nothing of the model is fetched until it is asked for; then the fan stands in the future, marked', async () => {
    const { page, context, errors } = await openPage(stage, wide);
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await page.goto(`/case/xixian?lang=${lang}&asOf=2012-01-31`);
    const button = page.getByRole('button', { name: words.show });
    await button.waitFor();
    const ofModel = (): string[] => fetched.filter((url) => /Future|future\.worker|kernel/.test(url));
    expect(ofModel()).toEqual([]);
    await button.press('Enter');
    await page.locator('.future-fan').waitFor({ timeout: 30_000 });
    expect(ofModel().length).toBeGreaterThan(0);
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('.future-mark').textContent()).toBe(words.simulated);
    expect(await page.locator('.lane-label.future .simulated-mark').textContent()).toBe(words.simulated);
    expect(await page.locator('.future-panel').innerText()).toContain(words.caveat);
    // It begins where the line of the date stands.
    const [fan, line] = await Promise.all([page.locator('.future-frame').boundingBox(), page.locator('.cursor').boundingBox()]);
    expect(Math.abs((fan?.x ?? 0) - (line?.x ?? 0))).toBeLessThan(3);
    await page.getByText(words.table).click();
    expect(await page.locator('.future-table tbody tr').count()).toBe(8);
    expect(await seriousViolations(page)).toEqual([]);
    await page.locator('.future-panel').scrollIntoViewIfNeeded();
    await keepShot(page, `future-${lang}-wide`);
    expect(errors).toEqual([]);
    await context.close();
  });
  test('the address keeps it, with the policy; the link goes on to the whole answer', async () => {
    const { page, context, errors } = await openPage(stage, phone);
    await page.goto(`/case/xixian?lang=${lang}&asOf=2012-01-31&future=surge`);
    await page.locator('.future-fan').waitFor({ timeout: 30_000 });
    const drawn = await page.locator('.future-median').getAttribute('d');
    await page.locator('.future-head select').selectOption('none');
    await page.waitForFunction((d) => document.querySelector('.future-median')?.getAttribute('d') !== d, drawn);
    await page.waitForURL(/future=none/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    expect(await seriousViolations(page)).toEqual([]);
    // The slider stays in sight and may cover a part of a lane, whichever: what is left of the lane keeps its distance from what is pressed.
    const lanes = page.locator('button.lane-name:not(:disabled)');
    expect(await lanes.count()).toBeGreaterThan(2);
    for (const [lane, shown] of [
      [1, 12],
      [-1, 20],
    ] as const) {
      await lanes.nth(lane).evaluate((own, above) => {
        const bar = document.querySelector('.slider') as Element;
        window.scrollBy(0, own.getBoundingClientRect().top - (window.innerHeight - bar.getBoundingClientRect().height) + above);
      }, shown);
      expect(await seriousViolations(page), `lane ${lane} by ${shown}`).toEqual([]);
    }
    await keepShot(page, `future-${lang}-phone`);
    await page.locator('.future-head a').click();
    await page.waitForURL(/\/what-if\?.*case=xixian/);
    expect(errors).toEqual([]);
    await context.close();
  });
});

test('a future that is not there is named, and that of no further intervention is shown', async () => {
  const { page, context } = await openPage(stage, wide);
  await page.goto('/case/xixian?lang=en&asOf=2012-01-31&future=tomorrow');
  await page.locator('.future-fan').waitFor({ timeout: 30_000 });
  expect(await page.locator('.fault').innerText()).toContain('tomorrow');
  await context.close();
});
