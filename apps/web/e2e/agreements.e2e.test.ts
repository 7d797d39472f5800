/** Agreements in a real browser: pasted, mended by click, made into obligations of a case, compared; in both languages. */
import { officialDocx, minutesOf } from '@gongze/documents';
import { exampleSource } from '@gongze/documents/testing/example';
import { pdfOf } from '@gongze/documents/testing/pdf';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepShot, openPage, openStage, phone, seriousViolations, type Stage, wide } from './support.ts';

const texts = {
  zh: {
    draft:
      '合作协议\n\n西安市人民政府（以下简称“甲方”）与咸阳市人民政府（以下简称“乙方”）订立本协议。\n\n第一条 双方应建立水质数据共享平台。\n\n第二条 甲方应于2027年6月30日前建成监测站2座；逾期未完成的，扣减其当年度专项资金的10%。\n',
    vague: '第一条',
    date: '定时限',
    lead: '定牵头',
    orElse: '写后果',
    consequence: '由联席会议约谈其主要负责人',
    insert: '写入文本',
    newCase: '新建案例',
    into: '记入案例',
    see: '到案例页查看',
    more: '更有约束力',
    name: '甲方',
    led: '由甲方牵头',
    begin: '开始审读',
    keep: '把当前文本存为一个版本',
    duty: '建立水质数据共享平台',
  },
  en: {
    draft:
      'Agreement\n\nThe City of Xi\'an ("Northford") and the City of Xianyang ("Ashby"), the Parties, agree as follows.\n\nArticle 1 The Parties shall build a shared water quality platform.\n\nArticle 2 Northford shall build two monitoring stations by 30 June 2027; failing which it shall forfeit 10% of its share of the joint fund.\n',
    vague: 'Article 1',
    date: 'Set the date',
    lead: 'Name the lead',
    orElse: 'Add an or-else',
    consequence: 'repay the advance received',
    insert: 'Put it into the text',
    newCase: 'A new case',
    into: 'Record in the case',
    see: 'See them in the case',
    more: 'More binding',
    name: 'Northford',
    led: 'Northford, with the support of Ashby, shall',
    begin: 'Read it',
    keep: 'Keep the present text as a version',
    duty: 'build a shared water quality platform',
  },
} as const;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 180_000);
afterAll(async () => await stage?.close());

const score = async (page: Page): Promise<number> => Number(await page.locator('.summary-number').textContent());
const field = (page: Page) => page.locator('.text-stack textarea');

async function begin(page: Page, lang: 'zh' | 'en'): Promise<void> {
  await page.goto(`/agreements?lang=${lang}`);
  await page.locator('.paste-input textarea').fill(texts[lang].draft);
  await page.getByRole('button', { name: texts[lang].begin }).click();
  await page.locator('.clause-card').first().waitFor();
}

async function fix(page: Page, name: string, insert: string): Promise<void> {
  await page.locator('.clause-card').first().getByRole('button', { name }).click();
  await page.getByRole('button', { name: insert }).click();
  await page.locator('.fix-form').waitFor({ state: 'detached' });
}

/** Chooses a government for each name that the text defines, as the text itself does not hold a code. */
async function chooseParties(page: Page): Promise<void> {
  await page.locator('.setting summary').click();
  for (const [index, code] of ['610100', '610400'].entries()) {
    const box = page.locator('.names [role=combobox]').nth(index);
    await box.fill(code);
    await box.press('Enter');
  }
  await page.locator('.setting summary').click();
}

