/** How far a verb reaches: 研究制定, 建立健全, 降至; and where a second act begins behind 并. */
import { aims } from './aims.data.ts';
import { type Token, wordClass } from './token.ts';
import { isAim, isVerb } from './wordClasses.ts';

const serialHeads = new Set(
  '探索 研究 组织 联合 共同出资 出资 完成 启动 推动 推进 加快 配合 协助 负责 继续 抓好 做好 开展 参与 协商 统筹 协调 申请 争取 委托 依法 全面 共同 指导 督促 实施 予以 进行 加以 安排 审议 制定 建立 整改 轮流 定期 拟定 编制'.split(
    ' ',
  ),
);
const completes = wordClass(/^(?:至|到|为|入|在|给|成|完毕|完成|到位|好|出|上|起|达)$/);

const isDevice = wordClass(
  /^(?:办法|方案|措施|意见|机制|标准|计划|制度|流程|细则|规则|对策|政策|预案|方式|模式|程序|清单|目录|体系|规范|思路|路径|举措)$/,
);
const makes = wordClass(
  /^(?:制定|制订|提出|编制|编印|起草|出台|确定|明确|形成|建立|建立健全|健全|完善|落实|推进|开展|实施|组织|部署|拟定|拟订|修订|商定|审议|审定|优化|细化|印发|发布|采取|落实|执行|规范|构建|搭建|设计|论证|探索)$/,
);
const isBound = wordClass(/^不(?:少|低|高|超|大|小|多)/);

/** 报送上一季度执行情况: 上 belongs to the time. */
const lastOf = (word: Token | undefined): boolean =>
  word !== undefined && /^(?:[一个]|一?(?:季度|月|年|周|半年|年度|期|旬)|述|级|游)/.test(word.text);

/** Index after the verb with what belongs to it: 研究制定, 建立健全, 降至. */
export function aimEnd(words: readonly Token[], verb: number, to: number): number {
  let end = verb + 1;
  const head = words[verb] as Token;
  if (end < to && completes(words[end] as Token) && !(words[end]?.text === '上' && lastOf(words[end + 1]))) return end + 1;
  // 办结并反馈: two verbs with nothing between them and nothing behind.
  if (end + 2 === to && joinsVerbs(words[end] as Token) && isVerb(words[end + 1] as Token) && words[end + 1]?.kind !== 'w') return to;
  // 截留、挪用补偿资金: two verbs, one object.
  const pair = words[end + 1];
  if (
    words[end]?.text === '、' &&
    end + 1 < to &&
    pair !== undefined &&
    isAim(pair) &&
    aims.get(pair.text) === aims.get(head.text) &&
    pair.kind !== 'w' &&
    words[end + 2]?.text !== '的'
  )
    return end + 2;
  while (end < to && end < verb + 3) {
    const word = words[end] as Token;
    const following = words[end + 1];
    if (!isVerb(word) || following?.text === '的' || isBound(word)) break;
    const last = end + 1 >= to;
    const objectFollows = following !== undefined && !last && following.kind !== 'p';
    if (!serialHeads.has(head.text) && !last) break;
    // 研究处理办法: the second verb tells what the thing is for.
    if (end + 2 === to && following !== undefined && isDevice(following) && !makes(word)) break;
    if (!last && !objectFollows) break;
    if (word.kind === 'w' && objectFollows && /^[nw]$/.test(following.kind)) break;
    end++;
  }
  return end;
}

const isDoing = wordClass(/^(?:同步|及时|定期|按期|按时|按月|按季|按年|同时|立即|逐项|逐一|主动|另行)$/);
const joinsVerbs = wordClass(/^(?:并|并且|同时|且)$/);

/** Splits 建立台账并按月通报 at 并, and reads both halves. Index of the joining word, or -1. */
export function joinedAt(words: readonly Token[], verb: number, to: number): number {
  for (let index = verb + 2; index < to - 1; index++) {
    if (!joinsVerbs(words[index] as Token) || isBound((words[index + 1] ?? words[index]) as Token)) continue;
    for (let at = index + 1; at < Math.min(to, index + 6); at++) {
      const word = words[at] as Token;
      if (word.text === '的') break;
      if (isVerb(word) && (isAim(word) || at === index + 1)) return index;
      // 并同步配建…: after an adverb something is done, even if no list knows the word.
      if (at === index + 1 && isDoing(word)) return index;
    }
  }
  return -1;
}
