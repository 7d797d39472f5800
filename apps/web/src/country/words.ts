/** Words of the picture of a country. Fetched with it, not with the first page. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

export const words = {
  title: w('全国图景', 'The picture of a country'),
  lead: w(
    '每个案例由哪些政府协商、卡在哪里、哪个上级介入了多久。先选省，再选案例，再看事实。按行政区划代码排列，不作排名。',
    'Which governments consult in each case, where it is stuck, which superior has stepped in and for how long. Choose a province, then a case, then a fact. In the order of codes; nothing is ranked.',
  ),
  source: w('数据', 'Data'),
  ledger: w('本账本的案例', 'Cases of this ledger'),
  generated: w('生成的示例', 'Generated example'),
  generatedMark: w('生成数据', 'Generated'),
  generatedText: w(
    '以下2,000个案例由程序生成，只为展示图景；政府名称真实，所述之事均未发生。',
    'These 2,000 cases were generated to show the picture. The governments exist; nothing told here happened.',
  ),
  asOf: w('截至', 'As of'),
  dilemma: w('困境', 'Dilemma'),
  anyDilemma: w('任一困境', 'Any dilemma'),
  reading: w('正在计算', 'Computing'),
  stop: w('停止', 'Stop'),
  goOn: w('继续', 'Go on'),
  stopped: w('已停止，图中只有已算出的案例。', 'Stopped: only the cases computed so far are shown.'),
  map: w('各省级地区', 'Provinces'),
  mapNote: w(
    '每格一个省级地区，位置大致如地图；底色越深，卡住的案例所占比例越高。格内：卡住的案例数／案例数。',
    'One tile a province, roughly where a map has it; the darker, the larger the share of cases that are stuck. In the tile: stuck cases / cases.',
  ),
  whole: w('全国', 'The whole country'),
  across: w('跨省案例计入所涉各省。', 'A case across provinces counts in each of them.'),
  clusters: w('困境分布', 'Where dilemmas cluster'),
  count: w('案例', 'Cases'),
  share: w('占比', 'Share'),
  superiors: w('介入的上级', 'Superiors that intervene'),
  superior: w('上级', 'Superior'),
  tier: w('层级', 'Tier'),
  now: w('介入中', 'Now'),
  median: w('介入时长中位数', 'Median length'),
  binding: w('其中有约束力', 'Binding among them'),
  lengthNote: w(
    '时长以介入起日计，未结束的计至截止日；与只看已结束的相比，不会把长期介入漏掉，但仍是下限。',
    'Length from its first day; one that still goes on counts to the date shown, which makes it a lower bound.',
  ),
  network: w('关系网', 'Network'),
  networkNote: w(
    '上：上级；中：案例；下：各方。粗线：上级正在介入；细线：共同上级，未介入。实心：卡住；空心：未卡住。',
    'Above: superiors; middle: cases; below: parties. Thick line: the superior intervenes; thin line: common superior, not intervening. Filled: stuck; hollow: not stuck.',
  ),
  cases: w('案例', 'Cases'),
  caseName: w('案例', 'Case'),
  stage: w('阶段', 'Stage'),
  dilemmas: w('困境', 'Dilemmas'),
  interveners: w('介入', 'Intervention'),
  none: w('—', '—'),
  empty: w('尚无案例。', 'No cases yet.'),
  noIntervention: w('没有记录在案的介入。', 'No intervention is on record.'),
  tiers: {
    centre: w('中央', 'centre'),
    province: w('省级', 'province'),
    prefecture: w('地级', 'prefecture'),
    county: w('县级', 'county'),
    zone: w('功能区', 'zone'),
  },
  failed: w('个案例读不出来', 'cases could not be read'),
} as const;
