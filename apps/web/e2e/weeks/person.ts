/** Somebody at the page: what is typed, chosen and ticked is counted, what was there already is not. */
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { withPasskeys } from '../accounts.ts';
import { keepShot, wide } from '../support.ts';
import { fieldWords } from '../../src/work/words.ts';
import type { Account, Site } from './site.ts';
import type { Words } from './words.ts';

export interface Person {
  readonly page: Page;
  readonly errors: readonly string[];
  readonly entries: () => number;
  readonly type: (field: Locator, text: string) => Promise<void>;
  readonly choose: (field: Locator, choice: { label: string } | { value: string }) => Promise<void>;
  readonly tick: (field: Locator) => Promise<void>;
  /** Presses what opens the form of a command. */
  readonly begin: (title: string) => Promise<Locator>;
  /** Records, and waits until it stands in the case. */
  readonly finish: (say: Words) => Promise<void>;
  readonly download: (press: Locator) => Promise<{ readonly name: string; readonly bytes: Buffer }>;
  readonly shot: (name: string) => Promise<void>;
  readonly leave: () => Promise<void>;
}

/**
 * Moves the calendar of the pages that are opened from now on. Only `Date`: a clock of the browser that jumps by weeks would
 * take the timers of the page beyond what they can count.
 */
function shiftDate(ahead: number): void {
  const own = globalThis as typeof globalThis & { trueDate?: DateConstructor };
  const True = (own.trueDate ??= Date);
  own.Date = class extends True {
    constructor(...parts: readonly unknown[]) {
      super(...((parts.length === 0 ? [True.now() + ahead] : parts) as [number]));
    }
    static override now(): number {
      return True.now() + ahead;
    }
  } as DateConstructor;
}

/** A context of its own, with the session of the account; `undefined`: whoever has none. */
export async function personAt(site: Site, account: Account | undefined): Promise<Person> {
  const context: BrowserContext = await site.browser.newContext({ viewport: wide, baseURL: site.url, reducedMotion: 'reduce' });
  if (account !== undefined)
    await context.addCookies([{ name: 'gongze', value: account.cookie, url: site.url, httpOnly: true, sameSite: 'Lax' }]);
  context.setDefaultTimeout(15_000);
  const unwatch = await site.onClock(async (ahead) => {
    await context.addInitScript(shiftDate, ahead);
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  let count = 0;
  const counted =
    <A extends unknown[]>(act: (...args: A) => Promise<unknown>) =>
    async (...args: A): Promise<void> => {
      count += 1;
      await act(...args);
    };
  return {
    page,
    errors,
    entries: () => count,
    type: counted((field: Locator, text: string) => field.fill(text)),
    choose: counted((field: Locator, choice: { label: string } | { value: string }) => field.selectOption(choice)),
    tick: counted((field: Locator) => field.check()),
    begin: async (title) => {
      await page.getByRole('button', { name: title, exact: true }).last().click();
      await page.locator('.work-form').waitFor();
      return page.locator('form.command');
    },
    finish: async (say) => {
      const form = page.locator('form.command').filter({ has: page.getByRole('button', { name: say.submit }) });
      const element = await form.elementHandle();
      await form.getByRole('button', { name: say.submit }).click();
      // The notice of the step before may still stand, and the button has another name while it records: done is when the form is gone.
      await page.waitForFunction((it) => it?.isConnected !== true, element, { timeout: 20_000 });
      await page.locator('.notice', { hasText: say.recorded }).waitFor({ timeout: 20_000 });
    },
    download: async (press) => {
      const [file] = await Promise.all([page.waitForEvent('download', { timeout: 20_000 }), press.click()]);
      return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
    },
    shot: async (name) => await keepShot(page, name),
    leave: async () => {
      unwatch();
      await context.close();
    },
  };
}

/** A passkey that this browser holds and uses without asking, registered for the office on the account page. */
export async function registerPasskey({ page }: Person, say: Words): Promise<void> {
  await withPasskeys(page);
  await page.goto(`/account?lang=${say.lang}`);
  await page.getByRole('button', { name: say.passkey }).click();
  await page.getByText(say.passkeyDone, { exact: true }).waitFor({ timeout: 20_000 });
}

/** All that a .docx or .xlsx says, without its marks. */
export function officeText(bytes: Buffer): string {
  const parts = unzipSync(bytes);
  return Object.entries(parts)
    .filter(([name]) => /^(word\/document|xl\/(worksheets\/.*|sharedStrings))\.xml$/.test(name))
    .map(([, part]) => strFromU8(part).replace(/<[^>]+>/g, ' '))
    .join('\n');
}

/** The control of the form's field of that name, by the word that the form itself has for it; `whole`: the field itself. */
export function fieldOf(form: Locator, name: string, lang: 'zh' | 'en', whole = false): Locator {
  const word = (fieldWords[name]?.[lang] ?? name).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const own = form.locator('.field').filter({
    has: form
      .page()
      .locator(`> label, > legend`)
      .filter({ hasText: new RegExp(`^${word}(\\s·|$)`) }),
  });
  if (whole) return own.first();
  return own.locator('textarea, select, input:not([type=file])').first();
}
