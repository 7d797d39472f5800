/**
 * A duty from its acceptance to its close-out, day by day, between the department that owes it and the supervision office that
 * decides about it: extension before the due date, a wrong "overdue" contested, evidence with its digest, right of reply,
 * inspection with plan, conclusion and review, slips, sign-off, publicity, record. The clocks are moved; what is typed is counted.
 */
import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousViolations } from '../support.ts';
import { fieldOf, officeText, type Person, personAt, registerPasskey } from './person.ts';
import { caseBefore, openSite, type Site } from './site.ts';
import { closingWords, weekWords } from './words.ts';

let site: Site;
const day = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + days * 86_400_000));
const evidence = Buffer.from('acceptance record of the western approach');

describe.each(['zh', 'en'] as const)('in %s', (lang) => {
  const say = weekWords[lang];
  const own = closingWords[lang];
  let department: Person;
  let supervision: Person;
  let address = '';
  beforeAll(async () => {
    site = await openSite();
    address = await caseBefore(site, `case-closing-${lang}`, say.case, day(0));
    department = await personAt(site, site.accounts.department);
    supervision = await personAt(site, site.accounts.supervision);
  }, 240_000);
  afterAll(async () => {
    await department?.leave();
    await supervision?.leave();
    await site?.close();
  });

  const look = async ({ page }: Person, view: string): Promise<void> => {
    await page.goto(`${address}?lang=${lang}&tab=work&sel=work:${view}`);
    await page.locator('.work-views [aria-current=true]').waitFor();
  };
  const rowOf = ({ page }: Person, text: string): Locator => page.locator('.work tr', { hasText: text });
  /** From the row of the duty, or of the inspection, straight to the form: what it is about is never asked. */
  const step = async (person: Person, row: string, command: string, fill?: (form: Locator) => Promise<void>): Promise<void> => {
    await rowOf(person, row).locator(`[data-do=${command}]`).first().click();
    const form = person.page.locator('form.command');
    await form.waitFor();
    for (const about of ['obligation', 'inspection'] as const) {
      const asked = fieldOf(form, about, lang);
      if ((await asked.count()) > 0) expect(await asked.inputValue(), command).not.toBe('');
    }
    await fill?.(form);
    await person.finish(say);
  };
  const text = (person: Person, words: string) => async (form: Locator) => await person.type(fieldOf(form, 'text', lang), words);

  it('is accepted, extended, contested, evidenced, replied to, signed off, publicised and struck off', { timeout: 300_000 }, async () => {
    await registerPasskey(supervision, say);
    await registerPasskey(department, say);

    // Monday. The supervision office takes its ledger in; one line has a date that is wrong.
    await supervision.page.goto(`${address}?lang=${lang}&tab=documents`);
    const head = lang === 'zh' ? '任务,责任单位,完成时限,衡量标准' : 'Title,Responsible,Due,Measure';
    const rows = [head, `${say.duty},610400,${day(20)},${own.measure}`, `${own.late},610400,${day(-3)},${own.measure}`].join('\n');
    await supervision.page
      .locator('[data-import=ledger] input[type=file]')
      .setInputFiles({ name: 'ledger.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
    await supervision.page.locator('[data-import=ledger] button.main').click();
    await supervision.page.locator('.documents .notice').waitFor();
    await look(supervision, 'supervision');
    await supervision.page.locator('[data-do=planInspection]').click();
    const plan = supervision.page.locator('form.command');
    await supervision.choose(fieldOf(plan, 'kind', lang), { value: 'inspection' });
    await supervision.tick(plan.getByRole('checkbox', { name: own.xianyang, exact: true }));
    await supervision.type(fieldOf(plan, 'matter', lang), own.matter);
    await supervision.type(fieldOf(plan, 'scope', lang), own.scope);
    await supervision.type(fieldOf(plan, 'first', lang), day(0));
    await supervision.type(fieldOf(plan, 'last', lang), day(10));
    await supervision.finish(say);

    // The department accepts both from its list, asks for more time, and contests the wrong date.
    await look(department, 'todo');
    for (const title of [say.duty, own.late]) {
      await department.page.locator('.task', { hasText: title }).getByRole('button', { name: say.accept }).click();
      await department.finish(say);
    }
    expect(department.entries(), 'to accept is to press').toBe(0);
    await look(department, 'delivery');
    await step(department, say.duty, 'requestExtension', async (form) => {
      await department.type(fieldOf(form, 'newDueOn', lang), day(40));
      await department.type(fieldOf(form, 'text', lang), say.reason);
    });
    await step(department, own.late, 'contestOverdue', text(department, own.wrongDate));

    // The supervision office decides both: the new date is the one that was asked for, and is not asked again.
    await look(supervision, 'delivery');
    const before = supervision.entries();
    await step(supervision, say.duty, 'grantExtension', async (form) =>
      expect(await fieldOf(form, 'newDueOn', lang).inputValue()).toBe(day(40)),
    );
    expect(supervision.entries()).toBe(before);
    await step(supervision, own.late, 'decideOverdue', text(supervision, own.notLate));
    await look(department, 'delivery');
    await rowOf(department, own.late).getByText(own.annulled).waitFor();
    await rowOf(department, say.duty).getByText(own.extended).waitFor();
    expect(await seriousViolations(department.page)).toEqual([]);
    await department.shot(`closing-monday-${lang}`);

    // Tuesday. Evidence with the digest of its file, progress, the report; an assessment, and the reply to it.
    await site.goTo(1);
    await look(department, 'delivery');
    await step(department, say.duty, 'attachEvidence', async (form) => {
      await department.type(fieldOf(form, 'title', lang), own.record);
      await form.locator('input[type=file]').setInputFiles({ name: 'record.pdf', mimeType: 'application/pdf', buffer: evidence });
      await form.getByText('record.pdf ✓').waitFor();
      const digest = createHash('sha256').update(evidence).digest('hex');
      expect(await fieldOf(form, 'sha256', lang).last().inputValue()).toBe(digest);
    });
    await step(department, say.duty, 'reportObligation', async (form) =>
      department.choose(fieldOf(form, 'completion', lang), { value: 'complete' }),
    );
    await look(supervision, 'delivery');
    await step(supervision, say.duty, 'reviewObligation', async (form) =>
      supervision.choose(fieldOf(form, 'completion', lang), { value: 'limited' }),
    );
    await look(department, 'delivery');
    await step(department, say.duty, 'reply', text(department, own.reply));
    await look(supervision, 'delivery');
    await rowOf(supervision, say.duty).getByText(own.replied).waitFor();
    await step(supervision, say.duty, 'returnObligation', text(supervision, own.returned));
    await look(supervision, 'supervision');
    await step(supervision, own.matter, 'concludeInspection', text(supervision, own.conclusion));
    await look(department, 'supervision');
    await step(department, own.matter, 'requestReview', text(department, own.review));

    // Wednesday. Reported again, found complete, signed off; close-out applied for and made public. A slip for the other duty.
    await site.goTo(2);
    await look(supervision, 'supervision');
    await step(supervision, own.matter, 'decideReview', text(supervision, own.reviewed));
    await look(department, 'delivery');
    await step(department, say.duty, 'reportObligation', async (form) =>
      department.choose(fieldOf(form, 'completion', lang), { value: 'complete' }),
    );
    await look(supervision, 'delivery');
    await step(supervision, say.duty, 'reviewObligation', async (form) =>
      supervision.choose(fieldOf(form, 'completion', lang), { value: 'complete' }),
    );
    const signing = supervision.entries();
    await step(supervision, say.duty, 'fulfilObligation');
    await look(department, 'delivery');
    const applying = department.entries();
    await step(department, say.duty, 'requestCloseOut');
    expect(department.entries()).toBe(applying);
    await look(supervision, 'delivery');
    await step(supervision, say.duty, 'publiciseCloseOut');
    expect(supervision.entries(), 'the end of the publicity is computed').toBe(signing);

    // After the publicity it is struck off, and both have their papers.
    await site.goTo(16);
    await look(supervision, 'delivery');
    await step(supervision, say.duty, 'closeOutObligation');
    await look(department, 'delivery');
    await rowOf(department, say.duty).getByText(own.lookBack).waitFor();
    await department.shot(`closing-end-${lang}`);
    await department.page.goto(`${address}?lang=${lang}&tab=documents`);
    const ledger = await department.download(department.page.locator('[data-document=xlsx]'));
    expect(ledger.name).toContain(own.ledgerName);
    expect(Object.keys(unzipSync(ledger.bytes))).toContain('xl/workbook.xml');
    expect(officeText(ledger.bytes)).toContain(own.closedOut);
    const log = await department.download(department.page.locator('[data-document=ocel]'));
    const { events } = JSON.parse(log.bytes.toString()) as { events: { type: string }[] };
    const types = events.map(({ type }) => type);
    for (const type of ['overdueDecided', 'replyMade', 'closeOutPublicised', 'obligationClosedOut', 'reviewDecided'])
      expect(types).toContain(type);
    const calendar = await department.download(department.page.locator('[data-document=ics]'));
    expect(strFromU8(calendar.bytes)).toMatch(/^BEGIN:VCALENDAR/);
    expect([department.errors, supervision.errors]).toEqual([[], []]);
    console.log(`${lang}: department ${department.entries()}, supervision ${supervision.entries()} entries`);
    expect(department.entries(), 'what the department typed').toBe(8);
    expect(supervision.entries(), 'what the supervision office typed').toBe(12);
  });
});
