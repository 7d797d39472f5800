/** The work of a case on its page, as the local user does it: decided before it is sent, recorded, and in the log. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepShot, openPage, openStage, phone, seriousViolations, type Stage, wide } from './support.ts';

const words = {
  zh: {
    raise: '提出议题',
    submit: '办理并记录',
    inLog: '已入可验证日志',
    open: '启动介入',
    report: '三项原则的审查意见',
    goOn: /已阅，填写启动表单|写明理由，突破原则启动/,
    actAs: '以谁的名义',
    province: '陕西省',
    refused: '现在不能办理',
    draft: '拟定责任事项',
    accept: '接受责任',
    title: '名称',
    ledger: '可验证日志',
    computed: '算得 2025年10月9日',
    relative: 'relative',
  },
  en: {
    raise: 'Raise a topic',
    submit: 'Do it and record it',
    inLog: 'In the verifiable log',
    open: 'Open an intervention',
    report: 'Report on the three principles',
    goOn: /Read; go on to the form|Open it against the principles/,
    actAs: 'In the name of',
    province: 'Shaanxi',
    refused: 'This cannot be done now',
    draft: 'Draft an obligation',
    accept: 'Accept the obligation',
    title: 'Title',
    ledger: 'The verifiable log',
    computed: 'Computed 9 October 2025',
    relative: 'relative',
  },
} as const;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(async () => await stage?.close());

describe.each(['zh', 'en'] as const)('in %s', (lang) => {
  const say = words[lang];
  it('a duty is drafted with a date that explains itself, recorded, receipted, and waits to be accepted', {
    timeout: 120_000,
  }, async () => {
    const { page, context, errors } = await openPage(stage, wide);
    await page.goto(`/case/xixian?lang=${lang}&tab=work`);
    await page.getByRole('button', { name: say.draft, exact: true }).click();
    const form = page.locator('form.command');
    await form.locator('textarea').first().fill(`E2E ${lang}`);
    await form.getByRole('checkbox').first().check();
    await form.locator('.deadline select').first().selectOption(say.relative);
    await form.locator('.deadline input[type=date]').fill('2025-04-01');
    await form.getByText(say.computed).waitFor();
    await form.getByRole('button', { name: say.submit }).click();
    await page.locator('.notice', { hasText: say.inLog }).waitFor({ timeout: 20_000 });
    const task = page.locator('.task', { hasText: `E2E ${lang}` });
    await task.getByRole('button', { name: say.accept }).click();
    expect(await page.locator('form.command select').first().inputValue()).toMatch(/^obligation-/);
    await page.getByRole('button', { name: say.submit }).click();
    await task.locator('.light').waitFor({ timeout: 20_000 });
    expect(await seriousViolations(page)).toEqual([]);
    await keepShot(page, `work-${lang}`);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('a superior is told what is missing before anything is sent', { timeout: 60_000 }, async () => {
    const { page, context } = await openPage(stage, phone);
    await page.goto(`/case/xixian?lang=${lang}&tab=work`);
    await page.getByLabel(say.actAs).selectOption({ label: say.province });
    await page.getByRole('button', { name: say.open, exact: true }).click();
    const form = page.locator('form.command');
    // What speaks for it and against it is read before the form is seen.
    await page.getByRole('heading', { name: say.report }).waitFor();
    expect(await form.count()).toBe(0);
    await page.getByRole('button', { name: say.goOn }).click();
    await form.locator('textarea').first().fill('x');
    await form.locator('fieldset .tick input').first().check();
    await form
      .locator('fieldset', { hasText: /手段|Instruments/ })
      .locator('button')
      .last()
      .click();
    await form.getByRole('button', { name: say.submit }).click();
    expect(await form.locator('[role=alert]').count()).toBeGreaterThan(0);
    await keepShot(page, `intervene-${lang}`);
    await context.close();
  });

  it('a statement is put and answered: who said nothing is shown as silent; every side of the work can be read', {
    timeout: 120_000,
  }, async () => {
    const { page, context, errors } = await openPage(stage, wide);
    await page.goto(`/case/xixian?lang=${lang}&tab=work&sel=work:topics`);
    const topic = page.locator('.work-topic').first();
    await topic.locator('[data-do=putStatement]').click();
    const form = page.locator('form.command');
    await form.locator('textarea').first().fill(`Statement ${lang}`);
    await form.getByRole('button', { name: say.submit }).click();
    const row = topic.locator('tr', { hasText: `Statement ${lang}` });
    await row.locator('.silence').first().waitFor({ timeout: 20_000 });
    expect(await row.locator('.silence').count()).toBe(2);
    await row.locator('[data-do=answerStatement]').click();
    await form.locator('select').last().selectOption('agree');
    await form.getByRole('button', { name: say.submit }).click();
    await row.locator('.voice.agree').waitFor({ timeout: 20_000 });
    expect(await row.locator('.silence').count()).toBe(1);
    for (const view of ['topics', 'proposals', 'signing', 'delivery', 'supervision', 'intervening']) {
      await page.goto(`/case/xixian?lang=${lang}&tab=work&sel=work:${view}`);
      await page.locator('.work-views [aria-current=true]').waitFor();
      await page.locator('.work h3').first().waitFor();
      expect(await seriousViolations(page), view).toEqual([]);
    }
    expect(errors).toEqual([]);
    await context.close();
  });

  it('a press is not lost when newer facts arrive before the button is let go', { timeout: 120_000 }, async () => {
    const { page, context, errors } = await openPage(stage, wide);
    await page.goto(`/case/xixian?lang=${lang}&tab=work`);
    const form = page.locator('form.command');
    await page.getByRole('button', { name: say.raise, exact: true }).first().click();
    await form.locator('textarea').first().fill(`Press ${lang}`);
    // The facts with the new topic, which put a step more above what is pressed, are held back until the button is down.
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/api/cases/xixian/facts*', async (route) => {
      await held;
      await route.continue();
    });
    await form.getByRole('button', { name: say.submit }).click();
    await form.waitFor({ state: 'detached' });
    const next = page.locator('.next-steps button');
    const before = await next.allTextContents();
    const pressed = page.getByRole('button', { name: say.raise, exact: true }).last();
    // Pressing takes the focus from wherever it was.
    await page.locator('header a').first().focus();
    await pressed.scrollIntoViewIfNeeded();
    const box = await pressed.boundingBox();
    if (box === null) throw new Error('nothing to press');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    const arrived = page.waitForResponse('**/api/cases/xixian/facts*');
    letGo();
    await (await arrived).finished();
    await page.waitForTimeout(1000);
    expect(await next.allTextContents(), 'nothing moves under a pressed pointer').toEqual(before);
    await page.mouse.up();
    await form.waitFor();
    // Not among the next steps: of those only the first are shown.
    await page.locator('.work-views').locator('a, button').nth(1).click();
    await page.locator('.work-topic', { hasText: `Press ${lang}` }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it('the log is shown with its checkpoint', { timeout: 60_000 }, async () => {
    const { page, context, errors } = await openPage(stage, wide);
    await page.goto(`/ledger?lang=${lang}`);
    await page.getByRole('heading', { name: say.ledger }).waitFor();
    expect(await page.locator('.checkpoint').textContent()).toMatch(/^gongze\.local\/\S+\n\d+\n/);
    expect(await seriousViolations(page)).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });
});
