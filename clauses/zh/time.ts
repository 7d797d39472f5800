/**
 * Times in Chinese text: days, months, quarters, plan periods, terms, recurrences. A deadline is the last admissible
 * day: 2025年底前 is 31 December 2025, but 2025年前 without 底 is the day before that year begins.
 */
import type { Deadline } from '../reading.ts';
import { numeral } from '../text/numerals.ts';
import { date, durationOf, endOf, iso, lastDay, planStart, quarter, two } from './calendar.ts';

export interface Time {
  readonly start: number;
  readonly end: number;
  readonly deadline: Deadline;
  /** A term that lasts (期限一年) rather than a day by which. */
  readonly term?: true;
}

/** What earlier times of the clause and the day of signature say about the year. */
export interface TimeContext {
  year: number | undefined;
  day: string | undefined;
  recurrence: string | undefined;
  readonly signed: string | undefined;
}

const N = '[0-9〇零一二三四五六七八九十百]+';
const Y = '(?:[0-9]{4}|[〇零一二三四五六七八九]{4})';
const BY = '(?:之前|以前|前|止|为止|内|之内|以内)?';
const PLAN = '["“”「]?(十[一二三四五六七八九]五)["”」]?';
const UNIT = '(?:个)?(工作日|自然日|日历日|日|天|周|星期|月|季度|年度|年|小时|分钟)';

interface Construct {
  /** Characters it can begin with; spares a rare construct the trial elsewhere. */
  readonly starts?: string;
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, context: TimeContext) => { deadline: Deadline; term?: true } | undefined;
}

function yearOf(text: string, context: TimeContext): number | undefined {
  if (/^[0-9〇零一二三四五六七八九]{4}年?$/.test(text)) return numeral(text.replace('年', ''));
  const signed = context.signed === undefined ? undefined : Number(context.signed.slice(0, 4));
  const known = context.year;
  if (text === '次年' || text === '翌年' || text === '第二年') return known === undefined ? undefined : known + 1;
  if (text === '同年' || text === '当年' || text === '该年') return known;
  if (text === '今年' || text === '本年' || text === '本年度') return signed ?? known;
  if (text === '明年') return signed === undefined ? undefined : signed + 1;
  return known ?? signed;
}

const YW = `(${Y}年|次年|翌年|同年|当年|今年|明年|本年)`;

/** Month and day, with or without a year: 2025年3月底前, 8月31日前, 次年1月15日前. */
function monthDay(match: RegExpExecArray, context: TimeContext): { deadline: Deadline } | undefined {
  const [, yearText = '', monthText = '', dayText, part, by = ''] = match;
  const month = numeral(monthText);
  if (month === undefined || month < 1 || month > 12) return undefined;
  const dayNumber = dayText === undefined ? undefined : numeral(dayText);
  if (dayNumber !== undefined && (dayNumber < 1 || dayNumber > 31)) return undefined;
  const inYear = (year: number): number =>
    dayNumber ?? (part === '上旬' ? 10 : part === '中旬' || part === '中' ? 20 : part === '初' ? 10 : lastDay(year, month));
  if (context.recurrence !== undefined && /^(?:|次年|当年|同年|该年)$/.test(yearText) && context.year === undefined) {
    return { deadline: { kind: 'recurrence', recurrence: 'P1Y', monthDay: `${two(month)}-${two(inYear(2025))}` } };
  }
  const year = yearOf(yearText, context);
  if (year === undefined) return { deadline: { kind: 'unresolved', unresolved: match[0] } };
  context.year = year;
  const strict = dayNumber === undefined && part === undefined && /^(之前|以前|前)$/.test(by);
  const day = strict
    ? month === 1
      ? endOf(year - 1, 12)
      : endOf(year, month - 1)
    : iso(year, month, Math.min(inYear(year), lastDay(year, month)));
  context.day = day;
  return { deadline: date(day) };
}

const cycle: Readonly<Record<string, string>> = {
  年: 'P1Y',
  年度: 'P1Y',
  季度: 'P3M',
  季: 'P3M',
  月: 'P1M',
  月度: 'P1M',
  周: 'P1W',
  星期: 'P1W',
  日: 'P1D',
  天: 'P1D',
  半年: 'P6M',
  半月: 'P15D',
  旬: 'P10D',
  小时: 'PT1H',
};

