/** Each measure of GB/T 9704-2012 as it stands in the file, in twips that are computed here from millimetres. */
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Fact } from '@gongze/domain/events/catalogue';
import { factOf } from '@gongze/domain/testing/facts';
import { exampleSource } from '../testing/example.ts';
import { sourceWith } from '../testing/source.ts';
import type { DocumentAnswer, OfficialDocument } from './content.ts';
import { letterOf } from './letter.ts';
import { minutesOf, numberIn } from './minutes.ts';
import { noticeOf } from './notice.ts';
import { chineseOrdinal, numberText, signatureIndents, titleLines, widthInCharacters } from './shape.ts';
import { officialDocx } from './write.ts';

const mm = (millimetres: number): number => (millimetres / 25.4) * 1440;
const pt = (points: number): number => points * 20;
const source = exampleSource();
const number = { code: '云河联', year: 2025, serial: 3 };

function written(answer: DocumentAnswer): OfficialDocument {
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.document;
}

type Parts = Readonly<Record<string, string>>;
async function partsOf(document: OfficialDocument, lang: 'zh' | 'en' = 'zh'): Promise<Parts> {
  const files = unzipSync(await officialDocx(document, lang));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** Paragraph that holds the text. */
function paragraphWith(xml: string, text: string): string {
  const found = [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([own]) => own).find((own) => textOf(own).includes(text));
  if (found === undefined) throw new Error(`no paragraph with ${text}`);
  return found;
}
const textOf = (xml: string): string => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('');
const attribute = (xml: string, element: string, name: string): number =>
  Number(new RegExp(`<w:${element} [^>]*w:${name}="(-?[\\d.]+)"`).exec(xml)?.[1] ?? Number.NaN);
const spacing = (xml: string, name: 'before' | 'line'): number =>
  Number(new RegExp(`<w:spacing [^>]*w:${name}="(\\d+)"`).exec(xml)?.[1] ?? Number.NaN);
const font = (xml: string): string | undefined => /w:eastAsia="([^"]+)"/.exec(xml)?.[1];
const size = (xml: string): number => attribute(xml, 'sz', 'val') / 2;

/** A tenth of a millimetre: lines and characters are whole twips, and several of them add up. */
const near = (found: number, wanted: number): void =>
  expect(Math.abs(found - wanted), `${found} for ${wanted}`).toBeLessThanOrEqual(mm(0.1));
/** 225 mm hold 22 lines, 156 mm hold 28 characters. */
const lineTwips = mm(225) / 22;
const characterTwips = mm(156) / 28;

let notice: Parts;
let letter: Parts;
let minutes: Parts;
beforeAll(async () => {
  notice = await partsOf(written(noticeOf(source, { number })));
  letter = await partsOf(written(letterOf(source, { number, from: '970300' as never, obligation: 'outfalls' })));
  minutes = await partsOf(written(minutesOf(source, { number })));
});
const body = (parts: Parts): string => parts['word/document.xml'] ?? '';

describe('the page', () => {
  test('A4 with margins of 37, 35, 28 and 26 mm', () => {
    for (const xml of [notice, letter, minutes].map(body)) {
      near(attribute(xml, 'pgSz', 'w'), mm(210));
      near(attribute(xml, 'pgSz', 'h'), mm(297));
      near(attribute(xml, 'pgMar', 'top'), mm(37));
      near(attribute(xml, 'pgMar', 'left'), mm(28));
      near(attribute(xml, 'pgMar', 'right'), mm(210 - 28 - 156));
      near(attribute(xml, 'pgMar', 'bottom'), mm(297 - 37 - 225));
    }
  });
  test('22 lines fit and 23 do not; 28 characters fit and 29 do not', () => {
    const paragraph = paragraphWith(body(notice), '现发');
    const line = spacing(paragraph, 'line');
    expect(paragraph).toContain('w:lineRule="exact"');
    near(line, lineTwips);
    expect(22 * line).toBeLessThanOrEqual(mm(225));
    expect(23 * line).toBeGreaterThan(mm(225));
    const wide = pt(16) + attribute(paragraph.slice(paragraph.indexOf('<w:rPr>')), 'spacing', 'val');
    expect(28 * wide).toBeLessThanOrEqual(mm(156));
    expect(29 * wide).toBeGreaterThan(mm(156));
  });
  test('page number of size 4 in 宋体, its dash 7 mm below the type area, outside, one character in', () => {
    for (const [file, side] of [
      ['word/footer1.xml', 'right'],
      ['word/footer2.xml', 'left'],
    ] as const) {
      const xml = notice[file] ?? '';
      expect(textOf(xml)).toContain('—');
      expect(font(xml)).toBe('宋体');
      expect(size(xml)).toBe(14);
      expect(xml).toContain(`<w:jc w:val="${side}"/>`);
      near(attribute(xml, 'ind', side), pt(14));
    }
    near(attribute(body(notice), 'pgMar', 'footer'), mm(35 - 7) - pt(7));
    expect(notice['word/settings.xml']).toContain('evenAndOddHeaders');
  });
});

