/**
 * Every place of the router, in both languages, light and dark: free of serious barriers, and walked with the keyboard alone. The
 * places are read from the router's own lists, so that a new one is walked before anybody thinks of it; one that never shows its
 * heading fails.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sitePages, tabs } from '../src/view/address.ts';
import { workViews } from '../src/work/views/types.ts';
import { openPage, openStage, seriousViolations, type Stage, tooFaint, wide } from './support.ts';

interface Place {
  readonly address: string;
  /** Shown once what the place is for is there. */
  readonly shows: string;
}

const inCase = '/case/xixian?asOf=2012-01-31';
const places: readonly Place[] = [
  { address: '/?', shows: 'main h1' },
  { address: '/no-such-page?', shows: '[role=alert]' },
  { address: '/case/nowhere?', shows: '[role=alert]' },
  ...sitePages.map((page) => ({ address: `/${page}?`, shows: 'main h1' })),
  ...tabs.map((tab) => ({ address: `${inCase}&tab=${tab}`, shows: `#tab-${tab}[aria-selected=true], [role=tabpanel] :is(h2, h3)` })),
  ...workViews.map((view) => ({ address: `${inCase}&tab=work&sel=work:${view}`, shows: '.work-views [aria-current=true]' })),
  { address: `${inCase}&tour=1`, shows: '.tour' },
  { address: `${inCase}&why=finding:decisionWithoutAction:case`, shows: 'dialog[open]' },
];

/** Enough to go through the head of a page, its controls and into what it lists. */
const PRESSES = 30;

interface Stop {
  readonly name: string;
  /** The browser or the page draws a ring about it. */
  readonly isSeen: boolean;
  readonly isInSight: boolean;
}

async function here(page: Page): Promise<Stop | undefined> {
  return await page.evaluate(() => {
    const own = document.activeElement;
    if (own === null || own === document.body) return undefined;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(own);
    const box = own.getBoundingClientRect();
    const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return {
      name: `${own.tagName} ${own.id} ${(own.getAttribute('aria-label') ?? own.textContent ?? '').trim().slice(0, 30)}`,
      isSeen: (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none',
      isInSight: at !== null && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
  });
}

/** From the top of the page on; what is wrong with the stops on the way. */
async function walk(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    // The walk goes on from where the focus was last: at the first element of the page, or where a dialog holds it.
    document.querySelector<HTMLElement>('dialog[open] button, .skip')?.focus();
    scrollTo(0, 0);
  });
  const wrong: string[] = [];
  let stops = 0;
  let before: string | undefined;
  let same = 0;
  for (let press = 0; press < PRESSES; press++) {
    await page.keyboard.press('Tab');
    const stop = await here(page);
    if (stop === undefined) break;
    stops += 1;
    same = stop.name === before ? same + 1 : 0;
    before = stop.name;
    if (!stop.isSeen) wrong.push(`no ring: ${stop.name}`);
    if (!stop.isInSight) wrong.push(`out of sight: ${stop.name}`);
    // Buttons of a list may have one name; a whole page of them is a trap.
    if (same > 15) wrong.push(`held at ${stop.name}`);
  }
  if (stops < 3) wrong.push(`only ${stops} stops`);
  return wrong;
}

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(async () => await stage?.close());

describe.each(['zh', 'en'] as const)('every place in %s', (lang) => {
  it.each(places)('$address', { timeout: 90_000 }, async ({ address, shows }) => {
    const { page, context, errors } = await openPage(stage, wide);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(`${address}&lang=${lang}`);
    await page.locator(shows).first().waitFor();
    await page.locator('.loading').waitFor({ state: 'detached', timeout: 30_000 });
    expect(await seriousViolations(page), 'light').toEqual([]);
    const light = await walk(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await tooFaint(page), 'dark').toEqual([]);
    const dark = await walk(page);
    expect({ light, dark }).toEqual({ light: [], dark: [] });
    // A case that is not there is a request that the server declines.
    expect(errors.filter((error) => !error.includes('404'))).toEqual([]);
    await context.close();
  });
});
