/** Where a command takes its history, its thresholds and its tree of governments from. */
import {
  createApplication,
  type Application,
  type History,
  type InputFault,
  readParametersFile,
  storeOf,
  validateHistory,
} from '@gongze/application';
import { caseIds, loadCase, type ShippedCaseId } from '@gongze/cases';
import { selectEdition } from '@gongze/cases/edition';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { governmentTreeFromCsv, governmentTreeFromJson } from '@gongze/domain/vocabulary/governments/index';
import type { GovernmentTree } from '@gongze/domain/vocabulary/governments/tree';
import { systemClock } from '@gongze/server/clock';
import { readBounded } from './io.ts';

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly InputFault[]; readonly total: number };

function faulty(faults: readonly InputFault[], total: number = faults.length): Read<never> {
  return { ok: false, faults, total };
}

/** The default tree, or the one of a file. */
export async function readGovernments(path: string | undefined): Promise<Read<GovernmentTree>> {
  if (path === undefined) return { ok: true, value: gb2260() };
  const file = await readBounded(path);
  if (!file.ok) return faulty(file.faults);
  const text = new TextDecoder().decode(file.bytes);
  const isJson = /\.json$/i.test(path) || /^\s*\{/.test(text);
  const tree = isJson ? governmentTreeFromJson(text) : governmentTreeFromCsv(text, { id: path, vintage: '' });
  if (!('faults' in tree)) return { ok: true, value: tree };
  return faulty(
    tree.faults.map(({ line = 1, path: at = '', expected, message }) => ({
      kind: 'wrongValue',
      file: path,
      line,
      column: 1,
      path: at,
      expected,
      found: '',
      message: {
        zh: `${at === '' ? '' : `${at}：`}${message.zh}，应为${expected.zh}`,
        en: `${at === '' ? '' : `${at}: `}${message.en}; expected ${expected.en}`,
      },
    })),
  );
}

export async function readThresholds(path: string | undefined): Promise<Read<Readonly<Record<string, number>>>> {
  if (path === undefined) return { ok: true, value: {} };
  const file = await readBounded(path);
  if (!file.ok) return faulty(file.faults);
  const read = readParametersFile(file.bytes, path);
  return read.ok ? { ok: true, value: read.overrides } : faulty(read.faults);
}

export async function readHistoryFile(path: string, governments: GovernmentTree): Promise<Read<History>> {
  const file = await readBounded(path);
  if (!file.ok) return faulty(file.faults);
  const validation = validateHistory(file.bytes, path, { governments });
  return validation.ok ? { ok: true, value: validation.history } : faulty(validation.faults, validation.total);
}

function isShipped(name: string): name is ShippedCaseId {
  return (caseIds as readonly string[]).includes(name);
}

/** A shipped case by its id, else the case of a file. */
export async function readCase(name: string, governments: GovernmentTree): Promise<Read<History>> {
  if (!isShipped(name)) return readHistoryFile(name, governments);
  const { case: caseId, title, actors, facts } = loadCase(name);
  return { ok: true, value: { caseId, title, actors: actors as History['actors'], facts } };
}

/** The use cases over one history. */
export function applicationFor(history: History, governments: GovernmentTree): Application {
  return createApplication({ store: storeOf(history), clock: systemClock, governments, selectEdition });
}
