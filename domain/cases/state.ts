/**
 * What a history amounts to at one date. Holds facts only, nothing that depends on the clock: overdue, stage,
 * dilemma and advice are computed from it for a date. Written by `evolve` alone; everybody else reads.
 */
import type { Payload } from '../events/catalogue.ts';
import type { Deadline, ObligationTerms } from '../events/schemas.ts';
import type { Bilingual } from '../vocabulary/text.ts';
import type { DateInterval, DayNumber, IsoDate } from '../vocabulary/dates.ts';
import type { ActorId, AgreementId, CaseId, FactId, ObligationId, TopicId } from '../vocabulary/ids.ts';
import type { Completion, Effect, Power } from '../vocabulary/levels.ts';

export type Initiative = 'self' | 'superior' | 'society';

/** A fact behind a statement. `on` is the end of its interval; `dated` is false where the source gives no date. */
export interface FactRef {
  readonly id: FactId;
  /** First day on which it can have happened. */
  readonly first: IsoDate;
  readonly on: IsoDate;
  readonly dated: boolean;
}

export interface TopicState {
  readonly topic: TopicId;
  title: Bilingual | undefined;
  readonly raised: FactRef;
  readonly meetings: FactRef[];
  readonly consensus: Map<ActorId, FactRef>;
  withdrawn: FactRef | undefined;
  withdrawnWhy: Bilingual | undefined;
  /** Topic in which a withdrawn one goes on. */
  mergedInto: TopicId | undefined;
  /** Who raised it. */
  raisedBy: readonly ActorId[];
  readonly dissent: Map<ActorId, { text: Bilingual; ref: FactRef }>;
  /** The decision that stands, with the day by which it is to be looked at again. */
  decision: { ref: FactRef; text: Bilingual | undefined; reviewOn: IsoDate | undefined } | undefined;
  readonly positions: { party: ActorId; position: string; ref: FactRef }[];
}

/** A sentence put to the parties, and what each said to it; who is missing was silent. */
export interface StatementState {
  readonly statement: string;
  readonly topic: TopicId;
  readonly text: Bilingual;
  readonly by: ActorId;
  readonly ref: FactRef;
  readonly answers: Map<ActorId, { answer: 'agree' | 'disagree' | 'pass'; ref: FactRef }>;
}

export interface ConvenedMeeting {
  readonly payload: Payload<'meetingConvened'>;
  readonly ref: FactRef;
  held: FactRef | undefined;
  minutes: { payload: Payload<'minutesIssued'>; ref: FactRef } | undefined;
}

export interface AgreementState {
  readonly agreement: AgreementId;
  terms: Payload<'agreementSigned'>;
  readonly signed: FactRef;
  readonly amendments: FactRef[];
  terminated: FactRef | undefined;
}

/** Life-cycle of a duty. `drafted` → … ; the clock adds nothing here. `accepted`: by all who owe it, under a text that is not signed yet. */
export type ObligationStatus =
  | 'drafted'
  | 'assigned'
  | 'received'
  | 'contested'
  | 'accepted'
  | 'inEffect'
  | 'suspended'
  | 'reported'
  | 'underReview'
  | 'returned'
  | 'fulfilled'
  | 'closedOut'
  | 'lookedBack'
  | 'reopened'
  | 'violated'
  | 'discharged';

export interface CompletionReading {
  readonly completion: Completion | undefined;
  readonly effect: Effect | undefined;
  readonly substitution: 'substituted' | 'diluted' | undefined;
  readonly by: ActorId | undefined;
  readonly ref: FactRef;
}

/** A round of a recurring duty that was fulfilled. */
export interface DutyRound {
  readonly dueOn: IsoDate;
  readonly deliveredOn: IsoDate;
  readonly fulfilled: FactRef;
  readonly violated: FactRef | undefined;
}

