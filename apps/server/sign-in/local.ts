/** Who a request comes from, as a part of the server; and local mode, where that is always the same user. */
import { roles } from '@gongze/application/permissions/caller';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { registerLocalCaller } from '../caller.ts';
import { sendJson } from '../http/answer.ts';
import { type Routes, reading } from '../routes/routes.ts';

/** Sets `request.caller` at the start of every request; what it gives back adds the routes, once all hooks stand. */
export type SignIn = (server: FastifyInstance) => ((routes: Routes) => void) | Promise<(routes: Routes) => void>;

const officeSchema = z.object({ office: z.string(), actor: z.string(), roles: z.array(z.enum(roles)) });
export const sessionSchema = z.object({
  mode: z.enum(['local', 'server']),
  methods: z.object({ singleSignOn: z.boolean(), password: z.boolean() }),
  person: z.string().optional(),
  name: z.string().optional(),
  /** In which the person acts now. */
  office: officeSchema.optional(),
  offices: z.array(officeSchema),
  /** A second factor has to be set up before anything else. */
  secondFactorMissing: z.boolean(),
  expiresAt: z.string().optional(),
});

/** Nobody signs in: one local user, who may act for anyone. The page says so. */
export const signInLocally: SignIn = (server) => {
  registerLocalCaller(server);
  const session: z.input<typeof sessionSchema> = {
    mode: 'local',
    methods: { singleSignOn: false, password: false },
    offices: [],
    secondFactorMissing: false,
  };
  return (routes) => {
    routes.get(
      '/api/session',
      { schema: reading('readSession', 'Who is signed in, and in which office', {}, sessionSchema) },
      async (_request, reply) => sendJson(reply.header('cache-control', 'no-store'), session),
    );
  };
};
