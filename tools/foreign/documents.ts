/** Asks LibreOffice and poppler what they see in the documents that the product writes. Exit code 1 at the first that differs. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type DocumentAnswer,
  documentText,
  ledgerCsv,
  ledgerWorkbook,
  letterOf,
  minutesOf,
  noticeOf,
  officialDocx,
  previewLedger,
} from '@gongze/documents';
import type { OfficialDocument } from '@gongze/documents/official/content';
import { exampleDay, exampleSource } from '@gongze/documents/testing/example';
import { type Picture, readPicture, redLines, wordsOf } from './pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongze-foreign-documents-'));
const keep = process.argv[2];
const source = exampleSource();
const number = { code: '云河联', year: 2025, serial: 3 };
const languages = ['zh', 'en'] as const;

function written(answer: DocumentAnswer): OfficialDocument {
  assert(answer.ok, 'the example has something to write');
  return answer.document;
}

const documents: Readonly<Record<string, OfficialDocument>> = {
  notice: written(noticeOf(source, { number })),
  letter: written(letterOf(source, { number, from: '970300' as never, obligation: 'outfalls' })),
  minutes: written(minutesOf(source, { number })),
};

function run(program: string, ...args: string[]): string {
  return execFileSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
    maxBuffer: 1 << 28,
  });
}

/** A profile of its own: whatever else runs on the machine is not disturbed, and does not disturb. */
function convert(to: string, ...files: string[]): void {
  run(
    'soffice',
    `-env:UserInstallation=file://${join(folder, 'profile')}`,
    '--headless',
    '--convert-to',
    to,
    '--outdir',
    to.split(':')[0] ?? to,
    ...files,
  );
}

function near(found: number | undefined, wanted: number, within: number, what: string): void {
  assert(
    found !== undefined && Math.abs(found - wanted) <= within,
    `${what}: ${found?.toFixed(1)} mm where ${wanted.toFixed(1)} mm is asked for`,
  );
}

async function writePages(): Promise<void> {
  for (const [name, document] of Object.entries(documents))
    for (const lang of languages) writeFileSync(join(folder, `${name}-${lang}.docx`), await officialDocx(document, lang));
  convert('pdf', ...Object.keys(documents).flatMap((name) => languages.map((lang) => `${name}-${lang}.docx`)));
}

const pdf = (name: string): string => join('pdf', `${name}.pdf`);
/** 2 points a millimetre. */
const DOTS_PER_INCH = 50.8;

function picturesOf(name: string): Picture[] {
  run('pdftoppm', '-r', String(DOTS_PER_INCH), pdf(name), `picture-${name}`);
  const pages = Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', pdf(name)))?.[1]);
  const digits = String(pages).length;
  return Array.from({ length: pages }, (_, index) =>
    readPicture(readFileSync(join(folder, `picture-${name}-${String(index + 1).padStart(digits, '0')}.ppm`))),
  );
}

/** Every page A4, and every paragraph of the document on them. */
async function checkText(name: string, document: OfficialDocument, lang: 'zh' | 'en'): Promise<void> {
  const file = `${name}-${lang}`;
  const info = run('pdfinfo', pdf(file));
  assert.match(info, /Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/, `${file} is A4`);
  const plain = (text: string): string => text.replace(/\s/g, '');
  const text = plain(run('pdftotext', '-layout', pdf(file), '-'));
  const ours = await documentText(readFileSync(join(folder, pdf(file))), `${file}.pdf`);
  assert(ours.ok, `${file} can be read back by the product`);
  for (const { text: own } of document.body) {
    assert(plain(ours.text).includes(plain(own[lang])), `the product reads “${own[lang]}” in ${file}`);
    assert(text.includes(plain(own[lang]).slice(0, 12)), `poppler reads “${own[lang]}” in ${file}`);
  }
}