export interface ObligationState {
  readonly obligation: ObligationId;
  terms: ObligationTerms;
  readonly created: FactRef;
  /** True if the history is kept live, so that silence means that nothing happened. */
  readonly live: boolean;
  status: ObligationStatus;
  assigned: { by: ActorId; ref: FactRef } | undefined;
  received: FactRef | undefined;
  /** Slips 督办单 that were issued, in order. */
  readonly reminders: { slip: 'blue' | 'orange' | 'red'; by: ActorId; answerBy: IsoDate | undefined; ref: FactRef }[];
  readonly accepted: Map<ActorId, FactRef>;
  readonly contested: Map<ActorId, FactRef>;
  /** Day from which the duty binds: accepted by every responsible agency and its agreement signed, or assigned. */
  inEffect: FactRef | undefined;
  suspended: FactRef | undefined;
  /** Days for which the clock stood before it was resumed; the due date lies so much later. */
  stoppedDays: number;
  /** A recurring duty: what became of the rounds before this one. */
  readonly rounds: DutyRound[];
  /** Deadline from which the rounds are counted, and how many have begun since; absent before the second. */
  recurrence: { readonly base: Deadline; readonly begun: number } | undefined;
  /** Reports and assessments that belong to rounds before this one. */
  before: { readonly selfReports: number; readonly assessments: number };
  extension: { newDueOn: IsoDate; ref: FactRef } | undefined;
  extensionRefused: FactRef | undefined;
  extensionRefusedWhy: Bilingual | undefined;
  extensionAsked: { newDueOn: IsoDate; ref: FactRef } | undefined;
  overdueContested: FactRef | undefined;
  /** A decision that the clock was wrong: the duty does not count as overdue. */
  overdueAnnulled: FactRef | undefined;
  firstAction: FactRef | undefined;
  /** Evidence of what was delivered, as against a report that work began. */
  evidenced: FactRef | undefined;
  readonly selfReports: CompletionReading[];
  readonly assessments: CompletionReading[];
  /** Replies of the assessed, by the assessment they answer. */
  readonly replies: Map<FactId, FactRef>;
  closeOutAsked: FactRef | undefined;
  publicised: { until: IsoDate; ref: FactRef } | undefined;
  readonly powersUsed: Map<string, FactRef>;
  fulfilled: FactRef | undefined;
  deliveredOn: IsoDate | undefined;
  closedOut: FactRef | undefined;
  verified: FactRef | undefined;
  violated: FactRef | undefined;
  discharged: FactRef | undefined;
  readonly refs: FactRef[];
}

export interface BodyState {
  readonly body: ActorId;
  title: Bilingual;
  kind: 'joint' | 'superior' | 'party';
  members: readonly ActorId[];
  host: ActorId | undefined;
  rank: number | undefined;
  powers: readonly Power[];
  over: readonly ActorId[];
  readonly established: FactRef;
  readonly upgrades: FactRef[];
  abolished: FactRef | undefined;
}

export interface InstrumentState {
  readonly instrument: string;
  readonly terms: Payload<'instrumentApplied'>;
  strength: number;
  readonly initiative: Initiative;
  readonly applied: FactRef;
  readonly changes: FactRef[];
  ended: FactRef | undefined;
}

export interface InterventionState {
  readonly intervention: string;
  readonly opened: Payload<'interventionOpened'>;
  readonly ref: FactRef;
  sunset: IsoDate | undefined;
  readonly exitReadings: { met: boolean; ref: FactRef }[];
  closed: FactRef | undefined;
}

export interface Reading {
  readonly period: DateInterval;
  readonly value: number;
  readonly unit: string;
  readonly ref: FactRef;
}

/** One act of the parties or of somebody acting on them: the raw material of intensity, initiative and campaigns. */
export interface Act {
  readonly day: DayNumber;
  readonly id: FactId;
  readonly initiative: Initiative;
  readonly kind: 'consultation' | 'commitment' | 'delivery' | 'exchange' | 'superior';
  readonly dated: boolean;
  /** Days over which its date is uncertain; 0 for a day. */
  readonly spanDays: number;
}

export interface Dated<T> {
  readonly payload: T;
  readonly ref: FactRef;
  readonly initiative: Initiative;
}

