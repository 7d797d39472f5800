/** Writes facts in the vocabulary of the domain, marked as simulated, each valid by the schema of its type. */
import { type EventType, type Fact, factSchema, type payloadSchemas } from '@gongze/domain/events/catalogue';
import { addMonths, isoDateOf, type IsoDate } from '@gongze/domain/vocabulary/dates';
import type { z } from 'zod';

export type PayloadInput<T extends EventType> = z.input<(typeof payloadSchemas)[T]>;

export class FactWriter {
  readonly facts: Fact[] = [];
  readonly #caseId: string;
  readonly #start: IsoDate;

  constructor(caseId: string, start: string) {
    this.#caseId = caseId;
    this.#start = isoDateOf(`${start}-01`);
  }

  /** Day of a month of the run, 1 … 28. */
  day(month: number, day: number): IsoDate {
    return isoDateOf(`${addMonths(this.#start, month).slice(0, 8)}${String(day).padStart(2, '0')}`);
  }

  add<T extends EventType>(type: T, on: IsoDate, initiative: Fact['initiative'], payload: PayloadInput<T>): void {
    const version = this.facts.length + 1;
    const id = `${this.#caseId}-${String(version).padStart(6, '0')}`;
    this.facts.push(
      factSchema(type).parse({
        streamId: this.#caseId,
        version,
        id,
        schemaVersion: 1,
        occurred: { first: on, last: on, precision: 'day' },
        knownFrom: on,
        recordedAt: `${on}T00:00:00Z`,
        recordedBy: { mode: 'model' },
        initiative,
        origin: 'model',
        sources: [],
        verification: 'derived',
        idempotencyKey: id,
        signatures: [],
        type,
        payload,
      }),
    );
  }
}
