import type { Language } from '@gongze/domain/vocabulary/text';
import { type DragEvent, useId, useRef, useState } from 'react';
import { FileChoice } from '../verify/FileChoice.tsx';
import { plainText } from './parts.ts';
import { words } from './words.ts';
import { inWorker } from './work.ts';

interface TextInputProps {
  readonly lang: Language;
  readonly onText: (text: string, name: string) => void;
}

/** Takes the text of a file, chosen or dropped; says why where it cannot be read. */
export function FileInput({ lang, onText }: TextInputProps) {
  const [state, setState] = useState<{ readonly text: string; readonly bad: boolean }>();
  const [over, setOver] = useState(false);
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setState({ text: words.fileReading[lang], bad: false });
    try {
      const result = await inWorker({ kind: 'file', bytes: new Uint8Array(await file.arrayBuffer()), name: file.name });
      if (!result.ok) return setState({ text: `${words.fileFailed[lang]}${result.text[lang]}`, bad: true });
      setState(undefined);
      onText(result.text, file.name.replace(/\.[a-z]+$/i, ''));
    } catch {
      setState({ text: words.unexpected[lang], bad: true });
    }
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void read(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the field inside does the same
    <div
      className={over ? 'file-drop over' : 'file-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileChoice label={words.upload[lang]} accept=".docx,.pdf,.txt,.md,.markdown" onFiles={([file]) => void read(file?.file)} />
      <p className="note">{words.drop[lang]}</p>
      {state !== undefined && (
        <p role="status" className={state.bad ? 'notice bad' : 'notice'}>
          {state.text}
        </p>
      )}
    </div>
  );
}

/** A field for a text that is pasted. Not kept by the page letter by letter: it may be long. */
export function PasteInput({
  onText,
  label,
  action,
}: Pick<TextInputProps, 'onText'> & { readonly label: string; readonly action: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  return (
    <div className="paste-input">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        ref={field}
        rows={6}
        spellCheck={false}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain');
          if (event.currentTarget.value !== '' || pasted.trim() === '') return;
          event.preventDefault();
          onText(plainText(pasted), '');
        }}
      />
      <p className="buttons">
        <button
          type="button"
          className="main"
          onClick={() => {
            const typed = field.current?.value ?? '';
            if (typed.trim() !== '') onText(plainText(typed), '');
            else field.current?.focus();
          }}
        >
          {action}
        </button>
      </p>
    </div>
  );
}
