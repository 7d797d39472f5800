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

/** Value of `三十五`, `二〇二五`, `15`, `3,500`, `半`; `undefined` if it is no numeral. */
export function numeral(text: string): number | undefined {
  const head = text.charCodeAt(0);
  if (head >= 0x30 && head <= 0x39 && /^\d[\d,]*(\.\d+)?$/.test(text)) return Number(text.includes(',') ? text.replaceAll(',', '') : text);
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
