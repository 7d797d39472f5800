/** Commitment: agreements, their clauses, and the obligations that follow from them. */
import { z } from 'zod';
import {
  actorIdSchema,
  actorsSchema,
  agreementIdSchema,
  bilingualSchema,
  nameSchema,
  obligationIdSchema,
  obligationTermsSchema,
  shareSchema,
  topicIdSchema,
  weightSchema,
} from './schemas.ts';

const clauseSchema = z.strictObject({
  clause: nameSchema,
  text: bilingualSchema.optional(),
  topic: topicIdSchema.optional(),
  weight: weightSchema.optional(),
  /** `false`: nobody owes anything by it (a definition, a prohibition, how long the text holds), so that no obligation has to cover it. */
  owes: z.boolean().optional(),
  /** How far an outsider could execute and check it, 0–1. */
  operability: shareSchema.optional(),
  /** How strongly it binds (deontic, date, consequence), 0–1. */
  bindingness: shareSchema.optional(),
});

const textJudgementSchema = z.strictObject({ operability: shareSchema, bindingness: shareSchema, by: bilingualSchema });

const dutySchema = z.strictObject({ obligation: obligationIdSchema, by: actorIdSchema, reason: bilingualSchema.optional() });

export const commitmentPayloads = {
  /** A draft text, so that what is missing can be said before anybody signs. A later draft of the same agreement replaces it. */
  agreementDrafted: z.strictObject({
    agreement: agreementIdSchema,
    title: bilingualSchema,
    parties: actorsSchema,
    topics: z.array(topicIdSchema).readonly(),
    clauses: z.array(clauseSchema).readonly(),
    by: actorIdSchema.optional(),
  }),
  agreementSigned: z.strictObject({
    agreement: agreementIdSchema,
    title: bilingualSchema,
    parties: actorsSchema,
    topics: z.array(topicIdSchema).readonly(),
    clauses: z.array(clauseSchema).readonly().optional(),
    /** Stands for the clauses where the text is not public. */
    judgement: textJudgementSchema.optional(),
    framework: z.boolean(),
    witnesses: z.array(actorIdSchema).readonly().optional(),
  }),
  agreementAmended: z.strictObject({
    agreement: agreementIdSchema,
    clauses: z.array(clauseSchema).readonly().optional(),
    judgement: textJudgementSchema.optional(),
    text: bilingualSchema.optional(),
  }),
  /** Duties that follow from it and are still open end with it, except those that are named to survive. */
  agreementTerminated: z.strictObject({
    agreement: agreementIdSchema,
    reason: bilingualSchema.optional(),
    surviving: z.array(obligationIdSchema).readonly().optional(),
  }),
  obligationDrafted: obligationTermsSchema.extend({
    obligation: obligationIdSchema,
    /** Parties that accept by the same act, as signers of the text it comes from. */
    acceptedBy: z.array(actorIdSchema).readonly().optional(),
  }),
  obligationAssigned: z.strictObject({
    obligation: obligationIdSchema,
    by: actorIdSchema,
    /** Given when the assignment itself creates the obligation. */
    terms: obligationTermsSchema.optional(),
  }),
  obligationReceived: dutySchema,
  obligationAccepted: dutySchema,
  obligationContested: dutySchema,
  obligationAmended: z.strictObject({
    obligation: obligationIdSchema,
    /** Replaces the named terms; `yardsticks` are added to those that stand, replacing those of the same name. */
    terms: obligationTermsSchema.partial(),
    by: actorIdSchema.optional(),
  }),
  obligationSuspended: dutySchema,
  obligationResumed: dutySchema,
  jointDocumentIssued: z.strictObject({
    title: bilingualSchema,
    issuers: actorsSchema,
    topics: z.array(topicIdSchema).readonly().optional(),
    number: z.string().max(100).optional(),
  }),
} as const;
