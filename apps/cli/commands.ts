/** What each command does. Every one returns its exit code: 0 done, 2 bad input; a fault is thrown. */
import {
  type Answer,
  editableParameters,
  type Explanation,
  type History,
  type InputFault,
  type Problem,
  serialise,
} from '@gongze/application';
import { caseIds } from '@gongze/cases';
import { type CaseReport, caseReportJsonSchema } from '@gongze/domain/report/schema';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { type Estimate, estimateForFindings, estimateForTier, withEstimate } from '@gongze/studies/simulation/what-if/effect';
import { type EstimateOptions, estimateFor, estimateRefusals, estimateText, howToAsk } from './estimate.ts';
import { type Io, languageOf, pageWidth } from './io.ts';
import { sentences } from './messages.ts';
import { clientFor, type Questions, type RecordOptions, remoteFacts, remoteQuestions, remoteRecord } from './remote.ts';
import { applicationFor, type Read, readCase, readGovernments, readHistoryFile, readThresholds } from './sources.ts';
import { explanationText, interventionText, type Names } from './text/answers.ts';
import { type Page, plain } from './text/layout.ts';
import { memo } from './text/memo.ts';

export interface CaseOptions extends EstimateOptions {
  readonly edition?: string;
  readonly asOf?: string;
  readonly knownOn?: string;
  readonly parameters?: string;
  readonly governments?: string;
  readonly lang?: Language;
  readonly json?: boolean;
  /** Address of a server that holds the case. */
  readonly server?: string;
}

export const DONE = 0;
export const BAD_INPUT = 2;

export function pageOf(options: { readonly lang?: Language }, io: Io): Page {
  return { lang: options.lang ?? languageOf(io.env), width: pageWidth(io.columns) };
}

/** One line a fault, in the form that editors jump from. */
export function tellFaults(faults: readonly InputFault[], total: number, lang: Language, io: Io): number {
  for (const { file, line, column, message } of faults) io.err(`${file}:${line}:${column}: ${plain(message[lang])}\n`);
  if (total > faults.length) io.err(`${sentences.moreFaults(total - faults.length)[lang]}\n`);
  io.err(`${sentences.faults(total)[lang]}\n`);
  return BAD_INPUT;
}

/** What the fields of a request are called on the command line. */
const optionNames: Readonly<Record<string, string>> = { edition: '--edition', asOf: '--as-of', knownOn: '--known-on' };

function tellProblem(problem: Problem, lang: Language, io: Io): number {
  if (problem.kind === 'badInput') return tellFaults(problem.faults, problem.total, lang, io);
  io.err(`gongze: ${problem.text[lang]}\n`);
  if (problem.kind === 'badRequest')
    for (const { field, message } of problem.faults) io.err(`  ${plain(message[lang]).replace(field, optionNames[field] ?? field)}\n`);
  return BAD_INPUT;
}

/** Prints the answer as JSON or as text, or tells why there is none. */
function tell<T>(answer: Answer<T>, options: CaseOptions, io: Io, text: (value: T, page: Page) => string): number {
  const page = pageOf(options, io);
  if (!answer.ok) return tellProblem(answer.problem, page.lang, io);
  io.out(options.json ? serialise(answer.value) : text(answer.value, page));
  return DONE;
}

interface Opened {
  readonly application: Questions;
  readonly names: Names;
  readonly request: {
    readonly caseId: string;
    readonly edition?: string;
    readonly asOf?: string;
    readonly knownOn?: string;
    readonly parameters: Readonly<Record<string, number>>;
  };
}

/** Names of the actors, and of whatever a fact gives an id and a title: duties, topics, agreements, instruments. */
function namesIn({ caseId, title, actors, facts }: Pick<History, 'title' | 'actors' | 'facts'> & { readonly caseId: string }): Names {
  const titled = facts.flatMap(({ payload }): [string, Bilingual][] => {
    const fields = payload as Readonly<Record<string, unknown>>;
    const terms = (fields['terms'] ?? {}) as Readonly<Record<string, unknown>>;
    const name = (fields['title'] ?? terms['title']) as Bilingual | undefined;
    const id = idFields.map((field) => fields[field]).find((value) => typeof value === 'string');
    return id === undefined || name === undefined ? [] : [[id, name]];
  });
  return { ...Object.fromEntries(titled.reverse()), ...actors, [caseId]: title };
}

/** Fields that hold the id of what a fact names, the most particular first. */
const idFields = ['obligation', 'agreement', 'instrument', 'rule', 'document', 'topic'];

/** Reads all that a command names, telling the faults of the first that has some. */
async function open(name: string, options: CaseOptions, io: Io): Promise<Opened | number> {
  const { lang } = pageOf(options, io);
  const wrong = estimateRefusals(options);
  for (const { message } of wrong) io.err(`gongze: ${plain(message[lang])}\n`);
  if (wrong.length > 0) return BAD_INPUT;
  const failed = (read: Extract<Read<unknown>, { ok: false }>): number => tellFaults(read.faults, read.total, lang, io);
  const governments = await readGovernments(options.governments);
  if (!governments.ok) return failed(governments);
  const thresholds = await readThresholds(options.parameters);
  if (!thresholds.ok) return failed(thresholds);
  if (options.server !== undefined) return await openRemote(name, options.server, thresholds.value, options, io);
  const history: Read<History> = await readCase(name, governments.value);
  if (!history.ok && history.faults[0]?.kind === 'unreadable') {
    io.err(`gongze: ${sentences.noFile(name, caseIds)[lang]}\n`);
    return BAD_INPUT;
  }
  if (!history.ok) return failed(history);
  const application = applicationFor(history.value, governments.value);
  return { application, names: namesIn(history.value), request: requestOf(history.value.caseId, thresholds.value, options) };
}

