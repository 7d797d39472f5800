/**
 * All event types with their payload schemas. Adding a type is adding a row in its family's file; the schema
 * version of a type rises when its payload changes, and `upcast` then lifts old payloads at the boundary.
 */
import { z } from 'zod';
import { commitmentPayloads } from './commitment.ts';
import { consultationPayloads } from './consultation.ts';
import { correctionPayloads } from './correction.ts';
import { culturePayloads } from './culture.ts';
import { deliveryPayloads } from './delivery.ts';
import { envelopeShape } from './envelope.ts';
import { institutionPayloads } from './institution.ts';
import { interventionPayloads } from './intervention.ts';
import { supervisionPayloads } from './supervision.ts';

export const payloadSchemas = {
  ...consultationPayloads,
  ...commitmentPayloads,
  ...institutionPayloads,
  ...culturePayloads,
  ...deliveryPayloads,
  ...supervisionPayloads,
  ...interventionPayloads,
  ...correctionPayloads,
} as const;

export type EventType = keyof typeof payloadSchemas;
export type Payload<T extends EventType> = z.output<(typeof payloadSchemas)[T]>;

/** Rising order within one day of the fold: openings before what they open, corrections nowhere (they are resolved before). */
export const eventTypes = Object.keys(payloadSchemas) as readonly EventType[];
const typeRanks = new Map(eventTypes.map((type, rank) => [type, rank]));

/** Rank of the type within one day of the fold order. */
export function typeRank(type: EventType): number {
  return typeRanks.get(type) ?? eventTypes.length;
}

const envelopeSchema = z.strictObject(envelopeShape);

/** A dated fact: envelope, type and payload. */
export type FactOf<T extends EventType> = z.output<typeof envelopeSchema> & {
  readonly type: T;
  readonly payload: Payload<T>;
};
export type Fact = { [T in EventType]: FactOf<T> }[EventType];

function factSchemaOf<T extends EventType>(type: T) {
  return z.strictObject({ ...envelopeShape, type: z.literal(type), payload: payloadSchemas[type] });
}

const factSchemas = Object.fromEntries(eventTypes.map((type) => [type, factSchemaOf(type)])) as unknown as {
  readonly [T in EventType]: ReturnType<typeof factSchemaOf<T>>;
};

export function isEventType(text: unknown): text is EventType {
  return typeof text === 'string' && Object.hasOwn(payloadSchemas, text);
}

/** Schema of a whole fact of one type. */
export function factSchema(type: EventType): z.ZodType<Fact> {
  return factSchemas[type] as unknown as z.ZodType<Fact>;
}
