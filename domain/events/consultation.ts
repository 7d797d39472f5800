/** Consultation 协商: who talks about what, and what comes of it. */
import { z } from 'zod';
import {
  actorIdSchema,
  actorsSchema,
  bilingualSchema,
  dilemmaIdSchema,
  nameSchema,
  obligationIdSchema,
  rankSchema,
  topicIdSchema,
  quantitySchema,
} from './schemas.ts';

/** One attribute of the issue, on the scale 1 (very low) to 5 (very high), with the reason for the reading. */
const attributeSchema = z.strictObject({ level: z.int().min(1).max(5), why: bilingualSchema });

export const consultationPayloads = {
  caseOpened: z.strictObject({
    title: bilingualSchema,
    parties: actorsSchema,
    /** Issue attributes that may attract intervention (the article's first open question). */
    issue: z
      .strictObject({
        homogeneity: attributeSchema.optional(),
        attention: attributeSchema.optional(),
        weightInAppraisal: attributeSchema.optional(),
        spillover: attributeSchema.optional(),
      })
      .optional(),
  }),
  partyJoined: z.strictObject({ party: actorIdSchema }),
  partyLeft: z.strictObject({ party: actorIdSchema, reason: bilingualSchema.optional() }),
  topicRaised: z.strictObject({ topic: topicIdSchema, title: bilingualSchema, by: z.array(actorIdSchema).readonly().optional() }),
  meetingHeld: z.strictObject({
    title: bilingualSchema,
    topics: z.array(topicIdSchema).readonly(),
    attendees: z.array(z.strictObject({ actor: actorIdSchema, rank: rankSchema.optional() })).readonly(),
    body: actorIdSchema.optional(),
  }),
  positionStated: z.strictObject({ topic: topicIdSchema, party: actorIdSchema, position: nameSchema, text: bilingualSchema.optional() }),
  costStated: z.strictObject({ party: actorIdSchema, topic: topicIdSchema.optional(), amount: quantitySchema.min(0), unit: z.string() }),
  benefitStated: z.strictObject({ party: actorIdSchema, topic: topicIdSchema.optional(), amount: quantitySchema.min(0), unit: z.string() }),
  consensusRecorded: z.strictObject({ topic: topicIdSchema, parties: actorsSchema }),
  topicWithdrawn: z.strictObject({ topic: topicIdSchema, reason: bilingualSchema.optional() }),
  /**
   * A sourced judgement: somebody who can be named says that a dilemma holds, or does not hold. Used where the
   * facts behind it are not public; a rule may rest on it and must say so.
   */
  judgementRecorded: z.strictObject({
    dilemma: dilemmaIdSchema,
    subjects: actorsSchema,
    holds: z.boolean(),
    obligation: obligationIdSchema.optional(),
    agreement: nameSchema.optional(),
    text: bilingualSchema,
  }),
  /** Background that changes no state: it is shown, and counted by nothing. */
  contextRecorded: z.strictObject({
    title: bilingualSchema,
    text: bilingualSchema.optional(),
    actors: z.array(actorIdSchema).readonly().optional(),
  }),
} as const;