function requestOf(
  caseId: string,
  parameters: Readonly<Record<string, number>>,
  { edition, asOf, knownOn }: CaseOptions,
): Opened['request'] {
  return {
    caseId,
    parameters,
    ...(edition !== undefined && { edition }),
    ...(asOf !== undefined && { asOf }),
    ...(knownOn !== undefined && { knownOn }),
  };
}

/** The case as a server holds it; whether there is one, its answers say. */
async function openRemote(
  caseId: string,
  server: string,
  thresholds: Readonly<Record<string, number>>,
  options: CaseOptions,
  io: Io,
): Promise<Opened> {
  const client = clientFor(server, pageOf(options, io).lang, io);
  const held = await remoteFacts(client, caseId);
  const names = held === undefined ? {} : namesIn({ caseId, ...held });
  return { application: remoteQuestions(client), names, request: requestOf(caseId, thresholds, options) };
}

export async function record(caseId: string, path: string, options: CaseOptions & RecordOptions, io: Io): Promise<number> {
  const client = clientFor(options.server, pageOf(options, io).lang, io);
  return tell(
    await remoteRecord(client, caseId, path, options),
    options,
    io,
    ({ version, facts }, { lang }) =>
      `${
        sentences.recorded(
          facts.map(({ version: own }) => own),
          version,
        )[lang]
      }\n`,
  );
}

export async function replay(name: string, options: CaseOptions, io: Io): Promise<number> {
  const opened = await open(name, options, io);
  if (typeof opened === 'number') return opened;
  const answer = await opened.application.caseReport(opened.request);
  if (!options.estimate || !answer.ok) return tell(answer, options, io, (report, page) => memo(report, page) + howToAsk(report, page));
  const estimate = estimateFor(answer.value, options);
  const value = withEstimate(answer.value, estimate);
  return tell({ ok: true, value }, options, io, (report, page) => memo(report, page) + estimateText(estimate, report, page));
}

/** Tells an answer, and beside it what the model expects of that part of the advice which belongs to it. */
async function tellEstimated<T extends object>(
  { application, request }: Opened,
  answer: Answer<T>,
  options: CaseOptions,
  io: Io,
  text: (value: T, page: Page) => string,
  part: (estimate: Estimate, value: T, advice: CaseReport['advice']) => Estimate,
): Promise<number> {
  if (!options.estimate || !answer.ok) return tell(answer, options, io, text);
  const report = await application.caseReport(request);
  if (!report.ok) return tell(report, options, io, memo);
  const estimate = part(estimateFor(report.value, options), answer.value, report.value.advice);
  const value = { ...answer.value, estimate };
  return tell({ ok: true, value }, options, io, (own, page) => text(own, page) + estimateText(estimate, report.value, page));
}

export async function explain(name: string, finding: string, options: CaseOptions, io: Io): Promise<number> {
  const opened = await open(name, options, io);
  if (typeof opened === 'number') return opened;
  const explanation = await opened.application.explainFinding({ ...opened.request, finding });
  const text = (value: Explanation, page: Page): string => explanationText(value, opened.names, page);
  return await tellEstimated(opened, explanation, options, io, text, (estimate, { results }, advice) =>
    estimateForFindings(
      estimate,
      advice,
      results.map(({ key }) => key),
    ),
  );
}

export async function mayIntervene(name: string, options: CaseOptions & { readonly tier: string }, io: Io): Promise<number> {
  const opened = await open(name, options, io);
  if (typeof opened === 'number') return opened;
  const answer = await opened.application.mayIntervene({ ...opened.request, tier: options.tier });
  return await tellEstimated(opened, answer, options, io, interventionText, (estimate, _, advice) =>
    estimateForTier(estimate, advice, options.tier),
  );
}

export async function validate(path: string, options: CaseOptions, io: Io): Promise<number> {
  const { lang } = pageOf(options, io);
  const governments = await readGovernments(options.governments);
  if (!governments.ok) return tellFaults(governments.faults, governments.total, lang, io);
  const history = await readHistoryFile(path, governments.value);
  if (options.json) {
    const valid = history.ok
      ? { valid: true, case: history.value.caseId, facts: history.value.facts.length, faults: [], total: 0 }
      : undefined;
    io.out(serialise(valid ?? { valid: false, ...(!history.ok && { faults: history.faults, total: history.total }) }));
    return history.ok ? DONE : BAD_INPUT;
  }
  if (!history.ok) return tellFaults(history.faults, history.total, lang, io);
  const text: Bilingual = sentences.valid(history.value.title, history.value.facts.length);
  io.out(`${plain(text[lang])}\n`);
  return DONE;
}

export function schema(io: Io): number {
  io.out(serialise(caseReportJsonSchema()));
  return DONE;
}

export function parameters(io: Io): number {
  io.out(serialise(editableParameters()));
  return DONE;
}

export interface ServeOptions {
  readonly port?: number;
  readonly host?: string;
  readonly dataDir?: string;
  readonly mode?: string;
}

/** Serves until it is told to stop. The server is loaded only here: the other commands need neither it nor a database. */
export async function serveUntilStopped(options: ServeOptions, io: Io): Promise<number> {
  const { serve } = await import('@gongze/server');
  const { env } = io;
  const { stopped } = await serve({
    port: options.port,
    host: options.host,
    dataDir: options.dataDir ?? (env['GONGZE_DATA_DIR'] || undefined),
    databaseUrl: env['DATABASE_URL'] || undefined,
    mode: options.mode,
    env,
    log: (line) => io.out(`${line}\n`),
  });
  return stopped;
}
