/** What the made-up cases are about. Attribute levels run from 1 (very low) to 5 (very high). */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

export interface Issue {
  readonly id: string;
  readonly title: Bilingual;
  readonly duty: Bilingual;
  readonly measure: Bilingual;
  /** How much superiors look at it, and how much it counts in their appraisal. */
  readonly attention: number;
  readonly spillover: number;
}

const issue = (
  id: string,
  [titleZh, titleEn]: readonly [string, string],
  [dutyZh, dutyEn]: readonly [string, string],
  [measureZh, measureEn]: readonly [string, string],
  attention: number,
  spillover: number,
): Issue => ({
  id,
  title: { zh: titleZh, en: titleEn },
  duty: { zh: dutyZh, en: dutyEn },
  measure: { zh: measureZh, en: measureEn },
  attention,
  spillover,
});

export const issues: readonly Issue[] = [
  issue(
    'boundary-roads',
    ['打通断头路', 'roads that end at the boundary'],
    ['建成本侧连接段', 'build the stretch on its own side'],
    ['通车', 'open to traffic'],
    2,
    2,
  ),
  issue(
    'bus',
    ['公交互联互通', 'bus lines across the boundary'],
    ['开通跨界线路', 'open the lines across'],
    ['日均班次', 'services a day'],
    2,
    2,
  ),
  issue(
    'river',
    ['跨界河流水质', 'water quality of a shared river'],
    ['断面水质达标', 'meet the standard at the boundary section'],
    ['断面类别', 'class at the section'],
    5,
    5,
  ),
  issue(
    'air',
    ['大气污染联防联控', 'joint prevention and control of air pollution'],
    ['完成燃煤替代', 'replace coal heating'],
    ['替代户数', 'households'],
    5,
    4,
  ),
  issue(
    'waste',
    ['生活垃圾协同处置', 'joint treatment of waste'],
    ['按份额接收垃圾', 'take in its share'],
    ['日处理吨数', 'tonnes a day'],
    3,
    4,
  ),
  issue(
    'water',
    ['水源地保护', 'protection of a water source'],
    ['清理保护区', 'clear the protected zone'],
    ['清理面积', 'area cleared'],
    4,
    4,
  ),
  issue(
    'parks',
    ['产业园区共建', 'a jointly built industrial park'],
    ['出资到位', 'pay in its share'],
    ['到位资金', 'funds paid in'],
    2,
    1,
  ),
  issue(
    'clinic',
    ['就医结算互认', 'mutual settlement of medical bills'],
    ['接入结算平台', 'join the platform'],
    ['接入机构数', 'institutions joined'],
    3,
    2,
  ),
  issue('flood', ['防汛联合调度', 'joint flood control'], ['完成堤防加固', 'strengthen its dykes'], ['公里', 'kilometres'], 4, 5),
  issue(
    'tourism',
    ['文旅线路共建', 'a shared tourist route'],
    ['修建本段步道', 'build its part of the trail'],
    ['公里', 'kilometres'],
    1,
    1,
  ),
];
