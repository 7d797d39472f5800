/**
 * Good and bad examples of each Chinese construct, beside the files that read them: what each has to find, and what looks like
 * it and is not. Every expectation follows from the labelling rules, not from what the reader printed.
 */
export interface Example {
  readonly construct:
    | 'deadline'
    | 'quantity'
    | 'modal'
    | 'hedge'
    | 'lead'
    | 'subject'
    | 'sanction'
    | 'enumeration'
    | 'kind'
    | 'share'
    | 'class'
    | 'fact'
    | 'attitude';
  readonly text: string;
  /** What the statement at `at` (0 if absent) has to hold. */
  readonly at?: number;
  readonly holds: Readonly<Record<string, unknown>>;
}

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
  // attitude.ts: what the parties think; a modal in it makes a duty
  {
    construct: 'attitude',
    text: '两县一致认为，共建科创走廊意义重大，前景广阔。',
    holds: { attribute: ['两县'], aim: '认为', object: '共建科创走廊意义重大，前景广阔', deontic: null, aim_class: 'aspirational' },
  },
  { construct: 'attitude', text: '各方重申对区域协调发展的承诺。', holds: { attribute: ['各方'], aim: '重申', aim_class: 'aspirational' } },
  { construct: 'attitude', text: '双方对合作进展表示满意。', holds: { attribute: ['双方'], object: '合作进展', deontic: null } },
  { construct: 'attitude', text: '双方认为，应加快编制方案。', holds: { attribute: ['双方'], deontic: 'must', object: '方案' } },
  { construct: 'attitude', text: '双方承认对方颁发的资格证书。', holds: { aim: '承认', aim_class: 'concrete' } },
  { construct: 'attitude', text: '会议认为，前期工作成效明显。', holds: { aim: null } },
  { construct: 'attitude', text: '甲方与乙方商定，每季度召开一次会商会。', holds: { attribute: ['甲方', '乙方'], aim: '召开' } },
  { construct: 'attitude', text: '甲乙双方一致同意，自2027年1月起互免门票。', holds: { attribute: ['甲乙双方'], deontic: 'must' } },
  // 承诺…不
  { construct: 'modal', text: '我乡承诺全年不发生森林火灾。', holds: { attribute: ['我乡'], deontic: 'must_not', aim: '发生' } },
  { construct: 'modal', text: '施工方保证在施工期间不破坏地下管线。', holds: { attribute: ['施工方'], deontic: 'must_not' } },
  { construct: 'modal', text: '甲方承诺：不转让经营权；按月公示水质。', holds: { attribute: ['甲方'], deontic: 'must_not' } },
  { construct: 'modal', text: '甲方承诺：不转让经营权；按月公示水质。', at: 1, holds: { attribute: ['甲方'], deontic: 'must' } },
  { construct: 'modal', text: '乙方保证所供货物符合国家标准。', holds: { deontic: 'must' } },
  // addressee.ts
  { construct: 'subject', text: '市水利局：6月底前完成水库加固8座；市气象局：加密观测。', at: 1, holds: { attribute: ['市气象局'] } },
  { construct: 'subject', text: '主要任务如下：建成泵站3座。', holds: { attribute: [] } },
  {
    construct: 'subject',
    text: '2027年用水量控制在25亿立方米以内，由高新区管委会负责落实。',
    holds: { attribute: ['高新区管委会'], deontic: 'must', 'indicator.value': 25 },
  },
  { construct: 'subject', text: '相关工作请各单位统筹考虑。', holds: { attribute: ['各单位'], deontic: 'must' } },
  { construct: 'subject', text: '请市交通局抓紧研究公交加密事宜。', holds: { attribute: ['市交通局'], deontic: 'must', aim: '研究' } },
  { construct: 'subject', text: '乡镇（街道）要摸清独居老人底数。', holds: { attribute: ['乡镇（街道）'] } },
  { construct: 'subject', text: '市公安局牵头，市民政局参与，6月底前实现跨市户口迁移。', holds: { lead: '市公安局', aim: '实现' } },
  // fromTo.ts
  {
    construct: 'quantity',
    text: '甲方应于2027年底前将供水管网漏损率由14%降至9%。',
    holds: { object: '供水管网漏损率', aim: '降至', 'indicator.value': 9 },
  },
  { construct: 'quantity', text: '到2028年，两地直接结算率从71%提高到90%以上。', holds: { attribute: ['两地'], 'indicator.value': 90 } },
  { construct: 'quantity', text: '乙方应将检测周期由7日缩短为3日。', holds: { object: '检测周期', deontic: 'must', deadline: null } },
  { construct: 'quantity', text: '由两市共同出资提高补助标准。', holds: { attribute: ['两市'], object: '补助标准' } },
  { construct: 'quantity', text: '市港务集团应新建10万吨级码头一座。', holds: { 'indicator.value': 1, 'indicator.unit': '座' } },
  // renewal.ts
  {
    construct: 'kind',
    text: '期满前三个月双方均未提出终止的，本备忘录自动续期三年。',
    holds: { kind: 'constitutive', attribute: [], 'deadline.duration': 'P3Y', orElse: null },
  },
  { construct: 'kind', text: '甲方有权顺延付款期限。', holds: { kind: 'regulative', deontic: 'may' } },
  {
    construct: 'kind',
    text: '本意向书不构成法律义务，也不妨碍任何一方与第三方合作。',
    at: 1,
    holds: { kind: 'constitutive', aim: '不妨碍', attribute: [] },
  },
  { construct: 'kind', text: '每年6月为流域联合执法月。', holds: { kind: 'constitutive', aim: '为' } },
  { construct: 'deadline', text: '甲方应修复堤防12公里，完成期限为2028年9月。', holds: { deadline: '2028-09-30', kind: 'regulative' } },
  // fronted.ts: how contact is kept
  { construct: 'class', text: '各方应就汛情研判保持良好互动。', holds: { aim: '保持', object: '良好互动', deontic: 'must' } },
  { construct: 'class', text: '甲方把闲置厂房免费提供给乙方使用。', holds: { object: '闲置厂房' } },
  { construct: 'class', text: '对造成污染的，双方将共同研究处理办法。', holds: { aim: '研究', object: '处理办法' } },
  // sanction.ts
  {
    construct: 'sanction',
    text: '乙方应每月报送化验单，连续两个月未报送的，甲方可减少支付水费。',
    holds: { orElse: '连续两个月未报送的，甲方可减少支付水费' },
  },
  { construct: 'sanction', text: '运营方应每周上传照片，缺传一次扣200元。', holds: { orElse: '缺传一次扣200元' } },
  { construct: 'sanction', text: '我局承诺不收取费用；如有发生，自愿放弃评优资格。', holds: { orElse: '如有发生，自愿放弃评优资格' } },
  { construct: 'sanction', text: '施工方应于6月底前完工，每推迟一日支付违约金1万元。', holds: { orElse: '每推迟一日支付违约金1万元' } },
  {
    construct: 'sanction',
    text: '任何一方泄露数据的，应赔偿由此造成的损失，另一方有权关闭接口。',
    holds: { attribute: ['任何一方'], aim: '赔偿', orElse: '另一方有权关闭接口' },
  },
  { construct: 'sanction', text: '督促企业落实责任，发现问题严肃处理。', holds: { orElse: '发现问题严肃处理' } },
  { construct: 'sanction', text: '双方每半年对账一次，差额部分在10个工作日内结清。', holds: { orElse: null } },
  {
    construct: 'sanction',
    text: '因汛情导致甲方未能交付场地的，乙方可顺延工期，但不得因此主张赔偿。',
    at: 1,
    holds: { deontic: 'must_not', orElse: null },
  },
  {
    construct: 'sanction',
    text: '出境水质达到Ⅱ类的，下游市补偿上游市600万元；劣于Ⅲ类的，上游市补偿下游市600万元。',
    at: 1,
    holds: { attribute: ['上游市'], aim: '补偿' },
  },
  // Ranges and measures that name nobody.
  {
    construct: 'quantity',
    text: '甲方每年供水不少于1.2亿立方米且不超过1.5亿立方米。',
    holds: { 'indicator.value': [1.2, 1.5], 'indicator.comparator': 'between', object: null },
  },
  { construct: 'quantity', text: '日处理能力不低于10万吨，不高于12万吨。', holds: { 'indicator.value': [10, 12] } },
  { construct: 'quantity', text: '甲方日处理能力不低于10万吨，库容不高于12万立方米。', holds: { 'indicator.value': 10 } },
  {
    construct: 'quantity',
    text: '绿化覆盖率由38%提高到42%以上。',
    holds: { 'indicator.value': 42, 'indicator.comparator': '>=', object: '绿化覆盖率', attribute: [] },
  },
  { construct: 'quantity', text: '泵站由甲方提高到二级标准。', holds: { attribute: ['甲方'] } },
  { construct: 'quantity', text: '投诉办结率达到100%。', holds: { aim: '达到', object: '投诉办结率', 'indicator.value': 100 } },
  { construct: 'quantity', text: '甲方投诉乙方。', holds: { aim: '投诉' } },
  { construct: 'quantity', text: '界河水质优良比例保持在85%-90%之间。', holds: { 'indicator.value': [85, 90] } },
  { construct: 'quantity', text: '新增林地12万亩，其中混交林占比60%至65%。', at: 1, holds: { 'indicator.value': [60, 65] } },
  { construct: 'quantity', text: '甲方每半年至少开展一次联合检查。', holds: { 'indicator.comparator': '>=', 'indicator.value': 1 } },
  { construct: 'quantity', text: '两家须于2027年7月10日前交换资料。', holds: { indicator: null } },
  // Times that come again, and terms in other words.
  { construct: 'deadline', text: '县水利局逢单月巡查堤防。', holds: { 'deadline.recurrence': 'P2M', attribute: ['县水利局'] } },
  {
    construct: 'deadline',
    text: '甲方应当在每个财政年度结束后三个月内提交决算报告。',
    holds: { 'deadline.recurrence': 'P1Y', indicator: null },
  },
  { construct: 'deadline', text: '乙方应于每季度首月10日前报送上一季度执行情况。', holds: { 'deadline.recurrence': 'P3M', aim: '报送' } },
  { construct: 'deadline', text: '甲方汛期内每日报送水情。', holds: { 'deadline.recurrence': 'P1D' } },
  { construct: 'deadline', text: '甲方汛期内不得检修闸门。', holds: { 'deadline.standing': '汛期内' } },
  { construct: 'deadline', text: '能耗强度五年累计降低13%。', holds: { 'deadline.duration': 'P5Y', object: '能耗强度' } },
  { construct: 'deadline', text: '在签约后第100天之前，乙方应完成检修。', holds: { 'deadline.duration': 'P100D' } },
  { construct: 'deadline', text: '甲方要在春运前完成检修。', holds: { 'deadline.unresolved': '春运前' } },
  // Consequences of slips, and what a breach costs twice.
  {
    construct: 'sanction',
    text: '站长应每日巡查，辖区内每发现一处火点，扣减经费2万元。',
    holds: { orElse: '辖区内每发现一处火点，扣减经费2万元' },
  },
  { construct: 'sanction', text: '站长应每日巡查，辖区内每发现一处隐患，记入台账。', holds: { orElse: null } },
  { construct: 'sanction', text: '甲方每学期公示不少于4次，少一次扣1分。', holds: { orElse: '少一次扣1分' } },
  { construct: 'sanction', text: '乙方每两周走访一次，漏访的取消当月绩效。', holds: { orElse: '漏访的取消当月绩效' } },
  { construct: 'sanction', text: '甲方逾期仍未供地的，乙方有权解除合同并要求双倍返还定金。', holds: { orElse: '要求双倍返还定金' } },
  {
    construct: 'sanction',
    text: '一方未完成任务的，应当书面说明原因；逾期超过90日的，支付违约金。',
    holds: { orElse: '逾期超过90日的，支付违约金' },
  },
  // Who acts, and what is said before it.
  {
    construct: 'lead',
    text: '由市教育局牵头，市财政局按职责分工负责，2026年底前补齐教师30名。',
    holds: { lead: '市教育局', cooperating: ['市财政局'] },
  },
  { construct: 'subject', text: '临川电力应完成线路检修。', holds: { attribute: ['临川电力'] } },
  { construct: 'subject', text: '本人作为河长，每旬巡河不少于2次。', holds: { attribute: ['本人'] } },
  { construct: 'subject', text: '云梦州单位面积化肥用量减少不少于10%。', holds: { attribute: ['云梦州'] } },
  { construct: 'subject', text: '承办联席会议交办的其他事项。', holds: { attribute: [], aim: '承办' } },
  {
    construct: 'subject',
    text: '关于转运站选址，由甲方牵头、乙方配合，2026年7月10日前踏勘。',
    holds: { attribute: ['甲方', '乙方'], lead: '甲方' },
  },
  { construct: 'modal', text: '受影响一方可顺延期限，不承担违约责任。', at: 1, holds: { deontic: 'must_not' } },
  { construct: 'modal', text: '任何一方不得将共享资料提供给第三方。', holds: { deontic: 'must_not', object: '共享资料' } },
  { construct: 'modal', text: '遇重大事项，联席会议可随时召开。', holds: { deontic: 'may' } },
  { construct: 'hedge', text: '双方优惠标准原则上保持一致。', holds: { deontic: null } },
  { construct: 'kind', text: '本协议所称通勤圈，是指双方应当覆盖的范围。', holds: { kind: 'constitutive', aim: '是指', attribute: [] } },
  // merge.ts: the name of a paper is one noun
  { construct: 'lead', text: '《联合防汛预案》由甲方应急局牵头修订，5月底前印发。', holds: { object: '《联合防汛预案》', aim: '修订' } },
  {
    construct: 'lead',
    text: '关于《港区融合规划》，请市交通局牵头，6月底前报批。',
    holds: { lead: '市交通局', deontic: 'must', aim: '报批' },
  },
  // addressee and company
  { construct: 'lead', text: '市应急局牵头负责，市气象局参与，编制预案。', holds: { lead: '市应急局', deontic: 'must' } },
  { construct: 'subject', text: '两次以上未报送的，由市政府督查室约谈。', holds: { attribute: ['市政府督查室'], aim: '约谈' } },
  { construct: 'subject', text: '临江市单位GDP能耗降低14%。', holds: { attribute: ['临江市'], 'indicator.value': 14 } },
  { construct: 'subject', text: '支持乙方企业设立总部。', holds: { party_type: 'open_collective', deontic: 'may' } },
  {
    construct: 'subject',
    text: '双方将以本次签约为契机，携手共进，再谱新篇。',
    at: 1,
    holds: { attribute: ['双方'], deontic: 'must' },
  },
  { construct: 'subject', text: '经同意后方可变更。', holds: { attribute: [], deontic: 'may' } },
  // condition.ts
  { construct: 'subject', text: '各镇要加强巡查，发现隐患第一时间处置。', at: 1, holds: { aim: '处置', conditions: ['发现隐患'] } },
  { construct: 'subject', text: '有关单位应做好准备，遇到困难多沟通。', at: 1, holds: { aim: '沟通', conditions: ['遇到困难'] } },
  { construct: 'subject', text: '各类渔船不得捕捞，科研船除外。', holds: { attribute: ['各类渔船'], conditions: ['科研船除外'] } },
  {
    construct: 'enumeration',
    text: '出现下列情形之一的，甲方可解除本协议：乙方停产；乙方转让股权。',
    at: 1,
    holds: { aim: null },
  },
  { construct: 'enumeration', text: '双方应做好以下工作：加强巡查；建立台账。', at: 2, holds: { aim: '建立', object: '台账' } },
  { construct: 'enumeration', text: '一要统一思想，二要压实责任。', holds: { deontic: 'must' } },
  // times
  { construct: 'deadline', text: '裁决作出前，双方应维持现状。', holds: { 'deadline.unresolved': '裁决作出前', attribute: ['双方'] } },
  { construct: 'deadline', text: '市住建局全年竣工安置房110套。', holds: { 'deadline.unresolved': '全年', 'indicator.value': 110 } },
  {
    construct: 'deadline',
    text: '乙方逾期未付清的，甲方有权自次月起停止供水。',
    holds: { 'deadline.unresolved': '自次月起', orElse: '停止供水' },
  },
  { construct: 'deadline', text: '甲方应在签署后三个月内指派联络员，并将姓名告知乙方。', at: 1, holds: { 'deadline.duration': 'P3M' } },
  { construct: 'deadline', text: '甲方应提前六个月书面告知，并结清款项。', at: 1, holds: { deadline: null } },
  { construct: 'deadline', text: '市财政局随后三个工作日内拨付资金。', holds: { attribute: ['市财政局'], 'deadline.duration': 'P3D' } },
  { construct: 'deadline', text: '水价每满三年由双方重新核定。', holds: { 'deadline.recurrence': 'P3Y', attribute: ['双方'] } },
  // kinds
  { construct: 'kind', text: '专家组由5人组成。', holds: { kind: 'constitutive', attribute: ['专家组'], 'indicator.value': 5 } },
  { construct: 'kind', text: '设立合作区管委会，为市政府派出机构。', at: 1, holds: { kind: 'constitutive', attribute: ['合作区管委会'] } },
  { construct: 'kind', text: '要把落实情况作为评优的重要参考。', holds: { kind: 'regulative', deontic: 'must' } },
  { construct: 'class', text: '补偿资金由县财政局统一用于水源地保护。', holds: { object: '补偿资金', aim: '用于水源地保护' } },
  { construct: 'class', text: '甲方可视情提供力所能及的支持。', holds: { aim_class: 'aspirational' } },
  { construct: 'class', text: '各村要做到一户一档。', holds: { aim_class: 'concrete' } },
  { construct: 'class', text: '双方应做到互信互谅。', holds: { aim_class: 'aspirational' } },
  { construct: 'class', text: '尽快打通数据平台，让企业少跑路。', at: 1, holds: { aim: '让', aim_class: 'aspirational' } },
  { construct: 'fact', text: '与2020年相比，2027年甲方用水量下降8%。', holds: { attribute: ['甲方'], 'indicator.value': 8 } },
  {
    construct: 'sanction',
    text: '甲方应每日报送数据，低于下限的，当月气费按九折结算。',
    holds: { orElse: '低于下限的，当月气费按九折结算' },
  },
  {
    construct: 'sanction',
    text: '两县应就标准达成一致；达不成一致的，提交副市长协调。',
    holds: { orElse: '达不成一致的，提交副市长协调' },
  },
  { construct: 'class', text: '双方要统一预警分级标准。', holds: { aim: '统一', object: '预警分级标准' } },
  { construct: 'class', text: '甲方应统一发布标准。', holds: { aim: '发布', object: '标准' } },
  { construct: 'class', text: '甲方应保证供水水质符合国家标准。', holds: { aim: '符合', deontic: 'must' } },
  {
    construct: 'lead',
    text: '县农业局主导，县财政局支持，2027年底前建成泵站3座。',
    holds: { lead: '县农业局', cooperating: ['县财政局'] },
  },
  { construct: 'subject', text: '甲方可以自行修复，所需费用由乙方承担。', at: 1, holds: { attribute: ['乙方'] } },
  { construct: 'subject', text: '两市轨道交通里程突破300公里。', holds: { attribute: ['两市'] } },
];
