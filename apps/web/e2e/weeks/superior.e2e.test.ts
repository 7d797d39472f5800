/**
 * The week of a supervision office that lasts a year: it sees what is late because of whom, issues the slips that its rule
 * proposes up the line, is refused by the principles, is admitted by them, helps, leaves and watches. Everything is pressed
 * and typed on the pages; the clocks are moved. It ends with the red notice and the record of the intervention.
 */
import type { Locator } from 'playwright-core';
import { commandTitles } from '@gongze/domain/decisions/titles';
import type { CommandName } from '@gongze/domain/decisions/decide';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousViolations } from '../support.ts';
import { fieldOf, officeText, type Person, personAt, registerPasskey } from './person.ts';
import { caseBefore, openSite, type Site } from './site.ts';
import { superiorWords, weekWords } from './words.ts';

let site: Site;
const day = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(begun + days * 86_400_000));
let begun = 0;

describe.each(['zh', 'en'] as const)('in %s', (lang) => {
  const say = weekWords[lang];
  const own = superiorWords[lang];
  let department: Person;
  let supervision: Person;
  let address = '';
  beforeAll(async () => {
    site = await openSite();
    begun = Date.now();
    address = await caseBefore(site, `case-superior-${lang}`, say.case, day(0));
    department = await personAt(site, site.accounts.department);
    supervision = await personAt(site, site.accounts.supervision);
    await registerPasskey(supervision, say);
    await registerPasskey(department, say);
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
  const press = async ({ page }: Person, command: CommandName): Promise<Locator> => {
    await page.locator(`.work [data-do=${command}]`).first().click();
    return page.locator('form.command');
  };
  /** Begun among all that can be done, as whoever has no task yet. */
  const begin = async (person: Person, command: CommandName): Promise<Locator> => await person.begin(commandTitles[command][lang]);
  const group = (form: Locator, name: string): Locator => fieldOf(form, name, lang, true);

  /** From the page of today to the slip that the rule proposes; everything in it is known. */
  const slip = async (on: number, colour: 'blue' | 'orange' | 'red', mark: string): Promise<void> => {
    await site.goTo(on);
    const { page } = supervision;
    await page.goto(`/today?lang=${lang}`);
    const item = page.locator('.today-item', { hasText: say.duty });
    await item.getByText(own[colour]).waitFor();
    expect(await item.textContent()).toContain(mark);
    expect(await item.textContent(), 'because of whom').toContain(lang === 'zh' ? '咸阳市' : 'Xianyang');
    const before = supervision.entries();
    await item.locator('.button').click();
    const form = page.locator('form.command');
    expect(await fieldOf(form, 'slip', lang).inputValue()).toBe(colour);
    expect(await fieldOf(form, 'answerBy', lang).inputValue()).toBe(day(on + 7));
    await supervision.finish(say);
    expect(supervision.entries(), 'a slip is pressed, not typed').toBe(before);
  };

  it('issues blue, orange and red as its rule proposes, because nobody nearer did, and has the notice', { timeout: 180_000 }, async () => {
    await look(supervision, 'supervision');
    await supervision.page.locator('[data-new-table=escalation]').click();
    await supervision.finish(say);
    expect(supervision.entries(), 'a rule to begin with is offered whole').toBe(0);

    await look(department, 'todo');
    const draft = await begin(department, 'draftObligation');
    await department.type(fieldOf(draft, 'title', lang), say.duty);
    await department.tick(draft.getByRole('checkbox', { name: lang === 'zh' ? '咸阳市' : 'Xianyang', exact: true }).first());
    await department.type(draft.locator('.deadline input[type=date]'), day(10));
    await department.finish(say);
    await department.page.locator('.task', { hasText: say.duty }).getByRole('button', { name: say.accept }).click();
    await department.finish(say);
    expect(department.entries()).toBe(3);

    await slip(20, 'blue', own.nearer);
    await slip(34, 'orange', own.nearer);
    await slip(45, 'red', own.proposed);
    await look(supervision, 'delivery');
    const { name, bytes } = await supervision.download(supervision.page.locator('[data-take=notice]'));
    expect(name).toContain(own.noticeName);
    expect(officeText(bytes)).toContain(own.redSlip);
    expect(officeText(bytes)).toContain(say.duty);
    expect(await seriousViolations(supervision.page)).toEqual([]);
    await supervision.shot(`superior-slips-${lang}`);
  });

  it('is refused with what is missing, admitted when it is there, helps, leaves and watches', { timeout: 240_000 }, async () => {
    // Too early: neither has the dilemma lasted, nor have the parties tried a remedy of their own.
    await look(supervision, 'intervening');
    await press(supervision, 'openIntervention');
    const report = supervision.page.locator('.opening-report');
    await report.locator('h4', { hasText: own.refusedHead }).waitFor();
    const missing = report.locator('.conditions').first().locator('.unmet');
    expect(await missing.count()).toBe(2);
    expect(await missing.last().textContent()).toContain(own.ownRemedy);
    expect(await report.getByRole('button', { name: own.goOn }).count()).toBe(0);
    await supervision.shot(`superior-refused-${lang}`);

    await look(department, 'todo');
    const conflict = await begin(department, 'raiseConflict');
    const known = department.entries();
    await department.type(fieldOf(conflict, 'title', lang), own.conflict);
    await department.finish(say);
    expect(department.entries()).toBe(known + 1);

    // 180 days after it was found, and 90 days after the parties began to remedy it themselves, one of them asks for help.
    await site.goTo(225);
    await look(department, 'todo');
    const request = await begin(department, 'proposeIntervention');
    expect(await fieldOf(request, 'tier', lang).inputValue(), 'the nearest common superior').toBe('610000');
    await department.finish(say);
    expect(department.entries()).toBe(known + 1);

    const centre = await personAt(site, site.accounts.centre);
    await look(centre, 'intervening');
    await press(centre, 'openIntervention');
    const above = centre.page.locator('.opening-report');
    await above.locator('h4', { hasText: own.notItsTurn }).waitFor();
    expect(await above.textContent()).toContain(own.nearerFirst);
    expect(await above.getByRole('button', { name: own.goOn }).count()).toBe(0);
    await centre.leave();

    // The province finds the request on its list, reads the report, and goes on to the form.
    const { page } = supervision;
    await page.goto(`/today?lang=${lang}`);
    await page.locator('.today-item', { hasText: own.asks }).locator('.button').click();
    await page.locator('.opening-report h4', { hasText: own.admitted }).waitFor();
    await supervision.shot(`superior-admitted-${lang}`);
    await page.getByRole('button', { name: own.goOn }).click();
    const before = supervision.entries();
    const form = page.locator('form.command');
    expect(await group(form, 'grounds').locator('input:checked').count(), 'the grounds that the report found').toBeGreaterThan(0);
    await supervision.type(fieldOf(form, 'title', lang), own.title);
    await supervision.type(fieldOf(group(form, 'exitCriteria'), 'text', lang), own.criterion);
    await supervision.type(fieldOf(group(form, 'exitCriteria'), 'indicator', lang), own.indicator);
    await supervision.type(fieldOf(form, 'sunset', lang), day(590));
    await supervision.tick(group(form, 'handBack').getByRole('checkbox', { name: own.coordinate, exact: true }));
    await supervision.choose(fieldOf(form, 'receiver', lang), { label: own.xian });
    const instruments = group(form, 'instruments');
    await supervision.type(fieldOf(instruments, 'title', lang), own.help);
    await supervision.choose(fieldOf(instruments, 'channel', lang), { value: 'technical' });
    await supervision.type(fieldOf(instruments, 'strength', lang), '2');
    await supervision.tick(fieldOf(instruments, 'capacityBuilding', lang));
    await supervision.shot(`superior-form-${lang}`);
    await supervision.finish(say);
    expect(supervision.entries() - before, 'what an opening asks').toBe(10);

    // An instrument that binds; later it is eased, the criteria are read twice, and the superior leaves.
    await look(supervision, 'intervening');
    const applied = await press(supervision, 'applyInstrument');
    await supervision.type(fieldOf(applied, 'title', lang), own.assessment);
    await supervision.choose(fieldOf(applied, 'channel', lang), { value: 'assessment' });
    await supervision.type(fieldOf(applied, 'strength', lang), '3');
    await supervision.tick(fieldOf(applied, 'binding', lang));
    await supervision.finish(say);
    expect(supervision.entries() - before).toBe(14);

    await site.goTo(240);
    await look(supervision, 'intervening');
    await page.locator('.intervention li', { hasText: own.assessment }).locator('[data-do=taperIntervention]').click();
    await supervision.finish(say);
    for (const on of [240, 255]) {
      await site.goTo(on);
      await look(supervision, 'intervening');
      const reading = await press(supervision, 'readExitCriteria');
      await supervision.tick(fieldOf(reading, 'met', lang));
      await supervision.finish(say);
    }
    await look(supervision, 'intervening');
    await press(supervision, 'closeIntervention');
    await supervision.finish(say);
    await look(supervision, 'intervening');
    const ended = page.locator('.intervention');
    await ended.getByText(own.handedBack).waitFor();
    await ended.getByText(own.noDependence).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await supervision.shot(`superior-ended-${lang}`);

    const { name, bytes } = await supervision.download(ended.locator('[data-take=intervention]'));
    expect(name).toContain(own.record);
    const text = officeText(bytes);
    for (const part of [own.title, own.criterion, own.help, own.assessment, own.watched]) expect(text).toContain(part);
    expect([department.errors, supervision.errors]).toEqual([[], []]);
    console.log(`${lang}: department ${department.entries()}, supervision ${supervision.entries()} entries in a year of supervising`);
    expect(department.entries(), 'what the department typed').toBe(4);
    expect(supervision.entries(), 'what the supervision office typed').toBe(16);
  });
});
