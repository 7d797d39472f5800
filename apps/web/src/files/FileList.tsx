import type { AttachedFile } from '@gongze/domain/events/schemas';
import { type MouseEvent, useState } from 'react';
import { handOver } from '../parts/handOver.ts';
import { useFrame } from '../view/useCase.ts';
import { takeFile, TransferFault } from './transfer.ts';
import { fileWords, kindOf, sizeText } from './words.ts';
import './files.css';

/** The files that a record names; taking one checks it against the record, in the reader's own browser. */
export default function FileList({ files }: { readonly files: readonly AttachedFile[] }) {
  const { lang } = useFrame();
  return (
    <ul className="file-items" aria-label={fileWords.files[lang]}>
      {files.map((file) => (
        <li key={file.sha256}>
          <OneFile file={file} />
        </li>
      ))}
    </ul>
  );
}

type State =
  | { readonly kind: 'idle' | 'matches' | 'differs' }
  | { readonly kind: 'taking'; readonly done: number }
  | { readonly kind: 'failed'; readonly why: string };

function OneFile({ file }: { readonly file: AttachedFile }) {
  const { engine, lang } = useFrame();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const { name, bytes, mediaType, sha256 } = file;
  const take = async (event: MouseEvent) => {
    // The row around it is selected by pressing too.
    event.stopPropagation();
    setState({ kind: 'taking', done: 0 });
    try {
      const content = await takeFile(engine.caseId, file, lang, (done) => setState({ kind: 'taking', done }));
      setState({ kind: content === undefined ? 'differs' : 'matches' });
      if (content !== undefined) handOver(content, name);
    } catch (cause) {
      setState({ kind: 'failed', why: cause instanceof TransferFault ? cause.message : fileWords.unreachable[lang] });
    }
  };
  return (
    <>
      <span className="file-name">{name}</span>{' '}
      <span className="muted">
        {sizeText(bytes)} · {kindOf(mediaType)[lang]}
      </span>{' '}
      <button
        type="button"
        className="quiet"
        aria-label={`${fileWords.take[lang]} ${name}`}
        disabled={state.kind === 'taking'}
        onClick={take}
      >
        {fileWords.take[lang]}
      </button>{' '}
      {state.kind === 'taking' && <progress value={state.done} aria-label={`${fileWords.taking[lang]} ${name}`} />}
      <span role="status">
        {state.kind === 'matches' && <strong className="file-matches">{fileWords.matches[lang]}</strong>}
        {state.kind === 'differs' && <strong className="field-fault">{fileWords.differs[lang]}</strong>}
        {state.kind === 'failed' && (
          <span className="field-fault">
            {fileWords.notTaken[lang]}
            {state.why}
          </span>
        )}
      </span>
      <details className="file-digest">
        <summary>{fileWords.digest[lang]}</summary>
        <code>{sha256}</code>
      </details>
    </>
  );
}
