/** 市住建局：8月底前完成… · …，由高新区管委会负责落实: who is meant, named before a colon or after what is to be done. */
import type { State } from './draft.ts';
import { textFrom } from './front.ts';
import { ofClause } from './gates.ts';
import { partiesAt, splitParties } from './subject.ts';
import type { Token } from './token.ts';
import { endsParty, isAdverb, isModal, strong } from './wordClasses.ts';

/** What closes like a name before a colon and is none. */
const heading =
  /(?:会议|协议|方案|如下|分工|内容|部分|期限|时限|时间|事项|任务|措施|要求|原则|目标|附件|情形|单位|部门|主体|地点|范围)(?:[一二三四五六七八九十])?$/;

/** 市住建局：…: whoever stands alone before a colon acts in what follows. */
export function readAddressee(state: State, text: string, from: number, to: number): boolean {
  const { words } = state;
  const last = words[to - 1] as Token;
  if (state.text[last.end] !== '：' || text.length > 40 || heading.test(text)) return false;
  if (!endsParty(last) && last.kind !== 'g' && last.text !== '）') return false;
  for (let index = from; index < to; index++) {
    const word = words[index] as Token;
    if (isModal(word) || isAdverb(word) || /^(?:由|请|将|对|在|于|的|为)$/.test(word.text)) return false;
    if (strong(word) && index + 1 < to && !endsParty(words[index + 1] as Token)) return false;
  }
  state.subject = splitParties(state, from, to);
  state.deontic = undefined;
  state.hedged = false;
  state.roles = null;
  return true;
}

const doneBy = ofClause.gate(
  /^(?:以上(?:工作|任务|事项)?|上述(?:工作|任务|事项)?|各项(?:工作|任务)|此项工作|该项工作|具体(?:工作|事宜|事项)?)?由([^，由]{2,24}?)(?:具体|全面|统一|共同|分别|牵头|组织)?(?:负责|落实|实施|承办|承担|完成|组织实施|负责落实|负责实施|负责推进|负责完成|负责组织实施|组织落实|抓好落实|具体负责|具体落实|具体实施|统筹推进)$/,
);

/** …控制在25立方米之间，由高新区管委会负责落实: who does what nobody was named for. `first` is the sentence's first draft. */
export function readDoneBy(state: State, text: string, from: number, to: number, first: number): boolean {
  const match = text.length <= 40 ? doneBy.exec(text) : null;
  if (match === null || text.includes('牵头')) return false;
  const open = state.drafts.slice(first).filter(({ attribute, kind }) => attribute.length === 0 && kind === 'regulative');
  if (open.length === 0 || open.length < state.drafts.length - first) return false;
  let start = from;
  while (textFrom(state, start, start + 1) !== '由') start++;
  const parties = partiesAt(state, start + 1, to);
  if (parties.names.length === 0) return false;
  for (const draft of open) {
    draft.attribute = parties.names;
    draft.evidence = { ...draft.evidence, subject: 'named' };
    if (!draft.hedged) draft.deontic ??= 'must';
  }
  state.subject = parties.names;
  state.deontic = 'must';
  return true;
}
