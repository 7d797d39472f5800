import { useRef } from 'react';
import { chosenFiles, type NamedFile } from './sources.ts';

interface FileChoiceProps {
  readonly label: string;
  readonly folder?: boolean;
  readonly multiple?: boolean;
  readonly accept?: string;
  readonly onFiles: (files: readonly NamedFile[]) => void;
}

/** A button that opens the system's own choice of files; the input itself would speak the system's language. */
export function FileChoice({ label, folder = false, multiple = false, accept, onFiles }: FileChoiceProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        multiple={multiple}
        {...(folder && { webkitdirectory: '' })}
        onChange={({ target }) => {
          const files = chosenFiles(target.files);
          // The same file, changed, can be chosen again.
          target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
