/** Who asks, what for, and what it concerns: the words in which every permission is asked and answered. */
import type { EventType } from '@gongze/domain/events/catalogue';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual } from '@gongze/domain/vocabulary/text';

/**
 * What a person may do in an office. `registrar` 联络员 records what does not bind; `signer` 签发人 what binds; `secretariat` 秘书处
 * keeps the record of a joint body; `supervisor` 督查, `inspector` 督察 and `assessor` 考核 act for a superior; `auditor` 审计 reads
 * everything and writes nothing; `operator` 运维 runs the server and writes no fact; `public` 公众 is whoever has not signed in.
 */
export const roles = [
  'registrar',
  'signer',
  'secretariat',
  'supervisor',
  'inspector',
  'assessor',
  'auditor',
  'operator',
  'public',
] as const;
export type Role = (typeof roles)[number];

/** Who makes a request, in which office, in whose name. */
export interface Caller {
  /** `local`: one user on this machine who may act for anyone; every fact says so. */
  readonly mode: 'local' | 'server';
  /** Id of the person; a name never stands here. */
  readonly person?: string;
  /** Id of the office in which the person acts now. */
  readonly office?: string;
  /** The government, organ or joint body that the office belongs to: in whose name the person acts. */
  readonly actor?: ActorId;
  readonly roles: readonly Role[];
}

/** What can be asked besides recording a fact. */
export const otherActions = [
  'listCases',
  'readCase',
  'createCase',
  'publishCase',
  'withdrawCase',
  'closeCase',
  'reopenCase',
  'attachFile',
  'readLog',
  'readRegistry',
  'createOffice',
  'assignOffice',
  'withdrawOffice',
  'relinquishOffice',
  'invite',
  'registerKey',
  'rotateKey',
  'revokeKey',
  'readPersons',
  'manageWebhooks',
  'exportAll',
  'operate',
] as const;
export type OtherAction = (typeof otherActions)[number];
export type Action = OtherAction | `record:${EventType}`;

/** A joint body as far as permissions need it. */
export interface BodyStanding {
  readonly body: ActorId;
  readonly members: readonly ActorId[];
  /** Over whom its powers hold. */
  readonly over: readonly ActorId[];
  readonly powers: readonly string[];
  readonly host?: ActorId;
}

/** What an act says, as far as permissions depend on it. Derived from the payload and the case by `claimOf`. */
export interface Claim {
  /** Actors in whose name the act speaks. Each must be the caller's own actor or have signed the act. */
  readonly inNameOf: readonly ActorId[];
  /** Actors of whom a common record tells what they did together. */
  readonly among: readonly ActorId[];
  /** Actors on whom the act lays, lifts, judges or examines something. */
  readonly subjects: readonly ActorId[];
  /** Actors who hold the duty, or the right, that the act exercises. */
  readonly holders: readonly ActorId[];
  /** Government whose tier the act names. */
  readonly tier?: ActorId;
  /** Who recorded the fact that a correction is about. */
  readonly author?: ActorId;
  /** The duty was agreed between equals; nobody assigned it. */
  readonly agreed: boolean;
  /** The act binds, so it carries the office's signature. */
  readonly binds: boolean;
}

export interface Resource {
  readonly kind: 'case' | 'office' | 'key' | 'person' | 'webhook' | 'log' | 'registry' | 'system';
  readonly caseId?: string;
  readonly parties?: readonly ActorId[];
  /** Actors who hold a duty of the case without being a party. */
  readonly dutyHolders?: readonly ActorId[];
  readonly bodies?: readonly BodyStanding[];
  readonly published?: boolean;
  readonly closed?: boolean;
  /** Only for `record:…`. */
  readonly claim?: Claim;
  /** Actors whose office keys have signed exactly this act, verified. */
  readonly signedBy?: readonly ActorId[];
  /** Whose an office, key, person or webhook is. */
  readonly actor?: ActorId;
  readonly office?: string;
  readonly person?: string;
  /** No person holds an office of the actor yet that may sign. */
  readonly vacant?: boolean;
}

/** `policies` names those that decided. */
export type Verdict =
  | { readonly allowed: true; readonly policies: readonly string[] }
  | { readonly allowed: false; readonly reason: Bilingual; readonly policies: readonly string[] };

/** Who may do what. Decides on the caller and the thing, never on the state of the matter: that is the domain's. */
export interface Authorizer {
  readonly decide: (caller: Caller, action: Action, resource: Resource) => Verdict;
}
