/** What sets up a body or an office, or says what something is, binds otherwise than a duty. */
import { remembered } from '../text/remember.ts';
import type { Draft } from './draft.ts';

const bodies =
  /(?:领导小组|联络组|协调组|推进组|专项组|攻坚组|协调小组|工作小组|工作组|工作专班|专班|委员会|理事会|办公室|秘书处|联席会议|联席会议制度|指挥部|专家组|联盟|联合会|平台公司|合资公司|基金会|协调机构|常设机构|管委会|议事机构|联合体|协调办|专责组|专家委员会|基金|(?:巡逻|执法|巡查|救援|服务|督查|工作|护林|志愿|联防)队|联合体|协会|协作体|监测网|(?:分)?法庭|(?:调度|协调|指挥|仲裁|合作|管理|协作|应急|服务|信息|数据|交易|研究)中心)(?:[，。（]|$|作为|，|负责|及)/;

/** Verbs by which something could be set up or said to be; most are none of them. */
const mayConstitute = remembered((aim) => /[立设组建终失为是任系有视效成于指确明]/.test(aim));

export function kindOf(aim: string, object: string): Draft['kind'] {
  if (!mayConstitute(aim) || object.startsWith('得')) return 'regulative';
  if (
    /^(?:(?:联合|共同|出资|发起|共同出资)*(?:成立|设立|组建)|设|共同成立|共同组建|建立|联合成立|下设|设在|组成|共同设立)$/.test(aim) &&
    (bodies.test(object) || aim === '设在' || aim === '组成')
  )
    return 'constitutive';
  if (/^(?:终止|自动终止|失效|自动失效)$/.test(aim))
    return object === '' || /(?:协议|合同|备忘录|责任书|办法)$/.test(object) ? 'constitutive' : 'regulative';
  if (/^(?:为|作为|是|担任|设在|系|具有|具有同等效力|视为|视为同意|生效|是|构成|不构成|属于)$/.test(aim)) return 'constitutive';
  if (/^(?:共同|联合|正式)?成立$/.test(aim) && !/[0-9]/.test(object)) return 'constitutive';
  if (
    /^(?:联合|共同|合作|出资)?(?:设立|组建|新设)$/.test(aim) &&
    /^[^0-9的]{2,20}(?:中心|公司|机构|联盟|联络组|小组|学会|协会|分会|分院|法庭|工作站|联络处|办事处)$/.test(object)
  )
    return 'constitutive';
  if (/^下设/.test(aim) && /(?:组|处|科|室)(?:[，。]|$)/.test(object)) return 'constitutive';
  if (/^(?:指定|确定|明确|授权|委托)$/.test(aim) && /为.{0,20}(?:机构|单位|部门|中心|窗口|主体|平台)$/.test(object)) return 'constitutive';
  return 'regulative';
}
