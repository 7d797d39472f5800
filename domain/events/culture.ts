/** Culture 文化情境: relations and capacities against which voice and burden are held. */
import { z } from 'zod';
import { actorIdSchema, actorsSchema, bilingualSchema, intervalSchema, quantitySchema } from './schemas.ts';

export const culturePayloads = {
  exchangeMade: z.strictObject({
    title: bilingualSchema,
    from: actorIdSchema.optional(),
    among: actorsSchema,
    kind: z.enum(['visit', 'payment', 'data', 'project', 'other']),
    amount: quantitySchema.min(0).optional(),
    unit: z.string().optional(),
  }),
  officialExchanged: z.strictObject({ title: bilingualSchema, from: actorIdSchema, to: actorIdSchema }),
  leaderChanged: z.strictObject({ actor: actorIdSchema, post: bilingualSchema }),
  capacityRead: z.strictObject({
    actor: actorIdSchema,
    capacity: z.enum(['fiscalRevenue', 'gdp', 'population', 'causation', 'need']),
    value: quantitySchema.min(0),
    unit: z.string(),
    period: intervalSchema,
  }),
} as const;
