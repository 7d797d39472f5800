/** Single sign-on by OpenID Connect: authorisation code with PKCE, state bound to the browser, nonce, all checked by openid-client. */
import * as oidc from 'openid-client';
import { z } from 'zod';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Routes } from '../../routes/routes.ts';
import { clearCookie, cookieNames, setCookie } from '../cookies.ts';
import type { OidcOptions, SignInContext } from '../context.ts';
import { badField, forbidden, refused, tokenSchema } from '../requests.ts';
import { sendProblem } from '../../http/problems.ts';
import { newToken } from '../secrets.ts';
import { signInTexts } from '../texts.ts';
import { fillOffice } from './invitations.ts';
import { startSession } from './session.ts';

const CALLBACK = '/api/session/oidc/callback';
const SCOPE = 'openid email profile';

/** Asked of the issuer when first needed, and again after a failure: its being away must not keep the server from starting. */
function configurationOf({ issuer, clientId, clientSecret, insecure }: OidcOptions): () => Promise<oidc.Configuration> {
  let known: Promise<oidc.Configuration> | undefined;
  return async () => {
    known ??= oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: 10,
      // The library trusts the connection to the issuer; the signature of the token is checked too.
      execute: [oidc.enableNonRepudiationChecks, ...(insecure === true ? [oidc.allowInsecureRequests] : [])],
    });
    return await known.catch((fault: unknown) => {
      known = undefined;
      throw fault;
    });
  };
}

/** A path of this site, nothing that a browser reads as another one. */
export function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])[^\\\s]*$/.test(path) && path.length <= 2000;
}

const beginQuery = z.object({
  returnTo: z.string().max(2000).optional(),
  invitation: tokenSchema.optional(),
  fresh: z.literal('true').optional().describe('Asks the issuer to make sure anew who it is.'),
});

/** How old a sign-in at the issuer may be. That it is asked for makes the issuer say when it was. */
const AGE_SECONDS_MAX = 12 * 3600;

/** When the person proved at the issuer who it is. Where it does not say so, that is taken to be long ago. */
const authenticatedAt = ({ auth_time: at }: oidc.IDToken): Date => new Date(typeof at === 'number' ? at * 1000 : 0);

const away = { 302: z.undefined().describe('Elsewhere: to the issuer, or back into the site.') } as const;

/** As it may stand in a header: letters of all scripts come out of a query as themselves. */
const asLocation = (path: string): string => path.replace(/[^\x21-\x7e]/gu, (letter) => encodeURIComponent(letter));

/** Why nobody came in. The page has words for each. */
const refusals = {
  signOnFailed: refused,
  invitationGone: refused,
  emailTaken: refused,
  tooWeak: (request: FastifyRequest, reply: FastifyReply, text: Bilingual) => forbidden(request, reply, text, ['acr']),
  notInvited: (request: FastifyRequest, reply: FastifyReply, text: Bilingual) => forbidden(request, reply, text, ['invitation']),
  issuerAway: (request: FastifyRequest, reply: FastifyReply, text: Bilingual) =>
    sendProblem(request, reply, { kind: 'unavailable', text, retryAfterSeconds: ISSUER_SECONDS }),
} as const;
const ISSUER_SECONDS = 30;

/** A person in a browser is led back to the page, which says why; a program gets the problem. */
function turnAway(request: FastifyRequest, reply: FastifyReply, why: keyof typeof refusals, fault?: unknown): FastifyReply {
  // Of the fault its kind alone: what hangs on it may hold what the issuer sent.
  const { name, code } = (fault ?? {}) as { readonly name?: unknown; readonly code?: unknown };
  request.log.warn({ security: 'singleSignOnFailed', why, name, code }, 'single sign-on failed');
  const isPerson = request.headers['sec-fetch-mode'] === 'navigate' || /\btext\/html\b/.test(request.headers.accept ?? '');
  if (isPerson) return reply.header('cache-control', 'no-store').redirect(`/sign-in#refused=${why}`, 302);
  return refusals[why](request, reply, signInTexts[why]);
}

type Configured = () => Promise<oidc.Configuration>;

export function registerSingleSignOn(server: Routes, context: SignInContext, options: OidcOptions): void {
  const configuration = configurationOf(options);
  registerBegin(server, context, options, configuration);
  registerEnd(server, context, options, configuration);
}

