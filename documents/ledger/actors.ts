/** Actors as a ledger names them: `西安市（610100）` or a bare name, and back to their ids. */
import { actorIdSchema } from '@gongze/domain/events/schemas';
import type { Situation } from '@gongze/domain/stages/situation';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';

/** Who may be meant by a name. */
export interface ActorNames {
  readonly nameOf: (id: ActorId) => Bilingual;
  /** All actors of that name, in either language; those of the case stand alone where one of them bears it. */
  readonly named: (name: string) => readonly ActorId[];
}

const keyOf = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** Names of the tree, of the case and of its bodies. `extra`: the file's own names of actors, `{id: name}`. */
export function actorNames(situation: Situation, extra: Readonly<Record<string, Bilingual>> = {}): ActorNames {
  const byName = new Map<string, Set<ActorId>>();
  const ofCase = new Set<string>([...situation.parties, ...situation.state.bodies.keys(), ...Object.keys(extra)]);
  const add = (id: string, { zh, en }: Bilingual): void => {
    for (const name of [zh, en]) {
      const known = byName.get(keyOf(name)) ?? new Set();
      byName.set(keyOf(name), known.add(id as ActorId));
    }
  };
  for (const { code, name } of situation.governments.all()) {
    add(code, name);
    add(code, { zh: `${name.zh}人民政府`, en: `${name.en} government` });
  }
  for (const [id, name] of Object.entries(extra)) add(id, name);
  for (const id of ofCase) add(id, situation.nameOf(id));
  return {
    nameOf: (id) => extra[id] ?? situation.nameOf(id),
    named: (name) => {
      const found = [...(byName.get(keyOf(name)) ?? [])];
      const own = found.filter((id) => ofCase.has(id));
      return own.length > 0 ? own : found;
    },
  };
}

export function actorText(id: ActorId, names: ActorNames, lang: Language): string {
  const name = names.nameOf(id)[lang];
  if (name === id) return BARE.test(id) ? id : `(${id})`;
  return lang === 'zh' ? `${name}（${id}）` : `${name} (${id})`;
}

export function actorsText(ids: readonly ActorId[], names: ActorNames, lang: Language): string {
  return ids.map((id) => actorText(id, names, lang)).join(lang === 'zh' ? '；' : '; ');
}

export type ReadActors =
  | { readonly ok: true; readonly actors: readonly ActorId[] }
  | {
      readonly ok: false;
      readonly fault: 'unknownActor' | 'ambiguousActor' | 'contradiction';
      readonly found: string;
      readonly ids: readonly string[];
    };

/** Ids of a form that no name has. */
const BARE = /^(body:|\d{6}(\/|$))|\//;
/** A name with its code at the end of an item. */
const WITH_CODE = /^(.*?)\s*[（(]\s*([A-Za-z0-9:/._-]+)\s*[）)]$/s;

function readOne(item: string, names: ActorNames): ReadActors {
  const coded = WITH_CODE.exec(item);
  const code = coded?.[2];
  if (code !== undefined && actorIdSchema.safeParse(code).success) {
    const others = names.named(coded?.[1] ?? '');
    if (others.length > 0 && !others.includes(code as ActorId)) return { ok: false, fault: 'contradiction', found: item, ids: others };
    return { ok: true, actors: [code as ActorId] };
  }
  const found = names.named(item);
  if (found.length === 1) return { ok: true, actors: found };
  if (found.length > 1) return { ok: false, fault: 'ambiguousActor', found: item, ids: found };
  if (BARE.test(item) && actorIdSchema.safeParse(item).success) return { ok: true, actors: [item as ActorId] };
  return { ok: false, fault: 'unknownActor', found: item, ids: [] };
}

/** Actors of a cell: items between semicolons, line ends, 、 and, where no name holds them, commas. */
export function readActors(text: string, names: ActorNames): ReadActors {
  const actors: ActorId[] = [];
  for (const item of itemsOf(text, names)) {
    const read = readOne(item, names);
    if (!read.ok) return read;
    for (const actor of read.actors) if (!actors.includes(actor)) actors.push(actor);
  }
  return { ok: true, actors };
}

function itemsOf(text: string, names: ActorNames): string[] {
  const split = (pattern: RegExp, parts: readonly string[]): string[] =>
    parts.flatMap((part) => (readOne(part, names).ok ? [part] : part.split(pattern)));
  const trimmed = (parts: readonly string[]): string[] => parts.map((part) => part.trim()).filter((part) => part !== '');
  return trimmed(split(/[，,]|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u, trimmed(split(/[、]/, trimmed(text.split(/[;；\n]/))))));
}
