/** Official documents as Word files. */
import type { Language } from '@gongze/domain/vocabulary/text';
import { chineseLayout } from './chinese.ts';
import type { OfficialDocument } from './content.ts';
import { englishLayout } from './english.ts';
import { packed } from './pack.ts';

/** The bytes of a `.docx`; the same document gives the same bytes. */
export function officialDocx(document: OfficialDocument, lang: Language): Promise<Uint8Array> {
  return packed(lang === 'zh' ? chineseLayout(document) : englishLayout(document), document.date);
}
