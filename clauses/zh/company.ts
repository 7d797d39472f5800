/** Who acts with whom, where the text names it after the modal or before anything is to be done. */
import type { Token } from './token.ts';
import type { State } from './draft.ts';
import { type Front, textFrom } from './front.ts';
import { leadsByHelp } from './roles.ts';
import { partiesAt, splitParties } from './subject.ts';
import { endsParty } from './wordClasses.ts';
import { ofClause } from './gates.ts';

/** 市住建局要会同街道排查…: company that is named after the modal. Index after it, or -1. */
export function companyAt(state: State, front: Front, index: number, to: number): number {
  const [lead] = front.subject;
  const found = partiesAt(state, index + 1, to);
  // 应会同有关县区，…: what they do follows the comma.
  const last = state.words[to - 1] as Token;
  const closes = found.names.length === 0 && index + 1 < to && to - index <= 24 && (endsParty(last) || last.kind === 'g');
  const parties = closes ? { names: splitParties(state, index + 1, to), end: to } : found;
  if (lead === undefined || front.subject.length > 1 || parties.names.length === 0 || (parties.end >= to && !closes)) return -1;
  state.roles = { lead, cooperating: [...parties.names] };
  front.roles = state.roles;
  front.subject = [lead, ...parties.names];
  return parties.end;
}

const responsible = ofClause.gate(/^[由请][^，由]{2,24}(?:具体|全面|统一)?负责$/);

const bare = /^(?:具体|全面|统一|牵头|总)?负责$/;

/** 由市生态环境局负责，…: who answers for what follows; nothing is done yet. */
export function onlyResponsible(state: State, text: string, from: number, to: number, first: number): boolean {
  if (!responsible.test(text) || text.includes('牵头') || state.topic !== null || state.drafts.length > first) return false;
  const end = (state.words[to - 1] as Token).end;
  const parties = state.text[end] === '，' ? partiesAt(state, from + 1, to) : { names: [], end: from };
  // 请A指定专人负责: something is done, and somebody else answers for it.
  if (parties.names.length === 0 || leadsByHelp(state, parties.end) || !bare.test(textFrom(state, parties.end, to))) return false;
  state.subject = parties.names;
  state.deontic = 'must';
  state.hedged = false;
  return true;
}
