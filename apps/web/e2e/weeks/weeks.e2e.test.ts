/**
 * Five weeks, one for each user of the product, with accounts of their own on one server: each ends with the right documents
 * in hand. They work on one case, one after the other, in Chinese and in English; what the supervision office does stands in
 * `superior.e2e.test.ts`, and what it does with one duty in `closing.e2e.test.ts`. Entries are counted: nothing is asked twice.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousViolations } from '../support.ts';
import { officeText, type Person, personAt, registerPasskey } from './person.ts';
import { openSite, type Site } from './site.ts';
import { weekWords } from './words.ts';

let site: Site;

const inDays = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() + days * 86_400_000);
const counts: string[] = [];
afterAll(() => console.log(`entries typed, chosen or ticked:\n${counts.join('\n')}`));

/** `most`: what has to be typed, chosen and ticked; everything else the site knows. */
async function end(person: Person, who: string, lang: string, most: number): Promise<void> {
  counts.push(`  ${lang} ${who}: ${person.entries()}`);
  expect(person.entries(), `entries of the ${who}`).toBe(most);
  await person.shot(`week-${who}-${lang}`);
  expect(person.errors).toEqual([]);
  await person.leave();
}

describe.each(['zh', 'en'] as const)('in %s', (lang) => {
  // A site for each language, so that neither finds what the other left.
  beforeAll(async () => {
    site = await openSite();
  }, 180_000);
  afterAll(async () => await site?.close());
  const say = weekWords[lang];
  let address = '';
  const at = (tab: string): string => `${address}?lang=${lang}&tab=${tab}`;
  const timeout = 120_000;

  it('the secretariat opens a case, runs a meeting from topic to minutes, and has the minutes', { timeout }, async () => {
    const person = await personAt(site, site.accounts.secretariat);
    const { page, type, choose, begin, finish } = person;
    await page.goto(`/?lang=${lang}`);
    await page.getByRole('button', { name: say.newCase }).click();
    const form = page.locator('form.new-case');
    await type(form.getByLabel(say.caseTitle), say.case);
    for (const [index, party] of say.parties.entries()) await type(form.getByLabel(`${say.party} ${index + 1}`), party);
    await form.getByRole('button', { name: say.open, exact: true }).click();
    await page.waitForURL(/\/case\/case-/);
    address = new URL(page.url()).pathname;

    let command = await begin(say.raise);
    await type(command.getByLabel(say.title, { exact: true }), say.topic);
    await finish(say);

    command = await begin(say.convene);
    await choose(command.getByLabel(say.kind, { exact: true }), { label: say.liaison });
    await type(command.getByLabel(say.title, { exact: true }), say.meeting);
    await type(command.getByLabel(say.plannedOn), inDays(0));
    expect(await command.getByRole('checkbox', { name: say.topic }).isChecked()).toBe(true);
    await finish(say);

    // What was convened is known: nothing of it is asked again.
    const before = person.entries();
    command = await begin(say.hold);
    expect(await command.getByLabel(say.title, { exact: true }).inputValue()).toBe(say.meeting);
    await finish(say);
    expect(person.entries()).toBe(before);

    command = await begin(say.consensus);
    expect(await command.locator('select').first().locator('option:checked').textContent()).toBe(say.topic);
    await type(command.getByLabel(say.reviewOn), inDays(90));
    await command.locator('summary').click();
    await type(command.locator('details textarea').first(), say.agreed);
    await finish(say);

    const minuted = person.entries();
    command = await begin(say.minutes);
    expect(await command.locator('textarea').nth(0).inputValue()).toBe(say.meeting);
    await finish(say);
    expect(person.entries()).toBe(minuted);

    await page.goto(at('documents'));
    const file = await person.download(page.locator('[data-form=minutes]').getByRole('button', { name: say.download }));
    expect(file.name).toMatch(/\.docx$/);
    expect(officeText(file.bytes)).toContain(say.agreed);
    await end(person, 'secretariat', lang, 9);
  });

  it('a department takes a duty on, goes from its list to the form, and has the letter and the calendar', { timeout }, async () => {
    const person = await personAt(site, site.accounts.department);
    const { page, type, tick, begin, finish } = person;
    await registerPasskey(person, say);
    await page.goto(at('work'));
    const command = await begin(say.draft);
    await type(command.getByLabel(say.title, { exact: true }), say.duty);
    await tick(command.getByRole('checkbox', { name: lang === 'zh' ? '咸阳市' : 'Xianyang' }).first());
    await type(command.locator('.deadline input[type=date]'), inDays(30));
    await finish(say);
    const task = page.locator('.task', { hasText: say.duty });
    await task.getByRole('button', { name: say.accept }).click();
    expect(await page.locator('form.command select').first().inputValue()).toMatch(/^obligation-/);
    await finish(say);

    // From the page of today straight to what is to be done.
    await page.goto(`/today?lang=${lang}`);
    await page.locator('.today-item', { hasText: say.duty }).first().waitFor();
    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(say.duty);
    expect(await seriousViolations(page)).toEqual([]);
    await person.shot(`week-today-${lang}`);
    await page.keyboard.press('Enter');
    await page.locator('form.command').waitFor();
    expect(await page.locator('form.command select').first().inputValue()).toMatch(/^obligation-/);

    await page.goto(at('documents'));
    const letter = await person.download(page.locator('[data-form=letter]').getByRole('button', { name: say.download }));
    expect(officeText(letter.bytes)).toContain(say.duty);
    const calendar = await person.download(page.locator('[data-document=ics]'));
    expect(calendar.bytes.toString()).toContain(`DTSTART;VALUE=DATE:${inDays(30).replaceAll('-', '')}`);
    await end(person, 'department', lang, 3);
  });

  it('an auditor reads and writes nothing, follows an act back, verifies its receipt, and has ledger and verdict', {
    timeout,
  }, async () => {
    const person = await personAt(site, site.accounts.auditor);
    const { page } = person;
    await page.goto(at('documents'));
    const ledger = await person.download(page.locator('[data-document=xlsx]'));
    expect(officeText(ledger.bytes)).toContain(say.duty);
    const facts = await person.download(page.locator('[data-document=csvFacts]'));
    expect(facts.bytes.toString()).toContain('obligationAccepted');
    // The page says that nothing may be written, and what was typed stays.
    await page.goto(at('work'));
    const form = await person.begin(say.raise);
    await person.type(form.getByLabel(say.title, { exact: true }), say.topic);
    await form.getByRole('button', { name: say.submit }).click();
    await page.locator('.notice.bad').waitFor();
    expect(await form.locator('textarea').first().inputValue()).toBe(say.topic);

    // What was known yesterday is nothing: the case was opened today.
    await page.goto(at('facts'));
    await page.locator('.panel.facts tbody tr').first().waitFor();
    await person.type(page.getByLabel(say.knownOn), inDays(-1));
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.panel.facts tbody tr').length === 0);
    await page.goBack();
    await page.goto(at('facts'));

    // From the acceptance to its receipt and its record, and with both to where they are verified.
    const accepted = page.locator('.panel.facts tbody tr', { hasText: say.accepted });
    await accepted.locator('button.why').first().click();
    const why = page.locator('.why-body');
    // When it came on record, and in whose name.
    await why
      .getByText(lang === 'zh' ? /\d\d:\d\d记入日志，/ : /^Recorded .+, \d\d:\d\d, /)
      .first()
      .waitFor();
    const receipt = await person.download(why.locator('[data-take=receipt]'));
    const record = await person.download(why.locator('[data-take=record]'));
    expect([receipt.name.slice(-11), record.name.slice(-5)]).toEqual(['.tlog-proof', '.json']);
    await why.getByRole('link', { name: say.toVerify }).click();
    await page.locator('#verify-files').waitFor();
    const upload = (own: { name: string; bytes: Buffer }) => ({ name: own.name, mimeType: 'text/plain', buffer: own.bytes });
    await page.getByLabel(say.chooseReceipt).setInputFiles([upload(receipt), upload(record)]);
    await page.locator('.verdict-holds').waitFor();
    expect(await page.locator('.verdict').innerText()).toContain(say.sameRecord);
    const verdict = await person.download(page.locator('[data-take=verdict]'));
    expect(verdict.bytes.toString()).toContain(say.sameRecord);
    expect(await seriousViolations(page)).toEqual([]);

    // The same two files, away from this site, with the program that anybody can run.
    const folder = await mkdtemp(join(tmpdir(), 'gongze-audit-'));
    const policy = await (await fetch(`${site.url}/log/policy`)).text();
    for (const [name, content] of [
      [receipt.name, receipt.bytes],
      [record.name, record.bytes],
      ['policy.txt', policy],
    ] as const)
      await writeFile(join(folder, name), content);
    const gongze = ['--no-install', 'gongze', 'verify', join(folder, receipt.name)];
    const told = await promisify(execFile)('npx', [
      ...gongze,
      '--policy',
      join(folder, 'policy.txt'),
      '--fact',
      join(folder, record.name),
      '--lang',
      lang,
    ]);
    expect(told.stdout).toContain(say.sameRecord);
    await rm(folder, { recursive: true });
    await end(person, 'auditor', lang, 2);
  });

  it('a researcher without an account reads what was published, asks what if, compares, and has data and package', {
    timeout: 240_000,
  }, async () => {
    const caseId = address.replace('/case/', '');
    const before = await personAt(site, undefined);
    await before.page.goto(at('documents'));
    await before.page.locator('main.page-narrow').waitFor();
    await before.leave();
    const headers = { 'idempotency-key': `p-${lang}` };
    const publish = await site.accounts.province.send('POST', `/api/cases/${caseId}/publication`, { change: 'publish' }, headers);
    expect(publish.status, JSON.stringify(publish.body)).toBe(201);
    const person = await personAt(site, undefined);
    const { page } = person;
    await page.goto(at('documents'));
    await page.getByText(say.import).waitFor();
    const data = JSON.parse((await person.download(page.locator('[data-document=json]'))).bytes.toString()) as { facts: unknown[] };
    expect(data.facts.length).toBeGreaterThan(7);
    const dictionary = (await person.download(page.locator('[data-document=dictionary]'))).bytes.toString();
    expect(dictionary).toContain('occurred');

    // What if a superior came? Begun from the case, which is known there.
    await page.locator('.what-if-link a').click();
    await page.locator('.main-action').waitFor();
    expect(await page.locator('.about select').first().inputValue()).toBe(caseId);
    await page.locator('.main-action').click();
    await page.locator('.fan').first().waitFor({ timeout: 120_000 });

    // Compare, and take the package along; its table, read in again, gives the same truth table.
    await page.goto(`/compare?lang=${lang}`);
    await page.getByRole('radio', { name: say.simulatedCases }).check();
    const step = async (name: string): Promise<void> => {
      await page.locator(`#lab-tab-${name}`).click();
      await page.locator(`#lab-step[aria-labelledby="lab-tab-${name}"][aria-busy="false"]`).waitFor();
    };
    await step('truth');
    const truth = await page.locator('#lab-step tbody').first().innerText();
    await step('take');
    const zip = await person.download(page.getByRole('button', { name: say.package }));
    const files = unzipSync(zip.bytes);
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['README.md', 'analysis.R', 'data.csv', 'raw.csv', 'settings.json']));
    await page.getByRole('radio', { name: say.ownTable }).check();
    const table = { name: 'data.csv', mimeType: 'text/csv', buffer: Buffer.from(files['data.csv'] ?? []) };
    await page.getByLabel(say.chooseCsv).setInputFiles(table);
    await step('truth');
    expect(await page.locator('#lab-step tbody').first().innerText()).toBe(truth);
    await end(person, 'researcher', lang, 0);
  });
});