function recurring(recurrence: string, context: TimeContext): { deadline: Deadline } {
  context.recurrence = recurrence;
  return { deadline: { kind: 'recurrence', recurrence } };
}

/** What follows 每年, 每季度, 每月 and names a day in it. */
function recurrenceDay(unit: string, rest: string): { day?: number; monthDay?: string; anchor?: 'start' | 'end' } {
  const monthAndDay = new RegExp(`^的?(${N})月(?:份)?(?:(${N})日|(底|末|上旬|中旬|下旬|初))?`).exec(rest);
  if (monthAndDay !== null && unit.startsWith('年')) {
    const month = numeral(monthAndDay[1] as string) ?? 12;
    const part = monthAndDay[3];
    const day =
      monthAndDay[2] === undefined
        ? part === '上旬' || part === '初'
          ? 10
          : part === '中旬'
            ? 20
            : lastDay(2025, month)
        : (numeral(monthAndDay[2]) ?? 1);
    return { monthDay: `${two(month)}-${two(day)}` };
  }
  const dayOnly = new RegExp(`^(?:的|首月|次月|下月|首个月|第[一二三]个月|末月|最后一个月)*(${N})[日号]`).exec(rest);
  if (dayOnly !== null) return { day: numeral(dayOnly[1] as string) ?? 1 };
  if (/^(?:度)?[底末]/.test(rest)) return unit.startsWith('年') ? { monthDay: '12-31' } : { anchor: 'end' };
  if (/^(?:度)?初/.test(rest)) return { anchor: 'start' };
  const inQuarter = /^第?([一二三四])季度/.exec(rest);
  if (inQuarter !== null) return { monthDay: endOf(2025, quarter(inQuarter[1] as string) * 3).slice(5) };
  return {};
}

const R_REST = `(?:(?:的)?(?:首月|末月|第[一二三]个月|首个月|最后一个月)(?!的?${N})|(?:的|首月|次月|首个月|第[一二三]个月|末月|最后一个月|第[一二三四]个?工作日|年(?=[初底末])|终了后)*(?:${N}月(?:份)?(?:${N}日|[底末初]|[上中下]旬)?|第?[一二三四]季度[末底]?|${N}[日号]|[底末初])(?:之前|以前|前|内)?)?`;

