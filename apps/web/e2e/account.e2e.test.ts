/** An office from the first invitation to the hand-over, in server mode on a PostgreSQL of its own, as two persons do it. */
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { signingKey } from '@gongze/ledger/crypto/signing-key';
import { remove, temporaryFolder, testServer } from '@gongze/ledger/testing/servers';
import { serve } from '@gongze/server';
import { codeAt, fromBase32, stepAt } from '@gongze/server/sign-in/one-time-codes';
import { chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepShot, openPage, phone, seriousViolations, type Stage, wide } from './support.ts';

let stage: Stage;
let firstLink: string;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

beforeAll(async () => {
  const database = await testServer();
  const folder = await temporaryFolder();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const logKeyFile = join(folder, 'log.key');
  writeFileSync(logKeyFile, `${signingKey('gongze.test/log', 'ed25519', randomBytes(32)).secret}\n`, { mode: 0o600 });
  const env = {
    GONGZE_SECRET: randomBytes(48).toString('base64'),
    GONGZE_LOG_KEY_FILE: logKeyFile,
    GONGZE_PUBLIC_URL: url,
    GONGZE_LOCAL_ACCOUNTS: 'on',
    GONGZE_FIRST_SIGNERS: '610100=li@example.org',
  };
  const running = await serve({ mode: 'server', databaseUrl: database.connectionString, dataDir: folder, port, env, log: () => undefined });
  firstLink = readFileSync(join(folder, 'first-invitations.txt'), 'utf8').trim().split(' ').at(-1) ?? '';
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  const close = async () => {
    await browser.close();
    await running.close();
    await database.remove();
    await remove(folder);
  };
  stage = { url, browser, close };
}, 120_000);
afterAll(async () => await stage?.close());

/** A device that holds passkeys and always finds its owner. */
async function withPasskeys(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const;
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  });
}

interface Words {
  readonly name: string;
  readonly password: string;
  readonly accept: string;
  readonly begin: string;
  readonly code: string;
  readonly confirm: string;
  readonly act: string;
}

const zh: Words = {
  name: '姓名',
  password: '新密码（至少12位）',
  accept: '接受邀请',
  begin: '开始设置',
  code: '动态验证码',
  confirm: '确认',
  act: '以此职务办理',
};
const en: Words = {
  name: 'Name',
  password: 'New password (12 characters at least)',
  accept: 'Accept the invitation',
  begin: 'Begin',
  code: 'Code of the second factor',
  confirm: 'Confirm',
  act: 'Act in this office',
};

/** From the link to the office; gives the recovery codes. */
async function comeIn(page: Page, link: string, lang: 'zh' | 'en', name: string, password: string): Promise<readonly string[]> {
  const say = lang === 'zh' ? zh : en;
  await page.goto(link.replace('/sign-in#', `/sign-in?lang=${lang}#`));
  await page.getByLabel(say.name, { exact: true }).fill(name);
  const field = page.getByLabel(say.password);
  expect([await field.getAttribute('type'), await field.getAttribute('autocomplete')]).toEqual(['password', 'new-password']);
  // Nobody stops a password manager from pasting.
  expect(await field.evaluate((input) => input.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true })))).toBe(true);
  await field.fill(password);
  await page.getByRole('button', { name: say.accept }).click();
  await page.getByRole('button', { name: say.begin }).click();
  const secret = (await page.locator('[data-secret]').getAttribute('data-secret')) ?? '';
  await page.getByLabel(say.code).fill(codeAt(fromBase32(secret), stepAt(Date.now())));
  await page.getByRole('button', { name: say.confirm }).click();
  const codes = page.locator('pre.checkpoint:not([data-secret])');
  await codes.waitFor();
  const recovery = (await codes.innerText()).split('\n');
  await page.getByRole('button', { name: say.confirm }).click();
  const act = page.getByRole('button', { name: say.act });
  await page.locator('.offices li').first().waitFor();
  if (await act.isVisible()) await act.click();
  return recovery;
}

it('is entered with a second factor, given a key, and handed over', { timeout: 180_000 }, async () => {
  const first = await openPage(stage, wide);
  await withPasskeys(first.page);
  const recovery = await comeIn(first.page, firstLink, 'zh', '李明', '渭水东流八百里经过古长安城');
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
