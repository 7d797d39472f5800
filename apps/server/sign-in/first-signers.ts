/**
 * The first signer of an actor that has none is invited by a link, which whoever runs the server hands over. It goes to a file that only
 * its owner can read, never to the log. Of several servers that start together one invites; the others say which, and where it wrote.
 */
import { stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { actorIdSchema } from '@gongze/domain/events/schemas';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { isVacant } from '@gongze/identity/registry/offices';
import { inTransaction } from '@gongze/ledger/store/connection';
import { modeTexts, type ServerSettings } from '../mode.ts';
import type { SignInContext } from './context.ts';
import { OFFICES } from './registries.ts';
import type { FirstInvitation } from './sessions.ts';

/** Servers that start within this time of an invitation leave it at that. Who lost the link starts a server again after it. */
export const TOGETHER_MILLISECONDS = 10 * 60_000;

const isThere = async (path: string): Promise<boolean> =>
  await stat(path).then(
    () => true,
    () => false,
  );

/** Invites whoever is still missing. `host` names this server to whoever looks for the file. */
export async function inviteFirst(
  context: SignInContext,
  first: ServerSettings['first'],
  dataDir: string,
  log: (text: Bilingual) => void,
  host: string = hostname(),
): Promise<void> {
  if (first.length === 0) return;
  const path = join(dataDir, 'first-invitations.txt');
  // One server at a time: the next one finds what this one did.
  await inTransaction(context.pool, async (client) => {
    await client.query("select pg_advisory_xact_lock(hashtext('gongze first signers'))");
    const lines: string[] = [];
    const others = new Map<string, FirstInvitation>();
    for (const { actor, email } of first) {
      const invited = await inviteOne(context, actor, email, { host, path });
      if (typeof invited === 'string') lines.push(`${actor} ${email} ${invited}`);
      else if (invited !== undefined) others.set(`${invited.host} ${invited.path}`, invited);
    }
    if (lines.length > 0) {
      await writeFile(path, `${lines.join('\n')}\n`, { mode: 0o600 });
      log(modeTexts.invitationsWritten(path));
    }
    for (const other of others.values()) log(modeTexts.invitationsElsewhere(other.host, other.path, TOGETHER_MILLISECONDS / 60_000));
  });
}

/** The link of a new invitation, or the one that was made just now; nothing where somebody holds an office of the actor. */
async function inviteOne(
  { registries, sessions, publicUrl, newId }: SignInContext,
  named: string,
  email: string,
  place: FirstInvitation,
): Promise<string | FirstInvitation | undefined> {
  const actor = actorIdSchema.parse(named);
  const known = await registries.offices();
  if (!isVacant(known, actor)) return undefined;
  const office = `${actor}#first`;
  if (!known.offices.has(office))
    await registries.append(
      OFFICES,
      { mode: 'server', person: 'operator' },
      {
        type: 'officeCreated',
        payload: { office, actor, roles: ['signer', 'registrar'] },
        idempotencyKey: `first-${newId()}`,
      },
    );
  const earlier = await sessions.firstInvitation(office, email, TOGETHER_MILLISECONDS);
  // A file of our own that is gone, with the disk it was on, was lost by nobody's fault.
  const isLost = earlier?.host === place.host && earlier.path === place.path && !(await isThere(place.path));
  if (earlier !== undefined && !isLost) return earlier;
  const token = await sessions.inviteFirst(office, email, place);
  return `${new URL('/sign-in', publicUrl).href}#invitation=${token}`;
}
