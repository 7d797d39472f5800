/** Faults of the world, in one place: how long things take, and how they go wrong. */
import { StoreUnavailable } from '@gongze/application/ledger/fault';
import type { Schedule } from './schedule.ts';

export interface Weather {
  /** Share of operations that fail before they did anything, and after they did everything. */
  readonly failsBefore: number;
  readonly failsAfter: number;
  /** Longest delay of an operation, and of the few that take very long. */
  readonly delay: number;
  readonly longDelay: number;
}

/** From calm to storm; a third of the seeds each. */
export const weathers: readonly Weather[] = [
  { failsBefore: 0, failsAfter: 0, delay: 20, longDelay: 20 },
  { failsBefore: 0.03, failsAfter: 0.03, delay: 60, longDelay: 900 },
  { failsBefore: 0.12, failsAfter: 0.12, delay: 120, longDelay: 6000 },
];

export function unavailable(what: string): StoreUnavailable {
  return new StoreUnavailable({ zh: `模拟故障：${what}`, en: `simulated fault: ${what}` }, 1);
}

export class Network {
  readonly #schedule: Schedule;
  readonly #weather: Weather;

  constructor(schedule: Schedule, weather: Weather) {
    this.#schedule = schedule;
    this.#weather = weather;
  }

  async delay(): Promise<void> {
    const { delay, longDelay } = this.#weather;
    await this.#schedule.sleep(this.#schedule.random() * (this.#schedule.chance(0.02) ? longDelay : delay));
  }

  /** Runs `act` somewhere else: it may not happen, or happen without its answer coming back. */
  async call<T>(act: () => T | Promise<T>): Promise<T> {
    await this.delay();
    if (this.#schedule.chance(this.#weather.failsBefore) && !this.#schedule.over) throw unavailable('before');
    const result = await act();
    await this.delay();
    if (this.#schedule.chance(this.#weather.failsAfter) && !this.#schedule.over) throw unavailable('after');
    return result;
  }
}
