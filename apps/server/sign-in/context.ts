/** What all parts of sign-in work with. */
import type { Authorizer, Clock, Store } from '@gongze/application/ports';
import type { GovernmentTree } from '@gongze/domain/vocabulary/governments/index';
import type pg from 'pg';
import { type Accounts, accountsIn } from './accounts.ts';
import { type Attempts, attemptsWith } from './attempts.ts';
import { breachedIn } from './breached-passwords.ts';
import { type Cost, defaultCost } from './passwords.ts';
import { type Registries, registriesOver } from './registries.ts';
import { type Seal, sealWith } from './secrets.ts';
import { type Sessions, sessionsIn } from './sessions.ts';
import { type Throttle, throttleIn } from './throttle.ts';

export interface OidcOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string;
  /** Strengths of a sign-in (acr) of which the issuer has to state one. Default: what it thinks right. */
  readonly acr?: readonly string[];
  /** For an issuer without TLS on the same machine. */
  readonly insecure?: boolean;
}

export interface SignInOptions {
  /** Where browsers find this site, such as `https://gongze.example.org`. Decides cookies and what counts as another site. */
  readonly publicUrl: string;
  /** At least 32 bytes, the same for all servers of the site. */
  readonly secret: string;
  readonly pool: pg.Pool;
  readonly store: Pick<Store, 'readStream' | 'appendRecords'>;
  readonly authorizer: Authorizer;
  readonly clock: Clock;
  readonly governments: GovernmentTree;
  readonly newId: () => string;
  readonly oidc?: OidcOptions;
  /** Accounts with password and second factor. Default: only where there is no single sign-on. */
  readonly localAccounts?: boolean;
  readonly passwordCost?: Cost;
  /** File of passwords that leaked. */
  readonly breachedPasswordsFile?: string;
}

export interface SignInContext extends SignInOptions {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly throttle: Throttle;
  readonly attempt: Attempts;
  readonly registries: Registries;
  readonly seal: Seal;
  readonly cost: Cost;
  readonly local: boolean;
  readonly nowMilliseconds: () => number;
  readonly isBreached: (password: string) => Promise<boolean>;
}

export function contextOf(options: SignInOptions): SignInContext {
  const { pool, secret, clock, passwordCost = defaultCost, breachedPasswordsFile } = options;
  const nowMilliseconds = (): number => Date.parse(clock.now());
  const now = (): Date => new Date(nowMilliseconds());
  const throttle = throttleIn(pool, now);
  return {
    ...options,
    accounts: accountsIn(pool),
    sessions: sessionsIn(pool, now),
    throttle,
    attempt: attemptsWith(throttle),
    registries: registriesOver(options),
    seal: sealWith(secret),
    cost: passwordCost,
    local: options.localAccounts ?? options.oidc === undefined,
    nowMilliseconds,
    isBreached: breachedPasswordsFile === undefined ? async () => false : breachedIn(breachedPasswordsFile),
  };
}
