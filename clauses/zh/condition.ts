/** Conditions, exceptions and preambles: what has to hold, and what only says why. */
import { ofClause } from './gates.ts';
import { type Token, wordClass } from './token.ts';

const whole = ofClause.gate(
  /^(?:(?:当|如|如果|如遇|若|倘若|一旦|遇|遇有|凡|因|发生|出现|待|除|除非|经|未经|在|对|对于|针对|凡是|涉及|属于|符合|达到|超过|超出|低于|一经).{1,60}?(?:的部分|时|后|的|外|情况下|前提下|条件下|情形下|情形|期间|之前|以前|以外|成熟|同意|批准|许可|天气|事件|情况|事故|预警|争议|纠纷|分歧|查实|核实|发现|认定)|.{2,60}(?:情况下|前提下|条件下|情形下|的时候|情形的)|[^应须将可要]{2,60}(?:的|时)|(?:任一方|任何一方|一方|另一方|[甲乙丙]方|双方)(?:要求|需要)[^应须将可]{1,40}(?:的|时)|[^应须将可要由]{3,60}后|[^应须将可要由在至到0-9，]{1,14}(?:进入|驶入|驶离|离开|出境|入境|开工|动工|启用|投产|施工|出发|起航|开航|上路|使用|出让|转让|拆除|作业|离任|到任|交付|移交|投用|变更|退出)[^，应须0-9]{0,8}前|(?:任一|任何|某一|其中一|任意)[^应须将可要由]{2,40}(?:超标|未达标|不达标|恶化|断流|停供|中断|违约|退出|不足|低于[^，]{1,16}|超过[^，]{1,16}|高于[^，]{1,16}))$/,
);
const trigger = ofClause.gate(
  /^[^应须由]{2,40}?(?:低于|高于|超过|不足|少于|大于|达到|未达到|未完成|未达标|不达标)[^，]{0,30}的(?:市|县|区|单位|部门|企业|地区|城市|项目|一方|方|县区|断面|成员单位|责任单位)$|^[^应须由将]{0,24}(?:连续|排名|末位|靠后|不力|迟缓|滞后|未通过|未取得|不合格|不达标|弄虚作假|推诿)[^，]{0,24}的(?:[^，的]{1,6})$|^(?:对|对于|凡)[^，]{2,40}的(?:[^，的]{1,6})$|^(?:未|逾期|拒不|连续|违反|擅自|瞒报|迟报)[^，应须]{2,40}的(?:[^，的应须]{1,10})$/,
);
const preamble = ofClause.gate(
  /^(?:为(?:了|进一步|深入|全面|切实|加强|推动|促进|贯彻|落实|保障|实现|加快|有效|共同|规范|做好|确保).*|根据.*|按照.*(?:要求|原则|部署|精神|规定|分工|方案|办法|标准|比例)|本着.*|遵循.*|以.*为(?:宗旨|根本)|以.*为(?:指导|目标|抓手|重点|导向|契机|主线|引领|核心|基础|载体|原则|突破口|依托|牵引|统领|支撑)|围绕(?!.*(?:谋划|开展|推进|建设|制定|实施|加强|打造|推动)).*|依托(?!.*(?:建设|建立|打造|开展|推进|实施|组建|搭建|设立)).*|着眼.*|依据.*|(?:与|同|较|比).{2,20}(?:相比|比较|相较|对比)|相较(?:于)?.{2,16}|鉴于.*|经(?:双方|各方|会议)?(?:友好)?(?:协商|研究|讨论)(?:一致)?|现(?:就|将).*|会议(?:一致)?(?:要求|希望|建议|明确|议定|决定|确定|同意|商定|研究决定|研究确定|议定事项)|各方(?:一致)?(?:认为|同意|商定|议定|约定)|双方(?:一致)?(?:认为|同意|商定|议定|约定)|达成(?:如下|以下).*|议定事项如下|(?:具体|有关)?(?:分工|安排|事项|要求|措施|任务|内容)?如下|如下|以下(?:工作|事项|职责)|坚持.*原则)$/,
);

const opens = wordClass(/^(?:当|如|如果|如遇|若|倘若|一旦|遇|遇有|未经|经|待|除|凡|因|除非)$/);

/** What a meeting thought or heard; no duty unless a modal makes one. */
const report = ofClause.gate(
  /^(?:会议|与会人员|大家|会上|双方|各方)(?:一致|普遍)?(?:认为|指出|强调|听取了?.*|分析了?.*|通报了.*|回顾了?.*|肯定了?.*|总结了?.*|交流了.*|传达.*|.*(?:进行了|作了|做了|开展了|取得了|达成了).*)$/,
);
const handled = ofClause.gate(/^(?:对|在).*(?:开展|建立|实施|进行)/);

