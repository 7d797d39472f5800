/**
 * The use cases behind one door: server, command line and tests go through here, and so give the same answer to the
 * same question. Histories that were opened are kept for a while, because one reader asks many dates of one case.
 */
import { openCase, type OpenCase } from '@gongze/domain/report/report';
import type { CaseReport } from '@gongze/domain/report/schema';
import type { GovernmentTree } from '@gongze/domain/vocabulary/governments/tree';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { type Answer, answered, notFound } from './answers.ts';
import { browserCase, type BrowserCase } from './browser.ts';
import { type Explanation, explain } from './explain.ts';
import { type Imported, importHistory, type ImportOptions } from './import-history.ts';
import { type MayIntervene, mayInterveneIn } from './may-intervene.ts';
import { requestTexts } from './messages.ts';
import { type Clock, editionNames, type EditionName, type SelectEdition, type Store, type StoredCase } from './ports.ts';
import { type CaseRequest, type ReadRequest, readRequest } from './requests.ts';
import type { History } from './validation/read.ts';

export interface ListedCase {
  readonly case: string;
  readonly title: Bilingual;
  readonly editions: readonly EditionName[];
  readonly size: number;
}

export interface Application {
  readonly listCases: () => Promise<readonly ListedCase[]>;
  readonly caseReport: (request: CaseRequest) => Promise<Answer<CaseReport>>;
  readonly explainFinding: (request: CaseRequest & { readonly finding: string }) => Promise<Answer<Explanation>>;
  readonly mayIntervene: (request: CaseRequest & { readonly tier: string }) => Promise<Answer<MayIntervene>>;
  readonly factsForBrowser: (request: Pick<CaseRequest, 'caseId' | 'edition'>) => Promise<Answer<BrowserCase>>;
  readonly importHistory: (history: History, options?: ImportOptions) => Promise<Answer<Imported>>;
  /** What an answer depends on, as one text: equal before computing means equal after. */
  readonly versionOf: (request: CaseRequest) => Promise<Answer<string>>;
}

export interface ApplicationPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly selectEdition: SelectEdition;
  readonly governments: GovernmentTree;
}

const OPEN_MAX = 8;

interface Opened {
  readonly request: ReadRequest;
  readonly stored: StoredCase;
  readonly open: OpenCase;
}

export function createApplication(ports: ApplicationPorts): Application {
  const { store, clock, selectEdition, governments } = ports;
  const kept = new Map<string, Opened>();

  function keep(key: string, make: () => Opened): Opened {
    const opened = kept.get(key) ?? make();
    kept.delete(key);
    kept.set(key, opened);
    const oldest = kept.keys().next();
    if (kept.size > OPEN_MAX && !oldest.done) kept.delete(oldest.value);
    return opened;
  }

  async function sizeOf(caseId: string): Promise<number | undefined> {
    return (await store.listCases()).find((one) => one.caseId === caseId)?.size;
  }

  async function noSuchCase(caseId: string): Promise<Answer<never>> {
    const cases = await store.listCases();
    return notFound(
      requestTexts.unknownCase(
        caseId,
        cases.map((one) => one.caseId),
      ),
    );
  }

  const keyOf = ({ caseId, edition, knownOn, parameters }: ReadRequest, size: number): string =>
    [caseId, size, edition, knownOn ?? '', parameters.hash].join(' ');

  async function opened(request: CaseRequest): Promise<Answer<Opened>> {
    const read = readRequest(request, clock);
    if (!read.ok) return read;
    const caseId = request.caseId as CaseId;
    const size = await sizeOf(caseId);
    const known = size === undefined ? undefined : kept.get(keyOf(read.value, size));
    const stored = known?.stored ?? (size === undefined ? undefined : await store.readCase(caseId));
    if (stored === undefined) return noSuchCase(request.caseId);
    const { edition, knownOn, parameters } = read.value;
    const { open } = keep(keyOf(read.value, stored.size), () => {
      const facts = selectEdition(stored.facts, edition);
      const { title, actors } = stored;
      return { request: read.value, stored, open: openCase({ caseId, title, actors, edition, facts, knownOn, parameters, governments }) };
    });
    return answered({ request: read.value, stored, open });
  }

  async function caseReport(request: CaseRequest): Promise<Answer<CaseReport>> {
    const answer = await opened(request);
    return answer.ok ? answered(answer.value.open.reportAt(answer.value.request.asOf)) : answer;
  }

  return {
    caseReport,
    listCases: async () =>
      (await store.listCases()).map(({ caseId, title, size }) => ({ case: caseId, title, editions: editionNames, size })),
    explainFinding: async (request) => {
      const answer = await opened(request);
      return answer.ok ? explain(answer.value.open.input, answer.value.request.asOf, request.finding) : answer;
    },
    mayIntervene: async (request) => {
      const answer = await caseReport(request);
      return answer.ok ? mayInterveneIn(answer.value, request.tier, governments) : answer;
    },
    factsForBrowser: async ({ caseId, edition }) => {
      const answer = await opened({ caseId, edition });
      if (!answer.ok) return answer;
      const { request, stored, open } = answer.value;
      return answered(browserCase(caseId, request.edition, stored, open.input.facts, governments));
    },
    importHistory: (history, options) => importHistory(store, clock, history, options),
    versionOf: async (request) => {
      const read = readRequest(request, clock);
      if (!read.ok) return read;
      const size = await sizeOf(request.caseId);
      if (size === undefined) return noSuchCase(request.caseId);
      return answered(`${keyOf(read.value, size)} ${read.value.asOf} ${governments.id} ${governments.vintage}`);
    },
  };
}
