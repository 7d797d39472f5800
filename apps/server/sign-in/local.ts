/** Who a request comes from, as a part of the server; and local mode, where that is always the same user. */
import { isIP } from 'node:net';
import { roles } from '@gongze/application/permissions/caller';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { registerLocalCaller } from '../caller.ts';
import { sendJson } from '../http/answer.ts';
import { sendProblem } from '../http/problems.ts';
import { type Routes, reading } from '../routes/routes.ts';
import { signInTexts } from './texts.ts';

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

/**
 * A name that leads to this machine whoever answers for names: an address in digits, or `localhost`. Any other name may be
 * somebody's own, which he lets lead here after his page was loaded, so that the page reads and writes as if it were ours.
 */
function isLocalName(host: string | undefined): boolean {
  const name = URL.parse(`http://${host ?? ''}/`)?.hostname ?? '';
  return name === 'localhost' || name.endsWith('.localhost') || isIP(name.replace(/^\[|\]$/g, '')) !== 0;
}

/** With nobody signed in, a page of another site must not get in by the browser of whoever sits here. */
function refuseOthersPages(server: FastifyInstance, anyName: boolean): void {
  server.addHook('onRequest', async (request, reply) => {
    const { host, origin } = request.headers;
    const isForeign = (name: string | undefined): boolean => !anyName && !isLocalName(name);
    if (isForeign(host))
      return await sendProblem(request, reply, { kind: 'forbidden', text: signInTexts.foreignName, policies: ['localName'] });
    const site = request.headers['sec-fetch-site'];
    const crosses = site === 'cross-site' || (origin !== undefined && isForeign(URL.parse(origin)?.host));
    const isChange = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
    if (isChange && crosses)
      return await sendProblem(request, reply, { kind: 'forbidden', text: signInTexts.foreignOrigin, policies: ['sameOrigin'] });
  });
}

/** Nobody signs in: one local user, who may act for anyone. The page says so. `anyName`: whoever reaches the server may use it by any name. */
export const localSignIn =
  ({ anyName }: { readonly anyName: boolean }): SignIn =>
  (server) => {
    registerLocalCaller(server);
    refuseOthersPages(server, anyName);
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

export const signInLocally: SignIn = localSignIn({ anyName: false });
