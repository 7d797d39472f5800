/** What the ledger throws when the world is not as it must be: a fault, never a refusal. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

/** Says in both languages what is wrong, where, and what to do; `cause` keeps what the system said. */
export class LedgerFault extends Error {
  readonly text: Bilingual;
  constructor(text: Bilingual, options?: ErrorOptions) {
    super(`${text.en} · ${text.zh}`, options);
    this.name = 'LedgerFault';
    this.text = text;
  }
}
