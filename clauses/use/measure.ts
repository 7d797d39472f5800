/** A measure as a sentence says it: 水质自动监测站2个; PM2.5浓度不高于35微克/立方米; monitoring stations: 2. */
import type { Language } from '@gongze/domain/vocabulary/text';
import type { Comparator, Indicator } from '../reading.ts';

const chinese: Readonly<Record<Exclude<Comparator, '=' | 'between'>, string>> = {
  '<=': '不高于',
  '>=': '不低于',
  '<': '低于',
  '>': '高于',
  reduce_by: '下降',
  reduce_by_at_least: '下降不少于',
  increase_by: '提高',
  increase_by_at_least: '提高不少于',
};

const english: Readonly<Record<Exclude<Comparator, '=' | 'between'>, string>> = {
  '<=': 'at most ',
  '>=': 'at least ',
  '<': 'below ',
  '>': 'above ',
  reduce_by: 'down by ',
  reduce_by_at_least: 'down by at least ',
  increase_by: 'up by ',
  increase_by_at_least: 'up by at least ',
};

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** In the language of the text; the words of the text stay as they are written. */
export function measureText({ name, comparator, value, unit, base }: Indicator, language: Language): string {
  const [low, high] = [value].flat();
  // A rate or a count of things follows its number; the symbol of a unit stands apart.
  const close = unit === '' || /^[%‰℃]/.test(unit) || isHan(unit.slice(0, 1));
  const of = (count: number | undefined): string => `${count}${close ? '' : ' '}${unit}`;
  if (language === 'zh') {
    const range = high === undefined ? of(low) : `${low}至${of(high)}`;
    const than = base === undefined ? '' : `较${base}`;
    const count = isHan(unit.slice(0, 1)) ? '' : '为';
    return `${name.text.trim()}${than}${comparator === '=' ? count : comparator === 'between' ? '为' : chinese[comparator]}${range}`;
  }
  const range = high === undefined ? of(low) : `${low} to ${of(high)}`;
  const than = base === undefined ? '' : ` against ${base}`;
  return `${name.text.trim()}: ${comparator === '=' || comparator === 'between' ? '' : english[comparator]}${range}${than}`;
}
