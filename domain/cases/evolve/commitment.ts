import type { Fact } from '../../events/catalogue.ts';
import type { commitmentPayloads } from '../../events/commitment.ts';
import type { ObligationTerms } from '../../events/schemas.ts';
import type { ObligationId } from '../../vocabulary/ids.ts';
import { refOf } from '../order.ts';
import { awaitsSignature, type CaseState, type ObligationState, type ObligationStatus } from '../state.ts';
import { takenUp } from './consultation.ts';
import { newDate, resume } from './clock.ts';
import { datedOf, recordAct, unmatched } from './shared.ts';

export type CommitmentFact = Extract<Fact, { type: keyof typeof commitmentPayloads }>;

function createObligation(state: CaseState, fact: CommitmentFact, id: ObligationId, terms: ObligationTerms): ObligationState {
  const created: ObligationState = {
    obligation: id,
    terms,
    created: refOf(fact),
    live: fact.origin === 'live',
    status: 'drafted',
    assigned: undefined,
    received: undefined,
    reminders: [],
    accepted: new Map(),
    contested: new Map(),
    inEffect: undefined,
    suspended: undefined,
    stoppedDays: 0,
    rounds: [],
    recurrence: undefined,
    before: { selfReports: 0, assessments: 0 },
    extension: undefined,
    extensionRefused: undefined,
    extensionRefusedWhy: undefined,
    extensionAsked: undefined,
    overdueContested: undefined,
    overdueAnnulled: undefined,
    firstAction: undefined,
    evidenced: undefined,
    selfReports: [],
    assessments: [],
    fulfilled: undefined,
    deliveredOn: undefined,
    closedOut: undefined,
    verified: undefined,
    replies: new Map(),
    closeOutAsked: undefined,
    publicised: undefined,
    powersUsed: new Map(),
    violated: undefined,
    discharged: undefined,
    refs: [refOf(fact)],
  };
  state.obligations.set(id, created);
  if (terms.topic !== undefined) takenUp(state, terms.topic, created.created, terms.title);
  return created;
}

const beforeEffect: readonly ObligationStatus[] = ['drafted', 'assigned', 'received', 'contested', 'accepted'];

function enterEffect(obligation: ObligationState, fact: Fact): void {
  obligation.inEffect ??= refOf(fact);
  if (beforeEffect.includes(obligation.status)) obligation.status = 'inEffect';
}

/** It binds once all who owe it have accepted it and the text it follows from is signed. */
function bindIfReady(state: CaseState, obligation: ObligationState, fact: Fact): void {
  if (obligation.inEffect !== undefined || !obligation.terms.liable.every((actor) => obligation.accepted.has(actor))) return;
  if (!awaitsSignature(state, obligation)) enterEffect(obligation, fact);
  else if (beforeEffect.includes(obligation.status)) obligation.status = 'accepted';
}

function accept(state: CaseState, obligation: ObligationState, by: readonly string[], fact: Fact): void {
  for (const actor of by) {
    obligation.accepted.set(actor as never, refOf(fact));
    obligation.contested.delete(actor as never);
  }
  bindIfReady(state, obligation, fact);
}

/** New terms over old; yardsticks of a new name are added, of a known name replaced. */
function amend(old: ObligationTerms, change: Partial<ObligationTerms>): ObligationTerms {
  const { yardsticks, ...rest } = change;
  const named = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const kept = (old.yardsticks ?? []).filter((own) => !yardsticks?.some((added) => added.yardstick === own.yardstick));
  return { ...old, ...named, ...(yardsticks && { yardsticks: [...kept, ...yardsticks] }) };
}

function signAgreement(state: CaseState, fact: Extract<Fact, { type: 'agreementSigned' }>): void {
  const ref = refOf(fact);
  const { agreement, parties, topics } = fact.payload;
  state.drafts.delete(agreement);
  state.agreements.set(agreement, { agreement, terms: fact.payload, signed: ref, amendments: [], terminated: undefined });
  // Signing is consenting: every signer's consensus on the topics of the text is on record.
  for (const id of topics) {
    const topic = takenUp(state, id, ref, fact.payload.title);
    for (const party of parties) if (!topic.consensus.has(party)) topic.consensus.set(party, ref);
  }
  for (const obligation of state.obligations.values()) {
    if (obligation.terms.agreement === agreement && obligation.discharged === undefined) bindIfReady(state, obligation, fact);
  }
  recordAct(state, fact, 'commitment');
}

