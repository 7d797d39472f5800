/** Rules of commitment: drafting, signing, accepting, and who may assign a duty. */
import type { Payload } from '../events/catalogue.ts';
import type { ObligationState } from '../cases/state.ts';
import type { Deadline, ObligationTerms } from '../events/schemas.ts';
import type { ActorId, AgreementId, ObligationId } from '../vocabulary/ids.ts';
import { type DecisionContext, type EventDraft, nameIn, owes, type Rule, sameSide, standsAbove } from './context.ts';
import { both, type Missing, refuse } from './refusal.ts';
import { obligationIn, taken, unknown } from './subjects.ts';

export const agreementInForce: Rule<{ agreement: AgreementId }> = ({ agreement }, { situation }) => {
  const known = situation.state.agreements.get(agreement);
  if (known === undefined) return unknown('已签协议', 'signed agreement', agreement);
  if (known.terminated === undefined) return undefined;
  return refuse('wrongState', both('该协议已终止。', 'The agreement has ended.'), both('请另订新的协议。', 'Draft a new agreement.'), {
    evidence: [known.terminated.id],
  });
};

/** What is named to survive follows from that agreement. */
export const survivorsKnown: Rule<Payload<'agreementTerminated'>> = ({ agreement, surviving }, { situation }) => {
  const stray = (surviving ?? []).find((id) => situation.dutyById.get(id)?.obligation.terms.agreement !== agreement);
  return stray === undefined ? undefined : unknown('该协议的责任事项', 'obligation of that agreement', stray);
};

export const agreementUnsigned: Rule<{ agreement: AgreementId }> = ({ agreement }, { situation }) =>
  situation.state.agreements.has(agreement) ? taken('已签协议', 'signed agreement', agreement) : undefined;

/** What a duty needs before it can bind: one answerable agency, a day, a measure. */
export function gapsOf(terms: ObligationTerms): Missing[] {
  const gaps: Missing[] = [];
  if (terms.liable.length > 1 && terms.lead === undefined && terms.shares === undefined) {
    gaps.push({
      what: both('没有唯一的牵头单位或分担份额', 'no lead and no shares'),
      remedy: both('指定牵头单位，或列明各方份额', 'name a lead or give shares'),
    });
  }
  if (terms.deadline === undefined && terms.within === undefined && (terms.yardsticks ?? []).length === 0) {
    gaps.push({ what: both('没有时限', 'no date'), remedy: both('填写完成时限', 'set a due date') });
  }
  if (terms.measure === undefined && (terms.yardsticks ?? []).length === 0) {
    gaps.push({
      what: both('没有衡量标准', 'no measure'),
      remedy: both('选定指标或写明可核查的标准', 'choose an indicator or write a measure that can be checked'),
    });
  }
  return gaps;
}

export const leadIsLiable: Rule<{
  lead?: ActorId | undefined;
  liable: readonly ActorId[];
  shares?: Readonly<Record<string, number>> | undefined;
}> = ({ lead, liable, shares }, context) => {
  const outside = [...(lead === undefined ? [] : [lead]), ...(Object.keys(shares ?? {}) as ActorId[])].find((own) => !liable.includes(own));
  if (outside === undefined) return undefined;
  const name = nameIn(context, outside);
  return refuse(
    'incomplete',
    both(`${name.zh}不在责任单位之列。`, `${name.en} is not among the responsible agencies.`),
    both('把它列为责任单位，或改由责任单位牵头。', 'Add it to the responsible agencies, or let one of them lead.'),
  );
};

export const assignedFromAbove: Rule<Payload<'obligationAssigned'>> = ({ obligation, by, terms }, context) => {
  const liable = terms?.liable ?? context.situation.dutyById.get(obligation)?.obligation.terms.liable;
  if (liable === undefined) {
    return refuse(
      'incomplete',
      both('新交办事项须写明内容。', 'A new assignment must say what it is about.'),
      both('补填责任单位、时限和衡量标准。', 'Give agency, date and measure.'),
    );
  }
  const beside = liable.find((actor) => !standsAbove(context, by, actor) && !organOf(by, actor));
  if (beside === undefined) return undefined;
  const name = nameIn(context, beside);
  return refuse(
    'notEntitled',
    both(`${name.zh}不在交办方的下级或所属部门之列。`, `${name.en} is neither below the assigner nor one of its departments.`),
    both('由其上级政府交办，或改为协商约定。', 'Let its superior assign it, or agree on it.'),
  );
};

/** A government may assign to its own departments. */
function organOf(government: ActorId, organ: ActorId): boolean {
  return organ !== government && organ.startsWith(`${government}/`);
}

