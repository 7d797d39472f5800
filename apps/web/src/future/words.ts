/** Words of the future on the time axis. Fetched when it is asked for. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

export const words = {
  heading: w('未来（模拟）', 'The future (simulated)'),
  policy: w('情景', 'Supposing'),
  none: w('不再有新的介入', 'No further intervention'),
  asking: w('正在推演……', 'The model is running …'),
  failed: w('推演未能完成：{why}。请换一个日期再试。', 'The model did not finish: {why}. Try another date.'),
  end: w(
    '所选日期已在时间轴末端，其后没有可推演的时段。请把日期前移。',
    'The date stands at the end of the axis; nothing is left to run. Move the date back.',
  ),
  read: w(
    '自{date}起推演{months}个月，共{runs}次运行：末月履责水平（0—1）中位数{median}，半数运行在{halfLow}—{halfHigh}，九成在{wideLow}—{wideHigh}。',
    'From {date} on, {months} months, {runs} runs: delivery (0–1) in the last month has a median of {median}; half of the runs lie within {halfLow}–{halfHigh}, nine tenths within {wideLow}–{wideHigh}.',
  ),
  fitted: w(
    '只用与案例相容的{kept}/{all}组参数：截至该日{duties}项可判断的义务履责水平{index}。',
    'Used are the {kept} of {all} parameter sets that fit the case: up to that day its {duties} duties that can be judged show a delivery of {index}.',
  ),
  unfitted: w('尚无可判断的义务，{all}组参数全部使用。', 'No duty can be judged yet, so all {all} parameter sets are used.'),
  carried: w('该日及以前的介入已带入，仍在进行的继续有效。', 'Interventions begun by that day are carried over; those in force stay.'),
  known: w(
    '推演只知道该日及以前的事实；右侧若有其后的记录，可与之对照。',
    'The model knows only what happened up to that day; what is recorded to the right of it can be held against the fan.',
  ),
  table: w('以表格列出', 'As a table'),
  caption: w('履责水平，逐年（模拟）', 'Delivery, year by year (simulated)'),
  date: w('日期', 'Date'),
  median: w('中位数', 'Median'),
  half: w('半数运行', 'Half of the runs'),
  wide: w('九成运行', 'Nine tenths'),
  more: w('时机、强度、退出与代价：到“推演”细看', 'Timing, strength, exit and cost: more under “What if”'),
} as const;
