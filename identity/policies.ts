/** The policies as text, in the order of their files, each under the name that its `@id` gives. Reads files: not for the browser. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { policySetTextToParts, policyToJson } from '@cedar-policy/cedar-wasm/nodejs';
import type { Bilingual } from '@gongze/domain/vocabulary/text';

export interface Policy {
  readonly id: string;
  readonly effect: 'permit' | 'forbid';
  /** What it says, in words. */
  readonly text: Bilingual;
  readonly source: string;
}

export interface PolicyBook {
  readonly schema: string;
  readonly policies: readonly Policy[];
  /** SHA-256, hex, of schema and policies as they stand in the files. */
  readonly hash: string;
}

const folder = join(import.meta.dirname, 'policies');

export function policyOf(source: string): Policy {
  const answer = policyToJson(source);
  if (answer.type === 'failure') throw new Error(`bug: a policy cannot be read: ${answer.errors.map(({ message }) => message).join('; ')}`);
  const { effect, annotations = {} } = answer.json;
  const { id, zh, en } = annotations as Partial<Record<string, string>>;
  if (id === undefined || zh === undefined || en === undefined)
    throw new Error(`bug: a policy without @id, @zh or @en: ${source.slice(0, 80)}`);
  return { id, effect, text: { zh, en }, source };
}

/** The shipped policies. Throws if a file cannot be read or a policy has no name in both languages. */
export function loadPolicies(): PolicyBook {
  const schema = readFileSync(join(folder, 'schema.cedarschema'), 'utf8');
  const names = readdirSync(folder).filter((name) => name.endsWith('.cedar'));
  const texts = names.sort().map((name) => readFileSync(join(folder, name), 'utf8'));
  const parts = policySetTextToParts(texts.join('\n'));
  if (parts.type === 'failure')
    throw new Error(`bug: the policies cannot be read: ${parts.errors.map(({ message }) => message).join('; ')}`);
  const hash = createHash('sha256')
    .update([schema, ...texts].join('\n'))
    .digest('hex');
  return { schema, policies: parts.policies.map(policyOf), hash };
}
