/** Supervision 督查督办: 督查, 督察 and 巡查 are different things. Accountability is only ever a proposal. */
import { z } from 'zod';
import { actorIdSchema, actorsSchema, bilingualSchema, intervalSchema, isoDateSchema, nameSchema, obligationIdSchema } from './schemas.ts';

export const supervisionPayloads = {
  inspectionPlanned: z.strictObject({
    inspection: nameSchema,
    kind: z.enum(['inspection', 'oversightInspection', 'patrolInspection']),
    by: actorIdSchema,
    objects: actorsSchema,
    matter: bilingualSchema,
    period: intervalSchema,
    /** What is looked at, and what is not. */
    scope: bilingualSchema.optional(),
  }),
  inspectionConcluded: z.strictObject({ inspection: nameSchema, by: actorIdSchema, text: bilingualSchema.optional() }),
  reviewRequested: z.strictObject({ inspection: nameSchema, by: actorIdSchema, text: bilingualSchema.optional() }),
  reviewDecided: z.strictObject({ inspection: nameSchema, by: actorIdSchema, upheld: z.boolean(), text: bilingualSchema.optional() }),
  reminderIssued: z.strictObject({
    obligation: obligationIdSchema,
    by: actorIdSchema,
    slip: z.enum(['blue', 'orange', 'red']),
    text: bilingualSchema.optional(),
    answerBy: isoDateSchema.optional(),
    /** Why a superior that is not the nearest writes all the same. Visible for ever. */
    override: bilingualSchema.optional(),
  }),
  accountabilityProposed: z.strictObject({
    by: actorIdSchema,
    subjects: actorsSchema,
    obligation: obligationIdSchema.optional(),
    text: bilingualSchema,
  }),
} as const;
