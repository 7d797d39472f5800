/** Building blocks of the event schemas: dates, names, bilingual texts, and the shapes that several families share. */
import { z } from 'zod';
import { isIsoDate, type IsoDate } from '../vocabulary/dates.ts';
import type { ActorId, AgreementId, CaseId, FactId, ObligationId, TopicId } from '../vocabulary/ids.ts';
import { channels, completions, dilemmaIds, effects, powers } from '../vocabulary/levels.ts';

const slug = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}$/;

export const isoDateSchema = z
  .string()
  .refine(isIsoDate, { error: 'a calendar day YYYY-MM-DD' })
  .transform((text) => text as IsoDate);

function named<T>(what: string) {
  return z
    .string()
    .regex(slug, { error: what })
    .transform((text) => text as unknown as T);
}

/** Streams named `registry:…` hold what belongs to no case: offices, keys, names. */
export const caseIdSchema = z
  .string()
  .regex(/^(?!registry:)[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}$/, { error: 'a case id: letters, digits, . _ : / -; not registry:…' })
  .transform((text) => text as unknown as CaseId);
export const factIdSchema = named<FactId>('a fact id: letters, digits, . _ : / -');
export const obligationIdSchema = named<ObligationId>('an obligation id: letters, digits, . _ : / -');
export const agreementIdSchema = named<AgreementId>('an agreement id: letters, digits, . _ : / -');
export const topicIdSchema = named<TopicId>('a topic id: letters, digits, . _ : / -');
/** Digest of a document's bytes, hex. */
/**
 * A file that was handed in with a fact: what it is called, how long it is, what kind it is, and the digest by which its
 * bytes are kept and known again. The fact binds all four; the bytes stand beside the log.
 */
export const fileSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/, { error: 'SHA-256 as 64 hex digits' }),
  /** No path and nothing that turns the direction of writing, which would show another ending. */
  name: z.string().regex(/^[^\p{Cc}/\\\u202a-\u202e\u2066-\u2069]{1,200}$/u, { error: 'name of a file, without a path' }),
  bytes: z.int().min(1),
  mediaType: z.string().regex(/^[a-z]+\/[a-z0-9.+-]{1,100}$/, { error: 'a media type' }),
});
export type AttachedFile = z.infer<typeof fileSchema>;
export const filesSchema = z.array(fileSchema).min(1).max(20).readonly();
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, { error: 'SHA-256 as 64 hex digits' });
export const nameSchema = named<string>('a name: letters, digits, . _ : / -');

/** A government code, `code/organ`, or `body:name`. */
export const actorIdSchema = z
  .string()
  .regex(/^(?:body:[A-Za-z0-9._-]{1,80}|[A-Za-z0-9]{1,20}(?:\/[A-Za-z0-9._-]{1,80})?)$/, {
    error: 'an actor: a government code, code/organ, or body:name',
  })
  .transform((text) => text as ActorId);

export const governmentCodeSchema = z.string().regex(/^[A-Za-z0-9]{1,20}$/, { error: 'a government code' });

export const bilingualSchema = z.strictObject({ zh: z.string().min(1).max(4000), en: z.string().min(1).max(4000) }).readonly();

export const intervalSchema = z
  .strictObject({ first: isoDateSchema, last: isoDateSchema })
  .refine((interval) => interval.first <= interval.last, { error: 'first not after last' })
  .readonly();

/** Actors, each once. */
export const actorsSchema = z
  .array(actorIdSchema)
  .min(1)
  .refine((actors) => new Set(actors).size === actors.length, { error: 'each actor once' })
  .readonly();
/** A quantity: large enough for any real one, small enough that sums and ratios stay finite. */
export const quantitySchema = z.number().min(-1e15).max(1e15);
export const shareSchema = z.number().min(0).max(1);
export const weightSchema = z.number().positive().max(1000);
export const strengthSchema = z.int().min(1).max(5);
export const rankSchema = z.int().min(1).max(10);

export const channelSchema = z.enum(channels);
export const completionSchema = z.enum(completions);
export const effectSchema = z.enum(effects);
export const powerSchema = z.enum(powers);
export const dilemmaIdSchema = z.enum(dilemmaIds);

/** Share of each actor, adding up to 1 within rounding. */
export const sharesSchema = z
  .record(z.string(), shareSchema)
  .refine((shares) => Math.abs(Object.values(shares).reduce((sum, share) => sum + share, 0) - 1) < 1e-6, {
    error: 'shares that add up to 1',
  })
  .readonly();

