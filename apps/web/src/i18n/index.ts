import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '@gongze/domain/vocabulary/text';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Starts the words of the frame. React escapes by itself, so nothing is escaped twice. */
export function startI18n(lang: Language): void {
  void i18next.use(initReactI18next).init({
    lng: lang,
    fallbackLng: false,
    resources: { zh: { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
    react: { useSuspense: false },
  });
}

export function useLanguageOf(lang: Language): void {
  if (i18next.language !== lang) void i18next.changeLanguage(lang);
  const tag = lang === 'zh' ? 'zh-CN' : 'en';
  // Writing even the same language makes the browser work out the style of every element anew.
  if (document.documentElement.lang !== tag) document.documentElement.lang = tag;
}
