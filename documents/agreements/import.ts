/** An agreement or minutes that somebody hands in: its text, its clauses as they are read, and the duties to propose. */
import { type AgreementReading, isObligation, type Missing, type Proposal, proposeObligation, readAgreement } from '@gongze/clauses';
import type { Language } from '@gongze/domain/vocabulary/text';
import mammoth from 'mammoth';
import { openFile } from '../intake/container.ts';
import { decodeText } from '../intake/decode.ts';
import { type FileRefusal, refuse } from '../intake/refusal.ts';
import { pdfText } from './pdf.ts';
import { withoutRadicals } from './radicals.ts';

export interface AgreementImport {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** Id that the agreement is to have. */
  readonly agreement: string;
  readonly language?: Language | undefined;
  /** Day of signature, from which durations count. */
  readonly signed?: string | undefined;
  /** Actor of each name that the text uses: 甲方 → 110000. */
  readonly actors?: Readonly<Record<string, string>> | undefined;
}

export interface ProposedDuty {
  /** Number of the clause, from 1; its place in `reading.clauses`. */
  readonly clause: number;
  /** Payload of `obligationDrafted`, or `null` as long as nobody is known who owes it. */
  readonly payload: Proposal['payload'];
  /** What a person has to supply. */
  readonly missing: readonly Missing[];
  readonly unknownNames: readonly string[];
}

export interface AgreementPreview {
  readonly ok: true;
  readonly text: string;
  readonly reading: AgreementReading;
  readonly duties: readonly ProposedDuty[];
}

/** Reads `.docx`, `.pdf`, `.txt` and `.md`. Throws nothing on account of the file; records nothing. */
export async function previewAgreement(input: AgreementImport): Promise<AgreementPreview | FileRefusal> {
  const read = await documentText(input.bytes, input.fileName);
  if (!read.ok) return read;
  const { language, signed, actors = {}, agreement } = input;
  const names = Object.fromEntries(Object.keys(actors).map((name) => [name, name]));
  const reading = readAgreement(read.text, {
    context: { parties: names, ...(signed !== undefined && { signed }) },
    ...(language !== undefined && { language }),
  });
  const duties = reading.clauses.flatMap(({ reading: clause }, index) =>
    clause.statements.filter(isObligation).map((statement, at): ProposedDuty => {
      const proposal = proposeObligation(statement, {
        language: clause.language,
        obligation: `${agreement}/${index + 1}-${at + 1}`,
        agreement,
        clause: String(index + 1),
        actors,
        ...(signed !== undefined && { signed }),
      });
      return { clause: index + 1, ...proposal };
    }),
  );
  return { ok: true, text: read.text, reading, duties };
}

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
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    return { ok: true, text: withoutRadicals(value.replaceAll('\n\n', '\n').trim()) };
  } catch (cause) {
    return refuse('damaged', cause);
  }
}

function refusedPdf(read: Awaited<ReturnType<typeof pdfText>>): { readonly ok: true; readonly text: string } | FileRefusal {
  if ('text' in read) return { ok: true, text: read.text };
  return refuse(read.fault === 'withoutText' ? 'pdfWithoutText' : read.fault, read.cause);
}
