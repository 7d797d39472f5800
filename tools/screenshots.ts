/**
 * Takes the pictures of the manuals from the product as it is: `npm run screenshots`. Needs chromium and a CJK font. Run it when a
 * page looks different, with names to take some of them again (`npm run screenshots -- country`). The pictures are committed, so that the
 * manuals can be read without building anything.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@gongze/server';
import { chromium } from 'playwright-core';
import { root } from './checks/files.ts';

/** For what a busy machine makes slow. */
const MINUTES_MAX = 5;

interface Picture {
  readonly name: string;
  readonly path: string;
  /** Milliseconds that the page computes before it is worth looking at. */
  readonly wait?: number;
  /** Button to press first, in either language. */
  readonly press?: RegExp;
  /** What shows that the page still computes; waited for until it is gone. */
  readonly gone?: string;
  /** What stands at the top of the picture, instead of the head of the page. */
  readonly from?: string;
}

const pictures: readonly Picture[] = [
  { name: 'case', path: '/case/xixian?asOf=2012-01-31' },
  { name: 'today', path: '/today', wait: 3000 },
  { name: 'country', path: '/country?sel=province:610000+source:generated', wait: 2000, gone: 'progress' },
  { name: 'agreements', path: '/agreements', press: /打开中文样例|English sample/, wait: 3000 },
  { name: 'compare', path: '/compare', wait: 4000 },
  { name: 'what-if', path: '/what-if', press: /^开始推演$|^Run the model$/, wait: 2000, gone: 'progress', from: '.model-status' },
];

const dataDir = mkdtempSync(join(tmpdir(), 'gongze-pictures-'));
const running = await serve({ port: 0, dataDir });
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  const wanted = process.argv.slice(2);
  for (const { name, path, press, gone, from, wait = 1000 } of pictures.filter((one) => wanted.length === 0 || wanted.includes(one.name))) {
    for (const lang of ['zh', 'en']) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: lang === 'zh' ? 'zh-CN' : 'en-GB' });
      await page.goto(`${running.url}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`, { waitUntil: 'networkidle' });
      if (press !== undefined) await page.getByRole('button', { name: press }).first().click();
      await page.waitForTimeout(wait);
      if (gone !== undefined) await page.locator(gone).waitFor({ state: 'detached', timeout: MINUTES_MAX * 60_000 });
      if (from !== undefined) await page.locator(from).evaluate((element) => element.scrollIntoView({ block: 'start' }));
      await page.screenshot({ path: join(root, `docs/images/${name}.${lang}.png`) });
      await page.close();
      console.log(`docs/images/${name}.${lang}.png`);
    }
  }
} finally {
  await browser.close();
  await running.close();
  rmSync(dataDir, { recursive: true, force: true });
}
