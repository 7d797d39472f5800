/** Who is meant: the names the text uses, what it says they stand for, and the governments they may be. */
import { languageOf } from '@gongze/clauses';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { Government } from '@gongze/domain/vocabulary/governments/tree';
import type { ReadClause } from './reading.ts';

/** What the person, or the text itself, says of a name. */
export interface Named {
  /** The full name that the text gives for it. */
  readonly full?: string | undefined;
  /** The actor it is taken for: a code, `code/organ` or `body:name`. */
  readonly actor?: string | undefined;
}
export type Names = Readonly<Record<string, Named>>;

/** Definitions are looked for at the beginning and the end, where agreements have them. */
const LOOKED_AT = 20_000;

const definitions: readonly RegExp[] = [
  /([\u4e00-\u9fff]{2,30}?)\s*[（(]\s*以下(?:简称|统称|称)(?:为|作)?\s*[“"「『]?\s*([^“”"「」『』（）()\s，。；、]{1,12})\s*[”"」』]?\s*[）)]/g,
  /\b((?:the )?[A-Z][\w'’.-]*(?: (?:of|and|the|[A-Z][\w'’.-]*)){0,9})\s*\((?:hereinafter|hereafter)?,?\s*(?:referred to as |called |the )*\s*[“"']([A-Z][\w ]{0,30})[”"']\s*\)/g,
];
const heads =
  /^[ \t　]*(甲方|乙方|丙方|丁方|戊方|Party [A-E])(?:[（(][^）)\n]{1,12}[）)])?\s*[：:][ \t　]*([^\s：:][^：:\n]{1,60}?)\s*(?=[ \t　]{2,}|$)/gm;

/** Names for several at once; who they are is said by the others. */
const together =
  /^(?:双方|各方|甲乙双方|合作(?:双方|各方)|成员单位|各成员单位|[两二三四五六七八九十]+(?:市|省|县|区|地|方|州|镇)(?:一市)?|(?:the )?(?:Parties|Party|Cities|Members|Signatories|Sides))$/i;

/** 双方成立临云联席会议（以下简称联席会议）: the name begins behind the verb. */
const fullName = (said: string): string =>
  said
    .trim()
    .replace(/^.*(?:成立|设立|组建|建立|签订|签署|制定|下设)了?(?=.{2})/, '')
    .replace(/^[与和同及由]/, '');

/** What the text itself says its names stand for: 临江市人民政府（以下简称“甲方”）, 甲方：临江市, … (the “Lead City”). */
export function definedNames(text: string): Names {
  const looked = text.length <= 2 * LOOKED_AT ? text : `${text.slice(0, LOOKED_AT)}\n${text.slice(-LOOKED_AT)}`;
  const found: Record<string, Named> = {};
  for (const pattern of definitions)
    for (const [, full = '', alias = ''] of looked.matchAll(pattern))
      if (!together.test(alias.trim())) found[alias.trim()] ??= { full: fullName(full) };
  for (const [, alias = '', full = ''] of looked.matchAll(heads)) found[alias] ??= { full: full.replace(/[（(].*$/, '').trim() };
  return found;
}

/** Names that owe or lead in the text, the most frequent first; those that the text defines before the others. */
export function namesIn(clauses: readonly ReadClause[], defined: Names): readonly string[] {
  const counts = new Map<string, number>();
  const count = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const { reading } of clauses)
    for (const { attribute, attributeResolved, lead, cooperating, partyType } of reading.statements) {
      if (partyType === 'individual') for (const { text } of attribute) count(text);
      else for (const name of attributeResolved ?? []) count(name);
      for (const piece of [lead, ...cooperating]) if (piece !== null) count(piece.text);
    }
  // What the text gives as the full name of a short one is not listed a second time.
  for (const { full } of Object.values(defined)) if (full !== undefined && !Object.hasOwn(defined, full)) counts.delete(full);
  const order = (name: string): number => (Object.hasOwn(defined, name) ? 1e6 : 0) + (counts.get(name) ?? 0);
  return [...new Set([...Object.keys(defined), ...counts.keys()])]
    .filter((name) => !together.test(name))
    .sort((a, b) => order(b) - order(a));
}

let byName: Map<string, string> | undefined;