/** What was drafted, or contested, may be assigned; what is under way is not assigned a second time. */
export const notUnderway: Rule<Payload<'obligationAssigned'>> = ({ obligation }, { situation }) => {
  const known = situation.dutyById.get(obligation)?.obligation;
  if (known === undefined || ['drafted', 'contested', 'accepted'].includes(known.status)) return undefined;
  return taken('交办事项', 'assignment', known.terms.title.zh);
};

export const assignmentComplete: Rule<Payload<'obligationAssigned'>> = ({ obligation, terms }, { situation }) => {
  const whole = terms ?? situation.dutyById.get(obligation)?.obligation.terms;
  const gaps = whole === undefined ? [] : gapsOf(whole);
  if (gaps.length === 0) return undefined;
  return refuse(
    'incomplete',
    both('交办事项须有唯一责任、时限和衡量标准。', 'What is assigned needs one answerable agency, a date and a measure.'),
    both('补齐所列各项。', 'Supply what is listed.'),
    { missing: gaps },
  );
};

export const byWhoOwes: Rule<{ obligation: ObligationId; by: ActorId }> = ({ obligation, by }, context) => {
  const { terms } = obligationIn(context, obligation);
  if (owes(obligationIn(context, obligation), by)) return undefined;
  const name = nameIn(context, by);
  const liable = terms.liable.map((actor) => nameIn(context, actor));
  return refuse(
    'notEntitled',
    both(`${name.zh}不是该事项的责任单位。`, `${name.en} is not responsible for the obligation.`),
    both(
      `由责任单位办理：${liable.map(({ zh }) => zh).join('、')}。`,
      `It is for the responsible agencies: ${liable.map(({ en }) => en).join(', ')}.`,
    ),
  );
};

export const reasonGiven: Rule<{ reason?: unknown }> = ({ reason }) =>
  reason !== undefined
    ? undefined
    : refuse('incomplete', both('须写明理由。', 'A reason is needed.'), both('补填理由。', 'Write the reason.'));

/** Shares say of everybody who owes what he owes: whoever is left out would owe nothing, or all. */
export const sharesWhole: Rule<{
  liable?: readonly ActorId[] | undefined;
  shares?: Readonly<Record<string, number>> | undefined;
}> = ({ liable, shares }, context) => {
  const without = shares === undefined ? undefined : liable?.find((actor) => !Object.hasOwn(shares, actor));
  if (without === undefined) return undefined;
  const name = nameIn(context, without);
  return refuse(
    'incomplete',
    both(`没有写明${name.zh}的份额。`, `The share of ${name.en} is not given.`),
    both('为每个责任单位填写份额，合计为1。', 'Give a share to each responsible agency; they add up to 1.'),
  );
};

/** The same of terms that are changed or assigned: lead and shares as they would then stand. */
export const partsWhole: Rule<{
  obligation: ObligationId;
  terms?: { readonly [K in keyof ObligationTerms]?: ObligationTerms[K] | undefined } | undefined;
}> = ({ obligation, terms }, context) => {
  const known = context.situation.dutyById.get(obligation)?.obligation.terms;
  const liable = terms?.liable ?? known?.liable;
  if (liable === undefined) return undefined;
  const parts = { liable, lead: terms?.lead ?? known?.lead, shares: terms?.shares ?? known?.shares };
  return leadIsLiable(parts, context) ?? sharesWhole(parts, context);
};

/** An amendment that fixes the date which the terms left open, as the terms say, is no change of them. */
function fixesItsDate({ terms }: Payload<'obligationAmended'>, obligation: ObligationState, context: DecisionContext): boolean {
  const { within, deadline } = obligation.terms;
  if (within === undefined || deadline !== undefined || Object.keys(terms).length !== 1) return false;
  const fixed = datedDeadline(within, context);
  return JSON.stringify(terms.deadline) === JSON.stringify(fixed);
}

const anchors = { signature: both('签署之日', 'the day of signature'), assignment: both('交办之日', 'the day of assignment') } as const;

/** The deadline that `within` comes to if its clock starts on the day of the decision. */
function datedDeadline({ amount, unit, of }: NonNullable<ObligationTerms['within']>, context: DecisionContext): Deadline {
  const { dueOn, basis, steps } = context.computeDeadline({ from: context.on, what: anchors[of], amount, unit });
  const text = steps[0] ?? both(dueOn, dueOn);
  return { text, readings: [{ reading: 'computed', dueOn }], defaultReading: 'computed', basis };
}