/** 供应, 响应, 适应: a noun or verb that ends in 应 binds nobody. */
const nominal = ofClause.gate(/[响供对反适相效感顺]应(?![当该])/);
const nominals = new RegExp(nominal.pattern.source, 'g');
/** 机时, 学时, 千瓦时, 及时: no time at which something holds. */
const unitOrAdverb = ofClause.gate(/(?:[机学课工瓦准及按同临平实随届计用耗费]|小)时$/);

export const isReport = (chunk: string): boolean => report.test(chunk);

export const isPreamble = (chunk: string): boolean => chunk.length <= 120 && preamble.test(chunk);
export const isConditionChunk = (chunk: string): boolean =>
  chunk.length <= 120 &&
  unmarkedCondition(chunk) === 0 &&
  ((!unitOrAdverb.test(chunk) && (whole.test(chunk) || (nominal.test(chunk) && whole.test(chunk.replace(nominals, '某某'))))) ||
    trigger.test(chunk) ||
    rate.test(chunk)) &&
  !handled.test(chunk);

/** 未通过验收的责令限期整改 · 对弄虚作假的要严肃问责: who is meant, without a comma before what follows. */
const unmarked = ofClause.gate(
  /^(?:整改(?:后)?仍|仍|连续|无故|无正当理由|多次|屡次|经[^，]{1,8}仍)?(?:对|对于|凡|未|逾期|拒不|不|低于|高于|超过|不足)[^，应须由]{2,40}?的(?=予以|给予|要(?!求)|应|须|将|一律|责令|收回|取消|扣|核减|暂停|停止|追究|追回|约谈|通报|严肃|依法|依规|视情|按|由|不予|不得|实行|视为|处以|移送|移交|退回)/,
);

/** Length of such a condition at the beginning of a chunk, or 0. */
export function unmarkedCondition(chunk: string): number {
  if (chunk.startsWith('每')) return perBreach.opens(chunk) ? (perBreach.pattern.exec(chunk.slice(0, 40))?.[0].length ?? 0) : 0;
  return unmarked.opens(chunk) ? (unmarked.pattern.exec(chunk.slice(0, 60))?.[0].length ?? 0) : 0;
}

/** 每逾期一日按…支付 · 每停航一日补偿…: the rate before what it costs. */
const perBreach = ofClause.gate(
  /^每(?:超标?|低于?|高于?|少|多|延误|延迟|逾期|下降|停|迟|缺|发生|出现|发现)[^，按]{1,14}?(?=按|支付|缴纳|赔偿|补偿|加收|罚|扣|核减|减拨)/,
);

/** 氨氮浓度每超标0.1毫克/升: a rate that waits for its consequence. */
const rate = ofClause.gate(
  /^[^，应须由]{0,16}每(?:超标?|低于?|高于?|少|多|延误|延迟|逾期|下降|上升|增加|减少|停|迟|缺|发生|出现|发现)[^，扣罚赔补缴付减加支]{1,20}$/,
);

const found = wordClass(/^(?:发现|遇到|遇有|遇|出现|发生|碰到|如遇|如有)$/);
const isPrompt = wordClass(
  /^(?:及时|立即|立刻|马上|迅速|主动|第一时间|随时|多|要|应|须|必须|应当|共同|尽快|一律|坚决|妥善|积极|随即|当即|即时|按程序|逐级)$/,
);
const closes = wordClass(
  /(?:(?<![随及同按准定临实即适届平小])时|后|的情况下|情况下|前提下|条件下|同意|批准|许可|授权|审批|以外|之外|外|之前|前|后)$/,
);

/** Index after a condition that begins at `from` inside a chunk (未经对方同意不得…), or `from`. */
export function conditionEnd(words: readonly Token[], from: number, to: number): number {
  const first = words[from] as Token;
  if (!opens(first) && !found(first)) return from;
  for (let index = from + 1; index < Math.min(to, from + 24); index++) {
    const word = words[index] as Token;
    if (word.kind === 'p' && /[，。；]/.test(word.text)) return from;
    if (closes(word) && index + 1 === to && /^(?:未经|经)$/.test(first.text)) return to;
    if (closes(word) && index + 1 < to) {
      const next = words[index + 1] as Token;
      if (/^(?:后|的|书面|方|之|前|，)$/.test(next.text) || closes(next)) continue;
      return index + 1;
    }
  }
  // 发现隐患及时整改: up to the adverb before what is done.
  if (found(first))
    for (let index = from + 2; index < Math.min(to - 1, from + 8); index++) if (isPrompt(words[index] as Token)) return index;
  // An open end such as 如遇重大分歧由…: up to what names who acts.
  for (let index = from + 1; index < Math.min(to, from + 24); index++)
    if (/^(?:如遇|遇有|遇|如有|出现|发生)$/.test(first.text) && /^(?:由|应|须|可|不得)$/.test((words[index] as Token).text)) return index;
  return from;
}
