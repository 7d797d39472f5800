/** Roles: 由X牵头、Y配合 · X会同Y · 请X · 牵头单位：X. */
import type { Span } from '../reading.ts';
import type { Token } from './token.ts';
import type { State } from './draft.ts';
import { type Front, textFrom, wordAt } from './front.ts';
import { firstAnchor } from './anchors.ts';
import { type Parties, partiesAt, splitParties } from './subject.ts';
import { endsParty, strong } from './wordClasses.ts';
import type { PartGated } from '../text/gate.ts';
import { openingOf } from '../text/pattern.ts';
import { ofClause } from './gates.ts';

const leads =
  /^(?:负责牵头|牵头负责|牵头组织|牵头抓总|牵头|作为牵头单位|作为牵头方|为牵头单位|为牵头方|负责执笔|执笔|为主办方|作为主办方|主办|主责|为主|负总责|总牵头|具体牵头|统筹牵头|统一牵头|共同牵头|轮流牵头|牵总|抓总|领衔|挂帅|主导(?=$|[，、；])|归口负责|归口管理|作为牵头部门|为牵头部门|为主办单位|作为主办单位|为责任主体|为责任单位|为主责单位|作为责任单位|任组长单位)/;
const helps =
  /^(?:等)?(?:积极|全力|共同|做好|予以|负责|分别)?(?:配合|协助|参与|协同|协办|支持(?=$|[，；。])|支持配合|参加|密切配合|会同配合|协同配合|提供支持|予以配合|给予配合|按职责配合|按职责分工配合|按职责分工落实|分头落实|分头推进|按职责分工推进|按(?:各自)?职责(?:分工)?(?:分别)?(?:负责|落实|推进|做好)|各负其责|派员参加|具体实施|分工负责|抓好落实|为配合单位|作为配合单位|为协办单位)(?:$|[，。；）、]|落实|实施|完成|工作|做好)/;

function setRoles(state: State, front: Front, lead: Span, cooperating: readonly Span[]): void {
  state.roles = { lead, cooperating: [...cooperating] };
  front.roles = state.roles;
  front.subject = [lead, ...cooperating];
  front.named = true;
}

/** True if 会同 or 联合 joins the first name to the second. */
const joint = (state: State, names: readonly Span[]): boolean =>
  names.length > 1 && /^(?:会同|联合)$/.test(state.text.slice((names[0] as Span).end, (names[1] as Span).start));

/** Reads a role that begins at `index`. Returns the index after it, or -1 if there is none. */
export function roleAt(state: State, front: Front, index: number, to: number): number {
  const { words } = state;
  const opener = words[index]?.text ?? '';
  const by =
    opener === '由' || opener === '请' || (opener === '以' && /^以[^，]{2,16}为(?:主$|牵头|主，|主办)/.test(textFrom(state, index, to)));
  const start = by ? index + 1 : index;
  if (start >= to) return -1;
  const plain = by ? describedParty(state, start, to) : partiesAt(state, start, to);
  const parties = by && plain.names.length === 0 ? closedParty(state, start, to) : plain;
  const [head] = parties.names;
  if (head === undefined) return by ? -1 : bareMeeting(state, front, index, to);
  const rest = textFrom(state, parties.end, to);
  const lead = leads.exec(rest) ?? (parties.names.length === 1 && leadsByHelp(state, parties.end) ? answers.exec(rest) : null);
  const company = /^(?:会同|联合(?=[^一-龥]|[^执监印发开建组巡采共推检调督]{1,12}(?:局|委|厅|办|市|县|方|中心|部门))|商(?!定|讨|议))/.exec(
    rest,
  );
  if (lead !== null || company !== null) {
    const length = (lead ?? company)?.[0].length ?? 0;
    let at = wordAt(words, (words[parties.end] as Token).start + length, parties.end, to);
    const cooperating = parties.names.slice(1);
    const more = /^(?:会同|联合|商|、|和)/.exec(textFrom(state, at, to));
    const next = company !== null ? companions(state, at, to) : more === null ? { names: [], end: at } : partiesAt(state, at + 1, to);
    if (next.names.length > 0) {
      cooperating.push(...next.names);
      at = next.end;
    } else if (lead === null) return -1;
    setRoles(state, front, head, cooperating);
    if (by || /负责/.test(lead?.[0] ?? '')) front.deontic ??= 'must';
    return skipHelp(state, at, to);
  }
  if (joint(state, parties.names)) {
    setRoles(state, front, head, parties.names.slice(1));
    if (by) front.deontic ??= 'must';
    return parties.end;
  }
  if (state.roles !== null && helps.test(rest)) {
    state.roles.cooperating.push(...parties.names);
    // 由A牵头、B配合做好普查: both do what follows.
    const joined = /^(?:积极|共同|密切)?(?:配合|协助|协同|参与)(?=(?:做好|抓好|落实|实施|完成|开展|推进).)/.exec(rest);
    if (joined !== null && state.drafts.length === 0) {
      setRoles(state, front, state.roles.lead, state.roles.cooperating);
      front.deontic ??= state.deontic ?? undefined;
      return wordAt(words, (words[parties.end] as Token).start + joined[0].length, parties.end, to);
    }
    front.named = true;
    front.helper = true;
    return to;
  }
  if (!by) return -1;
  front.subject = parties.names;
  front.named = true;
  front.deontic ??= 'must';
  return parties.end;
}

