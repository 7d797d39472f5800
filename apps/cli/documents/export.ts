/** `gongze export`: a case as a file that others can read. */
import { writeFile } from 'node:fs/promises';
import { documentFormats, isDocumentFormat, writeDocument } from '@gongze/documents';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { BAD_INPUT, type CaseOptions, DONE, pageOf } from '../commands.ts';
import type { Io } from '../io.ts';
import { documentSentences } from './messages.ts';
import { openSource } from './source.ts';

export interface ExportOptions extends CaseOptions {
  readonly format: string;
  readonly output?: string;
  readonly table?: string;
  readonly duty?: string;
  readonly by?: string;
  readonly to?: string;
  readonly meeting?: string;
  readonly actor?: string;
  readonly number?: string;
}

/** Writes to the file, or to the screen what is text. */
export async function exportCase(name: string, options: ExportOptions, io: Io): Promise<number> {
  const { lang } = pageOf(options, io);
  const told = (text: Bilingual): number => {
    io.err(`gongze: ${text[lang]}\n`);
    return BAD_INPUT;
  };
  const { format } = options;
  if (!isDocumentFormat(format)) return told(documentSentences.unknownFormat(format, documentFormats.join(', ')));
  const source = await openSource(name, options, io);
  if (typeof source === 'number') return source;
  const written = await writeDocument(format, source, lang, options);
  if (!written.ok) return told(written.text);
  const { content, note } = written;
  if (note !== undefined) io.err(`gongze: ${note[lang]}\n`);
  if (options.output === undefined) {
    if (typeof content !== 'string') return told(documentSentences.needsOutput);
    io.out(content);
    return DONE;
  }
  await writeFile(options.output, content);
  io.err(`${documentSentences.written(options.output, Buffer.byteLength(content))[lang]}\n`);
  return DONE;
}
