/** Whether an outsider could check the aim: the verb decides, the object and a measure correct it. */
import type { AimClass } from '../reading.ts';
import { ofClause } from './gates.ts';
import { remembered } from '../text/remember.ts';
import { aims } from './aims.data.ts';

/** Objects with nothing to check in them, whatever the verb. */
const airy =
  /(?:繁荣|共赢|双赢|多赢|振兴|跨越|突破|腾飞|进步|意识|认识|共识|合力|氛围|格局|局面|水平|能力|活力|动力|优势|机遇|精神|理念|使命|担当|大局|信心|友谊|情谊|互信|信任|关系|往来|交往|发展|一体化|融合|合作|交流|协作|联系|沟通|效能|效益|成效|实效|任务落实|政策落实|责任落实|质量|体系|环境|支持|工作|力度|作用|责任感|任务|要求|部署|初衷|原则|目标|愿景|贡献|措施|问题|矛盾|障碍|瓶颈|难题|潜力|影响力|竞争力|形象|品牌|潜能|成果|空间|高地|样板|标杆|典范|纽带|桥梁|共同体|改革|创新|转型|升级|治理|保护|见效|联防联治|联防联控|共建共享|互联互通)$/;
/** Objects that can be counted or seen. */
const tangible =
  /(?:报告|方案|清单|台账|名单|计划|规划|细则|办法|规程|标准|目录|图|表|函|通知|公告|公报|协议|合同|补充协议|预案|手册|指南|制度|资金|费用|款|金|万元|亿元|数据|信息|资料|材料|系统|平台|站|点|口|厂|路|桥|线|管网|工程|项目|设施|设备|车|船|船舶|企业|断面|会议|联席会议|演练|检查|培训|干部|人员|专家|名|座|岗位|席位|床位|场所|场地|用房|便道|样品|设备|凭证|证明|发票|票据|信号|名额|座|个|辆|台|公里|次|手续|审批|证|许可|备案|账户|专户|接口|热线|窗口|联络员|审计|评估|排放|污水|废物|垃圾|进度表|议题|意见|结果|情况|建议|申请|账号|期刊|简报|基金|门|闸|阀|水量|流量|水位|浓度|排放量|比例|率|里程|面积|红线|边界|界桩|标志|标识|码头|航道|泊位|园区)$/;
const mechanism = /(?:机制|体制|体系|制度|渠道|网络|格局|模式|通道|关系)$/;

export interface AimFacts {
  readonly aim: string;
  readonly object: string;
  /** The verb as the dictionary has it; the aim may be longer. */
  readonly verb: string;
  readonly hasIndicator: boolean;
  /** 5%左右: no amount that could be missed. */
  readonly approximate: boolean;
  readonly hasDeadline: boolean;
  /** Somebody is named who must act. */
  readonly named?: boolean;
  /** 基本消除: nobody can say whether that is done. */
  readonly partly?: boolean;
  /** Those meant are invited, not obliged: 鼓励社会资本参与…. */
  readonly invited?: boolean;
  /** 视情, 另行, 抓紧: words that leave open whether and when. */
  readonly loose?: () => boolean;
}

/** The class of the verb, or of its longest end or beginning that is listed (联合检查 → 检查). */
const listedClass = remembered((verb): AimClass | undefined => {
  const whole = aims.get(verb);
  if (whole !== undefined) return whole;
  for (let length = verb.length - 1; length >= 2; length--) {
    const tail = aims.get(verb.slice(-length));
    if (tail !== undefined) return tail;
    const head = aims.get(verb.slice(0, length));
    if (head !== undefined) return head;
  }
  return undefined;
});

/** A verb whose object decides; the first row that fits counts. `open` rows hold only where no time is set. */
interface Row {
  readonly verb: RegExp;
  readonly object: RegExp;
  readonly open?: true;
  readonly timed?: true;
  readonly aimClass: AimClass;
}

const row = (verb: RegExp, object: RegExp, aimClass: AimClass, when: { open?: true; timed?: true } = {}): Row => ({
  verb,
  object,
  aimClass,
  ...when,
});
const anything = /^/;
const timed = { timed: true } as const;
const open = { open: true } as const;

