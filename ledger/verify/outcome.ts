/** A finished verification in sentences, the verdict first: the same words on a page and on a command line. */
import { toBase64 } from '../log/bytes.ts';
import type { AttachmentCounts } from './attachments.ts';
import type { ActFault } from './acts.ts';
import type { VerifyFault } from './faults.ts';
import type { LogReport } from './log.ts';
import type { ReceiptRefusal, VerifiedReceipt } from './receipt.ts';
import { cosignersText, faultText, receiptRefusalText, type Sentence, uncheckedText } from './texts.ts';

export interface Outcome {
  readonly holds: boolean;
  readonly verdict: Sentence;
  /** What is wrong, or what was found to be right. */
  readonly details: readonly Sentence[];
}

const t = (zh: string, en: string): Sentence => ({ zh, en });
const zhNumber = (value: number): string => value.toLocaleString('zh-CN');
const enNumber = (value: number): string => value.toLocaleString('en-GB');
const counted = (value: number, one: string, many = `${one}s`): string => `${enNumber(value)} ${value === 1 ? one : many}`;

function recordsText({ records }: LogReport): Sentence {
  if (records === undefined) {
    return t('未附记录：只核对了日志本身', 'No records came along: the log itself was checked, not what it stands for');
  }
  const { checked, payloads, withheld, streams } = records;
  const [zhPart, enPart] =
    payloads === 0
      ? ['', '']
      : [`，已公开而内容与日志一致的 ${zhNumber(payloads)} 条`, `, ${enNumber(payloads)} published ones with the content that was logged`];
  return t(
    `记录：${zhNumber(checked)} 条与日志一致${zhPart}，${zhNumber(withheld)} 条未公开，分属 ${zhNumber(streams)} 个流`,
    `Records: ${counted(checked, 'record')} as logged${enPart}, ${enNumber(withheld)} withheld, in ${counted(streams, 'stream')}`,
  );
}

function latestText({ latest }: LogReport): Sentence[] {
  if (latest === undefined) return [];
  return [
    t(
      `最后一条记录于 ${latest}：此后的内容不在其中，另有更新的检查点者可用以核对`,
      `Its last entry was recorded at ${latest}: what came later is not in it, as whoever keeps a later checkpoint can show`,
    ),
  ];
}

function actsText({ acts }: LogReport): Sentence[] {
  if (acts === undefined) return [];
  const { signed, unsignedLocal, unsignedImported, bad, keys, unchecked, uncheckedActs } = acts;
  const named = uncheckedActs.slice(0, uncheckedNamed);
  const rest = unchecked - named.length;
  return [
    t(
      `职位签名：${zhNumber(signed)} 项有效（已登记密钥 ${zhNumber(keys)} 把），${zhNumber(bad)} 项不符；未签名而有约束力的：单机记录 ${zhNumber(unsignedLocal)} 项，导入 ${zhNumber(unsignedImported)} 项`,
      `Signatures of offices: ${counted(signed, 'act')} signed by ${counted(keys, 'registered key')}, ${enNumber(bad)} bad; binding but unsigned: ${enNumber(unsignedLocal)} recorded in local mode, ${enNumber(unsignedImported)} imported`,
    ),
    ...(unchecked === 0
      ? []
      : [
          t(
            `签名未能核对的有约束力的行为：${zhNumber(unchecked)} 项`,
            `Acts that bind whose signatures could not be checked: ${enNumber(unchecked)}`,
          ),
        ]),
    ...named.map(uncheckedText),
    ...(rest > 0 ? [t(`另有 ${zhNumber(rest)} 项未列出`, `${enNumber(rest)} more of them not listed`)] : []),
  ];
}
/** So many acts that could not be checked are named in the sentences; for programs there are more. */
const uncheckedNamed = 20;

function attachmentsText({ checked, absent }: AttachmentCounts): Sentence[] {
  const told: Sentence[] = [];
  if (checked > 0)
    told.push(
      t(`附件：${zhNumber(checked)} 个，内容与记录所列摘要一致`, `Files: ${enNumber(checked)}, each of them the one its record names`),
    );
  if (absent > 0)
    told.push(
      t(
        `附件：${zhNumber(absent)} 个未随附，未核对`,
        `Files: ${enNumber(absent)} named by records did not come along and were not checked`,
      ),
    );
  return told;
}

function beginsWithText(size: number): Sentence {
  return t(
    `先前的检查点（${zhNumber(size)} 条）是它的开头：历史未被改写`,
    `It begins with the checkpoint of ${counted(size, 'entry', 'entries')} kept earlier: nothing was rewritten`,
  );
}