function checkGeometry(name: string): void {
  const file = `${name}-zh`;
  const pages = wordsOf(run('pdftotext', '-bbox', pdf(file), '-'));
  const isLetter = name === 'letter';
  for (const [index, words] of pages.entries()) {
    const inside = words.filter(({ bottom }) => bottom < 263);
    // A mark of punctuation may hang over the right edge: one character of size 3 is 5.6 mm.
    for (const { left, right, text } of inside)
      assert(left > 27.5 && right < 184 + 5.8, `“${text}” in ${file} stands between the margins: ${left}–${right}`);
    const dash = words.find(({ top, text }) => top > 262 && text.startsWith('—'));
    if (isLetter && index === 0) assert(dash === undefined, 'a letter has no page number on its first page');
    else near(((dash?.top ?? 0) + (dash?.bottom ?? 0)) / 2, 262 + 7, 1, `page number of ${file}, page ${index + 1}`);
    const last = Math.max(...words.filter(({ top }) => top > 262).map((word) => (index % 2 === 0 ? word.right : -word.left)));
    if (dash !== undefined)
      near(Math.abs(last), index % 2 === 0 ? 184 - 4.9 : 28 + 4.9, 1.5, `side of the page number of ${file}, page ${index + 1}`);
  }
  const first = picturesOf(file)[0];
  assert(first !== undefined);
  const lines = redLines(first);
  if (isLetter) {
    near(lines[0]?.width, 170, 1, 'upper line of the letter');
    near(lines[0]?.left, 20, 1, 'upper line of the letter from the edge');
    near(lines.at(-1)?.top, 297 - 20, 1.5, 'lower line of the letter');
    near(lines.at(-1)?.width, 170, 1, 'lower line of the letter');
    near(first.firstRed, 30, 3, 'mark of the letter');
  } else {
    near(lines[0]?.width, 156, 1, `red line of ${file}`);
    near(first.firstRed, 37 + 35, 3, `mark of ${file}`);
    const tail = pages.at(-1)?.filter(({ text }) => text.includes('印发'))[0];
    assert(
      (tail?.bottom ?? 999) <= 262 + 0.5 && (tail?.bottom ?? 0) > 255,
      `colophon of ${file} on the foot of the type area: ${tail?.bottom}`,
    );
  }
}

/** LibreOffice opens the ledger, saves it in its own way, and the product finds nothing changed. */
async function checkLedger(): Promise<void> {
  for (const lang of languages) {
    writeFileSync(join(folder, `ledger-${lang}.xlsx`), await ledgerWorkbook(source, lang));
    writeFileSync(join(folder, `ledger-csv-${lang}.csv`), ledgerCsv(source, lang));
  }
  convert('xlsx', 'ledger-zh.xlsx', 'ledger-en.xlsx');
  convert('pdf', 'ledger-zh.xlsx', 'ledger-en.xlsx');
  for (const fileName of ['xlsx/ledger-zh.xlsx', 'xlsx/ledger-en.xlsx', 'ledger-csv-zh.csv', 'ledger-csv-en.csv']) {
    const preview = await previewLedger({ bytes: readFileSync(join(folder, fileName)), fileName, source, on: exampleDay });
    assert(preview.ok, `${fileName} can be read: ${preview.ok ? '' : preview.text.en}`);
    assert.deepEqual(preview.faults, [], `${fileName} has no faults`);
    assert.deepEqual(preview.events, [], `${fileName} says what the case says`);
    assert.equal(preview.rows.length, 2, `${fileName} has both duties`);
  }
}

try {
  await writePages();
  for (const [name, document] of Object.entries(documents)) {
    for (const lang of languages) await checkText(name, document, lang);
    checkGeometry(name);
    console.log(`${name}: A4, text and measures as asked for`);
  }
  await checkLedger();
  console.log('ledger: saved by LibreOffice and taken back without a difference');
  if (keep !== undefined) {
    mkdirSync(keep, { recursive: true });
    for (const name of [...Object.keys(documents), 'ledger'].flatMap((own) => languages.map((lang) => `${own}-${lang}`))) {
      run('pdftoppm', '-r', '80', '-png', pdf(name), `page-${name}`);
      for (const file of run('sh', '-c', `ls page-${name}-*.png`).trim().split('\n')) copyFileSync(join(folder, file), join(keep, file));
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
