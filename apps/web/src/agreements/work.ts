/** What is done beside the page, so that it never stops answering: long texts, files, comparisons. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { Comparison } from './compare.ts';
import type { ExportFormat } from './exports.ts';
import type { ReadAs, Tally } from './reading.ts';

export type Job =
  | { readonly kind: 'tally'; readonly parts: readonly string[]; readonly readAs: ReadAs }
  | { readonly kind: 'export'; readonly parts: readonly string[]; readonly readAs: ReadAs; readonly format: ExportFormat }
  | { readonly kind: 'compare'; readonly before: string; readonly after: string; readonly readAs: ReadAs }
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly name: string };

export type FileText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly text: Bilingual };

interface Results {
  readonly tally: null;
  readonly export: string;
  readonly compare: Comparison;
  readonly file: FileText;
}

export type Said =
  | { readonly kind: 'tallied'; readonly index: number; readonly tally: Tally }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly message: string };

interface Running {
  /** Called for each part of a `tally` as it is read. */
  readonly onTally?: (index: number, tally: Tally) => void;
  readonly signal?: AbortSignal;
}

/** What a worker is sent: a job, and where to answer. */
export interface Sent {
  readonly job: Job;
  readonly port: MessagePort;
}

/** Does a job in a worker of its own and ends it. Rejects with `AbortError` if it is stopped. */
export function inWorker<J extends Job>(job: J, { onTally, signal }: Running = {}): Promise<Results[J['kind']]> {
  const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' });
  // A channel of its own: the library for PDF takes the worker's general one for itself when it is loaded.
  const { port1: here, port2: there } = new MessageChannel();
  const result = new Promise<Results[J['kind']]>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')));
    here.onmessage = ({ data }: MessageEvent<Said>) => {
      if (data.kind === 'tallied') onTally?.(data.index, data.tally);
      else if (data.kind === 'done') resolve(data.result as Results[J['kind']]);
      else reject(new Error(data.message));
    };
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage({ job, port: there }, [there]);
  });
  return result.finally(() => {
    here.close();
    worker.terminate();
  });
}
