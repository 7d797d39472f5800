/**
 * Five weeks, one for each user of the product, with accounts of their own on one server: each ends with the right documents
 * in hand. The five work on one case, one after the other, in Chinese and in English.
 */
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

async function end(person: Person, who: string, lang: string): Promise<void> {
  counts.push(`  ${lang} ${who}: ${person.entries()}`);
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
    await end(person, 'secretariat', lang);
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
    await end(person, 'department', lang);
  });

  it('an auditor reads everything, writes nothing, and has facts, ledger and sources', { timeout }, async () => {
    const person = await personAt(site, site.accounts.auditor);
    const { page } = person;
    await page.goto(at('documents'));
    const ledger = await person.download(page.locator('[data-document=xlsx]'));
    expect(officeText(ledger.bytes)).toContain(say.duty);
    const facts = await person.download(page.locator('[data-document=csvFacts]'));
    expect(facts.bytes.toString()).toContain('obligationAccepted');
    const topic = { topic: 'by-the-auditor', title: { zh: '审计', en: 'Audit' } };
    const event = { type: 'topicRaised', occurred: { first: inDays(0), last: inDays(0), precision: 'day' }, payload: topic };
    const caseId = address.replace('/case/', '');
    const headers = { 'if-match': '*', 'idempotency-key': `audit-${lang}` };
    const refused = await site.accounts.auditor.send('POST', `/api/cases/${caseId}/events`, { events: [event] }, headers);
    expect(refused).toMatchObject({ status: 403, body: { policies: ['limit.readersWriteNothing'] } });
    // The page says so too, and what was typed stays.
    await page.goto(at('work'));
    const form = await person.begin(say.raise);
    await person.type(form.getByLabel(say.title, { exact: true }), say.topic);
    await form.getByRole('button', { name: say.submit }).click();
    await page.locator('.notice.bad').waitFor();
    expect(await form.locator('textarea').first().inputValue()).toBe(say.topic);
    // The whole history is verified in this browser.
    await page.goto(`/verify?lang=${lang}`);
    await page.getByRole('button', { name: say.verifyLog }).click();
    await page.locator('.verdict-holds').waitFor({ timeout: 30_000 });
    await end(person, 'auditor', lang);
  });

  it('a researcher without an account reads what was published, with data dictionary and event log', { timeout }, async () => {
    const caseId = address.replace('/case/', '');
    const stranger = await personAt(site, undefined);
    await stranger.page.goto(at('documents'));
    await stranger.page
      .getByRole('tab')
      .first()
      .waitFor({ timeout: 3000 })
      .then(
        () => expect.fail('shown before it was published'),
        () => undefined,
      );
    await stranger.leave();
    const publish = await site.accounts.province.send(
      'POST',
      `/api/cases/${caseId}/publication`,
      { change: 'publish' },
      { 'idempotency-key': `p-${lang}` },
    );
    expect(publish.status, JSON.stringify(publish.body)).toBe(201);
    const person = await personAt(site, undefined);
    const { page } = person;
    await page.goto(at('documents'));
    await page.getByText(say.import).waitFor();
    const data = JSON.parse((await person.download(page.locator('[data-document=json]'))).bytes.toString()) as { facts: unknown[] };
    expect(data.facts.length).toBeGreaterThan(7);
    const dictionary = (await person.download(page.locator('[data-document=dictionary]'))).bytes.toString();
    expect(dictionary).toContain('occurred');
    const log = JSON.parse((await person.download(page.locator('[data-document=ocel]'))).bytes.toString()) as { events: unknown[] };
    expect(log.events.length).toBeGreaterThan(7);
    await end(person, 'researcher', lang);
  });
});
