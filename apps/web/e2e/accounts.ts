/** A server with accounts of its own, on a PostgreSQL of its own, and how persons come into it. */
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { signingKey } from '@gongze/ledger/crypto/signing-key';
import { remove, temporaryFolder, testServer } from '@gongze/ledger/testing/servers';
import { serve } from '@gongze/server';
import { codeAt, fromBase32, stepAt } from '@gongze/server/sign-in/one-time-codes';
import { type CDPSession, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Stage } from './support.ts';

export interface AccountStage extends Stage {
  /** Invites li@example.org as the first signer of 610100. */
  readonly firstLink: string;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export async function openAccountStage(): Promise<AccountStage> {
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
  const firstLink = readFileSync(join(folder, 'first-invitations.txt'), 'utf8').trim().split(' ').at(-1) ?? '';
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  const close = async () => {
    await browser.close();
    await running.close();
    await database.remove();
    await remove(folder);
  };
  return { url, browser, close, firstLink };
}

export interface Device {
  readonly session: CDPSession;
  readonly authenticatorId: string;
}

/** A device that holds passkeys and always finds its owner. */
export async function withPasskeys(page: Page): Promise<Device> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const;
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  });
  return { session, authenticatorId };
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
export async function comeIn(page: Page, link: string, lang: 'zh' | 'en', name: string, password: string): Promise<readonly string[]> {
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
