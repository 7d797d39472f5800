/** Being told: the bell, the list, the way into the case, and the address for a calendar program; by mouse, keys and phone. */
import { serve } from '@gongze/server';
import { openPool } from '@gongze/ledger/store/connection';
import { remove, temporaryFolder, testServer } from '@gongze/ledger/testing/servers';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepShot, openPage, phone, seriousViolations, type Stage, wide } from './support.ts';

let stage: Stage;
const words = {
  zh: {
    bell: '提醒，3条未读',
    all: '全部标为已读',
    mark: '标为已读',
    make: '生成订阅地址',
    renew: '更换地址',
    revoke: '停用',
    address: '订阅地址',
  },
  en: {
    bell: 'Notices, 3 unread',
    all: 'Mark all as read',
    mark: 'Mark as read',
    make: 'Make an address',
    renew: 'Renew',
    revoke: 'Revoke',
    address: 'Address',
  },
} as const;

let unreadAgain: () => Promise<void>;

beforeAll(async () => {
  const database = await testServer();
  const folder = await temporaryFolder();
  const running = await serve({ port: 0, dataDir: folder, databaseUrl: database.connectionString, log: () => undefined });
  const pool = openPool(database.connectionString);
  const notice = async (kind: string, subject: string, zh: string, en: string, textZh: string, textEn: string) =>
    await pool.query(
      `insert into ledger.notifications (side, case_id, kind, subject, due_on, title, text) values ('610100', 'xixian', $1, $2, '2026-07-01', $3, $4)`,
      [kind, subject, JSON.stringify({ zh, en }), JSON.stringify({ zh: textZh, en: textEn })],
    );
  // The lists are read by the first question.
  await fetch(`${running.url}/api/rollup`);
  await notice(
    'dueSoon',
    'heng-bridge',
    '横桥引桥',
    'Approach of Heng Bridge',
    '将于2026-07-08到期，尚未反馈。',
    'It falls due on 2026-07-08 and is not reported.',
  );
  await notice('overdue', 'metro', '地铁连接线', 'Metro link', '已逾期，尚未办结。', 'It is overdue and not done.');
  await notice(
    'requestUnanswered',
    'i-1',
    '咸阳市请求介入',
    'Xianyang asks for intervention',
    '请求已60天未获答复，可请再上一级。',
    'Unanswered for 60 days: the next tier may be asked.',
  );
  unreadAgain = async () => {
    await pool.query('delete from ledger.notification_reads');
    await pool.query('delete from ledger.calendars');
  };
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  const close = async () => {
    await browser.close();
    await running.close();
    await pool.end();
    await database.remove();
    await remove(folder);
  };
  stage = { url: running.url, browser, close };
}, 120_000);
afterAll(async () => await stage?.close());

for (const lang of ['zh', 'en'] as const) {
  it(`the bell leads to what is new, and what was read is counted no more (${lang})`, async () => {
    const word = words[lang];
    await unreadAgain();
    const { page, context, errors } = await openPage(stage, wide);
    await page.addInitScript(() => sessionStorage.setItem('gongze.actor', '610100'));
    await page.goto(`/?lang=${lang}`);
    // By keys alone: the bell is a link of the head.
    await page.getByRole('link', { name: word.bell }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/notices/);
    const rows = page.locator('[data-notice]');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(3);
    expect(await seriousViolations(page)).toEqual([]);
    await keepShot(page, `notices.${lang}`);
    // Opening one reads it and leads to the duty it speaks of.
    await rows.nth(1).getByRole('link').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/case\/xixian.*sel=duty(%3A|:)metro/);
    await page.goBack();
    await page.getByRole('link', { name: word.bell.replace('3', '2') }).waitFor();
    await page.getByRole('button', { name: word.all }).click();
    await page.locator('.notices .unread').first().waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: word.all }).count()).toBe(0);

    await page.getByRole('button', { name: word.make }).click();
    const field = page.getByRole('textbox', { name: word.address });
    await field.waitFor();
    const first = await field.inputValue();
    expect((await (await fetch(first)).text()).startsWith('BEGIN:VCALENDAR')).toBe(true);
    await page.getByRole('button', { name: word.renew }).click();
    await page.waitForFunction((before) => document.querySelector<HTMLInputElement>('.calendar-address input')?.value !== before, first);
    const second = await field.inputValue();
    await expect.poll(async () => (await fetch(first)).status).toBe(404);
    expect((await fetch(second)).status).toBe(200);
    expect(await seriousViolations(page)).toEqual([]);
    await keepShot(page, `notices-calendar.${lang}`);
    await page.getByRole('button', { name: word.revoke }).click();
    await field.waitFor({ state: 'detached' });
    expect((await fetch(second)).status).toBe(404);
    expect(errors).toEqual([]);
    await context.close();
  });

  it(`on a phone nothing stands beside the screen (${lang})`, async () => {
    await unreadAgain();
    const { page, context, errors } = await openPage(stage, phone);
    await page.addInitScript(() => sessionStorage.setItem('gongze.actor', '610100'));
    await page.goto(`/notices?lang=${lang}`);
    await page.locator('[data-notice]').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(await seriousViolations(page)).toEqual([]);
    await keepShot(page, `notices-phone.${lang}`);
    expect(errors).toEqual([]);
    await context.close();
  });
}
