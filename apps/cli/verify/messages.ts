/** Texts of `gongze verify`, in both languages. What a verification found is told by ledger/verify. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

const t = (zh: string, en: string): Bilingual => ({ zh, en });
export const verifyHelp = {
  verify: t(
    '离线核验：整本日志（导出目录或网址），或一份回执。退出码：0 属实，3 不符，2 输入有误，1 故障',
    'check a whole log (folder of an export, or address) or one receipt, offline. Exit code: 0 it holds, 3 it does not, 2 bad input, 1 fault',
  ),
  policy: t('信任策略文件（C2SP tlog-policy）', 'file of the trust policy (C2SP tlog-policy)'),
  log: t('只信任此日志公钥，不要求见证方', 'trust this log key alone, without witnesses'),
  fact: t('与回执比对的记录（JSON 文件）', 'record to compare with the receipt (file of JSON)'),
  keys: t(
    '核对回执所证行为的职位签名所用的密钥登记簿（JSON 行，导出中的 records.jsonl 即可）',
    'registry of keys for the signatures on the act of a receipt (lines of JSON; the records.jsonl of an export will do)',
  ),
  checkpoint: t('先前保存的检查点：核对日志是否以它开头', 'checkpoint kept earlier: does the log begin with it?'),
  anyEntries: t('条目可为任意内容（其他程序的日志）', 'entries may be anything (the log of another program)'),
} as const satisfies Record<string, Bilingual>;

export const verifyTexts = {
  ownPolicy: t(
    '注意：信任策略来自日志自身，只能说明它前后一致。请用 --policy 给出您信任的公钥',
    'Note: the trust policy came with the log, so this shows only that it agrees with itself. Give the keys that you trust with --policy',
  ),
  compareFact: t('可用 --fact 比对记录的内容', 'Compare what the record says with --fact'),
  needsPolicy: t('请用 --policy 或 --log 说明信任谁', 'Say whom you trust, with --policy or --log'),
  badPolicy: (path: string, why: Bilingual): Bilingual => t(`${path}：${why.zh}`, `${path}: ${why.en}`),
  badKey: (why: Bilingual): Bilingual => t(`--log：${why.zh}`, `--log: ${why.en}`),
  badCheckpoint: (path: string, why: Bilingual): Bilingual =>
    t(`${path}：检查点不予接受：${why.zh}`, `${path}: the checkpoint is refused: ${why.en}`),
  notForReceipts: t('回执不能与 --checkpoint 或 --any-entries 同用', '--checkpoint and --any-entries are for logs, this is a receipt'),
  notForLogs: t('--fact 与 --keys 只用于回执', '--fact and --keys are for receipts, this is a log'),
  tooLong: (path: string, mebibytes: number): Bilingual =>
    t(`${path} 超过 ${mebibytes} MiB，不是这里要的文件`, `${path} is longer than ${mebibytes} MiB: it is not the file that is wanted here`),
  notReceipt: (path: string): Bilingual =>
    t(
      `${path} 不是回执：回执（.tlog-proof）的第一行是 c2sp.org/tlog-proof@v1，换行符须原样保留`,
      `${path} is no receipt: the first line of one (.tlog-proof) is c2sp.org/tlog-proof@v1, with its line ends as they were`,
    ),
  notRecord: (path: string): Bilingual => t(`${path} 不是一条记录的 JSON`, `${path} is not the JSON of a record`),
  notRecords: (path: string): Bilingual =>
    t(`${path} 中没有一条记录：应为导出中的 records.jsonl`, `${path} holds no record: the records.jsonl of an export is wanted`),
  unreadable: (path: string, code: string): Bilingual => t(`无法读取 ${path}（${code}）`, `${path} cannot be read (${code})`),
  unreachable: (url: string, why: string): Bilingual => t(`无法取得 ${url}（${why}）`, `${url} cannot be had (${why})`),
} as const;
