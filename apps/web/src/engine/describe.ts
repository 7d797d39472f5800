/** A fact in words: its title, and whose fact it is. Payloads differ per kind; what they share is read here. */
import type { Fact } from '@gongze/domain/events/catalogue';
import { type ActorId, governmentOf } from '@gongze/domain/vocabulary/ids';
import type { Bilingual } from '@gongze/domain/vocabulary/text';

function isBilingual(value: unknown): value is Bilingual {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Bilingual).zh === 'string' &&
    typeof (value as Bilingual).en === 'string'
  );
}

type Loose = Readonly<Record<string, unknown>>;

/** The title or text a payload carries, wherever its kind keeps it. */
export function titleOf(fact: Fact): Bilingual | undefined {
  const payload = fact.payload as Loose;
  const terms = payload['terms'] as Loose | undefined;
  const replacement = [
    payload['title'],
    payload['text'],
    payload['matter'],
    terms?.['title'],
    payload['post'],
    payload['reason'],
    fact.note,
  ];
  const found = replacement.find(isBilingual);
  if (found === undefined || fact.type !== 'indicatorRead') return found;
  const reading = `${fact.payload.value} ${fact.payload.unit}`;
  return { zh: `${found.zh}：${reading}`, en: `${found.en}: ${reading}` };
}

const single = ['by', 'party', 'actor', 'lead', 'from', 'to', 'receiver', 'tier'];
const several = ['parties', 'liable', 'members', 'issuers', 'among', 'objects', 'actors', 'subjects', 'targets', 'scope'];

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : typeof value === 'string' ? [value] : [];
}

/** Who owes a duty, by its id. */
export type LiableOf = (obligation: string) => readonly string[];
const nobodyLiable: LiableOf = () => [];

/** Every actor a fact names, the acting one first; of a fact about a duty also those who owe it. */
export function actorsOf(fact: Fact, liableOf: LiableOf = nobodyLiable): string[] {
  const payload = fact.payload as Loose;
  const terms = (payload['terms'] ?? {}) as Loose;
  const attendees = Array.isArray(payload['attendees']) ? payload['attendees'].map((one: Loose) => one['actor']) : [];
  const body = strings(payload['body']);
  const measured = fact.type === 'indicatorRead' ? [fact.payload.subject] : [];
  const owed = strings(payload['obligation']).flatMap(liableOf);
  const named = [...single, ...several].flatMap((name) => [...strings(payload[name]), ...strings(terms[name])]);
  return [...new Set([...body, ...measured, ...named, ...strings(attendees), ...owed])].filter((id) =>
    /^(body:.+|[0-9A-Za-z]{1,20}(\/.+)?)$/.test(id),
  );
}

/** Lane owners of a fact: governments and joint bodies, not their organs. What the superior did belongs to it alone. */
export function ownersOf(fact: Fact, liableOf?: LiableOf): string[] {
  const actors = actorsOf(fact, liableOf);
  const first = actors[0];
  const mine =
    fact.initiative === 'superior' && first !== undefined
      ? [first]
      : actors.some((id) => id.startsWith('body:'))
        ? actors.filter((id) => id.startsWith('body:'))
        : actors;
  return [...new Set(mine.map((id) => governmentOf(id as ActorId) ?? id))];
}
