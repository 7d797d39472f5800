/** Closed scales as cells show them, in both languages; the identifier itself is understood too. */
import type { Completion } from '@gongze/domain/vocabulary/levels';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import type { ObligationStatus } from '@gongze/domain/cases/state';

const t = (zh: string, en: string): Bilingual => ({ zh, en });

export const completionWords: Readonly<Record<Completion, Bilingual>> = {
  none: t('无证据', 'no evidence'),
  notStarted: t('未启动', 'not started'),
  limited: t('有限', 'limited'),
  substantial: t('大部分', 'substantial'),
  complete: t('完成', 'complete'),
};

export const originWords = { agreed: t('议定', 'agreed'), assigned: t('交办', 'assigned') } as const;

export const statusWords: Readonly<Record<ObligationStatus, Bilingual>> = {
  drafted: t('拟办', 'drafted'),
  assigned: t('已交办', 'assigned'),
  received: t('已签收', 'received'),
  contested: t('有异议', 'contested'),
  accepted: t('已接受待签署', 'accepted, not signed'),
  inEffect: t('承办中', 'in effect'),
  suspended: t('已中止', 'suspended'),
  reported: t('已反馈', 'reported'),
  underReview: t('审核中', 'under review'),
  returned: t('退办', 'returned'),
  fulfilled: t('办结', 'fulfilled'),
  closedOut: t('销号', 'closed out'),
  lookedBack: t('回头看', 'looked back'),
  reopened: t('重新开启', 'reopened'),
  violated: t('违约', 'violated'),
  discharged: t('解除', 'discharged'),
};

export const lightWords = {
  red: t('红', 'red'),
  yellow: t('黄', 'yellow'),
  grey: t('灰', 'grey'),
  green: t('绿', 'green'),
  blue: t('蓝', 'blue'),
} as const;

export const scheduleWords = {
  scheduled: t('未到期', 'not yet due'),
  met: t('已达到', 'met'),
  partiallyMet: t('部分达到', 'partially met'),
  notMet: t('未达到', 'not met'),
} as const;

/** Other words in use for how far a duty was carried out. */
const otherCompletions: Readonly<Record<string, Completion>> = {
  已完成: 'complete',
  办结: 'complete',
  已办结: 'complete',
  销号: 'complete',
  已销号: 'complete',
  基本完成: 'substantial',
  正在推进: 'limited',
  推进中: 'limited',
  进行中: 'limited',
  承办中: 'limited',
  部分完成: 'limited',
  未开始: 'notStarted',
  未开展: 'notStarted',
  completed: 'complete',
  done: 'complete',
  'in progress': 'limited',
  ongoing: 'limited',
};

/** The identifier that a cell names, in either language. */
export function identifierOf<K extends string>(words: Readonly<Record<K, Bilingual>>, text: string): K | undefined {
  const wanted = text.trim().toLowerCase();
  return (Object.keys(words) as K[]).find((key) => [key.toLowerCase(), words[key].zh, words[key].en].includes(wanted));
}

export function completionOf(text: string): Completion | undefined {
  const other = text.trim().toLowerCase();
  return identifierOf(completionWords, text) ?? (Object.hasOwn(otherCompletions, other) ? otherCompletions[other] : undefined);
}

export function word<K extends string>(words: Readonly<Record<K, Bilingual>>, key: K | null | undefined, lang: Language): string {
  return key === null || key === undefined ? '' : words[key][lang];
}
