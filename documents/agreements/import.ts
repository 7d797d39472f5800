/** An agreement or minutes that somebody hands in: its text, its clauses as they are read, and the duties to propose. */
import { type AgreementReading, isObligation, type Missing, type Proposal, proposeObligation, readAgreement } from '@gongze/clauses';
import type { Language } from '@gongze/domain/vocabulary/text';
import type { FileRefusal } from '../intake/refusal.ts';
import { documentText } from './text.ts';

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
