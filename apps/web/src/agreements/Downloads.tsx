import type { Language } from '@gongze/domain/vocabulary/text';
import { useRef, useState } from 'react';
import { handOver } from '../parts/handOver.ts';
import type { Draft } from './draftStore.ts';
import type { ExportFormat } from './exports.ts';
import type { ReadAs } from './reading.ts';
import { words } from './words.ts';
import { inWorker } from './work.ts';

interface DownloadsProps {
  readonly draft: Draft;
  readonly readAs: ReadAs;
  readonly lang: Language;
}

const kinds: Readonly<Record<ExportFormat, { readonly ending: string; readonly type: string }>> = {
  ig: { ending: 'ig.txt', type: 'text/plain;charset=utf-8' },
  json: { ending: 'json', type: 'application/json' },
  csv: { ending: 'csv', type: 'text/csv;charset=utf-8' },
};

/** The text and what was read in it, as files. */
export function Downloads({ draft, readAs, lang }: DownloadsProps) {
  const box = useRef<HTMLDetailsElement>(null);
  const [busy, setBusy] = useState(false);
  const name = (draft.title || words.untitled[lang]).replace(/[\\/:*?"<>|\n]/g, ' ').slice(0, 80);
  const close = (): void => box.current?.removeAttribute('open');
  const take = async (format: ExportFormat): Promise<void> => {
    setBusy(true);
    const text = await inWorker({ kind: 'export', parts: draft.parts, readAs, format }).finally(() => setBusy(false));
    handOver(new Blob([text], { type: kinds[format].type }), `${name}.${kinds[format].ending}`);
    close();
  };
  return (
    <details className="downloads" ref={box}>
      <summary className="button">{words.download[lang]}</summary>
      <div className="downloads-list">
        <button
          type="button"
          onClick={() => handOver(new Blob([draft.parts.join('')], { type: 'text/plain;charset=utf-8' }), `${name}.txt`)}
        >
          {words.downloadText[lang]}
        </button>
        <button type="button" disabled={busy} onClick={() => void take('ig')}>
          {words.downloadIg[lang]}
        </button>
        <button type="button" disabled={busy} onClick={() => void take('json')}>
          {words.downloadJson[lang]}
        </button>
        <button type="button" disabled={busy} onClick={() => void take('csv')}>
          {words.downloadCsv[lang]}
        </button>
      </div>
    </details>
  );
}
