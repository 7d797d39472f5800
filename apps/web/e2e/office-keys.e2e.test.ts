/** A second and a third key of an office, from the page: a standing key vouches, and a new one cannot vouch for itself. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AccountStage, comeIn, type Device, openAccountStage, withPasskeys } from './accounts.ts';
import { keepShot, openPage, seriousViolations, wide } from './support.ts';

let stage: AccountStage;
beforeAll(async () => {
  stage = await openAccountStage();
}, 180_000);
afterAll(async () => await stage?.close());

interface Credential {
  readonly credentialId: string;
}

const credentialsOf = async ({ session, authenticatorId }: Device): Promise<readonly Credential[]> =>
  (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials;

/** The person chooses among the passkeys of the device: the others are taken off it meanwhile. */
async function choosing(device: Device, isChosen: (one: Credential) => boolean, act: () => Promise<void>): Promise<void> {
  const { session, authenticatorId } = device;
  const others = (await credentialsOf(device)).filter((one) => !isChosen(one));
  for (const { credentialId } of others) await session.send('WebAuthn.removeCredential', { authenticatorId, credentialId });
  await act();
  for (const credential of others) await session.send('WebAuthn.addCredential', { authenticatorId, credential: credential as never });
}

const words = {
  zh: {
    add: '登记本机通行密钥',
    vouch: '由现有密钥签名',
    done: '已登记。',
    wrong: '不是本单位生效的密钥',
    valid: '有效',
    onWord: '凭运维方的话',
  },
  en: {
    add: 'Register a passkey of this device',
    vouch: 'Sign with a standing key',
    done: 'Registered.',
    wrong: 'nothing was registered',
    valid: 'valid',
    onWord: 'on the operator’s word',
  },
} as const;

interface Listed {
  readonly keyId: string;
  readonly valid: boolean;
  readonly vouchedBy: readonly string[];
}
const listed = async (page: Page): Promise<readonly Listed[]> =>
  ((await (await page.request.get('/api/registry/keys')).json()) as { keys: Listed[] }).keys;

it('a standing key vouches for the next, and only a standing one, in both languages', { timeout: 240_000 }, async () => {
  const { page, context, errors } = await openPage(stage, wide);
  await comeIn(page, stage.firstLink, 'zh', '李明', '渭水东流八百里经过古长安城');
  const device = await withPasskeys(page);
  const say = words.zh;
  await page.getByRole('button', { name: say.add }).click();
  await page.getByRole('status').getByText(say.done, { exact: true }).waitFor();
  expect(await listed(page)).toMatchObject([{ valid: true, vouchedBy: [] }]);

  for (const lang of ['zh', 'en'] as const) {
    const { add, vouch, done, wrong, valid, onWord } = words[lang];
    await page.goto(`/sign-in?lang=${lang}`);
    const before = await listed(page);
    const standing = new Set((await credentialsOf(device)).map(({ credentialId }) => credentialId));
    await page.getByRole('button', { name: add }).click();
    await page.getByRole('button', { name: vouch }).waitFor();
    // Made, not registered; and the page says what to do now.
    expect(await listed(page)).toHaveLength(before.length);
    expect(await seriousViolations(page)).toEqual([]);
    await keepShot(page, `office-key-vouch-${lang}`);

    await choosing(
      device,
      ({ credentialId }) => !standing.has(credentialId),
      async () => {
        await page.getByRole('button', { name: vouch }).click();
        await page.getByRole('status').getByText(wrong).waitFor();
      },
    );
    expect(await listed(page)).toHaveLength(before.length);

    await choosing(
      device,
      ({ credentialId }) => standing.has(credentialId),
      async () => {
        await page.getByRole('button', { name: vouch }).click();
        await page.getByRole('status').getByText(done, { exact: true }).waitFor();
      },
    );
    const after = await listed(page);
    expect(after.slice(0, -1)).toEqual(before);
    expect(before.map(({ keyId }) => keyId)).toContain(after.at(-1)?.vouchedBy[0]);
    await expect.poll(async () => await page.getByRole('cell', { name: valid, exact: true }).count()).toBe(after.length);
    // The first stands on the operator's word, and the page says so; the others name who vouched.
    expect(await page.getByRole('cell', { name: onWord }).count()).toBe(1);
    expect(await seriousViolations(page)).toEqual([]);
    await keepShot(page, `office-keys-${lang}`);
  }
  await revokes(page);
  expect(errors.filter((error) => !error.includes('401'))).toEqual([]);
  await context.close();
});

const ending = {
  zh: {
    revoke: '吊销',
    why: '原因',
    lost: '设备遗失',
    sure: '确认吊销',
    keep: '不吊销',
    done: '已吊销。',
    last: '唯一有效的密钥',
    add: words.zh.add,
    none: '须由上级的密钥签名作保',
  },
  en: {
    revoke: 'Revoke',
    why: 'Why',
    lost: 'the device is lost',
    sure: 'Revoke it for good',
    keep: 'Keep it',
    done: 'Revoked.',
    last: 'the only key of the body that stands',
    add: words.en.add,
    none: 'needs the signature of a superior’s key',
  },
} as const;

/** Lost keys are ended one after the other; with the last one the page says what that means, and makes no key in vain. */
async function revokes(page: Page): Promise<void> {
  const stand = async () => (await listed(page)).filter(({ valid }) => valid).map(({ keyId }) => keyId);
  for (const lang of ['zh', 'en', 'zh'] as const) {
    const { revoke, why, lost, sure, keep, done, last } = ending[lang];
    await page.goto(`/sign-in?lang=${lang}`);
    const before = await stand();
    const press = async () => await page.getByRole('button', { name: `${revoke} ${before[0]}` }).click();
    await press();
    await page.getByRole('button', { name: keep }).click();
    await page.getByRole('button', { name: sure }).waitFor({ state: 'detached' });
    expect(await stand()).toEqual(before);
    await press();
    expect(await page.getByText(last).count()).toBe(before.length === 1 ? 1 : 0);
    await page.getByLabel(why, { exact: true }).selectOption({ label: lost });
    expect(await seriousViolations(page)).toEqual([]);
    await keepShot(page, `office-key-revoke-${lang}-${before.length}`);
    await page.getByRole('button', { name: sure }).click();
    await page.getByRole('status').getByText(done, { exact: true }).waitFor();
    expect(await stand()).toEqual(before.slice(1));
  }
  await page.getByRole('button', { name: ending.zh.add }).click();
  await page.getByRole('status').getByText(ending.zh.none).waitFor();
  expect(await listed(page)).toHaveLength(3);
}
