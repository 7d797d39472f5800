/**
 * One way to write a value as JSON, so that equal facts are equal bytes and can be hashed: fields in the order of
 * their UTF-16 units, no space, numbers and texts as `JSON.stringify` writes them (RFC 8785). It may never change:
 * hashes that were given out rest on it.
 */
import type { LedgerRecord } from './ledger/records.ts';

/**
 * Canonical JSON of a JSON value. Members that are `undefined` are left out, as everywhere in JSON. Half a surrogate
 * pair, which the RFC leaves out, is written as its escape. Throws a `TypeError` for what JSON cannot hold: NaN,
 * infinities, functions, big integers.
 * @example canonicalJson({ b: 1e21, a: [-0] }) // '{"a":[0],"b":1e+21}'
 */
export function canonicalJson(value: unknown): string {
  const ordered = inOrder(value);
  return ordered === unordered ? stepByStep(value) : JSON.stringify(ordered);
}

const unordered = Symbol('an object cannot hold these names in order');

function refuseOther(value: unknown): void {
  const isJson =
    value === null || typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
  if (!isJson) throw new TypeError(`bug: ${String(value)} is no JSON value`);
}

/** A copy with all members in order, which the engine writes several times as fast as we could. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    refuseOther(value);
    return value;
  }
  if (Array.isArray(value)) {
    const items = value.map(inOrder);
    return items.includes(unordered) ? unordered : items;
  }
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value).sort()) {
    // Whole numbers come first in any object, and one name is not kept as a member at all.
    if (startsWithDigit(name) || name === '__proto__') return unordered;
    const member = (value as Readonly<Record<string, unknown>>)[name];
    if (member === undefined) continue;
    const ordered = inOrder(member);
    if (ordered === unordered) return unordered;
    copy[name] = ordered;
  }
  return copy;
}

function startsWithDigit(name: string): boolean {
  const first = name.charCodeAt(0);
  return first >= 48 && first <= 57;
}

function stepByStep(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stepByStep).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    members.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${stepByStep(member)}`).join(',')}}`;
  }
  refuseOther(value);
  return JSON.stringify(value);
}

/**
 * What a record says, without what its recording adds (position, instant, hash, salt). Two records with the same content
 * are the same one handed in twice.
 */
export function recordContent(record: LedgerRecord): string {
  const { version: _version, recordedAt: _recordedAt, payloadHash: _hash, payloadSalt: _salt, ...content } = record;
  return canonicalJson(content);
}
