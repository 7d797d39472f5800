/** The text of an agreement or minutes that somebody hands in. Runs in Node and in the browser alike. */
import { openFile } from '../intake/container.ts';
import { decodeText } from '../intake/decode.ts';
import { type FileRefusal, refuse } from '../intake/refusal.ts';
import { wordDocumentText } from '../wordText.ts';
import { pdfText } from './pdf.ts';
import { withoutRadicals } from './radicals.ts';

/** Text of a document, paragraphs on lines of their own; or why there is none. */
export async function documentText(
  bytes: Uint8Array,
  fileName: string,
): Promise<{ readonly ok: true; readonly text: string } | FileRefusal> {
  const opened = openFile(bytes);
  if (!opened.ok) return opened;
  switch (opened.kind) {
    case 'wordDocument':
      return wordText(bytes);
    case 'pdf':
      return refusedPdf(await pdfText(bytes));
    case 'text': {
      if (!/\.(txt|md|markdown)$/i.test(fileName)) return refuse(/\.(docx?|pdf)$/i.test(fileName) ? 'damaged' : 'unknownKind');
      const text = decodeText(bytes);
      return text === undefined ? refuse('notText') : { ok: true, text: withoutRadicals(text.replace(/^\ufeff/, '')) };
    }
    case 'workbook':
      return refuse('unknownKind');
    default:
      return opened.kind satisfies never;
  }
}

async function wordText(bytes: Uint8Array): Promise<{ readonly ok: true; readonly text: string } | FileRefusal> {
  try {
    return { ok: true, text: withoutRadicals((await wordDocumentText(bytes)).trim()) };
  } catch (cause) {
    return refuse('damaged', cause);
  }
}

function refusedPdf(read: Awaited<ReturnType<typeof pdfText>>): { readonly ok: true; readonly text: string } | FileRefusal {
  if ('text' in read) return { ok: true, text: read.text };
  return refuse(read.fault === 'withoutText' ? 'pdfWithoutText' : read.fault, read.cause);
}