describe('the head', () => {
  test('mark red in 小标宋, its upper edge 35 mm below the type area', () => {
    for (const [parts, text] of [
      [notice, '督办通知单'],
      [minutes, '联席会议纪要'],
    ] as const) {
      const mark = paragraphWith(body(parts), text);
      near(spacing(mark, 'before'), mm(35));
      expect(mark).toContain('<w:color w:val="FF0000"/>');
      expect(mark).toContain('<w:jc w:val="center"/>');
      expect(font(mark)).toBe('方正小标宋简体');
      expect(widthInCharacters(textOf(mark)) * size(mark)).toBeLessThanOrEqual((156 / 25.4) * 72);
    }
  });
  test('number two lines below the mark, red line 4 mm below the number', () => {
    const paragraph = paragraphWith(body(notice), '云河联〔2025〕3号');
    near(spacing(paragraph, 'before'), 2 * lineTwips);
    const rest = body(notice).slice(body(notice).indexOf(paragraph) + paragraph.length);
    const rule = rest.slice(0, rest.indexOf('</w:p>'));
    near(spacing(rule, 'before'), mm(4));
    expect(rule).toMatch(/<w:top w:val="single" w:color="FF0000"/);
  });
  test('urgency in 黑体 on the first line leaves the mark where it is', async () => {
    const document = { ...written(noticeOf(source)), urgency: { zh: '特急', en: 'Urgent' } };
    const xml = body(await partsOf(document));
    expect(font(paragraphWith(xml, '特急'))).toBe('黑体');
    near(spacing(paragraphWith(xml, '督办通知单'), 'before') + spacing(paragraphWith(xml, '特急'), 'line'), mm(35));
  });
});

describe('the body', () => {
  test('title of size 2, two lines below the red line; addressee one line below it, flush, with a colon', () => {
    const title = paragraphWith(body(notice), '关于督办');
    near(spacing(title, 'before'), 2 * lineTwips);
    expect([font(title), size(title)]).toEqual(['方正小标宋简体', 22]);
    const to = paragraphWith(body(notice), '临江市人民政府：');
    near(spacing(to, 'before'), lineTwips);
    expect(to).not.toContain('firstLine');
  });
  test('paragraphs of size 3 in 仿宋 indented by two characters; headings 一、 in 黑体', () => {
    const paragraph = paragraphWith(body(notice), '现发');
    expect([font(paragraph), size(paragraph)]).toEqual(['仿宋_GB2312', 16]);
    near(attribute(paragraph, 'ind', 'firstLine'), 2 * characterTwips);
    expect(paragraph).toContain('w:firstLineChars="200"');
    expect(font(paragraphWith(body(notice), '一、督办事项'))).toBe('黑体');
  });
  test('date four characters from the right, the signature centred over it', async () => {
    const [date, name] = [
      paragraphWith(body(letter), '2025年6月3日'),
      [...body(letter).matchAll(/<w:p>.*?<\/w:p>/gs)].map(([own]) => own).findLast((own) => textOf(own) === '安平市人民政府'),
    ];
    near(attribute(date, 'ind', 'right'), 4 * characterTwips);
    // Seven characters over six and a half: 2025年6月3日 is three full ones and seven digits.
    const centre = 4 + (3 + 3) / 2;
    near(attribute(name ?? '', 'ind', 'right'), (centre - 7 / 2) * characterTwips);
  });
  test('attendance of minutes: 出席 in 黑体, names hanging behind it, no signature', () => {
    const paragraph = paragraphWith(body(minutes), '出席：');
    near(attribute(paragraph, 'ind', 'hanging'), 3 * characterTwips);
    expect(font(paragraph)).toBe('黑体');
    expect(paragraph).toContain('仿宋_GB2312');
    expect(textOf(body(minutes))).not.toMatch(/平均分摊。临江市人民政府2024/);
  });
});

