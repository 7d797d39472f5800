import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pad, plain, table, widthOf, wrap } from './layout.ts';

describe('width', () => {
  it.each([
    ['abc', 3],
    ['西咸', 4],
    ['西a，', 5],
    ['', 0],
    ['é', 1],
    ['e\u0301', 1],
    ['ｶ', 1],
    ['Ａ', 2],
    ['𠀀', 2],
    ['—', 1],
  ])('%s is %d columns wide', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });
  it('fills up to a width', () => expect(pad('西咸', 6)).toBe('西咸  '));
});

describe('wrapping', () => {
  it('breaks between words and between Chinese characters', () => {
    expect(wrap('alpha beta gamma', 11)).toEqual(['alpha beta', 'gamma']);
    expect(wrap('议而不决，决而不行', 9)).toEqual(['议而不', '决，决而', '不行']);
  });
  it('never begins a line with a closing mark nor ends one with an opening mark', () => {
    for (const line of wrap('甲（乙）丙，丁。戊《己》庚，辛（壬）癸。', 8)) {
      expect(line).not.toMatch(/^[，。）》]/);
      expect(line).not.toMatch(/[（《]$/);
    }
  });
  it('keeps every character but space, and no line is too wide', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '西', '咸', '，', '（', 'x'), maxLength: 80 });
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 30 }), (input, width) => {
        const lines = wrap(input, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(plain(input).replaceAll(' ', ''));
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
  it('takes from a text what a terminal would obey', () => {
    expect(wrap('a\u001b[2Jb\rc\u0007', 40)).toEqual(['a\ufffd[2Jb c\ufffd']);
  });
});

describe('table', () => {
  it('aligns columns whatever the script, and wraps within them', () => {
    const lines = table(
      [{ title: '困境', max: 8 }, { title: 'n', right: true }, { title: 'text' }],
      [
        ['议而不决', '3', 'one two three'],
        ['x', '12', '四五'],
      ],
      24,
    );
    expect(lines).toEqual([
      '困境       n  text',
      '────────  ──  ──────────',
      '议而不决   3  one two',
      '              three',
      'x         12  四五',
    ]);
  });
  it('has a head even without rows', () => expect(table([{ title: 'a' }, { title: 'b' }], [], 40)).toHaveLength(2));
});
