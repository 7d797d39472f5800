/**
 * Good and bad examples of what parties share or keep apart, of units and modals inside words, of changes without an amount.
 * Every expectation follows from the labelling rules; the wordings are our own.
 */
import type { Example } from '../example.ts';

export const sharedExamples: readonly Example[] = [
  // gapped.ts: a party and an amount
  {
    construct: 'share',
    text: '2027年，甲方新增床位500张，乙方300张。',
    at: 1,
    holds: { attribute: ['乙方'], 'indicator.value': 300, deadline: '2027-12-31' },
  },
  {
    construct: 'share',
    text: '东湖县每年造林3000亩，西山县不少于2000亩。',
    at: 1,
    holds: { attribute: ['西山县'], 'indicator.comparator': '>=', 'indicator.value': 2000 },
  },
  { construct: 'share', text: '甲方新增床位500张，投资3亿元。', at: 1, holds: { 'indicator.unit': '亿元' } },
  {
    construct: 'share',
    text: '甲方应培训护士60名，乙方15日前提供场地。',
    at: 1,
    holds: { attribute: ['乙方'], aim: '提供', object: '场地' },
  },
  // gapped.ts: each side appoints its own
  {
    construct: 'share',
    text: '甲方指定水务处、乙方指定调度处为日常联络单位。',
    holds: { attribute: ['甲方'], object: '水务处', kind: 'constitutive' },
  },
  {
    construct: 'share',
    text: '东湖县明确县水利局、西山县明确县住建局作为对接部门。',
    at: 1,
    holds: { attribute: ['西山县'], object: '县住建局' },
  },
  { construct: 'share', text: '甲方指定专人、设备用于巡查。', at: 1, holds: { attribute: null } },
  // distribute.ts: days
  {
    construct: 'share',
    text: '甲方、乙方分别于2027年4月、10月底前移交台账。',
    holds: { attribute: ['甲方'], deadline: '2027-04-30' },
  },
  {
    construct: 'share',
    text: '甲方、乙方分别于2027年4月、10月底前移交台账。',
    at: 1,
    holds: { attribute: ['乙方'], deadline: '2027-10-31' },
  },
  {
    construct: 'share',
    text: '东湖县、西山县分别于2026年底前和2028年底前建成泵站。',
    at: 1,
    holds: { attribute: ['西山县'], deadline: '2028-12-31' },
  },
  {
    construct: 'share',
    text: '甲方、乙方分别于2027年4月底前移交台账。',
    holds: { attribute: ['甲方', '乙方'], deadline: '2027-04-30' },
  },
  { construct: 'share', text: '甲方、乙方于2027年4月底前、10月底前各巡查一次。', holds: { attribute: ['甲方', '乙方'] } },
  // predicate.ts, due.ts: in step
  {
    construct: 'share',
    text: '甲方应于2027年5月底前建成闸站，乙方同步拆除旧闸。',
    at: 1,
    holds: { attribute: ['乙方'], deontic: 'must', deadline: '2027-05-31' },
  },
  {
    construct: 'share',
    text: '甲方应自签约之日起90日内移交用地，乙方同步编制施工方案。',
    at: 1,
    holds: { deontic: 'must', 'deadline.duration': 'P90D' },
  },
  { construct: 'share', text: '甲方应于2027年5月底前建成闸站，乙方承担运行费用。', at: 1, holds: { deontic: null, deadline: null } },
  // condition.ts: units and adverbs in 时, words in 应
  { construct: 'subject', text: '乙方向甲方开放高性能计算机时。', holds: { attribute: ['乙方'], aim: '开放' } },
  {
    construct: 'subject',
    text: '丙方每年向电网输电不低于20亿千瓦时，费用按季结算。',
    holds: { attribute: ['丙方'], 'indicator.unit': '亿千瓦时' },
  },
  {
    construct: 'subject',
    text: '响应终止时，甲方应在2小时内撤回队伍。',
    holds: { conditions: ['响应终止时'], attribute: ['甲方'], aim: '撤回' },
  },
  { construct: 'subject', text: '供应中断时，乙方须启用备用水源。', holds: { conditions: ['供应中断时'], attribute: ['乙方'] } },
  { construct: 'subject', text: '水位超限时，甲方应开闸。', holds: { conditions: ['水位超限时'], aim: '开闸' } },
  // sanction.ts: a decision is no failure
  {
    construct: 'sanction',
    text: '甲方应在5日内答复，不予受理的应当说明理由。',
    at: 1,
    holds: { attribute: ['甲方'], deontic: 'must', conditions: ['不予受理的'] },
  },
  { construct: 'sanction', text: '甲方应在5日内答复，不予受理的应当说明理由。', holds: { orElse: null } },
  { construct: 'sanction', text: '甲方应在5日内答复，不按期答复的扣减当年考核分2分。', holds: { orElse: '不按期答复的扣减当年考核分2分' } },
  // chunk.ts: matters
  {
    construct: 'subject',
    text: '对企业提出的用电需求，甲方应在3日内回复。',
    holds: { attribute: ['甲方'], aim: '回复', 'deadline.duration': 'P3D' },
  },
  { construct: 'subject', text: '对群众反映强烈的案件，乙方须挂牌督办。', holds: { attribute: ['乙方'], deontic: 'must' } },
  { construct: 'subject', text: '由承接其业务的单位履行本协议。', holds: { attribute: ['承接其业务的单位'], aim: '履行' } },
  // bound.ts: who failed does not punish himself
  { construct: 'sanction', text: '乡政府未按期完成清理任务的，扣减下一年度补助资金5%。', holds: { attribute: [], aim: '扣减' } },
  { construct: 'sanction', text: '乙方未按期付清运费的，应支付违约金2万元。', holds: { attribute: ['乙方'], aim: '支付' } },
  { construct: 'sanction', text: '乙方每延迟一日供货，应赔偿甲方3000元。', holds: { attribute: ['乙方'], aim: '赔偿' } },
  // subject.ts: figures of those who live there
  { construct: 'subject', text: '到2029年，东湖县居民人均用水量降至110升。', holds: { attribute: ['东湖县'], aim: '降至' } },
  { construct: 'subject', text: '东湖县居民应分类投放垃圾。', holds: { attribute: ['东湖县居民'] } },
  // aimClass.ts
  { construct: 'class', text: '区域水资源消耗强度持续下降。', holds: { aim_class: 'mixed' } },
  { construct: 'class', text: '甲方能耗强度下降8%。', holds: { aim_class: 'concrete' } },
  { construct: 'class', text: '不断提高工作效率。', holds: { aim_class: 'aspirational' } },
  { construct: 'class', text: '2028年底前，甲方基本完成管网改造。', holds: { aim_class: 'mixed' } },
  { construct: 'class', text: '2028年底前，甲方完成管网改造。', holds: { aim_class: 'concrete' } },
  { construct: 'class', text: '双方应于2027年6月底前统一设备编码。', holds: { aim_class: 'concrete' } },
  { construct: 'class', text: '双方应进一步统一思想认识。', holds: { aim_class: 'aspirational' } },
  {
    construct: 'kind',
    text: '鼓励社会力量参与湿地管护。',
    holds: { attribute: ['社会力量'], deontic: 'may', party_type: 'open_collective' },
  },
  { construct: 'kind', text: '支持有意愿的合作社组建购销联盟。', holds: { kind: 'regulative', party_type: 'open_collective' } },
  // roles.ts, copula.ts
  {
    construct: 'lead',
    text: '东湖县水利局为责任单位，县住建局协助，2027年6月底前清淤12公里。',
    holds: { lead: '东湖县水利局', attribute: ['东湖县水利局', '县住建局'] },
  },
  { construct: 'lead', text: '东湖县水利局为责任单位。', holds: { lead: null, kind: 'constitutive' } },
  {
    construct: 'lead',
    text: '由副县长赵某召集，每季度研判一次汛情。',
    holds: { attribute: ['副县长赵某'], aim: '研判', deontic: 'must' },
  },
  // times
  {
    construct: 'deadline',
    text: '乙方自收到申请之日起不超过10个工作日办结。',
    holds: { 'deadline.duration': 'P10D', 'deadline.unit': 'workday' },
  },
  { construct: 'deadline', text: '巡查记录保存两年。', holds: { 'deadline.duration': 'P2Y' } },
  { construct: 'deadline', text: '甲方在旅游旺季增开摆渡车。', holds: { 'deadline.unresolved': '旅游旺季' } },
  { construct: 'deadline', text: '甲方应保存巡查记录。', holds: { deadline: null } },
  // distribute.ts: names that are summed up, amounts of several years
  {
    construct: 'share',
    text: '东湖、西山、南坪三县森林覆盖率到2029年分别不低于40%、42%和45%。',
    at: 2,
    holds: { attribute: ['南坪'], 'indicator.value': 45 },
  },
  {
    construct: 'share',
    text: '东湖、西山、南坪三县森林覆盖率到2029年不低于40%。',
    holds: { attribute: ['东湖、西山、南坪三县'], party_type: 'closed_collective' },
  },
  {
    construct: 'share',
    text: '甲方2026年、2027年分别改造泵站3座和5座。',
    at: 1,
    holds: { attribute: ['甲方'], deadline: '2027-12-31', 'indicator.value': 5 },
  },
  { construct: 'share', text: '甲方2026年、2027年各改造泵站3座。', holds: { 'indicator.value': 3 } },
  {
    construct: 'share',
    text: '甲方出资2亿元，乙方出资1亿元，均于2027年3月底前到位。',
    holds: { attribute: ['甲方'], deadline: '2027-03-31' },
  },
  { construct: 'share', text: '甲方出资2亿元，乙方出资1亿元，于2027年3月底前到位。', holds: { attribute: ['甲方'], deadline: null } },
  { construct: 'quantity', text: '甲方应公布惠民医院名录，每县不少于3家。', holds: { 'indicator.value': 3, 'indicator.comparator': '>=' } },
  { construct: 'quantity', text: '甲方应将甲线间隔控制在8分钟以内，乙线间隔控制在12分钟以内。', at: 1, holds: { 'indicator.value': 12 } },
  // bound.ts: who caused it; what is not yet allowed
  { construct: 'sanction', text: '因乙方操作失误造成停水的，每停水一日赔偿甲方5万元。', holds: { attribute: ['乙方'], aim: '赔偿' } },
  { construct: 'sanction', text: '因乙方操作失误造成停水的，由甲方启用备用水源。', holds: { attribute: ['甲方'] } },
  {
    construct: 'subject',
    text: '未经两方书面会签，任何一方不得变更方案。',
    holds: { attribute: ['任何一方'], aim: '变更', deontic: 'must_not' },
  },
  { construct: 'subject', text: '丙方一经发现渗漏，应在1小时内报告甲方。', holds: { attribute: ['丙方'], 'deadline.duration': 'PT1H' } },
  // steps.ts: means of what is forbidden, a place that is no party
  { construct: 'modal', text: '不得利用监测数据谋取利益。', holds: { aim: '谋取', deontic: 'must_not' } },
  { construct: 'modal', text: '不得使用未登记的船舶。', holds: { aim: '使用', deontic: 'must_not' } },
  { construct: 'modal', text: '本人承诺，辖区不发生重大火灾。', holds: { attribute: ['本人'], deontic: 'must_not', aim: '发生' } },
  // roles.ts, chunk.ts: leads by other words
  { construct: 'lead', text: '县水利局牵总，各乡镇分头落实，2027年6月底前建成蓄水池80口。', holds: { lead: '县水利局', aim: '建成' } },
  { construct: 'lead', text: '甲方作为牵头方，应会同乙方在2027年6月底前编制方案。', holds: { lead: '甲方', deadline: '2027-06-30' } },
  { construct: 'lead', text: '甲方作为供水方，应在2027年6月底前编制方案。', holds: { lead: null, attribute: ['甲方'] } },
  // chunk.ts: what a meeting decides; what is left for later
  { construct: 'kind', text: '会议决定成立联合巡查专班。', holds: { aim: '成立', kind: 'constitutive', deontic: null } },
  { construct: 'fact', text: '会议决定了下次会期。', holds: { aim: null } },
  { construct: 'hedge', text: '会议原则同意两县共建蔬菜基地。', holds: { attribute: ['两县'], aim: '共建', deontic: null } },
  { construct: 'subject', text: '具体选址另行商议。', holds: { attribute: [], object: '选址', aim: '商议' } },
  // steps.ts: what is past is the thing's
  { construct: 'fact', text: '已签发的证照自2027年1月1日起停用。', holds: { aim: '停用', deadline: '2027-01-01' } },
  { construct: 'fact', text: '甲方已建成泵站3座。', holds: { aim: null } },
];
