/** Words of this page. Fetched with it, not with the first page. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

export const words = {
  title: w('协议', 'Agreements'),
} as const;