/**
 * A yardstick: what is measured, from where, to where, and which share of the way is due when.
 * `baseline` and `target` are in the unit of the indicator; `changePercent` is a target relative to the baseline.
 */
export const yardstickSchema = z
  .strictObject({
    yardstick: nameSchema,
    indicator: nameSchema,
    /** What the indicator is called. */
    title: bilingualSchema.optional(),
    subject: actorIdSchema,
    unit: z.string().min(1).max(40),
    baseline: z.strictObject({ value: quantitySchema, period: intervalSchema }).optional(),
    target: z.union([
      z.strictObject({ kind: z.literal('level'), value: quantitySchema }),
      z.strictObject({ kind: z.literal('changePercent'), value: quantitySchema }),
    ]),
    direction: z.enum(['atMost', 'atLeast']),
    dueOn: isoDateSchema,
    /** Share of the way from baseline to target that is due at each date, rising. */
    path: z.array(z.strictObject({ on: isoDateSchema, share: shareSchema })).optional(),
    /** Whose convention the path is. */
    pathConvention: bilingualSchema.optional(),
  })
  .readonly();

/** One reading of a deadline whose wording admits several. */
export const deadlineSchema = z
  .strictObject({
    text: bilingualSchema,
    readings: z
      .array(z.strictObject({ reading: nameSchema, dueOn: isoDateSchema }))
      .min(1)
      .readonly(),
    /** Name of the reading that counts unless the reader chooses another. */
    defaultReading: nameSchema,
    /** How the default reading's day was computed, so that it can be explained and computed again the same way. */
    basis: z
      .strictObject({
        /** Day that is counted from; that day itself is not counted. */
        from: isoDateSchema,
        what: bilingualSchema,
        amount: z.int().min(0).max(10_000),
        unit: z.enum(['day', 'workingDay', 'month', 'year']),
        /** Calendar and its version, as `CN 2026-1`. */
        calendar: z.string().min(1).max(60),
        /** The calendar does not cover the whole way yet: the day may move. */
        provisional: z.boolean(),
      })
      .optional(),
    /** A recurring duty: the readings hold the next due day, the following ones come at this pace. */
    recurs: z.strictObject({ every: z.int().min(1).max(120), unit: z.enum(['month', 'year']), until: isoDateSchema.optional() }).optional(),
  })
  .refine((deadline) => deadline.readings.some((r) => r.reading === deadline.defaultReading), {
    error: 'defaultReading is one of the readings',
    path: ['defaultReading'],
  })
  .readonly();

/** A power over a duty that the parties agreed to give somebody: what he may do with it, on what condition, until when. */
export const dutyPowerSchema = z.strictObject({
  power: nameSchema,
  holder: actorIdSchema,
  effect: z.enum(['suspend', 'resume', 'discharge', 'terminate', 'sanction']),
  condition: bilingualSchema.optional(),
  /** Last day on which it can be used. */
  until: isoDateSchema.optional(),
});

/** What one party, or several with shares, owe. */
export const obligationTermsSchema = z.strictObject({
  title: bilingualSchema,
  topic: topicIdSchema.optional(),
  agreement: agreementIdSchema.optional(),
  clause: nameSchema.optional(),
  origin: z.enum(['agreed', 'assigned']),
  /** Responsible agencies 责任单位. More than one = a joint obligation. */
  liable: actorsSchema,
  /** Lead 牵头单位 and cooperating parties 配合单位. */
  lead: actorIdSchema.optional(),
  cooperating: z.array(actorIdSchema).readonly().optional(),
  shares: sharesSchema.optional(),
  beneficiaries: z.array(actorIdSchema).readonly().optional(),
  /** What an outsider can check; a yardstick is a measure too. */
  measure: bilingualSchema.optional(),
  yardsticks: z.array(yardstickSchema).readonly().optional(),
  deadline: deadlineSchema.optional(),
  /** A date that is not known yet: so long after the signing of the agreement, or after the assignment. It is fixed on that day. */
  within: z
    .strictObject({
      amount: z.int().min(1).max(1000),
      unit: z.enum(['day', 'workingDay', 'month', 'year']),
      of: z.enum(['signature', 'assignment']),
    })
    .readonly()
    .optional(),
  orElse: bilingualSchema.optional(),
  weight: weightSchema.optional(),
  powers: z.array(dutyPowerSchema).readonly().optional(),
});

export type Yardstick = z.output<typeof yardstickSchema>;
export type Deadline = z.output<typeof deadlineSchema>;
export type ObligationTerms = z.output<typeof obligationTermsSchema>;
