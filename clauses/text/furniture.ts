/**
 * Lines of an agreement that are no part of its clauses: who the parties are, page numbers, the block of signatures, recitals.
 * Nobody owes anything by them, and a score that counted them would say less of the text.
 */

/** Who a party is and where it is found: 甲方：临江市人民政府 · 法定代表人：… · Address: …. */
const particulars =
  /^(?:(?:[甲乙丙丁戊己庚]方|法定代表人|负责人|联系人|授权代表|委托代理人|代表人?|地址|住所地?|联系(?:电话|方式|地址)|电话|传真|邮编|邮政编码|电子邮箱|开户(?:银)?行|账号|统一社会信用代码|(?:签订|签署)(?:日期|时间|地点)|日期|(?:协议|合同|文件)?编号)(?:[（(][^）)]{0,16}[）)])?[\s　]*[：:]|(?:Party [A-E]|Address|Represented by|Tel(?:ephone)?|Phone|E-?mail|Date|Place|Name|Title|Position|By)\s*:)/;
/** A duty that is only set off by a colon: 甲方：负责提供场地. */
const acts = /负责|应|须|承担|提供|完成|确保|不得|建成|组织|\b(?:shall|will|must|may)\b/;

/** 甲方： on a line of its own opens the list of what it owes. */
const opensDuties = /^(?:[甲乙丙丁戊己庚]方|Party [A-E])[\s　]*[：:]$/;

const signs =
  /[（(](?:[^）)]{0,8}(?:盖章|公章|签字|签章|签名|印章)[^）)]{0,8}|章)[）)]|^(?:授权|签约|签字)代表[\s　]*[：:_]|^（(?:此页|以下|本页)(?:以下)?无正文|^_{3,}/;
const signsInEnglish =
  /^(?:IN WITNESS WHEREOF|(?:Done|Signed) (?:at|in|on|for|by) |For (?:and on behalf of )?(?:the )?[A-Z]|On behalf of )/;
const dates =
  /^(?:[0-9０-９〇○零一二三四五六七八九]{0,4}[\s　_]*年[\s　_]*[0-9０-９一二三四五六七八九十]{0,3}[\s　_]*月[\s　_]*[0-9０-９一二三四五六七八九十]{0,3}[\s　_]*日[\s　]*)+$/;
const page =
  /^(?:[-—–－·]{1,2}[\s　]*[0-9０-９]{1,4}[\s　]*[-—–－·]{1,2}|第[\s　]*[0-9０-９]{1,4}[\s　]*页(?:[\s　，,/]*共[\s　]*[0-9０-９]{1,4}[\s　]*页)?|Page [0-9]{1,4}(?: (?:of|\/) [0-9]{1,4})?|[0-9]{1,4}[\s　]*\/[\s　]*[0-9]{1,4})[\s　]*$/i;

/** 出席：… · 抄送：…: who was there and who is told, closed by a mark or not. */
const attendance = /^(?:出席|参加|列席|缺席|请假|记录|主持|分送|主送|抄送|抄报|报送单位|参会)(?:人员?|单位|领导|机关)?[\s　]*[：:]/;
const attends = new Set([...'出参列缺请记主分抄报'].map((character) => character.charCodeAt(0)));
export const isAttendance = (line: string): boolean => attends.has(line.charCodeAt(0)) && attendance.test(line);

/** Longest line that may be of this kind. */
const shortest = 90;

export type Furniture = 'page' | 'party' | 'signature';

/** What kind of line without a closing mark this is, or `undefined` if it belongs to the text. `line` begins at its first word. */
export function furnitureOf(line: string): Furniture | undefined {
  if (line.length > shortest) return undefined;
  if (page.test(line)) return 'page';
  if (signs.test(line) || signsInEnglish.test(line) || dates.test(line)) return 'signature';
  return particulars.test(line) && !acts.test(line) && !opensDuties.test(line) ? 'party' : undefined;
}

