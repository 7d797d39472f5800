import type { Language } from '@gongze/domain/vocabulary/text';
import { useState } from 'react';
import { workWords } from '../work/words.ts';

interface DigestInputProps {
  readonly id: string;
  readonly value: string;
  readonly bad: boolean;
  readonly lang: Language;
  readonly onType: (digest: string) => void;
}

async function digestOf(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The digest of a file, computed here from the file itself; the file stays where it is. */
export function DigestInput({ id, value, bad, lang, onType }: DigestInputProps) {
  const [name, setName] = useState('');
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    setName(file.name);
    onType(await digestOf(file));
  };
  return (
    <>
      <input type="file" aria-label={workWords.digestFile[lang]} onChange={(event) => choose(event.currentTarget.files?.[0])} />
      <input id={id} value={value} aria-invalid={bad} onChange={(event) => onType(event.currentTarget.value.trim().toLowerCase())} />
      <span className="muted">{name === '' ? workWords.digestNote[lang] : `${name} ✓`}</span>
    </>
  );
}
