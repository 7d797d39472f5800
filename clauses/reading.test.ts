/** What holds of every reading, whatever the text: spans are verbatim, nothing crashes, time grows with length. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAgreement, rereadAgreement } from './agreement.ts';
import { readClause } from './readClause.ts';
import type { Piece } from './reading.ts';
import { splitClauses } from './text/split.ts';

const words =
  '甲方 乙方 双方 两市 市水利局 有关部门 应 不得 可 力争 由 牵头 配合 将 于 2026年底前 每季度 10日内 逾期 扣减 建成 提交 加强 泵站 3座 报告 合作 ， 。 ； 、 （ ） ： 一是 （一） 的 并 不低于 95% shall the Parties Harrow by 2027 within 3 days and , . ; \n 　 〇 Ａ １'.split(
    ' ',
  );
const text = fc
  .array(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...words) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) }),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));
const language = fc.constantFrom('zh' as const, 'en' as const);

describe('every reading', () => {
  test('is made of verbatim pieces at their spans', () => {
    fc.assert(
      fc.property(text, language, (source, lang) => {
        const pieces = readClause(source, lang).statements.flatMap(
          ({ attribute, lead, cooperating, aim, object, conditions, orElse, deadline, indicator }) =>
            [
              ...attribute,
              lead,
              ...cooperating,
              aim,
              object,
              ...conditions,
              orElse,
              deadline?.source ?? null,
              indicator?.name ?? null,
            ].filter((piece): piece is Piece => piece !== null),
        );
        for (const { text: said, span } of pieces) expect(source.slice(span.start, span.end)).toBe(said);
      }),
      { numRuns: 400 },
    );
  });

  test('has a binding score between 0 and 1, and none without a statement', () => {
    fc.assert(
      fc.property(text, language, (source, lang) => {
        const { bindingScore, statements } = readClause(source, lang);
        if (statements.length === 0) expect(bindingScore).toBeNull();
        else expect(bindingScore).toSatisfy((score: number) => score >= 0 && score <= 1);
      }),
      { numRuns: 200 },
    );
  });
});

describe('an agreement', () => {
  test('is cut into ranges that lie in order and do not overlap', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), (paragraphs) => {
        const source = paragraphs.join('\n');
        let last = 0;
        for (const { start, end } of splitClauses(source)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(source.length);
      }),
    );
  });

  test('read again after an edit equals the edited text read from scratch', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), text, fc.nat(5), (paragraphs, typed, where) => {
        const edited = paragraphs
          .map((paragraph, index) => (index === where % paragraphs.length ? paragraph + typed : paragraph))
          .join('\n');
        expect(rereadAgreement(readAgreement(paragraphs.join('\n')), edited)).toEqual(readAgreement(edited));
      }),
      { numRuns: 60 },
    );
  });

  test('keeps the items of a list with the line that opens it', () => {
    const { clauses } = readAgreement(
      '第一条 任务\n两市应：\n（一）于2026年底前建成泵站3座；\n（二）每年召开会议一次。\n第二条 附则\n双方承担各自费用。',
    );
    expect(clauses.map(({ label }) => label)).toEqual(['第一条', '第二条']);
    expect(clauses[0]?.reading.statements.map(({ attribute, deontic }) => [attribute[0]?.text, deontic])).toEqual([
      ['两市', 'must'],
      ['两市', 'must'],
    ]);
  });
});

describe('what stands around the clauses', () => {
  test("the number of an article is nobody's name, the title and the introduction bind nobody", () => {
    const { clauses } = readAgreement('合作协议\n甲方与乙方经协商，订立本协议。\n第一条 甲方应当于2027年6月30日前建成监测站3座。');
    expect(clauses).toHaveLength(1);
    expect(clauses[0]?.reading.statements[0]?.attribute.map(({ text: name }) => name)).toEqual(['甲方']);
  });
  test('an article that is nothing but the consequence belongs to the duty before it', () => {
    const { clauses } = readAgreement(
      '第三条 乙方应于2026年底前建成泵站。\n第四条 未按期完成的，应当向甲方书面说明原因。\n第五条 双方各自承担费用。',
    );
    expect(clauses.map(({ label }) => label)).toEqual(['第三条', '第五条']);
    expect(clauses[0]?.reading.statements.map(({ orElse }) => orElse?.text)).toEqual(['未按期完成的，应当向甲方书面说明原因']);
  });
});

describe('bad input', () => {
  const sentence = '甲方应于2026年底前建成泵站3座，逾期每日扣减1万元；';
  test.each([
    ['nothing', ''],
    ['blanks', ' \n\t\u3000 '],
    ['control characters', '甲方\u0000应\u0007于2026年底前\u001b[2J建成泵站3座。'],
    ['a lone surrogate', '甲方应\ud800建成。'],
    ['mixed languages', '甲方应按 Annex II shall submit the 报告 by 2026年底前。'],
    ['a table', '| 任务 | 牵头单位 | 时限 |\n|---|---|---|\n| 建成泵站 | 市水利局 | 2026年底前 |'],
    ['brackets that never close', `${'（'.repeat(3000)}甲方应建成`],
  ])('%s', (_name, source) => {
    expect(() => [readClause(source, 'zh'), readClause(source, 'en'), readAgreement(source)]).not.toThrow();
  });

  test('what a scanner leaves: wide digits, a broken line, 〇, traditional characters', () => {
    const { statements } = readClause('甲方應於２０２６年\n６月３０日前建成泵站３座。', 'zh');
    expect(statements[0]).toMatchObject({ deontic: 'must', deadline: { date: '2026-06-30' }, indicator: { value: 3 } });
    expect(readClause('乙方应于二〇二六年底前建成泵站。', 'zh').statements[0]?.deadline).toMatchObject({ date: '2026-12-31' });
  });

  const plain = '双方应于2026年6月30日前建立联席会议制度，检查不少于3次。';
  test.each([
    ['wide digits', '双方应于２０２６年６月３０日前建立联席会议制度，检查不少于３次。'],
    ['traditional characters', '雙方應於2026年6月30日前建立聯席會議制度，檢查不少於3次。'],
    ['broken lines', '双方应于2026年6月\n30日前建立联席\n会议制度，检查不少于3次。'],
    ['control characters', '双方\u0000应于2026\u0007年6月30日前建立\u200b联席会议制度，检查不少于3次。'],
  ])('a scan is read like the clean text: %s', (_name, scanned) => {
    const said = (source: string): unknown =>
      readClause(source, 'zh').statements.map(({ deontic, deadline, indicator, aimClass, partyType }) => {
        const due = deadline?.kind === 'date' ? deadline.date : null;
        return [deontic, due, indicator?.comparator, indicator?.value, aimClass, partyType];
      });
    expect(said(scanned)).toEqual(said(plain));
  });

  test('a clause in the other language changes none beside it', () => {
    const [first, second] = readAgreement('甲方应于2026年底前建成泵站3座。\nHarrow shall pay 300 euros by 30 June 2027.').clauses;
    expect([first?.reading.language, second?.reading.language]).toEqual(['zh', 'en']);
    expect(first?.reading.statements[0]?.deadline).toMatchObject({ date: '2026-12-31' });
    expect(second?.reading.statements[0]?.deadline).toMatchObject({ date: '2027-06-30' });
  });

  // What a time needs of its text is only a short cut: the text around it must not change what is read.
  test.each(['每年汛期前', '逢周五', '任期内', '2026年第三季度末', '会后10日内', '十五五期间', '到2027年', '收到通知后5日内'])(
    'a time is read whatever stands around it: %s',
    (when) => {
      const dueOf = (around: string): unknown => {
        const { deadline } = readClause(`${when}，甲方应建成泵站。${around}`, 'zh').statements[0] ?? { deadline: null };
        return deadline;
      };
      expect(dueOf('')).not.toBeNull();
      expect(dueOf('（每年、逢周五、任期、季度、半年、月、期、五、工期、提前、用、起、后、前3日、一次、到期、次日、轮值期）')).toEqual(
        dueOf(''),
      );
    },
  );

  /** Least processor time of three runs, milliseconds: other programs must not make a linear reader look square. */
  function time(source: string): number {
    let least = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 3; run++) {
      const start = process.cpuUsage();
      readAgreement(source);
      const { user, system } = process.cpuUsage(start);
      least = Math.min(least, (user + system) / 1000);
    }
    return least;
  }

  test.each([
    ['one sentence', (size: number) => '甲方应加强与乙方的合作和交流'.repeat(size / 14)],
    ['one sentence of commas', (size: number) => '甲方应建成泵站3座，'.repeat(size / 10)],
    ['sanctions', (size: number) => sentence.repeat(size / sentence.length)],
    ['digits', (size: number) => '12'.repeat(size / 2)],
    ['English', (size: number) => 'within 3 days of the notice Harrow shall pay and '.repeat(size / 48)],
    ['blanks', (size: number) => `甲方${' '.repeat(size)}应建成`],
    ['brackets', (size: number) => '（甲方'.repeat(size / 3)],
    ['newlines', (size: number) => '甲方应于2026年底前\n'.repeat(size / 12)],
    ['control characters', (size: number) => '甲方\u0000应\u0007于2026年\u001b[2J底前建成\u0085泵站3座。\u200b'.repeat(size / 32)],
    ['nothing but control characters', (size: number) => '\u0001\u0002\u001f\u007f'.repeat(size / 4)],
    ['a scan: wide digits and broken lines', (size: number) => '甲方應於２０２６年\n６月３０日前建成泵站３座，\n'.repeat(size / 27)],
    ['a scan: 〇 and traditional characters', (size: number) => '雙方應於二〇二六年六月三十日前建立聯席會議制度；'.repeat(size / 24)],
    ['a scan: one character a line', (size: number) => '甲\n方\n應\n於\n'.repeat(size / 32)],
    ['a table', (size: number) => '| 建成泵站 | 市水利局 | 2026年底前 | 3座 |\n|---|---|---|---|\n'.repeat(size / 48)],
    ['one row of a table', (size: number) => '| 建成泵站 '.repeat(size / 7)],
    ['a table of tabs', (size: number) => '建成泵站\t市水利局\t2026年底前\n'.repeat(size / 20)],
    [
      'mixed languages',
      (size: number) => '甲方 shall 于 30 June 2026 前 submit the 报告 to 乙方, failing which 扣减 5%；'.repeat(size / 62),
    ],
    ['languages line by line', (size: number) => '甲方应建成泵站。\nHarrow shall pay within 5 days.\n'.repeat(size / 164)],
    ['English digits', (size: number) => 'Harrow shall pay 1,234,567.89 and '.repeat(size / 34)],
    ['figures', (size: number) => '不低于12,000.5—13,000.5'.repeat(size / 22)],
  ])('time grows with the length, not with its square: %s', (_name, make) => {
    time(make(20_000));
    // Linear is a factor of 4; the square of it would be 16.
    expect(time(make(100_000)) / Math.max(6, time(make(25_000)))).toBeLessThan(9);
  });

  test('one sentence of 200,000 characters and a text of 10 MB are read', () => {
    expect(readAgreement('甲方应加强与乙方的合作和交流'.repeat(14_300)).clauses.length).toBeGreaterThan(0);
    expect(readAgreement(`${sentence}\n`.repeat(350_000 / 10)).clauses.length).toBe(35_000);
  });
});
