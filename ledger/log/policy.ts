/**
 * Whom a verifier trusts (C2SP tlog-policy): logs, witnesses, and which of the witnesses together are enough. The policy is the
 * verifier's own; one that the log hands out is a proposal.
 */
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import { type Malformed, malformed } from './malformed.ts';
import { type NoteRefusal, openNote } from './note.ts';
import { parseVkey, type VerifierKey, vkeyText } from './vkey.ts';

/** At least `threshold` of the members; a member is the name of a witness or a group. */
interface Group {
  readonly name: string;
  readonly threshold: number;
  readonly members: readonly Quorum[];
}

export type Quorum = string | Group;

export interface KnownLog {
  readonly key: VerifierKey;
  readonly url?: string;
}

export interface KnownWitness {
  /** Its name within the policy. */
  readonly name: string;
  readonly key: VerifierKey;
  readonly url?: string;
}

export interface Policy {
  readonly logs: readonly KnownLog[];
  readonly witnesses: readonly KnownWitness[];
  /** `undefined`: the log's signature is enough (`quorum none`). */
  readonly quorum: Quorum | undefined;
}

export interface Cosigner {
  readonly name: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
}

/** A checkpoint that the policy accepts. */
export interface AcceptedCheckpoint {
  readonly checkpoint: Checkpoint;
  /** The text that was signed. */
  readonly text: string;
  readonly cosigned: readonly Cosigner[];
}

/** In order of precedence. */
export type CheckpointRefusal =
  | NoteRefusal
  | { readonly refusal: 'unknownLog'; readonly origin: string }
  | { readonly refusal: 'notSignedByLog'; readonly origin: string }
  | { readonly refusal: 'quorumMissing'; readonly quorum: string; readonly cosigned: readonly Cosigner[] };

interface Draft {
  readonly logs: KnownLog[];
  readonly witnesses: KnownWitness[];
  readonly names: Map<string, Quorum>;
  readonly grouped: Set<string>;
  quorum?: { readonly rule: Quorum | undefined };
}

const holds = (keys: readonly { readonly key: VerifierKey }[], key: VerifierKey): boolean =>
  keys.some((known) => String(known.key.publicKey) === String(key.publicKey));

function addLog({ logs, witnesses }: Draft, [vkey = '', url, ...more]: readonly string[]): boolean {
  const key = parseVkey(vkey);
  if ('malformed' in key || key.algorithm !== 'ed25519' || more.length > 0 || holds(logs, key) || holds(witnesses, key)) return false;
  logs.push(url === undefined ? { key } : { key, url });
  return true;
}

function addWitness({ logs, witnesses, names }: Draft, [name = '', vkey = '', url, ...more]: readonly string[]): boolean {
  const key = parseVkey(vkey);
  if ('malformed' in key || key.algorithm !== 'cosignature' || more.length > 0) return false;
  // Nor may a log be its own witness by the same key in another form.
  if (holds(witnesses, key) || holds(logs, key)) return false;
  if (name === 'none' || names.has(name)) return false;
  names.set(name, name);
  witnesses.push(url === undefined ? { name, key } : { name, key, url });
  return true;
}

function addGroup({ names, grouped }: Draft, [name = '', count = '', ...members]: readonly string[]): boolean {
  const threshold = count === 'all' ? members.length : count === 'any' ? 1 : /^[1-9]\d{0,5}$/.test(count) ? Number(count) : 0;
  if (name === 'none' || names.has(name) || threshold < 1 || threshold > members.length) return false;
  const known: Quorum[] = [];
  for (const member of members) {
    const rule = names.get(member);
    // A name counts in one way only, or one witness could make up a quorum.
    if (rule === undefined || grouped.has(member)) return false;
    grouped.add(member);
    known.push(rule);
  }
  names.set(name, { name, threshold, members: known });
  return true;
}

