/** One's own account: password and second factor. */
import { z } from 'zod';
import { changing, type Routes } from '../../routes/routes.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Account } from '../accounts.ts';
import type { SignInContext } from '../context.ts';
import { fromBase32, newRecoveryCodes, newSecret, recoveryCodeIn, setupUri, stepOfCode } from '../one-time-codes.ts';
import { hashPassword, isPassword, newPasswordFault } from '../passwords.ts';
import { answer, badField, forbidden, isRecent, refused, tooMany, unauthenticated } from '../requests.ts';
import { signInTexts } from '../texts.ts';
import { accountSubject, isSecondFactor, startSession } from './session.ts';

async function ownAccount(context: SignInContext, request: FastifyRequest): Promise<Account | undefined> {
  return request.signedIn === undefined ? undefined : await context.accounts.byPerson(request.signedIn.session.person);
}

async function changePassword(
  context: SignInContext,
  request: FastifyRequest,
  reply: FastifyReply,
  current: string,
  next: string,
): Promise<FastifyReply> {
  const account = await ownAccount(context, request);
  if (account?.hash === undefined) return unauthenticated(request, reply, signInTexts.signInFirst);
  const right = async () => ((await isPassword(current, account.hash, context.cost)) ? 'right' : 'wrong');
  const outcome = await context.attempt([accountSubject(context, account.email)], right);
  if (typeof outcome === 'object') return tooMany(request, reply, outcome.wait);
  if (outcome !== 'right') return unauthenticated(request, reply, signInTexts.wrong);
  const weak = await newPasswordFault(next, [account.email.split('@')[0] ?? '', account.name], context.isBreached);
  if (weak !== undefined) return badField(request, reply, 'next', weak);
  await context.accounts.setPassword(account.person, await hashPassword(next, context.cost));
  request.log.info({ security: 'passwordChanged', person: account.person }, 'password changed');
  // Whoever knew the old one is out, in every browser.
  await context.sessions.endAll(account.person);
  await startSession(context, request, reply, account.person, account.confirmed ? 'passwordAndCode' : 'passwordOnly');
  return answer(reply, { changed: true });
}

export function registerAccount(server: Routes, context: SignInContext): void {
  registerPassword(server, context);
  registerSecondFactor(server, context);
}

function registerPassword(server: Routes, context: SignInContext): void {
  const password = z.string().min(1).max(1000);
  server.put(
    '/api/accounts/password',
    {
      schema: changing(
        'changePassword',
        'Change your password; every other session ends',
        { body: z.strictObject({ current: password, next: password }) },
        z.object({ changed: z.literal(true) }),
      ),
    },
    async (request, reply) =>
      context.local
        ? await changePassword(context, request, reply, request.body.current, request.body.next)
        : forbidden(request, reply, signInTexts.noLocalAccounts),
  );
}

function registerSecondFactor(server: Routes, context: SignInContext): void {
  const code = z.string().max(40).optional();
  server.post(
    '/api/accounts/second-factor',
    {
      schema: changing(
        'beginSecondFactor',
        'Begin a second factor; the secret is shown once. One that stands is replaced only with a code of it, or a recovery code.',
        { body: z.strictObject({ code, recoveryCode: code }) },
        z.object({ secret: z.string(), uri: z.string() }),
      ),
    },
    async (request, reply) => {
      const account = await ownAccount(context, request);
      if (account?.hash === undefined) return unauthenticated(request, reply, signInTexts.signInFirst);
      if (!isRecent(context, request, reply)) return reply;
      // Whoever sits at somebody's open session may not try codes as often as he likes.
      const outcome = await context.attempt([accountSubject(context, account.email)], async () => {
        if (!account.confirmed) return 'right';
        if (request.body.code === undefined && request.body.recoveryCode === undefined) return 'unfinished';
        return (await isSecondFactor(context, account, request.body)) ? 'right' : 'wrong';
      });
      if (typeof outcome === 'object') return tooMany(request, reply, outcome.wait);
      if (outcome !== 'right') return forbidden(request, reply, signInTexts.secondFactorStands);
      const secret = newSecret();
      await context.accounts.beginSecondFactor(account.person, context.seal.seal(secret));
      return answer(reply, { secret, uri: setupUri(secret, account.email) }, 201);
    },
  );

  server.post(
    '/api/accounts/second-factor/confirm',
    {
      schema: changing(
        'confirmSecondFactor',
        'Confirm it with its first code; the recovery codes are shown once',
        { body: z.strictObject({ code: z.string().max(20) }) },
        z.object({ recoveryCodes: z.array(z.string()) }),
      ),
    },
    async (request, reply) => {
      const account = await ownAccount(context, request);
      if (account?.hash === undefined) return unauthenticated(request, reply, signInTexts.signInFirst);
      const secret = account.sealedSecret === undefined || account.confirmed ? undefined : context.seal.open(account.sealedSecret);
      if (secret === undefined) return refused(request, reply, signInTexts.noSecondFactor);
      const right = async () => {
        const step = stepOfCode(fromBase32(secret), request.body.code, context.nowMilliseconds(), account.lastStep);
        return step !== undefined && (await context.accounts.useStep(account.person, step)) ? 'right' : 'wrong';
      };
      const outcome = await context.attempt([accountSubject(context, account.email)], right);
      if (typeof outcome === 'object') return tooMany(request, reply, outcome.wait);
      if (outcome !== 'right') return unauthenticated(request, reply, signInTexts.wrongCode);
      const recoveryCodes = newRecoveryCodes();
      await context.accounts.confirmSecondFactor(
        account.person,
        recoveryCodes.map((one) => context.seal.digest(recoveryCodeIn(one))),
      );
      request.log.info({ security: 'secondFactorSet', person: account.person }, 'second factor set');
      await startSession(context, request, reply, account.person, 'passwordAndCode');
      return answer(reply, { recoveryCodes }, 201);
    },
  );
}
