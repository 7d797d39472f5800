/** What the powers of a body are called; in English the verb. */
import type { Power } from './levels.ts';
import type { Bilingual } from './text.ts';

export const powerNames: Readonly<Record<Power, Bilingual>> = {
  convene: { zh: '召集', en: 'convene' },
  coordinate: { zh: '协调', en: 'coordinate' },
  supervise: { zh: '监督', en: 'supervise' },
  assess: { zh: '考核', en: 'assess' },
  sanction: { zh: '惩处', en: 'sanction' },
};
