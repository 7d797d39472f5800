/**
 * Radicals back to characters. PDF files made by some programs say 民 by the code of the radical ⺠ (U+2EA0): it looks the
 * same, and no search finds it. Kangxi radicals (U+2F00–2FD5) are undone by Unicode's own compatibility mapping; most of the
 * supplement (U+2E80–2EF3) is not, so those that stand as whole characters are listed here (Unicode, CJK Radicals Supplement).
 */
const supplement: Readonly<Record<string, string>> = {
  '⺁': '厂',
  '⺟': '母',
  '⺠': '民',
  '⺩': '王',
  '⺪': '疋',
  '⺬': '示',
  '⺝': '月',
  '⺜': '日',
  '⺧': '牛',
  '⺮': '竹',
  '⺶': '羊',
  '⻁': '虎',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻑': '長',
  '⻓': '长',
  '⻔': '门',
  '⻗': '雨',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻡': '首',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻧': '卤',
  '⻨': '麦',
  '⻩': '黄',
  '⻪': '黾',
  '⻫': '斉',
  '⻬': '齐',
  '⻭': '歯',
  '⻮': '齿',
  '⻯': '竜',
  '⻰': '龙',
  '⻱': '龜',
  '⻲': '亀',
  '⻳': '龟',
};

/** Only radicals change: applied to a whole text, the mapping would also turn （ into ( and ： into :. */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fdf]/g, (radical) => supplement[radical] ?? radical.normalize('NFKC'));
}