export interface CaseState {
  readonly caseId: CaseId;
  opened: Dated<Payload<'caseOpened'>> | undefined;
  readonly parties: Map<ActorId, { joined: FactRef; left: FactRef | undefined }>;
  readonly topics: Map<TopicId, TopicState>;
  readonly meetings: Dated<Payload<'meetingHeld'>>[];
  readonly convened: Map<string, ConvenedMeeting>;
  readonly statements: Map<string, StatementState>;
  /** The latest draft of each agreement that is not signed yet. */
  readonly drafts: Map<AgreementId, Dated<Payload<'agreementDrafted'>>>;
  readonly successions: Dated<Payload<'actorSucceeded'>>[];
  readonly costs: Dated<Payload<'costStated'>>[];
  readonly benefits: Dated<Payload<'benefitStated'>>[];
  readonly judgements: Dated<Payload<'judgementRecorded'>>[];
  readonly agreements: Map<AgreementId, AgreementState>;
  readonly obligations: Map<ObligationId, ObligationState>;
  readonly jointDocuments: Dated<Payload<'jointDocumentIssued'>>[];
  readonly bodies: Map<ActorId, BodyState>;
  readonly rules: Dated<Payload<'ruleAdopted'>>[];
  /** Versions of each rule table in the order of adoption; they are applied, and count as no rule of the parties. */
  readonly ruleTables: Map<string, Dated<Payload<'ruleAdopted'>>[]>;
  readonly customs: Dated<Payload<'customObserved'>>[];
  readonly exchanges: Dated<Payload<'exchangeMade'>>[];
  readonly officialExchanges: Dated<Payload<'officialExchanged'>>[];
  readonly leaderChanges: Dated<Payload<'leaderChanged'>>[];
  readonly capacities: Dated<Payload<'capacityRead'>>[];
  /** Readings by `indicator|subject`, in order of period end. */
  readonly readings: Map<string, Reading[]>;
  readonly conflicts: Map<string, { payload: Payload<'conflictRaised'>; raised: FactRef; resolved: FactRef | undefined }>;
  readonly evaluations: Dated<Payload<'evaluationPublished'>>[];
  readonly inspections: Map<
    string,
    {
      payload: Payload<'inspectionPlanned'>;
      planned: FactRef;
      concluded: FactRef | undefined;
      review: { asked: FactRef; decided: FactRef | undefined } | undefined;
    }
  >;
  readonly accountability: Dated<Payload<'accountabilityProposed'>>[];
  readonly requests: Map<
    string,
    {
      payload: Payload<'interventionProposed'>;
      ref: FactRef;
      declined: FactRef | undefined;
      declinedWhy: Bilingual | undefined;
      opened: FactRef | undefined;
    }
  >;
  readonly interventions: Map<string, InterventionState>;
  readonly instruments: Map<string, InstrumentState>;
  readonly restorations: Dated<Payload<'powersRestored'>>[];
  readonly recusals: Dated<Payload<'recusalDeclared'>>[];
  readonly acts: Act[];
  /** Facts that refer to something the history does not know (yet). Shown, never silently dropped. */
  readonly unmatched: FactId[];
  factCount: number;
  /** Fold position: day, type rank and id of the last fact folded. */
  position: FoldPosition | undefined;
}

export interface FoldPosition {
  readonly day: DayNumber;
  readonly typeRank: number;
  readonly id: FactId;
}

export function emptyState(caseId: CaseId): CaseState {
  return {
    caseId,
    opened: undefined,
    parties: new Map(),
    topics: new Map(),
    meetings: [],
    convened: new Map(),
    statements: new Map(),
    drafts: new Map(),
    successions: [],
    costs: [],
    benefits: [],
    judgements: [],
    agreements: new Map(),
    obligations: new Map(),
    jointDocuments: [],
    bodies: new Map(),
    rules: [],
    ruleTables: new Map(),
    customs: [],
    exchanges: [],
    officialExchanges: [],
    leaderChanges: [],
    capacities: [],
    readings: new Map(),
    conflicts: new Map(),
    evaluations: [],
    inspections: new Map(),
    accountability: [],
    requests: new Map(),
    interventions: new Map(),
    instruments: new Map(),
    restorations: [],
    recusals: [],
    acts: [],
    unmatched: [],
    factCount: 0,
    position: undefined,
  };
}

/** Key of an indicator series in `CaseState.readings`. */
export function readingKey(indicator: string, subject: ActorId): string {
  return `${indicator}|${subject}`;
}

/** Parties at the date of the state, in order of joining. */
export function currentParties(state: CaseState): ActorId[] {
  const parties: ActorId[] = [];
  for (const [actor, party] of state.parties) if (party.left === undefined) parties.push(actor);
  return parties;
}

/**
 * True while a duty waits for a signature: it is to follow from an agreement that is not signed, and nobody assigned it. An
 * archive that holds no draft of the text says nothing about its signing, so there the duty counts as its coder recorded it.
 */
export function awaitsSignature({ agreements, drafts }: CaseState, { terms, assigned, live }: ObligationState): boolean {
  const { agreement } = terms;
  if (agreement === undefined || assigned !== undefined || agreements.has(agreement)) return false;
  return live || drafts.has(agreement);
}
