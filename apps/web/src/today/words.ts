/** Words of this page. Fetched with it, not with the first page. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

export const words = {
  title: w('今日', 'Today'),
  forWhom: w('为谁查看', 'On behalf of'),
  noActor: w('您现在没有在任何职位上办理。请在“账号”页选择职位。', 'You act in no office at the moment. Choose one on the account page.'),
  signIn: w('请先登录。', 'Sign in first.'),
  toAccount: w('前往账号页', 'To the account page'),
  empty: w('没有待办。', 'Nothing to do.'),
  emptyHint: w(
    '案例中一有等待本方的步骤，就会出现在这里。可从“案例”页进入案例，或新立一案。',
    'As soon as a case waits for a step of yours it stands here. Enter a case from the list, or open a new one.',
  ),
  late: w('已逾期', 'Past due'),
  near: w('临期', 'Due soon'),
  onTrack: w('正常', 'On track'),
  paused: w('已延期或中止', 'Extended or suspended'),
  done: w('已完成', 'Done'),
  undated: w('未定期限', 'Without a date'),
  owe: w('我方应办', 'What we owe'),
  waiting: w('等我方办理', 'What waits for us'),
  held: w('因谁而等', 'Late or waiting because of others'),
  waitsFor: w('在等', 'Waiting for'),
  unknownWhom: w('未写明', 'not named'),
  why: w('日期如何得出', 'How this date came about'),
  open: w('打开案例', 'Open the case'),
  keys: w('键盘：j、k 上下移动，Enter 办理', 'Keyboard: j and k move, Enter opens'),
  more: w('再显示一些', 'Show more'),
  behind: w(
    '有案例刚刚更新，清单正在读入，稍候自动更新。',
    'Some cases have just moved on; this list is reading them and will show them in a moment.',
  ),
  rollup: w('汇总', 'Roll-up'),
  rollupText: w(
    '按行政区划代码排列，只计数，不排名。多个单位共担的事项在每个单位各计一次，合计中只计一次。',
    'In the order of codes. Counts, no ranking. A duty owed by several counts once for each of them and once in the total.',
  ),
  by: w('按', 'By'),
  unit: w('责任单位', 'Responsible agency'),
  parent: w('上级政府', 'Superior'),
  body: w('联合机构', 'Joint body'),
  whose: w('单位', 'Unit'),
  duties: w('事项', 'Duties'),
  total: w('合计', 'Total'),
  rollupEmpty: w('没有可汇总的责任事项。', 'There is no duty to count.'),
  calendar: w('日历', 'Calendar'),
  calendarText: w(
    '把本方的期限导入日历程序（.ics），每个案例一份：',
    'Take the due dates of this side into a calendar program (.ics), one file a case:',
  ),
  failed: w('未能读取', 'It could not be read'),
} as const;

export const lightWords = {
  red: words.late,
  yellow: words.near,
  grey: words.paused,
  green: words.onTrack,
  blue: words.done,
} as const;

export const marks = { green: '●', yellow: '◐', red: '✕', grey: '‖', blue: '✓' } as const;

export function countText(count: number): Bilingual {
  return w(`${count}项`, `${count}`);
}
