/**
 * The use cases behind one door: server, command line and tests go through here, and so give the same answer to the
 * same question. Histories that were opened are kept for a while, because one reader asks many dates of one case.
 */
import { openCase, type OpenCase } from '@gongze/domain/report/report';
import type { CaseReport } from '@gongze/domain/report/schema';
import type { GovernmentTree } from '@gongze/domain/vocabulary/governments/tree';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { type Answer, answered } from './answers.ts';
import {
  type Arriving,
  attachPart,
  beginAttachment,
  type BeginRequest,
  openAttachment,
  type OpenedFile,
  type PartRequest,
} from './attachments/attach.ts';
import type { Attachments } from './attachments/ports.ts';
import { browserCase, type BrowserCase } from './browser.ts';
import { createCase, type CreateRequest } from './commands/create.ts';
import { type Decide, decideByHistory } from './commands/decide.ts';
import { domainRules, type Rules } from './commands/rules.ts';
import { publications } from './commands/publication.ts';
import { publishCase, type Published, type PublishRequest } from './commands/publish.ts';
import { type Recorded, recordEvents, type RecordPorts, type RecordRequest } from './commands/record.ts';
import { type Explanation, explain } from './explain.ts';
import { type Imported, importHistory, type ImportOptions } from './import-history.ts';
import { type MayIntervene, mayInterveneIn } from './may-intervene.ts';
import { localAuthorizer, localCaller } from './permissions/local.ts';
import type { Authorizer, Caller, Clock, SelectEdition, Store } from './ports.ts';
import { caseCache } from './read/cache.ts';
import { type EventPage, type EventsRequest, readEvents } from './read/events.ts';
import { type CasePage, type ListRequest, listCases } from './read/list.ts';
import { type ToldRecord, toldRecords } from './read/log.ts';
import { type Seen, type Sight, sightOf } from './read/sight.ts';
import { type CaseRequest, type ReadRequest, readRequest } from './requests.ts';
import type { History } from './validation/read.ts';

export interface CaseHead {
  readonly case: string;
  readonly title: Bilingual;
  /** Names of actors that the tree of governments does not hold. */
  readonly actors: Readonly<Record<string, Bilingual>>;
  /** Facts that the caller may read. */
  readonly size: number;
  /** Version of the case, on which a command rests. */
  readonly version: number;
  readonly published: boolean;
  readonly closed: boolean;
  /** Facts that are recorded and not open to the caller. */
  readonly withheld: number;
}

/** A report, and how many facts of the case it could not see. */
export type SeenReport = CaseReport & { readonly withheld?: number };

export interface OpenedCase {
  readonly open: OpenCase;
  readonly asOf: IsoDate;
  /** Version of the case. */
  readonly version: number;
}

/** Who asks. Default: the local user. */
export interface Asked {
  readonly caller?: Caller | undefined;
}
type CaseQuestion = CaseRequest & Asked;

export interface Application {
  readonly listCases: (request?: ListRequest & Asked) => Promise<Answer<CasePage>>;
  readonly caseHead: (request: Pick<CaseQuestion, 'caseId' | 'caller'>) => Promise<Answer<CaseHead>>;
  readonly caseReport: (request: CaseQuestion) => Promise<Answer<SeenReport>>;
  readonly explainFinding: (request: CaseQuestion & { readonly finding: string }) => Promise<Answer<Explanation>>;
  readonly mayIntervene: (request: CaseQuestion & { readonly tier: string }) => Promise<Answer<MayIntervene>>;
  readonly factsForBrowser: (request: Pick<CaseQuestion, 'caseId' | 'edition' | 'caller'>) => Promise<Answer<BrowserCase>>;
  readonly events: (request: EventsRequest & Asked) => Promise<Answer<EventPage>>;
  readonly importHistory: (history: History, options?: ImportOptions) => Promise<Answer<Imported>>;
  /** What an answer depends on, as one text: equal before computing means equal after. */
  readonly versionOf: (request: CaseQuestion) => Promise<Answer<string>>;
  readonly record: (request: RecordRequest) => Promise<Answer<Recorded>>;
  readonly create: (request: CreateRequest) => Promise<Answer<Recorded>>;
  readonly publish: (request: PublishRequest) => Promise<Answer<Published>>;
  readonly beginAttachment: (request: BeginRequest) => Promise<Answer<Arriving>>;
  readonly attachPart: (request: PartRequest) => Promise<Answer<Arriving>>;
  readonly openAttachment: (request: Pick<BeginRequest, 'caseId' | 'sha256' | 'caller'>) => Promise<Answer<OpenedFile>>;
  /** The case as the caller sees it, opened for whoever writes documents from it. */
  readonly openedCase: (request: CaseQuestion) => Promise<Answer<OpenedCase>>;
  /** What of a case the caller sees. */
  readonly sight: (caseId: string, caller?: Caller) => Promise<Answer<Seen>>;
  /** Records of a part of the log that it has, each as far as the caller may see it. */
  readonly loggedRecords: (part: { readonly from: number; readonly count: number } & Asked) => AsyncIterable<ToldRecord>;
}

