/**
 * Random valid histories, reproducible from a seed: every event type occurs, references mostly hit, dates are imprecise
 * or unknown now and then, and some facts are corrected or retracted. For properties and benches, never shipped.
 */
import { eventTypes, type EventType, type Fact } from '../events/catalogue.ts';
import { meetingKinds } from '../events/consultation.ts';
import { addDays, fromDayNumber, isoDateOf, type IsoDate } from '../vocabulary/dates.ts';
import { channels, completions, dilemmaIds, effects, powers } from '../vocabulary/levels.ts';

/** mulberry32: 32 bits of state, one multiplication round a number; the seed is the whole history. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface HistoryOptions {
  readonly size: number;
  readonly caseId?: string;
  /** Years over which the facts spread. */
  readonly years?: number;
  /** Share of facts that correct or retract earlier ones. */
  readonly correctionShare?: number;
  /** Share of facts of unknown date. */
  readonly undatedShare?: number;
  readonly origin?: 'live' | 'archive' | 'model';
}

const parties = ['610100', '610400', '610300'];
const superiors = ['610000', '000000'];
const firstDay = 10_957; // 2000-01-01

class Generator {
  readonly #random: () => number;
  readonly #options: HistoryOptions;
  readonly #pool: number;

  constructor(seed: number, options: HistoryOptions) {
    this.#random = randomOf(seed);
    this.#options = options;
    // As many subjects as a real case of that size would have: long cases have many duties, not longer ones.
    this.#pool = Math.max(3, Math.round(options.size / 12));
  }

