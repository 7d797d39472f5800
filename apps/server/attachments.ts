/** Settings of attached files, and the clearing away of those that no record came to name. */
import { clearUnnamed } from '@gongze/ledger/attachments/store';
import type pg from 'pg';

const MEGABYTE = 1_000_000;
const MEGABYTES_DEFAULT = 50;
const MEGABYTES_MAX = 1000;

/** Of one file, from GONGZE_FILE_MB: whole megabytes, 1–1,000; anything else means 50. */
export function fileBytesMax(env: Readonly<Record<string, string | undefined>>): number {
  const wish = Number(env['GONGZE_FILE_MB'] ?? MEGABYTES_DEFAULT);
  return (Number.isInteger(wish) && wish >= 1 && wish <= MEGABYTES_MAX ? wish : MEGABYTES_DEFAULT) * MEGABYTE;
}

/** A form may stay open for two days between its file and its record. */
const HOURS_KEPT = 48;
const EVERY_MILLISECONDS = 3_600_000;

/** Clears away every hour. */
export function runClearing(pool: pg.Pool, report: (fault: unknown) => void): { readonly stop: () => Promise<void> } {
  let working = Promise.resolve();
  const work = (): void => {
    working = clearUnnamed(pool, HOURS_KEPT).then(() => undefined, report);
  };
  const timer = setInterval(work, EVERY_MILLISECONDS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await working;
    },
  };
}
