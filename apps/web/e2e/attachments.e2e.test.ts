/** A file handed in with evidence: hashed and sent by one, taken and checked by another; an altered one is never saved. */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepShot, openPage, openStage, phone, seriousViolations, type Stage, wide } from './support.ts';

const words = {
  zh: {
    attach: '附上证据',
    choose: '选择文件…',
    ready: '已上传，内容与摘要一致',
    submit: '办理并记录',
    take: '下载并核对',
    matches: '与记录一致 ✓',
    differs: '与记录不一致 ✕',
    broken: '连不上服务器',
    again: '重试',
    empty: '文件是空的',
    name: '一季度进度报告.pdf',
  },
  en: {
    attach: 'Attach evidence',
    choose: 'Choose files …',
    ready: 'sent, and it matches its digest',
    submit: 'Do it and record it',
    take: 'Download and check',
    matches: 'matches the record ✓',
    differs: 'does not match the record ✕',
    broken: 'The server cannot be reached',
    again: 'Try again',
    empty: 'The file is empty',
    name: 'progress first quarter.pdf',
  },
} as const;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(async () => await stage?.close());

/** A case with one accepted duty of Xi'an. */
async function dutyIn(caseId: string): Promise<void> {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
  const occurred = { first: today, last: today, precision: 'day' };
  const title = { zh: '建成数据平台', en: 'Build the data platform' };
  const post = async (path: string, key: string, body: object) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key, 'if-match': '*' };
    const answer = await fetch(`${stage.url}/api/cases${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (answer.status !== 201) throw new Error(await answer.text());
  };
  await post('', `${caseId}-open`, { case: caseId, title, opened: { occurred, payload: { title, parties: ['610100', '610400'] } } });
  const duty = { obligation: 'platform', title, origin: 'agreed', liable: ['610100'] };
  const events = [
    { type: 'obligationDrafted', occurred, payload: duty },
    { type: 'obligationAccepted', occurred, payload: { obligation: 'platform', by: '610100' } },
  ];
  await post(`/${caseId}/events`, `${caseId}-duty`, { events });
}

describe.each([
  ['zh', wide],
  ['en', phone],
] as const)('in %s', (lang, viewport) => {
  const say = words[lang];
  const caseId = `files-${lang}`;
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(1_400_000)]);
  const digest = createHash('sha256').update(bytes).digest('hex');
  const atWork = `/case/${caseId}?lang=${lang}&tab=work&sel=work:delivery`;

  it('one hands it in, after a line that broke; another takes it and sees that it is the one', { timeout: 120_000 }, async () => {
    await dutyIn(caseId);
    const { page, context } = await openPage(stage, viewport);
    await page.goto(atWork);
    await page.getByRole('button', { name: say.attach }).first().click();
    const form = page.locator('form.command');
    await form.locator('textarea').first().fill('E2E');
    const choose = async (name: string, buffer: Buffer) => {
      const chooser = page.waitForEvent('filechooser');
      await form.getByRole('button', { name: say.choose }).click();
      await (await chooser).setFiles({ name, mimeType: 'text/plain', buffer });
    };
    await choose('empty.txt', Buffer.alloc(0));
    await form.getByText(say.empty).waitFor();
    await form.getByRole('button', { name: /empty\.txt/ }).click();
    let offline = true;
    await page.route('**/parts/1', (route) => (offline ? route.abort() : route.continue()));
    await choose(say.name, bytes);
    // Nothing is recorded while the file is on its way.
    expect(await form.getByRole('button', { name: say.submit }).isDisabled()).toBe(true);
    await form.getByText(say.broken).waitFor({ timeout: 30_000 });
    await keepShot(page, `file-broken-${lang}`);
    offline = false;
    await form.getByRole('button', { name: say.again }).click();
    await form.getByText(say.ready).waitFor({ timeout: 30_000 });
    expect(await seriousViolations(page)).toEqual([]);
    await keepShot(page, `file-ready-${lang}`);
    await form.getByRole('button', { name: say.submit }).click();
    const taken = page.getByRole('button', { name: `${say.take} ${say.name}` }).first();
    await taken.waitFor({ timeout: 20_000 });
    await context.close();

    const reader = await openPage(stage, viewport);
    await reader.page.goto(atWork);
    const download = reader.page.waitForEvent('download');
    await reader.page
      .getByRole('button', { name: `${say.take} ${say.name}` })
      .first()
      .click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe(say.name);
    expect(
      createHash('sha256')
        .update(readFileSync(await saved.path()))
        .digest('hex'),
    ).toBe(digest);
    await reader.page.getByText(say.matches).waitFor();
    expect(await seriousViolations(reader.page)).toEqual([]);
    await keepShot(reader.page, `file-taken-${lang}`);
    expect(reader.errors).toEqual([]);
    // The same server with one byte turned.
    await reader.page.route(`**/attachments/${digest}`, (route) =>
      route.fulfill({ body: Buffer.from(bytes.map((byte, at) => (at === 77 ? byte ^ 1 : byte))) }),
    );
    let saves = 0;
    reader.page.on('download', () => (saves += 1));
    await reader.page
      .getByRole('button', { name: `${say.take} ${say.name}` })
      .first()
      .click();
    await reader.page.getByText(say.differs).waitFor();
    expect(saves).toBe(0);
    await reader.context.close();
  });
});
