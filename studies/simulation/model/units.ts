/** Units of parameters and outputs as they are written for a reader, in both languages. */
import type { Language } from '@gongze/domain/vocabulary/text';

const zh: Readonly<Record<string, string>> = {
  share: '份额',
  probability: '概率',
  months: '月',
  'strength months': '强度·月',
  'log units': '对数单位',
  elasticity: '弹性',
  'of the benefit': '占收益',
  'of the risk': '占风险',
  'per unit of Q': '每单位 Q',
  'per unit of y': '每单位 y',
  'per month': '每月',
  'per benefit': '每单位收益',
  'per strength': '每单位强度',
  stock: '存量',
  occasions: '次',
  factor: '倍数',
};

/** @throws RangeError for a unit that nobody has written in Chinese */
export function unitIn(unit: string, lang: Language): string {
  if (lang === 'en') return unit;
  const word = zh[unit];
  if (word === undefined) throw new RangeError(`no Chinese word for the unit ${unit}`);
  return word;
}
