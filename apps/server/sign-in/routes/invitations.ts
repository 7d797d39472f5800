/** Invitations: how somebody comes into an office. The link is shown once, to whoever invites, who hands it over. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { changing, type Routes } from '../../routes/routes.ts';
import type { SignInContext } from '../context.ts';
import { hashPassword, newPasswordFault } from '../passwords.ts';
import { OFFICES, recordedByOf } from '../registries.ts';
import { answer, badField, emailSchema, forbidden, idSchema, nameSchema, permits, refused, tokenSchema, unknown } from '../requests.ts';
import { signInTexts } from '../texts.ts';
import { startSession } from './session.ts';
import { officeResource } from './offices.ts';

/** Puts the person into the office that the invitation named. Recorded as the person's own act: the invitation was the office's. */
export async function fillOffice({ registries }: SignInContext, person: string, office: string): Promise<void> {
  const held = (await registries.offices()).offices.get(office);
  if (held === undefined || held.holders.has(person)) return;
  const by = recordedByOf({ mode: 'server', person, office, actor: held.actor, roles: [] });
  await registries.append(OFFICES, by, { type: 'officeAssigned', payload: { office, person }, idempotencyKey: `assign-${randomUUID()}` });
}

export function registerInvitations(server: Routes, context: SignInContext): void {
  server.post(
    '/api/invitations',
    {
      schema: changing(
        'invite',
        'Invite somebody into an office',
        { body: z.strictObject({ office: idSchema, email: emailSchema }) },
        z.object({ token: z.string().describe('Shown once. Part of the link that the invited opens.'), link: z.string() }),
      ),
    },
    async (request, reply) => {
      const { office, email } = request.body;
      const resource = await officeResource(context, office);
      if (resource === undefined) return unknown(request, reply, signInTexts.noSuchOffice);
      if (!permits(context, request, reply, 'invite', resource)) return reply;
      const token = await context.sessions.invite(office, email, request.caller.person);
      // Behind the sign, so that it stands in no log of a server on the way.
      return answer(reply, { token, link: `${new URL('/sign-in', context.publicUrl).href}#invitation=${token}` }, 201);
    },
  );

  const lookBody = z.strictObject({ token: tokenSchema });
  const shown = z.object({ office: z.string(), email: z.string(), singleSignOn: z.boolean(), password: z.boolean() });
  server.post(
    '/api/invitations/look',
    { schema: changing('lookAtInvitation', 'What the invitation is for', { body: lookBody }, shown) },
    async (request, reply) => {
      const invitation = await context.sessions.invitation(request.body.token);
      if (invitation === undefined) return unknown(request, reply, signInTexts.invitationGone);
      const { office, email } = invitation;
      return answer(reply, { office, email, singleSignOn: context.oidc !== undefined, password: context.local });
    },
  );

  const acceptBody = z.strictObject({ token: tokenSchema, name: nameSchema, password: z.string().min(1).max(1000) });
  server.post(
    '/api/invitations/accept',
    {
      schema: changing(
        'acceptInvitation',
        'Accept with a local account; a second factor comes next',
        { body: acceptBody },
        z.object({ signedIn: z.literal(true), secondFactorMissing: z.literal(true) }),
      ),
    },
    async (request, reply) => {
      if (!context.local) return forbidden(request, reply, signInTexts.noLocalAccounts);
      const { token, name, password } = request.body;
      const invitation = await context.sessions.invitation(token);
      if (invitation === undefined) return unknown(request, reply, signInTexts.invitationGone);
      const weak = await newPasswordFault(password, [invitation.email.split('@')[0] ?? '', name], context.isBreached);
      if (weak !== undefined) return badField(request, reply, 'password', weak);
      if ((await context.accounts.byEmail(invitation.email)) !== undefined) return refused(request, reply, signInTexts.emailTaken);
      const hash = await hashPassword(password, context.cost);
      const accepted = await context.sessions.accept(token);
      if (accepted === undefined) return unknown(request, reply, signInTexts.invitationGone);
      const person = await context.accounts.create({ name, email: accepted.email }, { hash });
      await fillOffice(context, person, accepted.office);
      await startSession(context, request, reply, person, 'passwordOnly');
      return answer(reply, { signedIn: true, secondFactorMissing: true }, 201);
    },
  );
}
