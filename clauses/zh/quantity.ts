/** Quantities with what they are compared to: 不低于20万条, 较2022年下降12%, 控制在30微克以内, 95%—98%, 排口23个. */
import type { Comparator } from '../reading.ts';
import { edgesOf } from '../text/pattern.ts';
import { numeral } from '../text/numerals.ts';
import { type Figure, figureAt } from './figures.ts';
import { ofClause } from './gates.ts';

export interface Quantity {
  /** Where the comparator begins. */
  readonly start: number;
  readonly end: number;
  /** Where the number begins. */
  readonly at: number;
  readonly comparator: Comparator;
  readonly value: number | readonly [number, number];
  readonly unit: string;
  readonly base?: string;
  /** True if a comparing word stands by it, so that it is no mere count. */
  readonly compared: boolean;
}

const SCALE = '(?:百万|千万|百|千|万|亿|多)?';
const SMALL = '[一二两三四五六七八九十百千]+(?:多|余)?';
const COUNTERS =
  '次|名|家|座|辆|台|处|场|期|份|人|公里|万元|亿元|亩|吨|所|条|艘|批次|趟|位|轮|套|项|个|件|支|班|架|列|倍|张|部|门|对|片|口|间|组|成|天|小时|顶|户|头|株|棵|处|级';

const small = new RegExp(
  `(${SMALL})(${SCALE})(${COUNTERS})(?!性|体|致|律|起|切|定|步|工程|项目|建设|面|方面|并|同|些|样|部分|把手|国|是)`,
  'y',
);

const before: readonly (readonly [RegExp, Comparator])[] = [
  [
    /(?:不得|不能|应|须)?(?:不高于|不超过|不超出|不大于|不多于|不得高于|不得超过|不得多于|不得大于|控制在|限制在|压减至|最多|至多|上限为|小于等于|≤|不突破|不得突破|以内)$/,
    '<=',
  ],
  [
    /(?:不得|不能|应|须)?(?:不低于|不少于|不小于|不得低于|不得少于|不得小于|达到|提高到|提升到|提升至|提高至|增至|增加到|增加至|至少|不少于|保持在|稳定在|突破|达|≥|不下于|恢复到|力争达到|扩大到|最少|不短于|下限为|达不少于)$/,
    '>=',
  ],
  [/(?:低于|少于|小于|不足|未达到|未达|不到|<|不满|短于|跌破)$/, '<'],
  [/(?:高于|超过|大于|多于|超出|超|>|逾|大于等于)$/, '>'],
  [/(?:降至|降到|降低到|降低至|下降到|下降至|减至|减少到|减少至|压缩至|压缩到|缩短至|缩短到|削减至|压降至)$/, '<='],
  [/(?:至少|不少于|不低于)(?:下降|降低|减少|削减|压减)$/, 'reduce_by_at_least'],
  [
    /(?:下降|降低|减少|削减|压减|压缩|缩短|减排|节约|降幅|递减|降)(?:了|幅度)?(?:不低于|不少于|至少|不小于|超过|达到|达)(?:百分之)?$/,
    'reduce_by_at_least',
  ],
  [/(?:增长|提高|增加|提升|上升|上浮|递增|扩大)(?:了|幅度)?(?:不低于|不少于|至少|不小于|超过|达到|达)$/, 'increase_by_at_least'],
  [/(?:下降|降低|减少|削减|压减|压缩|缩短|减排|下调|递减|节约|降)(?:了)?$/, 'reduce_by'],
  [/(?:增长|提高|增加|提升|上升|上浮|递增|扩大)(?:了)?$/, 'increase_by'],
];

const after: readonly (readonly [RegExp, Comparator])[] = [
  [/(?:以上|及以上|或以上|以上的)/y, '>='],
  [/(?:以下|及以下|以内|之内|内)/y, '<='],
];

const baseYear = ofClause.gate(/(?:较|比|与)([0-9]{4}年|上年|上年度|上一年度|上年同期|去年|基准年)(?:同期|相比|水平)?/);

const order = (comparator: Comparator): number => (comparator.endsWith('at_least') ? 2 : 1);

/** The comparing words by the character they end with; most numbers stand behind none of them. */
const beforeByEnd = new Map<number, readonly (readonly [RegExp, Comparator])[]>();
for (const entry of before)
  for (const end of edgesOf(entry[0]).last ?? []) {
    const code = end.charCodeAt(0);
    beforeByEnd.set(code, [...(beforeByEnd.get(code) ?? []), entry]);
  }

function comparatorBefore(text: string, at: number): { comparator: Comparator; length: number } | undefined {
  const possible = at > 0 ? beforeByEnd.get(text.charCodeAt(at - 1)) : undefined;
  if (possible === undefined) return undefined;
  const left = text.slice(Math.max(0, at - 14), at);
  let best: { comparator: Comparator; length: number } | undefined;
  for (const [pattern, comparator] of possible) {
    const match = pattern.exec(left);
    if (match === null) continue;
    if (best === undefined || match[0].length > best.length || (match[0].length === best.length && order(comparator) > 1))
      best = { comparator, length: match[0].length };
  }
  return best;
}

