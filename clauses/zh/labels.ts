/** Labels and limits: 牵头单位：X · 完成期限为2027年8月. */
import type { Token } from './token.ts';
import { timeHere } from './anchors.ts';
import type { State } from './draft.ts';
import { wordAt } from './front.ts';
import { labelled, listedNames } from './roles.ts';
import { ofClause } from './gates.ts';

const limit = ofClause.gate(
  /^(?:上述(?:工作|事项|任务)|各项任务|全部|整体|总体)?(?:的)?(?:完成|办理|办结|整改|交付|竣工|建设|实施|报送|工作|任务|施工|提交)?(?:期限|时限|时间|截止日期|截止时间)(?:为|是|定为|不晚于|不迟于|截至|至|到)?|^每(?:批|期|次|人|班|轮|名)(?:学员|人员|干部)?(?:的)?(?:为期|期限|时间|时长|周期)?(?:为|是)?(?=为期|不少于|[0-9一二两三四五六七八九十半])/,
);

/** 完成期限为2027年8月: the day of what was said before, or of what follows. */
export function readLimit(state: State, text: string, from: number, to: number, first: number): boolean {
  const match = text.length > 40 ? null : limit.exec(text);
  if (match === null || text.includes('起至') || /至[0-9]{4}/.test(text)) return false;
  const at = wordAt(state.words, (state.words[from] as Token).start + match[0].length, from, to);
  const time = at < to ? timeHere(state, at, to, true) : undefined;
  if (time === undefined || time.span.end < (state.words[to - 1] as Token).end) return false;
  const last = state.drafts.length > first ? state.drafts.at(-1) : undefined;
  if (last === undefined) state.sentenceTime = time;
  else if (last.time === null || (last.time.deadline.kind === 'recurrence' && time.deadline.kind === 'recurrence')) last.time = time;
  else return false;
  return true;
}

/** 牵头单位：X · 完成时限：2026年6月底. */
export function readLabel(state: State, text: string, from: number, to: number, first: number): boolean {
  const label = state.label;
  state.label = labelled(text);
  if (state.label !== undefined) return true;
  if (label === undefined) return false;
  if (label === 'time') {
    const time = timeHere(state, from, to, true);
    if (time === undefined) return false;
    if (state.drafts.length === 0) state.opening = time;
    for (const draft of state.drafts) draft.time ??= time;
    return true;
  }
  const names = listedNames(state, from, to);
  const [lead] = names;
  if (lead === undefined) return false;
  if (state.drafts.length === 0) {
    state.subject = label === 'lead' ? names : [...state.subject, ...names];
    return true;
  }
  for (const draft of state.drafts) {
    if (label === 'lead' && draft.attribute.length === 0) {
      draft.lead = lead;
      draft.attribute = names;
    } else if (label === 'cooperating' && draft.lead !== null) {
      draft.cooperating = [...draft.cooperating, ...names];
      draft.attribute = [...draft.attribute, ...names];
    }
  }
  return first >= 0;
}