/** Amendments that fix the dates of the duties whose clock starts with the signing or assignment on `context.on`. */
export function fixedDates(
  duties: readonly { id: ObligationId; terms: ObligationTerms }[],
  of: keyof typeof anchors,
  context: DecisionContext,
): EventDraft[] {
  return duties.flatMap(({ id, terms: { within, deadline } }) =>
    within?.of !== of || deadline !== undefined
      ? []
      : [{ type: 'obligationAmended', payload: { obligation: id, terms: { deadline: datedDeadline(within, context) } } } as const],
  );
}

/** Nobody changes terms alone once they bind: the assigner changes what he assigned, all who owe change what they agreed. */
export const mayAmend: Rule<Payload<'obligationAmended'>> = (payload, context) => {
  const obligation = obligationIn(context, payload.obligation);
  // What all who owe it have accepted is changed by them alone, signed or not.
  const isAgreed = obligation.inEffect !== undefined || obligation.status === 'accepted';
  if (!isAgreed || fixesItsDate(payload, obligation, context)) return undefined;
  if (obligation.assigned !== undefined) {
    if (sameSide(obligation.assigned.by, context.by)) return undefined;
    return refuse(
      'notEntitled',
      both('交办事项只能由交办方变更。', 'Only the assigner changes what was assigned.'),
      both('向交办方提出申请。', 'Ask the assigner.'),
    );
  }
  return owes(obligation, context.by)
    ? undefined
    : refuse(
        'notEntitled',
        both('已接受的约定须由责任单位共同变更。', 'Terms that were accepted are changed by those who owe them.'),
        both('请责任单位提出变更。', 'Let a responsible agency propose the change.'),
      );
};

/** The clauses of a draft that no obligation covers, and what each obligation on them lacks. */
export function missingForSigning(agreement: AgreementId, { situation }: DecisionContext): Missing[] {
  const draft = situation.state.drafts.get(agreement);
  if (draft === undefined) return [];
  const own = situation.duties
    .map((duty) => duty.obligation)
    .filter(({ terms, discharged }) => terms.agreement === agreement && discharged === undefined);
  const missing: Missing[] = [];
  for (const { clause, text, owes } of draft.payload.clauses) {
    if (owes === false || own.some(({ terms }) => terms.clause === clause)) continue;
    const said = text ?? both(clause, clause);
    missing.push({
      what: both(`条款“${said.zh}”没有对应的责任事项`, `no obligation covers the clause “${said.en}”`),
      remedy: both('为该条款拟定责任事项', 'draft an obligation for it'),
    });
  }
  for (const { terms, accepted, contested } of own) {
    const { zh, en } = terms.title;
    for (const gap of gapsOf(terms)) missing.push({ what: both(`“${zh}”${gap.what.zh}`, `“${en}”: ${gap.what.en}`), remedy: gap.remedy });
    if (terms.orElse === undefined)
      missing.push({
        what: both(`“${zh}”没有未履行的后果`, `“${en}”: no consequence of failing`),
        remedy: both('写明后果', 'write the or-else'),
      });
    const silent = terms.liable.filter((actor) => !accepted.has(actor));
    if (silent.length > 0) {
      const names = silent.map((actor) => situation.nameOf(actor));
      missing.push({
        what: both(
          `“${zh}”尚未为${names.map((name) => name.zh).join('、')}接受${contested.size > 0 ? '（有异议）' : ''}`,
          `“${en}” is not accepted by ${names.map((name) => name.en).join(', ')}${contested.size > 0 ? ' (contested)' : ''}`,
        ),
        remedy: both('由其接受，或商定后修改', 'let them accept it, or amend it'),
      });
    }
  }
  return missing;
}

export interface Signing {
  readonly agreement: AgreementId;
  /** Declared to be a framework text: what is missing is accepted as missing, and the diagnosis calls it vague. */
  readonly framework: boolean;
  readonly witnesses?: readonly ActorId[] | undefined;
}

export const draftComplete: Rule<Signing> = ({ agreement, framework }, context) => {
  if (!context.situation.state.drafts.has(agreement)) return unknown('协议草案', 'draft agreement', agreement);
  if (framework) return undefined;
  const missing = missingForSigning(agreement, context);
  if (missing.length === 0) return undefined;
  return refuse(
    'incomplete',
    both(
      `草案尚缺${missing.length}项，签署后将有协议而难执行。`,
      `The draft lacks ${missing.length} ${missing.length === 1 ? 'thing' : 'things'}: signed like this it could not be executed.`,
    ),
    both(
      '补齐所列各项；或声明为框架性文本，诊断将按协议空泛处理。',
      'Supply what is listed, or declare it a framework text: the diagnosis will then call it vague.',
    ),
    { missing },
  );
};
