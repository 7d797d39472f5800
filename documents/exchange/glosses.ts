/** What event types and fields mean, in both languages. A test asks for an entry for each; a new one is added here. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

/** Lines `name|中文|English`. */
function table(lines: string): Readonly<Record<string, Bilingual>> {
  const rows = lines
    .trim()
    .split('\n')
    .map((line) => line.trim().split('|'));
  return Object.fromEntries(rows.map(([name = '', zh = '', en = '']) => [name, { zh, en }]));
}

export const eventGlosses = table(`
caseOpened|案例立项|a case is opened
partyJoined|一方加入|a party joins
partyLeft|一方退出|a party leaves
topicRaised|提出议题|a topic is raised
meetingConvened|召集会议并发出议程|a meeting is convened and its agenda sent
meetingHeld|会议召开|a meeting is held
minutesIssued|印发纪要|minutes are issued
statementPut|提出一句表述供各方表态|a sentence is put to the parties
statementAnswered|一方对表述表态|a party answers a sentence
positionStated|一方陈述立场|a party states its position
costStated|一方陈述成本|a party states its cost
benefitStated|一方陈述收益|a party states its benefit
consensusRecorded|记录共识|consensus is recorded
dissentRecorded|记录不同意见|dissent is recorded
decisionReviewed|复审决定|a decision is looked at again
topicWithdrawn|撤回议题|a topic is withdrawn
judgementRecorded|记录有出处的判断|a sourced judgement is recorded
contextRecorded|记录背景|background is recorded
agreementDrafted|起草协议|an agreement is drafted
agreementSigned|签订协议|an agreement is signed
agreementAmended|修订协议|an agreement is amended
agreementTerminated|终止协议|an agreement is terminated
obligationDrafted|拟定责任事项|a duty is drafted
obligationAssigned|交办|a duty is assigned
obligationReceived|签收|receipt of a duty is confirmed
obligationAccepted|接受责任|a duty is accepted
obligationContested|对责任提出异议|a duty is contested
obligationAmended|调整责任事项|the terms of a duty are amended
obligationSuspended|中止责任事项|a duty is suspended
obligationResumed|恢复责任事项|a duty is resumed
jointDocumentIssued|联合发文|a joint document is issued
bodyEstablished|设立机构|a body is established
bodyUpgraded|机构升格或调整|a body is upgraded or changed
bodyAbolished|撤销机构|a body is abolished
ruleAdopted|制定规则|a rule is adopted
actorSucceeded|机构更名、合并或分立|an organisation is renamed, merged or split
customObserved|观察到惯例|a custom is observed
exchangeMade|往来交流|an exchange is made
officialExchanged|干部交流|an official is exchanged
leaderChanged|领导更替|a leader changes
capacityRead|能力读数|a capacity is read
progressReported|自报进展|progress is reported by whoever owes the duty
evidenceAttached|附上证据|evidence is attached
extensionRequested|申请延期|more time is asked for
extensionGranted|准予延期|more time is granted
extensionRefused|不予延期|more time is refused
obligationReported|反馈|a duty is reported
obligationReviewed|独立评估|a duty is assessed independently
replyMade|被评估方答复|the assessed reply
obligationReturned|退办|a report is returned
obligationFulfilled|办结|a duty is fulfilled
closeOutRequested|申请销号|close-out is applied for
closeOutPublicised|销号公示|close-out is made public
obligationClosedOut|销号|a duty is closed out
obligationLookedBack|回头看|a duty is looked back at
obligationReopened|重新开启|a duty is reopened
obligationViolated|认定违约|a violation is found
obligationDischarged|解除责任|a duty is discharged
powerExercised|行使约定权力|an agreed power is exercised
overdueContested|对逾期提出异议|lateness is contested
overdueDecided|对逾期异议作出决定|the contest of lateness is decided
indicatorRead|指标读数|an indicator is read
conflictRaised|提出争议|a conflict is raised
conflictResolved|争议解决|a conflict is resolved
evaluationPublished|公布评估|an evaluation is published
inspectionPlanned|制定督查计划|an inspection is planned
inspectionConcluded|作出督查结论|an inspection is concluded
reviewRequested|申请复核|a review is asked for
reviewDecided|作出复核决定|a review is decided
reminderIssued|发出督办单|a slip is issued
accountabilityProposed|提出问责建议|accountability is proposed
interventionProposed|提议或请求介入|intervention is proposed or asked for
interventionDeclined|不予介入|intervention is declined
interventionOpened|启动介入|an intervention is opened
instrumentApplied|采用介入手段|an instrument is applied
interventionTapered|减弱介入|an instrument is tapered
interventionEscalated|加强介入|an instrument is escalated
interventionExtended|延长介入|an intervention is extended
instrumentWithdrawn|撤回介入手段|an instrument is withdrawn
interventionClosed|结束介入|an intervention is closed
exitCriteriaRead|核对退出条件|the exit criteria are read
powersRestored|归还权力|powers are restored
recusalDeclared|上级回避|a superior recuses itself
factCorrected|更正事实|a fact is corrected
factRetracted|撤回事实|a fact is retracted
`);

