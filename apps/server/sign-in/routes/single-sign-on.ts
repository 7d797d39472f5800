/** Single sign-on by OpenID Connect: authorisation code with PKCE, state bound to the browser, nonce, all checked by openid-client. */
import * as oidc from 'openid-client';
import { z } from 'zod';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Routes } from '../../routes/routes.ts';
import { clearCookie, cookieNames, setCookie } from '../cookies.ts';
import type { OidcOptions, SignInContext } from '../context.ts';
import { badField, forbidden, refused, tokenSchema } from '../requests.ts';
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

export function registerSingleSignOn(server: Routes, context: SignInContext, options: OidcOptions): void {
  const names = cookieNames(context.publicUrl);
  const configuration = configurationOf(options);
  const redirectUri = new URL(CALLBACK, context.publicUrl).href;

  server.get(
    '/api/session/oidc',
    { schema: { operationId: 'beginSingleSignOn', summary: 'Go to the single sign-on', querystring: beginQuery, response: away } },
    async (request, reply) => {
      const { returnTo = '/', invitation, fresh } = request.query;
      if (!isOwnPath(returnTo)) return badField(request, reply, 'returnTo', signInTexts.badReturn);
      const [state, nonce, verifier, browser] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier(), newToken()];
      const config = await configuration();
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
      if (flow === undefined || state === undefined) return refused(request, reply, signInTexts.signOnFailed);
      const tokens = await oidc
        .authorizationCodeGrant(await configuration(), new URL(request.url, context.publicUrl), {
          pkceCodeVerifier: flow.verifier,
          expectedState: state,
          expectedNonce: flow.nonce,
          idTokenExpected: true,
        })
        .catch(() => undefined);
      const claims = tokens?.claims();
      if (claims === undefined) return refused(request, reply, signInTexts.signOnFailed);
      if (options.acr !== undefined && !options.acr.includes(String(claims['acr'] ?? '')))
        return forbidden(request, reply, signInTexts.tooWeak, ['acr']);
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
  const invitation = token === undefined ? undefined : await sessions.accept(token);
  if (token !== undefined && invitation === undefined) return refused(request, reply, signInTexts.invitationGone);
  if (known === undefined && invitation === undefined) return forbidden(request, reply, signInTexts.notInvited, ['invitation']);
  let person = known?.person;
  if (person === undefined && invitation !== undefined) {
    if ((await accounts.byEmail(invitation.email)) !== undefined) return refused(request, reply, signInTexts.emailTaken);
    const name = typeof claims['name'] === 'string' && claims['name'].trim() !== '' ? claims['name'].slice(0, 100) : invitation.email;
    person = await accounts.create({ name, email: invitation.email }, { issuer: claims.iss, subject: claims.sub });
  }
  if (person === undefined) return forbidden(request, reply, signInTexts.notInvited, ['invitation']);
  if (invitation !== undefined) await fillOffice(context, person, invitation.office);
  await startSession(context, request, reply, person, 'oidc', authenticatedAt(claims));
  return reply.header('cache-control', 'no-store').redirect(returnTo, 302);
}
