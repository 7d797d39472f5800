/** Delivery 落实: what is reported, evidenced, assessed, and how a duty ends. Three axes are stored apart. */
import { z } from 'zod';
import {
  actorIdSchema,
  actorsSchema,
  bilingualSchema,
  completionSchema,
  effectSchema,
  factIdSchema,
  filesSchema,
  intervalSchema,
  isoDateSchema,
  nameSchema,
  obligationIdSchema,
  topicIdSchema,
  quantitySchema,
  sha256Schema,
} from './schemas.ts';

const step = z.strictObject({ obligation: obligationIdSchema, by: actorIdSchema.optional(), text: bilingualSchema.optional() });
/** Files that show it, kept with the record. */
const files = filesSchema.optional();

export const deliveryPayloads = {
  /** Self-report of the responsible agency. */
  progressReported: step.extend({ by: actorIdSchema, completion: completionSchema.optional(), files }),
  evidenceAttached: step.extend({
    title: bilingualSchema,
    files,
    /** Of a file that is kept elsewhere: nothing here can show it, and whoever has it can tell that it is the one. */
    sha256: sha256Schema.optional(),
    /** Series of readings that shows it. */
    indicator: nameSchema.optional(),
  }),
  extensionRequested: step.extend({ by: actorIdSchema, newDueOn: isoDateSchema }),
  extensionGranted: step.extend({ newDueOn: isoDateSchema }),
  extensionRefused: step,
  obligationReported: step.extend({ by: actorIdSchema, completion: completionSchema.optional(), files }),
  /** Independent assessment: by somebody who does not owe the duty. */
  obligationReviewed: step.extend({
    by: actorIdSchema,
    completion: completionSchema.optional(),
    effect: effectSchema.optional(),
    /** The assessor found something other, or less, than what was agreed. */
    substitution: z.enum(['substituted', 'diluted']).optional(),
    files,
  }),
  /** Right of reply of the assessed to one assessment. */
  replyMade: step.extend({ by: actorIdSchema, to: factIdSchema, text: bilingualSchema, files }),
  obligationReturned: step,
  /** 办结. `deliveredOn`: the day of the report that was found complete; lateness is counted to it, not to the sign-off. */
  obligationFulfilled: step.extend({ deliveredOn: isoDateSchema.optional() }),
  /** Close-out 销号: applied for, checked (a review), signed off (fulfilled), publicised, recorded. */
  closeOutRequested: step.extend({ by: actorIdSchema, files }),
  closeOutPublicised: step.extend({ by: actorIdSchema, until: isoDateSchema }),
  obligationClosedOut: step,
  obligationLookedBack: step.extend({ holds: z.boolean() }),
  obligationReopened: step,
  /** A finding that somebody signs; overdue alone is no violation. */
  obligationViolated: step.extend({ by: actorIdSchema }),
  obligationDischarged: step,
  /** A superior, or whoever the terms name, uses a power that the terms give. */
  powerExercised: step.extend({ by: actorIdSchema, power: nameSchema }),
  overdueContested: step.extend({ by: actorIdSchema }),
  overdueDecided: step.extend({ upheld: z.boolean() }),
  indicatorRead: z.strictObject({
    indicator: nameSchema,
    subject: actorIdSchema,
    title: bilingualSchema.optional(),
    period: intervalSchema,
    value: quantitySchema,
    unit: z.string().min(1),
  }),
  conflictRaised: z.strictObject({ conflict: nameSchema, title: bilingualSchema, parties: actorsSchema, topic: topicIdSchema.optional() }),
  conflictResolved: z.strictObject({ conflict: nameSchema, by: actorIdSchema.optional(), text: bilingualSchema.optional() }),
  evaluationPublished: z.strictObject({
    title: bilingualSchema,
    by: actorIdSchema,
    grades: z
      .array(z.strictObject({ actor: actorIdSchema, grade: z.enum(['excellent', 'good', 'pass', 'fail']) }))
      .readonly()
      .optional(),
    /** Obligations that the evaluation verifies as reached. */
    verifies: z.array(obligationIdSchema).readonly().optional(),
    topics: z.array(topicIdSchema).readonly().optional(),
  }),
} as const;
