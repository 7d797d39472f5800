/** Cycles, spans and terms: 每季度首月15日前, 2025—2027年, 自2025年起三年内, 任期内. Tried before single days. */
import { numeral } from '../../text/numerals.ts';
import { date, durationOf, endOf, iso, lastDay, two } from '../calendar.ts';
import { type Construct, cycle, N, R_REST, recurrenceDay, recurring, relative, UNIT, Y } from './parts.ts';

export const cycles: readonly Construct[] = [
  // 五年累计降低13.5%, 三年共建成12座
  {
    pattern: new RegExp(`(${N}|两)年(?:内)?(?:累计|共计|合计|共)(?![同享有建治用])`, 'y'),
    read: ([, count = '']) =>
      numeral(count) === undefined || (numeral(count) as number) > 30 ? undefined : { deadline: relative(count, '年', undefined, {}) },
  },
  // 每个财政年度结束后三个月内, 每季度终了后15日内
  {
    pattern: new RegExp(
      `(?:在|于)?每(?:个|一)?(财政年度|会计年度|自然年度|自然年|年度|财年|学年|学期|半年|季度|月)(?:度|份)?(?:终了|结束|届满|终结|开始|开学)(?:之日起|之日|后|前)?(?:的)?(?:${N}|两)${UNIT}(?:内|以内|之内|前)?`,
      'y',
    ),
    read: ([, term = ''], context) =>
      recurring(
        /年$/.test(term) && term !== '半年'
          ? 'P1Y'
          : /度$/.test(term) && term !== '季度'
            ? 'P1Y'
            : term === '季度'
              ? 'P3M'
              : term === '月'
                ? 'P1M'
                : 'P6M',
        context,
      ),
  },
  // 在签约后第100天之前
  {
    pattern: new RegExp(`(?:在|于)?([^，。；、0-9应须]{2,12}?)(?:后|之日起)(?:的)?第(${N})${UNIT}(?:之前|以前|前|内|以内)`, 'y'),
    read: ([, from = '', count = '', unit = '']) => ({ deadline: relative(count, unit, undefined, { from }) }),
  },
  {
    pattern: new RegExp(`(?:随后|其后|而后|之后|此后)(?:的)?(${N}|半|两)${UNIT}(?:内|以内|之内)`, 'y'),
    read: ([, count = '', unit = '']) => ({ deadline: relative(count, unit, undefined, {}) }),
  },
  {
    pattern: new RegExp(`每(?:满|隔)(${N}|两)(?:个)?(年|月|季度|个月)`, 'y'),
    read: ([, count = '', unit = ''], context) =>
      recurring(durationOf(count === '两' ? 2 : (numeral(count) ?? 1), unit.replace('个', '')), context),
  },
  {
    pattern: new RegExp(`(?:今后|未来|此后)(?:的)?(${N}|两)(年|个月)(?:内|间|里|时间内)?`, 'y'),
    read: ([, count = '', unit = '']) => ({ deadline: relative(count, unit, undefined, {}) }),
  },
  {
    pattern: new RegExp(`(${N}|两)年(?:行动|攻坚|整治|创建|规划|建设|提升)(?:计划)?期?(?:期)?(?:之?内|期间)`, 'y'),
    read: ([, count = '']) => ({ deadline: relative(count, '年', undefined, {}) }),
  },
  {
    pattern: new RegExp(
      `每逢(?!(?:周|星期|[单双]月))[^，。；应须由]{2,10}?(?:前|后|期间)?(?:(?:${N}|两)(?:周|天|日|个月))?(?=[开组召举报发进集检巡联对由])`,
      'y',
    ),
    read: (_match, context) => recurring('P1Y', context),
  },
  {
    pattern: /[单双]数?年(?:度|份)?(?=[由轮召举组，、]|[一-龥]{2,12}(?:召集|主办|承办|牵头|轮值))/y,
    read: (_match, context) => recurring('P2Y', context),
  },
  {
    pattern: /隔(年|月|周|日|天)/y,
    read: ([, unit = ''], context) => recurring({ 年: 'P2Y', 月: 'P2M', 周: 'P2W' }[unit] ?? 'P2D', context),
  },
  {
    pattern:
      /(?:本|每)?(?:任期|届期)(?:之)?内|(?:本|首个|上个|当前|这个)(?:供暖季|采暖季|供暖期|采暖期|汛期|灌溉季|灌溉期|枯水期|榨季|渔季|禁渔期|学期|学年|财年|财政年度|冬季|春季)(?:之?内|期间|前|结束前)?/y,
    read: (match, context) =>
      match[0].startsWith('每') ? recurring('P1Y', context) : { deadline: { kind: 'unresolved', unresolved: match[0] } },
  },
  {
    pattern:
      /(?:在|于|自)?[^，。；、：（）应须将由每自从]{1,10}(?:期|期限|协议|合同)?(?:届满|期满|到期)(?:之日|当日|之时|时)(?!起|后|前|的)/y,
    read: (match) => ({ deadline: { kind: 'unresolved', unresolved: match[0] } }),
  },
  {
    pattern: /(?:在|于)?([^，。；、：（）应须将由每自从在于]{2,8}?)(?:的)?(次日|翌日|第二天|当日|当天)(?:之?内|前|之前)?(?![起后的])/y,
    read: ([, from = '']) => (/[0-9年月]/.test(from) ? undefined : { deadline: { kind: 'duration', duration: 'P1D', from } }),
  },
  {
    pattern: new RegExp(`(?:自|从)?(?:即日|[^，。；]{0,10}之日)起(?:至|到)(${Y})年(?:(${N})月(?:(${N})日|底)?|底)`, 'y'),
    read: ([, year = '', month, day]) => {
      const last = month === undefined ? 12 : (numeral(month) ?? 12);
      return { deadline: date(day === undefined ? endOf(numeral(year) ?? 0, last) : iso(numeral(year) ?? 0, last, numeral(day) ?? 1)) };
    },
  },
  { pattern: /每(?:个)?学年/y, read: (_match, context) => recurring('P1Y', context) },
  { pattern: /每(?:个)?学期/y, read: (_match, context) => recurring('P6M', context) },
  {
    pattern: new RegExp(`(?:经过|通过)(${N}|半|两)${UNIT}(?:左右)?(?:的)?(?:努力|时间|建设|发展|攻坚)`, 'y'),
    read: ([, count = '', unit = '']) => ({ deadline: relative(count, unit, undefined, {}) }),
  },
  {
    pattern: /(?:在|于)?(?:本|下)(?:周|星期)[一二三四五六日天末]?(?:之前|以前|前|内)/y,
    read: (match) => ({ deadline: { kind: 'unresolved', unresolved: match[0] } }),
  },
  {
    pattern: /每?逢(?:周|星期)[一二三四五六日天](?:夜间|上午|下午|晚间)?/y,
    read: (_match, context) => recurring('P1W', context),
  },
  {
    pattern: new RegExp(`每(?:一)?(?:期|届|任|轮)(${N}|两|半)(?:个)?(年|个月|月|季度)`, 'y'),
    read: ([, count = '', unit = ''], context) =>
      recurring(durationOf(count === '两' ? 2 : (numeral(count) ?? 1), unit.replace('个', '')), context),
  },
  {
    pattern: new RegExp(`每年(?:的)?${N}月(?:份)?(?:和|、|及)${N}月(?:份)?`, 'y'),
    read: (_match, context) => recurring('P6M', context),
  },
  {
    pattern: new RegExp(`限期?(${N}|半|两)${UNIT}(?:内|以内|之内)?`, 'y'),
    read: ([, count = '', unit = '']) => ({ deadline: relative(count, unit, undefined, {}) }),
  },
  {
    pattern: /在?(?:托管|合作|协议|履约|补偿|试点|建设|服务|租赁|运营|监测)期(?:限)?内/y,
    read: (match) => ({ deadline: { kind: 'standing', standing: match[0] } }),
  },
  {
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
  {
    pattern: /每(周|星期)(?:[一二三四五六日天])(?:[0-9]{1,2}时)?(?:之前|以前|前)?/y,
    read: (_match, context) => recurring('P1W', context),
  },
  {
    pattern: /每[日天](?:的)?[0-9]{1,2}[时点](?:[0-9]{1,2}分)?(?:之前|以前|前)?/y,
    read: (_match, context) => recurring('P1D', context),
  },
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
    pattern: new RegExp(`(${N}|半|两)(?:个)?(年|季度|月|周|天)一次`, 'y'),
    read: ([, count = '', unit = ''], context) =>
      recurring(count === '半' ? 'P6M' : durationOf(numeral(count) ?? (count === '两' ? 2 : 1), unit), context),
  },
  { pattern: /每?逢[单双]数?月(?:份)?(?![前底末])/y, read: (_match, context) => recurring('P2M', context) },
  {
    pattern:
      /每(年|季度|月|周)(?:的)?(?:第[一二三四]个?|最后一个)(?:工作日|自然日|周[一二三四五六日]|星期[一二三四五六日])(?:之前|以前|前|内)?/y,
    read: ([, unit = ''], context) => recurring(cycle[unit] ?? 'P1M', context),
  },
  {
    pattern: /(?:自|从)?即日起/y,
    read: (match, context) => ({
      deadline: context.signed === undefined ? { kind: 'unresolved', unresolved: match[0] } : date(context.signed),
    }),
  },
  {
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
];
