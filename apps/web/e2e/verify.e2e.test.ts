/** The page that verifies, in a real browser, with the files of a log that the test serves: true, falsified and rewritten. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { policyText } from '@gongze/ledger/log/policy';
import { receiptExtra } from '@gongze/ledger/log/receipt';
import { recordExport, saltOf, testRecords } from '@gongze/ledger/testing/files';
import { keyOf, logSigner, policyOf, type TestLog, testLog, textEntries } from '@gongze/ledger/testing/log';
import { recordsPath } from '@gongze/ledger/verify/format';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepShot, openPage, openStage, phone, seriousViolations, type Stage, wide } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongze-verify-'));
const policy = policyText(keyOf(logSigner), policyOf(2).witnesses, 2);
let stage: Stage;
let log: TestLog;
let files: Map<string, Uint8Array>;

function put(path: string, content: Uint8Array | string): string {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
  return join(folder, path);
}

beforeAll(async () => {
  stage = await openStage();
  const made = await recordExport(600);
  log = made.log;
  files = made.files;
  for (const [path, bytes] of files) put(`export/${path}`, bytes);
});
afterAll(async () => {
  await stage?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Serves these files as the server's log. */
async function serveLog(page: Page, served: ReadonlyMap<string, Uint8Array>, proposed: string | null = policy): Promise<void> {
  await page.unrouteAll();
  await page.route('**/log/**', async (route) => {
    const path = new URL(route.request().url()).pathname.replace(/^\/log\//, '');
    const bytes = path === 'policy' && proposed !== null ? Buffer.from(proposed) : served.get(path);
    await (bytes === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ status: 200, body: Buffer.from(bytes) }));
  });
}

