/**
 * One way to write a value as JSON, so that equal facts are equal bytes and can be hashed: fields in the order of
 * their UTF-16 units, no space, numbers and texts as `JSON.stringify` writes them (RFC 8785). It may never change:
 * hashes that were given out rest on it.
 */
import type { Fact } from '@gongze/domain/events/catalogue';

/** Canonical JSON of a JSON value; fields that are `undefined` are left out. Recursive: depth is limited at the boundary. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((element) => canonicalJson(element ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).filter(([, inner]) => inner !== undefined);
    fields.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([name, inner]) => `${JSON.stringify(name)}:${canonicalJson(inner)}`).join(',')}}`;
  }
  const text = JSON.stringify(value);
  if (text === undefined || (typeof value === 'number' && !Number.isFinite(value))) {
    throw new RangeError(`bug: ${String(value)} is no JSON value`);
  }
  return text;
}

/**
 * What a fact says, without what its recording adds (position, instant, hash, salt). Two facts with the same content
 * are the same fact handed in twice.
 */
export function factContent(fact: Fact): string {
  const { version: _version, recordedAt: _recordedAt, payloadHash: _hash, payloadSalt: _salt, ...content } = fact;
  return canonicalJson(content);
}