function registerBegin(server: Routes, context: SignInContext, options: OidcOptions, configuration: Configured): void {
  const names = cookieNames(context.publicUrl);
  const redirectUri = new URL(CALLBACK, context.publicUrl).href;
  server.get(
    '/api/session/oidc',
    { schema: { operationId: 'beginSingleSignOn', summary: 'Go to the single sign-on', querystring: beginQuery, response: away } },
    async (request, reply) => {
      const { returnTo = '/', invitation, fresh } = request.query;
      if (!isOwnPath(returnTo)) return badField(request, reply, 'returnTo', signInTexts.badReturn);
      const [state, nonce, verifier, browser] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier(), newToken()];
      let config: oidc.Configuration;
      try {
        config = await configuration();
      } catch (fault) {
        return turnAway(request, reply, 'issuerAway', fault);
      }
      await context.sessions.beginFlow(state, browser, { nonce, verifier, returnTo, invitation });
      setCookie(reply, names.flow, browser, names.secure, 600);
      const address = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: SCOPE,
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        max_age: String(fresh === undefined ? AGE_SECONDS_MAX : 0),
        ...(options.acr === undefined ? {} : { acr_values: options.acr.join(' ') }),
      });
      return reply.header('cache-control', 'no-store').redirect(address.href, 302);
    },
  );
}

function registerEnd(server: Routes, context: SignInContext, { acr }: OidcOptions, configuration: Configured): void {
  const names = cookieNames(context.publicUrl);
  server.get(
    CALLBACK,
    {
      schema: {
        operationId: 'endSingleSignOn',
        summary: 'Come back from the single sign-on',
        querystring: z.looseObject({ state: z.string().max(500).optional() }),
        response: away,
      },
    },
    async (request, reply) => {
      const browser = request.cookies[names.flow];
      clearCookie(reply, names.flow, names.secure);
      const { state } = request.query;
      const flow = browser === undefined || state === undefined ? undefined : await context.sessions.endFlow(state, browser);
      if (flow === undefined || state === undefined) return turnAway(request, reply, 'signOnFailed');
      let claims: oidc.IDToken | undefined;
      try {
        const tokens = await oidc.authorizationCodeGrant(await configuration(), new URL(request.url, context.publicUrl), {
          pkceCodeVerifier: flow.verifier,
          expectedState: state,
          expectedNonce: flow.nonce,
          idTokenExpected: true,
        });
        claims = tokens.claims();
      } catch (fault) {
        return turnAway(request, reply, 'signOnFailed', fault);
      }
      if (claims === undefined) return turnAway(request, reply, 'signOnFailed');
      if (acr !== undefined && !acr.includes(String(claims['acr'] ?? ''))) return turnAway(request, reply, 'tooWeak');
      return await enter(context, request, reply, claims, flow.invitation, flow.returnTo);
    },
  );
}

/** Who is known by issuer and subject enters; who is new needs an invitation. An address alone opens nothing. */
async function enter(
  context: SignInContext,
  request: FastifyRequest,
  reply: FastifyReply,
  claims: oidc.IDToken,
  token: string | undefined,
  returnTo: string,
): Promise<FastifyReply> {
  const { accounts, sessions } = context;
  const known = await accounts.byExternal(claims.iss, claims.sub);
  const open = token === undefined ? undefined : await sessions.invitation(token);
  // An invitation that cannot be taken this way stays good for the other.
  if (known === undefined && open !== undefined && (await accounts.byEmail(open.email)) !== undefined)
    return turnAway(request, reply, 'emailTaken');
  const invitation = token === undefined || open === undefined ? undefined : await sessions.accept(token);
  if (token !== undefined && invitation === undefined) return turnAway(request, reply, 'invitationGone');
  if (known === undefined && invitation === undefined) return turnAway(request, reply, 'notInvited');
  let person = known?.person;
  if (person === undefined && invitation !== undefined) {
    const name = typeof claims['name'] === 'string' && claims['name'].trim() !== '' ? claims['name'].slice(0, 100) : invitation.email;
    person = await accounts.create({ name, email: invitation.email }, { issuer: claims.iss, subject: claims.sub });
  }
  if (person === undefined) return turnAway(request, reply, 'notInvited');
  if (invitation !== undefined) await fillOffice(context, person, invitation.office);
  await startSession(context, request, reply, person, 'oidc', authenticatedAt(claims));
  return reply.header('cache-control', 'no-store').redirect(asLocation(returnTo), 302);
}
