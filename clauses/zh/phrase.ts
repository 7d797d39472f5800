/** Phrases that open with a preposition and close with a noun of their own kind: 按照…的要求, 在规划、用地等方面. */

const manner =
  /^(?:本着|秉持|秉承|按照|按|依照|遵照|参照|根据|依据|遵循|结合)[^，。；]{1,36}?(?:原则|要求|规定|精神|态度|理念|方针|思路|标准|比例|约定|办法|程序|职责|分工|方案|计划|实际|需要|情况|目标|顺序|规范|规程|权限|口径|意见|部署|特点|方式)(?=[^，。；、的和及与制])/;
const field =
  /^(?:在|于)[^，。；]{1,36}?(?:等?(?:方面|领域|环节|层面|区段|路段|地段|场合|时段|时节|的区域|的地区)|过程中|中(?![心小央间国部学医型长标])|范围内|基础上|前提下|框架[下内]|指导下|支持下|领导下|区域内|境内|流域内|水域|现场|期间|全县大会上|大会上|会议上|会上)(?=[^，。；、的和及与])/;

const none = { length: 0, place: false } as const;
const mannerHeads: ReadonlySet<number> = new Set([...'本秉按依遵参根结'].map((head) => head.charCodeAt(0)));

/** Length of such a phrase at `at`, or 0; `place` if it says where or in what. */
export function phraseLength(text: string, at: number): { readonly length: number; readonly place: boolean } {
  const head = text.charCodeAt(at);
  if (mannerHeads.has(head)) return { length: manner.exec(text.slice(at, at + 44))?.[0].length ?? 0, place: false };
  if (head === 0x5728 || head === 0x4e8e) return { length: field.exec(text.slice(at, at + 44))?.[0].length ?? 0, place: true };
  return none;
}
