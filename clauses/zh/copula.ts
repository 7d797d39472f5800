/** What a text sets up or says of itself: X为Y的执行单位 · 本备忘录不具有法律约束力 · 办公室设在市发展改革委. */
import type { Span } from '../reading.ts';
import type { Token } from './token.ts';
import type { State } from './draft.ts';
import { wordAt } from './front.ts';
import { splitParties } from './subject.ts';
import { endsParty } from './wordClasses.ts';
import type { PartGated } from '../text/gate.ts';
import { ofClause } from './gates.ts';

const forms: readonly PartGated[] = [
  ofClause.gate(/^()(为|系|属|属于)([^，为]{2,24}(?:机构|单位|部门|组织|法人|平台|主体|企业|公司))$/),
  ofClause.gate(/^([^，应须将可由对]{2,30}?)(以)([^，]{2,30}为准)$/),
  ofClause.gate(/^((?:本[^，]{1,6}所称)?[^，应须]{0,20}?)(是指|系指|指的是)([^，]+)$/),
  ofClause.gate(
    /^((?!以|成|因|会议)[^，应须将可由对以]{2,30}?)(?<![成作认变分称以改设定列转行视])(为|是|系)([^，为]{2,40}(?:机构|单位|责任人|主体|部门|组织|组长|召集人|联络员|负责人|法人|平台))$/,
  ),
  ofClause.gate(
    /^由?([^，应须将可由对]{2,24}?)(任|担任|兼任)([^，]{0,12}(?:组长|主任|主席|召集人|理事长|秘书长|联络员|负责人|河长|总指挥|指挥长))$/,
  ),
  ofClause.gate(
    /^([^，应须将可由对]{2,24}?)(不具有|具有|不具备|具备|不构成|不产生|不设定)([^，]{0,30}(?:约束力|效力|权利义务|义务|法人资格|法律责任))$/,
  ),
  ofClause.gate(
    /^([^，应须将可由对]{1,24}?)(归[^，]{1,16}(?:所有|共有|享有|支配|[甲乙丙双各]方)|属于[^，]{1,16}所有|并入[^，]{2,16}|划归[^，]{2,16})()$/,
  ),
  ofClause.gate(
    /^([^，应须将可由对]{2,24}?)(作为|列为|视为|构成)([^，]{2,30}(?:依据|参考|内容|条件|前提|标准|组成部分|基准|凭证|范围|样板))$/,
  ),
  ofClause.gate(/^([^，应须将可由对]{2,24}?)(设在|设于|挂靠在|挂靠|隶属于)([^，]{2,30})$/),
];
const helper = /^，[^，；。]{2,24}(?:协助|配合|参与|协同|协办)，/;
/** Papers do not act. */
const paper = /(?:协议|备忘录|方案|附件|合同|意见|纪要|文本|文件|计划|规划|期限|正文|地址|站址|地点)$/;

/** 朱某某: somebody by name. */
const person = /^[一-龥]{0,12}[一-龥]某{1,2}$/;

const spanAt = (start: number, text: string): Span => ({ start, end: start + text.length });

function formOf(text: string): RegExpExecArray | null {
  for (const form of forms) {
    const match = form.exec(text);
    if (match !== null) return match;
  }
  return null;
}

const opensDefinition = ofClause.gate(/^(?:是指|系指|指的是)/);

/** Reads the chunk `[from, to)` if it is of such a form. */
export function readCopula(state: State, text: string, from: number, to: number): boolean {
  const { words } = state;
  const start = (words[from] as Token).start;
  const end = (words[to - 1] as Token).end;
  const defines = opensDefinition.test(text);
  if (end - start > (defines ? 160 : 80)) return false;
  const match = formOf(text);
  if (match === null || /^(?:要|须|应|把|将|务必|请)/.test(text) || /牵头|配合单位|协办|主办|为主/.test(match[3] ?? '')) return false;
  // X为责任单位，Y协助，…: a role, and who helps.
  if (/^(?:责任|主责)单位$/.test(match[3] ?? '') && helper.test(state.text.slice(end, end + 40))) return false;
  const [, holder = '', verb = '', rest = ''] = match;
  // 设立管委会，为派出机构: what was just set up.
  const body = state.drafts.at(-1);
  const follows = holder === '' && body?.kind === 'constitutive' && body.sentence === state.sentence && body.object !== null;
  if (holder === '' && !follows && !defines) return false;
  const by = /^由/.test(text) ? 1 : 0;
  const aimStart = start + by + holder.length;
  const aimWord = wordAt(words, aimStart, from, to);
  if ((words[aimWord] as Token | undefined)?.start !== aimStart && !defines) return false;
  if (aimWord === from && !defines && !follows) return false;
  const acts = !defines && holder !== '' && (endsParty(words[aimWord - 1] as Token) || person.test(holder)) && !paper.test(holder);
  const named = follows
    ? body.attribute.length > 0 &&
      /^设/.test(state.text.slice(body.aim.start, body.aim.end)) &&
      body.aim.end - body.aim.start === 2 &&
      state.text.slice(body.aim.start, body.aim.end) !== '设立'
      ? body.attribute
      : [body.object as Span]
    : acts && rest !== ''
      ? splitParties(state, from + by, aimWord)
      : [];
  state.drafts.push({
    attribute: named,
    lead: null,
    cooperating: [],
    deontic: by === 1 ? 'must' : null,
    hedged: false,
    aim: spanAt(aimStart, verb),
    object: rest === '' ? spanAt(start + by, holder) : spanAt(aimStart + verb.length, rest),
    time: null,
    indicator: null,
    conditions: [...state.conditions],
    orElse: null,
    kind: 'constitutive',
    span: { start, end },
    sentence: state.sentence,
    evidence: { subject: acts ? 'named' : 'none', verb: 'dictionary', deadline: 'none', orElse: 'none' },
  });
  state.conditions = [];
  if (named.length > 0) state.subject = named;
  return true;
}
