/**
 * Who is meant by what an English text calls its parties: “Ashby County Council (“Ashby”) and Harrow Borough (“Harrow”), together “the Parties””.
 * An abbreviation has members only where the text, or whoever asks, names them.
 */
import type { ReadingContext } from '../reading.ts';
import { splitNames } from './subject.ts';
import { ofClause } from './gates.ts';

/** How far into a text its parties are introduced. */
const introduction = 6000;

const NAME = "(?:the )?[A-Z][\\w'’.-]*(?: (?:(?:of|and|for|upon|on|the) (?:the )?)?[A-Z][\\w'’.-]*){0,9}";
/** Ashby County Council (hereinafter referred to as “Ashby”) */
const defined = new RegExp(
  `(${NAME}),? \\((?:hereinafter |hereafter |the |in this \\w+ )*(?:(?:referred to|known) as |called )?(?:the )?[“"‘'](?:the )?([A-Z][\\w'’ -]{0,40}?)[”"’']\\)`,
  'g',
);
/** (together “the Parties”) · Ashby, Harrow and Millbrook (“the Councils”) */
const together = new RegExp(
  `((?:${NAME}, )*${NAME},? and ${NAME}),? \\((?:(?:hereinafter |together |collectively |jointly |each |referred to as |an? |and |called )*)(?:the )?[“"](?:the )?([A-Z][a-z]+(?:s|ies))[”"]`,
  'g',
);

const article = /^(?:the|both|each|all|any|either|the two|the three|the four) /i;
const everybody = ofClause.gate(/^(?:part(?:y|ies)|signator(?:y|ies)|sides?)$/i);

/** Nobody is introduced. */
export const none = { parties: {}, members: {} };

/** What the introduction of an agreement, or a clause, says of its parties. */
export function partiesOf(text: string): Required<Pick<ReadingContext, 'parties' | 'members'>> {
  const head = text.slice(0, introduction);
  const parties: Record<string, string> = {};
  const members: Record<string, readonly string[]> = {};
  if (!head.includes('(') || !/\([^)]{0,120}[“"‘']/.test(head)) return none;
  for (const [, group = '', alias = ''] of head.matchAll(together))
    members[alias] = splitNames(group, 0, group.length).map(({ start, end }) => group.slice(start, end).replace(/^the /i, ''));
  for (const [, name = '', alias = ''] of head.matchAll(defined))
    if (members[alias] === undefined && !/ies$|[^s]s$/.test(alias)) parties[alias] = name.replace(/^the /i, '');
  return { parties, members };
}

/** Members of `name`, or `undefined` if it stands for nobody else than itself or nobody knows for whom. */
function membersOf(name: string, { parties = {}, members = {} }: ReadingContext): readonly string[] | undefined {
  const bare = name.replace(article, '');
  const own = parties[name] ?? parties[bare] ?? parties[`the ${bare}`] ?? parties[`The ${bare}`];
  if (own !== undefined) return [own];
  const group = members[bare] ?? members[bare.replace(/y$/, 'ies')] ?? members[`${bare}s`];
  if (group !== undefined) return group;
  if (!everybody.test(bare)) return undefined;
  const all = [...new Set(Object.values(parties))];
  return all.length > 1 ? all : undefined;
}

/** Members of all `names`; `undefined` unless each of them has some. */
export function resolvedOf(names: readonly string[], context: ReadingContext): readonly string[] | undefined {
  const found = names.map((name) => membersOf(name, context));
  return names.length > 0 && found.every((one) => one !== undefined) ? [...new Set(found.flat() as string[])] : undefined;
}
