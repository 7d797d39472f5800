/**
 * Who may do what, worked out by hand from the description of the product in words, as one plain program. It shares nothing
 * with the policies, with the derivation of claims or with the tree of governments, so that an error on either side shows
 * as a difference. Whoever changes a rule changes it here from the words, never by copying the other side.
 */
import { above, type Body, type Place } from './places.ts';

export interface Question {
  readonly place: Place;
  readonly closed: boolean;
  readonly published: boolean;
  readonly actor?: string;
  readonly roles: readonly string[];
  /** `record:…` with its payload, or another action on the case. */
  readonly action: string;
  // biome-ignore lint/suspicious/noExplicitAny: payloads are read as they come, apart from the schemas of the product
  readonly payload?: any;
  readonly signers: readonly string[];
  /** Of a correction: who recorded the fact, and what it was. */
  readonly target?: { readonly by: string; readonly type: string; readonly payload: unknown };
}

const government = (actor: string): string | undefined => (actor.startsWith('body:') ? undefined : actor.split('/')[0]);

/** Everything above, nearest first, the actor itself not counted. */
function chain(actor: string, bodies: Place['bodies']): string[] {
  if (actor.startsWith('body:')) {
    const members = bodies[actor]?.members ?? [];
    const lines = members.map((member) => chain(member, bodies));
    return (lines[0] ?? []).filter((one) => lines.every((line) => line.includes(one)));
  }
  const next = actor.includes('/') ? government(actor) : above[actor];
  return next === undefined ? [] : [next, ...chain(next, bodies)];
}

/** A government is above what lies below it and above its own organs; an organ is above what lies below its government. */
function isAbove(me: string, other: string, bodies: Place['bodies']): boolean {
  const mine = government(me);
  if (mine === undefined) return false;
  const line = chain(other, bodies);
  if (me === mine) return line.includes(me);
  return line.includes(mine) && government(other) !== mine;
}

const same = (me: string, other: string): boolean => me === other || government(me) === other;
const isOneOf = (me: string, others: readonly string[]): boolean => others.some((other) => same(me, other));

/** Each kind of fact: which hands may write it. */
const hands: Readonly<Record<string, string>> = {
  caseOpened: 'opening',
  partyJoined: 'party common',
  partyLeft: 'party',
  topicRaised: 'party common',
  meetingConvened: 'party common',
  meetingHeld: 'party common',
  minutesIssued: 'party common',
  statementPut: 'party common',
  statementAnswered: 'party',
  positionStated: 'party',
  costStated: 'party',
  benefitStated: 'party',
  consensusRecorded: 'party common',
  dissentRecorded: 'party',
  decisionReviewed: 'party common',
  topicWithdrawn: 'party common',
  judgementRecorded: 'superior:assessor body:assess:assessor impartial',
  contextRecorded: 'party common',
  agreementDrafted: 'party common',
  agreementSigned: 'contract',
  agreementAmended: 'contract',
  agreementTerminated: 'contract',
  obligationDrafted: 'party common superior:supervisor contract',
  obligationAssigned: 'superior:signer',
  obligationReceived: 'holder',
  obligationAccepted: 'holder',
  obligationContested: 'holder',
  obligationAmended: 'terms',
  obligationSuspended: 'terms',
  obligationResumed: 'terms',
  jointDocumentIssued: 'contract',
  bodyEstablished: 'body',
  bodyUpgraded: 'body',
  bodyAbolished: 'body',
  ruleAdopted: 'rule',
  actorSucceeded: 'house',
  customObserved: 'party common',
  exchangeMade: 'party common',
  officialExchanged: 'party common',
  leaderChanged: 'party',
  capacityRead: 'numbers',
  progressReported: 'holder',
  evidenceAttached: 'holder',
  extensionRequested: 'holder',
  extensionGranted: 'superior:signer body:supervise:signer impartial',
  extensionRefused: 'superior:signer body:supervise:signer impartial',
  obligationReported: 'holder',
  obligationReviewed: 'superior:assessor body:assess:assessor fellow:assessor impartial',
  replyMade: 'holder',
  obligationReturned: 'superior:assessor body:assess:assessor fellow:assessor impartial',
  obligationFulfilled: 'superior:signer body:assess:signer fellow:signer impartial',
  closeOutRequested: 'holder',
  closeOutPublicised: 'superior:supervisor body:supervise:supervisor impartial',
  obligationClosedOut: 'superior:signer body:supervise:signer impartial',
  obligationLookedBack: 'superior:inspector body:supervise:inspector impartial',
  obligationReopened: 'superior:signer body:supervise:signer impartial',
  obligationViolated: 'superior:signer body:assess:signer impartial',
  obligationDischarged: 'terms',
  powerExercised: 'power',
  overdueContested: 'holder',
  overdueDecided: 'superior:signer body:supervise:signer impartial',
  indicatorRead: 'numbers',
  conflictRaised: 'party common',
  conflictResolved: 'party common',
  evaluationPublished: 'superior:signer body:assess:signer impartial',
  inspectionPlanned: 'superior:inspector body:supervise:inspector',
  inspectionConcluded: 'superior:signer body:supervise:signer',
  reviewRequested: 'holder',
  reviewDecided: 'superior:signer body:supervise:signer',
  reminderIssued: 'superior:supervisor body:supervise:supervisor',
  accountabilityProposed: 'superior:signer',
  interventionProposed: 'party superior:supervisor',
  interventionDeclined: 'tier',
  interventionOpened: 'superior:signer',
  instrumentApplied: 'superior:signer',
  interventionTapered: 'superior:signer',
  interventionEscalated: 'superior:signer',
  interventionExtended: 'superior:signer',
  instrumentWithdrawn: 'superior:signer',
  interventionClosed: 'superior:signer',
  exitCriteriaRead: 'superior:assessor body:assess:assessor impartial',
  powersRestored: 'superior:signer',
  recusalDeclared: 'tier',
};

