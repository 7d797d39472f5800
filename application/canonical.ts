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
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    members.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
  }
  const isJson =
    value === null || typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
  if (!isJson) throw new TypeError(`bug: ${String(value)} is no JSON value`);
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
