/** What a document encloses 附件: the evidence of a duty, each file by its name and by the digest at which the record binds it. */
import { filesNamedIn } from '@gongze/domain/events/files';
import type { AttachedFile } from '@gongze/domain/events/schemas';
import type { Duty } from '@gongze/domain/stages/duties';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { type CaseSource, factOfType } from '../source.ts';

/** So many hex digits of a digest tell the files of a case apart, and can be compared by eye. */
const DIGITS = 12;
const digest = (sha256: string): string => `SHA-256 ${sha256.slice(0, DIGITS)}…`;

/** A title ends without a mark; what the file is follows in brackets. */
const bare = ({ zh, en }: Bilingual): Bilingual => ({ zh: zh.replace(/[。；，]$/, ''), en: en.replace(/[.;,]$/, '') });

function fileText({ name, sha256 }: AttachedFile, title: Bilingual | undefined): Bilingual {
  if (title === undefined) return { zh: `${name}（${digest(sha256)}）`, en: `${name} (${digest(sha256)})` };
  const { zh, en } = bare(title);
  return { zh: `${zh}（${name}，${digest(sha256)}）`, en: `${en} (${name}, ${digest(sha256)})` };
}

/**
 * The evidence and the files that the duty's own acts hand in, in the order of the record, each file once. `filesOnly`: without
 * evidence that is a title alone, for whoever does not hand it in himself.
 */
export function annexesOf(source: CaseSource, duty: Duty, filesOnly = false): readonly Bilingual[] {
  const named = new Set<string>();
  return duty.obligation.refs.flatMap(({ id }): readonly Bilingual[] => {
    const evidence = factOfType(source, id, 'evidenceAttached')?.payload;
    const files = filesNamedIn(source.factOf(id)?.payload).filter(({ sha256 }) => !named.has(sha256));
    for (const { sha256 } of files) named.add(sha256);
    if (files.length > 0) return files.map((file) => fileText(file, evidence?.title));
    // Files that were all named above are not named again.
    if (evidence === undefined || evidence.files !== undefined) return [];
    if (evidence.sha256 === undefined) return filesOnly ? [] : [evidence.title];
    const { zh, en } = bare(evidence.title);
    return [{ zh: `${zh}（${digest(evidence.sha256)}）`, en: `${en} (${digest(evidence.sha256)})` }];
  });
}
