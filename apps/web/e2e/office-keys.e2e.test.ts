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
  expect(errors.filter((error) => !error.includes('401'))).toEqual([]);
  await context.close();
});