const bare = (name: string): string =>
  name
    .replace(/(?:人民)?政府$/, '')
    .replace(/^(?:the )?(?:people['’]s government|municipal government|government) of /i, '')
    .replace(/ (?:municipal|provincial|city)?\s*(?:people['’]s )?government$/i, '')
    .trim()
    .toLowerCase();

/** Code of the government of exactly this name; `undefined` where none or several bear it. */
export function governmentNamed(name: string): string | undefined {
  if (byName === undefined) {
    byName = new Map();
    const several = new Set<string>();
    for (const { code, name: own } of gb2260().all())
      for (const one of new Set([bare(own.zh), bare(own.en)])) {
        if (byName.has(one)) several.add(one);
        byName.set(one, code);
      }
    for (const one of several) byName.delete(one);
  }
  return byName.get(bare(name));
}

const organ = /^[\u4e00-\u9fff]{1,16}(?:局|委|委员会|厅|部|办|办公室|公安处|中心|管理处|支队|总队)$/;
const organInEnglish = / (?:bureau|department|commission|office|authority|administration|agency|board)(?: of [a-z ,]+)?$/i;

/** A lower place before the organ: 江都区水务局 behind 扬州市; 市场监督管理局 and 市政管理局 are none. */
const placeFirst = /^[\u4e00-\u9fff]{1,6}?(?:区|县|旗|自治州|市(?!场|政|容|民))/;

/** The government whose organ bears the name: 西安市生态环境局 is of 西安市, “Xi'an Water Bureau” of Xi'an. */
function governmentOfOrgan(name: string): string | undefined {
  if (organInEnglish.test(name)) {
    const words = name.split(' ');
    const places = words.map((_, at) => words.slice(0, words.length - 1 - at).join(' '));
    return places.map((place) => governmentNamed(place.replace(/ (?:municipal|provincial|city|county|district)$/i, ''))).find(Boolean);
  }
  for (let end = name.length - 1; end > 1; end--) {
    const [code, rest] = [governmentNamed(name.slice(0, end)), name.slice(end)];
    if (code !== undefined && organ.test(rest)) return placeFirst.test(rest) ? governmentOfOrgan(rest) : code;
  }
  return undefined;
}

/**
 * The actor of a name: what the person chose, else the government that the text names by its full name, else that of the organ it
 * names, which answers for it.
 */
export function actorOf(name: string, chosen: Names, defined: Names): string | undefined {
  const own = chosen[name]?.actor;
  if (own !== undefined) return own === '' ? undefined : own;
  const full = chosen[name]?.full || (defined[name]?.full ?? name);
  return governmentNamed(full) ?? governmentOfOrgan(full);
}

const tierOrder = ['centre', 'province', 'prefecture', 'zone', 'county'];

/** Governments whose name begins with, or holds, what was typed; higher tiers first. At most `limit`. */
export function governmentsLike(typed: string, limit: number): readonly Government[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return [];
  const found: { readonly government: Government; readonly rank: number }[] = [];
  for (const government of gb2260().all()) {
    const { code, name, tier } = government;
    const [zh, en] = [name.zh.toLowerCase(), name.en.toLowerCase()];
    const begins = zh.startsWith(wanted) || en.startsWith(wanted) || code.startsWith(wanted.toUpperCase());
    if (!begins && !zh.includes(wanted) && !en.includes(wanted)) continue;
    found.push({ government, rank: (begins ? 0 : 10) + tierOrder.indexOf(tier) });
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ government }) => government);
}

/** Name of a government by its code, in the language of the page. */
export function governmentName(code: string): { readonly zh: string; readonly en: string } | undefined {
  return gb2260().get(code as Government['code'])?.name;
}

/** Language of the whole text, by its characters. */
export const textLanguage = (text: string) => languageOf(text.slice(0, 4000));

/** The actors of the names in the text, as far as they are known; a full name is whom its short form is. */
export function actorsByName(names: readonly string[], chosen: Names, defined: Names): Readonly<Record<string, string>> {
  const actors: Record<string, string> = {};
  for (const name of names) {
    const actor = actorOf(name, chosen, defined);
    if (actor === undefined) continue;
    actors[name] = actor;
    const full = chosen[name]?.full || defined[name]?.full;
    if (full !== undefined && full !== '') actors[full] ??= actor;
  }
  return actors;
}
