/** Where facts are kept: in PostgreSQL, the operator's own or the built-in one. */
import { randomBytes } from 'node:crypto';
import type { Store } from '@gongze/application/ports';
import { startEmbedded } from './embedded/start.ts';
import { postgresStore } from './store/postgres.ts';

export { LedgerFault } from './fault.ts';

export interface StoreOptions {
  /** Connection string of a PostgreSQL server. Without it the built-in server runs on `dataDir`. */
  readonly databaseUrl?: string | undefined;
  readonly dataDir: string;
  readonly log: (line: string) => void;
}

export interface OpenStore {
  readonly store: Store;
  /** Closes the store, then stops the built-in server if this process started it. */
  readonly close: () => Promise<void>;
}

/** Opens the store that the options choose. Throws what `startEmbedded` and `postgresStore` throw, with nothing left running. */
export async function openStore({ databaseUrl, dataDir, log }: StoreOptions): Promise<OpenStore> {
  const random = (bytes: number): Uint8Array => randomBytes(bytes);
  if (databaseUrl !== undefined && databaseUrl !== '') {
    const store = await postgresStore({ connectionString: databaseUrl, random });
    return { store, close: store.close };
  }
  const server = await startEmbedded({ dataDir, log });
  try {
    const store = await postgresStore({ connectionString: server.connectionString, random });
    const close = async (): Promise<void> => {
      await store.close();
      await server.stop();
    };
    return { store, close };
  } catch (cause) {
    await server.stop();
    throw cause;
  }
}
