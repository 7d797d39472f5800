import { describe, expect, it } from 'vitest';
import { normalise, sourcePiece } from './normalise.ts';

describe('the text as the grammar sees it', () => {
  it.each([
    ['zh', '甲方应于２０２６年 6 月底前建成,逾期付５％', '甲方应于2026年6月底前建成，逾期付5%'],
    ['zh', '甲方應於三日內\n報告；', '甲方应于三日内报告；'],
    ['zh', 'PM2.5 年均 值 a b', 'PM2.5年均值a b'],
    ['zh', '甲方\u0000\u200b应\u00a0报', '甲方应报'],
    ['en', '  The  Parties’ plan\n shall ', "The Parties' plan shall "],
    ['en', 'by ３１ May', 'by 31 May'],
  ] as const)('%s %s', (language, source, text) => {
    expect(normalise(source, language).text).toBe(text);
  });

  it('cuts every part from the source, whatever was left out before it', () => {
    const source = ' 甲 方\t\t应于２０２６年６月 底前,完 成。 ';
    const normalised = normalise(source, 'zh');
    for (let start = 0; start < normalised.text.length; start++)
      for (let end = start + 1; end <= normalised.text.length; end++) {
        const { text, span } = sourcePiece(normalised, start, end);
        expect(source.slice(span.start, span.end)).toBe(text);
        expect(normalise(text, 'zh').text.length).toBe(end - start);
        expect(text.trim()).toBe(text);
      }
  });

  it('says of a text that needs no change that it is the source', () => {
    expect(normalise('甲方应于2026年6月底前完成（含附件）。', 'zh')).toEqual({
      source: '甲方应于2026年6月底前完成（含附件）。',
      text: '甲方应于2026年6月底前完成（含附件）。',
    });
  });
});
