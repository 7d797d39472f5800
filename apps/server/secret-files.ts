/** Secrets from files, as containers and agents of vaults hand them over: `NAME_FILE` names the file that holds `NAME`. */
import { readFile } from 'node:fs/promises';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { Env } from './mode.ts';

export const secretNames = ['DATABASE_URL', 'GONGZE_SECRET', 'GONGZE_OIDC_CLIENT_SECRET', 'GONGZE_METRICS_TOKEN'] as const;

export const secretFileTexts = {
  both: (name: string): Bilingual => ({
    zh: `${name} 与 ${name}_FILE 只能设置其一。`,
    en: `Give either ${name} or ${name}_FILE, not both.`,
  }),
  unreadable: (name: string, path: string): Bilingual => ({
    zh: `无法读取 ${name}_FILE 指定的文件：${path}。`,
    en: `The file that ${name}_FILE names cannot be read: ${path}.`,
  }),
} as const;

export type SecretsAnswer = { readonly ok: true; readonly env: Env } | { readonly ok: false; readonly faults: readonly Bilingual[] };

/** The settings with the content of those files in place; a line break at the end is no part of a secret. All faults at once. */
export async function withSecretFiles(env: Env): Promise<SecretsAnswer> {
  const whole: Record<string, string | undefined> = { ...env };
  const faults: Bilingual[] = [];
  for (const name of secretNames) {
    const path = env[`${name}_FILE`];
    if (path === undefined || path === '') continue;
    if ((env[name] ?? '') !== '') faults.push(secretFileTexts.both(name));
    else
      await readFile(path, 'utf8').then(
        (text) => {
          whole[name] = text.replace(/\r?\n$/, '');
        },
        () => faults.push(secretFileTexts.unreadable(name, path)),
      );
  }
  return faults.length === 0 ? { ok: true, env: whole } : { ok: false, faults };
}
