/** Corrections resolve before folding: what was corrected was never wrong, what was retracted never happened. */
import { z } from 'zod';
import { occurredSchema, sourceSchema, verifications } from './envelope.ts';
import { bilingualSchema, factIdSchema } from './schemas.ts';

export const correctionPayloads = {
  factCorrected: z.strictObject({
    target: factIdSchema,
    /** What replaces the target's own; fields not named stay. `payload` replaces the whole payload. */
    replacement: z
      .strictObject({
        occurred: occurredSchema.optional(),
        payload: z.record(z.string(), z.unknown()).optional(),
        sources: z.array(sourceSchema).readonly().optional(),
        verification: z.enum(verifications).optional(),
        initiative: z.enum(['self', 'superior', 'society']).optional(),
      })
      .readonly(),
    reason: bilingualSchema,
  }),
  factRetracted: z.strictObject({ target: factIdSchema, reason: bilingualSchema }),
} as const;
