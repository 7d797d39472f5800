/** Words of this page. Fetched with it, not with the first page. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

export const words = {
  title: w('推演', 'What if'),
  lead: w(
    '何时介入、介入多强、用什么手段、如何退出：同一组情境下，几种做法各会怎样。全部在本浏览器中计算。',
    'When a superior comes, how strongly, by which means, and how it leaves: what each would do in the same circumstances. Everything is computed in this browser.',
  ),
  simulated: w('模拟', 'simulated'),
  // What is asked
  about: w('推演对象', 'About'),
  case: w('案例', 'Case'),
  noCase: w('不取案例，假设若干当事方', 'No case: made-up parties'),
  parties: w('当事方数', 'Parties'),
  start: w('起始月份', 'From'),
  years: w('推演年数', 'Years'),
  policies: w('比较的做法', 'What is compared'),
  reference: w('其余各项均与此比较。', 'What the others are compared with.'),
  onset: w('介入月份', 'Comes in'),
  strength: w('强度（0—5）', 'Strength, 0–5'),
  hold: w('全强度月数', 'Months at full strength'),
  exit: w('退出方式', 'Exit'),
  taper: w('渐退月数', 'Months of taper'),
  instruments: w('手段的相对权重', 'Instruments, relative weights'),
  sanction: w('考核督查问责', 'Assessment, inspection, sanction'),
  subsidy: w('以奖代补', 'Award and subsidy'),
  coordination: w('协调授权', 'Coordination mandate'),
  exitNone: w('不退出', 'Stays'),
  exitAbrupt: w('一次退出', 'Leaves at once'),
  exitLinear: w('逐月渐退', 'Tapers evenly'),
  exitExponential: w('先快后慢渐退', 'Tapers, fast at first'),
  exitPerformance: w('达标后退出', 'Leaves once it works'),
  run: w('开始推演', 'Run the model'),
  cancel: w('取消', 'Cancel'),
  reset: w('恢复默认', 'Back to the defaults'),
  save: w('下载情景文件', 'Download the scenario'),
  saveNote: w(
    '情景文件也可交给 gongze simulate 计算，结果逐位相同。',
    'gongze simulate takes the file too and gives the same numbers to the last bit.',
  ),
  // How far it is
  progress: w('已完成 {percent}%，约剩 {seconds} 秒', '{percent}% done, about {seconds} s left'),
  done: w('已算完：{runs} 次运行，用时 {seconds} 秒。', 'Done: {runs} runs in {seconds} s.'),
  cancelled: w('已取消。已算完的部分仍列在下面。', 'Cancelled. What was finished is below.'),
  failed: w(
    '推演未能完成：{why}。请重试；如仍失败，请减少年数。',
    'The model did not finish: {why}. Try again; if it fails again, ask for fewer years.',
  ),
  refused: w('以下各项需要更正：', 'This needs to be put right:'),
  stale: w('设置已改，下面的结果属于改动之前的设置。', 'The settings were changed; the results below belong to those before.'),
  empty: w('按“开始推演”，约十秒得到结果。', 'Press “Run the model”; it takes some ten seconds.'),
  // The case as a condition
  fitted: w(
    '取自案例（截至{date}）：当事方{parties}个；文本质量、机构位阶与信任{fixed}。{duties}项可判断的义务合计履责水平{index}，{kept}/{all}组参数与之相容，推演只用这些。',
    'From the case as of {date}: {parties} parties; quality of the text, authority of the coordinator and trust {fixed}. {duties} duties that can be judged show a delivery of {index}; {kept} of {all} parameter sets fit that, and only these are used.',
  ),
  unfitted: w(
    '取自案例（截至{date}）：当事方{parties}个；文本质量、机构位阶与信任{fixed}。尚无可判断的义务，全部{all}组参数都用。',
    'From the case as of {date}: {parties} parties; quality of the text, authority of the coordinator and trust {fixed}. No duty can be judged yet, so all {all} parameter sets are used.',
  ),
  fixedAll: w('按案例取值', 'as coded'),
  fixedSome: w('中已知的{count}个参数按案例取值', 'as far as they are coded ({count} parameters)'),
  carried: w(
    '推演承接案例：该日及以前的介入按手段、强度、层级与起止时间带入，仍在进行的继续有效；互信、动机与协调能力由此前最多十年的推演得出。',
    'The model goes on from the case: interventions begun by that day are carried over with their kind, strength, tier and dates, and those in force stay; trust, motivation and the capacity of self-coordination come from running up to ten years before it.',
  ),
  // Answers
  fans: w('履责水平', 'Delivery'),
  fanNote: w(
    '横轴为年份，纵轴为履责水平（0—1）。深色带含半数运行，浅色带含九成，线为中位数；底部为上级介入强度。',
    'Years across, delivery (0–1) up. The dark band holds half of the runs, the light band nine tenths, the line is the median; at the foot, how strongly the superior acts.',
  ),
  fanLabel: w(
    '{title}：期末两年履责水平中位数{median}，九成运行在{low}—{high}',
    '{title}: in the last two years median delivery {median}, nine tenths of the runs within {low}–{high}',
  ),
  triggered: w('退出时间视绩效而定', 'leaves when it works'),
  outcomes: w('代价与结果', 'Costs and results'),
  outcomesNote: w('中位数，括号内为5%—95%；其下为均值。', 'Medians, 5–95% in brackets; beneath them the means.'),
  mean: w('均值', 'mean'),
  tail: w(
    '带†的均值落在自身的5%—95%之外：少数运行（如上级始终未退出的）拉动了它，应读中位数。',
    'With †, the mean lies outside its own 5–95% band: a few runs (such as those that the superior never leaves) carry it; read the median.',
  ),
  measure: w('指标', 'Measure'),
  recovered: w('{share}的运行恢复', '{share} of the runs recover'),
  noExit: w('未退出，或退出后时间不足', 'no exit, or too little time after it'),
  agreement: w('各组参数是否一致', 'Where the parameter sets disagree'),
  agreementNote: w(
    '每个点是一组参数：期末两年履责水平比“{reference}”高多少。差别不足{line}的视为无差别。',
    'A dot is one parameter set: how much more delivery it shows in the last two years than “{reference}”. Less than {line} counts as no difference.',
  ),
  agreementLine: w(
    '{better}组更好，{worse}组更差，{same}组无差别；{best}组中它最好。',
    '{better} better, {worse} worse, {same} no different; best of all in {best}.',
  ),
  heat: w('时机 × 强度', 'Timing × strength'),
  heatNote: w(
    '“{title}”，只改介入月份与强度。数字为各运行的均值。',
    '“{title}” with another month of onset and another strength. Numbers are means of the runs.',
  ),
  heatStill: w('带 * 的，期末两年上级尚未完全退出。', 'With *, the superior has not left before the last two years.'),
  heatTail: w('带 † 的，均值由少数运行拉动。', 'With †, a few runs carry the mean.'),
  onsetHead: w('介入时间', 'Onset'),
  medianEnd: w('末月中位数', 'Median, last month'),
  atOnce: w('{date}，即刻', '{date}, at once'),
  shownMeasure: w('显示', 'Show'),
  assumptions: w('哪些假设起决定作用', 'Which assumptions decide'),
  assumptionsNote: w(
    '问的是“{title}”比“{reference}”在期末两年多履责多少。条为全效应指数（Sobol，含交互），横线为95%区间；区间含0的不能说起作用。在先验全范围上计算，{rows}个点。',
    'Asked: how much more delivery “{title}” brings in the last two years than “{reference}”. Bars are total indices (Sobol, with interactions), whiskers their 95% intervals; where that reaches 0 nothing is shown to matter. Over the whole prior, {rows} points.',
  ),
  firstOrder: w('单独', 'Alone'),
  totalOrder: w('含交互', 'With interactions'),
  parameter: w('参数', 'Parameter'),
  flat: w('答案不随任何假设变化。', 'The answer does not vary with any assumption.'),
  examined: w('细看哪一种', 'Examine'),
  ladder: w('够用的最小强度', 'Least sufficient strength'),
  ladderNote: w(
    '即刻介入并保持，第二年的履责水平。以至少{members}的参数组达到{delivery}为够用（本项目的约定）。',
    'Comes at once and stays; delivery in the second year. Sufficient is what brings {members} of the parameter sets to {delivery} (a convention of this project).',
  ),
  ladderFound: w('够用的最小强度：{strength}。', 'Least sufficient strength: {strength}.'),
  ladderNone: w('强度5仍不够。', 'Not even strength 5 suffices.'),
  ladderReached: w('达到的参数组', 'Sets that reach it'),
  delivery: w('履责水平', 'Delivery'),
  strengthHead: w('强度', 'Strength'),
  // One run as a case
  asCase: w('把一次运行当作案例打开', 'Open one run as a case'),
  asCaseNote: w(
    '模拟案例只保存在本浏览器，不进入任何台账；处处标明“模拟”。',
    'A simulated case is kept in this browser only, enters no ledger, and says everywhere that it is simulated.',
  ),
  runNumber: w('第几次运行', 'Run'),
  open: w('打开：{title}', 'Open: {title}'),
  backTo: w('返回案例', 'Back to the case'),
} as const;

/** Fills `{name}` in a sentence. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