/** What changes duties or rights, or passes judgement on them: only with the office's own signature. */
const signed = new Set(
  `agreementSigned agreementAmended agreementTerminated jointDocumentIssued ruleAdopted actorSucceeded bodyEstablished bodyUpgraded
   bodyAbolished obligationAssigned obligationAccepted obligationAmended obligationSuspended obligationResumed obligationDischarged
   powerExercised extensionGranted extensionRefused overdueDecided obligationFulfilled obligationClosedOut obligationReopened
   obligationViolated evaluationPublished inspectionConcluded reviewDecided accountabilityProposed interventionDeclined
   interventionOpened instrumentApplied interventionTapered interventionEscalated interventionExtended instrumentWithdrawn
   interventionClosed powersRestored recusalDeclared`
    .trim()
    .split(/\s+/),
);

const afterTheEnd = new Set(
  'judgementRecorded contextRecorded evaluationPublished obligationLookedBack obligationReopened factCorrected factRetracted'.split(' '),
);

const both = (...lists: readonly (readonly string[] | string | undefined)[]): string[] => [...new Set(lists.flatMap((list) => list ?? []))];

/** Whom the fact lets speak: these must have spoken. */
function speakers(q: Question, type: string): string[] {
  const { payload: p, place } = q;
  const duty = place.duties[p.obligation];
  switch (type) {
    case 'caseOpened':
    case 'judgementRecorded':
    case 'indicatorRead':
    case 'capacityRead':
    case 'topicRaised':
    case 'consensusRecorded':
    case 'decisionReviewed':
    case 'customObserved':
    case 'officialExchanged':
    case 'conflictRaised':
    case 'contextRecorded':
    case 'topicWithdrawn':
    case 'actorSucceeded':
      return [];
    case 'meetingConvened':
    case 'meetingHeld':
      return both(p.by, p.body);
    case 'agreementSigned':
      return both(p.parties, p.witnesses);
    case 'agreementAmended':
    case 'agreementTerminated':
      return [...place.parties];
    case 'jointDocumentIssued':
      return p.issuers;
    case 'exchangeMade':
      return both(p.from);
    case 'leaderChanged':
      return [p.actor];
    case 'obligationDrafted':
      return both(p.acceptedBy);
    case 'obligationAmended':
    case 'obligationSuspended':
    case 'obligationResumed':
    case 'obligationDischarged':
      return both(p.by, duty?.origin === 'agreed' ? [...duty.owes, ...(p.terms?.liable ?? [])] : []);
    case 'bodyEstablished':
    case 'bodyUpgraded':
    case 'bodyAbolished':
      return bodyWork(q).signs;
    case 'interventionDeclined':
    case 'interventionOpened':
    case 'recusalDeclared':
      return [p.tier];
    case 'interventionExtended':
    case 'interventionClosed':
    case 'powersRestored':
      return [place.tier];
    case 'interventionTapered':
    case 'interventionEscalated':
    case 'instrumentWithdrawn':
      return [place.instrument.by];
    default:
      return both(p.by, p.party);
  }
}