export interface ApplicationPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly selectEdition: SelectEdition;
  readonly governments: GovernmentTree;
  /** Default: the local user may do everything. */
  readonly authorizer?: Authorizer | undefined;
  readonly decide?: Decide | undefined;
  /** Default: the rules of the domain. */
  readonly rules?: Rules | undefined;
  readonly signedBy?: RecordPorts['signedBy'];
  readonly bindingActs?: RecordPorts['bindingActs'];
  readonly attachments?: Attachments | undefined;
  readonly recorded?: RecordPorts['recorded'];
}

const OPEN_MAX = 8;

interface Opened {
  readonly request: ReadRequest;
  readonly seen: Seen;
  readonly open: OpenCase;
}

/** The ports of the commands, with the defaults of local mode. */
function commandPorts(ports: ApplicationPorts): RecordPorts {
  const {
    store,
    clock,
    governments,
    authorizer = localAuthorizer,
    decide = decideByHistory,
    rules = domainRules(),
    recorded,
    signedBy,
    bindingActs,
    attachments,
  } = ports;
  const { standingOf } = publications(store);
  const readCase = caseCache(store);
  return { store, clock, governments, authorizer, decide, rules, standingOf, readCase, signedBy, bindingActs, attachments, recorded };
}

/** Keeps the last few things that were made. */
function keeper<T>(max: number): (key: string, make: () => T) => T {
  const kept = new Map<string, T>();
  return (key, make) => {
    const made = kept.get(key) ?? make();
    kept.delete(key);
    kept.set(key, made);
    const oldest = kept.keys().next();
    if (kept.size > max && !oldest.done) kept.delete(oldest.value);
    return made;
  };
}

function headOf({ stored, facts, withheld, standing: { published, closed } }: Seen): CaseHead {
  const { caseId, title, actors, size } = stored;
  return { case: caseId, title, actors, size: facts.length, version: size, published, closed, withheld };
}

export function createApplication(ports: ApplicationPorts): Application {
  const { store, clock, selectEdition, governments } = ports;
  const commands = commandPorts(ports);
  const sights: Sight = sightOf(commands);
  const keep = keeper<Opened>(OPEN_MAX);

  const keyOf = ({ caseId, edition, knownOn, parameters }: ReadRequest, seen: Seen): string =>
    [caseId, seen.tag, edition, knownOn ?? '', parameters.hash].join(' ');

  async function opened(asked: CaseQuestion): Promise<Answer<Opened>> {
    const read = readRequest(asked, clock);
    if (!read.ok) return read;
    const answer = await sights.see(asked.caseId, asked.caller ?? localCaller);
    if (!answer.ok) return answer;
    const seen = answer.value;
    const { edition, knownOn, parameters } = read.value;
    const { open } = keep(keyOf(read.value, seen), () => {
      const { caseId, title, actors } = seen.stored;
      const facts = selectEdition(seen.facts, edition);
      return { request: read.value, seen, open: openCase({ caseId, title, actors, edition, facts, knownOn, parameters, governments }) };
    });
    return answered({ request: read.value, seen, open });
  }

  async function caseReport(request: CaseQuestion): Promise<Answer<SeenReport>> {
    const answer = await opened(request);
    if (!answer.ok) return answer;
    const { open, request: read, seen } = answer.value;
    const report = open.reportAt(read.asOf);
    return answered(seen.withheld === 0 ? report : { ...report, withheld: seen.withheld });
  }

  return {
    caseReport,
    loggedRecords: ({ caller = localCaller, ...part }) => toldRecords({ store, sights, authorizer: commands.authorizer }, part, caller),
    listCases: (request = {}) => listCases(store, sights, request, request.caller ?? localCaller),
    sight: (caseId, caller = localCaller) => sights.see(caseId, caller),
    caseHead: async ({ caseId, caller = localCaller }) => {
      const answer = await sights.see(caseId, caller);
      return answer.ok ? answered(headOf(answer.value)) : answer;
    },
    explainFinding: async (request) => {
      const answer = await opened(request);
      return answer.ok ? explain(answer.value.open.input, answer.value.request.asOf, request.finding) : answer;
    },
    mayIntervene: async (request) => {
      const answer = await caseReport(request);
      return answer.ok ? mayInterveneIn(answer.value, request.tier, governments) : answer;
    },
    factsForBrowser: async (request) => {
      const answer = await opened(request);
      if (!answer.ok) return answer;
      const { request: read, seen, open } = answer.value;
      return answered(browserCase(request.caseId, read.edition, seen, open.input.facts, governments));
    },
    events: (request) => readEvents(sights, request, request.caller ?? localCaller),
    importHistory: (history, options) => importHistory(store, clock, history, options),
    versionOf: async (request) => {
      const read = readRequest(request, clock);
      if (!read.ok) return read;
      const answer = await sights.see(request.caseId, request.caller ?? localCaller);
      if (!answer.ok) return answer;
      return answered(`${keyOf(read.value, answer.value)} ${read.value.asOf} ${governments.id} ${governments.vintage}`);
    },
    openedCase: async (request) => {
      const answer = await opened(request);
      if (!answer.ok) return answer;
      const { open, request: read, seen } = answer.value;
      return answered({ open, asOf: read.asOf, version: seen.stored.size });
    },
    record: (request) => recordEvents(commands, request),
    create: (request) => createCase(commands, request),
    publish: (request) => publishCase(commands, request),
    beginAttachment: (request) => beginAttachment(commands, request),
    attachPart: (request) => attachPart(commands, request),
    openAttachment: (request) => openAttachment(commands, sights, request),
  };
}
