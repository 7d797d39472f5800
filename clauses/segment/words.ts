/** Words of agreements that a general dictionary lacks, or files under another kind. */
import { aims } from '../zh/aims.data.ts';
import { adverbs, connectives, hedges, modals } from '../zh/words.ts';
import { departments, partyClosers } from '../zh/parties.data.ts';
import type { WordKind } from './port.ts';

const nouns = `
应急预案 应急响应 应急演练 应急物资 应急联动 应急处置 可行性 可行性研究 可再生能源 可持续 可持续发展 将来 要点 要素 要件 纪要 会议纪要 备忘录 必要 需要 需求 主要 重要 首要 次要 概要 摘要 简要 由于 自由 理由 许可 许可证 排污许可 排污口 排口 应收 供应链 供应商 效应 反应 适应 对应 相应 应用场景
联席会议 联席会议办公室 联席会议制度 领导小组 工作专班 专项工作组 工作组 秘书处 理事会 委员会 管委会 联合办公室 协调办 合作办 联络员 召集人 成员单位 责任单位 牵头单位 配合单位 轮值方 轮值 值班 一体化 一网通办 跨省通办 断头路 城际 轨道 交界 界河 省界 断面 考核断面 交接断面 水质 生态补偿 横向生态补偿 补偿资金 补偿金 违约金 保证金 专项资金 资金 年度 季度 月度 上年度 下年度 当年度 禁养区 保护区 缓冲区 飞地园区 产业园区 污水处理厂 垃圾焚烧厂 转移联单 危险废物 大气污染 水污染 臭氧 工作要点 任务清单 责任清单 项目清单 问题清单 清单 台账 方案 实施方案 实施细则 行动计划 工作计划 年度计划 管理办法 操作规程 协议 本协议 补充协议 合同 数据交换 数据共享 数据接口 目录 时间表 路线图 会商制度 信息共享 黑臭水体 监测数据 监测站 监测点 自动站 在线监测 执法人员 执法检查 联合执法 联防联控 联防联治 共保联治 主要负责人 负责人 法定代表人 分管领导 业务骨干 干部 为准 为限 为期 为止 为主 以上 以下 以内 以外 之日 之内 之前 之后 起始日 生效之日 签订之日 签署之日 工作日 自然日 万元 亿元 公里 平方公里 公顷 立方米 万吨 行为 作为 认为 因为 成为 分为 对方 对象 对策 与会 参与方 给予方 在建 在线 存在 所在地 现在 正在 将军 和谐 共和 以及 及时 涉及 经费 经济 经验 已经 曾经 到位 按期 按时 按月 按季 按季度 按年 按年度 自治区 自治州 自治县 自查 自评 自然 来自 各自 亲自 各方 各级 各地 各类 各项 各市 各县 各区 各部门 各单位 请示 请求 申请 从事 从严 从重 自行 依法 依规 依法依规 同级 同意 同时 共同 会同 合同 相同 不同 协同 责任书 责任 承担方 受益方 上游 下游 上下游 左右岸 一方 另一方 任何一方 守约方 违约方 不可抗力 逾期 末位 汛期 枯水期 丰水期 频次 任期 超额 管网 频率 老旧 库区 网箱 按照 根据 依据 依照 参照 比照 遵循 会签 日供水量 通勤 创新驱动 任何 可再生水 水环境 空气质量 优良天数 负面清单 白名单 黑名单 时间节点 主体责任 属地 辖区 分水岭 集水区 水源地 饮用水 取水口 岸线 船舶 港口 码头 城际铁路 高速公路 客运 货运 班线 公交 医保 社保 公积金 异地就医 户籍 学籍 职称 人才 园区 税收 增加值 城市群 都市圈 规模以上 上月 本月 次月 下月 当月 上年 上年度 次年 当日 次日 上季度 下次会议 会同 每年 每月 每季度 每周 每日 每半年 每两年 报告 通报 一事一议 得分 考核得分 可能 可靠 认可 应届 反应 相应 响应 感应 对应 应付 应对 回应 供应 适应 应急管理 要闻 要求 提要 需要 次要 重要 只要 主要 简要 纲要 将要 即将 大将 务必 必要 负担 自负盈亏 由此 经由 缘由 在职 内在 潜在 实在 旨在 意在 重在 贵在
`;
const verbs = `
应急处置 共建共享 共建 共管 共享 互认 互换 互派 互通 会商 约谈 销号 办结 封堵 拆除 通车 开行 报送 抄送 函告 督办 督查 布设 下泄 落实 布局 通报 公示 公开 牵头负责 执笔 主导 主持 出资 控制 控制在 降至 降到 提升至 提高至 提高到 增至 降低到 不低于 不高于 不少于 不超过 不小于 不大于 不得低于 不得高于 不得超过 不得少于 不得多于 不晚于 不迟于 不早于 达到 超过 低于 高于 少于 多于 不足 未达到 未完成 未按期
`;

const split = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '');

export const ownWords: readonly (readonly [WordKind, Iterable<string>])[] = [
  ['n', split(nouns).filter((word) => word.length > 1)],
  ['n', [...partyClosers].filter((word) => word.length > 1)],
  ['g', departments],
  ['v', [...[...aims.keys()].filter((word) => word.length > 1), ...split(verbs)]],
  ['d', [...adverbs, ...connectives, ...hedges, ...modals.keys()].filter((word) => word.length > 1)],
];

/** Cost in bits of characters that often are words by themselves; others are unknown. */
export const singleCosts: readonly (readonly [string, number])[] = [
  ...[...'的'].map((character): [string, number] => [character, 6]),
  ...[...'和与及或在于由对将向为以按至到从自把各每均应须要可不并且其所'].map((character): [string, number] => [character, 9]),
  ...[...'市省县区州镇乡局委办厅部处方年月日前后内时起止底末次个名家项家座人吨亩米元条份期中上下一二三四五六七八九十两几'].map(
    (character): [string, number] => [character, 11],
  ),
  ...[...'报送交派设建拨付缴查管扣罚请让使给经同就凡如若当待遇除因被会能'].map((character): [string, number] => [character, 12]),
];
