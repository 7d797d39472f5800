/** What can be wrong with a ledger, and how it is told. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

export const findingKinds = [
  'factUnreadable',
  'factNotItsLeaf',
  'factNotItsColumns',
  'versionMissing',
  'versionRepeated',
  'idRepeated',
  'streamSize',
  'streamUnknown',
  'caseHead',
  'caseMissing',
  'placeMissing',
  'placeRepeated',
  'placeWithoutFact',
  'placeOutOfOrder',
  'tileDiffers',
  'tileMissing',
  'tileUnknown',
  'checkpointMissing',
  'checkpointUnsigned',
  'checkpointNotItsColumns',
  'rootDiffers',
  'treeTooSmall',
  'notSigned',
  'attachmentDiffers',
  'attachmentMissing',
] as const;
export type FindingKind = (typeof findingKinds)[number];

export interface Finding {
  readonly kind: FindingKind;
  /** Table and row. */
  readonly at: string;
}

const both = (zh: string, en: string): Bilingual => ({ zh, en });

export const findingTexts: Readonly<Record<FindingKind, Bilingual>> = {
  factUnreadable: both('事实的文本无法读取', 'the text of the fact cannot be read'),
  factNotItsLeaf: both('事实与其叶不符', 'the fact is not the one its leaf was made of'),
  factNotItsColumns: both('事实与其所在行不符', 'the fact is not the one its row names'),
  versionMissing: both('缺少版本', 'a version is missing'),
  versionRepeated: both('版本重复', 'a version stands there twice'),
  idRepeated: both('编号或幂等键重复', 'an id or a key stands there twice'),
  streamSize: both('事实数量与登记不符', 'the number of facts is not the one kept'),
  streamUnknown: both('既非案例也非登记簿', 'neither a case nor a registry'),
  caseHead: both('案例名称与登记簿不符', 'the name of the case is not the one in its registry'),
  caseMissing: both('登记簿中的案例不在其位', 'a case of the registry is missing'),
  placeMissing: both('日志中缺少位置', 'a place in the log is missing'),
  placeRepeated: both('日志中的位置或记录重复', 'a place or a record stands in the log twice'),
  placeWithoutFact: both('日志中的位置没有事实', 'a place in the log has no fact'),
  placeOutOfOrder: both('日志中的顺序与流的顺序不符', 'the log has the records of a stream in another order'),
  tileDiffers: both('瓦片与叶不符', 'a tile is not what the leaves give'),
  tileMissing: both('缺少瓦片', 'a tile is missing'),
  tileUnknown: both('多余的瓦片', 'a tile that no tree has'),
  checkpointMissing: both('缺少检查点', 'a checkpoint is missing'),
  checkpointUnsigned: both('检查点的签名无效', 'a signature of the checkpoint does not hold'),
  checkpointNotItsColumns: both('检查点与其所在行不符', 'the checkpoint is not the one its row names'),
  rootDiffers: both('树根与签署的不符', 'the root is not the one that was signed'),
  treeTooSmall: both('条目少于已签署的数量', 'fewer entries than were signed'),
  attachmentDiffers: both('附件内容与其摘要不符', 'the bytes of a file do not give its digest'),
  attachmentMissing: both('事实所列附件不在其位', 'a file that the fact names is missing'),
  notSigned: both('有条目没有检查点', 'entries without a checkpoint'),
};
