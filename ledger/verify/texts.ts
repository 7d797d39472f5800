/** What a verification found, in sentences for whoever has to act on it. */
import type { Malformed, TextKind } from '../log/malformed.ts';
import type { CheckpointRefusal, Cosigner } from '../log/policy.ts';
import type { ProofRefusal } from '../log/proof.ts';
import type { ActFault, UncheckedAct } from './acts.ts';
import type { VerifyFault } from './faults.ts';
import type { ReceiptRefusal } from './receipt.ts';

export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

const t = (zh: string, en: string): Sentence => ({ zh, en });

const textKinds: Readonly<Record<TextKind, Sentence>> = {
  note: t('签名文本', 'a signed note'),
  signature: t('签名行', 'a signature line'),
  vkey: t('公钥', 'a verifier key'),
  weakKey: t('足够强的公钥（低阶或非规范编码的公钥不予接受）', 'a sound key (keys of low order or in another encoding are refused)'),
  checkpoint: t('检查点', 'a checkpoint'),
  proof: t('回执', 'a receipt'),
  policy: t('信任策略', 'a trust policy'),
  request: t('见证请求', 'a request to a witness'),
};

export function malformedText({ malformed: kind, line }: Malformed): Sentence {
  const { zh, en } = textKinds[kind];
  return line === undefined ? t(`不是${zh}`, `not ${en}`) : t(`第 ${line} 行：不是${zh}`, `line ${line}: not ${en}`);
}

/** Seconds since 1970 as a civil time in UTC. */
export function timeText(timestamp: number): string {
  const date = new Date(timestamp * 1000);
  return Number.isNaN(date.getTime()) ? String(timestamp) : date.toISOString().replace('T', ' ').replace('.000Z', ' UTC');
}

export function cosignersText(cosigned: readonly Cosigner[]): Sentence {
  if (cosigned.length === 0) return t('无', 'nobody');
  return t(
    cosigned.map(({ name, timestamp }) => `${name}（${timeText(timestamp)}）`).join('、'),
    cosigned.map(({ name, timestamp }) => `${name} (${timeText(timestamp)})`).join(', '),
  );
}

export function proofRefusalText(refusal: ProofRefusal | CheckpointRefusal): Sentence {
  if ('malformed' in refusal) return malformedText(refusal);
  switch (refusal.refusal) {
    case 'signatureInvalid':
      return t(
        `${refusal.name} 的签名无效：内容在签名之后被改动`,
        `the signature of ${refusal.name} does not hold: what it signed was changed`,
      );
    case 'unknownLog':
      return t(`信任策略中没有日志 ${refusal.origin}`, `the trust policy knows no log ${refusal.origin}`);
    case 'notSignedByLog':
      return t(`没有日志 ${refusal.origin} 本身的签名`, `the log ${refusal.origin} itself has not signed it`);
    case 'quorumMissing': {
      const cosigned = cosignersText(refusal.cosigned);
      return t(
        `见证方不足：信任策略要求 ${refusal.quorum}，已会签的有：${cosigned.zh}`,
        `too few witnesses: the trust policy asks for ${refusal.quorum}, cosigned by: ${cosigned.en}`,
      );
    }
    case 'notIncluded':
      return t(
        `日志的前 ${refusal.size} 条中，第 ${refusal.index} 条不是此记录`,
        `entry ${refusal.index} of the log's first ${refusal.size} is not this record`,
      );
    default: {
      const never: never = refusal;
      throw new TypeError(`bug: a refusal without text, ${JSON.stringify(never)}`);
    }
  }
}

export function receiptRefusalText(refusal: ReceiptRefusal): Sentence {
  if ('malformed' in refusal) return malformedText(refusal);
  switch (refusal.refusal) {
    case 'leafMissing':
      return t('回执未附日志条目，无从核对', 'the receipt brings no leaf along, so there is nothing to check');
    case 'recordMalformed':
      return t('所给文件不是一条记录的 JSON', 'the file given is not the JSON of a record');
    case 'saltMissing':
      return t('回执与记录均未附盐值，无法比对', 'neither the receipt nor the record has the salt, so they cannot be compared');
    case 'recordDiffers':
      return t(
        `记录与回执不符：回执所证的是 ${refusal.header.stream} 第 ${refusal.header.version} 版（${refusal.header.id}）`,
        `the record is not the one of the receipt, which proves ${refusal.header.stream} version ${refusal.header.version} (${refusal.header.id})`,
      );
    default:
      return proofRefusalText(refusal);
  }
}