  #int(below: number): number {
    return Math.floor(this.#random() * below);
  }
  #pick<T>(from: readonly T[]): T {
    return from[this.#int(from.length)] as T;
  }
  #maybe<T>(share: number, make: () => T): T | undefined {
    return this.#random() < share ? make() : undefined;
  }
  #some(from: readonly string[]): string[] {
    const chosen = from.filter(() => this.#random() < 0.6);
    return chosen.length > 0 ? chosen : [this.#pick(from)];
  }
  #text() {
    return { zh: `文${this.#int(100)}`, en: `text ${this.#int(100)}` };
  }
  #day(): IsoDate {
    return fromDayNumber(firstDay + this.#int((this.#options.years ?? 20) * 365));
  }
  #period() {
    const first = this.#day();
    return { first, last: addDays(first, this.#int(366)) };
  }
  #name(kind: string): string {
    return `${kind}-${this.#int(this.#pool)}`;
  }
  #topic(): string {
    return `topic-${this.#int(Math.max(2, Math.ceil(this.#pool / 10)))}`;
  }

  #terms() {
    const liable = this.#some(parties);
    const dueOn = this.#day();
    const share = 1 / liable.length;
    return clean({
      title: this.#text(),
      topic: this.#maybe(0.8, () => this.#topic()),
      agreement: this.#maybe(0.5, () => this.#name('agreement')),
      origin: this.#pick(['agreed', 'assigned']),
      liable,
      lead: this.#maybe(0.3, () => this.#pick(liable)),
      shares: this.#maybe(0.2, () => Object.fromEntries(liable.map((actor) => [actor, share]))),
      measure: this.#maybe(0.3, () => this.#text()),
      yardsticks: this.#maybe(0.3, () => [this.#yardstick(liable[0] as string, dueOn)]),
      deadline: this.#maybe(0.7, () => ({
        text: this.#text(),
        readings: [
          { reading: 'lenient', dueOn },
          { reading: 'strict', dueOn: addDays(dueOn, -365) },
        ],
        defaultReading: 'lenient',
      })),
      weight: this.#maybe(0.3, () => 1 + this.#int(5)),
    });
  }
  #yardstick(subject: string, dueOn: IsoDate) {
    return clean({
      yardstick: this.#name('yardstick'),
      indicator: 'pm25',
      subject,
      unit: 'µg/m³',
      direction: 'atMost',
      dueOn,
      baseline: this.#maybe(0.7, () => ({ value: 80 + this.#int(40), period: this.#period() })),
      target: this.#random() < 0.5 ? { kind: 'level', value: 40 + this.#int(30) } : { kind: 'changePercent', value: -5 - this.#int(40) },
      path: this.#maybe(0.6, () => [
        { on: addDays(dueOn, -730), share: 0.1 },
        { on: addDays(dueOn, -365), share: 0.5 },
        { on: dueOn, share: 1 },
      ]),
    });
  }
  #step() {
    return clean({ obligation: this.#name('obligation'), by: this.#pick(parties) });
  }
  #instrument() {
    return clean({
      instrument: this.#name('instrument'),
      title: this.#text(),
      channel: this.#pick(channels),
      strength: 1 + this.#int(5),
      tier: this.#pick(superiors),
      by: `${this.#pick(superiors)}/office`,
      targets: this.#some(parties),
      direct: this.#random() < 0.7,
      binding: this.#random() < 0.4,
      capacityBuilding: this.#maybe(0.2, () => true),
      until: this.#maybe(0.2, () => this.#day()),
      intervention: this.#maybe(0.3, () => this.#name('intervention')),
      replaces: this.#maybe(0.1, () => this.#name('instrument')),
      provisions: this.#maybe(0.2, () => ({ [parties[0] as string]: 0.7, [parties[1] as string]: 0.3 })),
    });
  }

  #payload(type: EventType): unknown {
    switch (type) {
      case 'caseOpened':
        return { title: this.#text(), parties };
      case 'partyJoined':
        return { party: this.#pick(parties) };
      case 'partyLeft':
        return { party: this.#pick(parties) };
      case 'topicRaised':
        return { topic: this.#topic(), title: this.#text() };
      case 'meetingHeld':
        return { title: this.#text(), topics: [this.#topic()], attendees: this.#some(parties).map((actor) => ({ actor })) };
      case 'positionStated':
        return { topic: this.#topic(), party: this.#pick(parties), position: this.#pick(['for', 'against']) };
      case 'costStated':
      case 'benefitStated':
        return { party: this.#pick(parties), amount: this.#int(100), unit: 'CNY' };
      case 'consensusRecorded':
        return { topic: this.#topic(), parties: this.#some(parties) };
      case 'topicWithdrawn':
        return { topic: this.#topic() };
      case 'judgementRecorded':
        return { dilemma: this.#pick(dilemmaIds), subjects: this.#some(parties), holds: this.#random() < 0.7, text: this.#text() };
      case 'contextRecorded':
        return { title: this.#text() };
      case 'agreementSigned':
        return clean({
          agreement: this.#name('agreement'),
          title: this.#text(),
          parties: this.#some(parties),
          topics: [this.#topic()],
          framework: this.#random() < 0.5,
          clauses: this.#maybe(0.4, () => [
            { clause: 'c1', operability: this.#random(), bindingness: this.#random() },
            { clause: 'c2', weight: 2 },
          ]),
          judgement: this.#maybe(0.4, () => ({ operability: this.#random(), bindingness: this.#random(), by: this.#text() })),
        });
      case 'agreementAmended':
        return { agreement: this.#name('agreement'), text: this.#text() };
      case 'agreementTerminated':
        return { agreement: this.#name('agreement') };
      case 'obligationDrafted':
        return clean({ obligation: this.#name('obligation'), ...this.#terms(), acceptedBy: this.#maybe(0.6, () => parties) });
      case 'obligationAssigned':
        return clean({ obligation: this.#name('obligation'), by: this.#pick(superiors), terms: this.#maybe(0.7, () => this.#terms()) });
      case 'obligationReceived':
      case 'obligationAccepted':
      case 'obligationContested':
      case 'obligationSuspended':
      case 'obligationResumed':
        return this.#step();
      case 'obligationAmended':
        return { obligation: this.#name('obligation'), terms: { title: this.#text() } };
      case 'jointDocumentIssued':
        return { title: this.#text(), issuers: this.#some(parties) };
      case 'agreementDrafted':
        return { agreement: this.#name('agreement'), title: this.#text(), parties, topics: [this.#topic()], clauses: [{ clause: 'c1' }] };
      default:
        return this.#talkPayload(type);
    }
  }

  #talkPayload(type: EventType): unknown {
    switch (type) {
      case 'meetingConvened':
        return {
          meeting: this.#name('meeting'),
          kind: this.#pick(meetingKinds),
          title: this.#text(),
          topics: [this.#topic()],
          invited: parties.map((actor) => ({ actor })),
          plannedOn: this.#day(),
          by: this.#pick(parties),
        };
      case 'minutesIssued':
        return {
          meeting: this.#name('meeting'),
          title: this.#text(),
          by: this.#pick(parties),
          decisions: [{ topic: this.#topic(), text: this.#text() }],
        };
      case 'statementPut':
        return { statement: this.#name('statement'), topic: this.#topic(), text: this.#text(), by: this.#pick(parties) };
      case 'statementAnswered':
        return { statement: this.#name('statement'), party: this.#pick(parties), answer: this.#pick(['agree', 'disagree', 'pass']) };
      case 'dissentRecorded':
        return { topic: this.#topic(), party: this.#pick(parties), text: this.#text() };
      case 'decisionReviewed':
        return { topic: this.#topic(), outcome: this.#pick(['upheld', 'amended', 'dropped']), by: this.#some(parties) };
      default:
        return this.#laterPayload(type);
    }
  }

  #laterPayload(type: EventType): unknown {
    switch (type) {
      case 'bodyEstablished':
        return clean({
          body: `body:${this.#name('b')}`,
          title: this.#text(),
          kind: this.#pick(['joint', 'superior', 'party']),
          members: this.#some(parties),
          rank: this.#maybe(0.5, () => 1 + this.#int(10)),
          powers: powers.filter(() => this.#random() < 0.4),
        });
      case 'bodyUpgraded':
        return { body: `body:${this.#name('b')}`, rank: 1 + this.#int(10), powers: powers.filter(() => this.#random() < 0.6) };
      case 'bodyAbolished':
        return { body: `body:${this.#name('b')}` };
      case 'ruleAdopted':
        return {
          rule: this.#name('rule'),
          title: this.#text(),
          subject: this.#pick(['agenda', 'decision', 'dispute', 'evaluation', 'standard', 'plan']),
          by: this.#some(parties),
          scope: this.#some(parties),
          topics: [this.#topic()],
        };
      case 'actorSucceeded':
        return { from: this.#pick(parties), to: this.#pick(parties), kind: this.#pick(['renamed', 'merged', 'split']) };
      case 'customObserved':
        return { title: this.#text(), subject: this.#pick(['agenda', 'decision', 'dispute', 'evaluation']), among: parties };
      case 'exchangeMade':
        return { title: this.#text(), among: this.#some(parties), kind: this.#pick(['visit', 'payment', 'data', 'project', 'other']) };
      case 'officialExchanged':
        return { title: this.#text(), from: parties[0], to: parties[1] };
      case 'leaderChanged':
        return { actor: this.#pick(parties), post: this.#text() };
      case 'capacityRead':
        return {
          actor: this.#pick(parties),
          capacity: this.#pick(['fiscalRevenue', 'gdp', 'population', 'causation', 'need']),
          value: 1 + this.#int(100),
          unit: 'u',
          period: this.#period(),
        };
      case 'indicatorRead':
        return { indicator: 'pm25', subject: this.#pick(parties), period: this.#period(), value: 30 + this.#int(80), unit: 'µg/m³' };
      case 'conflictRaised':
        return { conflict: this.#name('conflict'), title: this.#text(), parties: this.#some(parties) };
      case 'conflictResolved':
        return { conflict: this.#name('conflict') };
      case 'evaluationPublished':
        return clean({ title: this.#text(), by: this.#pick(superiors), verifies: this.#maybe(0.6, () => [this.#name('obligation')]) });
      case 'progressReported':
      case 'obligationReported':
        return { ...this.#step(), completion: this.#pick(completions) };
      case 'evidenceAttached':
        return { ...this.#step(), title: this.#text() };
      case 'extensionRequested':
      case 'extensionGranted':
        return { ...this.#step(), newDueOn: this.#day() };
      case 'obligationReviewed':
        return clean({
          ...this.#step(),
          completion: this.#pick(completions),
          effect: this.#maybe(0.4, () => this.#pick(effects)),
          substitution: this.#maybe(0.1, () => 'diluted'),
        });
      case 'obligationLookedBack':
        return { ...this.#step(), holds: this.#random() < 0.7 };
      case 'overdueDecided':
        return { ...this.#step(), upheld: this.#random() < 0.5 };
      case 'replyMade':
        return { ...this.#step(), to: `fact-${String(1 + this.#int(this.#options.size)).padStart(6, '0')}`, text: this.#text() };
      case 'closeOutPublicised':
        return { ...this.#step(), until: this.#day() };
      case 'powerExercised':
        return { ...this.#step(), power: this.#name('power') };
      case 'extensionRefused':
      case 'closeOutRequested':
      case 'obligationReturned':
      case 'obligationFulfilled':
      case 'obligationClosedOut':
      case 'obligationReopened':
      case 'obligationViolated':
      case 'obligationDischarged':
      case 'overdueContested':
        return this.#step();
      default:
        return this.#superiorPayload(type);
    }
  }

  #superiorPayload(type: EventType): unknown {
    switch (type) {
      case 'inspectionPlanned':
        return {
          inspection: this.#name('inspection'),
          kind: 'inspection',
          by: this.#pick(superiors),
          objects: this.#some(parties),
          matter: this.#text(),
          period: this.#period(),
        };
      case 'inspectionConcluded':
      case 'reviewRequested':
        return { inspection: this.#name('inspection'), by: this.#pick(superiors) };
      case 'reviewDecided':
        return { inspection: this.#name('inspection'), by: this.#pick(superiors), upheld: true };
      case 'reminderIssued':
        return { obligation: this.#name('obligation'), by: this.#pick(superiors), slip: this.#pick(['blue', 'orange', 'red']) };
      case 'accountabilityProposed':
        return { by: this.#pick(superiors), subjects: this.#some(parties), text: this.#text() };
      case 'interventionProposed':
        return { intervention: this.#name('intervention'), tier: this.#pick(superiors), by: this.#pick(parties) };
      case 'interventionDeclined':
        return { intervention: this.#name('intervention'), tier: this.#pick(superiors), reason: this.#text() };
      case 'interventionOpened':
        return clean({
          intervention: this.#name('intervention'),
          tier: this.#pick(superiors),
          title: this.#text(),
          grounds: [],
          sunset: this.#maybe(0.7, () => this.#day()),
        });
      case 'instrumentApplied':
        return this.#instrument();
      case 'interventionTapered':
      case 'interventionEscalated':
        return { instrument: this.#name('instrument'), strength: 1 + this.#int(5) };
      case 'interventionExtended':
        return { intervention: this.#name('intervention'), sunset: this.#day(), reason: this.#text() };
      case 'instrumentWithdrawn':
        return { instrument: this.#name('instrument') };
      case 'interventionClosed':
        return { intervention: this.#name('intervention') };
      case 'exitCriteriaRead':
        return { intervention: this.#name('intervention'), met: this.#random() < 0.6, by: this.#pick(superiors) };
      case 'powersRestored':
        return { powers: ['coordinate'], receiver: this.#pick(parties) };
      case 'recusalDeclared':
        return { tier: this.#pick(superiors), reason: this.#text() };
      default:
        throw new Error(`bug: no generator for ${type}`);
    }
  }

  #occurred(day: IsoDate) {
    if (this.#random() < (this.#options.undatedShare ?? 0.03)) return { first: day, last: addDays(day, 3650), precision: 'unknown' };
    return this.#random() < 0.1
      ? { first: day, last: addDays(day, 27), precision: 'interval' }
      : { first: day, last: day, precision: 'day' };
  }

  #fact(version: number, type: EventType, payload: unknown, day: IsoDate): Fact {
    const occurred = this.#occurred(day);
    const id = `fact-${String(version).padStart(6, '0')}`;
    return {
      streamId: this.#options.caseId ?? 'generated',
      version,
      id,
      type,
      schemaVersion: 1,
      occurred,
      knownFrom: occurred.last,
      recordedAt: '2026-01-01T00:00:00Z',
      recordedBy: { mode: 'model' },
      initiative: this.#pick(['self', 'self', 'superior', 'society']),
      origin: this.#options.origin ?? 'model',
      sources: [],
      verification: 'unverified',
      idempotencyKey: id,
      signatures: [],
      payload,
    } as unknown as Fact;
  }

  history(): Fact[] {
    const { size, correctionShare = 0.03 } = this.#options;
    const start = isoDateOf('2000-01-01');
    const facts: Fact[] = [this.#fact(1, 'caseOpened', this.#payload('caseOpened'), start)];
    const ordinary = eventTypes.filter((type) => !['caseOpened', 'factCorrected', 'factRetracted'].includes(type));
    while (facts.length < size) {
      const version = facts.length + 1;
      if (this.#random() < correctionShare && version > 3) facts.push(this.#correction(version, facts));
      else {
        const type = this.#pick(ordinary);
        facts.push(this.#fact(version, type, this.#payload(type), this.#day()));
      }
    }
    return facts;
  }

  #correction(version: number, facts: readonly Fact[]): Fact {
    const target = this.#pick(facts.slice(1));
    const reason = this.#text();
    if (this.#random() < 0.4 || target.type === 'factCorrected' || target.type === 'factRetracted') {
      return this.#fact(version, 'factRetracted', { target: target.id, reason }, this.#day());
    }
    const occurred = { first: this.#day(), last: isoDateOf('2020-12-31'), precision: 'interval' };
    return this.#fact(
      version,
      'factCorrected',
      { target: target.id, replacement: { occurred, payload: this.#payload(target.type) }, reason },
      this.#day(),
    );
  }
}

function clean<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, own]) => own !== undefined)) as T;
}

/** The history that the seed stands for. */
export function generateHistory(seed: number, options: HistoryOptions): Fact[] {
  return new Generator(seed, options).history();
}
