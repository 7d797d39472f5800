/** What writers tried and were told, as lines that outlive them: the judge of every crash test. */
import type { Fact } from '@gongze/domain/events/catalogue';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { factOf } from '../../domain/testing/facts.ts';

export const journalCases = ['eins', 'zwei', 'drei', 'vier'] as readonly string[] as readonly CaseId[];

/** The fact that a writer appends under this id; nothing else in it varies but its version. */
export function journalFact(caseId: CaseId, version: number, id: string): Fact {
  const fact = factOf('contextRecorded', { title: { zh: `事实 ${id}`, en: `Fact ${id}` } }, { on: '2012-01-31', id });
  return { ...fact, streamId: caseId, idempotencyKey: id, version } as Fact;
}

export type JournalLine =
  | { readonly tried: string; readonly caseId: CaseId }
  | { readonly acknowledged: string; readonly caseId: CaseId }
  | { readonly receipt: string }
  | { readonly database: number }
  | { readonly ready: true };

export class Journal {
  readonly tried = new Map<string, CaseId>();
  readonly acknowledged = new Map<string, CaseId>();
  readonly receipts: string[] = [];
  /** Process of the database server. */
  database = 0;
  #rest = '';

  /** A piece of what was written; the last line of who was killed may be cut short, and then says nothing. */
  take(piece: string): void {
    const lines = (this.#rest + piece).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('{')) this.#add(JSON.parse(line) as JournalLine);
  }

  /** Whoever wrote is gone. */
  cut(): void {
    this.#rest = '';
  }

  #add(line: JournalLine): void {
    if ('tried' in line) this.tried.set(line.tried, line.caseId);
    else if ('acknowledged' in line) this.acknowledged.set(line.acknowledged, line.caseId);
    else if ('receipt' in line) this.receipts.push(line.receipt);
    else if ('database' in line) this.database = line.database;
  }
}
