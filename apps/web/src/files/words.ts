/** Words of attached files. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

export const fileWords = {
  choose: w('选择文件…', 'Choose files …'),
  note: w(
    '文件随记录保管：先在本机计算摘要，再上传；有权查看该记录的人可以下载并核对。',
    'The file is kept with the record: its digest is computed here, then it is sent. Whoever may read the record can download and check it.',
  ),
  hashing: w('正在计算摘要', 'computing the digest'),
  sending: w('正在上传', 'sending'),
  ready: w('已上传，内容与摘要一致 ✓', 'sent, and it matches its digest ✓'),
  remove: w('移除', 'Remove'),
  again: w('重试', 'Try again'),
  stop: w('停止', 'Stop'),
  empty: w('文件是空的。', 'The file is empty.'),
  tooMany: w('一条记录至多附 20 个文件。', 'A record takes 20 files at most.'),
  unreachable: w('连不上服务器，上传中断。已传部分会保留，可以重试。', 'The server cannot be reached. What was sent is kept; try again.'),
  changed: w('文件在上传期间被改动，请重新选择。', 'The file was changed while it was sent. Choose it again.'),
  files: w('附件', 'Files'),
  take: w('下载并核对', 'Download and check'),
  taking: w('正在下载并核对', 'downloading and checking'),
  matches: w('与记录一致 ✓', 'matches the record ✓'),
  differs: w('与记录不一致 ✕，未保存', 'does not match the record ✕, not saved'),
  notTaken: w('未能下载：', 'It could not be downloaded: '),
  digest: w('SHA-256 摘要', 'SHA-256 digest'),
  elsewhere: w('文件另处保管，此处只有摘要', 'The file is kept elsewhere; only its digest is here'),
} as const;

const kinds: Readonly<Record<string, Bilingual>> = {
  'application/pdf': w('PDF', 'PDF'),
  'image/png': w('PNG 图片', 'PNG picture'),
  'image/jpeg': w('JPEG 图片', 'JPEG picture'),
  'image/gif': w('GIF 图片', 'GIF picture'),
  'image/webp': w('WebP 图片', 'WebP picture'),
  'image/tiff': w('TIFF 图片', 'TIFF picture'),
  'video/mp4': w('视频', 'Video'),
  'text/plain': w('文本', 'Text'),
  'application/zip': w('压缩包', 'Archive'),
  'application/gzip': w('压缩包', 'Archive'),
  'application/vnd.rar': w('压缩包', 'Archive'),
  'application/x-7z-compressed': w('压缩包', 'Archive'),
  'application/ofd': w('OFD 版式文件', 'OFD'),
  'application/x-ole-storage': w('旧版或加密的办公文档', 'Office document, old or encrypted'),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': w('Word 文档', 'Word document'),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': w('Excel 表格', 'Excel workbook'),
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': w('演示文稿', 'Slides'),
  'application/vnd.oasis.opendocument.text': w('ODF 文档', 'ODF document'),
  'application/vnd.oasis.opendocument.spreadsheet': w('ODF 表格', 'ODF spreadsheet'),
};
const unknownKind = w('其他文件', 'Other file');

export const kindOf = (mediaType: string): Bilingual => kinds[mediaType] ?? unknownKind;

/** Thousands of bytes, as the disk of the reader counts them. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`;
}
