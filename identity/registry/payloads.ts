/**
 * Records of the registries of offices and keys. They carry ids of persons, never a name, an address or a number: whose id
 * it is stands in tables that can be erased.
 */
import { roles } from '@gongze/application/permissions/caller';
import { actorIdSchema } from '@gongze/domain/events/schemas';
import { z } from 'zod';
import { keyAlgorithms } from '../signatures/bytes.ts';

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._#+:/-]{0,119}$/, { error: 'an id: letters, digits, . _ # + : / -' });
const keyId = z.string().regex(/^[0-9a-f]{32}$/, { error: 'a key id: 32 hex digits' });
const base64url = z.string().regex(/^[A-Za-z0-9_-]{1,400}$/, { error: 'base64url without padding' });

/** `public` is the role of whoever has no office. */
export const officeRoleSchema = z
  .enum(roles.filter((role) => role !== 'public') as [string, ...string[]])
  .transform((role) => role as Exclude<(typeof roles)[number], 'public'>);
const officeRoles = z
  .array(officeRoleSchema)
  .min(1)
  .refine((given) => new Set(given).size === given.length, { error: 'each role once' })
  // What may sign or record must not be held together with what must never write.
  .refine((given) => given.length === 1 || !given.some((role) => role === 'auditor' || role === 'operator'), {
    error: 'auditor and operator are held alone',
  })
  .readonly();

export const officePayloads = {
  /** A joint body that offices can belong to. */
  bodyRegistered: z.strictObject({
    body: actorIdSchema,
    members: z.array(actorIdSchema).min(1).max(200).readonly(),
    host: actorIdSchema.optional(),
  }),
  officeCreated: z.strictObject({ office: id, actor: actorIdSchema, roles: officeRoles }),
  officeRolesChanged: z.strictObject({ office: id, roles: officeRoles }),
  officeAssigned: z.strictObject({ office: id, person: id }),
  /** A person leaves; the office stays, its keys do not. */
  officeRelinquished: z.strictObject({ office: id, person: id }),
} as const;

const keyShape = {
  office: id,
  actor: actorIdSchema,
  algorithm: z.enum(keyAlgorithms),
  publicKey: base64url,
  rpId: z.string().min(1).max(253).optional(),
  origins: z.array(z.url().max(300)).min(1).max(10).readonly().optional(),
  /** The new key's signature over itself. */
  proof: z.strictObject({ keyId, algorithm: z.string().max(40), value: z.string().min(1).max(8000) }),
} as const;

export const keyPayloads = {
  keyRegistered: z.strictObject(keyShape),
  /** The old key signs the record, and ends with it. */
  keyRotated: z.strictObject({ ...keyShape, old: keyId }),
  keyRevoked: z.strictObject({ key: keyId, reason: z.enum(['lost', 'compromised', 'officeLeft', 'superseded']) }),
} as const;

export type OfficePayloads = { [T in keyof typeof officePayloads]: z.output<(typeof officePayloads)[T]> };
export type KeyPayloads = { [T in keyof typeof keyPayloads]: z.output<(typeof keyPayloads)[T]> };