const rows: readonly Row[] = [
  row(/^(?:代为)/, anything, 'concrete'),
  row(/^完成|(?:完毕|办结)$/, anything, 'concrete'),
  row(/^(?:做到|实现|建立|落实)$/, /^一[^，一]{1,2}一(?:档|表|卡|码|册|账|台账|清单|牌|证|图)$/, 'concrete'),
  row(/协商解决$/, anything, 'mixed'),
  row(/^(?:另行)?协商/, /^(?!.*(?:问题|困难|矛盾|分歧|争议|纠纷|争端)$).+$/, 'mixed'),
  row(/^统一/, /思想|认识|行动$/, 'aspirational'),
  // By a day it is one standard or it is not.
  row(/^统一$/, /(?:标准|口径|规范|规则|方法|格式|价格|编码|目录|标识|流程|尺度)$/, 'concrete', timed),
  row(/^实现$/, /(?:互认|全量共享|互备|互为备份|直接结算|通办|联办|联网|并网|接入|清零|上线|覆盖)$/, 'concrete', timed),
  // A change without an amount: it can be looked at, and has no finished state.
  row(
    /^(?:(?:持续|稳步|逐年)?(?:下降|上升|降低|提高|提升|增长|减少|增加|扩大|缩小))$/,
    /(?:(?<![效频概])率|能耗|浓度|强度|排放量?|比重|占比|总量|产值|里程|用量|指数)$/,
    'mixed',
  ),
  row(/^(?:从严|严肃|依法)?(?:追究|追责|问责)/, anything, 'mixed'),
  row(/^(?:守住|守牢|守好|筑牢|严守|牢守)$/, /(?:红线|底线|防线|关口|屏障)$/, 'aspirational'),
  row(
    /^(?:从事|实施|作出|做出|发表|采取)$/,
    /(?:有损|损害|不利于|有碍|违背)[^，]*(?:大局|形象|关系|合作|团结|利益|精神|初衷|友好)[^，]*(?:行为|言论|举动|事|活动|措施)$/,
    'aspirational',
  ),
  row(/^(?:打造|营造|构建|创造|优化)$/, /(?:环境|氛围|生态)$/, 'aspirational'),
  row(/^(?:协调|协助|帮助|及时|妥善)+(?:处理|解决|化解)$/, /(?:问题|困难|矛盾|争议|纠纷|难题|诉求)$/, 'aspirational'),
  row(/^(?:帮助|协助|支持)$/, /(?:解决|处理|化解).*(?:问题|困难|矛盾|难题)$/, 'aspirational'),
  row(/^(?:督促|指导|监督|引导)$/, /(?:落实|履行|增强|强化).*(?:责任|措施|要求|意识|义务)$/, 'aspirational'),
  row(/^(?:减少|降低|避免|减轻)$/, /(?:损失|影响|风险|矛盾|负担|损害)$/, 'aspirational', open),
  row(/^(?:沟通|协商|联系)$/, /^、?(?:友好|及时|多|主动|加强)?(?:协商|沟通|联系|商量)?$/, 'aspirational', open),
  row(/^(?:维持|保持)$/, /(?:现状|不变)$/, 'mixed'),
  row(/^(?:保持)$/, /(?:互动|协作|合作|对话|联络|接触|协调|衔接|友好|默契|关系)$/, 'aspirational'),
  row(/^(?:遵守|执行|落实)$/, /^(?:各项|有关|相关)(?:规定|纪律|制度|要求|政策)$/, 'aspirational', open),
  row(/^(?:让|使|结为)$/, anything, 'aspirational', open),
  row(/^打通$/, /(?:系统|平台|数据|网络)$/, 'mixed', open),
  row(/^形成$/, /^[^的]*体系$/, 'mixed', timed),
  row(
    /^(?:基本)?(?:建成|建设|打造|形成|成为)$/,
    /(?:和谐共生|美丽|幸福|宜居|现代化|一流|世界级|高水平|高品质|有影响力|具有全国|具有国际).*的|(?:和谐共生|美丽|幸福|宜居)[^，]{2,8}$/,
    'aspirational',
  ),
  row(/^保障$/, /^(?!.*(?:资金|经费|用地|场地|场所|人员|车辆|设备|物资|流量|水量|到位|投入|编制|专款)$).+$/, 'aspirational', open),
  row(/^交出$/, tangible, 'concrete'),
  row(
    /^(?:负|承担)[^ ]{0,6}(?:总责|全责|首要责任|主要责任|直接责任|领导责任|主体责任|第一责任|全面责任|牵头责任|属地责任)$/,
    anything,
    'mixed',
  ),
  row(/^(?:确保|保证)$/, /^(?:不发生|不出现|零)/, 'mixed'),
  row(/^(?:完善|健全|优化|改进)$/, /(?:机制|体系|制度|服务|布局|环境|政策|措施)$/, 'aspirational', open),
  row(
    /^(?:建成|建设|打造|形成|成为)$/,
    /(?:的[^的]{0,12})(?:样板|体系|集群|高地|格局|示范区|都市圈|共同体|强省|强市|新区|屏障|走廊)$/,
    'aspirational',
  ),
  row(/^实现$/, /(?:互通|互助|互认|共享|联动|协同|互补|衔接|发展|提升|突破|跨越|融合|对接)$/, 'aspirational', open),
  row(/^落实$/, /(?:制度|要求|责任|政策|措施|举措|任务)$/, 'aspirational', open),
  row(/^(?:做到|摆在|摆上|放在|欢迎|学习领会|领会|促进|增进)$/, anything, 'aspirational', open),
  row(/^(?:沟通|联系|对接)$/, /^$/, 'aspirational', open),
  row(
    /^(?:加强|增进|强化|深化|密切|扩大|拓展)(?:沟通|联系|联络|对接|衔接|往来|互动|交流|协作|合作|配合|协同|联动|互信|协调)$/,
    anything,
    'aspirational',
  ),
  row(/^(?:保持)$/, /(?:联系|沟通|往来|交流)$/, 'aspirational'),
  row(/^(?:拿出|提出)$/, /(?:意见|办法|建议|对策|措施)$/, 'mixed', open),
  row(/^承担$/, /(?:赔偿责任|连带(?:清偿)?责任|违约责任|损失|费用)$/, 'concrete'),
  row(/^具备$/, /条件$/, 'concrete', timed),
  row(/^(?:开放|加密|流转|邀请)$/, /^(?!.*[0-9])/, 'mixed', open),
  row(/^(?:提供)$/, /(?:食宿|交通|后勤)/, 'mixed', open),
  row(/^(?:处理|依规依纪处理)$/, /^(?:|依纪)$/, 'mixed', open),
  row(/^(?:设立|新设|出台|制定)$/, /妨碍/, 'mixed'),
  row(/^(?:制定|出台)$/, /(?:举措|配套措施|政策措施)$/, 'mixed', open),
  row(
    /^(?:提供|给予|创造|营造)$/,
    /(?:便利|协助|支持|帮助|保障|支撑|方便|空间|机会|动力|条件|倾斜|优惠|优先|关注|重视|环境|氛围|指引)$/,
    'aspirational',
  ),
  row(/^(?:提供|给予)$/, tangible, 'concrete'),
  row(/^(?:提供|给予)$/, anything, 'mixed'),
  row(/^(?:建立|建立健全|搭建)$/, /(?:台账|清单|数据库|名录|档案|专户|账户|网站|热线|微信群|通讯录|目录)$/, 'concrete'),
  row(/^(?:形成|建设|构建)$/, /(?:网络|清单|方案|平台|通道|报告|制度|机制)$/, 'mixed', timed),
  row(/^(?:形成|打通)$/, /(?:规程|办法|方案|清单|报告|意见|目录|文件|规划|图|断头路|接口|道路|公路|线路)$/, 'concrete'),
  // What is to be looked into or talked over may end in nothing.
  row(/^(?:再行|另行|深入|专题)?研究(?!制定|起草|编制|提出|出台|确定)/, anything, 'aspirational'),
  row(/^(?:再行|另行|共同|友好)?(?:协商|商议|再议|磋商|商讨|讨论|酝酿)$/, anything, 'aspirational', open),
  // Gaps and risks are never seen to be gone.
  row(/^(?:补齐|补上|弥补|补足|消除|缩小)$/, /(?:短板|弱项|差距|空白|不足|壁垒|障碍|盲区)$/, 'aspirational'),
  row(/^(?:防范|防范化解|化解|防控|消除)$/, /风险$/, 'aspirational', open),
  row(/^(?:维护|保障|保证)$/, /(?:稳定|秩序|利益|权益|形象|和谐|局面|大局|团结|安全|民生|有序|平稳|畅通)$/, 'aspirational', open),
  row(/^(?:建设|构建|实现|打造)$/, /^(?:幸福|美丽|一流|世界级|现代化|高水平|高质量|高品质|宜居|和谐|平安|富有|具有)/, 'aspirational', open),
  row(/^引导/, anything, 'aspirational', open),
  row(/^(?:建立|构建|保持|维护|发展)/, /(?:关系|伙伴|友谊|联系)$/, 'aspirational'),
  row(/^(?:处理|解决|化解)$/, /(?:问题|困难|矛盾|争议|纠纷)$/, 'aspirational'),
  row(/^(?:共享|分享)$/, /(?:红利|机遇|成果|经验|发展|资源)$/, 'aspirational', open),
  row(/^(?:共享|分享|共用|互通|交换)$/, /(?:数据|信息|情报|资料|收益|平台|汛情|舆情)$/, 'mixed', open),
  // How many people, and by when?
  row(/^(?:引进|选派|培训|派遣|招引|筹措|输送|招募)$/, /(?:人才|干部|骨干|人员|专家|队伍|企业|资金|河长)$/, 'mixed', open),
  row(/^(?:承担|履行|落实|负)$/, /(?:责任|职责|义务)$/, 'mixed', open),
  row(/^(?:加密|增加|加大)$/, /(?:频次|频率|密度|投入)$/, 'mixed', open),
  row(/^(?:承担|负责)$/, /(?:工作|任务)$/, 'mixed', open),
  row(/^启动$/, /工作$/, 'mixed', open),
];

