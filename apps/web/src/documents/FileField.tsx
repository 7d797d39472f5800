import { type ChangeEvent, useId, useState } from 'react';
import { useFrame } from '../view/useCase.ts';
import type { Told } from './useRecording.ts';
import { filled, words } from './words.ts';

const MEGABYTE = 1024 * 1024;
/** What the server reads; a larger file is not sent at all. */
const FILE_BYTES_MAX = 20 * MEGABYTE;

interface FileFieldProps {
  readonly accept: string;
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
}

/** The field empties itself, so that the same file, mended, can be chosen again. */
export function FileField({ accept, busy, onFile }: FileFieldProps) {
  const { lang } = useFrame();
  const id = useId();
  const [tooLarge, setTooLarge] = useState<File>();
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0];
    event.currentTarget.value = '';
    if (file === undefined) return;
    setTooLarge(file.size > FILE_BYTES_MAX ? file : undefined);
    if (file.size <= FILE_BYTES_MAX) onFile(file);
  };
  return (
    <p className="file-field">
      <label htmlFor={id} className="button">
        {words.choose[lang]}
        <input id={id} className="visually-hidden" type="file" accept={accept} onChange={choose} disabled={busy} />
      </label>
      {tooLarge !== undefined && (
        <span className="field-fault" role="alert">
          {filled(words.tooLarge[lang], { name: tooLarge.name, size: Math.ceil(tooLarge.size / MEGABYTE) })}
        </span>
      )}
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
