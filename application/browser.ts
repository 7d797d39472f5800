/** What a page needs to fold a case itself: facts, names, and the part of the tree of governments that it touches. */
import { type Fact, payloadSchemas } from '@gongze/domain/events/catalogue';
import type { Government, GovernmentTree } from '@gongze/domain/vocabulary/governments/tree';
import { type ActorId, type GovernmentCode, governmentOf } from '@gongze/domain/vocabulary/ids';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { Seen } from './read/sight.ts';
import { actorsNamed } from './validation/actors.ts';

export interface BrowserCase {
  readonly case: string;
  readonly title: Bilingual;
  readonly edition: string;
  readonly actors: Readonly<Record<string, Bilingual>>;
  readonly facts: readonly Fact[];
  /** Governments named by the case with all above them, superiors first. */
  readonly governments: readonly Government[];
  readonly tree: { readonly id: string; readonly vintage: string };
  /** Facts in the whole stream, whatever the edition shows and the caller may read. */
  readonly size: number;
  /** Facts that are recorded and not open to the caller; absent if there are none. */
  readonly withheld?: number;
}

/** Codes of the governments that a history names. */
function codesNamed(facts: readonly Fact[], actors: Iterable<string>): Set<GovernmentCode> {
  const codes = new Set<GovernmentCode>();
  const add = (id: string): void => {
    const code = governmentOf(id as ActorId);
    if (code !== undefined) codes.add(code);
  };
  for (const id of actors) add(id);
  for (const fact of facts) {
    for (const { id } of actorsNamed(fact.type, fact.payload)) add(id);
    if (fact.recordedBy.actor !== undefined) add(fact.recordedBy.actor);
    // A replacement is an open record to its schema; what it names counts as well.
    if (fact.type === 'factCorrected') for (const id of namesIn(fact, facts)) add(id);
  }
  return codes;
}

function namesIn(correction: Extract<Fact, { type: 'factCorrected' }>, facts: readonly Fact[]): string[] {
  const type = facts.find((fact) => fact.id === correction.payload.target)?.type;
  const parsed = type && payloadSchemas[type].safeParse(correction.payload.replacement.payload);
  return type && parsed?.success ? actorsNamed(type, parsed.data).map(({ id }) => id) : [];
}

/** The governments with these codes and every parent of any day, parents before children; zones also with what they span. */
export function excerptOfTree(tree: GovernmentTree, codes: Iterable<GovernmentCode>): Government[] {
  const excerpt = new Map<GovernmentCode, Government>();
  const add = (code: GovernmentCode): void => {
    const government = tree.get(code);
    if (government === undefined || excerpt.has(code)) return;
    for (const parent of government.parents) add(parent.code);
    excerpt.set(code, government);
    for (const spanned of government.spans ?? []) add(spanned);
  };
  add(tree.root);
  for (const code of codes) add(code);
  return [...excerpt.values()];
}

export function browserCase(
  caseId: string,
  edition: string,
  { stored, withheld }: Pick<Seen, 'stored' | 'withheld'>,
  facts: readonly Fact[],
  tree: GovernmentTree,
): BrowserCase {
  const { title, actors, size } = stored;
  return {
    case: caseId,
    title,
    edition,
    actors,
    // The salt would let anybody who guesses a payload confirm it by its hash.
    facts: facts.map(({ payloadSalt: _salt, ...fact }) => fact as Fact),
    governments: excerptOfTree(tree, codesNamed(facts, Object.keys(actors))),
    tree: { id: tree.id, vintage: tree.vintage },
    size,
    ...(withheld > 0 && { withheld }),
  };
}
