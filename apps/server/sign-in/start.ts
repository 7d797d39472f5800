/** Identities of a server that starts: who may sign in, who may do what, whose signatures an act carries. */
import { randomUUID } from 'node:crypto';
import type { RecordPorts } from '@gongze/application/commands/record';
import type { Authorizer, Caller, Clock } from '@gongze/application/ports';
import type { Fact } from '@gongze/domain/events/catalogue';
import type { GovernmentTree } from '@gongze/domain/vocabulary/governments/index';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { createAuthorizer } from '@gongze/identity/authorizer';
import { instantOf, signaturesOn } from '@gongze/identity/registry/keys';
import type { OpenStore } from '@gongze/ledger';
import { ask } from '@gongze/ledger/store/connection';
import { RefusedRequest } from '../http/refused.ts';
import { modeTexts, type ServerSettings } from '../mode.ts';
import type { ServerParts } from '../server.ts';
import { registerContext } from './register.ts';
import { contextOf, type SignInContext } from './context.ts';
import { inviteFirst } from './first-signers.ts';
import { callerIn, officesOf } from './registries.ts';
import { signInTexts } from './texts.ts';

export interface Identities {
  readonly authorizer: Authorizer;
  readonly signedBy: NonNullable<RecordPorts['signedBy']>;
  readonly signIn: NonNullable<ServerParts['signIn']>;
  readonly currentCaller: (caller: Caller) => Promise<Caller | undefined>;
  /** The person in each of the offices that he holds now. */
  readonly callersOf: (person: string) => Promise<readonly Caller[]>;
}

export interface StartParts {
  readonly opened: Pick<OpenStore, 'store'>;
  readonly settings: ServerSettings;
  readonly governments: GovernmentTree;
  readonly clock: Clock;
  readonly dataDir: string;
  readonly log: (text: Bilingual) => void;
}

/** Why a server does not start: nobody could sign in. */
export class NobodyYet extends Error {
  readonly text: Bilingual = modeTexts.nobodyYet;
}

/** Ready to be asked. Throws `NobodyYet` where nobody holds an office and nobody is invited. */
export async function startIdentities({ opened, settings, governments, clock, dataDir, log }: StartParts): Promise<Identities> {
  const { store } = opened;
  // The bodies as of the last question to the registry; every request asks before anything is decided.
  let context: SignInContext | undefined;
  const authorizer = createAuthorizer({ governments, today: clock.today, registeredBodies: () => context?.registries.knownBodies() ?? [] });
  const { publicUrl, secret, oidc, localAccounts, first, breachedPasswordsFile } = settings;
  context = contextOf({
    publicUrl,
    secret,
    pool: store.pool,
    store,
    authorizer,
    clock,
    governments,
    newId: () => `r-${randomUUID()}`,
    localAccounts,
    ...(oidc === undefined ? {} : { oidc }),
    ...(breachedPasswordsFile === undefined ? {} : { breachedPasswordsFile }),
  });
  await inviteFirst(context, first, dataDir, log);
  if (!(await isSomebodyThere(context))) throw new NobodyYet('nobody could sign in');
  const { registries } = context;
  return {
    authorizer,
    signedBy: signedByOf(context),
    signIn: registerContext(context),
    currentCaller: async ({ person, office }) => {
      if (person === undefined) return undefined;
      const caller = callerIn(await registries.offices(), person, office);
      return caller.office === office ? caller : undefined;
    },
    callersOf: async (person) => {
      const known = await registries.offices();
      return officesOf(known, person).map(({ office }) => callerIn(known, person, office));
    },
  };
}

/** Whose office keys signed the fact as it will stand. A signature that does not hold is refused, never kept. */
export function signedByOf({ registries }: Pick<SignInContext, 'registries'>): (fact: Fact) => Promise<readonly ActorId[]> {
  return async (fact) => {
    if (fact.signatures.length === 0) return [];
    const { signedBy, faults } = signaturesOn(fact, fact.signatures, await registries.keys(), instantOf(fact));
    if (faults.length === 0) return signedBy;
    const text = signInTexts.wrongSignature(faults.map(({ keyId }) => keyId));
    throw new RefusedRequest({ kind: 'badRequest', text, faults: [] });
  };
}

async function isSomebodyThere({ registries, pool, clock }: SignInContext): Promise<boolean> {
  const { offices } = await registries.offices();
  if ([...offices.values()].some(({ holders }) => holders.size > 0)) return true;
  const open = await ask(pool, 'select 1 from identity.invitations where used_at is null and expires_at > $1 limit 1', [clock.now()]);
  return open.length > 0;
}
