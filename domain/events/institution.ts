/** Institution 制度: bodies with their powers, rules, and custom. */
import { z } from 'zod';
import { ruleTableSchema } from './ruleTables.ts';
import {
  actorIdSchema,
  actorsSchema,
  bilingualSchema,
  isoDateSchema,
  nameSchema,
  obligationIdSchema,
  powerSchema,
  rankSchema,
  topicIdSchema,
} from './schemas.ts';

export const institutionPayloads = {
  bodyEstablished: z.strictObject({
    body: actorIdSchema,
    title: bilingualSchema,
    /** `joint`: of the parties; `superior`: of a government above them; `party`: inside one party. */
    kind: z.enum(['joint', 'superior', 'party']),
    members: z.array(actorIdSchema).readonly(),
    host: actorIdSchema.optional(),
    rank: rankSchema.optional(),
    powers: z.array(powerSchema).readonly(),
    /** Over whom the powers hold; absent = over its members. */
    over: z.array(actorIdSchema).readonly().optional(),
  }),
  bodyUpgraded: z.strictObject({
    body: actorIdSchema,
    title: bilingualSchema.optional(),
    kind: z.enum(['joint', 'superior', 'party']).optional(),
    host: actorIdSchema.optional(),
    rank: rankSchema.optional(),
    powers: z.array(powerSchema).readonly().optional(),
    members: z.array(actorIdSchema).readonly().optional(),
    over: z.array(actorIdSchema).readonly().optional(),
  }),
  bodyAbolished: z.strictObject({ body: actorIdSchema, reason: bilingualSchema.optional() }),
  ruleAdopted: z.strictObject({
    rule: nameSchema,
    title: bilingualSchema,
    subject: z.enum(['agenda', 'decision', 'dispute', 'evaluation', 'standard', 'plan']),
    by: actorsSchema,
    /** For whom it holds. A standard or plan that holds for its maker alone is an own one. */
    scope: actorsSchema,
    topics: z.array(topicIdSchema).readonly().optional(),
    /** Days on which it holds; absent = from the day of the fact, without end. A later fact of the same `rule` is its next version. */
    from: isoDateSchema.optional(),
    until: isoDateSchema.optional(),
    /** Its content, where it is a table that can be applied. */
    table: ruleTableSchema.optional(),
  }),
  /** An organisation is merged, renamed or split: what `from` owed on that day passes to `to`. */
  actorSucceeded: z.strictObject({
    from: actorIdSchema,
    to: actorIdSchema,
    kind: z.enum(['renamed', 'merged', 'split']),
    /** With a split: the obligations that pass; absent = all. */
    obligations: z.array(obligationIdSchema).min(1).readonly().optional(),
  }),
  customObserved: z.strictObject({
    title: bilingualSchema,
    subject: z.enum(['agenda', 'decision', 'dispute', 'evaluation']),
    among: actorsSchema,
  }),
} as const;
