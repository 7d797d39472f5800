import type { Language } from '@gongze/domain/vocabulary/text';
import { type KeyboardEvent, useId, useState } from 'react';
import { governmentName, governmentsLike } from './names.ts';
import { words } from './words.ts';

const OFFERED = 12;
const actorPattern = /^(?:body:[A-Za-z0-9._-]{1,80}|[A-Za-z0-9]{1,20}(?:\/[A-Za-z0-9._-]{1,80})?)$/;

interface GovernmentInputProps {
  readonly label: string;
  readonly actor: string | undefined;
  readonly lang: Language;
  readonly onActor: (actor: string) => void;
}

/** Chooses a government of the tree by part of its name or code; an organ's or body's id may be typed. */
export function GovernmentInput({ label, actor, lang, onActor }: GovernmentInputProps) {
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const [at, setAt] = useState(0);
  const name = actor === undefined ? '' : (governmentName(actor)?.[lang] ?? actor);
  const offered = typed === undefined ? [] : governmentsLike(typed, OFFERED);
  const open = typed !== undefined && typed.trim() !== '';
  const choose = (code: string): void => {
    onActor(code);
    setTyped(undefined);
    setAt(0);
  };
  const leave = (): void => {
    if (typed === undefined) return;
    if (typed.trim() === '') onActor('');
    else if (/^(?:\d|body:)/.test(typed.trim()) && actorPattern.test(typed.trim())) onActor(typed.trim());
    setTyped(undefined);
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt((now) => Math.max(0, Math.min(offered.length - 1, now + step)));
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      const found = offered[at];
      if (found !== undefined) choose(found.code);
      else leave();
    } else if (event.key === 'Escape') setTyped(undefined);
  };
  return (
    <span className="combobox">
      <input
        role="combobox"
        aria-label={label}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && offered[at] !== undefined ? `${id}-${offered[at].code}` : undefined}
        placeholder={words.governmentPlaceholder[lang]}
        value={typed ?? name}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={key}
        onBlur={leave}
      />
      <span id={`${id}-list`} role="listbox" aria-label={label} className="combobox-list" hidden={!open || offered.length === 0}>
        {offered.map(({ code, name: own }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field that owns the list
          <span
            key={code}
            id={`${id}-${code}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(code)}
          >
            {own[lang]} <span className="muted">{code}</span>
          </span>
        ))}
      </span>
      {open && offered.length === 0 && (
        <span className="note" role="status">
          {words.notFound[lang]}
        </span>
      )}
    </span>
  );
}
