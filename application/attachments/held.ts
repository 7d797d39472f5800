/** A record may name only files that its case holds. */
import type { Fact } from '@gongze/domain/events/catalogue';
import { filesNamedIn } from '@gongze/domain/events/files';
import { type Answer, answered } from '../answers.ts';
import type { Attachments } from './ports.ts';
import { attachmentTexts as texts } from './texts.ts';

/** Refuses records that name a file which the case does not hold, or call it something else than it is. */
export async function filesHeld(attachments: Attachments | undefined, caseId: string, fresh: readonly Fact[]): Promise<Answer<true>> {
  const named = fresh.map(({ payload }) => filesNamedIn(payload));
  const digests = [...new Set(named.flat().map(({ sha256 }) => sha256))];
  if (digests.length === 0) return answered(true);
  const held = (await attachments?.store.held(caseId, digests)) ?? new Map();
  for (const [index, files] of named.entries()) {
    for (const { sha256, name, bytes, mediaType } of files) {
      const kept = held.get(sha256);
      if (kept?.bytes === bytes && kept.mediaType === mediaType) continue;
      const [refusal, text, remedy] =
        kept === undefined
          ? (['attachmentMissing', texts.notHeld(name), texts.notHeldRemedy] as const)
          : (['attachmentDiffers', texts.otherThanHeld(name), texts.otherThanHeldRemedy] as const);
      return {
        ok: false,
        problem: { kind: 'refused', text, facts: [], rule: { code: refusal, index, remedy, missing: [], overridable: false } },
      };
    }
  }
  return answered(true);
}