const treeOnly = (all: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> =>
  new Map([...all].filter(([path]) => path !== 'records.jsonl'));
/** The same, with records told as a server tells them: a part for each bundle of entries. */
function withRecords(all: ReadonlyMap<string, Uint8Array>, lines: readonly string[]): Map<string, Uint8Array> {
  const served = treeOnly(all);
  for (let from = 0; from < lines.length; from += 256) {
    const part = lines.slice(from, from + 256);
    served.set(recordsPath(from / 256, part.length), new TextEncoder().encode(`${part.join('\n')}\n`));
  }
  return served;
}
const recordLines = (): string[] => new TextDecoder().decode(files.get('records.jsonl')).split('\n').slice(0, -1);
const verdict = async (page: Page): Promise<string> => await page.locator('.verdict').innerText();

describe('the log of the server', () => {
  test('is verified, remembered, and found out once it is rewritten', async () => {
    const { page, context, errors } = await openPage(stage, wide);
    const lines = recordLines();
    await serveLog(page, withRecords(files, lines));
    await page.goto('/verify?lang=en');
    await page.getByText('This is the policy that the log itself proposes').waitFor();
    await page.getByRole('button', { name: 'Verify the whole log' }).click();
    await page.locator('.verdict-holds').waitFor();
    expect(await verdict(page)).toContain('It holds: the log log.example/gongze, 600 entries, each of them checked');
    expect(await verdict(page)).toContain('Records: 600 records as logged, 0 withheld, in 3 streams');
    expect(await verdict(page)).toContain('Signatures of offices:');
    expect(await verdict(page)).toContain('Judged by the policy that the log itself proposes');
    expect(await verdict(page)).toContain('remembered in this browser');
    expect(await seriousViolations(page)).toEqual([]);
    await keepShot(page, 'verify.en');

    await page.getByRole('button', { name: 'Keep as mine' }).click();
    await page.reload();
    await page.getByText('This is the policy that you keep in this browser').waitFor();
    const grown = await testLog([...log.entries, ...log.entries.slice(0, 3)]).files(603, 2);
    await serveLog(page, withRecords(grown, [...lines, ...lines.slice(0, 3)]));
    await page.getByRole('button', { name: 'Verify the whole log' }).click();
    await page.locator('.verdict').waitFor();
    // The same entries again stand in their streams a second time: told, though the tree is sound.
    expect(await verdict(page)).toContain('where 201 had to come');

    const rewritten = await testLog(log.entries.map((entry, at) => (at === 44 ? (log.entries[45] ?? entry) : entry))).files(600, 2);
    await serveLog(page, withRecords(rewritten, lines.with(44, lines[45] ?? '')));
    await page.getByRole('button', { name: 'Verify the whole log' }).click();
    await page.getByText('history was rewritten: the log of 600 entries does not begin with the 600').waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  test('is compared with a checkpoint from elsewhere', async () => {
    const { page, context } = await openPage(stage, wide);
    await serveLog(page, treeOnly(files));
    await page.goto('/verify?lang=zh');
    await page.getByText('这是日志自己提议的策略').waitFor();
    await page.getByLabel('选择检查点文件').setInputFiles(put('kept', await log.note(200, 2)));
    await page.locator('.verdict-holds').waitFor();
    expect(await verdict(page)).toContain('先前的检查点（200 条）是它的开头：历史未被改写');
    await page.getByLabel('选择检查点文件').setInputFiles(put('fork', await testLog(textEntries(200)).note(200, 2)));
    await page.locator('.verdict-fails').waitFor();
    expect(await verdict(page)).toContain('历史被改写：600 条的日志并不以先前签名的 200 条开头');
    await page.getByLabel('选择检查点文件').setInputFiles(put('unsigned', await log.note(200, 0)));
    await page.getByText('该检查点不予接受：见证方不足').waitFor();
    await keepShot(page, 'verify.zh');
    await context.close();
  });

  test('whose entries may not be read, or which cannot be had, is told in words', async () => {
    const { page, context } = await openPage(stage, wide);
    await serveLog(page, files);
    await page.route('**/log/tile/entries/**', async (route) => await route.fulfill({ status: 403 }));
    await page.goto('/verify?lang=en');
    await page.getByText('This is the policy that the log itself proposes').waitFor();
    await page.getByRole('button', { name: 'Verify the whole log' }).click();
    await page.getByText('sign in first').waitFor();
    await page.route('**/log/checkpoint', async (route) => await route.abort());
    await page.getByRole('button', { name: 'Verify the whole log' }).click();
    await page.getByText('A file cannot be had').waitFor();
    await page.getByLabel('Trust policy').fill('log nonsense');
    await page.getByRole('button', { name: 'Verify the whole log' }).click();
    await page.getByText('The trust policy is at fault: line 1: not a trust policy').waitFor();
    await context.close();
  });
});

describe('files of the reader', () => {
  test('are verified with the network switched off', async () => {
    const { page, context, errors } = await openPage(stage, phone);
    await serveLog(page, new Map(), null);
    await page.goto('/verify?lang=en');
    await page.getByText('This server proposes no policy').waitFor();
    await page.getByLabel('Trust policy').fill(policy);
    await context.setOffline(true);
    await page.getByLabel('Choose a folder').setInputFiles(join(folder, 'export'));
    await page.locator('.verdict-holds').waitFor();
    expect(await verdict(page)).toContain('Records: 600 records as logged, 0 withheld, in 3 streams');
    expect(await verdict(page)).not.toContain('proposes');

    const extra = receiptExtra(log.entries[4] ?? new Uint8Array(), saltOf(4));
    const receipt = put('4.tlog-proof', await log.receipt(4, extra, 2));
    const choose = page.getByLabel('Choose a receipt and its record');
    await choose.setInputFiles([receipt, put('fact.json', JSON.stringify(testRecords(9)[4]))]);
    await page.getByText('The record given is the one that was logged').waitFor();
    expect(await verdict(page)).toContain('entry 4, counted from 0, of the first 600');
    await choose.setInputFiles([receipt, put('other.json', JSON.stringify(testRecords(9)[5]))]);
    await page.getByText('the record is not the one of the receipt, which proves case-1 version 2').waitFor();
    await choose.setInputFiles([receipt, put('5.tlog-proof', await log.receipt(5, extra, 2))]);
    await page.getByText('One receipt and one record at a time').waitFor();
    await choose.setInputFiles([put('other.json', '{}')]);
    await page.getByText('neither an export').waitFor();
    // Another kind of file under the name of one of ours is no falsified history: it is told apart, without a verdict.
    for (const [name, content, told] of [
      ['picture.tlog-proof', '\u0089PNG\n\u001a\n', 'This .tlog-proof is no receipt'],
      ['windows.tlog-proof', (await log.receipt(4, extra, 2)).replaceAll('\n', '\r\n'), 'This .tlog-proof is no receipt'],
      ['long.tlog-proof', 'x'.repeat(65 << 20), 'long.tlog-proof is too long'],
    ] as const) {
      await choose.setInputFiles([put(name, content)]);
      await page.getByRole('alert').getByText(told).waitFor();
      expect(await page.locator('.verdict').count(), name).toBe(0);
      await choose.setInputFiles([receipt]);
      await page.locator('.verdict-holds').waitFor();
    }
    await choose.setInputFiles([receipt, put('text.json', 'no JSON at all')]);
    await page.getByText('The .json that came along is not a record').waitFor();

    put(
      'export/tile/entries/001',
      Uint8Array.from(files.get('tile/entries/001') ?? [], (byte, at) => (at === 9 ? byte ^ 1 : byte)),
    );
    await page.getByLabel('Choose a folder').setInputFiles(join(folder, 'export'));
    await page.getByText('entry 256 does not have the hash that tile/0/001 gives it').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await keepShot(page, 'verify.phone');
    // The policy that this server does not propose.
    expect(errors.filter((error) => !error.includes('404'))).toEqual([]);
    await context.close();
  });

  test('can be dropped', async () => {
    const { page, context } = await openPage(stage, wide);
    await serveLog(page, new Map());
    await page.goto('/verify?lang=en');
    await page.getByText('This is the policy that the log itself proposes').waitFor();
    const extra = receiptExtra(log.entries[7] ?? new Uint8Array(), saltOf(7));
    const data = await page.evaluateHandle(
      (text) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], '7.tlog-proof'));
        return transfer;
      },
      await log.receipt(7, extra, 2),
    );
    await page.locator('.verify-drop').dispatchEvent('drop', { dataTransfer: data });
    await page.locator('.verdict-holds').waitFor();
    expect(await verdict(page)).toContain('About: case-1 version 3, fact-7');
    await context.close();
  });
});
