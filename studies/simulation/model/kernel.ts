/**
 * The responsibility model, one month a call. One process drives everything: ensembles call `advance` and read the totals, the
 * event-emitting run calls the same `advance` and reads the parties. Nothing is allocated after construction.
 *
 * A month: the superior moves · every party expects the others by their reputation and chooses to fulfil, comply symbolically or shirk ·
 * joint delivery Q follows · what was observed moves reputations · motivation, self-coordination and the problem move.
 * Equations and sources: docs/odd.md.
 */
import { Stream } from '../../random/stream.ts';
import { exponential } from './exponential.ts';
import { modelParameters, parameterIndex } from './parameters.ts';
import { policyPlaces } from './policy.ts';
import { moveSuperior, superior, superiorSize } from './superior.ts';

export const SHIRK = 0;
export const SYMBOLIC = 1;
export const FULFIL = 2;

/** Places of the parameters, resolved once. */
const at = Object.fromEntries(parameterIndex) as Readonly<Record<string, number>>;
const place = (name: string): number => {
  const index = at[name];
  if (index === undefined) throw new Error(`bug: no model parameter ${name}`);
  return index;
};
const P = {
  ...{ sigmaR: place('sigmaR'), w: place('w'), eta: place('eta'), c: place('c'), r: place('r'), k: place('k'), M0: place('M0') },
  ...{ M1: place('M1'), d: place('d'), X0: place('X0'), a0: place('a0'), b0: place('b0'), lam: place('lam'), eps: place('eps') },
  ...{ h: place('h'), kappaL: place('kappaL'), eS: place('eS'), qS: place('qS'), spec: place('spec'), bind: place('bind') },
  ...{ rank: place('rank'), d0: place('d0'), mon: place('mon'), phi: place('phi'), kappa: place('kappa'), Phi: place('Phi') },
  ...{ psi: place('psi'), legit: place('legit'), chi: place('chi'), beta: place('beta'), betaF: place('betaF'), iota: place('iota') },
  ...{ mu: place('mu'), m0: place('m0'), am: place('am'), K0: place('K0'), gK: place('gK'), dK: place('dK'), zeta: place('zeta') },
  ...{ zc: place('zc'), ay: place('ay'), benefitScale: place('benefitScale'), priorWeight: place('priorWeight') },
  ...{ specReveals: place('specReveals'), superiorReveals: place('superiorReveals'), specDetects: place('specDetects') },
  ...{ coordinationBlinds: place('coordinationBlinds'), detectionCap: place('detectionCap'), rankBase: place('rankBase') },
  ...{ capacityScale: place('capacityScale'), coordinationRelief: place('coordinationRelief'), symbolicEffort: place('symbolicEffort') },
  ...{ symbolicPride: place('symbolicPride'), symbolicSubsidy: place('symbolicSubsidy'), motivationFloor: place('motivationFloor') },
  ...{ motivationGain: place('motivationGain'), mandateErodes: place('mandateErodes'), rankPerTier: place('rankPerTier') },
} as const;
export { P as parameterPlaces };

/** Scalars of the state and of the last month. */
export const scalar = { month: 0, K: 1, X: 2, y: 3, Q: 4, success: 5, damage: 6, cost: 7, threshold: 8 } as const;
export const scalarCount = 9;

/** What holds for all parties in a month. */
const F = {
  passes: 0,
  fineShirk: 1,
  fineSymbolic: 2,
  fulfilKeeps: 3,
  symbolicKeeps: 4,
  threshold: 5,
  sanction: 6,
  mandate: 7,
  strength: 8,
} as const;

/** Numbers a month of what was begun before the run: strength of sanction, subsidy and mandate, and the tier. */
export const recordedSize = 4;
const nothing: Float64Array = new Float64Array(0);

/** Smallest number that is never a probability: keeps shares of 32-bit numbers below 1. */
const unit = 1 / 0x1_0000_0000;

