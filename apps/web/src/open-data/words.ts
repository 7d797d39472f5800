/** Words of the page of open data. Fetched with it, not with the first page. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

export const words = {
  title: w('开放数据', 'Open data'),
  lead: w(
    '各方选择公开的案例，无需账号即可阅读和取用；地址不变，可以引用。',
    'What the parties chose to publish, to be read and used without an account. The addresses stay, so that they can be cited.',
  ),
  whose: w(
    '下表列出您现在可以看到的案例；登录后或在本地模式下，其中可能有尚未公开的。',
    'The table lists what you may see now. Signed in, or in local mode, that can include cases that were not published.',
  ),
  caseName: w('案例', 'Case'),
  data: w('数据', 'Data'),
  empty: w('尚无公开的案例。', 'No case has been published yet.'),
  formats: {
    facts: w('事实 CSV', 'Facts, CSV'),
    ledger: w('台账 CSV', 'Ledger, CSV'),
    dictionary: w('数据字典 CSV', 'Data dictionary, CSV'),
    json: w('全部 JSON', 'All of it, JSON'),
    ocel: w('事件日志 OCEL 2.0', 'Event log, OCEL 2.0'),
    ics: w('日历 .ics', 'Calendar, .ics'),
  },
  feed: w('订阅 Atom', 'Feed, Atom'),
  feeds: w('订阅', 'Feeds'),
  feedsText: w(
    '用任何阅读器订阅新记录的事实：每个案例一个地址，全部案例一个地址。地址不变；条目的编号与服务器地址无关。',
    'Follow newly recorded facts with any feed reader: one address for each case, one for all of them. The addresses stay, and an entry keeps its name wherever it is served from.',
  ),
  allFeed: w('全部案例的订阅（Atom）', 'Feed of all cases (Atom)'),
  check: w('核对记录', 'Check the record'),
  checkText: w(
    '每条记录在日志里都有位置。可在自己的浏览器中核验整本日志或一份回执，不必相信本服务器。',
    'Every record has its place in a log. Verify the whole log or one receipt in your own browser, without trusting this server.',
  ),
  verify: w('前往核验', 'To the verification'),
  reuse: w('使用条件', 'Conditions of use'),
  reuseText: w(
    '每条事实注明来源，来源文件的权利归其发布者。请一并引用案例、版本、“截至”与“按何时所知”两个日期。软件及随附的两个案例以 Apache-2.0 许可发布。',
    'Every fact names its source; the rights in the source documents stay with their publishers. Cite the case, its edition, and the two dates “as of” and “as known on”. The software and the two shipped cases are licensed under Apache-2.0.',
  ),
  api: w('接口说明（OpenAPI 3.1）', 'Description of the interface (OpenAPI 3.1)'),
} as const;
