import type { Language } from '@gongze/domain/vocabulary/text';
import { useRef, useState } from 'react';
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

function hand(text: string, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
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
    hand(text, `${name}.${kinds[format].ending}`, kinds[format].type);
    close();
  };
  return (
    <details className="downloads" ref={box}>
      <summary className="button">{words.download[lang]}</summary>
      <div className="downloads-list">
        <button type="button" onClick={() => hand(draft.parts.join(''), `${name}.txt`, 'text/plain;charset=utf-8')}>
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
