/**
 * A forgotten password. The signer of the house makes sure who it is and hands a link over; the link sets a new password and
 * nothing else: whoever has it still needs the second factor.
 */
import { z } from 'zod';
import { changing, type Routes } from '../../routes/routes.ts';
import type { SignInContext } from '../context.ts';
import { hashPassword, newPasswordFault } from '../passwords.ts';
import { answer, badField, forbidden, idSchema, isRecent, tokenSchema, unknown } from '../requests.ts';
import { signInTexts } from '../texts.ts';
import { keepsAccount } from './sessions.ts';

export function registerPasswordReset(server: Routes, context: SignInContext): void {
  server.post(
    '/api/persons/:person/password-reset',
    {
      schema: changing(
        'givePasswordReset',
        'A link for a person who forgot the password, shown once and good for an hour',
        { params: z.object({ person: idSchema }) },
        z.object({ link: z.string() }),
      ),
    },
    async (request, reply) => {
      if (!context.local) return forbidden(request, reply, signInTexts.noLocalAccounts);
      const { person } = request.params;
      if (!(await keepsAccount(context, request, reply, person))) return reply;
      if (!isRecent(context, request, reply)) return reply;
      const account = await context.accounts.byPerson(person);
      if (account?.hash === undefined) return unknown(request, reply, signInTexts.noSuchPerson);
      const token = await context.sessions.beginReset(person, request.caller.person);
      request.log.info({ security: 'passwordResetGiven', person, by: request.caller.person }, 'password reset given');
      return answer(reply, { link: `${new URL('/account', context.publicUrl).href}#reset=${token}` }, 201);
    },
  );
  server.post(
    '/api/accounts/password/reset',
    {
      schema: changing(
        'resetPassword',
        'Set a new password by a link; every session ends, and signing in needs the second factor as ever',
        { body: z.strictObject({ token: tokenSchema, password: z.string().min(1).max(1000) }) },
        z.object({ changed: z.literal(true) }),
      ),
    },
    async (request, reply) => {
      if (!context.local) return forbidden(request, reply, signInTexts.noLocalAccounts);
      const { token, password } = request.body;
      const person = await context.sessions.reset(token);
      const account = person === undefined ? undefined : await context.accounts.byPerson(person);
      if (account?.hash === undefined) return unknown(request, reply, signInTexts.resetGone);
      const weak = await newPasswordFault(password, [account.email.split('@')[0] ?? '', account.name], context.isBreached);
      if (weak !== undefined) return badField(request, reply, 'password', weak);
      const hash = await hashPassword(password, context.cost);
      if ((await context.sessions.endReset(token)) === undefined) return unknown(request, reply, signInTexts.resetGone);
      await context.accounts.setPassword(account.person, hash);
      await context.sessions.endAll(account.person);
      request.log.info({ security: 'passwordReset', person: account.person }, 'password reset');
      return answer(reply, { changed: true });
    },
  );
}
