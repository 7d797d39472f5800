/** For each kind of fact some payloads: in one's own name, in another's, about a party, an organ, a county, a stranger. */
import type { EventType } from '@gongze/domain/events/catalogue';
import type { Place } from './places.ts';

export type Payload = Readonly<Record<string, unknown>>;

const words = { zh: '事项', en: 'matter' };
const title = words;
const text = words;
const period = { first: '2026-01-01', last: '2026-06-30' };

const unique = (payloads: readonly Payload[]): Payload[] => [
  ...new Map(payloads.map((payload) => [JSON.stringify(payload), payload])).values(),
];

/** Acts on each duty of the place, by the caller and by somebody else. */
function onDuties(place: Place, me: string, more: Payload = {}, named = true): Payload[] {
  const duties = Object.keys(place.duties);
  const mine = duties.map((obligation) => ({ obligation, ...more, ...(named ? { by: me } : {}) }));
  return [...mine, { obligation: 'agreed-one', ...more, by: '610100' }, { obligation: 'assigned-organ', ...more, by: '610000' }];
}

const terms = (liable: readonly string[]): Payload => ({ title, origin: 'assigned', liable, measure: text });

function aboutOthers(place: Place): readonly (readonly string[])[] {
  const [first = '', second = ''] = place.parties;
  return [[first], [second], [first, second], ['610100/transport'], ['610102'], ['610102/roads'], ['610300'], ['body:joint'], ['000000']];
}

type Builder = (me: string, place: Place) => readonly Payload[];
const own =
  (more: Payload): Builder =>
  (me, place) =>
    [me, ...place.parties].map((party) => ({ ...more, party }));
const by =
  (more: Payload): Builder =>
  (me, place) =>
    [me, ...place.parties].map((one) => ({ ...more, by: one }));
const duty =
  (more: Payload = {}): Builder =>
  (me, place) =>
    onDuties(place, me, more);
const step =
  (more: Payload = {}): Builder =>
  (me, place) => [...onDuties(place, me, more, false), ...onDuties(place, me, more)];
const about =
  (field: string, more: (me: string) => Payload): Builder =>
  (me, place) =>
    aboutOthers(place).map((others) => ({ ...more(me), [field]: others }));
const fixed =
  (...payloads: readonly Payload[]): Builder =>
  () =>
    payloads;
const groups = (me: string, place: Place): readonly (readonly string[])[] => [[me], place.parties, [...place.parties].reverse().slice(1)];

