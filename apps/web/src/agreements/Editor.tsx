import type { ReadingContext } from '@gongze/clauses';
import type { Language } from '@gongze/domain/vocabulary/text';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Draft } from './draftStore.ts';
import type { FixPlace, Hands } from './hands.ts';
import { LongText } from './LongText.tsx';
import { marksOf } from './marks.ts';
import type { Place } from './Mirror.tsx';
import { partsOf } from './parts.ts';
import { addTallies, type ReadAs, type ReadClause, scoreOf, tallyOf } from './reading.ts';
import { ReadingPane } from './ReadingPane.tsx';
import { Summary } from './Summary.tsx';
import { placeAt, type TextHandle, TextPane } from './TextPane.tsx';
import { useTallies } from './useTallies.ts';
import { words } from './words.ts';

interface EditorProps {
  readonly draft: Draft;
  readonly part: number;
  readonly clauses: readonly ReadClause[];
  readonly readAs: ReadAs;
  readonly names: readonly string[];
  readonly textLanguage: Language;
  readonly lang: Language;
  /** Clause to open at, counted from 0: what has to be mended before signing. */
  readonly mending: number | undefined;
  readonly onPart: (part: number) => void;
  readonly onChange: (change: Partial<Draft>) => void;
}

interface VaguePlace extends Place {
  readonly start: number;
  readonly end: number;
}

/** Places to go through one by one. A missing consequence alone is none: nearly every clause lacks one. */
function vaguePlaces(clauses: readonly ReadClause[]): readonly VaguePlace[] {
  return clauses.flatMap(({ reading, start }, clause) =>
    marksOf(reading).flatMap((mark) =>
      mark.label === 'no_consequence' ? [] : [{ clause, statement: mark.statement, start: start + mark.start, end: start + mark.end }],
    ),
  );
}

/** The text on one side, what it says on the other, each pointing to the other. */
export function Editor({ draft, part, clauses, readAs, names, textLanguage, lang, mending, onPart, onChange }: EditorProps) {
  const text = draft.parts[part] ?? '';
  const [selected, setSelected] = useState<Place | undefined>(mending === undefined ? undefined : { clause: mending, statement: 0 });
  const [pointed, setPointed] = useState<Place>();
  const [fixing, setFixing] = useState<FixPlace>();
  const handle = useRef<TextHandle>(null);
  const caret = useRef(0);
  const confirmed = useMemo(() => new Set(draft.confirmed), [draft.confirmed]);
  const shown = useDeferredValue(clauses);
  const latest = useRef({ clauses, confirmed: draft.confirmed });
  latest.current = { clauses, confirmed: draft.confirmed };
  const hands = useHands({ readAs, latest, handle, setSelected, setPointed, setFixing, onChange });
  const tallies = useTallies(draft.parts, part, readAs);
  const own = tallyOf(clauses, text.length);
  const tally = addTallies([own, ...tallies.known]);

  useEffect(() => {
    if (mending === undefined) return;
    handle.current?.reveal(mending);
    const own = latest.current.clauses[mending];
    if (own !== undefined) handle.current?.select(own.start, own.end);
  }, [mending]);

  const write = (next: string): void => {
    setFixing(undefined);
    onChange({ parts: draft.parts.with(part, next) });
  };
  const writeLong = (next: string): void => {
    const parts = [...draft.parts.slice(0, part), ...partsOf(next), ...draft.parts.slice(part + 1)];
    onChange({ parts });
  };
  const step = (by: 1 | -1): void => {
    const places = vaguePlaces(clauses);
    const from = caret.current;
    const next =
      by === 1 ? (places.find(({ start }) => start > from) ?? places[0]) : (places.findLast(({ start }) => start < from) ?? places.at(-1));
    if (next === undefined) return;
    handle.current?.select(next.start, next.end);
    handle.current?.reveal(next.clause);
    caret.current = next.start;
    setSelected({ clause: next.clause, statement: next.statement });
  };
  const select = (offset: number): void => {
    caret.current = offset;
    const place = placeAt(latest.current.clauses, offset);
    setSelected((now) => (now?.clause === place?.clause && now?.statement === place?.statement ? now : place));
  };
  const point = useCallback(
    (place: Place | undefined) => setPointed((now) => (now?.clause === place?.clause && now?.statement === place?.statement ? now : place)),
    [],
  );
  return (
    <>
      <Summary score={scoreOf(tally)} tally={tally} lang={lang} onStep={step} />
      {draft.parts.length > 1 && <LongText parts={draft.parts.length} part={part} tallies={tallies} lang={lang} onPart={onPart} />}
      <div className="desk">
        <TextPane
          key={`${draft.id} ${part} ${draft.parts.length}`}
          text={text}
          textLanguage={textLanguage}
          lang={lang}
          clauses={clauses}
          active={pointed ?? selected}
          handle={handle}
          onText={write}
          onLongText={writeLong}
          onCaret={select}
          onPoint={point}
          onStep={step}
        />
        <ReadingPane
          clauses={shown}
          selected={selected}
          pointed={pointed}
          fixing={fixing}
          confirmed={confirmed}
          names={names}
          lang={lang}
          hands={hands}
        />
      </div>
      <p id="agreement-keys" className="note">
        {words.nextHint[lang]}
      </p>
    </>
  );
}

interface HandsInput {
  readonly readAs: ReadAs;
  readonly latest: { readonly current: { readonly clauses: readonly ReadClause[]; readonly confirmed: readonly string[] } };
  readonly handle: { readonly current: TextHandle | null };
  readonly setSelected: (place: Place) => void;
  readonly setPointed: (place: Place | undefined) => void;
  readonly setFixing: (place: FixPlace | undefined) => void;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** The same hands as long as the text is read in the same way, so that cards that did not change are not drawn again. */
function useHands({ readAs, latest, handle, setSelected, setPointed, setFixing, onChange }: HandsInput): Hands {
  return useMemo((): Hands => {
    const context: ReadingContext = readAs.context;
    return {
      context,
      point: setPointed,
      show: (place) => {
        setSelected(place);
        handle.current?.reveal(place.clause);
      },
      edit: ({ clause, statement }) => {
        const own = latest.current.clauses[clause];
        const span = own?.reading.statements[statement]?.span;
        if (own === undefined || span === undefined) return;
        handle.current?.select(own.start + span.start, own.start + span.end);
        handle.current?.reveal(clause);
      },
      confirm: (key) => onChange({ confirmed: [...latest.current.confirmed, key] }),
      fix: (place) => {
        setFixing(place);
        if (place === undefined) return;
        setSelected({ clause: place.clause, statement: place.statement });
        handle.current?.reveal(place.clause);
      },
      mend: (clause, { edit }) => {
        const own = latest.current.clauses[clause];
        if (own === undefined) return;
        handle.current?.replace(own.start + edit.start, own.start + edit.end, edit.insert);
        handle.current?.reveal(clause);
        setFixing(undefined);
      },
    };
  }, [readAs, latest, handle, setSelected, setPointed, setFixing, onChange]);
}
