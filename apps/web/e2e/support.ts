/** A real server on a free port with a throw-away data directory, a real browser, and a place for what they leave. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Running, serve } from '@gongze/server';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Screenshots and measurements, kept after the run. */
export const artifacts = process.env['GONGZE_E2E_ARTIFACTS'] ?? join(tmpdir(), 'gongze-e2e');

export const wide = { width: 1440, height: 900 } as const;
export const phone = { width: 390, height: 844 } as const;

export interface Stage {
  readonly url: string;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

export async function openStage(): Promise<Stage> {
  mkdirSync(artifacts, { recursive: true });
  const dataDir = mkdtempSync(join(tmpdir(), 'gongze-data-'));
  const running: Running = await serve({ port: 0, dataDir });
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  const close = async () => {
    await browser.close();
    await running.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url: running.url, browser, close };
}

export interface Watched {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the page: exceptions, refused content, failed requests for its own files. */
  readonly errors: string[];
}

export async function openPage(stage: Stage, viewport: { width: number; height: number }): Promise<Watched> {
  const context = await stage.browser.newContext({ viewport, baseURL: stage.url, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  return { page, context, errors };
}

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

const told = ({ id, nodes }: Violation): string[] =>
  nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary?.split('\n').at(-1) ?? ''}`);

/** Violations that keep people out; each as rule and place. */
export async function seriousViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(told);
}

/** Text that does not stand out enough from its ground: what alone can change with the colours. */
export async function tooFaint(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
  return violations.flatMap(told);
}

export async function keepShot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(artifacts, `${name}.png`) });
}

export interface Spread {
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

export interface SliderCosts {
  /** Script, style and layout within the frame in which the slider moved. */
  readonly frame: Spread;
  /** From the movement until the whole page shows the new date, tables too. */
  readonly settled: Spread;
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN) * 10) / 10;
  return { median: at(0.5), p95: at(0.95), max: at(1) };
}

/** Milliseconds that movements of the slider along the whole axis cost, one after another. */
export async function sliderCosts(page: Page, steps: number): Promise<SliderCosts> {
  const measured = await page.evaluate(async (count) => {
    const slider = document.querySelector<HTMLInputElement>('input[type="range"]');
    const heading = document.querySelector('#sentence-heading');
    const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    if (slider === null || heading === null || setter === undefined) throw new Error('no slider');
    const [min, max] = [Number(slider.min), Number(slider.max)];
    const frames: number[] = [];
    const settled: number[] = [];
    const nextTask = () => new Promise((resolve) => setTimeout(resolve, 0));
    for (let i = 0; i < count; i++) {
      const shown = heading.textContent;
      const start = performance.now();
      setter.call(slider, String(Math.round(min + ((max - min) * (i + 1)) / (count + 1))));
      await new Promise<void>((resolve) => {
        let begun = 0;
        requestAnimationFrame(() => {
          begun = performance.now();
        });
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        requestAnimationFrame(() => {
          document.body.getBoundingClientRect();
          frames.push(performance.now() - begun);
          resolve();
        });
      });
      while (heading.textContent === shown && performance.now() - start < 2000) await nextTask();
      settled.push(performance.now() - start);
    }
    return { frames, settled };
  }, steps);
  return { frame: spreadOf(measured.frames), settled: spreadOf(measured.settled) };
}

/** Milliseconds that parsing the text as JSON costs in that browser, the median of nine. */
export async function parseCost(page: Page, text: string): Promise<number> {
  const costs = await page.evaluate((json) => {
    return Array.from({ length: 9 }, () => {
      const start = performance.now();
      JSON.parse(json);
      return performance.now() - start;
    });
  }, text);
  return spreadOf(costs).median;
}

/** The quietest of three rounds: other work on the machine adds to a round and never takes from it. */
export async function quietCosts(page: Page): Promise<SliderCosts> {
  const rounds: SliderCosts[] = [];
  for (let i = 0; i < 3; i++) rounds.push(await sliderCosts(page, 100));
  return rounds.reduce((best, round) => (round.frame.p95 < best.frame.p95 ? round : best));
}
