/** Texts of `gongze verify`, in both languages. What a verification found is told by ledger/verify. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

const t = (zh: string, en: string): Bilingual => ({ zh, en });
const zhNumber = (value: number): string => value.toLocaleString('zh-CN');
const enNumber = (value: number): string => value.toLocaleString('en-GB');
const counted = (value: number, one: string, many = `${one}s`): string => `${enNumber(value)} ${value === 1 ? one : many}`;

export const verifyHelp = {
  verify: t(
    '离线核验：整本日志（导出目录或网址），或一份回执。退出码：0 属实，3 不符，2 输入有误，1 故障',
    'check a whole log (folder of an export, or address) or one receipt, offline. Exit code: 0 it holds, 3 it does not, 2 bad input, 1 fault',
  ),
  policy: t('信任策略文件（C2SP tlog-policy）', 'file of the trust policy (C2SP tlog-policy)'),
  log: t('只信任此日志公钥，不要求见证方', 'trust this log key alone, without witnesses'),
  fact: t('与回执比对的记录（JSON 文件）', 'record to compare with the receipt (file of JSON)'),
  checkpoint: t('先前保存的检查点：核对日志是否以它开头', 'checkpoint kept earlier: does the log begin with it?'),
  anyEntries: t('条目可为任意内容（其他程序的日志）', 'entries may be anything (the log of another program)'),
} as const satisfies Record<string, Bilingual>;

export const verifyTexts = {
  logHolds: (origin: string, entries: number): Bilingual =>
    t(
      `属实：日志 ${origin}，共 ${zhNumber(entries)} 条，逐条核对无误`,
      `It holds: the log ${origin}, ${counted(entries, 'entry', 'entries')}, each of them checked`,
    ),
  logFails: (faults: number): Bilingual => t(`不符：共 ${zhNumber(faults)} 处`, `It does not hold: ${counted(faults, 'fault')}`),
  root: (root: string): Bilingual => t(`根哈希：${root}`, `Root: ${root}`),
  cosigned: (who: Bilingual): Bilingual => t(`会签的见证方：${who.zh}`, `Cosigned by: ${who.en}`),
  records: (checked: number, withheld: number, streams: number): Bilingual =>
    t(
      `记录：${zhNumber(checked)} 条与日志一致，${zhNumber(withheld)} 条未公开，分属 ${zhNumber(streams)} 个流`,
      `Records: ${counted(checked, 'record')} as logged, ${enNumber(withheld)} withheld, in ${counted(streams, 'stream')}`,
    ),
  noRecords: t('未附记录：只核对了日志本身', 'No records came along: the log itself was checked, not what it stands for'),
  beginsWith: (size: number): Bilingual =>
    t(
      `先前的检查点（${zhNumber(size)} 条）是它的开头：历史未被改写`,
      `It begins with the checkpoint of ${counted(size, 'entry', 'entries')} kept earlier: nothing was rewritten`,
    ),
  moreFaults: (count: number): Bilingual => t(`另有 ${zhNumber(count)} 处未列出`, `${counted(count, 'more fault')} not listed`),
  ownPolicy: t(
    '注意：信任策略来自日志自身，只能说明它前后一致。请用 --policy 给出您信任的公钥',
    'Note: the trust policy came with the log, so this shows only that it agrees with itself. Give the keys that you trust with --policy',
  ),
  receiptHolds: (index: number, size: number): Bilingual =>
    t(
      `属实：它是日志前 ${zhNumber(size)} 条中的第 ${zhNumber(index)} 条（从 0 起）`,
      `It holds: entry ${enNumber(index)}, counted from 0, of the log's first ${enNumber(size)}`,
    ),
  receiptFails: (why: Bilingual): Bilingual => t(`不符：${why.zh}`, `It does not hold: ${why.en}`),
  about: (stream: string, version: number, id: string, recordedAt: string): Bilingual =>
    t(
      `所证：${stream} 第 ${version} 版，${id}，记录于 ${recordedAt}`,
      `About: ${stream} version ${version}, ${id}, recorded at ${recordedAt}`,
    ),
  recordCompared: t('所给记录与日志一致', 'The record given is the one that was logged'),
  recordNotCompared: t(
    '未给出记录：只证明了日志中有此条目。可用 --fact 比对',
    'No record was given: only the entry is proved. Compare one with --fact',
  ),
  needsPolicy: t('请用 --policy 或 --log 说明信任谁', 'Say whom you trust, with --policy or --log'),
  badPolicy: (path: string, why: Bilingual): Bilingual => t(`${path}：${why.zh}`, `${path}: ${why.en}`),
  badKey: (why: Bilingual): Bilingual => t(`--log：${why.zh}`, `--log: ${why.en}`),
  badCheckpoint: (path: string, why: Bilingual): Bilingual =>
    t(`${path}：检查点不予接受：${why.zh}`, `${path}: the checkpoint is refused: ${why.en}`),
  notForReceipts: t('回执不能与 --checkpoint 或 --any-entries 同用', '--checkpoint and --any-entries are for logs, this is a receipt'),
  notForLogs: t('--fact 只用于回执', '--fact is for receipts, this is a log'),
  unreadable: (path: string, code: string): Bilingual => t(`无法读取 ${path}（${code}）`, `${path} cannot be read (${code})`),
  unreachable: (url: string, why: string): Bilingual => t(`无法取得 ${url}（${why}）`, `${url} cannot be had (${why})`),
  progress: (entries: number, size: number): Bilingual =>
    t(`已核对 ${zhNumber(entries)} / ${zhNumber(size)} 条`, `${enNumber(entries)} of ${counted(size, 'entry', 'entries')} checked`),
} as const;