describe('the foot', () => {
  test('colophon: heavy lines of 0.35 mm outside, a light one of 0.25 mm inside, on the foot of the type area', () => {
    const copies = paragraphWith(body(notice), '抄送：青川市人民政府，安平市人民政府。');
    const printed = paragraphWith(body(notice), '印发');
    const eighths = (millimetres: number): string => String(Math.round((millimetres / 25.4) * 72 * 8));
    expect(copies).toContain(`<w:top w:val="single" w:color="000000" w:sz="${eighths(0.35)}"`);
    expect(printed).toContain(`<w:top w:val="single" w:color="000000" w:sz="${eighths(0.25)}"`);
    expect(printed).toContain(`<w:bottom w:val="single" w:color="000000" w:sz="${eighths(0.35)}"`);
    expect(printed).toContain('w:yAlign="bottom"');
    near(attribute(printed, 'framePr', 'w'), mm(156));
    near(attribute(copies, 'framePr', 'y') + 2 * spacing(copies, 'line'), mm(37 + 225));
    expect([font(copies), size(copies)]).toEqual(['仿宋_GB2312', 14]);
    near(attribute(copies, 'ind', 'right'), pt(14));
  });
});

describe('the letter', () => {
  test('mark 30 mm below the edge of the page, double lines of 170 mm 4 mm below it and 20 mm above the lower edge', () => {
    const [header = '', footer = ''] = [
      letter['word/header1.xml'],
      Object.values(letter).find((xml) => xml.startsWith('<') && xml.includes('<w:ftr') && xml.includes('framePr')),
    ];
    near(attribute(body(letter), 'pgMar', 'header'), mm(30));
    const rules = [...header.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([own]) => own).slice(1);
    expect(rules.map((own) => attribute(own, 'top', 'sz'))).toEqual([18, 6]);
    near(spacing(rules[0] ?? '', 'before'), mm(4));
    for (const own of rules) {
      near(mm(28) + attribute(own, 'ind', 'left'), mm(20));
      near(mm(26) + attribute(own, 'ind', 'right'), mm(20));
    }
    near(attribute(footer, 'framePr', 'y'), mm(297 - 20));
    near(attribute(footer, 'framePr', 'w'), mm(170));
    expect([...footer.matchAll(/w:sz="(\d+)"/g)].map(([, own]) => Number(own))).toEqual([6, 18]);
  });
  test('number flush right under the line, no page number on the first page, neither lines nor issuer in the colophon', () => {
    const paragraph = paragraphWith(body(letter), '云河联〔2025〕3号');
    expect(paragraph).toContain('<w:jc w:val="right"/>');
    expect(body(letter)).toMatch(/<w:titlePg(\/>| w:val="true")/);
    expect(textOf(body(letter))).not.toContain('印发');
  });
});

describe('shapes', () => {
  test('a number has the year in full, no 第 and no leading zero; without one there is room for it', () => {
    expect(numberText({ code: '京环', year: 2025, serial: 3 }, 2025)).toBe('京环〔2025〕3号');
    expect(numberText(undefined, 2025)).toMatch(/^\s+〔2025〕\s+号$/u);
    expect(numberIn('京环[2025]第003号')).toEqual({ code: '京环', year: 2025, serial: 3 });
  });
  test('a long title is broken between words into lines that fit, evenly', () => {
    const title = '关于印发《京津冀及周边地区落实大气污染防治行动计划实施细则》任务分工方案的通知';
    const lines = titleLines(title, 20);
    expect(lines.join('')).toBe(title);
    expect(lines).toHaveLength(2);
    for (const own of lines) expect(widthInCharacters(own)).toBeLessThanOrEqual(20);
    expect(lines.some((own) => /^[，。”》]/.test(own))).toBe(false);
  });
  test('a signature wider than twice its date moves the date instead', () => {
    const { signature, date } = signatureIndents('云河流域水环境保护联席会议办公室', '2025年6月3日');
    expect(signature).toBe(2);
    expect(date + 6 / 2).toBeCloseTo(2 + 16 / 2);
  });
  test('ordinals', () => expect([1, 9, 10, 11, 20, 21].map(chineseOrdinal)).toEqual(['一', '九', '十', '十一', '二十', '二十一']));
});

