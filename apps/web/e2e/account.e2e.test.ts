/** An office from the first invitation to the hand-over, in server mode on a PostgreSQL of its own, as two persons do it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AccountStage, comeIn, openAccountStage, withPasskeys } from './accounts.ts';
import { keepShot, openPage, phone, seriousViolations, wide } from './support.ts';

let stage: AccountStage;
beforeAll(async () => {
  stage = await openAccountStage();
}, 120_000);
afterAll(async () => await stage?.close());

it('is entered with a second factor, given a key, and handed over', { timeout: 180_000 }, async () => {
  const first = await openPage(stage, wide);
  await withPasskeys(first.page);
  const recovery = await comeIn(first.page, stage.firstLink, 'zh', '李明', '渭水东流八百里经过古长安城');
  expect(recovery.length).toBeGreaterThan(4);
  await first.page.getByRole('button', { name: '登记本机通行密钥' }).click();
  await first.page.getByText('已登记。').waitFor();
  await first.page.getByRole('cell', { name: '有效' }).waitFor();
  await first.page.getByLabel('职务', { exact: true }).fill('610100#first');
  await first.page.getByLabel('电子邮箱').fill('wang@example.org');
  await first.page.getByRole('button', { name: '邀请任职' }).click();
  const link = await first.page.locator('pre.checkpoint', { hasText: '#invitation=' }).innerText();
  expect(await seriousViolations(first.page)).toEqual([]);
  await keepShot(first.page, 'account-office-zh');
  // What the browser keeps of the page says nothing of who was here.
  const kept = await first.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
  for (const secret of ['li@example.org', '李明', '渭水', 'gongze=', recovery[0] ?? '']) expect(kept).not.toContain(secret);

  const second = await openPage(stage, phone);
  await comeIn(second.page, link, 'en', 'Wang Fang', 'a river runs past eight cities');
  await second.page.locator('.offices li', { hasText: '李明' }).waitFor();
  expect(await seriousViolations(second.page)).toEqual([]);
  await keepShot(second.page, 'account-office-phone-en');

  // The key belongs to the office: whoever comes finds it there, and it stays when the other leaves.
  await second.page.getByRole('cell', { name: 'valid' }).waitFor();
  await first.page.reload();
  await first.page.getByRole('button', { name: /卸任/ }).click();
  await first.page.getByText('尚无职务').waitFor();
  await second.page.reload();
  await second.page.getByRole('cell', { name: 'valid' }).waitFor();
  await second.page.locator('.offices li', { hasText: 'Wang Fang' }).waitFor();
  expect(await second.page.locator('.offices li', { hasText: '李明' }).count()).toBe(0);

  // Signed out, the password alone does not open; a recovery code does, once.
  await first.page.getByRole('button', { name: '退出登录', exact: true }).click();
  const signIn = async (code?: string) => {
    await first.page.getByLabel('电子邮箱').fill('li@example.org');
    await first.page.getByLabel('密码', { exact: true }).fill('渭水东流八百里经过古长安城');
    if (code !== undefined) await first.page.getByLabel('或恢复码').fill(code);
    await first.page.getByRole('button', { name: '登录', exact: true }).click();
  };
  await signIn();
  await first.page.getByLabel('动态验证码').waitFor();
  await keepShot(first.page, 'account-sign-in-zh');
  await signIn(recovery[0]);
  await first.page.getByText('尚无职务').waitFor();
  expect([...first.errors, ...second.errors].filter((error) => !error.includes('401'))).toEqual([]);
  await Promise.all([first.context.close(), second.context.close()]);
});
