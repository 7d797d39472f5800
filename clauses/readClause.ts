/** Reads one clause: the entry to the grammars of both languages. */
import type { Language } from '@gongze/domain/vocabulary/text';
import type { ClauseReading, ReadingContext, Statement } from './reading.ts';
import { bindingScore, vagueOf } from './rubric/rubric.ts';
import { dictionarySegmenter } from './segment/dictionary.ts';
import { placeNames } from './segment/places.ts';
import type { Segmenter } from './segment/port.ts';
import { normalise } from './text/normalise.ts';
import { ofClause as ofEnglish } from './en/gates.ts';
import { readEnglish } from './en/read.ts';
import { finishChinese } from './zh/finish.ts';
import { ofClause as ofChinese } from './zh/gates.ts';
import { readChinese } from './zh/read.ts';

export interface Reader {
  readonly segment?: Segmenter;
  readonly context?: ReadingContext;
}

const standard = dictionarySegmenter(placeNames);

/**
 * Statements, vagueness and binding score of one clause. Never fails, whatever the text; linear in its length.
 * @param text the clause as it stands; spans of the result are offsets into it.
 */
export function readClause(text: string, language: Language, { segment = standard, context = {} }: Reader = {}): ClauseReading {
  const normalised = normalise(text, language);
  const statements: Statement[] =
    language === 'zh'
      ? ofChinese.within(normalised.text, () =>
          readChinese(normalised.text, segment, context).map((draft) => finishChinese(draft, normalised, context)),
        )
      : ofEnglish.within(normalised.text, () => readEnglish(normalised, context));
  return { language, text, statements, vague: vagueOf(statements), bindingScore: bindingScore(statements) };
}