/** On whom it falls; all of them must be below, or under the power, of whoever does it. */
function objects(q: Question, type: string): readonly string[] {
  const { payload: p, place } = q;
  const owing: readonly string[] = place.duties[p.obligation]?.owes ?? [];
  if (type === 'judgementRecorded' || type === 'accountabilityProposed') return p.subjects;
  if (type === 'inspectionPlanned') return p.objects;
  if (type === 'inspectionConcluded' || type === 'reviewDecided') return place.inspection.objects;
  if (type === 'evaluationPublished') {
    const said = both(
      (p.grades ?? []).map((grade: { actor: string }) => grade.actor),
      (p.verifies ?? []).flatMap((name: string) => place.duties[name]?.owes ?? []),
    );
    return said.length > 0 ? said : place.parties;
  }
  if (type === 'instrumentApplied') return p.targets;
  if (type.startsWith('instrument') || type === 'interventionTapered' || type === 'interventionEscalated') return place.instrument.targets;
  if (type.startsWith('intervention') || type === 'exitCriteriaRead') return place.parties;
  if (type === 'powersRestored') return [p.receiver];
  if (type === 'obligationAssigned') return both(owing, p.terms?.liable, p.terms?.lead, p.terms?.cooperating);
  if (type === 'obligationDrafted') return both(p.liable, p.lead, p.cooperating);
  if (type === 'caseOpened') return p.parties;
  return owing;
}

interface BodyWork {
  readonly signs: string[];
  /** Whoever must be of one's own house: oneself, one's organs, one's subordinates. */
  readonly house: string[];
}

/** A body of equals is founded, changed and ended by its members; power over others and other bodies are a government's own. */
function bodyWork({ payload: p, place }: Question): BodyWork {
  const now: Partial<Body> = place.bodies[p.body] ?? {};
  const members = both(now.members, p.members);
  const over = both(now.over, p.over);
  const hosts = both(now.host, p.host);
  const ofEquals = (now.kind ?? 'joint') === 'joint' && (p.kind ?? now.kind ?? 'joint') === 'joint';
  if (ofEquals) return { signs: both(members, hosts), house: over.filter((one) => !members.includes(one)) };
  return { signs: [], house: both(members, over, hosts) };
}

function houseOf(me: string, others: readonly string[], place: Place): boolean {
  const concerned = place.parties.some((party) => party === me || chain(party, place.bodies).includes(me));
  return concerned && others.length > 0 && others.every((one) => one === me || chain(one, place.bodies).includes(me));
}

/** What several did together is told by those several, or by the secretariat of the body whose members they are. */
function together({ payload: p, place }: Question, type: string): readonly string[] {
  if (type === 'topicRaised' || type === 'decisionReviewed') return p.by ?? [];
  if (type === 'consensusRecorded') return p.parties;
  if (type === 'customObserved') return p.among;
  if (type === 'topicWithdrawn') return p.topic === 't1' ? place.topicRaisedBy : [];
  return [];
}

function byHand(q: Question, me: string, type: string, hand: string, binding: boolean): boolean {
  const { place, roles, payload: p, signers } = q;
  const has = (role: string): boolean => roles.includes(role);
  const hasSpoken = (who: string): boolean => who === me || signers.includes(who);
  const body = place.bodies[me];
  const on = objects(q, type);
  const duty = place.duties[p.obligation];
  const [kind, needed = '', role = ''] = hand.split(':');
  switch (kind) {
    case 'party':
      return !binding && has('registrar') && isOneOf(me, place.parties) && together(q, type).every(hasSpoken);
    case 'common':
      return !binding && has('secretariat') && body !== undefined && together(q, type).every((one) => body.members.includes(one));
    case 'contract':
      return binding && isOneOf(me, place.parties);
    case 'holder':
      return (binding || has('registrar')) && isOneOf(me, type === 'reviewRequested' ? place.inspection.objects : (duty?.owes ?? []));
    case 'power':
      return isOneOf(me, [place.powerHolder]);
    case 'terms':
      if (duty?.origin === 'agreed') return isOneOf(me, both(duty.owes, p.terms?.liable));
      return on.length > 0 && both(on, p.terms?.liable).every((one) => isAbove(me, one, place.bodies));
    case 'superior':
      return has(needed) && on.length > 0 && on.every((one) => isAbove(me, one, place.bodies));
    case 'body':
      if (needed === '') {
        const { house } = bodyWork(q);
        return house.length === 0 ? isOneOf(me, place.parties) : houseOf(me, house, place);
      }
      return has(role) && body?.powers.includes(needed) === true && on.length > 0 && on.every((one) => isOneOf(one, body.over));
    case 'fellow':
      return has(needed) && duty?.origin === 'agreed' && isOneOf(me, place.parties);
    case 'house':
      return houseOf(me, both(p.from, p.to), place);
    case 'rule': {
      const others = (p.scope as string[]).filter((one) => !p.by.includes(one));
      return others.length === 0 ? isOneOf(me, place.parties) : others.every((one) => isAbove(me, one, place.bodies));
    }
    case 'numbers': {
      const whose: string = p.subject ?? p.actor;
      if (has('assessor') && isAbove(me, whose, place.bodies)) return true;
      if (has('secretariat') && body !== undefined && isOneOf(whose, body.members)) return true;
      return has('registrar') && isOneOf(me, place.parties) && government(me) !== undefined && government(me) === government(whose);
    }
    case 'tier':
      return place.parties.some((party) => chain(party, place.bodies).includes(me)) && !place.parties.includes(me);
    case 'opening':
      if (has('registrar') && isOneOf(me, p.parties)) return true;
      if (has('secretariat') && body !== undefined && (p.parties as string[]).every((one) => body.members.includes(one))) return true;
      return has('supervisor') && on.every((one) => isAbove(me, one, place.bodies));
    default:
      return false;
  }
}

