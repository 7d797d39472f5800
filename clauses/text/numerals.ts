/** Chinese and Arabic numerals. */
const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const places: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Digits and commas, then perhaps a point with digits. */
function isArabic(text: string): boolean {
  if (!isDigit(text.charCodeAt(0))) return false;
  let at = 1;
  while (at < text.length && (isDigit(text.charCodeAt(at)) || text.charCodeAt(at) === 0x2c)) at++;
  if (at === text.length) return true;
  if (text.charCodeAt(at) !== 0x2e || at + 1 === text.length) return false;
  for (at++; at < text.length; at++) if (!isDigit(text.charCodeAt(at))) return false;
  return true;
}

/** Value of `三十五`, `二〇二五`, `15`, `3,500`, `半`; `undefined` if it is no numeral. */
export function numeral(text: string): number | undefined {
  if (isArabic(text)) return Number(text.includes(',') ? text.replaceAll(',', '') : text);
  if (text === '半') return 0.5;
  let total = 0;
  let last: number | undefined;
  let plain = '';
  for (const character of text) {
    const digit = digits[character];
    if (digit !== undefined) {
      last = digit;
      plain += String(digit);
      continue;
    }
    const place = places[character];
    if (place === undefined) return undefined;
    total += (last ?? 1) * place;
    last = undefined;
    plain = 'x';
  }
  if (plain === '') return undefined;
  return plain.startsWith('x') || plain.includes('x') || total > 0 ? total + (last ?? 0) : Number(plain);
}
