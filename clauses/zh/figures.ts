/**
 * Arabic figures with their units: 20万条, 95%—98%, 0.5毫克/升, 3座. Most figures of a text are asked about, and there are two
 * hundred units; an expression that tries them one after another costs more than all other rules together.
 */

const unitList =
  '% ‰ ％ 个百分点 百分点 微克/立方米 微克每立方米 微克 毫克/升 毫克每升 毫克 立方米/秒 立方米每秒 立方米 平方公里 平方千米 平方米 公里/小时 公里 千米 千瓦时 千瓦 兆瓦 吉瓦 标准煤 标煤 吨/年 吨/日 吨 公顷 亩 米 厘米 毫米 分贝 元/吨 兆帕 千帕 帕 千克/立方米 克/立方米 元/度 元/千瓦时 勒克斯 元/立方米 万元 亿元 元 个班次 班次 班 人次 人天 人日 人 名 位 家 户 座 栋 幢 台套 台 套 辆 艘 架 列 趟 条 项 款 件 起 宗 处 个工作日 个 份 册 篇 次/年 次/月 次 场 期 轮 批 所 间 张 根 株 棵 头 只 尾 兆 GB TB 公斤 千克 克 升 度 级 分 对 支 队 片 块 段 口 眼 孔 门 床 床位 车次 标箱 标准箱 TEU 航次 小时 分钟 天 kV MW dB Gbps Mbps 公里时速 对列车 顶 节点 节 小时/年 平方 学时 课时 品种 种 类 倍 档 本 页 桶 箱 袋 瓶 盏 羽 例 遍 道 平米 班列 车 船';
/** In the order in which they are tried: what is written first wins. */
export const units: readonly string[] = unitList.split(' ');
export const scales: readonly string[] = ['百万', '千万', '百', '千', '万', '亿', '多'];
export const rates: readonly string[] = ['日', '天', '月', '年', '小时', '方', '人', '户', '次', '季度', '立方米', '亩', '升'];
/** Between two figures of a range; — may be repeated. */
export const dashes: readonly string[] = ['—', '-', '~', '～', '–', '至', '到'];

/** Words of a list by their first character, in their order. */
class Index {
  private readonly heads = new Map<number, string[]>();
  constructor(words: readonly string[]) {
    for (const word of words) {
      const head = word.charCodeAt(0);
      const known = this.heads.get(head);
      if (known === undefined) this.heads.set(head, [word]);
      else known.push(word);
    }
  }
  /** The first of the words that stands at `at`, or nothing. */
  at(text: string, at: number): string {
    const possible = this.heads.get(text.charCodeAt(at));
    if (possible === undefined) return '';
    for (const word of possible) if (word.length === 1 || text.startsWith(word, at)) return word;
    return '';
  }
}

const unitIndex = new Index(units);
const scaleIndex = new Index(scales);
const rateIndex = new Index(rates);
const dashIndex = new Index(dashes);

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** End of the figure at `from`, which is a digit: digits and commas, then perhaps a point with digits. */
function figureEnd(text: string, from: number): number {
  let at = from + 1;
  for (let code = text.charCodeAt(at); isDigit(code) || code === 0x2c; code = text.charCodeAt(at)) at++;
  if (text.charCodeAt(at) !== 0x2e || !isDigit(text.charCodeAt(at + 1))) return at;
  at += 2;
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}

export interface Figure {
  readonly end: number;
  /** As written, without unit: 3,500. */
  readonly first: string;
  readonly scale: string;
  readonly unit: string;
  /** Upper end of a range and its unit. */
  readonly second?: string;
  readonly secondUnit?: string;
}

/** The figure at `at`, or `undefined` if no digit stands there. A range is one only if a unit follows its end. */
export function figureAt(text: string, at: number): Figure | undefined {
  if (!isDigit(text.charCodeAt(at))) return undefined;
  let end = figureEnd(text, at);
  const first = text.slice(at, end);
  const scale = scaleIndex.at(text, end);
  end += scale.length;
  const unit = unitIndex.at(text, end);
  end += unit.length;
  if (text.charCodeAt(end) === 0x2f) {
    const rate = rateIndex.at(text, end + 1);
    if (rate !== '') end += 1 + rate.length;
  }
  const dash = dashIndex.at(text, end);
  if (dash === '') return { end, first, scale, unit };
  let from = end + 1;
  if (dash === '—') while (text[from] === '—') from++;
  if (!isDigit(text.charCodeAt(from))) return { end, first, scale, unit };
  const secondEnd = figureEnd(text, from);
  const second = text.slice(from, secondEnd);
  // 5至6百克 would be 百 and 克; 千克 alone is a unit too.
  for (const possible of [...scales, '']) {
    if (possible !== '' && !text.startsWith(possible, secondEnd)) continue;
    const secondUnit = unitIndex.at(text, secondEnd + possible.length);
    if (secondUnit !== '') return { end: secondEnd + possible.length + secondUnit.length, first, scale, unit, second, secondUnit };
  }
  return { end, first, scale, unit };
}