/** Nobody judges what is owed by their own government or by one above it. */
function isPartial(me: string, on: readonly string[], bodies: Place['bodies']): boolean {
  return on.some((one) => {
    const common = government(me) !== undefined && government(me) === government(one);
    return common || me === one || chain(me, bodies).includes(one);
  });
}

function mayRecord(q: Question, type: string): boolean {
  const me = q.actor;
  if (me === undefined || q.roles.includes('auditor') || q.roles.includes('operator')) return false;
  if (q.closed && !afterTheEnd.has(type)) return false;
  if (type === 'factCorrected' || type === 'factRetracted') {
    if (q.target === undefined || q.target.by !== me) return false;
    const payload = (type === 'factCorrected' && q.payload.replacement?.payload) || q.target.payload;
    const { target: _target, ...rest } = q;
    return mayRecord({ ...rest, payload, closed: false }, q.target.type);
  }
  const binding = signed.has(type) || (type === 'obligationDrafted' && (q.payload.acceptedBy ?? []).length > 0);
  if (binding && !(q.roles.includes('signer') && q.signers.includes(me))) return false;
  if (speakers(q, type).some((who) => who !== me && !q.signers.includes(who))) return false;
  const ways = (hands[type] ?? '').split(' ');
  if (ways.includes('impartial') && isPartial(me, objects(q, type), q.place.bodies)) return false;
  if (type === 'instrumentApplied' && q.payload.tier !== government(me)) return false;
  if (['interventionTapered', 'interventionEscalated', 'instrumentWithdrawn'].includes(type) && q.place.instrument.tier !== government(me))
    return false;
  if (type === 'obligationDrafted' && binding) return byHand(q, me, type, 'contract', true);
  return ways.some((hand) => byHand(q, me, type, hand, binding));
}

const working = ['registrar', 'signer', 'secretariat', 'supervisor', 'inspector', 'assessor'];

/** Somebody at work for a party, for whoever owes a duty, for a body of the case, or above a party. */
function isInvolved({ actor: me, roles, place }: Question): boolean {
  if (me === undefined || !working.some((role) => roles.includes(role))) return false;
  const owing = Object.values(place.duties).flatMap(({ owes }) => owes);
  const mine = government(me);
  const below = mine !== undefined && place.parties.some((party) => chain(party, place.bodies).includes(mine));
  return isOneOf(me, place.parties) || isOneOf(me, owing) || place.bodies[me] !== undefined || below;
}

/** The answer that the words of the product give. */
export function oracle(q: Question): boolean {
  const { action, actor: me, roles, place, published, signers } = q;
  if (action.startsWith('record:')) return mayRecord(q, action.slice('record:'.length));
  if (action === 'createCase') return mayRecord({ ...q, closed: false }, 'caseOpened');
  if (action === 'readCase') return published || roles.includes('auditor') || isInvolved(q);
  // Handing a file in: whoever works in the case and writes at all, as long as it is open.
  if (action === 'attachFile') return !q.closed && !roles.includes('auditor') && !roles.includes('operator') && isInvolved(q);
  // Publishing, withdrawing, closing, reopening.
  if (me === undefined || !roles.includes('signer') || roles.includes('auditor') || roles.includes('operator')) return false;
  const members = place.bodies[me]?.members ?? [];
  if (place.parties.every((party) => members.includes(party))) return true;
  if (place.parties.every((party) => me !== party && chain(party, place.bodies).includes(me))) return true;
  return isOneOf(me, place.parties) && place.parties.every((party) => party === me || signers.includes(party));
}