export class Kernel {
  readonly parties: number;
  readonly parameters = new Float64Array(modelParameters.length);
  readonly policy = new Float64Array(Object.keys(policyPlaces).length);
  readonly memory = new Float64Array(superiorSize);
  /** What was begun before the run, `recordedSize` numbers a month, and how many months of it lie before month 0. */
  #recorded: Float64Array = nothing;
  #recordedBefore = 0;
  readonly scalars = new Float64Array(scalarCount);
  readonly resources: Float64Array;
  readonly burden: Float64Array;
  /** Benefit at stake for each party, and cost of fulfilling. */
  readonly benefit: Float64Array;
  readonly cost: Float64Array;
  /** e^(−k·b_i) and e^(−k·e_S·b_i): what one's own deed does to the odds of success. */
  readonly ownFactor: Float64Array;
  readonly symbolicFactor: Float64Array;
  readonly alpha: Float64Array;
  readonly beta: Float64Array;
  readonly motivation: Float64Array;
  readonly payoff: Float64Array;
  /** Net burden borne so far: cost, transaction cost and fines less subsidy. */
  readonly borne: Float64Array;
  readonly act: Uint8Array;
  readonly before: Uint8Array;
  /** 1 where the party was seen to fulfil last month, and where its leaders changed. */
  readonly seen: Uint8Array;
  readonly turnover: Uint8Array;
  readonly state = new Uint32Array(4);
  /** Random numbers of the month, four a party: mode, choice, observation, change of leaders. */
  readonly draws: Float64Array;
  readonly frame = new Float64Array(Object.keys(F).length);

  constructor(parties: number) {
    this.parties = parties;
    const numbers = () => new Float64Array(parties);
    this.resources = numbers();
    this.burden = numbers();
    this.benefit = numbers();
    this.cost = numbers();
    this.ownFactor = numbers();
    this.symbolicFactor = numbers();
    this.alpha = numbers();
    this.beta = numbers();
    this.motivation = numbers();
    this.payoff = numbers();
    this.borne = numbers();
    this.draws = new Float64Array(4 * parties);
    this.act = new Uint8Array(parties);
    this.before = new Uint8Array(parties);
    this.seen = new Uint8Array(parties);
    this.turnover = new Uint8Array(parties);
  }

  /** Begins a run. Resources are drawn from the run's own stream unless they are given. */
  begin(parameters: Float64Array, policy: Float64Array, seed: number, run: number, resources?: ArrayLike<number>): void {
    this.parameters.set(parameters);
    this.policy.set(policy);
    this.#forgetSuperior();
    this.#recorded = nothing;
    this.#recordedBefore = 0;
    const p = this.parameters;
    const s = this.scalars.fill(0);
    s[scalar.K] = p[P.K0] as number;
    s[scalar.X] = p[P.X0] as number;
    const trust = (p[P.a0] as number) / ((p[P.a0] as number) + (p[P.b0] as number));
    s[scalar.y] = trust;
    this.#drawParties(seed, run, resources);
    this.alpha.fill(p[P.a0] as number);
    this.beta.fill(p[P.b0] as number);
    this.motivation.fill((p[P.m0] as number) * ((p[P.motivationFloor] as number) + (p[P.motivationGain] as number) * trust));
    this.payoff.fill(0);
    this.borne.fill(0);
    this.act.fill(SHIRK);
    this.seen.fill(0);
    this.turnover.fill(0);
    const stream = Stream.named(seed, 'run', run);
    for (let i = 0; i < 4; i++) this.state[i] = stream.next();
    if (this.state.every((one) => one === 0)) this.state[0] = 1;
  }

