import { useViewOf } from '../view/store.ts';
import { useOfficeNames } from './officeNames.ts';
import type { OfficeKey } from './send.ts';
import { accountWords, revokeReasonWords } from './words.ts';

/** The instant as the language of the page writes it. */
export function instantIn(lang: 'zh' | 'en', text: string): string {
  return new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(text));
}

/** Whether a key stands; of one that ended also since when, why, and in whose name that was recorded. */
export function KeyState({ of: { valid, until, ended, actor } }: { readonly of: OfficeKey }) {
  const lang = useViewOf('lang');
  const nameOf = useOfficeNames();
  if (valid) return accountWords.keyValid[lang];
  const parts = [
    accountWords.keyEnded[lang],
    until === undefined ? '' : instantIn(lang, until),
    ended === undefined ? '' : (revokeReasonWords[ended.reason]?.[lang] ?? ended.reason),
    // Of one's own act nothing need be said; of somebody else's, whose it was.
    ended?.by === undefined || ended.by === actor ? '' : `${accountWords.keyEndedBy[lang]}${nameOf(ended.by, lang)}`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
