/** What stands before its verb with a preposition: 将…纳入, 对…依法处置, 向…支付. */
import { type Token, wordClass } from './token.ts';
import { relativeClause } from './anchors.ts';
import type { State } from './draft.ts';
import { isAdverb, isAim, isModal, isVerb, strong } from './wordClasses.ts';

const disposes = wordClass(
  new Set(
    '纳入 列入 作为 报送 报 移交 移送 交由 提交 告知 通知 通报 抄送 抄告 发送 推送 上传 接入 保持 保持在 提高 提高到 提高至 降至 控制 控制在 调整 转 划入 划转 拨付 汇总 反馈 公布 公开 送 列为 用于 提升 提升至 降低 降到 降低到 降低至 压缩 压缩至 缩短 缩短至 延长 落实 细化 分解 摆上 统一 送达 交付 改造 建成 打造 设为 定为 存入 缴入 提供 转交 落到 贯穿 融入 转为 迁至 送至 退还 返还 共享 开放 存放 迁入 分配 下放 委托 授权 转让 计入 拆除 搬迁 出让 传输 递交 交 增至 增加到 减少 减少到 备案 抵扣 兑现 告知'.split(
      ' ',
    ),
  ),
);
/** These too, unless they are one of several things listed: 就加强协作、扩大开放达成一致. */
const keeps = wordClass(
  new Set('保持 维持 加强 强化 深化 密切 做好 抓好 推进 扩大 拓展 展开 达成 达成一致 启动 签署 签订 形成'.split(' ')),
);
const lists = wordClass(/^[、和与及并]$/);
const isLight = wordClass(new Set('进行 开展 实施 给予 予以 实行 加以 提供 作出 负责 采取 依法 建立 制定 落实 承担'.split(' ')));

/** After these a verb is part of a noun: 考核结果, 分工方案. */
const isNominal = wordClass(
  /^(?:结果|情况|要求|标准|方案|规定|比例|协议|计划|任务|意见|原则|办法|机制|制度|程序|流程|合同|清单|目标|指标|需要|需求|进度|进展)$/,
);

/** True if a list, or something that is to be done about it, stands behind. */
function listed(words: readonly Token[], from: number, to: number): boolean {
  for (let index = from + 1; index < Math.min(to, from + 12); index++) {
    const word = words[index] as Token;
    if (/^(?:、|等|事宜|问题|方面|事项)$/.test(word.text) || isLight(word) || (keeps(word) && word.text !== '密切')) return true;
  }
  return false;
}

/** Index of the verb (or its adverb) after the phrase that opens at `from`, or -1. */
export function frontedEnd(state: State, from: number, to: number): number {
  const { words } = state;
  const opener = (words[from] as Token).text;
  const moves = opener === '将' || opener === '把';
  let first = -1;
  let last = -1;
  for (let index = from + 1; index < to; index++) {
    const word = words[index] as Token;
    const before = words[index - 1] as Token;
    if (isModal(word) && word.text !== '将' && index > from + 1) return index;
    if (word.text === '由' && index > from + 1) return index;
    if (
      word.text === '的' &&
      index + 1 < to &&
      index > from + 1 &&
      (strong(words[index + 1] as Token) || isAdverb(words[index + 1] as Token)) &&
      opener === '对'
    )
      return index + 1;
    if (index === from + 1 || before.text === '的' || !isVerb(word)) {
      const opens =
        isAdverb(word) &&
        index > from + 1 &&
        index + 1 < to &&
        strong(words[index + 1] as Token) &&
        !/^(?:联合|统一|直接|公开|集中)$/.test(word.text);
      if (opens && !relativeClause(words, index, to)) return index;
      continue;
    }
    if (index + 2 < to && isNominal(words[index + 1] as Token)) continue;
    if (relativeClause(words, index, to, moves || opener === '对' ? 4 : 1)) continue;
    if (!moves && keeps(word) && !lists(before) && !listed(words, index, to))
      return isAdverb(before) && index - 1 > from ? index - 1 : index;
    if (moves ? disposes(word) : isLight(word)) return isAdverb(before) && index - 1 > from ? index - 1 : index;
    if (
      isAdverb(before) &&
      index - 1 > from &&
      strong(word) &&
      !/^(?:联合|统一)$/.test(before.text) &&
      !(
        moves &&
        /^(?:初步|重点|主要|基本|总体|具体|综合|最新|统筹|规范|创新|协调|直接|公开|集中|免费|明确|动态|深度|优先)$/.test(before.text)
      )
    )
      return index - 1;
    if (strong(word) && isAim(word) && first === -1) first = index;
    if (strong(word) || word.kind === 'w') last = index;
  }
  if (moves) return last;
  return first >= 0 ? first : last;
}
