/** What people do about sign-ins: end one elsewhere, set a new password by a link, see to it for a colleague, withdraw an office. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AccountStage, comeIn, openAccountStage } from './accounts.ts';
import { keepShot, openPage, phone, seriousViolations, type Watched, wide } from './support.ts';

const passwords = { li: '渭水东流八百里经过古长安城', wang: 'a river runs past eight cities', new: 'nine bridges over one cold stream' };

/** What a page needs at most to come and to ask the server. */
const patience = { timeout: 20_000 };

let stage: AccountStage;
let li: Watched;
let wang: Watched;
let liCodes: readonly string[];
let wangCodes: readonly string[];

beforeAll(async () => {
  stage = await openAccountStage();
  li = await openPage(stage, wide);
  liCodes = await comeIn(li.page, stage.firstLink, 'zh', '李明', passwords.li);
  await li.page.getByLabel('职务', { exact: true }).fill('610100#first');
  await li.page.getByLabel('电子邮箱').fill('wang@example.org');
  await li.page.getByRole('button', { name: '邀请任职' }).click();
  const link = await li.page.locator('pre.checkpoint', { hasText: '#invitation=' }).innerText();
  wang = await openPage(stage, phone);
  wangCodes = await comeIn(wang.page, link, 'en', 'Wang Fang', passwords.wang);
  await li.page.reload();
}, 180_000);
afterAll(async () => {
  await Promise.all([li?.context.close(), wang?.context.close()]);
  await stage?.close();
});

async function signInEnglish(page: Page, password: string, code?: string): Promise<void> {
  await page.getByLabel('E-mail').fill('wang@example.org');
  await page.getByLabel('Password', { exact: true }).fill(password);
  if (code !== undefined) await page.getByLabel('or a recovery code').fill(code);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function signInChinese(page: Page, code: string): Promise<void> {
  await page.goto('/sign-in?lang=zh');
  await page.getByLabel('电子邮箱').fill('li@example.org');
  await page.getByLabel('密码', { exact: true }).fill(passwords.li);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByLabel('或恢复码').fill(code);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '登录状况' }).waitFor();
}

/** What is wrong stands in the form, between its fields and its button, and not somewhere below the page. */
async function alertInForm(page: Page, words: RegExp): Promise<void> {
  const alert = page.getByRole('alert');
  expect(await alert.innerText()).toMatch(words);
  const [told, button] = [await alert.boundingBox(), await page.locator('form.command button').boundingBox()];
  expect((told?.y ?? Number.POSITIVE_INFINITY) < (button?.y ?? 0)).toBe(true);
}

const settledErrors = (errors: readonly string[]): readonly string[] => errors.filter((error) => !/\b40[13]\b/.test(error));

it('ends one session from the list, and that one alone', async () => {
  const elsewhere = await openPage(stage, phone);
  await signInChinese(elsewhere.page, liCodes[0] ?? '');
  await keepShot(elsewhere.page, 'account-sessions-phone-zh');
  await li.page.reload();
  // Where people sign in, no page says that they need not.
  expect(await li.page.getByText('本地模式').count()).toBe(0);
  const rows = li.page.locator('section', { has: li.page.getByRole('heading', { name: '登录状况' }) }).locator('li');
  await expect.poll(async () => await rows.count(), patience).toBe(2);
  expect(await rows.filter({ hasText: '本机' }).count()).toBe(1);
  expect(await seriousViolations(li.page)).toEqual([]);
  await rows.first().scrollIntoViewIfNeeded();
  await keepShot(li.page, 'account-sessions-zh');
  await rows.getByRole('button', { name: /退出此处/ }).click();
  await expect.poll(async () => await rows.count(), patience).toBe(1);
  await elsewhere.page.reload();
  await elsewhere.page.getByRole('button', { name: '登录', exact: true }).waitFor();
  await li.page.reload();
  await expect.poll(async () => await rows.count(), patience).toBe(1);
  expect(settledErrors(elsewhere.errors)).toEqual([]);
  await elsewhere.context.close();
});

it('gives a colleague a link to a new password, which ends her sessions and still asks for the second factor', async () => {
  const row = li.page.locator('.offices li', { hasText: 'Wang Fang' });
  await row.getByRole('button', { name: /发放重设密码链接/ }).click();
  const link = await li.page.locator('pre.checkpoint', { hasText: '#reset=' }).innerText();
  expect(await seriousViolations(li.page)).toEqual([]);
  await li.page.locator('pre.checkpoint', { hasText: '#reset=' }).scrollIntoViewIfNeeded();
  await keepShot(li.page, 'account-care-zh');

  const fresh = await openPage(stage, phone);
  await fresh.page.goto(link.replace('#', '?lang=en#'));
  await fresh.page.getByLabel('New password (12 characters at least)').fill('short');
  await fresh.page.getByRole('button', { name: 'Set it' }).click();
  await alertInForm(fresh.page, /12/);
  await keepShot(fresh.page, 'account-reset-refused-phone-en');
  await fresh.page.getByLabel('New password (12 characters at least)').fill(passwords.new);
  expect(await seriousViolations(fresh.page)).toEqual([]);
  await keepShot(fresh.page, 'account-reset-phone-en');
  await fresh.page.getByRole('button', { name: 'Set it' }).click();
  await fresh.page.getByText('The new password is set').waitFor();
  // The link is used up, and does not stay in the address.
  await fresh.page.getByLabel('E-mail').waitFor();
  expect(fresh.page.url()).not.toContain('reset');
  await keepShot(fresh.page, 'account-after-reset-phone-en');

  // Her old session is gone, and so is the old password.
  await wang.page.reload();
  await wang.page.getByLabel('E-mail').waitFor();
  await signInEnglish(wang.page, passwords.wang);
  await alertInForm(wang.page, /password/);
  await keepShot(wang.page, 'account-wrong-password-phone-en');
  await signInEnglish(fresh.page, passwords.new);
  await fresh.page.getByLabel('or a recovery code').waitFor();
  await signInEnglish(fresh.page, passwords.new, wangCodes[0]);
  await fresh.page.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
  expect(settledErrors(fresh.errors).filter((error) => !error.includes('422') && !error.includes('400'))).toEqual([]);
  await fresh.context.close();
});

it('ends all sessions of a colleague and withdraws her office', async () => {
  await wang.page.goto('/sign-in?lang=en');
  await signInEnglish(wang.page, passwords.new);
  await wang.page.getByLabel('or a recovery code').waitFor();
  await signInEnglish(wang.page, passwords.new, wangCodes[1]);
  await wang.page.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
  await keepShot(wang.page, 'account-sessions-phone-en');
  await li.page.reload();
  const row = li.page.locator('.offices li', { hasText: 'Wang Fang' });
  await row.getByRole('button', { name: /结束其全部登录/ }).click();
  await li.page.getByText('其登录已全部结束').waitFor();
  await keepShot(li.page, 'account-care-ended-zh');
  await wang.page.reload();
  await wang.page.getByLabel('E-mail').waitFor();

  await row.getByRole('button', { name: /免去此职/ }).click();
  await row.waitFor({ state: 'detached' });
  await signInEnglish(wang.page, passwords.new);
  await wang.page.getByLabel('or a recovery code').waitFor();
  await signInEnglish(wang.page, passwords.new, wangCodes[2]);
  await wang.page.getByText('You hold no office').waitFor();
  await keepShot(wang.page, 'account-no-office-phone-en');
  expect(settledErrors(li.errors)).toEqual([]);
});
