/** The main job in a real browser, in both languages: list, case, date, findings, why, who may intervene. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { largeHistory } from './largeHistory.ts';
import {
  artifacts,
  keepShot,
  openPage,
  openStage,
  parseCost,
  phone,
  quietCosts,
  seriousViolations,
  sliderCosts,
  type Stage,
  wide,
} from './support.ts';

const LARGE = 10_000;

const words = {
  zh: {
    case: '西安—咸阳',
    asOf: '截至',
    slider: '截至日期',
    date: '2012年1月31日',
    finding: '决而不行',
    why: '为什么？',
    rule: '规则',
    thresholds: '阈值',
    superiors: '谁可介入',
    answer: '陕西省',
    may: '可增加手段',
    duties: '责任台账',
    other: 'English',
    unknown: '没有案例',
    badDate: '无法识别',
  },
  en: {
    case: 'Xi’an and Xianyang',
    asOf: 'As of',
    slider: 'As-of date',
    date: '31 January 2012',
    finding: 'Decision without action',
    why: 'Why?',
    rule: 'Rule',
    thresholds: 'Thresholds',
    superiors: 'Who may intervene',
    answer: 'Shaanxi',
    may: 'may add instruments',
    duties: 'Duties',
    other: '中文',
    unknown: 'There is no case',
    badDate: 'cannot be read',
  },
} as const;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage?.close();
});

describe.each(['zh', 'en'] as const)('the main job in %s', (lang) => {
  const say = words[lang];

  it('leads from the list to the answer who may intervene', async () => {
    const { page, context, errors } = await openPage(stage, wide);
    await page.goto(`/?lang=${lang}`);
    await page.getByRole('link', { name: say.case }).waitFor();
    await page.locator('.case-sentence:not(.muted)').nth(1).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await keepShot(page, `list-wide-${lang}`);

    await page.getByRole('link', { name: say.case }).click();
    const slider = page.getByRole('slider', { name: say.slider });
    await slider.waitFor();
    await slider.fill(String(Date.UTC(2012, 0, 31) / 86_400_000));
    await page.getByRole('heading', { level: 2, name: say.date }).first().waitFor();
    expect(await slider.getAttribute('aria-valuetext')).toBe(say.date);
    await expect.poll(() => new URL(page.url()).searchParams.get('asOf')).toBe('2012-01-31');
    expect(await page.locator('html').getAttribute('lang')).toBe(lang === 'zh' ? 'zh-CN' : 'en');

    const panel = page.getByRole('tabpanel');
    const row = panel.getByRole('row', { name: new RegExp(`^${say.finding}`) }).first();
    await row.waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await keepShot(page, `case-wide-${lang}`);

    await row.getByRole('button', { name: say.why }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: say.rule, exact: true }).waitFor();
    await dialog.getByRole('heading', { name: say.thresholds }).waitFor();
    await expect.poll(() => dialog.locator('.why-changes li').count()).toBeGreaterThan(0);
    await expect.poll(() => dialog.locator('[aria-busy="true"]').count()).toBe(0);
    expect(await seriousViolations(page)).toEqual([]);
    await keepShot(page, `why-wide-${lang}`);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('why');

    await page.getByRole('tab', { name: say.superiors }).click();
    const card = panel.getByRole('article', { name: say.answer });
    await card.locator('.may').getByText(say.may).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await keepShot(page, `superiors-wide-${lang}`);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('is free of serious barriers in every view, on a phone too', async () => {
    const { page, context, errors } = await openPage(stage, phone);
    for (const tab of ['findings', 'duties', 'superiors', 'mechanism', 'funnel', 'hypotheses', 'facts', 'compare']) {
      await page.goto(`/case/jingjinji?lang=${lang}&asOf=2016-07-31&tab=${tab}`);
      await page.getByRole('tabpanel').getByRole('heading', { level: 2 }).waitFor();
      expect(await seriousViolations(page), tab).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, `${tab} must not scroll sideways as a whole`).toBeLessThanOrEqual(0);
      if (tab === 'findings') await keepShot(page, `case-phone-${lang}`);
      await page.getByRole('tabpanel').scrollIntoViewIfNeeded();
      await page.evaluate(() => document.getElementById('panel')?.scrollIntoView());
      await keepShot(page, `${tab}-phone-${lang}`);
    }
    expect(errors).toEqual([]);
    await context.close();
  });

  it('says what is wrong with an address and what would be right', async () => {
    const { page, context } = await openPage(stage, wide);
    await page.goto(`/case/nowhere?lang=${lang}`);
    await page.getByRole('alert').getByText(say.unknown).waitFor();
    await page.goto(`/case/xixian?lang=${lang}&asOf=2012-02-30`);
    const alert = page.getByRole('alert');
    await alert.locator('.fault-line').getByText(say.badDate).waitFor();
    await alert.getByRole('button').click();
    await alert.waitFor({ state: 'detached' });
    await page.route('**/api/**', (route) => route.abort());
    await page.goto(`/?lang=${lang}`);
    await page.getByRole('alert').waitFor();
    await page.unroute('**/api/**');
    await page.getByRole('alert').getByRole('button').click();
    await page.getByRole('link', { name: say.case }).waitFor();
    await context.close();
  });
});

it('says on every page that nobody was asked who he is', { timeout: 180_000 }, async () => {
  const { page, context } = await openPage(stage, wide);
  const names = ['today', 'country', 'agreements', 'compare', 'what-if', 'ledger', 'verify', 'open-data', 'account', 'notices', 'sign-in'];
  for (const address of ['/', ...names.map((name) => `/${name}`), '/case/xixian', '/case/nowhere', '/no-such-page']) {
    await page.goto(`${address}?lang=en`);
    await page.getByText('local mode', { exact: true }).first().waitFor();
  }
  await context.close();
});

describe('the keyboard', () => {
  it('reaches dates, views and facts without a mouse', async () => {
    const { page, context } = await openPage(stage, wide);
    await page.goto('/case/xixian?lang=en&asOf=2012-01-31');
    const slider = page.getByRole('slider');
    await slider.waitFor();
    await page.keyboard.press(']');
    await expect.poll(() => slider.getAttribute('aria-valuetext')).not.toBe('31 January 2012');
    await page.keyboard.press('[');
    await page.keyboard.press('[');
    await expect.poll(() => slider.getAttribute('aria-valuetext')).not.toContain('2012');
    await slider.focus();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('/');
    const search = page.getByRole('searchbox');
    await expect.poll(() => search.evaluate((field) => field === document.activeElement)).toBe(true);
    await search.fill('bridge');
    await search.blur();
    await page.keyboard.press('j');
    await expect.poll(() => new URL(page.url()).searchParams.get('sel')).toMatch(/^fact:/);
    await page.locator('tr[aria-current="true"]').first().waitFor();
    await context.close();
  });
});

describe('moving the slider', () => {
  // A frame has 16 ms; the gate is a ratio to parsing the same facts in the same browser, so that a slow machine does not fail it.
  it(`costs a fraction of parsing the facts, a frame at a time, on ${LARGE.toLocaleString('en')} facts too`, async () => {
    const { page, context, errors } = await openPage(stage, wide);
    await page.goto('/case/xixian?lang=en');
    await page.getByRole('slider').waitFor();
    await sliderCosts(page, 20);
    const real = await quietCosts(page);

    const source = (await (await fetch(`${stage.url}/api/cases/xixian/facts?edition=enriched`)).json()) as {
      actors: object;
      governments: object[];
    };
    const facts = largeHistory(LARGE);
    const body = JSON.stringify({ ...source, case: 'large', title: { zh: '生成的案例', en: 'Generated case' }, facts, size: facts.length });
    await page.route('**/api/cases/large/facts*', (route) => route.fulfill({ contentType: 'application/json', body }));
    await page.goto('/case/large?lang=en');
    await page.getByRole('slider').waitFor();
    // The curves of a long history are read in idle time; wait until they are, so that the slider alone is measured.
    await page.getByText(/read at \d+ dates/).waitFor({ timeout: 120_000 });
    await keepShot(page, 'large-wide-en');
    await sliderCosts(page, 20);
    const large = await quietCosts(page);
    const parse = await parseCost(page, body);
    const report = { real, large, facts: LARGE, parse };
    writeFileSync(join(artifacts, 'slider.json'), `${JSON.stringify(report, null, 2)}\n`);
    console.log(JSON.stringify(report));
    expect(errors).toEqual([]);
    expect(large.frame.median / parse).toBeLessThan(1);
    expect(large.settled.median / parse).toBeLessThan(4);
    expect(real.frame.median / parse).toBeLessThan(1);
    await context.close();
  });
});
