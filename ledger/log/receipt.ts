/**
 * What a receipt of ours carries beside the proof: the leaf, so that the receipt says of itself what it is about, and the
 * salt of the record, without which its holder could not show that the record is the one that was logged.
 */
import { canonicalJson } from '@gongze/application/canonical';
import { textOf, utf8 } from './bytes.ts';
import type { LeafHeader } from './leaf.ts';

export interface ReceiptExtra {
  /** Bytes of the leaf, to be checked against the log. */
  readonly leaf: Uint8Array;
  readonly header: LeafHeader;
  readonly salt?: string;
}

/** Extra data of a receipt: canonical JSON `{ leaf, salt }`. The salt belongs to whoever may read the record. */
export function receiptExtra(leaf: Uint8Array, salt?: string): Uint8Array {
  return utf8(canonicalJson({ leaf: JSON.parse(textOf(leaf) ?? ''), salt }));
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const headerTypes = {
  v: 'number',
  stream: 'string',
  version: 'number',
  id: 'string',
  type: 'string',
  schemaVersion: 'number',
  recordedAt: 'string',
  envelopeHash: 'string',
  payloadHash: 'string',
} as const;

/** The canonical JSON of a value from anywhere; `undefined` where it has none: a number beyond all numbers, or nested without an end. */
function canonicalOf(value: unknown): string | undefined {
  try {
    return canonicalJson(value);
  } catch {
    return undefined;
  }
}

/**
 * The header that the bytes of a leaf hold; `undefined` for an entry of another form, and for one that is not canonical or says
 * more: with a name that stands twice two readers would read two headers in it.
 */
export function parseLeaf(bytes: Uint8Array): LeafHeader | undefined {
  const text = textOf(bytes);
  const value = parseJson(text);
  if (!isObject(value) || value.v !== 1) return undefined;
  const known = Object.entries(headerTypes).every(([name, type]) => typeof value[name] === type);
  if (!known || !(value.actor === undefined || typeof value.actor === 'string')) return undefined;
  const names = Object.keys(headerTypes).length + (value.actor === undefined ? 0 : 1);
  return Object.keys(value).length === names && canonicalOf(value) === text ? (value as unknown as LeafHeader) : undefined;
}

/** Reads what `receiptExtra` wrote; `undefined` for anything else. */
export function parseReceiptExtra(extra: Uint8Array): ReceiptExtra | undefined {
  const value = parseJson(textOf(extra));
  if (!isObject(value) || !isObject(value.leaf)) return undefined;
  const text = canonicalOf(value.leaf);
  const leaf = text === undefined ? undefined : utf8(text);
  const header = leaf === undefined ? undefined : parseLeaf(leaf);
  if (leaf === undefined || header === undefined) return undefined;
  return typeof value.salt === 'string' ? { leaf, header, salt: value.salt } : { leaf, header };
}
