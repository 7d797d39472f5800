/** Whether what is typed as the result of a duty is a thing that an outsider could look for. */
import type { Language } from '@gongze/domain/vocabulary/text';
import { isAiry as isAiryEnglish } from '../en/aimClass.ts';
import { dictionarySegmenter } from '../segment/dictionary.ts';
import { isAiry as isAiryChinese } from '../zh/aimClass.ts';

const segment = dictionarySegmenter();

/** A Chinese word of two characters that the dictionary knows, or a name in letters. */
const namesChinese = (text: string): boolean =>
  segment(text).some(({ text: word, kind }) => (word.length >= 2 && /^[vwang]$/.test(kind)) || kind === 'l');
/** English nouns are in no dictionary of ours: a word with a vowel and more than one letter is taken for one. */
const namesEnglish = (text: string): boolean => /\b(?=[a-z'’-]*[aeiouy])(?!([a-z])\1+\b)[a-z][a-z'’-]{2,}/i.test(text);

/**
 * True if `object` names something, and not a state of mind or of things in general: 联合巡查方案 and “a joint plan”, but neither
 * 合作 nor “cooperation”, and no letters or signs without a meaning.
 */
export function isCheckable(object: string, language: Language): boolean {
  const text = object.trim();
  if (text === '') return false;
  return language === 'zh' ? namesChinese(text) && !isAiryChinese(text) : namesEnglish(text) && !isAiryEnglish(text);
}