/** Who stands after 会同, if need be up to the end of the chunk. */
function companions(state: State, from: number, to: number): Parties {
  const parties = partiesAt(state, from, to);
  const last = state.words[to - 1] as Token;
  if (parties.names.length > 0 || from >= to || to - from > 24 || !(endsParty(last) || last.kind === 'g')) return parties;
  return firstAnchor(state, from, to) < to ? parties : { names: splitParties(state, from, to), end: to };
}

const surname = /^[王李张刘陈杨赵黄周吴徐孙胡朱林郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕某]$/;

/** 副市长王某召集: who holds the office, by name. */
const called = /^[一-龥](?:某某|某|[一-龥]{1,2}?)(?=召集|主持|担任|负责|带队|牵头|分管|主抓|协调|审定|签发)/;

/** 由使用方照价赔偿: the name ends with its closing word, whatever stands behind. */
function closedParty(state: State, start: number, to: number): Parties {
  const { words } = state;
  for (let index = start; index < Math.min(to - 1, start + 8); index++) {
    const word = words[index] as Token;
    if (word.kind === 'p' || word.kind === 'm' || word.text === '的') break;
    const next = words[index + 1] as Token;
    if (!(endsParty(word) || word.kind === 'g') || endsParty(next) || next.kind === 'g' || /^[、和及与]$/.test(next.text)) continue;
    const holder = surname.test(next.text) ? called.exec(textFrom(state, index + 1, to)) : null;
    if (holder !== null) {
      const end = wordAt(words, next.start + holder[0].length, index + 1, to);
      return { names: [{ start: (words[start] as Token).start, end: next.start + holder[0].length }], end };
    }
    if (surname.test(next.text) || !words.slice(index + 1, to).some((later) => strong(later))) break;
    return { names: splitParties(state, start, index + 1), end: index + 1 };
  }
  return { names: [], end: start };
}

/** 由双方共同委托的第三方机构: a party that is described before it is named. */
function describedParty(state: State, from: number, to: number): Parties {
  const { words } = state;
  for (let index = from + 1; index < Math.min(to, from + 8); index++) {
    const { text, kind } = words[index] as Token;
    if (kind === 'p') break;
    if (text !== '的') continue;
    let end = index + 1;
    while (end < Math.min(to, index + 4) && !endsParty(words[end] as Token)) end++;
    if (end >= Math.min(to, index + 4)) break;
    return { names: [{ start: (words[from] as Token).start, end: (words[end] as Token).end }], end: end + 1 };
  }
  return partiesAt(state, from, to);
}

/** 由A具体负责，B予以协助: with a helper behind, who answers for it leads. */
const helped = ofClause.gate(
  /^(?:具体负责|负责|主办|承办|主责|主抓|主持|统筹|负总责|归口管理|总负责)[，、](?:由)?[^，。；、应须]{2,16}(?:、[^，。；、应须]{2,16})*(?:积极|密切|予以|共同|按职责|给予|做好)?(?:协办|协助|配合|协同|参与|参加|会签|协同推进|支持)(?=[，。；]|$)/,
);