/** The sentence that opens the block of signatures, whatever closes it. */
export const opensSignature = (line: string): boolean => line.startsWith('IN WITNESS WHEREOF') || line.startsWith('In witness whereof');

/** True if the block of signatures goes on: names, offices, days, in short lines without a mark. */
export const staysSigned = (line: string): boolean =>
  line.length <= shortest && !/[。；;！]\s*$/.test(line) && !/^附[件表录]|^(?:Annex|Appendix|Schedule|Attachment)\b/i.test(line);

/** Sentences that say that there is an agreement, and nothing that anybody would owe. */
const agreement =
  /(?:订立|签订|签署|达成|制定|缔结)(?:本|如下|以下|此)[^，。；]{0,8}(?:协议|备忘录|协定|方案|计划|办法|责任书|意见|章程|合同|共识|条款)|达成(?:如下|以下)(?![^，。：]{0,6}(?:目标|指标|任务))|(?:达成|订立|签订)[^，。；]{0,6}(?:协议|备忘录|共识)[。：:]?$|(?:协议|议定|约定|共识|明确|通知|纪要)(?:内容|事项|条款)?如下|(?:hereby )?(?:agree(?:d|s)?|resolved?|as) (?:as )?follows/i;
const mayAgree = /订\s*立|签\s*[订署]|达\s*成|制\s*定|缔\s*结|如\s*下|follows/i;
const openers =
  /^(?:鉴于|(?:WHEREAS|RECOGNI[SZ]ING|DESIRING|NOTING|HAVING|CONSIDERING|ACKNOWLEDGING|RECALLING|MINDFUL|CONVINCED|AWARE|BEARING|WISHING|AFFIRMING|REAFFIRMING|BETWEEN)\b|(?:between|and|among)[\s:]*$)/;
const participles =
  /^(?:Whereas|Recogni[sz]ing|Desiring|Noting|Having|Considering|Acknowledging|Recalling|Mindful|Convinced|Aware|Bearing|Wishing|Affirming|Reaffirming|In pursuance of)\b[\s\S]*(?:[,;]|\band)\s*$/;
/** 2025年11月12日，副市长…主持召开专题会议: that a meeting was held. */
const held = /^(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日[^。]{0,50}(?:主持)?召开[^。]{0,30}(?:会议|会)/;
const duty = /应当|应于|须|不得|负责(?!同志|人)|\b(?:shall|must|agrees? to|undertakes?)\b/;
const introducesParty = /[（(](?:以下(?:简称|统称|称)|hereinafter|hereafter|each an? |together )|\((?:the )?[“"][A-Z][^”"]{0,30}[”"]\)/i;

/** What every recital holds: most clauses of a text without articles are spared the rest. */
const mayRecite = /^\s*(?:鉴|[a-z])|以\s*下|召\s*开|here|each|together|[“"]/i;

/** True if `wording`, which stands before the first article, only says who agrees, why, and that they do. */
export function isRecital(wording: string): boolean {
  if (!mayRecite.test(wording)) return false;
  const plain = /[\u4e00-\u9fff]/.test(wording) ? wording.replace(/[\s　]+/g, '') : wording.trim();
  if (openers.test(plain)) return !/^鉴于/.test(plain) || !duty.test(plain) || /^鉴于[：:]/.test(plain);
  if (participles.test(plain) || (held.test(plain) && !duty.test(plain))) return true;
  return introducesParty.test(plain) && !duty.test(plain);
}

/** True if `wording` says that the parties have agreed: it introduces the text. */
export function isAgreeing(wording: string): boolean {
  if (wording.length > 400 || !mayAgree.test(wording)) return false;
  const plain = /[\u4e00-\u9fff]/.test(wording) ? wording.replace(/[\s　]+/g, '') : wording;
  // 双方应于6月30日前签订协议 is a duty to sign another one.
  return agreement.test(plain) && (/本|[如以]下|follows/.test(plain) || !duty.test(plain));
}
