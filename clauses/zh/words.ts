/** Closed classes of words in Chinese agreements. One list, one meaning; what a word does is in the construct that uses it. */
import type { Deontic } from '../reading.ts';

const split = (list: string): string[] => list.trim().split(/\s+/);

/** Words that bind, allow or forbid. 由 and 请 need what follows them and have constructs of their own. */
export const modals: ReadonlyMap<string, Deontic> = new Map([
  ...split(
    '应 应当 应该 须 必须 务必 务须 需 需要 要 负责 确保 保证 承诺 同意 将 有义务 有责任 应予 应于 将要 必将 应负责 统一负责 具体负责 共同负责 全面负责 共同承诺 郑重承诺 承诺将 一律应 均应 均须 理应 仍应 仍须',
  ).map((word): [string, Deontic] => [word, 'must']),
  ...split('可 可以 可视情 可视情况 可相应 可依法 可依约 有权 可自行 可自愿 可优先 可共同 可酌情 允许 均可 亦可 也可').map(
    (word): [string, Deontic] => [word, 'may'],
  ),
  ...split(
    '互不 概不 绝不 不得 禁止 严禁 不再 不应 不可 不准 不许 不能 不予 不应当 均不得 不得再 一律不得 不允许 不另 不重复 无权 不以 不因 不将 不对 不向 不在 切勿 杜绝',
  ).map((word): [string, Deontic] => [word, 'must_not']),
]);

/** What takes the binding force away, whatever modal stands beside it. */
export const hedges: readonly string[] = split(
  '力争 争取 努力 尽量 尽力 尽可能 愿意 愿 原则上 力求 希望 拟 有意 有意愿 探索性 原则同意 原则同意将 意愿 致力于 尽最大努力 尽其所能 期望 争取在 计划 打算 谋求 尽最大可能 力所能及 有意愿 力争于 力争在 尽己所能 有意于 力图 有望 预计 建议 拟议',
);

/** Words between subject and verb that change neither who nor what. */
export const adverbs: readonly string[] = split(`
远期 中远期 第一时间 随后 无息 其后 而后 重新 多 一致 分步 分步骤 梯次 择机 择优 千方百计 稳妥有序 有力有序 有序有力 因村施策 因地施策 因城施策 分类施策 精准施策 一企一策 抓早抓小 牢固 切实有效 统一组织 统一安排 全额 多措并举地 当场 逐户 逐点 逐家 分头 会商后 提早 相应 永久 临时 当面 积极 主动 切实 认真 层层 时刻 系统 迅速 大胆 抓实 深刻 牢牢 着力 大力 持续 不断 进一步 逐步 稳步 有序 有效 共同 联合 协同 密切 充分 全面 深入 深化 扎实 加快 尽快 尽早 适时 适当 适度 适度超前 及时 按时 按期 如期 定期 不定期 严格 严肃 依法 依规 依法依规 依照 合理 统一 分别 各自 相互 互相 优先 重点 抓紧 立即 即时 当即 随时 每次 一次性 一并 一律 全部 全额 足额 按比例 初步 基本 初步建成 率先 先行 继续 长期 始终 因地制宜 分期 分批 分类 分级 平等 友好 公平 公正 主要 具体 直接 间接 书面 以书面形式 无偿 有偿 免费 轮流 轮值 自行 自愿 独立 单独 酌情 视情 视情况 适情 实时 同步 同时 另行 再行 再 先 仍 均 都 也 亦 已 即 则 就 便 又 还 全力 合力 通力 携手 牵头 同向 同等 依次 妥善 科学 精准 高效 创新 灵活 稳妥 审慎 明确 高标准 高质量 高水平 加紧 从严 从快 从重 严厉 强力 坚决 主动及时 至少 最迟 最晚 提前 超前 广泛 深度 整体 协商一致 协商 擅自 私自 单方 单方面 随意 无故 无正当理由 变相 违规 违法 直接或间接 以任何形式 以任何方式 以任何理由 常态化 规范 有计划 有步骤 分阶段 按规定 按约定 按要求 按计划 按程序 按月 按季 按季度 按年 按年度 逐年 逐月 逐级 逐项 逐一 届时 到期 期满 首先 其次 再次 最后 此外 另外 负总责 多渠道 多形式 多层次 全方位 全过程 全程 大幅 显著 明显 稳定 总体 一般 通常 切实做好 认真做好 加以 予以 给予 进行 对口 就近 就地 会后 近期 近日 下一步 下一阶段 今后 现场 当场 公开 集中 统筹 协调 牵总 抓总 平稳 平均 累计 年均 月均 日均 相应 自动 反向 持之以恒 坚持不懈 毫不松懈 毫不动摇 一以贯之 久久为功 驰而不息 锲而不舍 再接再厉 乘势而上 不折不扣 全心全意 尽心尽力 齐心协力 群策群力 同心协力 一如既往 自始至终 坚定不移 旗帜鲜明 理直气壮 雷厉风行 争分夺秒 快马加鞭 循序渐进 有条不紊 深入细致 实打实 尽职尽责 主动靠前 先期 后续 择期 限时 限期 逐条 逐件 逐人 逐村 逐企 逐站 全口径 全覆盖 不间断 无偿地 足量 按质按量 保质保量 按质 保质 按需 按量 适量 等额 等比例 同比例 按股比 依约 按约 如约 如实 如数 全数 照单 全线 双向 单向 反向 定点 定向 定量 定人 专门 专项 专程 亲自 带头 率先 轮番 交替 交叉 错时 错峰 平行 并行 滚动 常态 动态 实名 匿名 公开透明 对等 平价 优价 低价 高价 半价 折价 作价 有力 有效地 合法 合规 依序 按序 优先 择优 就高 就低 当日 即刻 火速 从速 从快 从简 从优 从宽 从紧
`);

/** Words that open a chunk and carry on from the one before. */
export const connectives: readonly string[] = split(
  '并 并且 且 而且 同时 以及 其中 此外 另外 还 也 另 而 但 但是 然而 如此 从而 进而 因此 故 为此 对此 据此 其 则 即 包括 特别是 尤其是 与此同时 在此基础上 在此期间',
);
