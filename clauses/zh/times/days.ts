/** Days, plan periods, days that no calendar gives, and terms counted from an event: 2025年底前, 收到通知后5个工作日内. */
import { numeral } from '../../text/numerals.ts';
import { date, endOf, iso, planStart, quarter } from '../calendar.ts';
import { bareTime, BY, type Construct, monthDay, N, PLAN, relative, UNIT, Y, YW, yearOf } from './parts.ts';

/** What is done stands right behind: 全年竣工, and not 全年优良天数. */
const DOING =
  '(?:竣工|完成|新增|新建|组织|开展|培训|召开|不少于|累计|实现|引进|建成|启动|开工|投产|办结|出台|印发|制定|提交|报送|整改|清理|改造|培育|招引|举办|安排|至少|补植|补建|补足|补齐|补交|重新|予以|追加|扣减)';

export const days: readonly Construct[] = [
  // 全年竣工110部 · 次年补植 · 自次月起: a year or month that no calendar names.
  {
    pattern: new RegExp(
      `(?:全年|上半年|下半年)(?:内|前|底前|末前)?(?=${DOING})|(?:自|从)(?:次|下)(?:月|季度|年度?|周|学期|学年)起|次年(?:内|起)?(?=${DOING})`,
      'y',
    ),
    read: (match) => ({ deadline: { kind: 'unresolved', unresolved: match[0] } }),
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
      if (year === undefined) return { deadline: { kind: 'unresolved', unresolved: bareTime(match[0]) } };
      context.year = year;
      return { deadline: date(endOf(year, quarter(match[2] as string) * 3)) };
    },
  },
  {
    pattern: new RegExp(`(?:到|至|在|于)?(?:${YW})(上|下)半年(末|底|内)?(?:之前|以前|前)?`, 'y'),
    read: (match, context) => {
      const year = yearOf(match[1] ?? '', context);
      if (year === undefined) return { deadline: { kind: 'unresolved', unresolved: bareTime(match[0]) } };
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
    read: (match) => ({ deadline: { kind: 'unresolved', unresolved: bareTime(match[0]) } }),
  },
  {
    pattern: new RegExp(
      `(?:到|至|在|于|自)?(?:${YW})(?!年?底|年?末|内|度|初|以前|之前|前(?!后))[^，。；、0-9（）]{1,8}?(?:前|之前|期间|开学前|起|前后|后)(?![期提年往])`,
      'y',
    ),
    read: (match) =>
      /[将应须由完建]|负责/.test(match[0]) ? undefined : { deadline: { kind: 'unresolved', unresolved: bareTime(match[0]) } },
  },
  { pattern: new RegExp(`(?:${YW})前后`, 'y'), read: (match) => ({ deadline: { kind: 'unresolved', unresolved: bareTime(match[0]) } }) },
  { pattern: /(?:在)?规划期内?/y, read: (match) => ({ deadline: { kind: 'unresolved', unresolved: bareTime(match[0]) } }) },
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
        : { deadline: { kind: 'unresolved', unresolved: bareTime(match[0]) } };
    },
  },
  {
    pattern:
      /(?:在)?(?:春耕|汛期|入汛|汛|供暖季|采暖季|秋收|春节|雨季|台风季|枯水期|禁渔期|开工|竣工|项目实施|工程开工|主汛期|开学|国庆|中秋|元旦|春运|高考|中考|暑假|寒假|封冻|入冬|入夏|开渔|防火期|禁渔期)(?:来临|到来|结束|开始|启动)?(?:之前|以前|前)(?![0-9一二三四五六七八九十两半]+(?:个)?(?:工作日|日|天|周|月|小时))/y,
    read: (match, context) =>
      context.recurrence === undefined
        ? { deadline: { kind: 'unresolved', unresolved: bareTime(match[0]) } }
        : { deadline: { kind: 'recurrence', recurrence: context.recurrence } },
  },
  // 协议生效之日起90日内, 收到通知后5个工作日内, 提前15日
  {
    pattern: new RegExp(
      `(?:在|于|自|从)?((?:每次)?(?:应急|响应|供应|对应|反应|[^，。；、：（）自从应须于每]){2,24}?)(?:之日|当日|次日|之时)?(起算|起|(?<![随其而此])后|之后|以后)(?:的)?(?:不超过|至多|最多|最长|最迟)?(?:第)?(${N}|半|两)${UNIT}(半)?(内|以内|之内)?`,
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
  // 记录保存一年, 结果公示七日: how long a state is kept up.
  {
    pattern: new RegExp(
      `(?<=保存|保留|留存|存档|公示|试行|试运行|保修|质保)(?:期)?(?:不少于|不短于|至少|满)?(${N}|半|两)${UNIT}(半)?(?:以上)?`,
      'y',
    ),
    read: ([, count = '', unit = '', half]) => ({ deadline: relative(count, unit, half, {}), term: true }),
  },
  // 旅游旺季: a season without a year
  {
    pattern: /(?:在|于)?(?:粮食收购|旅游|农产品|蔬菜|水果|运输|用电|用水|用气|销售|捕捞|养殖|施工|生产)?(?:旺季|淡季)(?:期间|内|前)?/y,
    read: (match) => ({ deadline: { kind: 'unresolved', unresolved: bareTime(match[0]) } }),
  },
  // 15日前: of which month is not said
  {
    pattern: /(?:在|于|最迟)?(?<![0-9月前])([0-9]{1,2})日(?:之前|以前|前)(?![0-9一二三四五六七八九十])/y,
    read: (match) => ({ deadline: { kind: 'unresolved', unresolved: bareTime(match[0]) } }),
  },
  // 期限一年, 为期三年, 有效期五年, 连续三年
  {
    pattern: new RegExp(
      `(?:期限|为期|有效期|有效期限|合作期|合作期限|周期|服务期|试行期|挂职期|挂职期限|任期|连续|过渡期|保存期|保存期限|(?<!数|时长)(?:不少于|不短于|至少))(?:为|是)?(?:不少于|不低于|不短于|至少)?(?![0-9]{4}年)(${N}|半|两)${UNIT}(半)?`,
      'y',
    ),
    read: ([, count = '', unit = '', half]) => ({ deadline: relative(count, unit, half, {}), term: true }),
  },
  {
    pattern:
      /(?:调水期间|非?汛期(?:内|期间)?(?!前|来)|枯水期|丰水期|禁渔期内|合作期内|合作期间|协议有效期内|协议期内|有效期内|本协议有效期内|履约期内|全天候|全年无休|24小时(?:不间断|全天候)?(?=值|受理|开|运|监|在)|24小时(?!内|以内|之内|前)|始终|长期(?=保持|维持|保存|保留|有效|稳定保持)|任何时候|任何情况下|常年|全程(?=参与|跟踪|监|陪|录|公开|督|保障|负责|值守|可追溯|记录|协助)|实时)/y,
    read: (match) => ({ deadline: { kind: 'standing', standing: match[0] } }),
  },
];