const answers = /^(?:具体负责|负责|主办|承办|主责|主抓|主持|统筹|负总责|归口管理|总负责)/;
const answerHeads: ReadonlySet<number> = new Set([...(openingOf(answers) ?? [])].map((head) => head.charCodeAt(0)));

/** True if what follows the name at `end` makes it a lead, because a helper stands behind. */
export function leadsByHelp({ text, words }: State, end: number): boolean {
  const start = words[end]?.start;
  return start !== undefined && answerHeads.has(text.charCodeAt(start)) && helped.test(text.slice(start, start + 60));
}

const helping = ofClause.gate(
  /^(?:由)?([^，应须将的要可]{2,40}?)(?:等)?(?:积极|密切|予以|给予|共同|按职责|按职责分工)?(?:配合|协助|参与|协同|协办|会签|协同推进|支持配合|参加)(?:落实|实施|工作)?$/,
);

/** 教育、团委等单位配合: who helps, where a role was read before. True if the chunk says no more. */
export function onlyHelps(state: State, text: string, from: number, to: number): boolean {
  if (state.roles === null) return false;
  const match = helping.exec(text);
  if (match === null) return false;
  const skip = text.startsWith('由') ? 1 : 0;
  const end = wordAt(state.words, (state.words[from] as Token).start + skip + (match[1] as string).length, from, to);
  if (end <= from + skip) return false;
  state.roles.cooperating.push(...splitParties(state, from + skip, end));
  return true;
}

/** 会同乙方，… · 联合临江市申报…: company of a lead that was named before. */
function bareMeeting(state: State, front: Front, index: number, to: number): number {
  const { roles } = state;
  if (roles === null || !/^(?:会同|联合|商)$/.test(state.words[index]?.text ?? '') || index + 1 >= to) return -1;
  const parties = partiesAt(state, index + 1, to);
  if (parties.names.length > 0) {
    roles.cooperating.push(...parties.names);
    setRoles(state, front, roles.lead, roles.cooperating);
    front.deontic ??= state.deontic ?? undefined;
    front.helper = parties.end >= to;
    return parties.end;
  }
  if (state.words[index]?.text !== '会同' && !endsParty(state.words[to - 1] as Token) && state.words[to - 1]?.kind !== 'g') return -1;
  roles.cooperating.push(...splitParties(state, index + 1, to));
  front.named = true;
  front.helper = true;
  return to;
}

function skipHelp(state: State, at: number, to: number): number {
  if (/^(?:等)?(?:配合|参与|协助|参加|协同|协办)$/.test(textFrom(state, at, to))) return to;
  const help = /^(?:等)?(?:积极|共同|密切)?(?:配合|协助|协同)(?=做好|抓好|完成|开展|推进|组织|实施|落实)/.exec(textFrom(state, at, to));
  return help === null ? at : wordAt(state.words, (state.words[at] as Token).start + help[0].length, at, to);
}

const labels: readonly (readonly [PartGated, 'lead' | 'cooperating' | 'time'])[] = [
  [
    ofClause.gate(
      /^[（]?(?:牵头单位|牵头部门|责任单位|牵头方|责任部门|牵头责任单位|主办单位|负责单位|责任人|责任领导|第一责任人|责任主体|牵头人|主责单位)[:：]?$/,
    ),
    'lead',
  ],
  [ofClause.gate(/^[（]?(?:配合单位|协办单位|配合部门|参与单位|协同单位|支持单位|参加单位)[:：]?$/), 'cooperating'],
  [ofClause.gate(/^[（]?(?:完成时限|时限|完成时间|期限|时间|办理时限|时限要求|完成期限)[:：]?$/), 'time'],
];

/** What a label such as 牵头单位： announces, if the text is one. */
export const labelled = (text: string): 'lead' | 'cooperating' | 'time' | undefined => labels.find(([pattern]) => pattern.test(text))?.[1];

/** Names of a labelled list, cut at its commas only: whatever stands there is a name. */
export function listedNames(state: State, from: number, to: number): Span[] {
  const names: Span[] = [];
  let start = from;
  for (let index = from; index <= to; index++) {
    if (index < to && !/^[、，和及）]$/.test((state.words[index] as Token).text)) continue;
    if (index > start) names.push({ start: (state.words[start] as Token).start, end: (state.words[index - 1] as Token).end });
    start = index + 1;
  }
  return names;
}