describe('what is said', () => {
  const say = (document: OfficialDocument, lang: 'zh' | 'en') => document.body.map(({ text }) => text[lang]).join('\n');

  test('a notice: the duty that is late, why, where it stands, and the slip that comes next', () => {
    const document = written(noticeOf(source));
    // Due 2024-12-31: 31 + 28 + 31 + 30 + 31 days of January to May, and three of June. The blue slip was to be answered by 20 January.
    expect(say(document, 'zh')).toContain('已逾期154天');
    expect(say(document, 'zh')).toContain('现发橙色督办单');
    expect(say(document, 'en')).toContain('One slip was issued before.');
    expect(document.to).toEqual([{ zh: '临江市人民政府', en: 'City of Linjiang' }]);
    expect(document.copies.map(({ en }) => en)).toEqual(['City of Qingchuan', 'City of Anping']);
  });
  test('a letter: what is asked for follows from what is open', () => {
    const asked = written(letterOf(source, { from: '970300' as never, obligation: 'outfalls' }));
    expect(asked.title.zh).toBe('关于申请延长“完成沿河排污口排查并公布清单”完成期限的函');
    expect(asked.to[0]?.zh).toBe('云州省人民政府');
    expect(say(asked, 'en')).toContain('30 September 2025');
    expect(written(letterOf(source)).title.en).toMatch(/^Request to take forward:/);
    const shared = written(letterOf(source, { from: '970100' as never, to: '970200' as never }));
    expect(shared.title.zh).toMatch(/^关于商请共同推进/);
    expect(say(shared, 'zh')).toContain('贵方与我方共同承担');
  });
  test('minutes: decision, consensus, dissent, duties and who was missing', () => {
    const document = written(minutesOf(source));
    expect(say(document, 'zh')).toContain('由临江市人民政府牵头，2024年12月31日前完成');
    expect(say(document, 'zh')).toContain('安平市人民政府保留不同意见');
    expect(document.attendance?.absent.map(({ zh }) => zh)).toEqual(['云州省人民政府']);
  });
  test('a target in per cent is worded as a fall or a rise', () => {
    const target = (value: number, direction: string) => {
      const yardstick = {
        yardstick: 'y',
        indicator: 'pm',
        subject: '610100',
        unit: '%',
        target: { kind: 'changePercent', value },
        direction,
        dueOn: '2025-12-31',
      };
      const terms = { title: { zh: '降', en: 'fall' }, origin: 'assigned', liable: ['610100'], yardsticks: [yardstick] };
      const facts = [
        factOf('partyJoined', { party: '610100' }),
        factOf('obligationAssigned', { obligation: 'pm', by: '610000', terms } as never),
      ];
      return say(written(noticeOf(sourceWith('2024-05-01', facts))), 'en');
    };
    expect(target(-25, 'atMost')).toContain('a fall of at least 25%');
    expect(target(-25, 'atLeast')).toContain('a fall of at most 25%');
    expect(target(10, 'atLeast')).toContain('a rise of at least 10%');
    expect(target(10, 'atMost')).toContain('a rise of at most 10%');
  });
  test('a self-report that does not say how far it went is not said to be without evidence', () => {
    const facts = [
      ...source.facts,
      factOf(
        'progressReported',
        { obligation: 'stations', by: '970100', text: { zh: '二号站开工', en: 'Station 2 is begun' } },
        { on: '2025-06-01', id: 'z' },
      ),
    ];
    const text = say(written(noticeOf(sourceWith('2025-06-03', facts))), 'zh');
    expect(text).not.toContain('无证据');
  });
  describe('who issues a notice', () => {
    const owed = (more: object = {}): Fact[] => [
      factOf('caseOpened', { title: { zh: '案', en: 'Case' }, parties: ['610100', '610400'] }),
      factOf('obligationDrafted', {
        obligation: 'd',
        title: { zh: '建站', en: 'Build stations' },
        origin: 'agreed',
        liable: ['610100'],
        acceptedBy: ['610100'],
        orElse: { zh: '扣减经费', en: 'funds are cut' },
        ...more,
      }),
    ];
    const of = (facts: readonly Fact[], request: object = {}) => noticeOf(sourceWith('2024-05-01', facts), request);
    test('nobody is supposed to: without assigner or body it has to be chosen', () => {
      expect(of(owed())).toMatchObject({ ok: false, refusal: 'noIssuer' });
    });
    test('an equal has no power over another; it writes a letter', () => {
      expect(of(owed(), { by: '610400' })).toMatchObject({ ok: false, refusal: 'noPower' });
      expect(of(owed(), { acting: '610400' })).toMatchObject({ ok: false, refusal: 'noIssuer' });
      expect(of(owed(), { by: '620000' }), 'another province').toMatchObject({ refusal: 'noPower' });
      expect(letterOf(sourceWith('2024-05-01', owed()), { acting: '610400' as never })).toMatchObject({ ok: true });
    });
    test('a superior that says so, or is writing; a body with the power; whom the terms give one', () => {
      for (const request of [{ by: '610000' }, { acting: '610000/supervision' }])
        expect(written(of(owed(), request)).issuer.en).toMatch(/Province|610000/);
      const body = { body: 'body:b', title: { zh: '联席会议', en: 'Conference' }, kind: 'joint', members: ['610100', '610400'] } as const;
      const established = (powers: readonly ('supervise' | 'convene')[]) => factOf('bodyEstablished', { ...body, powers: [...powers] });
      expect(written(of([...owed(), established(['supervise'])])).issuer.en).toBe('Conference');
      expect(of([...owed(), established(['convene'])], { by: 'body:b' })).toMatchObject({ refusal: 'noPower' });
      const powers = [{ power: 'p', holder: '610400', effect: 'sanction' }];
      expect(written(of(owed({ powers }), { by: '610400' })).issuer.en).toBe('Ashby');
    });
    test('nobody cites what is not signed', () => {
      const facts = owed({ agreement: 'pact' });
      expect(of(facts, { obligation: 'd', by: '610000' })).toMatchObject({ refusal: 'unsigned' });
      expect(letterOf(sourceWith('2024-05-01', facts), { obligation: 'd' })).toMatchObject({ refusal: 'unsigned' });
      const parties = ['610100', '610400'];
      const signed = factOf('agreementSigned', {
        agreement: 'pact',
        title: { zh: '约', en: 'Pact' },
        parties,
        topics: [],
        framework: false,
      });
      expect(say(written(of([...facts, signed], { by: '610000' })), 'zh')).toContain('依约定处理：扣减经费。');
    });
    test('a Chinese measure word follows its number, the symbol of a unit stands apart', () => {
      const yardstick = (unit: string) => ({
        yardstick: 'y',
        indicator: 'i',
        title: { zh: '水质自动监测站', en: 'stations' },
        subject: '610100',
        unit,
        target: { kind: 'level' as const, value: 2 },
        direction: 'atLeast' as const,
        dueOn: '2027-03-31',
      });
      const text = (unit: string) => say(written(of(owed({ yardsticks: [yardstick(unit)] }), { by: '610000' })), 'zh');
      expect(text('个')).toContain('水质自动监测站，2027年3月31日前不低于2个。');
      expect(text('km')).toContain('不低于2 km。');
    });
  });
  test('where there is nothing to write, it says so', () => {
    const empty = sourceWith('2024-05-01', []);
    expect(noticeOf(empty)).toMatchObject({ ok: false, refusal: 'noDuty' });
    expect(noticeOf(source, { obligation: 'x' })).toMatchObject({ refusal: 'unknownDuty' });
    expect(noticeOf(source, { by: '970100' as never })).toMatchObject({ refusal: 'sameSide' });
    expect(minutesOf(empty)).toMatchObject({ refusal: 'noMeeting' });
    expect(minutesOf(source, { meeting: 'x' })).toMatchObject({ refusal: 'unknownMeeting' });
    expect(letterOf(empty)).toMatchObject({ refusal: 'noDuty' });
  });
  test('the same document gives the same bytes, in both languages', async () => {
    for (const lang of ['zh', 'en'] as const) {
      const document = written(letterOf(source));
      expect(Buffer.compare(await officialDocx(document, lang), await officialDocx(document, lang))).toBe(0);
    }
  });
  test('fonts are named with stand-ins and not shipped', () => {
    expect(notice['word/fontTable.xml']).toContain('<w:font w:name="仿宋_GB2312"><w:altName');
    expect(Object.keys(notice).filter((name) => /font.*\.(odttf|ttf)$/.test(name))).toEqual([]);
  });
});
