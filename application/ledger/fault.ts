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

/**
 * The database cannot do it now: it is unreachable, restarting, or its disk is full. Whether an append happened is not
 * known; handing in the same records again, with the same idempotency keys, settles it and does no harm.
 */
export class StoreUnavailable extends LedgerFault {
  /** When it is worth trying again. */
  readonly retryAfterSeconds: number;
  constructor(text: Bilingual, retryAfterSeconds: number, options?: ErrorOptions) {
    super(text, options);
    this.name = 'StoreUnavailable';
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
