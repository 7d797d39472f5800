import { type ClipboardEvent, type KeyboardEvent, type PointerEvent, type RefObject, useImperativeHandle, useRef } from 'react';
import type { Language } from '@gongze/domain/vocabulary/text';
import { Mirror, type Place } from './Mirror.tsx';
import { statementAt } from './marks.ts';
import { plainText, WHOLE_CHARACTERS } from './parts.ts';
import type { ReadClause } from './reading.ts';
import { words } from './words.ts';

/** What others may do with the text. */
export interface TextHandle {
  /** Replaces a stretch as if it had been typed, so that Ctrl+Z takes it back. */
  readonly replace: (start: number, end: number, insert: string) => void;
  readonly select: (start: number, end: number) => void;
  /** Brings the clause into view without taking the focus. */
  readonly reveal: (clause: number) => void;
}

interface TextPaneProps {
  readonly text: string;
  readonly textLanguage: Language;
  readonly lang: Language;
  readonly clauses: readonly ReadClause[];
  readonly active: Place | undefined;
  readonly handle: RefObject<TextHandle | null>;
  readonly onText: (text: string) => void;
  /** A text too long to be one part was pasted. */
  readonly onLongText: (text: string) => void;
  readonly onCaret: (offset: number) => void;
  readonly onPoint: (place: Place | undefined) => void;
  readonly onStep: (by: 1 | -1) => void;
}

/** The statement at an offset of the text. */
export function placeAt(clauses: readonly ReadClause[], offset: number): Place | undefined {
  const clause = clauses.findIndex(({ start, end }) => start <= offset && offset <= end);
  const found = clauses[clause];
  if (found === undefined) return undefined;
  const statement = statementAt(found.reading, offset - found.start);
  return statement === undefined ? undefined : { clause, statement };
}

/** The statement under the pointer: of the mirror, which lies behind the field. */
function placeUnder({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Place | undefined {
  for (const element of document.elementsFromPoint(clientX, clientY)) {
    if (!(element instanceof HTMLElement)) continue;
    const { statement } = element.dataset;
    if (statement === undefined) continue;
    const clause = element.closest<HTMLElement>('[data-clause]')?.dataset['clause'];
    return clause === undefined ? undefined : { clause: Number(clause), statement: Number(statement) };
  }
  return undefined;
}

/** Types into the field: by the editor's own command where there is one, because only that can be undone. */
function typeInto(field: HTMLTextAreaElement, start: number, end: number, insert: string): void {
  field.focus({ preventScroll: true });
  field.setSelectionRange(start, end);
  const done = document.execCommand(insert === '' ? 'delete' : 'insertText', false, insert);
  if (done) return;
  field.setRangeText(insert, start, end, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: insert }));
}

export function TextPane({
  text,
  textLanguage,
  lang,
  clauses,
  active,
  handle,
  onText,
  onLongText,
  onCaret,
  onPoint,
  onStep,
}: TextPaneProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const pointed = useRef<number>(undefined);
  useImperativeHandle(
    handle,
    () => ({
      replace: (start, end, insert) => field.current && typeInto(field.current, start, end, insert),
      select: (start, end) => {
        field.current?.focus({ preventScroll: true });
        field.current?.setSelectionRange(start, end);
      },
      reveal: (clause) => box.current?.querySelector(`[data-clause="${clause}"]`)?.scrollIntoView({ block: 'nearest' }),
    }),
    [],
  );
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const pasted = event.clipboardData.getData('text/plain');
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    if (pasted.length + value.length - (selectionEnd - selectionStart) <= WHOLE_CHARACTERS) return;
    event.preventDefault();
    onLongText(value.slice(0, selectionStart) + plainText(pasted) + value.slice(selectionEnd));
  };
  const point = (event: PointerEvent): void => {
    const { clientX, clientY } = event;
    if (pointed.current !== undefined) return;
    pointed.current = requestAnimationFrame(() => {
      pointed.current = undefined;
      onPoint(placeUnder({ clientX, clientY }));
    });
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'F8') return;
    event.preventDefault();
    onStep(event.shiftKey ? -1 : 1);
  };
  return (
    <div className="text-pane" ref={box}>
      <div className="text-stack" lang={textLanguage}>
        <Mirror text={text} clauses={clauses} active={active} />
        <textarea
          ref={field}
          value={text}
          spellCheck={false}
          aria-label={words.textPane[lang]}
          aria-describedby="agreement-keys"
          onChange={(event) => onText(event.currentTarget.value)}
          onSelect={(event) => onCaret(event.currentTarget.selectionStart)}
          onPaste={paste}
          onKeyDown={key}
          onPointerMove={point}
          onPointerLeave={() => onPoint(undefined)}
        />
      </div>
    </div>
  );
}
