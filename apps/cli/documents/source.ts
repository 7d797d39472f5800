/** The case that a document is written from: shipped, of a file, or on a server. */
import type { History } from '@gongze/application';
import { readRequest } from '@gongze/application/requests';
import { caseIds } from '@gongze/cases';
import { selectEdition } from '@gongze/cases/edition';
import { type CaseSource, caseSource } from '@gongze/documents';
import { openCase } from '@gongze/domain/report/report';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { systemClock } from '@gongze/server/clock';
import { BAD_INPUT, type CaseOptions, pageOf, tellFaults } from '../commands.ts';
import type { Io } from '../io.ts';
import { sentences } from '../messages.ts';
import { clientFor, remoteFacts } from '../remote.ts';
import { type Read, readCase, readGovernments, readThresholds } from '../sources.ts';

const emptyHistory: History = { caseId: 'import' as CaseId, title: { zh: '导入', en: 'Import' }, actors: {}, facts: [] };

async function historyOf(
  name: string | undefined,
  options: CaseOptions,
  io: Io,
  read: () => Promise<Read<History>>,
): Promise<Read<History> | undefined> {
  if (name === undefined) return { ok: true, value: emptyHistory };
  if (options.server === undefined) return await read();
  const held = await remoteFacts(clientFor(options.server, pageOf(options, io).lang, io), name);
  return held === undefined
    ? undefined
    : { ok: true, value: { caseId: name as CaseId, ...held, actors: held.actors as History['actors'] } };
}

/** The case at the date of the options, or the exit code after its faults were told. Without a name: a case without facts. */
export async function openSource(name: string | undefined, options: CaseOptions, io: Io): Promise<CaseSource | number> {
  const { lang } = pageOf(options, io);
  const governments = await readGovernments(options.governments);
  if (!governments.ok) return tellFaults(governments.faults, governments.total, lang, io);
  const thresholds = await readThresholds(options.parameters);
  if (!thresholds.ok) return tellFaults(thresholds.faults, thresholds.total, lang, io);
  const history = await historyOf(name, options, io, () => readCase(name as string, governments.value));
  if (history === undefined || (!history.ok && history.faults[0]?.kind === 'unreadable')) {
    io.err(`gongze: ${sentences.noFile(name ?? '', caseIds)[lang]}\n`);
    return BAD_INPUT;
  }
  if (!history.ok) return tellFaults(history.faults, history.total, lang, io);
  const { caseId, title, actors, facts } = history.value;
  const request = readRequest({ ...options, caseId, parameters: thresholds.value }, systemClock);
  if (!request.ok) {
    if (request.problem.kind === 'badRequest') for (const { message } of request.problem.faults) io.err(`gongze: ${message[lang]}\n`);
    return BAD_INPUT;
  }
  const { asOf, knownOn, edition, parameters } = request.value;
  const open = openCase({
    caseId,
    title,
    actors,
    edition,
    facts: selectEdition(facts, edition),
    knownOn,
    parameters,
    governments: governments.value,
  });
  return caseSource(open, asOf);
}