function setQuorum(draft: Draft, [name = '', ...more]: readonly string[]): boolean {
  const rule = draft.names.get(name);
  if (draft.quorum !== undefined || more.length > 0 || (rule === undefined && name !== 'none')) return false;
  draft.quorum = { rule };
  return true;
}

const lines: Readonly<Record<string, (draft: Draft, items: readonly string[]) => boolean>> = {
  log: addLog,
  witness: addWitness,
  group: addGroup,
  quorum: setQuorum,
};

/** Reads a policy; the refusal names the line. Weak keys, and one key under two names or as log and witness, are refused. */
export function parsePolicy(text: string): Policy | Malformed {
  const draft: Draft = { logs: [], witnesses: [], names: new Map(), grouped: new Set() };
  for (const [at, line] of text.split('\n').entries()) {
    if (/[\u0000-\u0008\u000b-\u001f\u007f]/u.test(line)) return malformed('policy', at + 1);
    const [keyword = '', ...items] = line.split(/[ \t]+/).filter((item) => item !== '');
    if (keyword === '' || keyword.startsWith('#')) continue;
    const add = Object.hasOwn(lines, keyword) ? lines[keyword] : undefined;
    if (add?.(draft, items) !== true) return malformed('policy', at + 1);
  }
  return draft.quorum === undefined ? malformed('policy') : { logs: draft.logs, witnesses: draft.witnesses, quorum: draft.quorum.rule };
}

const quorumName = (quorum: Quorum): string => (typeof quorum === 'string' ? quorum : quorum.name);

/** Text of a policy with one log and `threshold` of its witnesses; 0 asks for none. `parsePolicy` reads it back. */
export function policyText(log: VerifierKey, witnesses: readonly KnownWitness[], threshold: number): string {
  const keys = [
    `log ${vkeyText(log)}`,
    ...witnesses.map(({ name, key, url }) => ['witness', name, vkeyText(key), ...(url === undefined ? [] : [url])].join(' ')),
  ];
  const names = witnesses.map(({ name }) => name).join(' ');
  const quorum = threshold === 0 ? ['quorum none'] : [`group witnesses ${threshold} ${names}`, 'quorum witnesses'];
  return `${[...keys, ...quorum].join('\n')}\n`;
}

function isMet(quorum: Quorum, cosigned: ReadonlySet<string>): boolean {
  if (typeof quorum === 'string') return cosigned.has(quorum);
  return quorum.members.filter((member) => isMet(member, cosigned)).length >= quorum.threshold;
}

/** Whether the witnesses of these names together are enough. */
export function quorumMet({ quorum }: Policy, cosigned: Iterable<string>): boolean {
  return quorum === undefined || isMet(quorum, new Set(cosigned));
}

/** Judges a signed checkpoint: signed by the log whose origin it names, and cosigned by enough witnesses. */
export function judgeCheckpoint(note: string, policy: Policy): AcceptedCheckpoint | CheckpointRefusal {
  const opened = openNote(
    note,
    [...policy.logs, ...policy.witnesses].map(({ key }) => key),
  );
  if (!('verified' in opened)) return opened;
  const { text, verified } = opened;
  const checkpoint = parseCheckpoint(text);
  if ('malformed' in checkpoint) return checkpoint;
  const { origin } = checkpoint;
  const ownKeys = policy.logs.filter(({ key }) => key.name === origin).map(({ key }) => key);
  if (ownKeys.length === 0) return { refusal: 'unknownLog', origin };
  if (!verified.some(({ key }) => ownKeys.includes(key))) return { refusal: 'notSignedByLog', origin };
  const cosigned = policy.witnesses.flatMap(({ name, key }) => {
    const timestamp = verified.find((signature) => signature.key === key)?.timestamp;
    return timestamp === undefined ? [] : [{ name, timestamp }];
  });
  if (
    policy.quorum !== undefined &&
    !quorumMet(
      policy,
      cosigned.map(({ name }) => name),
    )
  ) {
    return { refusal: 'quorumMissing', quorum: quorumName(policy.quorum), cosigned };
  }
  return { checkpoint, text, cosigned };
}
