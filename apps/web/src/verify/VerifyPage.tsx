import { type DragEvent, useEffect, useRef, useState } from 'react';
import { SitePage } from '../parts/SitePage.tsx';
import { useViewOf } from '../view/store.ts';
import { FileChoice } from './FileChoice.tsx';
import { keepPolicy, keptPolicy } from './memory.ts';
import { PolicyBox, type PolicyOrigin } from './PolicyBox.tsx';
import { Result } from './Result.tsx';
import { proposedPolicy, serverFiles, verifyFiles, verifyServer } from './run.ts';
import { droppedFiles, type NamedFile } from './sources.ts';
import { useVerification } from './useVerification.ts';
import { words } from './words.ts';
import './verify.css';

interface PolicyState {
  readonly text: string;
  readonly origin: PolicyOrigin;
  readonly edited: boolean;
}

/** The policy that is judged by: kept by the reader, or proposed by the server, or none yet. */
function usePolicy() {
  const [policy, setPolicy] = useState<PolicyState>(() => {
    const kept = keptPolicy();
    return { text: kept ?? '', origin: kept === undefined ? 'none' : 'yours', edited: false };
  });
  const propose = async (): Promise<void> => {
    // A server that proposes nothing, or cannot be reached, leaves the field to the reader.
    const proposed = await proposedPolicy(serverFiles()).catch(() => undefined);
    setPolicy((now) => {
      if (now.origin !== 'none' || now.edited) return now;
      return { text: proposed ?? '', origin: proposed === undefined ? 'none' : 'proposed', edited: false };
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once; afterwards the field is the reader's
  useEffect(() => void propose(), []);
  return {
    policy,
    change: (text: string) => setPolicy((now) => ({ ...now, text, edited: true })),
    keep: () => {
      keepPolicy(policy.text);
      setPolicy({ ...policy, origin: 'yours', edited: false });
    },
    drop: () => {
      keepPolicy(undefined);
      setPolicy({ text: '', origin: 'none', edited: false });
      void propose();
    },
  };
}

/** Verifies in the reader's own browser: the log of this server, an export, a receipt. */
export default function VerifyPage() {
  const lang = useViewOf('lang');
  const { policy, change, keep, drop } = usePolicy();
  const { verification, start, stop } = useVerification();
  const [dragging, setDragging] = useState(false);

  // What was asked for is answered below everything that can be asked.
  const result = useRef<HTMLDivElement>(null);
  const { state } = verification;
  useEffect(() => {
    if (state !== 'idle') result.current?.scrollIntoView({ block: 'nearest' });
  }, [state]);

  const policyText = policy.text;
  const check = (files: readonly NamedFile[]): void => start((run) => verifyFiles(files, { ...run, policyText }));
  const compare = async ([chosen]: readonly NamedFile[]): Promise<void> => {
    const kept = await chosen?.file.text();
    start((run) => verifyServer({ ...run, policyText }, kept));
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setDragging(false);
    void droppedFiles(event.dataTransfer).then(check);
  };
  return (
    <SitePage title={words.title[lang]}>
      <p className="lead">{words.lead[lang]}</p>
      <PolicyBox {...policy} onChange={change} onKeep={keep} onDrop={drop} />
      <section aria-labelledby="verify-here">
        <h2 id="verify-here">{words.here[lang]}</h2>
        <p>{words.hereText[lang]}</p>
        <p className="verify-actions">
          <button type="button" onClick={() => start((run) => verifyServer({ ...run, policyText }))}>
            {words.verifyHere[lang]}
          </button>
        </p>
        <p>{words.compareText[lang]}</p>
        <p className="verify-actions">
          <FileChoice label={words.compare[lang]} onFiles={(files) => void compare(files)} />
        </p>
      </section>
      <section aria-labelledby="verify-files">
        <h2 id="verify-files">{words.files[lang]}</h2>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the buttons inside do the same */}
        <div
          className={dragging ? 'verify-drop dragging' : 'verify-drop'}
          onDragOver={(event) => {
            event.preventDefault();
            setDragging(true);
          }}
          onDragLeave={() => setDragging(false)}
          onDrop={onDrop}
        >
          <p>{words.filesText[lang]}</p>
          <p className="verify-actions">
            <FileChoice label={words.chooseFolder[lang]} folder onFiles={check} />
            <FileChoice label={words.chooseFiles[lang]} multiple accept=".tlog-proof,.json,.jsonl" onFiles={check} />
          </p>
        </div>
      </section>
      <div ref={result} className="verify-result">
        <Result
          verification={verification}
          onStop={stop}
          caution={policy.origin === 'proposed' && !policy.edited ? words.byProposal : undefined}
        />
      </div>
    </SitePage>
  );
}
