/**
 * One act by itself, with the record in hand and the registry of keys beside: did everybody sign for whom it speaks? The
 * receipt shows that the log holds the act; whether the log holds the keys as well is shown by verifying the log.
 */
import type { GovernmentTree } from '@gongze/domain/vocabulary/governments/index';
import type { LeafHeader, LoggedRecord } from '@gongze/ledger/log/leaf';
import type { ActCounts, ActFault, ActWatch } from '@gongze/ledger/verify/acts';
import { withheldLine } from '@gongze/ledger/verify/format';
import { parseRecord } from '@gongze/ledger/verify/records';
import type { Sentence } from '@gongze/ledger/verify/texts';
import { actCheck } from './act-check.ts';

export type ActSignatures =
  /** It neither binds nor carries a signature. */
  | 'none'
  | 'valid'
  | 'bad'
  /** It carries signatures, and no registry of keys was given. */
  | 'keysMissing'
  | 'unsignedLocal'
  | 'unsignedImported'
  /** Its own office signed; who else has to follows from records of the case that are not there. */
  | 'authorsUnknown';

export interface JudgedAct {
  readonly signatures: ActSignatures;
  readonly faults: readonly ActFault[];
  readonly text: Sentence | undefined;
}

const KEYS = 'registry:keys';
const t = (zh: string, en: string): Sentence => ({ zh, en });

const texts: Readonly<Record<ActSignatures, Sentence | undefined>> = {
  none: undefined,
  bad: undefined,
  valid: t(
    '职位签名有效，依据是所给的密钥登记簿；登记簿本身须核验整本日志方可确认',
    'Everybody for whom it speaks has signed, by the registry of keys that was given; that the log holds this registry is shown by verifying the log',
  ),
  keysMissing: t(
    '记录附有职位签名，但未核对：请一并给出密钥登记簿（导出中的 records.jsonl 即可）',
    'The record carries signatures of offices, which were not checked: give the registry of keys too (the records.jsonl of an export will do)',
  ),
  unsignedLocal: t('有约束力而未签名：记录于单机方式', 'It binds and carries no signature: it was recorded in local mode'),
  unsignedImported: t('有约束力而未签名：系导入', 'It binds and carries no signature: it was imported'),
  authorsUnknown: t(
    '本主体的职位签名有效；还须有谁签名，据所给的记录无从得知',
    'Its own office has signed; who else has to cannot be told from the records given',
  ),
};

const concerns = (act: LoggedRecord, { streamId, version }: LoggedRecord): boolean =>
  streamId === KEYS || (streamId === act.streamId && version < act.version);

/**
 * What stood before the act. Where the lines are those of the log, with the act at its place, all that stands above it, for there the order
 * counts and no date; else records of keys and of the act's own case by their dates, which are the word of whoever recorded them.
 */
function recordsBefore(act: LoggedRecord, index: number, lines: string): readonly LoggedRecord[] {
  const records = lines.split('\n').map((line) => (line.trim() === '' || line === withheldLine ? undefined : parseRecord(line)?.record));
  const here = records[index];
  const isWholeLog = here?.streamId === act.streamId && here.version === act.version && here.id === act.id;
  const known = (isWholeLog ? records.slice(0, index) : records).filter((record) => record !== undefined);
  if (isWholeLog) return known;
  const found = known.filter((record) => concerns(act, record) && (record.streamId !== KEYS || record.recordedAt <= act.recordedAt));
  // A sort that keeps the order of the file where instants are equal: that of the log, if it is an export.
  return found.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0));
}

/** Tells the check of a record; of one that is no matter of the act only that time went by. */
function tell(check: ActWatch, index: number, act: LoggedRecord, record: LoggedRecord): readonly ActFault[] {
  if (concerns(act, record)) return check.record(index, record);
  return check.withheld(index, { ...headerOf('registry:other', 'other'), recordedAt: record.recordedAt });
}

const headerOf = (stream: string, type: string): LeafHeader => ({
  v: 1,
  stream,
  version: 1,
  id: '',
  type,
  schemaVersion: 1,
  recordedAt: '',
  envelopeHash: '',
  payloadHash: '',
});

function signaturesBy(grown: Record<'signed' | 'unsignedLocal' | 'unsignedImported' | 'unchecked', number>): ActSignatures {
  if (grown.signed > 0) return 'valid';
  if (grown.unsignedLocal > 0) return 'unsignedLocal';
  if (grown.unsignedImported > 0) return 'unsignedImported';
  return grown.unchecked > 0 ? 'authorsUnknown' : 'none';
}

/**
 * `registry`: lines of JSON as in `records.jsonl`, those of the registry of keys among them; `undefined`: none were given. `index`: the act's
 * place in the log, as its receipt tells it.
 */
export function judgeAct(governments: GovernmentTree, index: number, act: LoggedRecord, registry: string | undefined): JudgedAct {
  const check = actCheck(governments);
  const before = recordsBefore(act, index, registry ?? '');
  const keyFaults = before.flatMap((record) => tell(check, index, act, record)).filter(({ kind }) => kind === 'keyUnproved');
  const hasOwn = before.filter(({ streamId }) => streamId === act.streamId).length === act.version - 1;
  if (!hasOwn) {
    // Something of the case is not there: whatever rests on its terms cannot be told.
    check.withheld(index, { ...headerOf(act.streamId, 'factCorrected'), recordedAt: act.recordedAt });
  }
  const was = check.counts();
  const faults = check.record(index, act);
  const now = check.counts();
  const carries =
    Array.isArray((act as { readonly signatures?: unknown }).signatures) && (act as unknown as { signatures: [] }).signatures.length > 0;
  if (registry === undefined && carries) return { signatures: 'keysMissing', faults: [], text: texts.keysMissing };
  if (faults.length > 0) return { signatures: 'bad', faults: [...keyFaults, ...faults], text: undefined };
  const grown = (name: Exclude<keyof ActCounts, 'uncheckedActs'>): number => now[name] - was[name];
  const signatures = signaturesBy({
    signed: grown('signed'),
    unsignedLocal: grown('unsignedLocal'),
    unsignedImported: grown('unsignedImported'),
    unchecked: grown('unchecked'),
  });
  return { signatures, faults: [], text: texts[signatures] };
}
