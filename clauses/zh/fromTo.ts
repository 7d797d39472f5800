/** 将漏损率由14%降至9%: where a figure starts from is no part of what is done, nor its measure. */
import { ofClause } from './gates.ts';
import type { Token } from './token.ts';

const change =
  '提高|提升|增加|增至|增长|扩大|扩增|扩充|拓展|降低|降至|降到|下降|减少|减至|减到|压缩|压减|压降|压至|缩短|缩减|缩小|延长|上调|下调|上浮|下浮|上升|升至|升到|调整|提至|提前|改|变|转|降|增|减|升';
const number = '[0-9一二两三四五六七八九十百]';
/** 由 or 从, perhaps since when or how often, a figure with its unit; behind it a change and another figure. */
const start = new RegExp(
  `(?:由|从)(?:[0-9]{4}年的?|目前的?|现行的?|现有的?|原来的?|上年的?|去年的?|每年|每月|每日|每天|平均|日均|年均|每次|约|不足|不到)*${number}[0-9.,]*(?:(?!${change})[^，。；、：（）]){0,8}(?=(?:逐步|稳步|进一步|大幅|再|分步|统一|适当|至少)?(?:${change})(?:到|至|为|成)?(?:每年|每月|每日|每天|约|不低于|不少于|不超过|平均|日均|年均)*${number})`,
  'g',
);

const mayStart = ofClause.gate(/[由从]/);

/** The words without those that say where a figure starts from. */
export function withoutStart(words: Token[], text: string): Token[] {
  if (!mayStart.open) return words;
  let kept = words;
  for (const { index, 0: said } of text.matchAll(start)) {
    const end = index + said.length;
    if (!words.some((word) => word.start === index) || !words.some((word) => word.end === end)) continue;
    kept = kept.filter((word) => word.end <= index || word.start >= end);
  }
  return kept;
}