/** A field means the same wherever it stands; where it does not, `type.field` says so. */
export const fieldGlosses = table(`
streamId|所属案例|the case it belongs to
version|在案例中的序号|number within the case, in the order of recording
id|事实的编号|id of the fact
type|事件类型|type of event
schemaVersion|载荷版本|version of the payload
occurred|发生的时间区间|when it happened, as an interval
knownFrom|何日公开|day from which it is public
recordedAt|何时记录（UTC）|when it was recorded, UTC
recordedBy|由谁记录|by whom it was recorded
person|记录人|person who recorded it
office|记录岗位|office that recorded it
mode|记录方式|how it came in: local, server, import or model
initiative|由谁发起：自身、上级或社会|who set it going: self, superior or society
sources|出处|where it is from
verification|核实程度|how far it is verified
note|说明|remark
idempotencyKey|幂等键|key by which a repeated request is recognised
payloadHash|载荷摘要|hash of the payload
payloadSalt|载荷盐值|salt of that hash
signatures|签名|signatures
keyId|密钥编号|id of the key
algorithm|算法|algorithm
value|数值|value
title|名称|name
parties|当事方|the parties
issue|议题属性|attributes of the issue
homogeneity|同质程度|how homogeneous the issue is
attention|受关注程度|how much attention it gets
weightInAppraisal|考核中的权重|its weight in appraisal
spillover|外溢程度|how far it spills over
level|程度，1 至 5|level, 1 to 5
why|理由|the reason
party|一方|a party
reason|理由|the reason
topic|议题编号|id of the topic
topics|议题编号（可多个）|ids of topics
by|由谁作出|by whom
meeting|会议编号|id of the meeting
kind|种类|kind
invited|受邀方|who is invited
actor|主体|an actor
rank|级别，1 至 10|rank, 1 to 10
plannedOn|计划日期|day for which it is planned
body|机构|a body
attendees|出席方|who attended
number|文号|number of the document
decisions|议定事项|what was decided
text|文字|text
sha256|文件摘要|SHA-256 of the file
files|随记录保管的附件|files kept with the record
name|文件名|name of the file
bytes|文件长度（字节）|length of the file in bytes
mediaType|文件类型，按内容判断|kind of the file, by its content
statement|表述编号|id of the sentence
answer|表态：同意、反对或不表态|agree, disagree or pass
position|立场|the position
amount|数额|amount
unit|单位|unit
reviewOn|复审期限|day by which it is looked at again
outcome|结果|outcome
dilemma|困境|the dilemma
subjects|涉及的主体|whom it concerns
holds|是否成立|whether it holds
obligation|责任事项编号|id of the duty
agreement|协议编号|id of the agreement
actors|相关主体|the actors concerned
clauses|条款|clauses
clause|条款编号|id of the clause
weight|权重|weight
owes|是否设定责任；否则不需责任事项承接|whether somebody owes something by it; if not, no obligation has to cover it
operability|可操作程度，0 至 1|how far it can be executed and checked, 0 to 1
bindingness|约束程度，0 至 1|how strongly it binds, 0 to 1
judgement|代替条文的判断|judgement that stands for the clauses
framework|是否为声明的框架文本|whether it is a declared framework text
witnesses|见证方|witnesses
origin|来源：议定或交办|agreed or assigned
liable|责任单位|who answers for it
lead|牵头单位|the lead
cooperating|配合单位|who cooperates
shares|责任份额|share of each
beneficiaries|受益单位|who gains by it
measure|可核对的指标或结果|what an outsider can check
yardsticks|衡量标准|yardsticks
yardstick|衡量标准编号|id of the yardstick
indicator|指标编号|id of the indicator
subject|对象|the subject
baseline|基期|the baseline
period|时段|period
first|第一天|first day
last|最后一天|last day
target|目标|the target
direction|不高于或不低于|at most or at least
dueOn|到期日|due day
path|路径|path to the target
on|日期|day
share|份额，0 至 1|share, 0 to 1
pathConvention|路径依据|whose convention the path is
deadline|期限|the deadline
readings|期限的读法|readings of the wording
reading|读法名称|name of the reading
defaultReading|所取的读法|the reading that counts
basis|计算依据|how it was computed
from|起|from whom, or from which day
what|起算的事由|what it counts from
calendar|所用日历|calendar that was used
provisional|是否暂定|whether it may still move
recurs|周期|how it recurs
every|间隔|pace
until|截止|last day
orElse|未履行的后果|what follows if it is not done
powers|权力|powers
power|权力名称|name of the power
holder|权力享有者|who holds it
effect|效果|effect
condition|条件|condition
acceptedBy|已接受的单位|who accepted it by the same act
terms|责任条款|the terms
issuers|发文单位|who issued it
members|成员单位|members
host|挂靠单位|the host
over|权力所及|over whom the powers hold
rule|规则编号|id of the rule
of|自何日起算|counted from which day
within|自某日起算的期限|so long after the signing or the assignment
surviving|协议终止后仍有效的责任|duties that survive the agreement
table|规则表的内容|content of the rule table
points|完成比例与得分的对应|score at each ratio of what is covered to what is due
ratio|已完成与应完成之比|share covered over share due
score|得分|score
pointsConvention|得分换算是谁的约定|whose convention the points are
riseScore|不降反升时的得分|score if it got worse
fullIfMet|达到即得满分的衡量标准|yardsticks that give the full score once met
otherScores|另计的百分制得分|other scores out of 100
bands|分档|grades by least score
rules|问责条款|rules of accountability
series|条款系列|series of rules
post|拟问责的职务|post that it is proposed to hold to account
when|须同时满足的条件|conditions, all of which hold
count|计数指标|series of readings that is counted
atLeast|不少于|at least
atMost|不多于|at most
above|大于|above
below|小于|below
scope|适用范围|for whom or what it holds
to|给谁|to whom
obligations|责任事项编号（可多个）|ids of duties
among|在谁之间|among whom
post|职务|the post
capacity|能力种类|kind of capacity
completion|完成程度|how far it was carried out
newDueOn|新的到期日|the new due day
substitution|替代或打折；上级代行|substituted or diluted; the superior performs a party’s duty
deliveredOn|实际完成日|day on which it was delivered
upheld|是否维持|whether it is upheld
conflict|争议编号|id of the conflict
grades|等次|grades
grade|等次|grade
verifies|据以核实的责任事项|duties that it verifies
inspection|督查编号|id of the inspection
objects|督查对象|who is inspected
matter|督查事项|the matter
slip|督办单颜色：蓝、橙、红|colour of the slip
steps|督办的各级步骤|steps of supervision, in their order
graceDays|宽限天数：首步自到期日起，其余自上一单的办理期限起|days of grace: of the first step after the due date, of the others after the day by which the slip before was to be answered
up|由上几级签发：0 为对该事项有决定权者|how many tiers up it is issued: 0 = whoever decides about the obligation
mergedInto|并入的议题|topic that it was merged into
answerBy|反馈期限|day by which to answer
intervention|介入编号|id of the intervention
tier|层级政府代码|code of the government
grounds|依据的诊断|findings that are its grounds
exitCriteria|退出条件|exit criteria
sunset|介入期限|day on which it ends
handBack|归还安排|plan for handing back
receiver|权力归还给谁|who gets the powers back
override|越权说明|reason for overriding
instrument|手段编号|id of the instrument
channel|介入渠道|channel
strength|强度，1 至 5|strength, 1 to 5
targets|作用对象|whom it acts on
direct|是否直接介入|whether it is direct
binding|是否具有约束力|whether it binds
capacityBuilding|是否增强自助能力|whether it builds capacity
provisions|惠及各方的条款份额|share of the provisions that serves each party
replaces|所替代的手段|the instrument that it replaces
met|是否满足|whether they are met
replacement|更正后的内容|what replaces it
precision|日期精度|precision of the date
setBy|日期由谁确定|who set the date
payload|载荷|the payload
publisher|发布者|publisher
date|发布日期|date of publication
section|章节|section
url|网址|address
seenAs|所见版本|how the text was seen
target.factCorrected|被更正的事实|the fact that is corrected
target.factRetracted|被撤回的事实|the fact that is retracted
to.replyMade|所答复的评估|the assessment that is answered
zh|中文|Chinese
en|英文|English
`);
