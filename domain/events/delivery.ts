/** Delivery 落实: what is reported, evidenced, assessed, and how a duty ends. Three axes are stored apart. */
import { z } from 'zod';
import {
  actorIdSchema,
  actorsSchema,
  bilingualSchema,
  completionSchema,
  effectSchema,
  intervalSchema,
  isoDateSchema,
  nameSchema,
  obligationIdSchema,
  topicIdSchema,
  quantitySchema,
} from './schemas.ts';

const step = z.strictObject({ obligation: obligationIdSchema, by: actorIdSchema.optional(), text: bilingualSchema.optional() });

export const deliveryPayloads = {
  /** Self-report of the responsible agency. */
  progressReported: step.extend({ by: actorIdSchema, completion: completionSchema.optional() }),
  evidenceAttached: step.extend({
    title: bilingualSchema,
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  }),
  extensionRequested: step.extend({ by: actorIdSchema, newDueOn: isoDateSchema }),
  extensionGranted: step.extend({ newDueOn: isoDateSchema }),
  extensionRefused: step,
  obligationReported: step.extend({ by: actorIdSchema, completion: completionSchema.optional() }),
  /** Independent assessment: by somebody who does not owe the duty. */
  obligationReviewed: step.extend({
    by: actorIdSchema,
    completion: completionSchema.optional(),
    effect: effectSchema.optional(),
    /** The assessor found something other, or less, than what was agreed. */
    substitution: z.enum(['substituted', 'diluted']).optional(),
  }),
  obligationReturned: step,
  obligationFulfilled: step,
  obligationClosedOut: step,
  obligationLookedBack: step.extend({ holds: z.boolean() }),
  obligationReopened: step,
  /** A finding that somebody signs; overdue alone is no violation. */
  obligationViolated: step.extend({ by: actorIdSchema }),
  obligationDischarged: step,
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
