/** Drafts on this device: kept as typed in the browser's own database, because a long text does not fit elsewhere. */
import type { Language } from '@gongze/domain/vocabulary/text';
import type { Names } from './names.ts';

export interface Draft {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly string[];
  readonly language: Language | 'auto';
  /** Day of signature, `YYYY-MM-DD`; empty if none is set. */
  readonly signed: string;
  readonly names: Names;
  /** Uncertain readings that the person found right: `field wording` keys. */
  readonly confirmed: readonly string[];
  /** Milliseconds since 1970. */
  readonly changed: number;
}

export interface DraftHead {
  readonly id: string;
  readonly title: string;
  readonly characters: number;
  readonly changed: number;
}

const DATABASE = 'gongze-agreements';
const STORE = 'drafts';
/** Older drafts are dropped, the oldest first. */
const KEPT = 30;

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('the drafts of this browser cannot be opened', { cause: request.error }));
  });
}

async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(new Error('the draft was not kept', { cause: transaction.error }));
    });
  } finally {
    database.close();
  }
}

const headOf = ({ id, title, parts, changed }: Draft): DraftHead => ({
  id,
  title,
  characters: parts.reduce((sum, part) => sum + part.length, 0),
  changed,
});

/** Drafts of this browser, the latest first. */
export async function listDrafts(): Promise<readonly DraftHead[]> {
  const all = (await run('readonly', (store) => store.getAll())) as Draft[];
  return all.map(headOf).sort((a, b) => b.changed - a.changed);
}

export const readDraft = (id: string): Promise<Draft | undefined> =>
  run('readonly', (store) => store.get(id) as IDBRequest<Draft | undefined>);

export async function keepDraft(draft: Draft): Promise<void> {
  await run('readwrite', (store) => store.put(draft));
  for (const { id } of (await listDrafts()).slice(KEPT)) await dropDraft(id);
}

export const dropDraft = (id: string): Promise<undefined> => run('readwrite', (store) => store.delete(id));

export function newDraft(text: readonly string[], title: string): Draft {
  return { id: crypto.randomUUID(), title, parts: text, language: 'auto', signed: '', names: {}, confirmed: [], changed: Date.now() };
}