export const builders: Readonly<Record<EventType, Builder>> = {
  caseOpened: (me, place) => [[me], place.parties, ['610100', '610300'], ['610102']].map((parties) => ({ title, parties })),
  partyJoined: (me) => [me, '610300'].map((party) => ({ party })),
  partyLeft: own({}),
  topicRaised: (me, place) => [{ topic: 't2', title }, ...groups(me, place).map((who) => ({ topic: 't2', title, by: who }))],
  meetingConvened: (me, place) =>
    [{}, { body: 'body:joint' }, { body: me }]
      .flatMap((more) =>
        [me, place.parties[0]].map((one) => ({
          meeting: 'm1',
          kind: 'liaison',
          title,
          topics: ['t1'],
          invited: [{ actor: '610100' }],
          plannedOn: '2026-03-01',
          by: one,
          ...more,
        })),
      )
      .filter((payload) => !('body' in payload) || String(payload.body).startsWith('body:')),
  meetingHeld: (me) =>
    [{}, { body: 'body:joint' }, ...(me.startsWith('body:') ? [{ body: me }] : [])].map((more) => ({
      title,
      topics: ['t1'],
      attendees: [{ actor: '610100' }],
      ...more,
    })),
  minutesIssued: by({ meeting: 'm1', title, decisions: [{ topic: 't1', text }] }),
  statementPut: by({ statement: 's2', topic: 't1', text }),
  statementAnswered: own({ statement: 's1', answer: 'agree' }),
  positionStated: own({ topic: 't1', position: 'for' }),
  costStated: own({ amount: 1, unit: 'CNY' }),
  benefitStated: own({ amount: 1, unit: 'CNY' }),
  consensusRecorded: (me, place) => groups(me, place).map((parties) => ({ topic: 't1', parties })),
  dissentRecorded: own({ topic: 't1', text }),
  decisionReviewed: (me, place) => groups(me, place).map((who) => ({ topic: 't1', outcome: 'upheld', by: who })),
  topicWithdrawn: fixed({ topic: 't1' }, { topic: 't9' }),
  judgementRecorded: about('subjects', () => ({ dilemma: 'freeRiding', holds: true, text })),
  contextRecorded: fixed({ title }),
  agreementDrafted: (me, place) =>
    [{}, { by: me }, { by: '610100' }].map((more) => ({
      agreement: 'a2',
      title,
      parties: place.parties,
      topics: ['t1'],
      clauses: [],
      ...more,
    })),
  agreementSigned: (me, place) => [
    ...groups(me, place).map((parties) => ({ agreement: 'a2', title, parties, topics: ['t1'], framework: true })),
    { agreement: 'a2', title, parties: place.parties, topics: ['t1'], framework: true, witnesses: ['610000'] },
  ],
  agreementAmended: fixed({ agreement: 'a1', text }),
  agreementTerminated: fixed({ agreement: 'a1' }),
  obligationDrafted: (me, place) => [
    ...aboutOthers(place).map((liable) => ({ obligation: 'd2', title, origin: 'agreed', liable })),
    { obligation: 'd2', title, origin: 'agreed', liable: place.parties, acceptedBy: place.parties },
    { obligation: 'd2', title, origin: 'agreed', liable: [me], acceptedBy: [me] },
  ],
  obligationAssigned: (me, place) => [
    ...aboutOthers(place).map((liable) => ({ obligation: 'd3', by: me, terms: terms(liable) })),
    { obligation: 'd3', by: me, terms: { ...terms(['610100']), lead: '610400' } },
    { obligation: 'd3', by: '610000', terms: terms(['610100']) },
    { obligation: 'agreed-one', by: me },
    { obligation: 'assigned-county', by: me },
  ],
  obligationReceived: duty(),
  obligationAccepted: duty(),
  obligationContested: duty(),
  obligationAmended: (me, place) => [
    ...Object.keys(place.duties).map((obligation) => ({ obligation, terms: { measure: text } })),
    { obligation: 'agreed-one', terms: { liable: [me] }, by: me },
    { obligation: 'assigned-organ', terms: { liable: ['620102'] }, by: me },
    { obligation: 'assigned-other', terms: { measure: text }, by: '610000' },
  ],
  obligationSuspended: duty(),
  obligationResumed: duty(),
  jointDocumentIssued: (me, place) => groups(me, place).map((issuers) => ({ title, issuers })),
  bodyEstablished: (me, place) => [
    { body: 'body:new', title, kind: 'joint', members: place.parties, powers: ['convene'] },
    { body: 'body:new', title, kind: 'joint', members: [me], powers: ['assess'], over: ['610100'] },
    { body: 'body:new', title, kind: 'joint', members: [me], powers: ['assess'], over: [me], host: '610100' },
    { body: 'body:new', title, kind: 'superior', members: [me], powers: ['assess'], over: place.parties },
    { body: 'body:new', title, kind: 'party', members: ['610100/transport', '610102'], powers: ['convene'] },
    { body: 'body:new', title, kind: 'party', members: [me], powers: ['convene'] },
  ],
  bodyUpgraded: (me) => [
    { body: 'body:joint', powers: ['convene', 'assess'] },
    { body: 'body:joint', kind: 'party', members: [me] },
    { body: 'body:joint', kind: 'superior', rank: 3 },
    { body: 'body:assess', powers: ['assess', 'sanction'] },
    { body: 'body:assess', kind: 'joint', members: [me] },
  ],
  bodyAbolished: fixed({ body: 'body:joint' }, { body: 'body:assess' }, { body: 'body:weak' }),
  ruleAdopted: (me, place) =>
    [[me], place.parties, ['610100', '610102'], ['610300']]
      .map((scope) => ({ rule: 'r1', title, subject: 'standard', by: [me], scope }))
      .concat([
        { rule: 'r1', title, subject: 'standard', by: ['610000'], scope: ['610100'] },
        { rule: 'r1', title, subject: 'standard', by: [...place.parties], scope: place.parties },
      ]),
  actorSucceeded: (me) => [
    { from: '610100/transport', to: '610100/audit', kind: 'merged' },
    { from: '610102', to: '610100', kind: 'merged' },
    { from: me, to: '610100', kind: 'merged' },
  ],
  customObserved: (me, place) => groups(me, place).map((among) => ({ title, subject: 'agenda', among })),
  exchangeMade: (me, place) =>
    [{}, { from: me }, { from: '610100' }].map((more) => ({ title, among: place.parties, kind: 'visit', ...more })),
  officialExchanged: fixed({ title, from: '610100', to: '610400' }),
  leaderChanged: (me) => [me, '610100'].map((actor) => ({ actor, post: text })),
  capacityRead: (me) =>
    [me, '610100', '610400', '610102', '620100'].map((actor) => ({ actor, capacity: 'gdp', value: 1, unit: 'CNY', period })),
  progressReported: duty(),
  evidenceAttached: step({ title }),
  extensionRequested: duty({ newDueOn: '2026-12-31' }),
  extensionGranted: step({ newDueOn: '2026-12-31' }),
  extensionRefused: step(),
  obligationReported: duty(),
  obligationReviewed: duty({ completion: 'limited' }),
  replyMade: duty({ to: 'fact-1', text }),
  obligationReturned: step(),
  obligationFulfilled: step(),
  closeOutRequested: duty(),
  closeOutPublicised: duty({ until: '2026-12-31' }),
  obligationClosedOut: step(),
  obligationLookedBack: step({ holds: true }),
  obligationReopened: step(),
  obligationViolated: duty(),
  obligationDischarged: step(),
  powerExercised: (me) =>
    [
      { obligation: 'agreed-one', power: 'p1', by: me },
      { obligation: 'agreed-one', power: 'p9', by: me },
    ].slice(0, 1),
  overdueContested: duty(),
  overdueDecided: step({ upheld: true }),
  indicatorRead: (me) =>
    [me, '610100', '610100/transport', '610400', '610102'].map((subject) => ({
      indicator: 'pm25',
      subject,
      period,
      value: 1,
      unit: 'µg/m³',
    })),
  conflictRaised: (_me, place) => [{ conflict: 'c2', title, parties: place.parties }],
  conflictResolved: (me) => [{ conflict: 'c1' }, { conflict: 'c1', by: me }, { conflict: 'c1', by: '610000' }],
  evaluationPublished: (me, place) => [
    ...aboutOthers(place).map(([actor = '']) => ({ title, by: me, grades: [{ actor, grade: 'good' }] })),
    { title, by: me },
    { title, by: me, verifies: ['agreed-one', 'assigned-other'] },
    { title, by: '610000' },
  ],
  inspectionPlanned: (me, place) => [
    ...about('objects', (who) => ({ inspection: 'i2', kind: 'inspection', by: who, matter: text, period }))(me, place),
    { inspection: 'i2', kind: 'inspection', by: '610000', matter: text, period, objects: ['610100'] },
  ],
  inspectionConcluded: (me) => [
    { inspection: 'i1', by: me },
    { inspection: 'i1', by: '610000' },
  ],
  reviewRequested: (me) => [
    { inspection: 'i1', by: me },
    { inspection: 'i1', by: '610100' },
  ],
  reviewDecided: (me) => [{ inspection: 'i1', by: me, upheld: true }],
  reminderIssued: duty({ slip: 'blue' }),
  accountabilityProposed: about('subjects', (me) => ({ by: me, text })),
  interventionProposed: (me) => [
    { intervention: 'v2', tier: '610000', by: me },
    { intervention: 'v2', tier: '610000', by: '610100' },
  ],
  interventionDeclined: (me) =>
    ['610000', '000000', '610100', me.split('/')[0] ?? '']
      .filter((tier) => /^\d+$/.test(tier))
      .map((tier) => ({ intervention: 'v0', tier, reason: text })),
  interventionOpened: (me) =>
    ['610000', '000000', '610100', me.split('/')[0] ?? '']
      .filter((tier) => /^\d+$/.test(tier))
      .map((tier) => ({ intervention: 'v2', tier, title, grounds: ['g'] })),
  instrumentApplied: (me, place) =>
    aboutOthers(place).flatMap((targets) =>
      ['610000', '000000'].map((tier) => ({
        instrument: 'x2',
        title,
        channel: 'fiscal',
        strength: 2,
        tier,
        by: me,
        targets,
        direct: true,
        binding: true,
      })),
    ),
  interventionTapered: fixed({ instrument: 'x1', strength: 1 }),
  interventionEscalated: fixed({ instrument: 'x1', strength: 5 }),
  interventionExtended: fixed({ intervention: 'v1', sunset: '2027-12-31', reason: text }),
  instrumentWithdrawn: fixed({ instrument: 'x1' }),
  interventionClosed: fixed({ intervention: 'v1' }),
  exitCriteriaRead: (me) => [
    { intervention: 'v1', met: true, by: me },
    { intervention: 'v1', met: true, by: '610000' },
  ],
  powersRestored: (_me, place) =>
    [place.parties[0], '610102', '620100'].map((receiver) => ({ intervention: 'v1', powers: ['convene'], receiver })),
  recusalDeclared: (me) =>
    ['610000', '000000', '610100', me.split('/')[0] ?? ''].filter((tier) => /^\d+$/.test(tier)).map((tier) => ({ tier, reason: text })),
  factCorrected: fixed({ target: 'target', replacement: { verification: 'verified' }, reason: text }),
  factRetracted: fixed({ target: 'target', reason: text }),
};