  #forgetSuperior(): void {
    this.memory.fill(0);
    this.memory[superior.age] = -1;
    this.memory[superior.leavingSince] = -1;
  }

  /** Puts the run that was begun `before` months back, under the interventions that are recorded for it (`carried.ts`). */
  carry(recorded: Float64Array, before: number): void {
    this.#recorded = recorded;
    this.#recordedBefore = before;
    this.scalars[scalar.month] = -before;
  }

  /** Month 0 of a run that was carried here: from now on the policy counts, and so do damage, cost and burden. */
  meet(policy: Float64Array): void {
    this.policy.set(policy);
    this.#forgetSuperior();
    this.scalars[scalar.damage] = 0;
    this.scalars[scalar.cost] = 0;
    this.borne.fill(0);
  }

  /** Strength of the superior that the policy sends, in the month that was just run, 0 … 1: without what had been begun before. */
  get policyStrength(): number {
    return this.memory[superior.strength] as number;
  }

  /** Strength of all that acted last month, 0 … 1. */
  get strength(): number {
    return this.frame[F.strength] as number;
  }

  #drawParties(seed: number, run: number, given: ArrayLike<number> | undefined): void {
    const p = this.parameters;
    const n = this.parties;
    const stream = Stream.named(seed, 'population', run);
    const sigma = p[P.sigmaR] as number;
    let sum = 0;
    let shifted = 0;
    for (let i = 0; i < n; i++) {
      // Drawn even if given, so that streams stay in step.
      const drawn = Math.exp(sigma * stream.normal() - (sigma * sigma) / 2);
      const own = given === undefined ? drawn : (given[i] as number);
      this.resources[i] = own;
      sum += own;
      shifted += own ** -(p[P.eta] as number);
    }
    for (let i = 0; i < n; i++) {
      const own = this.resources[i] as number;
      const w = p[P.w] as number;
      const share = ((1 - w) * own) / sum + (w * own ** -(p[P.eta] as number)) / shifted;
      this.burden[i] = share;
      this.benefit[i] = (p[P.benefitScale] as number) * (p[P.r] as number) * own;
      this.cost[i] = (p[P.c] as number) * n * share;
      this.ownFactor[i] = exponential(-(p[P.k] as number) * share);
      this.symbolicFactor[i] = exponential(-(p[P.k] as number) * (p[P.eS] as number) * share);
    }
  }

  /** One month. Cost: three exponentials a party. */
  advance(): void {
    moveSuperior(this.memory, this.policy, this.scalars[scalar.month] as number, this.scalars[scalar.y] as number);
    this.#frameMonth();
    this.#draw();
    const Q = this.#choose();
    this.#settle(Q);
    this.#moveScalars(Q);
  }

  /** The institution and the superior: what is the same for all parties this month. */
  #frameMonth(): void {
    const { parameters: p, scalars: s, memory, policy, frame: f } = this;
    let u = memory[superior.strength] as number;
    let sanction = u * (policy[policyPlaces.sanction] as number);
    let subsidy = u * (policy[policyPlaces.subsidy] as number);
    let mandateShare = policy[policyPlaces.coordination] as number;
    let mandate = u * mandateShare;
    let level = memory[superior.level] as number;
    const recorded = this.#recorded;
    const from = recordedSize * ((s[scalar.month] as number) + this.#recordedBefore);
    if (from < recorded.length) {
      sanction = Math.max(sanction, recorded[from] as number);
      subsidy = Math.max(subsidy, recorded[from + 1] as number);
      mandate = Math.max(mandate, recorded[from + 2] as number);
      level = Math.max(u > 0 ? level : 0, recorded[from + 3] as number);
      const sum = sanction + subsidy + mandate;
      u = Math.min(1, sum);
      if (sum > 0) mandateShare = mandate / sum;
    }
    const capacity = s[scalar.K] as number;
    const rank = Math.min(1, (p[P.rank] as number) + (u > 0 ? (p[P.rankPerTier] as number) * level : 0));
    const monitored = (p[P.mon] as number) * u * (1 - (p[P.coordinationBlinds] as number) * mandateShare);
    const detection = Math.min(
      p[P.detectionCap] as number,
      (p[P.d0] as number) + (p[P.specDetects] as number) * (p[P.spec] as number) + monitored,
    );
    const passes =
      (p[P.qS] as number) * (1 - (p[P.specReveals] as number) * (p[P.spec] as number)) * (1 - (p[P.superiorReveals] as number) * u);
    const internal = (p[P.phi] as number) * (p[P.bind] as number) * ((p[P.rankBase] as number) + (1 - (p[P.rankBase] as number)) * rank);
    const fine = internal * (p[P.capacityScale] as number) * capacity + (p[P.Phi] as number) * sanction;
    const paid = (p[P.psi] as number) * subsidy;
    const transaction = (p[P.kappa] as number) * (1 - capacity) * Math.max(0, 1 - (p[P.coordinationRelief] as number) * mandate);
    f[F.passes] = passes;
    f[F.fineShirk] = detection * fine;
    f[F.fineSymbolic] = detection * (1 - passes) * fine;
    f[F.fulfilKeeps] = paid - transaction;
    f[F.symbolicKeeps] = (p[P.symbolicSubsidy] as number) * paid - (p[P.symbolicEffort] as number) * transaction;
    f[F.threshold] = (p[P.M0] as number) + (p[P.M1] as number) * (s[scalar.X] as number);
    f[F.sanction] = sanction;
    f[F.mandate] = mandate;
    f[F.strength] = u;
  }

  /** Four random numbers for every party, whatever it does with them, so that runs with other policies stay in step. */
  #draw(): void {
    const { state, draws } = this;
    let s0 = state[0] as number;
    let s1 = state[1] as number;
    let s2 = state[2] as number;
    let s3 = state[3] as number;
    for (let i = 0; i < draws.length; i++) {
      const five = Math.imul(s1, 5);
      const t = s1 << 9;
      draws[i] = (Math.imul((five << 7) | (five >>> 25), 9) >>> 0) * unit;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= t;
      s3 = (s3 << 11) | (s3 >>> 21);
    }
    state[0] = s0;
    state[1] = s1;
    state[2] = s2;
    state[3] = s3;
  }

  /** Every party acts on what it expects of the others, all at once. @returns joint delivery Q */
  #choose(): number {
    const { parties: n, parameters: p, frame: f, draws, burden, benefit, cost, ownFactor, symbolicFactor, alpha, beta } = this;
    const { motivation, payoff, act, before, seen, turnover } = this;
    const threshold = f[F.threshold] as number;
    const fulfilKeeps = f[F.fulfilKeeps] as number;
    const symbolicKeeps = f[F.symbolicKeeps] as number;
    const fineSymbolic = f[F.fineSymbolic] as number;
    const fineShirk = f[F.fineShirk] as number;
    const passes = f[F.passes] as number;
    const steepness = p[P.k] as number;
    const eS = p[P.eS] as number;
    const precision = p[P.beta] as number;
    const random = p[P.mu] as number;
    const imitate = random + (1 - random) * (p[P.iota] as number);
    const pridePart = p[P.symbolicPride] as number;
    const eps = p[P.eps] as number;
    const hazard = p[P.h] as number;
    let trusted = 0;
    for (let i = 0; i < n; i++) {
      trusted += ((burden[i] as number) * (alpha[i] as number)) / ((alpha[i] as number) + (beta[i] as number));
      before[i] = act[i] as number;
    }
    let Q = 0;
    for (let i = 0; i < n; i++) {
      const mode = draws[4 * i] as number;
      const choice = draws[4 * i + 1] as number;
      let chosen: number;
      if (mode < random) chosen = choice < 1 / 3 ? SHIRK : choice < 2 / 3 ? SYMBOLIC : FULFIL;
      else if (mode < imitate) {
        // Where the mode fell within its band names the one who is looked at.
        const other = Math.min(n - 1, Math.floor(((mode - random) / (imitate - random)) * n));
        const copies = 1 / (1 + exponential(-(p[P.betaF] as number) * ((payoff[other] as number) - (payoff[i] as number))));
        chosen = choice < copies ? (before[other] as number) : (before[i] as number);
      } else {
        const others = trusted - ((burden[i] as number) * (alpha[i] as number)) / ((alpha[i] as number) + (beta[i] as number));
        const odds = exponential(-steepness * (others - threshold));
        const stake = benefit[i] as number;
        const price = cost[i] as number;
        const pride = motivation[i] as number;
        const fulfil = stake / (1 + odds * (ownFactor[i] as number)) - price + fulfilKeeps + pride;
        const symbolic = stake / (1 + odds * (symbolicFactor[i] as number)) - eS * price + symbolicKeeps + pridePart * pride - fineSymbolic;
        const shirk = stake / (1 + odds) - fineShirk;
        const toSymbolic = exponential(precision * (symbolic - fulfil));
        const toShirk = exponential(precision * (shirk - fulfil));
        const mark = choice * (1 + toSymbolic + toShirk);
        chosen = mark < toShirk ? SHIRK : mark < toShirk + toSymbolic ? SYMBOLIC : FULFIL;
      }
      act[i] = chosen;
      Q += (burden[i] as number) * (chosen === FULFIL ? 1 : chosen === SYMBOLIC ? eS : 0);
      seen[i] = (draws[4 * i + 2] as number) < (chosen === FULFIL ? 1 - eps : chosen === SYMBOLIC ? passes : eps) ? 1 : 0;
      turnover[i] = (draws[4 * i + 3] as number) < hazard ? 1 : 0;
    }
    return Q;
  }

  /** Payoffs, reputations and motivation after joint delivery Q. */
  #settle(Q: number): void {
    const {
      parties: n,
      parameters: p,
      frame: f,
      scalars: s,
      benefit,
      cost,
      alpha,
      beta,
      motivation,
      payoff,
      borne,
      act,
      seen,
      turnover,
    } = this;
    const fulfilKeeps = f[F.fulfilKeeps] as number;
    const symbolicKeeps = f[F.symbolicKeeps] as number;
    const fineSymbolic = f[F.fineSymbolic] as number;
    const fineShirk = f[F.fineShirk] as number;
    const eS = p[P.eS] as number;
    const pridePart = p[P.symbolicPride] as number;
    const success = 1 / (1 + exponential(-(p[P.k] as number) * (Q - (f[F.threshold] as number))));
    const y = (s[scalar.y] as number) + (p[P.ay] as number) * (Q - (s[scalar.y] as number));
    const lam = p[P.lam] as number;
    const a0 = p[P.a0] as number;
    const b0 = p[P.b0] as number;
    const back = (1 - lam) * (p[P.priorWeight] as number);
    const kept = p[P.kappaL] as number;
    const level = (p[P.m0] as number) * ((p[P.motivationFloor] as number) + (p[P.motivationGain] as number) * y);
    const recovery = (p[P.am] as number) * (1 - (f[F.strength] as number));
    const crowding = (p[P.chi] as number) * (f[F.sanction] as number) * (1 - (p[P.legit] as number));
    for (let i = 0; i < n; i++) {
      const chosen = act[i] as number;
      const pride = motivation[i] as number;
      const price = cost[i] as number;
      const spent = chosen === FULFIL ? price - fulfilKeeps : chosen === SYMBOLIC ? eS * price - symbolicKeeps + fineSymbolic : fineShirk;
      borne[i] = (borne[i] as number) + spent;
      payoff[i] = (benefit[i] as number) * success - spent + (chosen === FULFIL ? pride : chosen === SYMBOLIC ? pridePart * pride : 0);
      const good = seen[i] as number;
      let a = lam * (alpha[i] as number) + back * a0 + good;
      let b = lam * (beta[i] as number) + back * b0 + 1 - good;
      if (turnover[i] === 1) {
        a = a0 + kept * (a - a0);
        b = b0 + kept * (b - b0);
      }
      alpha[i] = a;
      beta[i] = b;
      motivation[i] = pride + recovery * (level - pride) - crowding * pride;
    }
    s[scalar.success] = success;
    s[scalar.y] = y;
  }

  /** Self-coordination, the stock of the problem, and the sums. */
  #moveScalars(Q: number): void {
    const { parameters: p, frame: f, scalars: s } = this;
    const u = f[F.strength] as number;
    const capacity = s[scalar.K] as number;
    const pressure = (f[F.sanction] as number) + (p[P.mandateErodes] as number) * (f[F.mandate] as number);
    const learning = (p[P.gK] as number) * (1 - capacity) * Q * (1 - (p[P.zeta] as number) * u);
    const erosion = (p[P.dK] as number) * capacity + (p[P.zc] as number) * pressure * capacity;
    s[scalar.K] = Math.min(1, Math.max(0, capacity + learning - erosion));
    s[scalar.X] = (1 - (p[P.d] as number)) * (s[scalar.X] as number) + 2 * (p[P.d] as number) * (1 - Q);
    s[scalar.Q] = Q;
    s[scalar.threshold] = f[F.threshold] as number;
    s[scalar.damage] = (s[scalar.damage] as number) + 1 - Q;
    s[scalar.cost] = (s[scalar.cost] as number) + u;
    s[scalar.month] = (s[scalar.month] as number) + 1;
  }
}