export function faultText(fault: VerifyFault): Sentence {
  switch (fault.kind) {
    case 'checkpointMissing':
      return t('没有检查点文件（checkpoint）', 'there is no file checkpoint');
    case 'checkpointRefused': {
      const { zh, en } = proofRefusalText(fault.refusal);
      return t(`检查点不予接受：${zh}`, `the checkpoint is refused: ${en}`);
    }
    case 'fileMissing':
      return t(`缺少文件 ${fault.path}`, `the file ${fault.path} is missing`);
    case 'fileLength':
      return t(
        `${fault.path} 应为 ${fault.expected} 字节，实为 ${fault.bytes} 字节`,
        `${fault.path} has ${fault.bytes} bytes instead of ${fault.expected}`,
      );
    case 'bundleMalformed':
      return t(`${fault.path} 并非恰好 ${fault.entries} 条完整条目`, `${fault.path} does not hold exactly ${fault.entries} whole entries`);
    case 'entryDiffers':
      return t(
        `第 ${fault.index} 条与 ${fault.path} 中的哈希不符`,
        `entry ${fault.index} does not have the hash that ${fault.path} gives it`,
      );
    case 'hashDiffers':
      return t(`${fault.path} 中第 ${fault.at} 个哈希与其下层不符`, `hash ${fault.at} of ${fault.path} is not that of the level below`);
    case 'rootDiffers':
      return t(
        `全部条目算出的根哈希为 ${fault.computed}，签名的却是 ${fault.signed}：日志被改动`,
        `the entries give the root ${fault.computed}, but ${fault.signed} was signed: the log was changed`,
      );
    case 'leafMalformed':
      return t(`第 ${fault.index} 条不是记录的日志条目`, `entry ${fault.index} is not the leaf of a record`);
    case 'streamBroken':
      return t(
        `第 ${fault.index} 条：${fault.stream} 的版本为 ${fault.version}，应为 ${fault.expected}`,
        `entry ${fault.index}: version ${fault.version} of ${fault.stream} where ${fault.expected} had to come`,
      );
    case 'signatureBad':
    case 'signatureMissing':
    case 'actTwice':
    case 'modesMixed':
    case 'keyUnproved':
    case 'keysWithheld':
      return actFaultText(fault);
    default:
      return recordFaultText(fault);
  }
}

const badSignatures: Readonly<Record<Extract<ActFault, { kind: 'signatureBad' }>['why'], Sentence>> = {
  unknownKey: t('日志在此之前并未登记该密钥', 'the log registers no such key before it'),
  notValidThen: t('该密钥此前已吊销或更换', 'that key had been revoked or replaced before'),
  wrong: t('所签并非此内容', 'what was signed is not this'),
};

function missingText({ author }: { readonly author?: string }): Sentence {
  if (author === undefined)
    return t('有约束力的行为，却没有本主体的职位签名', 'an act that binds, without the signature of an office of its actor');
  return t(
    `此行为也以 ${author} 的名义作出，却没有其职位签名`,
    `an act that speaks for ${author} too, without the signature of an office of ${author}`,
  );
}