/** What follows from the agreement and is still open ends with it, unless it is named to survive. A breach that was found stands. */
function endDuties(state: CaseState, fact: Extract<Fact, { type: 'agreementTerminated' }>): void {
  const { agreement, surviving = [] } = fact.payload;
  for (const obligation of state.obligations.values()) {
    const { terms, fulfilled, discharged } = obligation;
    if (terms.agreement !== agreement || fulfilled !== undefined || discharged !== undefined) continue;
    if (surviving.includes(obligation.obligation) || obligation.assigned !== undefined) continue;
    obligation.discharged = refOf(fact);
    obligation.status = 'discharged';
    obligation.refs.push(refOf(fact));
  }
}

function evolveAgreement(state: CaseState, fact: Extract<Fact, { type: 'agreementAmended' | 'agreementTerminated' }>): void {
  const agreement = state.agreements.get(fact.payload.agreement);
  if (agreement === undefined) return unmatched(state, fact);
  recordAct(state, fact, 'commitment');
  if (fact.type === 'agreementTerminated') {
    if (agreement.terminated === undefined) endDuties(state, fact);
    agreement.terminated ??= refOf(fact);
    return;
  }
  const { clauses, judgement } = fact.payload;
  agreement.terms = { ...agreement.terms, ...(clauses && { clauses }), ...(judgement && { judgement }) };
  agreement.amendments.push(refOf(fact));
}

type StepFact = Extract<
  Fact,
  {
    type:
      | 'obligationReceived'
      | 'obligationAccepted'
      | 'obligationContested'
      | 'obligationAmended'
      | 'obligationSuspended'
      | 'obligationResumed';
  }
>;

function evolveStep(state: CaseState, fact: StepFact): void {
  const obligation = state.obligations.get(fact.payload.obligation);
  if (obligation === undefined) return unmatched(state, fact);
  const ref = refOf(fact);
  obligation.refs.push(ref);
  switch (fact.type) {
    case 'obligationReceived':
      obligation.received ??= ref;
      if (obligation.status === 'assigned') obligation.status = 'received';
      return;
    case 'obligationAccepted':
      accept(state, obligation, [fact.payload.by], fact);
      recordAct(state, fact, 'commitment');
      return;
    case 'obligationContested':
      obligation.contested.set(fact.payload.by, ref);
      if (obligation.inEffect === undefined) {
        obligation.status = 'contested';
        obligation.accepted.delete(fact.payload.by);
      }
      return;
    case 'obligationAmended':
      obligation.terms = amend(obligation.terms, fact.payload.terms as Partial<ObligationTerms>);
      if (fact.payload.terms.deadline !== undefined) newDate(obligation);
      // It may now follow from a text that is signed, or bind fewer.
      if (obligation.status === 'accepted') bindIfReady(state, obligation, fact);
      return;
    case 'obligationSuspended':
      obligation.suspended = ref;
      obligation.status = 'suspended';
      return;
    case 'obligationResumed':
      resume(obligation, ref);
      return;
    default:
      fact satisfies never;
  }
}

export function evolveCommitment(state: CaseState, fact: CommitmentFact): void {
  switch (fact.type) {
    case 'agreementDrafted':
      state.drafts.set(fact.payload.agreement, datedOf(fact));
      return;
    case 'agreementSigned':
      return signAgreement(state, fact);
    case 'agreementAmended':
    case 'agreementTerminated':
      return evolveAgreement(state, fact);
    case 'obligationDrafted': {
      const { obligation: id, acceptedBy, ...terms } = fact.payload;
      const obligation = createObligation(state, fact, id, terms);
      if (acceptedBy) accept(state, obligation, acceptedBy, fact);
      recordAct(state, fact, 'commitment');
      return;
    }
    case 'obligationAssigned': {
      const { obligation: id, by, terms } = fact.payload;
      const known = state.obligations.get(id);
      if (known === undefined && terms === undefined) return unmatched(state, fact);
      const obligation = known ?? createObligation(state, fact, id, terms as ObligationTerms);
      if (known !== undefined) {
        obligation.refs.push(refOf(fact));
        if (terms !== undefined) obligation.terms = amend(obligation.terms, terms as Partial<ObligationTerms>);
      }
      obligation.assigned = { by, ref: refOf(fact) };
      obligation.status = 'assigned';
      enterEffect(obligation, fact);
      recordAct(state, fact, 'superior');
      return;
    }
    case 'jointDocumentIssued':
      state.jointDocuments.push(datedOf(fact));
      recordAct(state, fact, 'commitment');
      return;
    default:
      return evolveStep(state, fact);
  }
}
