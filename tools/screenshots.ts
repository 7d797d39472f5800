/**
 * Takes the pictures of the manuals from the product as it is: `npm run screenshots`. Needs chromium and a CJK font. Run it when a
 * page looks different; the pictures are committed, so that the manuals can be read without building anything.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@gongze/server';
import { chromium } from 'playwright-core';
import { root } from './checks/files.ts';

interface Picture {
  readonly name: string;
  readonly path: string;
  /** Milliseconds that the page computes before it is worth looking at. */
  readonly wait?: number;
  /** Button to press first, in either language. */
  readonly press?: RegExp;
}

const pictures: readonly Picture[] = [
  { name: 'case', path: '/case/xixian?asOf=2012-01-31' },
  { name: 'today', path: '/today', wait: 3000 },
  { name: 'country', path: '/country?sel=province:610000+source:generated', wait: 15_000 },
  { name: 'agreements', path: '/agreements', press: /打开中文样例|English sample/, wait: 3000 },
  { name: 'compare', path: '/compare', wait: 4000 },
  { name: 'what-if', path: '/what-if', press: /^开始推演$|^Run the model$/, wait: 40_000 },
];

const dataDir = mkdtempSync(join(tmpdir(), 'gongze-pictures-'));
const running = await serve({ port: 0, dataDir });
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  for (const { name, path, press, wait = 1000 } of pictures) {
    for (const lang of ['zh', 'en']) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.goto(`${running.url}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`, { waitUntil: 'networkidle' });
      if (press !== undefined) await page.getByRole('button', { name: press }).first().click();
      await page.waitForTimeout(wait);
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
