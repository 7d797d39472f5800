/**
 * The envelope of a fact. It is final: later versions may add event types and payload versions, never change
 * what is written here, because histories that were signed must stay verifiable.
 */
import { z } from 'zod';
import { actorIdSchema, bilingualSchema, caseIdSchema, factIdSchema, isoDateSchema } from './schemas.ts';

/**
 * When it happened. `unknown` precision: the bounds only say between which days it can have happened;
 * such a fact is standing evidence and dates nothing.
 */
export const occurredSchema = z
  .strictObject({
    first: isoDateSchema,
    last: isoDateSchema,
    precision: z.enum(['day', 'month', 'year', 'interval', 'unknown']),
    /** `coder`: the source gives no date; whoever coded the case chose it. */
    setBy: z.enum(['source', 'coder']).optional(),
  })
  .refine((interval) => interval.first <= interval.last, { error: 'first not after last', path: ['last'] })
  .readonly();

export const sourceSchema = z
  .strictObject({
    kind: z.enum(['article', 'official', 'press', 'study', 'record']),
    publisher: bilingualSchema,
    title: bilingualSchema.optional(),
    /** Day, month or year of publication as far as known. */
    date: z
      .string()
      .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: 'YYYY, YYYY-MM or YYYY-MM-DD' })
      .optional(),
    /** Section of the article, article of a regulation, page. */
    section: z.string().min(1).max(200).optional(),
    url: z.url().optional(),
    /** How the text was seen, if not at the publisher's own page. */
    seenAs: z.enum(['original', 'repost']).optional(),
  })
  .readonly();

export const verifications = [
  'verified',
  'partlyVerified',
  'statedBySource',
  'scopeDiffers',
  'currencyUnknown',
  'derived',
  'unverified',
] as const;

export const envelopeShape = {
  streamId: caseIdSchema,
  /** Position in the stream, from 1. Stands for the order of recording, never for the order of folding. */
  version: z.int().min(1),
  id: factIdSchema,
  schemaVersion: z.int().min(1),
  occurred: occurredSchema,
  /** Publication; for live facts the day of the commit. */
  knownFrom: isoDateSchema,
  recordedAt: z.iso.datetime({ offset: false }),
  recordedBy: z
    .strictObject({
      person: z.string().min(1).max(200).optional(),
      office: z.string().min(1).max(200).optional(),
      actor: actorIdSchema.optional(),
      mode: z.enum(['local', 'server', 'import', 'model']),
    })
    .readonly(),
  /** Who set it going. */
  initiative: z.enum(['self', 'superior', 'society']),
  origin: z.enum(['live', 'archive', 'model']),
  sources: z.array(sourceSchema).readonly(),
  verification: z.enum(verifications),
  note: bilingualSchema.optional(),
  idempotencyKey: z.string().min(1).max(200),
  /** SHA-256 over salt and canonical payload, hex. Written by the store. */
  payloadHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  payloadSalt: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
  signatures: z.array(z.strictObject({ keyId: z.string(), algorithm: z.string(), value: z.string() })).readonly(),
} as const;

export type Occurred = z.output<typeof occurredSchema>;
export type Source = z.output<typeof sourceSchema>;
export type Verification = (typeof verifications)[number];
