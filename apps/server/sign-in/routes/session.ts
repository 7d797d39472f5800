/** Signing in and out, with a password and a second factor. */
import { z } from 'zod';
import { sessionSchema } from '../local.ts';
import { reading, changing, type Routes } from '../../routes/routes.ts';
import type { Role } from '@gongze/application/ports';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Account } from '../accounts.ts';
import { clearCookie, cookieNames, setCookie } from '../cookies.ts';
import type { SignInContext } from '../context.ts';
import { fromBase32, recoveryCodeIn, stepOfCode } from '../one-time-codes.ts';
import { isPassword } from '../passwords.ts';
import { officesOf } from '../registries.ts';
import { answer, emailSchema, forbidden, idSchema, isNobody, tooMany, unauthenticated } from '../requests.ts';
import { ABSOLUTE_MILLISECONDS, type Method } from '../sessions.ts';
import { signInTexts } from '../texts.ts';

/** What the page needs to know of who is signed in. */
export async function describe(context: SignInContext, request: FastifyRequest): Promise<z.input<typeof sessionSchema>> {
  const { caller, signedIn } = request;
  const methods = { singleSignOn: context.oidc !== undefined, password: context.local };
  const nobody = { mode: caller.mode, methods, offices: [], secondFactorMissing: false };
  if (signedIn === undefined) return nobody;
  const { session } = signedIn;
  const known = await context.registries.offices();
  const shown = ({ office, actor, roles: held }: { office: string; actor: string; roles: readonly Role[] }) => ({
    office,
    actor,
    roles: [...held],
  });
  const account = await context.accounts.byPerson(session.person);
  const now = caller.office === undefined ? undefined : known.offices.get(caller.office);
  return {
    ...nobody,
    person: session.person,
    ...(account === undefined ? {} : { name: account.name }),
    ...(now === undefined ? {} : { office: shown(now) }),
    offices: officesOf(known, session.person).map(shown),
    secondFactorMissing: session.method === 'passwordOnly',
    expiresAt: session.expiresAt.toISOString(),
  };
}

/** Begins a session in this browser; the one before ends, so that no token outlives what it was given for. */
export async function startSession(
  context: SignInContext,
  request: FastifyRequest,
  reply: FastifyReply,
  person: string,
  method: Method,
  authenticatedAt?: Date,
): Promise<void> {
  const names = cookieNames(context.publicUrl);
  const before = request.cookies[names.session];
  if (before !== undefined) await context.sessions.end(before);
  const token = await context.sessions.begin(person, method, undefined, authenticatedAt);
  request.log.info({ security: 'signedIn', person, method }, 'signed in');
  setCookie(reply, names.session, token, names.secure, ABSOLUTE_MILLISECONDS / 1000);
}

/** What failures at an account count for. */
export const accountSubject = ({ seal }: SignInContext, email: string): string => seal.digest(`account ${email.toLowerCase()}`);

/** True if the code is right and was not used before. Whoever asks counts the failures. */
export async function isSecondFactor(
  context: SignInContext,
  account: Account,
  given: { code?: string | undefined; recoveryCode?: string | undefined },
): Promise<boolean> {
  const { accounts, seal, nowMilliseconds } = context;
  const secret = account.sealedSecret === undefined ? undefined : seal.open(account.sealedSecret);
  if (given.code !== undefined && secret !== undefined) {
    const step = stepOfCode(fromBase32(secret), given.code, nowMilliseconds(), account.lastStep);
    return step !== undefined && (await accounts.useStep(account.person, step));
  }
  if (given.recoveryCode === undefined) return false;
  return await accounts.useRecoveryCode(account.person, seal.digest(recoveryCodeIn(given.recoveryCode)));
}

const signInBody = z.strictObject({
  email: emailSchema,
  password: z.string().min(1).max(1000),
  code: z.string().max(20).optional(),
  recoveryCode: z.string().max(40).optional(),
});

