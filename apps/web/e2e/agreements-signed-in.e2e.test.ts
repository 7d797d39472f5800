/** A draft agreement made into obligations by a person who signed in, in server mode: recorded under that office, and led on. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AccountStage, comeIn, openAccountStage } from './accounts.ts';
import { keepShot, openPage, seriousViolations, wide } from './support.ts';

let stage: AccountStage;
beforeAll(async () => {
  stage = await openAccountStage();
}, 180_000);
afterAll(async () => await stage?.close());

const draft =
  '合作协议\n\n西安市人民政府（以下简称“甲方”）与咸阳市人民政府（以下简称“乙方”）订立本协议。\n\n第一条 甲方应于2027年6月30日前建成监测站2座；逾期未完成的，扣减其当年度专项资金的10%。\n\n第二条 乙方应每季度向甲方报送监测数据一次。\n';

it('a text becomes obligations under the office of whoever is signed in, and it is said what comes next', {
  timeout: 240_000,
}, async () => {
  const { page, context, errors } = await openPage(stage, wide);
  await comeIn(page, stage.firstLink, 'zh', '李明', '渭水东流八百里经过古长安城');
  await page.goto('/agreements?lang=zh');
  await page.locator('.paste-input textarea').fill(draft);
  await page.getByRole('button', { name: '开始审读' }).click();
  await page.locator('.clause-card').first().waitFor();
  await page.locator('.setting summary').click();
  for (const [index, code] of ['610100', '610400'].entries()) {
    const box = page.locator('.names [role=combobox]').nth(index);
    await box.fill(code);
    await box.press('Enter');
  }
  await page.locator('.setting summary').click();
  await page.locator('.desk-views button').nth(1).click();
  await page.locator('.make select').first().selectOption({ label: '＋ 新建案例' });
  const rows = page.locator('.planned tbody tr');
  await rows.first().waitFor();
  // The first can be signed as it stands; of the second it is said what signing will ask for, and the way back leads to its clause.
  await rows.nth(0).getByText('可以拟定', { exact: true }).waitFor();
  await rows.nth(1).getByText('可以拟定，但不能签署').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await rows
    .nth(1)
    .getByRole('button', { name: /回到条文补写/ })
    .click();
  await page.locator('.statement.on', { hasText: '报送监测数据' }).waitFor();
  await page.locator('.desk-views button').nth(1).click();
  await page.locator('.make select').first().selectOption({ label: '＋ 新建案例' });
  await page.getByRole('button', { name: '记入案例' }).click();
  await page.getByRole('heading', { name: '下一步' }).waitFor({ timeout: 30_000 });
  expect(await seriousViolations(page)).toEqual([]);
  await keepShot(page, 'agreement-signed-in-recorded-zh');
  await page.getByRole('link', { name: '到案例页查看' }).click();
  await page.getByRole('row', { name: /建成监测站2座/ }).waitFor({ timeout: 30_000 });
  expect(errors.filter((error) => !error.includes('401'))).toEqual([]);
  await context.close();
});