function actFaultText(fault: ActFault): Sentence {
  switch (fault.kind) {
    case 'signatureBad': {
      const { zh, en } = badSignatures[fault.why];
      return t(
        `第 ${fault.index} 条：密钥 ${fault.keyId} 的签名无效，${zh}`,
        `entry ${fault.index}: the signature of key ${fault.keyId} does not hold: ${en}`,
      );
    }
    case 'signatureMissing':
      return t(
        `第 ${fault.index} 条（${fault.id}）：${missingText(fault).zh}`,
        `entry ${fault.index} (${fault.id}): ${missingText(fault).en}`,
      );
    case 'actTwice':
      return t(
        `第 ${fault.index} 条（${fault.id}）：同一案例此前已有此行为，职位只签过一次，却记录了两次`,
        `entry ${fault.index} (${fault.id}): this act stands earlier in its case already; an office signed it once, and it was recorded twice`,
      );
    case 'modesMixed':
      return t(
        `第 ${fault.index} 条（${fault.id}）：有约束力而未签名，自称单机记录或导入，但此日志属于服务器，此类行为须有职位签名`,
        `entry ${fault.index} (${fault.id}): it binds without a signature and says that it is of local mode or imported, but this is the log of a server, where offices sign`,
      );
    case 'keyUnproved':
      return t(
        `第 ${fault.index} 条（${fault.id}）：密钥登记簿的记录没有其所称的凭据：持有人未自证，或无既有密钥作保`,
        `entry ${fault.index} (${fault.id}): a record of keys that shows no ground for what it claims: no proof by the holder, or no standing key that vouches`,
      );
    case 'keysWithheld':
      return t(
        `第 ${fault.index} 条：密钥登记簿的记录未附上，其后的签名无从核对`,
        `entry ${fault.index}: a record of keys is withheld, so later signatures cannot be judged`,
      );
    default: {
      const never: never = fault;
      throw new TypeError(`bug: a fault without text, ${JSON.stringify(never)}`);
    }
  }
}

const whyUnchecked: Readonly<Record<UncheckedAct['why'], Sentence>> = {
  notTold: t('其记录未提供，签名无从核对', 'its record is withheld, so that its signatures cannot be checked'),
  authorsUnknown: t(
    '本主体已签名；还须有谁签名，据所附的记录无从得知',
    'its own office has signed; who else has to cannot be told from the records that came along',
  ),
};

export function uncheckedText({ index, stream, id, type, why }: UncheckedAct): Sentence {
  const { zh, en } = whyUnchecked[why];
  return t(`第 ${index} 条（${stream}，${type}，${id}）：${zh}`, `entry ${index} (${stream}, ${type}, ${id}): ${en}`);
}

type RecordFault = Extract<
  VerifyFault,
  { kind: `record${string}` } | { kind: 'attachmentDiffers' } | { kind: 'inconsistent' } | { kind: 'olderThanKnown' } | { kind: 'otherLog' }
>;

function recordFaultText(fault: RecordFault): Sentence {
  switch (fault.kind) {
    case 'recordMissing':
      return t(`缺少第 ${fault.index} 条的记录`, `the record of entry ${fault.index} is missing`);
    case 'recordMalformed':
      return t(`第 ${fault.index} 条的记录无法读取`, `the record of entry ${fault.index} cannot be read`);
    case 'recordDiffers':
      return t(
        `第 ${fault.index} 条的记录与日志不符：记录被改动或错位`,
        `the record of entry ${fault.index} is not the one that was logged`,
      );
    case 'attachmentDiffers':
      return t(`${fault.path}：附件内容与记录所列摘要不符`, `${fault.path}: the file is not the one that a record names`);
    case 'recordsSurplus':
      return t(`记录多于日志的 ${fault.size} 条`, `there are more records than the ${fault.size} entries of the log`);
    case 'inconsistent':
      return t(
        `历史被改写：${fault.size} 条的日志并不以先前签名的 ${fault.oldSize} 条开头`,
        `history was rewritten: the log of ${fault.size} entries does not begin with the ${fault.oldSize} that were signed before`,
      );
    case 'olderThanKnown':
      return t(
        `日志只有 ${fault.size} 条，而先前已签名 ${fault.knownSize} 条：内容被截去，或给出的是旧本`,
        `the log has ${fault.size} entries, but ${fault.knownSize} were signed before: it was cut, or this is an old copy`,
      );
    case 'otherLog':
      return t(
        `这是日志 ${fault.origin}，先前的检查点属于 ${fault.knownOrigin}`,
        `this is the log ${fault.origin}, the earlier checkpoint is of ${fault.knownOrigin}`,
      );
    default: {
      const never: never = fault;
      throw new TypeError(`bug: a fault without text, ${JSON.stringify(never)}`);
    }
  }
}
