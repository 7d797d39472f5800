import { type ChangeEvent, useId } from 'react';
import { useFrame } from '../view/useCase.ts';
import type { Told } from './useRecording.ts';
import { words } from './words.ts';

interface FileFieldProps {
  readonly accept: string;
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
}

/** The field empties itself, so that the same file, mended, can be chosen again. */
export function FileField({ accept, busy, onFile }: FileFieldProps) {
  const { lang } = useFrame();
  const id = useId();
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0];
    event.currentTarget.value = '';
    if (file !== undefined) onFile(file);
  };
  return (
    <p className="file-field">
      <label htmlFor={id} className="button">
        {words.choose[lang]}
        <input id={id} className="visually-hidden" type="file" accept={accept} onChange={choose} disabled={busy} />
      </label>
      {busy && <span className="muted"> {words.reading[lang]}</span>}
    </p>
  );
}

export function Outcome({ told }: { readonly told: Told | undefined }) {
  return told === undefined ? null : (
    <p role="status" className={told.bad ? 'notice bad' : 'notice'}>
      {told.text}
    </p>
  );
}
