/** Vertical intervention 纵向介入: coded per channel with strength 1–5, never as one number. */
import { z } from 'zod';
import {
  actorIdSchema,
  actorsSchema,
  bilingualSchema,
  channelSchema,
  governmentCodeSchema,
  isoDateSchema,
  nameSchema,
  obligationIdSchema,
  powerSchema,
  shareSchema,
  strengthSchema,
} from './schemas.ts';

const instrumentSchema = z.strictObject({
  instrument: nameSchema,
  title: bilingualSchema,
  channel: channelSchema,
  strength: strengthSchema,
  /** Government that stands behind it; the acting organ is `by`. */
  tier: governmentCodeSchema,
  by: actorIdSchema,
  targets: actorsSchema,
  /** `false`: guidance by plans and opinions only (indirect). */
  direct: z.boolean(),
  /** Sets, checks or sanctions the parties' duties, so that they cannot ignore it without consequence. */
  binding: z.boolean(),
  /** Leaves the parties more able to act alone. */
  capacityBuilding: z.boolean().optional(),
  /** The superior performs a party's own duty. */
  substitution: z.boolean().optional(),
  /** Last day, where known from the start. */
  until: isoDateSchema.optional(),
  obligations: z.array(obligationIdSchema).readonly().optional(),
  /** Share of a document's provisions that serves each party. */
  provisions: z.record(z.string(), shareSchema).optional(),
  intervention: nameSchema.optional(),
  /** Instrument that this one replaces (it ends on the day on which this one begins). */
  replaces: nameSchema.optional(),
});

const criteriaSchema = z.array(z.strictObject({ text: bilingualSchema, indicator: nameSchema.optional() })).readonly();
const handBackSchema = z.strictObject({ powers: z.array(powerSchema).readonly(), receiver: actorIdSchema });

export const interventionPayloads = {
  /** Also a request of the parties for help: `by` is then one of them. */
  interventionProposed: z.strictObject({
    intervention: nameSchema,
    tier: governmentCodeSchema,
    by: actorIdSchema,
    text: bilingualSchema.optional(),
  }),
  interventionDeclined: z.strictObject({ intervention: nameSchema, tier: governmentCodeSchema, reason: bilingualSchema }),
  interventionOpened: z.strictObject({
    intervention: nameSchema,
    tier: governmentCodeSchema,
    title: bilingualSchema,
    /** Keys of the findings that are its grounds. */
    grounds: z.array(z.string()).readonly(),
    exitCriteria: criteriaSchema.optional(),
    sunset: isoDateSchema.optional(),
    handBack: handBackSchema.optional(),
    override: bilingualSchema.optional(),
  }),
  instrumentApplied: instrumentSchema,
  interventionTapered: z.strictObject({ instrument: nameSchema, strength: strengthSchema }),
  interventionEscalated: z.strictObject({ instrument: nameSchema, strength: strengthSchema }),
  interventionExtended: z.strictObject({ intervention: nameSchema, sunset: isoDateSchema, reason: bilingualSchema }),
  /** Ends single instruments while the intervention goes on. */
  instrumentWithdrawn: z.strictObject({ instrument: nameSchema, reason: bilingualSchema.optional() }),
  interventionClosed: z.strictObject({ intervention: nameSchema, reason: bilingualSchema.optional() }),
  /** A dated reading of the exit criteria. */
  exitCriteriaRead: z.strictObject({ intervention: nameSchema, met: z.boolean(), by: actorIdSchema }),
  powersRestored: z.strictObject({ intervention: nameSchema.optional(), powers: z.array(powerSchema).readonly(), receiver: actorIdSchema }),
  recusalDeclared: z.strictObject({ tier: governmentCodeSchema, reason: bilingualSchema }),
} as const;