describe.each(['zh', 'en'] as const)('in %s', (lang) => {
  const say = texts[lang];

  it('a vague draft is mended by click, the score rises, and its duties are seen in the case', { timeout: 240_000 }, async () => {
    const { page, context, errors } = await openPage(stage, wide);
    await begin(page, lang);
    // The mirror lies on the field: both show the same letters.
    expect((await page.locator('.mirror').textContent())?.replaceAll('\u200b', '')).toBe(await field(page).inputValue());
    await page.locator('.mirror .vague-who').first().waitFor();
    await page.keyboard.press('Tab');
    await field(page).focus();
    await page.keyboard.press('F8');
    await page.locator('.statement.on .vague-list li').first().waitFor();
    const before = await score(page);

    await page.locator('.clause-card').first().getByRole('button', { name: say.lead }).click();
    await page.locator('.name-choice').getByRole('button', { name: say.name, exact: true }).click();
    await page.getByRole('button', { name: say.insert }).click();
    await expect.poll(() => field(page).inputValue()).toContain(say.led);
    const led = await score(page);
    expect(led).toBeGreaterThan(before);
    await fix(page, say.date, say.insert);
    await page.locator('.clause-card').first().getByRole('button', { name: say.orElse }).click();
    await page.locator('.fix-form input').first().fill(say.consequence);
    await page.getByRole('button', { name: say.insert }).click();
    await page.locator('.fix-form').waitFor({ state: 'detached' });
    const after = await score(page);
    expect(after).toBeGreaterThan(led);
    await page.keyboard.press('Control+z');
    await expect.poll(() => score(page)).toBeLessThan(after);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => score(page)).toBe(after);
    expect(await seriousViolations(page)).toEqual([]);
    await keepShot(page, `agreement-${lang}`);

    // A reload finds the draft as it was typed.
    const typed = await field(page).inputValue();
    await page.reload();
    await expect.poll(() => field(page).inputValue(), { timeout: 20_000 }).toBe(typed);

    await chooseParties(page);
    await page.locator('.desk-views button').nth(1).click();
    await page
      .locator('.make select')
      .first()
      .selectOption({ label: `＋ ${say.newCase}` });
    await page.locator('.planned tbody tr').first().waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await keepShot(page, `agreement-make-${lang}`);
    await page.getByRole('button', { name: say.into }).click();
    await page.getByRole('link', { name: say.see }).click({ timeout: 30_000 });
    await page.getByRole('row', { name: new RegExp(say.duty) }).waitFor({ timeout: 30_000 });
    expect(errors).toEqual([]);
    await context.close();
  });

  it('two versions are compared clause by clause', { timeout: 120_000 }, async () => {
    const { page, context, errors } = await openPage(stage, wide);
    await begin(page, lang);
    await page.locator('.desk-views button').nth(2).click();
    await page.getByRole('button', { name: say.keep }).click();
    await page.locator('.comparing [role=status]').waitFor();
    await page.locator('.desk-views button').nth(0).click();
    await fix(page, say.date, say.insert);
    await page.locator('.desk-views button').nth(2).click();
    await page.locator('.side select').first().selectOption({ index: 3 });
    await page.locator('.comparing .main').click();
    const row = page.locator('.compared tbody tr');
    await row.first().waitFor();
    expect(await row.count()).toBe(1);
    expect(await row.first().textContent()).toContain(say.more);
    expect(await row.locator('ins').count()).toBe(1);
    expect(await seriousViolations(page)).toEqual([]);
    await keepShot(page, `agreement-compare-${lang}`);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('fits a phone', { timeout: 60_000 }, async () => {
    const { page, context, errors } = await openPage(stage, phone);
    await begin(page, lang);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    expect(await seriousViolations(page)).toEqual([]);
    await keepShot(page, `agreement-phone-${lang}`);
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('files', () => {
  it('Word and PDF are opened in the browser', { timeout: 120_000 }, async () => {
    const { page, context, errors } = await openPage(stage, wide);
    await page.goto('/agreements?lang=en');
    const minutes = minutesOf(exampleSource());
    if (!minutes.ok) throw new Error(minutes.refusal);
    const word = Buffer.from(await officialDocx(minutes.document, 'zh'));
    await page.locator('input[type=file]').setInputFiles({ name: 'a.docx', mimeType: '', buffer: word });
    await expect.poll(() => field(page).inputValue(), { timeout: 30_000 }).toContain(minutes.document.body[0]?.text.zh);
    await page.locator('.desk-head button').first().click();
    const pdf = Buffer.from(pdfOf([['Article 1 Party A shall com-', 'plete the works by the end', 'of 2026.']]));
    await page.locator('input[type=file]').setInputFiles({ name: 'a.pdf', mimeType: '', buffer: pdf });
    await expect.poll(() => field(page).inputValue(), { timeout: 30_000 }).toContain('complete the works by the end of 2026.');
    await page.locator('.desk-head button').first().click();
    await page.locator('input[type=file]').setInputFiles({ name: 'b.docx', mimeType: '', buffer: Buffer.from('no document') });
    await page.locator('.notice.bad').waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('a text of 10 MB', () => {
  it('is pasted, read in parts beside the page with progress, and can be stopped', { timeout: 180_000 }, async () => {
    const { page, context, errors } = await openPage(stage, wide);
    await page.goto('/agreements?lang=zh');
    await page.locator('.paste-input textarea').waitFor();
    // The longest time for which the page did not answer, measured by a timer in it.
    const [longest, peer] = await page.evaluate(async () => {
      // Each line says another number: what was read once is not read again.
      const lines: string[] = [];
      for (let number = 1, length = 0; length < 10_000_000; number++) {
        const line = `双方应于2027年6月30日前建成监测站${number}座，逾期未完成的，扣减经费。\n`;
        lines.push(line);
        length += line.length;
      }
      const text = lines.join('');
      // The yardstick: writing the lines down as JSON and reading them again, in the same browser under the same load.
      const started = performance.now();
      JSON.parse(JSON.stringify(lines));
      const yardstick = performance.now() - started;
      const area = document.querySelector('.paste-input textarea');
      const data = new DataTransfer();
      data.setData('text/plain', text);
      let [worst, last] = [0, performance.now()];
      const timer = setInterval(() => {
        const now = performance.now();
        worst = Math.max(worst, now - last);
        last = now;
      }, 10);
      area?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
      await new Promise((resolve) => setTimeout(resolve, 3000));
      clearInterval(timer);
      return [worst, yardstick] as const;
    });
    await page.locator('.long-progress progress').waitFor();
    await page.locator('.long-progress button').click();
    await page.locator('.long-progress').waitFor({ state: 'detached' });
    await page.locator('.clause-card').first().waitFor();
    // Reading all of it at once costs hundreds of yardsticks.
    expect(longest / peer).toBeLessThan(30);
    console.log(
      `10 MB: the page did not answer for at most ${Math.round(longest)} ms, ${(longest / peer).toFixed(1)} × JSON there and back`,
    );
    expect(errors).toEqual([]);
    await context.close();
  });
});
