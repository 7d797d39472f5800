import { useState } from 'react';
import { takeDocument } from '../../documents/files.ts';
import { useFrame } from '../../view/useCase.ts';

interface TakeHereProps {
  readonly format: 'intervention' | 'notice';
  readonly query: Readonly<Record<string, string>>;
  readonly label: string;
  /** What it is about, for those who hear the page. */
  readonly about: string;
}

/** The document of something, where that stands: nobody looks for it on another tab and chooses it there again. */
export function TakeHere({ format, query, label, about }: TakeHereProps) {
  const { engine, lang } = useFrame();
  const [told, setTold] = useState<string>();
  return (
    <>
      <button
        type="button"
        className="small"
        data-take={format}
        onClick={async () => setTold(await takeDocument(engine.caseId, format, { lang, ...query }))}
      >
        {label}
        <span className="visually-hidden"> {about}</span>
      </button>
      {told !== undefined && (
        <span className="field-fault" role="alert">
          {' '}
          {told}
        </span>
      )}
    </>
  );
}