/** The payloads of a type, each once. */
export function payloadsOf(type: EventType, me: string, place: Place): readonly Payload[] {
  return unique(builders[type](me, place));
}

/** Facts that make a case stand as the place says, as type and payload in order. */
export function historyOf(place: Place): readonly (readonly [EventType, Payload])[] {
  const { parties, bodies, duties, inspection, tier, instrument } = place;
  const agreement = { agreement: 'a1', title, parties, topics: ['t1'], framework: false };
  const powers = [{ power: 'p1', holder: place.powerHolder, effect: 'suspend' }];
  return [
    ['caseOpened', { title, parties }],
    ['topicRaised', { topic: 't1', title, by: place.topicRaisedBy }],
    ['statementPut', { statement: 's1', topic: 't1', text, by: parties[0] }],
    ...Object.entries(bodies).map(([body, { kind, members, over, powers: held, host }]) => {
      const payload = { body, title, kind, members, over, powers: held, ...(host === undefined ? {} : { host }) };
      return ['bodyEstablished', payload] as const;
    }),
    ['agreementSigned', agreement],
    ['conflictRaised', { conflict: 'c1', title, parties }],
    ...Object.entries(duties).map(([obligation, { owes, origin }]) => {
      if (origin === 'agreed') return ['obligationDrafted', { obligation, title, origin, liable: owes, powers }] as const;
      return ['obligationAssigned', { obligation, by: tier, terms: { title, origin, liable: owes } }] as const;
    }),
    ['inspectionPlanned', { inspection: 'i1', kind: 'inspection', by: inspection.by, objects: inspection.objects, matter: text, period }],
    ['interventionProposed', { intervention: 'v0', tier, by: parties[0] }],
    ['interventionOpened', { intervention: 'v1', tier, title, grounds: ['g'] }],
    [
      'instrumentApplied',
      {
        instrument: 'x1',
        title,
        channel: 'fiscal',
        strength: 3,
        tier: instrument.tier,
        by: instrument.by,
        targets: instrument.targets,
        direct: true,
        binding: true,
      },
    ],
  ];
}
