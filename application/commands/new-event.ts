/** What somebody hands in to have it recorded: a fact without all that its recording adds. */
import { type EventType, eventTypes, type Payload, payloadSchemas } from '@gongze/domain/events/catalogue';
import { envelopeShape, type Occurred, occurredSchema, type Source, sourceSchema } from '@gongze/domain/events/envelope';
import { bilingualSchema } from '@gongze/domain/events/schemas';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { z } from 'zod';

/** Payloads of all types stand at their first version. */
export const SCHEMA_VERSION = 1;
/** Each is decided on the case as the ones before it leave it, within one request: a ledger of a region is a few hundred. */
export const EVENTS_PER_REQUEST_MAX = 1000;

/** By which key of which office it was signed, and how. */
export const signatureSchema = z.strictObject({
  keyId: z.string().min(1).max(200),
  algorithm: z.string().min(1).max(40),
  value: z.string().min(1).max(8000),
});

export const newEventShape = {
  schemaVersion: z.literal(SCHEMA_VERSION).optional(),
  occurred: occurredSchema,
  sources: z.array(sourceSchema).max(50).readonly().optional(),
  initiative: envelopeShape.initiative.optional(),
  note: bilingualSchema.optional(),
  /** `archive`: coded afterwards from sources, which it must name; judged by the report, not decided. Default: live. */
  origin: z.enum(['live', 'archive']).optional(),
  signatures: z.array(signatureSchema).max(10).readonly().optional(),
} as const;

function newEventSchemaOf<T extends EventType>(type: T) {
  return z.strictObject({ type: z.literal(type), ...newEventShape, payload: payloadSchemas[type] });
}

type NewEventOption = ReturnType<typeof newEventSchemaOf<EventType>>;
const [first, ...others] = eventTypes.map(newEventSchemaOf) as [NewEventOption, ...NewEventOption[]];

/** One of the defined types with its own payload. */
export const newEventSchema = z.discriminatedUnion('type', [first, ...others]) as unknown as z.ZodType<NewEvent>;

interface NewEventOf<T extends EventType> {
  readonly type: T;
  readonly schemaVersion?: typeof SCHEMA_VERSION | undefined;
  readonly occurred: Occurred;
  readonly payload: Payload<T>;
  readonly sources?: readonly Source[] | undefined;
  /** Default: the office's own. */
  readonly initiative?: z.output<typeof envelopeShape.initiative> | undefined;
  readonly note?: Bilingual | undefined;
  readonly origin?: 'live' | 'archive' | undefined;
  readonly signatures?: readonly z.output<typeof signatureSchema>[] | undefined;
}
export type NewEvent = { [T in EventType]: NewEventOf<T> }[EventType];
