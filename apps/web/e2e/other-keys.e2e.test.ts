/** A superior ends the key of an office below, from the page: what it means is said, and the office below sees who did it. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AccountStage, comeIn, openAccountStage, withPasskeys } from './accounts.ts';
import { keepShot, openPage, phone, seriousViolations, type Watched, wide } from './support.ts';

const organ = '610100/transport';
const office = '610100/transport#first';

let stage: AccountStage;
let above: Watched;
let below: Watched;

beforeAll(async () => {
  stage = await openAccountStage();
  above = await openPage(stage, wide);
  await comeIn(above.page, stage.firstLink, 'zh', '李明', '渭水东流八百里经过古长安城');
  const created = await above.page.request.post('/api/offices', {
    headers: { origin: stage.url },
    data: { office, actor: organ, roles: ['signer'], idempotencyKey: 'organ' },
  });
  expect(created.status()).toBe(201);
  await above.page.getByLabel('职务', { exact: true }).fill(office);
  await above.page.getByLabel('电子邮箱').fill('wang@example.org');
  await above.page.getByRole('button', { name: '邀请任职' }).click();
  const link = await above.page.locator('pre.checkpoint', { hasText: '#invitation=' }).innerText();
  below = await openPage(stage, phone);
  await comeIn(below.page, link, 'en', 'Wang Fang', 'a river runs past eight cities');
  await withPasskeys(below.page);
  await addKey(below.page);
}, 180_000);
afterAll(async () => {
  await Promise.all([above?.context.close(), below?.context.close()]);
  await stage?.close();
});

interface Listed {
  readonly keyId: string;
  readonly valid: boolean;
}
const listed = async (page: Page): Promise<readonly Listed[]> =>
  ((await (await page.request.get('/api/registry/keys')).json()) as { keys: Listed[] }).keys;

async function addKey(page: Page): Promise<void> {
  await page.goto('/sign-in?lang=en');
  await page.getByRole('button', { name: 'Register a passkey of this device' }).click();
  await page.getByRole('status').getByText('Registered.', { exact: true }).waitFor();
}

const words = {
  zh: {
    heading: '其他职务的签名密钥',
    revoke: '吊销',
    why: '原因',
    reason: '可能被他人使用',
    sure: '确认吊销',
    keep: '不吊销',
    before: '此前用这把密钥签署的办理仍然有效',
    after: '任何人都不能再用它以该单位的名义办理',
    last: '这是该单位唯一有效的密钥',
    passkey: '通行密钥',
    done: '已吊销：西安市',
    ended: '已失效',
  },
  en: {
    heading: 'Keys of other offices',
    revoke: 'Revoke',
    why: 'Why',
    reason: 'somebody else may have used it',
    sure: 'Revoke it for good',
    keep: 'Keep it',
    before: 'What was signed with this key before stays valid',
    after: 'nobody can use it to act in the name of this body',
    last: 'This is the only key of that body that stands',
    passkey: 'passkey',
    done: 'Revoked: Xi’an',
    ended: 'ended',
  },
} as const;

it('lists the keys below in both languages, on a phone too, and ends one with a reason', { timeout: 120_000 }, async () => {
  const { page } = above;
  const [key] = await listed(page);
  for (const [lang, size] of [
    ['en', wide],
    ['en', phone],
    ['zh', phone],
    ['zh', wide],
  ] as const) {
    const say = words[lang];
    await page.setViewportSize(size);
    await page.goto(`/sign-in?lang=${lang}`);
    const section = page.locator('section', { has: page.getByRole('heading', { name: say.heading }) });
    await section.getByText(say.passkey).waitFor();
    // The own office stands above, with its own table.
    expect(await section.getByText(office).count()).toBe(1);
    expect(await section.getByText('610100#first').count()).toBe(0);
    const open = section.getByRole('button', { name: `${say.revoke} ${key?.keyId}` });
    await open.click();
    for (const text of [say.before, say.after, say.last]) await section.getByText(text).waitFor();
    // What to do next has the focus, and so stands in sight.
    expect(await section.getByLabel(say.why, { exact: true }).evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await seriousViolations(page)).toEqual([]);
    await keepShot(page, `other-keys-${lang}-${size.width}`);
    await section.getByRole('button', { name: say.keep }).click();
    await section.getByRole('button', { name: say.sure }).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
  expect(await listed(page)).toMatchObject([{ valid: true }]);

  const say = words.zh;
  const section = page.locator('section', { has: page.getByRole('heading', { name: say.heading }) });
  await section.getByRole('button', { name: `${say.revoke} ${key?.keyId}` }).click();
  await section.getByLabel(say.why, { exact: true }).selectOption({ label: say.reason });
  await section.getByRole('button', { name: say.sure }).click();
  await section.getByRole('status').getByText(say.done).waitFor();
  await section.getByRole('cell', { name: say.ended }).getByText(say.reason).waitFor();
  expect(await section.getByRole('button', { name: say.revoke }).count()).toBe(0);
  expect(await listed(page)).toMatchObject([{ valid: false, ended: { reason: 'compromised', by: '610100' } }]);
  expect(await seriousViolations(page)).toEqual([]);
  await section.scrollIntoViewIfNeeded();
  await keepShot(page, 'other-keys-ended-zh-1440');
  expect(above.errors.filter((error) => !error.includes('401'))).toEqual([]);
});

it('the office below reads in whose name its key was ended, and why; it sees no office above', async () => {
  const { page } = below;
  await page.goto('/sign-in?lang=en');
  const cell = page.getByRole('cell', { name: words.en.ended });
  await cell.getByText(words.en.reason).waitFor();
  expect(await cell.innerText()).toMatch(/revoked by Xi.an/);
  expect(await page.getByRole('heading', { name: words.en.heading }).count()).toBe(0);
  expect(await seriousViolations(page)).toEqual([]);
  await cell.scrollIntoViewIfNeeded();
  await keepShot(page, 'other-keys-below-en-390');
});