/** What came of comparing a log with a checkpoint kept earlier. */
export interface Compared {
  readonly size: number;
  readonly fault: VerifyFault | undefined;
}

/** All faults of a log and of its comparison. */
export function logFaults(report: LogReport, compared?: Compared): { readonly faults: readonly VerifyFault[]; readonly total: number } {
  const more = compared?.fault === undefined ? [] : [compared.fault];
  return { faults: [...report.faults, ...more], total: report.faultsTotal + more.length };
}

export function logOutcome(report: LogReport, compared?: Compared): Outcome {
  const { checkpoint, cosigned } = report;
  const { faults, total } = logFaults(report, compared);
  const details = faults.map(faultText);
  if (total > faults.length) {
    details.push(t(`另有 ${zhNumber(total - faults.length)} 处未列出`, `${counted(total - faults.length, 'more fault')} not listed`));
  }
  if (checkpoint !== undefined) {
    const root = toBase64(checkpoint.root);
    const who = cosignersText(cosigned);
    details.push(
      t(`根哈希：${root}`, `Root: ${root}`),
      t(`会签的见证方：${who.zh}`, `Cosigned by: ${who.en}`),
      ...latestText(report),
      recordsText(report),
      ...actsText(report),
    );
    if (report.attachments !== undefined) details.push(...attachmentsText(report.attachments));
  }
  if (compared !== undefined && total === 0) details.push(beginsWithText(compared.size));
  const holds = checkpoint !== undefined && total === 0;
  const verdict = holds
    ? t(
        `属实：日志 ${checkpoint.origin}，共 ${zhNumber(checkpoint.size)} 条，逐条核对无误`,
        `It holds: the log ${checkpoint.origin}, ${counted(checkpoint.size, 'entry', 'entries')}, each of them checked`,
      )
    : t(`不符：共 ${zhNumber(total)} 处`, `It does not hold: ${counted(total, 'fault')}`);
  return { holds, verdict, details };
}

export const isVerified = (found: VerifiedReceipt | ReceiptRefusal): found is VerifiedReceipt => 'recordCompared' in found;

/** What came of the signatures of the act that a receipt is about. */
export interface ActJudged {
  readonly faults: readonly ActFault[];
  readonly text: Sentence | undefined;
}

function comparedText({ recordCompared, only }: VerifiedReceipt): Sentence {
  if (only === 'payload')
    return t(
      '所给记录为公开版本：其内容、类别、主体与记录时间和日志一致；其余（日期、来源、备注、签名）与不公开的记录人一并加封，未比对',
      'The record given is the public one: its content, kind, acting government and time of recording are as logged; all else (its date, sources, note, signatures) is bound with the person who recorded, who is not public, and was not compared',
    );
  return recordCompared
    ? t('所给记录与日志一致', 'The record given is the one that was logged')
    : t('未给出记录：只证明了日志中有此条目，未比对其内容', 'No record was given: the entry is proved, what it says was not compared');
}

export function receiptOutcome(found: VerifiedReceipt | ReceiptRefusal, act?: ActJudged): Outcome {
  if (!isVerified(found)) {
    const why = receiptRefusalText(found);
    return { holds: false, verdict: t(`不符：${why.zh}`, `It does not hold: ${why.en}`), details: [] };
  }
  if (act !== undefined && act.faults.length > 0) {
    const verdict = t(
      '不符：日志中确有此记录，但其职位签名不成立',
      'It does not hold: the log has this record, but the signatures of offices on it do not hold',
    );
    return { holds: false, verdict, details: act.faults.map(faultText) };
  }
  const { index, checkpoint, cosigned, header } = found;
  const { stream, version, id, recordedAt } = header;
  const who = cosignersText(cosigned);
  return {
    holds: true,
    verdict: t(
      `属实：它是日志 ${checkpoint.origin} 前 ${zhNumber(checkpoint.size)} 条中的第 ${zhNumber(index)} 条（从 0 起）`,
      `It holds: entry ${enNumber(index)}, counted from 0, of the first ${enNumber(checkpoint.size)} of the log ${checkpoint.origin}`,
    ),
    details: [
      t(
        `所证：${stream} 第 ${version} 版，${id}，记录于 ${recordedAt}`,
        `About: ${stream} version ${version}, ${id}, recorded at ${recordedAt}`,
      ),
      comparedText(found),
      ...(act?.text === undefined ? [] : [act.text]),
      t(`会签的见证方：${who.zh}`, `Cosigned by: ${who.en}`),
    ],
  };
}
