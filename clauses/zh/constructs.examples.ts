/**
 * Good and bad examples of each Chinese construct, beside the files that read them: what each has to find, and what looks like
 * it and is not. Every expectation follows from the labelling rules, not from what the reader printed.
 */
import type { Example } from '../example.ts';
import { officialExamples } from './official.examples.ts';
import { sharedExamples } from './shared.examples.ts';

export const chineseExamples: readonly Example[] = [
  // deadline.ts
  { construct: 'deadline', text: '甲方应于2026年底前建成监测站。', holds: { deadline: '2026-12-31' } },
  { construct: 'deadline', text: '甲方应于2026年前建成监测站。', holds: { deadline: '2025-12-31' } },
  { construct: 'deadline', text: '甲方应于2026年3月底前提交报告。', holds: { deadline: '2026-03-31' } },
  { construct: 'deadline', text: '乙方应在2026年第三季度末前完成验收。', holds: { deadline: '2026-09-30' } },
  { construct: 'deadline', text: '甲方应在“十五五”末建成联络线。', holds: { deadline: '2030-12-31' } },
  { construct: 'deadline', text: '自2026年7月1日起，甲方停用纸质单证。', holds: { deadline: '2026-07-01' } },
  { construct: 'deadline', text: '乙方应在收到通知后5个工作日内答复。', holds: { 'deadline.duration': 'P5D', 'deadline.unit': 'workday' } },
  { construct: 'deadline', text: '甲方应于每季度首月10日前报送台账。', holds: { 'deadline.recurrence': 'P3M', 'deadline.day': 10 } },
  { construct: 'deadline', text: '甲方应于2026年春耕前完成清淤。', holds: { 'deadline.unresolved': '2026年春耕前' } },
  { construct: 'deadline', text: '双方应尽快建立会商机制。', holds: { deadline: null } },
  {
    construct: 'deadline',
    text: '到2028年，甲方氨氮排放量较2024年下降9%。',
    holds: { deadline: '2028-12-31', 'indicator.base': '2024年' },
  },
  // quantity.ts
  { construct: 'quantity', text: '乙方应于2026年底前建成泵站3座。', holds: { 'indicator.value': 3, 'indicator.unit': '座' } },
  { construct: 'quantity', text: '甲方每年排放量不得高于500吨。', holds: { 'indicator.value': 500, 'indicator.comparator': '<=' } },
  {
    construct: 'quantity',
    text: '甲方应将达标率保持在90%—95%。',
    holds: { 'indicator.value': [90, 95], 'indicator.comparator': 'between' },
  },
  { construct: 'quantity', text: '甲方不得在岸线1公里范围内新建仓库。', holds: { indicator: null } },
  { construct: 'quantity', text: '两市应统一标识。', holds: { indicator: null } },
  // words.ts, modals and hedges
  { construct: 'modal', text: '甲方不得转让取水权。', holds: { deontic: 'must_not' } },
  { construct: 'modal', text: '乙方可查阅监测记录。', holds: { deontic: 'may' } },
  { construct: 'modal', text: '甲方承担维修费用。', holds: { deontic: null } },
  { construct: 'modal', text: '市应急管理局每月检查堤防一次。', holds: { deontic: null, attribute: ['市应急管理局'] } },
  { construct: 'hedge', text: '双方力争2027年底前开通直达班线。', holds: { deontic: null, deadline: '2027-12-31' } },
  { construct: 'hedge', text: '甲方原则上应于2026年底前移交档案。', holds: { deontic: null } },
  // roles.ts
  {
    construct: 'lead',
    text: '由市水利局牵头、市财政局配合，2026年底前编制分摊方案。',
    holds: { lead: '市水利局', attribute: ['市水利局', '市财政局'], deontic: 'must' },
  },
  { construct: 'lead', text: '市水利局会同市财政局制定分摊方案。', holds: { lead: '市水利局' } },
  { construct: 'lead', text: '由市水利局负责编制分摊方案。', holds: { lead: null, attribute: ['市水利局'], deontic: 'must' } },
  // subject.ts
  { construct: 'subject', text: '甲方应清理河道，并于2026年6月底前建立台账。', at: 1, holds: { attribute: ['甲方'], deontic: 'must' } },
  { construct: 'subject', text: '推进两市交通一体化。', holds: { attribute: [] } },
  {
    construct: 'subject',
    text: '甘肃、青海两省水利厅应于2026年底前交换数据。',
    holds: { attribute: ['甘肃、青海两省水利厅'], party_type: 'closed_collective' },
  },
  { construct: 'subject', text: '有关部门应加强协调。', holds: { party_type: 'open_collective' } },
  { construct: 'subject', text: '联席会议由甲方主持。', holds: { attribute: ['甲方'], object: '联席会议' } },
  // sanction.ts
  {
    construct: 'sanction',
    text: '乙方应于2026年底前交付设备2台，逾期每日支付违约金1000元。',
    holds: { orElse: '逾期每日支付违约金1000元', 'indicator.value': 2 },
  },
  { construct: 'sanction', text: '甲方应于2026年底前交付设备2台，并于次年1月底前完成安装。', holds: { orElse: null } },
  // enumeration, 分别
  {
    construct: 'enumeration',
    text: '一是加强领导；二是市财政局负责2026年底前拨付资金500万元。',
    at: 1,
    holds: { attribute: ['市财政局'], deadline: '2026-12-31' },
  },
  {
    construct: 'share',
    text: '甲市、乙市应于2026年底前分别新建泵站3座和5座。',
    at: 1,
    holds: { attribute: ['乙市'], 'indicator.value': 5 },
  },
  // constitutive
  { construct: 'kind', text: '双方成立联合领导小组。', holds: { kind: 'constitutive' } },
  { construct: 'kind', text: '双方建立数据台账。', holds: { kind: 'regulative' } },
  // aimClass.ts
  { construct: 'class', text: '甲方应吸引社会资本。', holds: { aim_class: 'aspirational' } },
  { construct: 'class', text: '双方应共享改革红利。', holds: { aim_class: 'aspirational' } },
  { construct: 'class', text: '双方应共享监测数据。', holds: { aim_class: 'mixed' } },
  { construct: 'class', text: '甲方应提供办公场所和必要便利。', holds: { aim_class: 'concrete' } },
  { construct: 'class', text: '乙方应给予政策倾斜。', holds: { aim_class: 'aspirational' } },
  // facts.ts: what was and what is asks nothing of anybody
  { construct: 'fact', text: '近年来，受气候影响，来水量明显减少。', holds: { aim: null } },
  { construct: 'fact', text: '项目总投资4.2亿元。', holds: { aim: null } },
  { construct: 'fact', text: '本协议一式四份，双方各执两份。', holds: { aim: null } },
  { construct: 'fact', text: '目前，乙方应每月报送台账。', holds: { deontic: 'must', 'deadline.recurrence': 'P1M' } },
  // company.ts, roles.ts
  { construct: 'lead', text: '市住建局要会同市水利局排查隐患。', holds: { lead: '市住建局', deontic: 'must' } },
  { construct: 'lead', text: '市财政局会同市水利局，每季度开展一次联合检查。', holds: { lead: '市财政局' } },
  // party.ts
  { construct: 'subject', text: '市人力资源社会保障局应报送台账。', holds: { party_type: 'individual' } },
  { construct: 'subject', text: '毗邻乡镇应互通汛情。', holds: { party_type: 'open_collective' } },
  { construct: 'subject', text: '乙方支持甲方企业设立研发机构。', holds: { attribute: ['乙方'], aim: '支持', aim_class: 'aspirational' } },
  { construct: 'subject', text: '鼓励社会资本参与园区配套设施建设。', holds: { attribute: ['社会资本'], deontic: 'may' } },
  // sanction.ts
  { construct: 'sanction', text: '乙方未履行保洁义务的，甲方可自行清理，费用从补偿金中扣除。', holds: { orElse: '费用从补偿金中扣除' } },
  { construct: 'sanction', text: '因不可抗力不能履行的，双方互不承担责任。', holds: { orElse: null } },
  // Ordinary ways of saying the same
  {
    construct: 'lead',
    text: '泵站改造由市水利局牵头，市财政局配合，2026年底前完工。',
    holds: { lead: '市水利局', aim: '完工', deadline: '2026-12-31' },
  },
  { construct: 'lead', text: '市档案馆会同市财政局编制方案。', holds: { lead: '市档案馆' } },
  { construct: 'lead', text: '以市水利局为主，市财政局协助，2026年底前编制方案。', holds: { lead: '市水利局' } },
  { construct: 'subject', text: '第一条 甲方应当于2027年6月30日前建成泵站。', holds: { attribute: ['甲方'], deadline: '2027-06-30' } },
  {
    construct: 'subject',
    text: '县长对本县防汛工作负总责。',
    holds: { attribute: ['县长'], deontic: 'must', aim: '负总责', aim_class: 'mixed' },
  },
  { construct: 'subject', text: '支持符合条件的企业加入联盟。', holds: { attribute: ['符合条件的企业'], deontic: 'may' } },
  { construct: 'subject', text: '任何单位和个人不得占用岸线。', holds: { attribute: ['任何单位和个人'], party_type: 'open_collective' } },
  {
    construct: 'enumeration',
    text: '到2028年建成消防站9个，其中东岭县4个、西岭县5个。',
    at: 2,
    holds: { attribute: ['西岭县'], 'indicator.value': 5 },
  },
  { construct: 'deadline', text: '联合巡逻队逢周五在边界巡逻。', holds: { 'deadline.recurrence': 'P1W' } },
  { construct: 'deadline', text: '自即日起至2026年9月30日，甲方应清理河道。', holds: { deadline: '2026-09-30' } },
  { construct: 'deadline', text: '甲方应在乙方启动应急响应后6小时内调出帐篷。', holds: { 'deadline.duration': 'PT6H' } },
  { construct: 'sanction', text: '甲方须值守闸门，发现一次脱岗扣2分。', holds: { orElse: '发现一次脱岗扣2分' } },
  { construct: 'sanction', text: '甲方不承担赔偿责任。', holds: { orElse: null } },
  { construct: 'class', text: '双方可视情邀请专家评审。', holds: { aim_class: 'mixed' } },
  { construct: 'class', text: '完善协作机制。', holds: { aim_class: 'aspirational' } },
  {
    construct: 'sanction',
    text: '甲方应于2026年6月底前交付设备，逾期交付的，每日支付违约金500元。',
    holds: { orElse: '逾期交付的，每日支付违约金500元' },
  },
  {
    construct: 'sanction',
    text: '甲方应于2026年6月底前交付设备，未按期交付的应书面说明原因。',
    holds: { orElse: '未按期交付的应书面说明原因' },
  },
  {
    construct: 'sanction',
    text: '甲方应于2026年6月底前交付设备，到期未交付的，由联席会议予以书面提醒。',
    holds: { orElse: '到期未交付的，由联席会议予以书面提醒' },
  },
  { construct: 'sanction', text: '甲方应于2026年6月底前交付设备，过期由督查室发函催办。', holds: { orElse: '过期由督查室发函催办' } },
  {
    construct: 'sanction',
    text: '甲方应于2026年6月底前交付设备，拒不交付的，列入失信名单。',
    holds: { orElse: '拒不交付的，列入失信名单' },
  },
  {
    construct: 'sanction',
    text: '甲方应于2026年6月底前交付设备，否则乙方可另行采购，费用由甲方承担。',
    holds: { orElse: '否则乙方可另行采购，费用由甲方承担' },
  },
  {
    construct: 'sanction',
    text: '甲方应于2026年6月底前交付设备，每迟交一天扣减合同价款的1%。',
    holds: { orElse: '每迟交一天扣减合同价款的1%' },
  },
  {
    construct: 'sanction',
    text: '甲方应于2026年6月底前交付设备，未如期交付的，暂缓拨付尾款。',
    holds: { orElse: '未如期交付的，暂缓拨付尾款' },
  },
  {
    construct: 'sanction',
    text: '甲方应于2026年6月底前交付设备，达不到约定数量的，差额部分以现金补足。',
    holds: { orElse: '达不到约定数量的，差额部分以现金补足' },
  },
  {
    construct: 'sanction',
    text: '甲方应于2026年6月底前交付设备，延误超过30日的，乙方有权解除合同。',
    holds: { orElse: '延误超过30日的，乙方有权解除合同' },
  },
  { construct: 'sanction', text: '甲方应于2026年6月底前交付设备，逾期视作放弃。', holds: { orElse: '逾期视作放弃' } },
  {
    construct: 'sanction',
    text: '甲方应于2026年6月底前交付设备，未完成的在全市范围内通报。',
    holds: { orElse: '未完成的在全市范围内通报' },
  },
  { construct: 'sanction', text: '甲方应于2026年6月底前交付设备，交付不合格的，责令返工。', holds: { orElse: '交付不合格的，责令返工' } },
  {
    construct: 'sanction',
    text: '甲方应于2026年6月底前交付设备，逾期不交的，约谈其主要负责人。',
    holds: { orElse: '逾期不交的，约谈其主要负责人' },
  },
  { construct: 'sanction', text: '甲方应于2026年6月底前交付设备，违者冻结其下年度指标。', holds: { orElse: '违者冻结其下年度指标' } },
  {
    construct: 'sanction',
    text: '甲方应于2026年6月底前交付设备，再次逾期的，取消其参与资格。',
    holds: { orElse: '再次逾期的，取消其参与资格' },
  },
  { construct: 'sanction', text: '甲方应于每月5日前报送报表；未经乙方同意，不得对外公开。', holds: { orElse: null } },
  { construct: 'sanction', text: '遇不可抗力不能履约的，双方互不承担责任。', holds: { orElse: null } },
  {
    construct: 'lead',
    text: '由市卫健局具体负责，市医保局予以协助，2026年底前建成急救站5座。',
    holds: { lead: '市卫健局', cooperating: ['市医保局'] },
  },
  { construct: 'lead', text: '禁捕巡查由东岭县主办、西岭县协办。', holds: { lead: '东岭县', cooperating: ['西岭县'] } },
  { construct: 'lead', text: '以市文旅局为主，市交通局配合，开通直通车3条。', holds: { lead: '市文旅局', cooperating: ['市交通局'] } },
  { construct: 'lead', text: '市科协牵头举办科技节，团市委配合。', holds: { lead: '市科协', cooperating: ['团市委'] } },
  { construct: 'lead', text: '由东岭县牵头、西岭县配合做好普查工作。', holds: { lead: '东岭县', cooperating: ['西岭县'] } },
  { construct: 'lead', text: '市农业局牵头，会同市水利局，开展渠道整治。', holds: { lead: '市农业局', cooperating: ['市水利局'] } },
  { construct: 'deadline', text: '任期内，县长要消除危房。', holds: { 'deadline.unresolved': '任期内' } },
  { construct: 'deadline', text: '灌区轮灌单年由甲方组织。', holds: { 'deadline.recurrence': 'P2Y' } },
  { construct: 'deadline', text: '甲方须于交割次日支付尾款。', holds: { 'deadline.duration': 'P1D' } },
  { construct: 'deadline', text: '乙方应将换乘时间压缩至6分钟以内。', holds: { deadline: null, 'indicator.value': 6 } },
  { construct: 'deadline', text: '甲方应修复堤防12公里，完成期限为2027年8月。', holds: { deadline: '2027-08-31' } },
  { construct: 'deadline', text: '今后三年，甲方新建泵站6座。', holds: { 'deadline.duration': 'P3Y' } },
  { construct: 'deadline', text: '甲方须在开闸前24小时告知乙方。', holds: { 'deadline.duration': 'PT24H', 'deadline.before': true } },
  { construct: 'deadline', text: '特许期届满之日，乙方应移交管网。', holds: { 'deadline.unresolved': '特许期届满之日' } },
  { construct: 'subject', text: '双方各部门之间要打破壁垒。', holds: { attribute: ['双方各部门'] } },
  { construct: 'subject', text: '甲方如需停水检修，应提前48小时通知乙方。', holds: { attribute: ['甲方'], deontic: 'must' } },
  { construct: 'subject', text: '如乙方延期供货，应支付违约金。', holds: { attribute: ['乙方'] } },
  { construct: 'subject', text: '船闸检修安排应提前20日公告。', holds: { attribute: [] } },
  { construct: 'modal', text: '乙方不干预甲方定价。', holds: { deontic: 'must_not' } },
  { construct: 'subject', text: '双方在规划、用地等方面给予园区优先保障。', holds: { attribute: ['双方'], aim: '给予' } },
  { construct: 'subject', text: '甲方为每个村至少招聘2名医生。', holds: { attribute: ['甲方'], aim: '招聘' } },
  { construct: 'kind', text: '产权归甲方所有。', holds: { kind: 'constitutive' } },
  ...officialExamples,
  ...sharedExamples,
];
