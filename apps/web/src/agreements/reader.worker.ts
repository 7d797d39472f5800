/** Runs the jobs of `work.ts`. Files are opened here too: what they hold never meets the page before it is plain text. */
import { z } from 'zod';
import { compared } from './compare.ts';
import { exported } from './exports.ts';
import { plainText } from './parts.ts';
import { type ReadClause, rememberingReader, tallyOf } from './reading.ts';
import type { FileText, Job, Said, Sent } from './work.ts';

// The policy forbids evaluating text as code, which zod would otherwise try for speed.
z.config({ jitless: true });

/** Libraries for documents are fetched when the first document comes. */
async function fileText(bytes: Uint8Array, name: string): Promise<FileText> {
  const { documentText } = await import('@gongze/documents/agreements/text');
  const read = await documentText(bytes, name);
  return read.ok ? { ok: true, text: plainText(read.text) } : { ok: false, text: read.text };
}

async function resultOf(job: Job, say: (said: Said) => void): Promise<unknown> {
  switch (job.kind) {
    case 'tally': {
      const read = rememberingReader(job.readAs);
      for (const [index, part] of job.parts.entries()) say({ kind: 'tallied', index, tally: tallyOf(read(part), part.length) });
      return null;
    }
    case 'export': {
      const read = rememberingReader(job.readAs);
      const clauses: ReadClause[] = [];
      let offset = 0;
      for (const part of job.parts) {
        for (const clause of read(part)) clauses.push({ ...clause, start: clause.start + offset, end: clause.end + offset });
        offset += part.length;
      }
      return exported(clauses, job.format);
    }
    case 'compare':
      return compared(job.before, job.after, job.readAs);
    case 'file':
      return fileText(job.bytes, job.name);
    default:
      return job satisfies never;
  }
}

addEventListener(
  'message',
  ({ data: { job, port } }: MessageEvent<Sent>) => {
    const say = (said: Said): void => port.postMessage(said);
    resultOf(job, say).then(
      (result) => say({ kind: 'done', result }),
      (error: unknown) => say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
    );
  },
  { once: true },
);