async function signIn(
  context: SignInContext,
  request: FastifyRequest,
  reply: FastifyReply,
  body: z.output<typeof signInBody>,
): Promise<FastifyReply> {
  const { accounts, attempt, throttle, seal, cost } = context;
  const account = accountSubject(context, body.email);
  let found: Account | undefined;
  const outcome = await attempt([account, seal.digest(`address ${request.ip}`)], async () => {
    found = await accounts.byEmail(body.email);
    if (!(await isPassword(body.password, found?.hash, cost)) || found === undefined) return 'wrong';
    if (!found.confirmed) return 'right';
    // A password alone is no attempt at a code: the page asks for it next.
    if (body.code === undefined && body.recoveryCode === undefined) return 'unfinished';
    return (await isSecondFactor(context, found, body)) ? 'right' : 'wrong';
  });
  if (typeof outcome === 'object') return tooMany(request, reply, outcome.wait);
  if (outcome === 'unfinished') return unauthenticated(request, reply, signInTexts.codeNeeded);
  if (outcome === 'wrong' || found === undefined) return unauthenticated(request, reply, signInTexts.wrong);
  await throttle.succeeded(account);
  await startSession(context, request, reply, found.person, found.confirmed ? 'passwordAndCode' : 'passwordOnly');
  return answer(reply, { signedIn: true, secondFactorMissing: !found.confirmed }, 201);
}

export function registerSession(server: Routes, context: SignInContext): void {
  const names = cookieNames(context.publicUrl);
  server.get(
    '/api/session',
    { schema: reading('readSession', 'Who is signed in, and in which office', {}, sessionSchema) },
    async (request, reply) => answer(reply, await describe(context, request)),
  );
  server.post(
    '/api/session',
    {
      schema: changing(
        'signIn',
        'Sign in with password and one-time code',
        { body: signInBody },
        z.object({ signedIn: z.literal(true), secondFactorMissing: z.boolean() }),
      ),
    },
    async (request, reply) =>
      context.local ? await signIn(context, request, reply, request.body) : forbidden(request, reply, signInTexts.noLocalAccounts),
  );
  server.put(
    '/api/session/office',
    {
      schema: changing(
        'chooseOffice',
        'Act in one of the offices that you hold',
        { body: z.strictObject({ office: idSchema }) },
        sessionSchema,
      ),
    },
    async (request, reply) => {
      const { signedIn } = request;
      if (signedIn === undefined || isNobody(request.caller)) return unauthenticated(request, reply, signInTexts.signInFirst);
      const { session, token } = signedIn;
      const { office } = request.body;
      if (!officesOf(await context.registries.offices(), session.person).some((own) => own.office === office))
        return forbidden(request, reply, signInTexts.notYourOffice);
      await context.sessions.end(token);
      const next = await context.sessions.begin(session.person, session.method, office, session.authenticatedAt, session.expiresAt);
      setCookie(reply, names.session, next, names.secure, ABSOLUTE_MILLISECONDS / 1000);
      return answer(reply, { office });
    },
  );
  const signOut = async (request: FastifyRequest, reply: FastifyReply, everywhere: boolean): Promise<FastifyReply> => {
    const { signedIn } = request;
    if (signedIn !== undefined)
      await (everywhere ? context.sessions.endAll(signedIn.session.person) : context.sessions.end(signedIn.token));
    request.log.info({ security: 'signedOut', person: signedIn?.session.person, everywhere }, 'signed out');
    clearCookie(reply, names.session, names.secure);
    // Nothing of what was shown stays in the browser.
    reply.header('clear-site-data', '"cache", "storage"');
    return answer(reply, { signedIn: false });
  };
  const gone = z.object({ signedIn: z.literal(false) });
  server.delete(
    '/api/session',
    { schema: changing('signOut', 'Sign out', {}, gone) },
    async (request, reply) => await signOut(request, reply, false),
  );
  server.delete(
    '/api/session/all',
    { schema: changing('signOutEverywhere', 'Sign out in every browser', {}, gone) },
    async (request, reply) => await signOut(request, reply, true),
  );
}
