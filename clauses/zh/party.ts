/** Parties in Chinese text: where a name ends, what kind of party it is, and whom an abbreviation stands for. */
import type { PartyType } from '../reading.ts';
import { remembered } from '../text/remember.ts';
import { partyClosers } from './parties.data.ts';

const collectives =
  /^(?:甲乙双方|甲乙丙三方|双方|各方|三方|四方|五方|多方|签约各方|签约双方|合作双方|合作各方|协议各方|缔约各方|各签约方|两市|两省|两地|两县|两区|三市|四市|五市|六市|七市|八市|九市|三地|四地|三省|四省|五省|三县|四县|三省一市|两省一市|川渝两地|川渝|京津冀|京津冀三地|长三角|沪苏浙皖|粤港澳三地|各成员单位|各成员|成员单位|各市|各成员市|沿线各市|流域各市|[一二两三四五六七八九十]+(?:市|省|县|区|地|方)(?:一市|两市)?)/;
const named =
  /^省市两级|(?:两|三)级|(?:参与|参加|合作|加盟)(?:城市|市|县|区|单位|方)|成员$|试点(?:县|市|区|地区|城市)|签约(?:县|市|方|单位)|(?:两|三|四|五|六|七|八|九|双)(?:个?部门|个?单位|州市|县市|县区|市|省|县|区|地|方|家|局)|各(?:成员|签约|参与)|双方|各方|成员单位|京津冀|川渝|长三角|沪苏浙皖|粤港澳|苏锡常|长株潭|成渝|晋冀鲁豫|各市(?!场)|各缔约/;
const open =
  /^(?:辖区|本地|相应)?(?:网格员|执法人员|护林员|巡护员|巡查员|巡河员|驾驶员|工作人员|技术人员|从业人员|检查人员|施工人员|志愿者)$|^(?:乡镇|镇村|村级|社区|村)|(?:毗邻|周边|相邻|沿线)?乡镇$|^(?:排污|用水|取水|排放|用人|生产|经营)单位$|(?:养殖|种植|用水|商|农|住|用)户$|^(?:行业协会|社会组织|船舶|渔民|村民|游客|农民|驾驶员|排污者|经营者)$|^(?:审批|主管|监管|执法|职能)部门$|卫生院$|^任何(?:单位|个人|组织)|有条件|具备条件|符合[^，]{0,8}条件|有意愿|有意向|层面$|有能力|有关|相关|各地|各级|各县|各区|各部门|各单位|各企业|社会(?!保障|保险|事业|工作)|企业|其他|各界|各类|其它|涉及的?|所在地|沿线|属地|部分|基层|省直|市直|第三方|市场主体|居民|群众|公众|金融机构|高校|科研院所|各乡镇|各镇|各园区|全体|广大/;

export function partyTypeOf(names: readonly string[]): PartyType {
  if (names.length === 0) return 'none';
  if (names.length === 1) return oneParty(names[0] as string);
  const types = names.map(oneParty);
  if (types.includes('open_collective')) return 'open_collective';
  return types.includes('closed_collective') ? 'closed_collective' : 'individual';
}

const oneParty = remembered((name): PartyType => {
  if (/(?:法定代表人|法人代表)$/.test(name) && !/^(?:各|有关|相关)/.test(name)) return 'individual';
  if (/^属地[^，]{2,}(?:分局|局|大队|支队|派出所)$/.test(name)) return 'individual';
  if (name === '本人') return 'individual';
  if (/^(?:任何一方|一方|任一方)/.test(name)) return 'closed_collective';
  if (
    /^(?:违约方|守约方|另一方|对方|该方)|^(?:本|我|该|贵)(?:[市县区乡镇村局厅委办站所院校馆厂队]|单位|企业|公司|集团|部门|机构|中心|学校|医院|银行)/.test(
      name,
    )
  )
    return 'individual';
  if (/^(?:各|全体)?(?:成员|签约|缔约|试点)/.test(name)) return 'closed_collective';
  if (
    /^[^市县省区州盟甲乙丙丁两三双各]{2,10}(?:部门)$|等(?:相关|有关|职能)?(?:部门|单位|企业)$|^各[市县州]（|^(?:持证|经营|申请)者$/.test(
      name,
    )
  )
    return 'open_collective';
  if (/^各责任单位/.test(name)) return 'closed_collective';
  if (open.test(name) && !/^(?:甲方|乙方|丙方|丁方)(?!(?:各|有关|相关|下属|所属)?(?:企业|部门|单位|乡镇))/.test(name))
    return 'open_collective';
  if (named.test(name) || collectives.test(name) || /^各[市省方]/.test(name)) return 'closed_collective';
  return /^各/.test(name) ? 'open_collective' : 'individual';
});

const members: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:甲乙双方|双方|合作双方|签约双方|协议双方)$/, ['甲方', '乙方']],
  [/^甲乙丙三方$/, ['甲方', '乙方', '丙方']],
  [/^京津冀(?:三地|三省市|三省\(市\)|三方)?$/, ['北京市', '天津市', '河北省']],
  [/^川渝(?:两地|两省市|双方)?$/, ['四川省', '重庆市']],
  [/^(?:沪苏浙皖|长三角三省一市|三省一市|沪苏浙皖三省一市|长三角)$/, ['上海', '江苏', '浙江', '安徽']],
  [/^粤港澳(?:三地)?$/, ['广东省', '香港特别行政区', '澳门特别行政区']],
  [/^京津(?:两地|两市)$/, ['北京市', '天津市']],
];

const membersOf = remembered((name) => members.find(([pattern]) => pattern.test(name))?.[1]);

/** Members of an abbreviation that has one reading; 两市 without a context has none. */
export function resolveParty(name: string, parties: Readonly<Record<string, string>> = {}): readonly string[] | undefined {
  const found = membersOf(name);
  if (found !== undefined) return found.map((member) => parties[member] ?? member);
  const known = parties[name];
  return known === undefined ? undefined : [known];
}

/** True if the word can close the name of a party. */
export const closesParty = (word: string): boolean => partyClosers.has(word) || closesName(word);

/** A word of the dictionary that already holds its closing part: 财政厅, 市政府, 环保局. */
function closesName(word: string): boolean {
  return (
    word.length >= 2 &&
    /(?:局|厅|委|办|省|市|县|区|州|政府|部门|公司|集团|中心|法院|医院|委员会|办公室|小组|单位|各方|双方|三方|甲方|乙方|丙方|丁方|学校|大学|银行|海关|三地|两地|秘书处|指挥部|领导小组|联络员|市长|省长|厅长|局长|主任|书记|警方|[^动全满]员|[^或再前后]者|机关|农户|商户|主体|集团军|商业银行|常委会|委会|协会|联合会|研究会|基金会|书店|酒店)$/.test(
      word,
    ) &&
    !/^(?:城市|超市|地区|社区|山区|城区|灾区|市区|全市|全省|全县|全区|夜市|上市|股市|都市|辖区|景区|园区|库区|流域|区域|跨省|跨市|跨区|出台|布局|格局|大局|全局|局势|结局|全部|内部|外部|局部|东部|西部|南部|北部|中部|干部|保护区|水源区|功能区|聚集区|禁养区|主办|承办|督办|交办|协办|申办|举办|兴办|创办|开办|待办|联办|包办|合办|代办)$/.test(
      word,
    )
  );
}