/** An object with nothing to check in it, whatever is done to it: 合作, 水平. */
export const isAiry = (object: string): boolean => airy.test(object) && !tangible.test(object);

const rowsOf = remembered((verb) => rows.filter((one) => one.verb.test(verb)));

/** 办公场所和必要便利: the thing that can be seen counts. */
const besides = ofClause.gate(/(?:和|(?<!能)及|、|以及)[^、和及]{0,4}(?:便利|协助|支持|帮助|方便)$/);

export function aimClassOf(facts: AimFacts): AimClass {
  const judged = strictClass(facts);
  if (judged !== 'concrete' || facts.hasIndicator) return judged;
  return facts.partly || (!facts.hasDeadline && facts.loose?.()) ? 'mixed' : judged;
}

function strictClass({ aim, object: whole, verb, hasIndicator, approximate, hasDeadline, named, invited }: AimFacts): AimClass {
  const object = besides.test(whole) ? whole.replace(besides.pattern, '') : whole;
  // 系得更牢: a degree has no end.
  if (object.startsWith('得') && !hasIndicator) return 'aspirational';
  if (approximate && named !== true) return 'mixed';
  if (hasIndicator) return 'concrete';
  if (invited && !hasDeadline && /^(?:参与|参加|投入|投身|支持|关注)/.test(aim)) return 'aspirational';
  const known = rowsOf(verb).find((one) => one.object.test(object) && !(one.open && hasDeadline) && !(one.timed && !hasDeadline));
  if (known !== undefined) return known.aimClass;
  if (/^(?:确保|保证)$/.test(aim) && !hasDeadline) return 'aspirational';
  const listed = listedClass(aim) ?? listedClass(verb);
  if (listed === 'concrete')
    return object !== '' && airy.test(object) && !tangible.test(object) && /^(?:形成|实现|保持|维持|达到|提出|引入|确定|明确)/.test(aim)
      ? 'aspirational'
      : 'concrete';
  if (listed === 'mixed') {
    if (/(?:体系|格局|布局|战略|环境|生态|氛围|品牌|共同体|高地|合力|优势)$/.test(object)) return 'aspirational';
    if (
      object !== '' &&
      !/^(?:督办|督促|检查|监督检查)$/.test(verb) &&
      /(?:工作|各项工作|任务|落实|措施|要求|责任|合作|交流|机遇|水平|能力|环境|服务|联防联治|保障|支持)$/.test(object) &&
      !hasDeadline
    )
      return 'aspirational';
    if (
      /^(?:共享|互通|组织|组织实施|开展|组织开展|实施|提供|建设|搭建|维修|养护|参加|清理|运营|管护|排查|打击|清查|解决|改造)$/.test(verb) &&
      (tangible.test(object) || hasDeadline) &&
      !/试点$/.test(object) &&
      !mechanism.test(object) &&
      !airy.test(object)
    )
      return 'concrete';
    return 'mixed';
  }
  if (listed === 'aspirational') return 'aspirational';
  if (hasIndicator || tangible.test(object)) return 'concrete';
  // 再谱新篇, 过紧日子: a saying that no list of verbs knows.
  if (object === '' && aim.length >= 3 && !hasDeadline) return 'aspirational';
  return airy.test(object) ? 'aspirational' : 'mixed';
}
