/** Where the cases come from, and the table that comes of it. */
import type { Answer } from '@gongze/studies/comparison/answer';
import { useRef, useState } from 'react';
import { fetchCases, fetchFacts } from '../engine/api.ts';
import type { CaseFacts } from '../engine/engine.ts';
import { type Async, useAsync } from '../engine/useAsync.ts';
import { today } from '../view/today.ts';
import { simulatedSeed } from './data/simulated.ts';
import type { LabData, Origin } from './data/types.ts';
import { ask } from './worker/ask.ts';

export interface SourceChoice {
  readonly origin: Origin;
  /** Cases of the ledger; undefined until the reader chooses: then the first ones. */
  readonly cases: readonly string[] | undefined;
  readonly asOf: string;
  readonly from: string;
  readonly seed: number;
  readonly file: { readonly name: string; readonly text: string } | undefined;
}

/** Taken at first: each costs its facts and a fold. */
export const casesAtFirst = 12;

export interface Loaded {
  readonly data: Answer<LabData> | undefined;
  readonly sources: ReadonlyMap<string, CaseFacts>;
}

async function load(choice: SourceChoice, chosen: readonly string[]): Promise<Loaded> {
  const none = new Map<string, CaseFacts>();
  if (choice.origin === 'simulated') return { data: await ask({ kind: 'simulated', seed: choice.seed }), sources: none };
  if (choice.origin === 'csv') {
    const { file } = choice;
    return { data: file === undefined ? undefined : await ask({ kind: 'csv', text: file.text, file: file.name }), sources: none };
  }
  if (chosen.length < 2) return { data: undefined, sources: none };
  const facts = await Promise.all(chosen.map((id) => fetchFacts(id, 'enriched')));
  const asked = { kind: 'ledger', cases: facts, asOf: choice.asOf, ...(choice.from !== '' && { from: choice.from }) } as const;
  return { data: await ask(asked), sources: new Map(facts.map((own) => [own.case, own])) };
}

export interface Table {
  /** What settings are kept for: another date is the same question, another file is not. */
  readonly of: string;
  readonly data: LabData;
  readonly sources: ReadonlyMap<string, CaseFacts>;
}

/** The last table of the same kind, until the next is there; none where it was refused. */
function useTable({ origin, seed, file }: SourceChoice, loaded: Async<Loaded>): Table | undefined {
  const kept = useRef<Table>(undefined);
  const of = origin === 'simulated' ? `${origin} ${seed}` : origin === 'csv' ? `${origin} ${file?.name} ${file?.text.length}` : origin;
  if (loaded.state === 'ready') {
    const { data, sources } = loaded.value;
    if (data?.ok !== true) kept.current = undefined;
    else if (kept.current?.data !== data.value) kept.current = { of, data: data.value, sources };
  }
  return kept.current?.of === of ? kept.current : undefined;
}

export function useData() {
  const [choice, setChoice] = useState<SourceChoice>(() => ({
    origin: 'ledger',
    cases: undefined,
    asOf: today(),
    from: '',
    seed: simulatedSeed,
    file: undefined,
  }));
  const entries = useAsync('cases', fetchCases);
  const known = entries.state === 'ready' ? entries.value.map((entry) => entry.case) : [];
  const chosen = choice.cases ?? known.slice(0, casesAtFirst);
  const ready = choice.origin !== 'ledger' || entries.state === 'ready';
  const key = JSON.stringify([ready, choice.origin, chosen, choice.asOf, choice.from, choice.seed, choice.file]);
  const loaded: Async<Loaded> = useAsync(key, async () => (ready ? await load(choice, chosen) : { data: undefined, sources: new Map() }));
  const table = useTable(choice, loaded);
  return {
    choice,
    chosen,
    entries,
    loaded,
    table,
    choose: (change: Partial<SourceChoice>) => setChoice((now) => ({ ...now, ...change })),
  };
}