const ratio = /([0-9]+)[:：]([0-9]+)(?:[:：][0-9]+)?/y;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** 6:4, if a colon follows the digits at `at`. */
function ratioAt(text: string, at: number): RegExpExecArray | null {
  let end = at + 1;
  while (isDigit(text.charCodeAt(end))) end++;
  const mark = text.charCodeAt(end);
  if (mark !== 0x3a && mark !== 0xff1a) return null;
  ratio.lastIndex = at;
  return ratio.exec(text);
}

/** 5万吨级泊位 · 二级以上医院: how large or how high a thing is, not how many there are. */
const isGrade = (text: string, end: number, chinese: boolean, unit: string, at: number): boolean =>
  (text[end] === '级' && unit !== '') || (chinese && unit === '级' && !/[到至为]$/.test(text.slice(at - 1, at)));

/** A small Chinese count with its counter: 三座. */
function countAt(text: string, at: number): Figure | undefined {
  small.lastIndex = at;
  const match = small.exec(text);
  if (match === null) return undefined;
  const [whole, first = '', scale = '', unit = ''] = match;
  // 八成: eighty per cent.
  const tenths = unit === '成' && scale === '' ? numeral(first) : undefined;
  if (tenths !== undefined) return { end: at + whole.length, first: String(tenths * 10), scale, unit: '%' };
  return { end: at + whole.length, first, scale, unit };
}
/** After 第, a letter, a point or 〔 a number belongs to what stands before it. */
const bindsNumber = (code: number): boolean =>
  code === 0x7b2c || code === 0x2e || code === 0x3014 || isDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** Number or small Chinese count that starts at `at`, unless it is part of a name, a date or an ordinal. */
export function quantityAt(text: string, at: number, clauseStart: number): Quantity | undefined {
  const previousCode = at > 0 ? text.charCodeAt(at - 1) : 0;
  const shares = isDigit(previousCode) || !isDigit(text.charCodeAt(at)) ? null : ratioAt(text, at);
  if (shares !== null) {
    const end = at + shares[0].length;
    return { start: at, end, at, comparator: '=', value: [Number(shares[1]), Number(shares[2])], unit: '比', compared: true };
  }
  if (bindsNumber(previousCode)) return undefined;
  const arabic = figureAt(text, at);
  const figure = arabic ?? countAt(text, at);
  if (figure === undefined || isGrade(text, figure.end, arabic === undefined, figure.unit, at)) return undefined;
  const { end, first, scale, unit, second, secondUnit } = figure;
  const found = comparatorBefore(text, at);
  if (unit === '' && secondUnit === undefined && found === undefined) return undefined;
  if (found === undefined && (unit === '小时' || unit === '分钟' || unit === '天')) return undefined;
  const count = numeral(first);
  if (count === undefined) return undefined;
  if (arabic === undefined && found === undefined && !countable(first, unit, text, at)) return undefined;
  // A place, not a measure: 在距取水口5公里范围内, 1公里内.
  if (
    (unit === '公里' || unit === '千米' || unit === '米') &&
    /^(?:的)?(?:范围|以内|之内|以外|之外|内|外|半径|缓冲|沿线|处)/.test(text.slice(end, end + 4))
  )
    return undefined;
  const base = baseYear.exec(text.slice(Math.max(clauseStart, at - 24), at))?.[1];
  if (second !== undefined) {
    return {
      start: at,
      end,
      at,
      comparator: 'between',
      value: [count, numeral(second) ?? count],
      unit: scale + (secondUnit ?? unit),
      compared: true,
    };
  }
  let comparator: Comparator = found?.comparator ?? '=';
  let last = end;
  for (const [pattern, compared] of after) {
    pattern.lastIndex = end;
    const tail = pattern.exec(text);
    if (tail === null || comparator === '<' || comparator === '>') continue;
    last = end + tail[0].length;
    comparator = comparator.startsWith('reduce')
      ? 'reduce_by_at_least'
      : comparator.startsWith('increase')
        ? 'increase_by_at_least'
        : compared;
    break;
  }
  const compared = found !== undefined || last !== end || unit === '%';
  return {
    start: at - (found?.length ?? 0),
    end: last,
    at,
    comparator,
    value: count,
    unit: scale + unit,
    compared,
    ...(base !== undefined && { base }),
  };
}

/** 一个, 一项, 一批 are articles rather than counts; 一次, 一期, 两座 are counts. */
function countable(count: string, unit: string, text: string, at: number): boolean {
  if (count === '一')
    return /^(?:次|期|场|名|份|轮|座|家|辆|条|台)$/.test(unit) && !/^(?:次性|期工程|条心|条龙|家人)/.test(text.slice(at + 1, at + 4));
  if (/^(?:个|项|件|张|成|对|门|组|部|片|口)$/.test(unit))
    return (
      !/(?:这|上述|前述|以下|下列|同|第|以上|本|其|等)$/.test(text.slice(Math.max(0, at - 2), at)) &&
      !/^(?:方面|层面|环节|统一|同步|不|到位|一|转变)/.test(
        text.slice(at + count.length + unit.length, at + count.length + unit.length + 2),
      )
    );
  return true;
}