const constructs: readonly Construct[] = [
  {
    starts: '自从即',
    pattern: new RegExp(`(?:自|从)?(?:即日|[^，。；]{0,10}之日)起(?:至|到)(${Y})年(?:(${N})月(?:(${N})日|底)?|底)`, 'y'),
    read: ([, year = '', month, day]) => {
      const last = month === undefined ? 12 : (numeral(month) ?? 12);
      return { deadline: date(day === undefined ? endOf(numeral(year) ?? 0, last) : iso(numeral(year) ?? 0, last, numeral(day) ?? 1)) };
    },
  },
  { starts: '每', pattern: /每(?:个)?学年/y, read: (_match, context) => recurring('P1Y', context) },
  { starts: '每', pattern: /每(?:个)?学期/y, read: (_match, context) => recurring('P6M', context) },
  {
    starts: '经通',
    pattern: new RegExp(`(?:经过|通过)(${N}|半|两)${UNIT}(?:左右)?(?:的)?(?:努力|时间|建设|发展|攻坚)`, 'y'),
    read: ([, count = '', unit = '']) => ({ deadline: relative(count, unit, undefined, {}) }),
  },
  {
    starts: '在于本下',
    pattern: /(?:在|于)?(?:本|下)(?:周|星期)[一二三四五六日天末]?(?:之前|以前|前|内)/y,
    read: (match) => ({ deadline: { kind: 'unresolved', unresolved: match[0] } }),
  },
  {
    starts: '逢每',
    pattern: /每?逢(?:周|星期)[一二三四五六日天](?:夜间|上午|下午|晚间)?/y,
    read: (_match, context) => recurring('P1W', context),
  },
  {
    starts: '每',
    pattern: new RegExp(`每(?:一)?(?:期|届|任|轮)(${N}|两|半)(?:个)?(年|个月|月|季度)`, 'y'),
    read: ([, count = '', unit = ''], context) =>
      recurring(durationOf(count === '两' ? 2 : (numeral(count) ?? 1), unit.replace('个', '')), context),
  },
  {
    starts: '每',
    pattern: new RegExp(`每年(?:的)?${N}月(?:份)?(?:和|、|及)${N}月(?:份)?`, 'y'),
    read: (_match, context) => recurring('P6M', context),
  },
  {
    starts: '限',
    pattern: new RegExp(`限期?(${N}|半|两)${UNIT}(?:内|以内|之内)?`, 'y'),
    read: ([, count = '', unit = '']) => ({ deadline: relative(count, unit, undefined, {}) }),
  },
  {
    starts: '托合协履补试建服租运监在',
    pattern: /在?(?:托管|合作|协议|履约|补偿|试点|建设|服务|租赁|运营|监测)期(?:限)?内/y,
    read: (match) => ({ deadline: { kind: 'standing', standing: match[0] } }),
  },
  {
    starts: '今明',
    pattern: /(?:今年|明年)(?:起|内|仍|前)?(?!的?[0-9一二三四五六七八九十]|底|末|年|[上下]半年|第)/y,
    read: (match, context) => (context.signed === undefined ? { deadline: { kind: 'unresolved', unresolved: match[0] } } : undefined),
  },
  // 自2025年起三年内
  {
    pattern: new RegExp(`自(${Y}年(?:${N}月)?(?:${N}日)?)起(?:的)?(?:连续)?(${N}|半)${UNIT}(内|以内|之内)?`, 'y'),
    read: ([, from = '', count = '', unit = '']) => ({
      deadline: { kind: 'duration', duration: durationOf(numeral(count) ?? 1, unit), from },
    }),
  },
  // 自2026年3月1日至6月30日
  {
    pattern: new RegExp(`(?:自|从)?(${Y})年(${N})月(?:(${N})日)?(?:起)?(?:至|到|—+|-)(?:(${Y})年)?(${N})月(?:(${N})日)?(?:期间|止)?`, 'y'),
    read: ([, year = '', month = '', day, lastYear, lastMonth = '', end]) => {
      const from = numeral(year) ?? 0;
      const to = lastYear === undefined ? from : (numeral(lastYear) ?? from);
      const toMonth = numeral(lastMonth) ?? 12;
      const first = iso(from, numeral(month) ?? 1, day === undefined ? 1 : (numeral(day) ?? 1));
      return {
        deadline: {
          kind: 'period',
          period: `${first}/${iso(to, toMonth, end === undefined ? lastDay(to, toMonth) : (numeral(end) ?? 1))}`,
        },
      };
    },
  },
  // 2025年至2027年, 2025—2027年, 2025年3月至9月
  {
    pattern: new RegExp(`(?:在|自|从)?(${Y})年?(?:度)?(?:至|到|—+|-|~|～|–)(${Y})年(?:度)?(?:期间|间|内)?`, 'y'),
    read: ([, from = '', to = '']) => ({ deadline: { kind: 'period', period: `${numeral(from)}-01-01/${numeral(to)}-12-31` } }),
  },
  // 每年汛前（5月15日前）
  {
    pattern: new RegExp(`每(?:个)?年[^，。；、0-9（）]{1,6}（(${N})月(?:(${N})日|底|末)?(?:之前|以前|前)?）`, 'y'),
    read: ([, monthText = '', dayText]) => {
      const month = numeral(monthText) ?? 12;
      return {
        deadline: {
          kind: 'recurrence',
          recurrence: 'P1Y',
          monthDay: `${two(month)}-${two(dayText === undefined ? lastDay(2025, month) : (numeral(dayText) ?? 1))}`,
        },
      };
    },
  },
  // 每年6月1日至9月15日期间: a season; a cycle within it is the deadline
  {
    pattern: new RegExp(`每年(?:的)?${N}月(?:${N}日)?(?:至|到|—+|-)(?:次年)?${N}月(?:${N}日)?(?:期间|间|止)?`, 'y'),
    read: (_match, context) => recurring('P1Y', context),
  },
  { pattern: /(?:当日|当天|即日)(?:内|之内)?(?=[^，。；的]{1,10})/y, read: () => ({ deadline: { kind: 'duration', duration: 'P1D' } }) },
  // 每周三12时前, 每日8时前, 每月前五个工作日内, 每年秋粮上市前
  { pattern: /每(周|星期)(?:[一二三四五六日天])(?:[0-9]{1,2}时)?(?:之前|以前|前)?/y, read: (_match, context) => recurring('P1W', context) },
  { pattern: /每[日天](?:的)?[0-9]{1,2}[时点](?:[0-9]{1,2}分)?(?:之前|以前|前)?/y, read: (_match, context) => recurring('P1D', context) },
  {
    pattern: new RegExp(`每(年度|年|季度|季|月|周)(?:的)?(?:前|头)(?:${N})个?(?:工作日|日|天|个月|月)(?:之内|以内|内)?`, 'y'),
    read: ([, unit = ''], context) => recurring(cycle[unit] ?? 'P1M', context),
  },
  {
    pattern: /每年(?:的)?[^，。；、0-9（）各应须由]{2,8}(?:前|后|期间|结束后|开始前)(?=[^一-龥]|[一-龥])/y,
    read: (_match, context) => recurring('P1Y', context),
  },
  {
    pattern:
      /(?:全年|年均(?!浓度|值|水平|降水|径流)|年度)(?=[^，。；]{0,16}(?:率|天数|比例|浓度|减少|下降|增长|不低于|不少于))|(?<=[^一-龥A-Za-z0-9.]|^)年均(?!浓度|值|水平)/y,
    read: (_match, context) => recurring('P1Y', context),
  },
  // 两年一次, 每逢双月, 每月第一个工作日
  {
    starts: '0123456789〇零一二三四五六七八九十百半两',
    pattern: new RegExp(`(${N}|半|两)(?:个)?(年|季度|月|周|天)一次`, 'y'),
    read: ([, count = '', unit = ''], context) =>
      recurring(count === '半' ? 'P6M' : durationOf(numeral(count) ?? (count === '两' ? 2 : 1), unit), context),
  },
  { starts: '每', pattern: /每逢[单双]月/y, read: (_match, context) => recurring('P2M', context) },
  {
    starts: '每',
    pattern:
      /每(年|季度|月|周)(?:的)?(?:第[一二三四]个?|最后一个)(?:工作日|自然日|周[一二三四五六日]|星期[一二三四五六日])(?:之前|以前|前|内)?/y,
    read: ([, unit = ''], context) => recurring(cycle[unit] ?? 'P1M', context),
  },
  {
    starts: '自从即',
    pattern: /(?:自|从)?即日起/y,
    read: (match, context) => ({
      deadline: context.signed === undefined ? { kind: 'unresolved', unresolved: match[0] } : date(context.signed),
    }),
  },
  {
    starts: '在于本下次当',
    pattern:
      /(?:在|于)?(?:本周|下周|本月|下月|次月|当月)(?:[一二三四五六日]|末|(?:[0-9]{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日)(?:之前|以前|前|内)/y,
    read: (match, context) => ({
      deadline:
        context.recurrence === undefined
          ? { kind: 'unresolved', unresolved: match[0] }
          : { kind: 'recurrence', recurrence: context.recurrence },
    }),
  },
  {
    starts: '工',
    pattern: /工期(?:为|不超过|不得超过|控制在)?([0-9一二两三四五六七八九十]+)(?:个)?(月|年|日|天)(?:以内|内)?/y,
    read: ([, count = '', unit = '']) => ({ deadline: relative(count, unit, undefined, {}), term: true }),
  },
  // 每年, 每两年, 每季度首月15日前
  {
    pattern: new RegExp(
      `(?:自第[二三四五]年起|自次年起)?(?:在|于)?每(?![日天年月](?:最|平均|人均))(?:个)?(${N}|两|半)?(?:个)?(年度|年|季度|季|月度|月|周|星期|日|天|小时|分钟|旬)${R_REST}`,
      'y',
    ),
    read: (match, context) => {
      const [whole, count, unit = ''] = match;
      const rest = whole.slice(whole.indexOf(unit, 1) + unit.length);
      const recurrence =
        count === undefined
          ? (cycle[unit] ?? 'P1Y')
          : count === '半'
            ? (cycle[`半${unit}`] ?? 'P6M')
            : durationOf(numeral(count) ?? 1, unit === '季' ? '季度' : unit);
      context.recurrence = recurrence;
      return { deadline: { kind: 'recurrence', recurrence, ...recurrenceDay(unit, rest) } };
    },
  },
  {
    pattern:
      /按(年度|年|季度|季|月度|月|周|日|半年)(?!内|代|期|均|度内)|逐(年|季|月|周|日)(?!步|渐)|(年度|季度|月度|每日)(?=[一二两三0-9]+次)/y,
    read: (match, context) => {
      const recurrence = cycle[match[1] ?? match[2] ?? match[3] ?? '年'] ?? 'P1Y';
      context.recurrence = recurrence;
      return { deadline: { kind: 'recurrence', recurrence } };
    },
  },
  {
    pattern: /轮值期(?:为|限为)?(一|半|两|二|三)(个)?(年|季度|月)/y,
    read: ([, count = '', , unit = '']) => ({
      deadline: { kind: 'recurrence', recurrence: count === '半' ? 'P6M' : durationOf(numeral(count) ?? 1, unit) },
    }),
  },
  // “十四五”末, “十四五”期间
  {
    pattern: new RegExp(`(?:到|至|在)?${PLAN}(?:规划)?(末期|期末|末年|末|收官之年|收官年|结束前|结束时|时期末)(?:之前|以前|前)?`, 'y'),
    read: ([, plan = '']) => ({ deadline: date(`${planStart(plan) + 4}-12-31`) }),
  },
  {
    pattern: new RegExp(`(?:在)?${PLAN}(?:规划)?(期间|时期|期内|期)`, 'y'),
    read: ([, plan = '']) => ({ deadline: { kind: 'period', period: `${planStart(plan)}-01-01/${planStart(plan) + 4}-12-31` } }),
  },
  // 自2025年7月1日起: the first day of a duty that goes on
  {
    pattern: new RegExp(`(?:自|从|于|在)?(${Y})年(?:(${N})月)?(?:(${N})日)?(?:零时|0时)?(?:起|开始|始)`, 'y'),
    read: ([, year = '', month, day], context) => {
      const known = numeral(year) as number;
      context.year = known;
      return { deadline: date(iso(known, month === undefined ? 1 : (numeral(month) ?? 1), day === undefined ? 1 : (numeral(day) ?? 1))) };
    },
  },
  // 2025年第三季度末, 2025年上半年, 2025年汛期前
  {
    pattern: new RegExp(`(?:到|至|在|于|截至)?(?:${YW})?第?([一二三四1-4])季度(末|底|内)?(?:之前|以前|前)?`, 'y'),
    read: (match, context) => {
      const year = yearOf(match[1] ?? '', context);
      if (year === undefined) return { deadline: { kind: 'unresolved', unresolved: match[0] } };
      context.year = year;
      return { deadline: date(endOf(year, quarter(match[2] as string) * 3)) };
    },
  },
  {
    pattern: new RegExp(`(?:到|至|在|于)?(?:${YW})(上|下)半年(末|底|内)?(?:之前|以前|前)?`, 'y'),
    read: (match, context) => {
      const year = yearOf(match[1] ?? '', context);
      if (year === undefined) return { deadline: { kind: 'unresolved', unresolved: match[0] } };
      context.year = year;
      return { deadline: date(endOf(year, match[2] === '上' ? 6 : 12)) };
    },
  },
  // Month and day, with or without a year
  {
    pattern: new RegExp(
      `(?:到|至|在|于|最迟于|最迟|截至|不晚于|不迟于)?${YW}?(?:的)?(${N})月份?(?:(${N})[日号]|(底|末|上旬|中旬|下旬|初|中))?${BY.replace(/^\(\?:/, '(')}`,
      'y',
    ),
    read: monthDay,
  },
  {
    pattern: /同(?:一)?日(?:之前|以前|前)?/y,
    read: (_match, context) => (context.day === undefined ? undefined : { deadline: date(context.day) }),
  },
  // 2025年春耕前: no calendar day follows
  {
    pattern: new RegExp(
      `(?:在|于)?(?:${YW})(春耕|春节|汛期|汛|供暖季|采暖季|供暖期|采暖期|秋收|秋冬季|雨季|台风季|春运|暑期|国庆|主汛期|开学|封冻期|枯水期|丰水期|禁渔期|冬季|入冬|入汛|夏季|高考|防火期|开渔)(?:来临|到来|结束|开始)?(?:之前|以前|前|后|内|期间)`,
      'y',
    ),
    read: (match) => ({ deadline: { kind: 'unresolved', unresolved: match[0] } }),
  },
  {
    pattern: new RegExp(
      `(?:到|至|在|于|自)?(?:${YW})(?!年?底|年?末|内|度|初|前(?!后))[^，。；、0-9（）]{1,8}?(?:前|之前|期间|开学前|起|前后|后)(?![期提年往])`,
      'y',
    ),
    read: (match) => (/[将应须由完建]|负责/.test(match[0]) ? undefined : { deadline: { kind: 'unresolved', unresolved: match[0] } }),
  },
  { pattern: new RegExp(`(?:${YW})前后`, 'y'), read: (match) => ({ deadline: { kind: 'unresolved', unresolved: match[0] } }) },
  { pattern: /(?:在)?规划期内?/y, read: (match) => ({ deadline: { kind: 'unresolved', unresolved: match[0] } }) },
  // 2025年底前, 2025年内, 2025年前, 到2025年, 2025年
  {
    pattern: new RegExp(
      `(到|至|截至|截止到|截止|力争到|在|于)?${YW}(?:度)?(年底|底|末|内|全年|岁末|年末|终)?(?:之前|以前|(前)|止)?(?![一-龥]{0,4}(?:签订|签署|印发|发布|出台|的(?:水平|基础)))`,
      'y',
    ),
    read: (match, context) => {
      const [whole, , yearText = '', part] = match;
      const year = yearOf(yearText, context);
      if (year === undefined) return /底|末|内/.test(part ?? '') ? { deadline: { kind: 'unresolved', unresolved: whole } } : undefined;
      context.year = year;
      const strict = part === undefined && /(之前|以前|前)$/.test(whole);
      context.day = strict ? iso(year - 1, 12, 31) : iso(year, 12, 31);
      return { deadline: date(context.day) };
    },
  },
  // 年底前 without a year
  {
    pattern: /(?:在|于|到)?(年底|年内|年末|季度末|月底|本月底|本季度末)(?:之前|以前|前)?/y,
    read: (match, context) => {
      const year = yearOf('', context);
      const yearly = /年/.test(match[1] as string);
      if (context.recurrence !== undefined) return { deadline: { kind: 'recurrence', recurrence: context.recurrence } };
      return yearly && year !== undefined
        ? { deadline: date(iso(year, 12, 31)) }
        : { deadline: { kind: 'unresolved', unresolved: match[0] } };
    },
  },
  {
    pattern:
      /(?:在)?(?:春耕|汛期|入汛|汛|供暖季|采暖季|秋收|春节|雨季|台风季|枯水期|禁渔期|开工|竣工|项目实施|工程开工|主汛期|开学|国庆|中秋|元旦|春运|高考|中考|暑假|寒假|封冻|入冬|入夏|开渔|防火期|禁渔期)(?:来临|到来|结束|开始|启动)?(?:之前|以前|前)/y,
    read: (match, context) =>
      context.recurrence === undefined
        ? { deadline: { kind: 'unresolved', unresolved: match[0] } }
        : { deadline: { kind: 'recurrence', recurrence: context.recurrence } },
  },
  // 协议生效之日起90日内, 收到通知后5个工作日内, 提前15日
  {
    pattern: new RegExp(
      `(?:在|于|自|从)?((?:每次)?(?:应急|响应|供应|对应|反应|[^，。；、：（）自从应须于每]){2,24}?)(?:之日|当日|次日|之时)?(起算|起|后|之后|以后)(?:的)?(?:第)?(${N}|半|两)${UNIT}(半)?(内|以内|之内)?`,
      'y',
    ),
    read: (match) => {
      const [whole, from = '', , count = '', unit = '', half] = match;
      if (/[将要须]|负责|完成后的/.test(from.slice(0, 2))) return undefined;
      const start = whole.indexOf(from);
      const event = /之日|当日|次日/.exec(whole)?.[0] ?? '';
      return { deadline: relative(count, unit, half, { from: whole.slice(start, start + from.length) + event }) };
    },
  },
  {
    pattern: new RegExp(`(?:在|于)?([^，。；、：（）应须每自]{1,12}?)(?<!提)前(${N}|半|两)${UNIT}(?:内|以内|之内)?(?!的)`, 'y'),
    read: ([, from = '', count = '', unit = '']) =>
      /[0-9年]$/.test(from) ? undefined : { deadline: relative(count, unit, undefined, { from, before: true }) },
  },
  {
    pattern: new RegExp(`(?:至少|最少)?(?:提前|提早)(?:至少|不少于)?(${N}|半|两)${UNIT}`, 'y'),
    read: ([, count = '', unit = '']) => ({ deadline: relative(count, unit, undefined, { before: true }) }),
  },
  {
    pattern: new RegExp(
      `(?:在|于|的)?(会后|会前|事后|事前|期满后|到期后|届满后|届满前|期满前|到期前)(${N}|半|两)${UNIT}(?:内|以内|之内)?`,
      'y',
    ),
    read: ([, from = '', count = '', unit = '']) => ({
      deadline: relative(count, unit, undefined, { from, ...(from.endsWith('前') && { before: true as const }) }),
    }),
  },
  {
    pattern: new RegExp(`(?:在|于)?(${N}|半|两)${UNIT}(半)?(?:内|以内|之内)`, 'y'),
    read: ([, count = '', unit = '', half]) => ({ deadline: relative(count, unit, half, {}) }),
  },
  {
    pattern: new RegExp(`(?:力争)?用(${N}|半|两)${UNIT}(半)?(?:左右)?(?:的)?(?:时间|工夫)`, 'y'),
    read: ([, count = '', unit = '', half]) => ({ deadline: relative(count, unit, half, {}) }),
  },
  {
    pattern: new RegExp(`(?:在)?(${N}|半|两)${UNIT}(半)?(?:任期|过渡期|建设期|合作期|周期)(?:内|之内)?`, 'y'),
    read: ([, count = '', unit = '', half]) => ({ deadline: relative(count, unit, half, {}) }),
  },
  // 期限一年, 为期三年, 有效期五年, 连续三年
  {
    pattern: new RegExp(
      `(?:期限|为期|有效期|有效期限|合作期|合作期限|周期|服务期|试行期|挂职期|挂职期限|任期|连续|过渡期|保存期|保存期限|(?<!数|时长)(?:不少于|不短于|至少))(?:为|是)?(?:不少于|不低于|不短于|至少)?(${N}|半|两)${UNIT}(半)?`,
      'y',
    ),
    read: ([, count = '', unit = '', half]) => ({ deadline: relative(count, unit, half, {}), term: true }),
  },
  {
    pattern:
      /(?:调水期间|汛期(?:内|期间)?(?!前|来)|枯水期|丰水期|禁渔期内|合作期内|合作期间|协议有效期内|协议期内|有效期内|本协议有效期内|履约期内|全天候|全年无休|24小时(?:不间断|全天候)?(?=值|受理|开|运|监|在)|24小时(?!内|以内|之内|前)|始终|长期(?=保持|维持|保存|保留|有效|稳定保持)|任何时候|任何情况下|常年|全程|实时)/y,
    read: (match) => ({ deadline: { kind: 'standing', standing: match[0] } }),
  },
];

function relative(count: string, unit: string, half: string | undefined, more: { from?: string; before?: true }): Deadline {
  return {
    kind: 'duration',
    duration: durationOf(count === '两' ? 2 : (numeral(count) ?? 1), unit, half !== undefined),
    ...more,
    ...(unit === '工作日' && { unit: 'workday' as const }),
  };
}

/** Times that can start at `at`, the first construct that holds. `limit` bounds the search for what comes before a duration. */
export function timeAt(text: string, at: number, context: TimeContext): Time | undefined {
  const head = text[at] ?? '';
  for (const { pattern, read, starts } of constructs) {
    if (starts !== undefined && !starts.includes(head)) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || match[0] === '') continue;
    const found = read(match, context);
    if (found !== undefined) return { start: at, end: at + match[0].length, ...found };
  }
  return undefined;
}
