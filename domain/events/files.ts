/** Which files a fact names. */
import { type AttachedFile, filesSchema } from './schemas.ts';

/**
 * The files that a payload names as handed in with it, also those that a correction puts in their place. Reads payloads as
 * they come: what is no list of files is none.
 */
export function filesNamedIn(payload: unknown): readonly AttachedFile[] {
  if (typeof payload !== 'object' || payload === null) return [];
  const { files, replacement } = payload as { readonly files?: unknown; readonly replacement?: { readonly payload?: unknown } };
  const own = files === undefined ? undefined : filesSchema.safeParse(files).data;
  return [...(own ?? []), ...(replacement?.payload === undefined ? [] : filesNamedIn(replacement.payload))];
}
