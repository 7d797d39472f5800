/** Consultation 协商: who talks about what, and what comes of it. */
import { z } from 'zod';
import {
  actorIdSchema,
  actorsSchema,
  bilingualSchema,
  dilemmaIdSchema,
  isoDateSchema,
  nameSchema,
  obligationIdSchema,
  rankSchema,
  filesSchema,
  sha256Schema,
  topicIdSchema,
  quantitySchema,
} from './schemas.ts';

/** One attribute of the issue, on the scale 1 (very low) to 5 (very high), with the reason for the reading. */
const attributeSchema = z.strictObject({ level: z.int().min(1).max(5), why: bilingualSchema });

/** Kinds of meeting: the joint conference 联席会议 decides, the liaison meeting 联络员会议 prepares it. */
export const meetingKinds = ['jointConference', 'liaison', 'expert', 'leaders', 'other'] as const;
const meetingKindSchema = z.enum(meetingKinds);

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
  /** The agenda is out: who is asked to come, about what, when. A liaison meeting settles the topics first. */
  meetingConvened: z.strictObject({
    meeting: nameSchema,
    kind: meetingKindSchema,
    title: bilingualSchema,
    topics: z.array(topicIdSchema).readonly(),
    invited: z
      .array(z.strictObject({ actor: actorIdSchema, rank: rankSchema.optional() }))
      .min(1)
      .readonly(),
    plannedOn: isoDateSchema,
    by: actorIdSchema,
    body: actorIdSchema.optional(),
  }),
  meetingHeld: z.strictObject({
    /** The meeting that was convened; archives seldom know. */
    meeting: nameSchema.optional(),
    kind: meetingKindSchema.optional(),
    title: bilingualSchema,
    topics: z.array(topicIdSchema).readonly(),
    attendees: z.array(z.strictObject({ actor: actorIdSchema, rank: rankSchema.optional() })).readonly(),
    body: actorIdSchema.optional(),
  }),
  /** Minutes 纪要: the outcome of a meeting, as it was sent to the units. */
  minutesIssued: z.strictObject({
    meeting: nameSchema,
    title: bilingualSchema,
    number: z.string().min(1).max(100).optional(),
    by: actorIdSchema,
    decisions: z.array(z.strictObject({ topic: topicIdSchema, text: bilingualSchema })).readonly(),
    files: filesSchema.optional(),
    sha256: sha256Schema.optional(),
  }),
  /** A sentence on a topic that every party can agree or disagree with. Who says nothing is shown as silent. */
  statementPut: z.strictObject({ statement: nameSchema, topic: topicIdSchema, text: bilingualSchema, by: actorIdSchema }),
  statementAnswered: z.strictObject({ statement: nameSchema, party: actorIdSchema, answer: z.enum(['agree', 'disagree', 'pass']) }),
  positionStated: z.strictObject({ topic: topicIdSchema, party: actorIdSchema, position: nameSchema, text: bilingualSchema.optional() }),
  costStated: z.strictObject({ party: actorIdSchema, topic: topicIdSchema.optional(), amount: quantitySchema.min(0), unit: z.string() }),
  benefitStated: z.strictObject({ party: actorIdSchema, topic: topicIdSchema.optional(), amount: quantitySchema.min(0), unit: z.string() }),
  consensusRecorded: z.strictObject({
    topic: topicIdSchema,
    parties: actorsSchema,
    text: bilingualSchema.optional(),
    /** Day by which the decision is to be looked at again. */
    reviewOn: isoDateSchema.optional(),
  }),
  dissentRecorded: z.strictObject({ topic: topicIdSchema, party: actorIdSchema, text: bilingualSchema }),
  decisionReviewed: z.strictObject({
    topic: topicIdSchema,
    outcome: z.enum(['upheld', 'amended', 'dropped']),
    by: actorsSchema,
    text: bilingualSchema.optional(),
    reviewOn: isoDateSchema.optional(),
  }),
  /** Also a merger: the topic goes on in another one. */
  topicWithdrawn: z.strictObject({ topic: topicIdSchema, reason: bilingualSchema.optional(), mergedInto: topicIdSchema.optional() }),
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
