/** Schemas of the commands: the payload of the event they lead to, or what a composite command needs. */
import { z } from 'zod';
import { payloadSchemas } from '../events/catalogue.ts';
import { actorIdSchema, agreementIdSchema } from '../events/schemas.ts';
import { type CommandRule, commandRules, type SimpleCommandName } from './commands.ts';
import type { CommandName } from './decide.ts';

const signing = z.strictObject({
  agreement: agreementIdSchema,
  /** True declares a framework text: what is missing stays missing, and the diagnosis says so. */
  framework: z.boolean(),
  witnesses: z.array(actorIdSchema).readonly().optional(),
});

const opening = payloadSchemas.interventionOpened.extend({ instruments: z.array(payloadSchemas.instrumentApplied).min(1).readonly() });

const composite = { signAgreement: signing, openIntervention: opening, closeIntervention: payloadSchemas.interventionClosed } as const;

/** Schema of the payload of a command. */
export function schemaOf(name: CommandName): z.ZodType {
  if (Object.hasOwn(composite, name)) return composite[name as keyof typeof composite];
  return payloadSchemas[(commandRules[name as SimpleCommandName] as CommandRule).event];
}

export const commandNames: readonly CommandName[] = [
  ...(Object.keys(commandRules) as SimpleCommandName[]),
  ...(Object.keys(composite) as (keyof typeof composite)[]),
];
