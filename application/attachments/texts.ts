/** What is said about attached files. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

const both = (zh: string, en: string): Bilingual => ({ zh, en });
const megabytes = (bytes: number): string => (bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 });

export const attachmentTexts = {
  none: both('此处不保管附件。', 'No files are kept here.'),
  tooLarge: (max: number) => both(`不超过 ${megabytes(max)} MB 的文件`, `a file of at most ${megabytes(max)} MB`),
  tooLargeText: (bytes: number, max: number) =>
    both(
      `文件为 ${megabytes(bytes)} MB，超过上限 ${megabytes(max)} MB。请压缩或分成几份；也可只登记其摘要，文件另行保管。`,
      `The file has ${megabytes(bytes)} MB; ${megabytes(max)} MB are allowed. Make it smaller or split it; or record its digest alone and keep the file elsewhere.`,
    ),
  tooMuch: both(
    '您已上传而尚未用于任何记录的文件过多。请先把它们用于记录，或等待两天后自动清除。',
    'You have handed in too many files that no record names yet. Use them in a record, or wait two days: then they are cleared away.',
  ),
  notAnnounced: both('请先登记文件的摘要与长度，再上传其内容。', 'Announce the file with its digest and length before sending its bytes.'),
  partNumber: (count: number) => both(`0 到 ${count - 1} 的分段号`, `the number of a part, 0 to ${count - 1}`),
  partLength: (bytes: number) => both(`长 ${bytes} 字节的分段`, `a part of ${bytes} bytes`),
  badPart: both('分段与登记的长度不符。', 'The part does not fit the announced length.'),
  lengthDiffers: (bytes: number) => both(`先前登记的长度 ${bytes}`, `the length announced before, ${bytes}`),
  otherFile: both(
    '收到的内容与登记的摘要不符，已丢弃：文件在上传期间被改动，或传输有误。请重新选择文件。',
    'What arrived is not the file of the digest and was thrown away: it was changed while it was sent, or the transfer failed. Choose the file again.',
  ),
  infected: (found: string) =>
    both(
      `文件未被接收：病毒扫描发现“${found}”。已上传的内容已删除，请换用干净的文件。`,
      `The file was not taken: the virus scanner found “${found}” in it. What arrived was deleted; choose a clean file.`,
    ),
  notScanned: both(
    '病毒扫描服务暂不可用，文件尚未接收；已上传的部分仍在，请稍后重试。',
    'The virus scanner cannot be asked at the moment, so the file is not taken yet. What arrived is still here; try again later.',
  ),
  noSuchFile: both('没有这一附件，或其所在的记录未向您公开。', 'There is no such file, or no record that names it is open to you.'),
  notHeld: (name: string) =>
    both(
      `附件“${name}”尚未上传到本案例，不能写入记录。`,
      `The file “${name}” has not been handed in to this case, so no record can name it.`,
    ),
  notHeldRemedy: both(
    '先上传文件再记录；文件另行保管的，填写“另处所存文件的摘要”。',
    'Hand the file in first. Of a file that is kept elsewhere give the digest of a file kept elsewhere.',
  ),
  otherThanHeld: (name: string) =>
    both(`附件“${name}”的长度或类型与所上传的不符。`, `Length or kind of the file “${name}” are not those of the file that was handed in.`),
  otherThanHeldRemedy: both('按上传完成时告知的长度与类型填写。', 'Give length and kind as they were told when the file was in.'),
} as const;
