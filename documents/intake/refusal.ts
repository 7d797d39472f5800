/** Why a file that somebody hands in cannot be taken. A value, never an exception: whoever sent the file is to mend it. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

/** Precedence: size, kind, container, content. The first that applies is told. */
export type FileRefusalKind =
  | 'empty'
  | 'tooLarge'
  | 'oldOffice'
  | 'encrypted'
  | 'macros'
  | 'documentType'
  | 'unknownKind'
  | 'damaged'
  | 'expandsTooFar'
  | 'notText'
  | 'pdfWithoutText'
  | 'tooManyRows'
  | 'columnsMissing';

export interface FileRefusal {
  readonly ok: false;
  readonly refusal: FileRefusalKind;
  readonly text: Bilingual;
  /** What the library underneath said, for the log. */
  readonly cause?: unknown;
}

/** 20 MB: a ledger of a province is below 1 MB, an agreement with scanned seals below 10 MB. */
export const DOCUMENT_BYTES_MAX = 20 * 1024 * 1024;
/** What a container may unpack to. */
export const UNPACKED_BYTES_MAX = 100 * 1024 * 1024;
export const LEDGER_ROWS_MAX = 10_000;

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0);

const texts: Readonly<Record<Exclude<FileRefusalKind, 'tooLarge' | 'tooManyRows' | 'columnsMissing'>, Bilingual>> = {
  empty: { zh: '文件是空的。', en: 'The file is empty.' },
  oldOffice: {
    zh: '这是旧版 Office 文件（.xls 或 .doc）。请用 Excel、WPS 或 Word 另存为 .xlsx 或 .docx 后再导入。',
    en: 'This is an Office file of the old kind (.xls or .doc). Save it as .xlsx or .docx and import that.',
  },
  encrypted: {
    zh: '文件设有打开密码。请取消密码后另存，再导入。',
    en: 'The file is protected by a password. Save a copy without the password and import that.',
  },
  macros: {
    zh: '文件带有宏。宏不会被运行，也不接受带宏的文件；请另存为不含宏的 .xlsx 或 .docx 后再导入。',
    en: 'The file carries macros. They are never run, and a file that has them is not taken: save it as .xlsx or .docx without macros.',
  },
  documentType: {
    zh: '文件的 XML 声明了文档类型（DOCTYPE 或 ENTITY），可能引用外部内容，不予打开。请在 Excel、WPS 或 Word 中另存后再导入。',
    en: 'The XML of the file declares a document type (DOCTYPE or ENTITY), which may draw in other content, so it was not opened. Save a copy in Excel, WPS or Word and import that.',
  },
  unknownKind: {
    zh: '不认识这种文件。台账请用 .xlsx 或 .csv，协议和纪要请用 .docx、.pdf、.txt 或 .md。',
    en: 'This kind of file is not known. A ledger is .xlsx or .csv; an agreement or minutes .docx, .pdf, .txt or .md.',
  },
  damaged: {
    zh: '文件已损坏，或扩展名与内容不符。请在原程序中打开，确认无误后另存一份再导入。',
    en: 'The file is damaged, or its name does not say what it is. Open it in its own program, save a copy, and import that.',
  },
  expandsTooFar: {
    zh: `文件解压后过大（超过 ${megabytes(UNPACKED_BYTES_MAX)} MB），未予打开。请删去多余的工作表、图片或空白行后另存。`,
    en: `The file unpacks to more than ${megabytes(UNPACKED_BYTES_MAX)} MB and was not opened. Remove sheets, pictures or empty rows that are not needed.`,
  },
  notText: {
    zh: '无法识别文本编码。请另存为 UTF-8 或 GBK 编码的 CSV 后再导入。',
    en: 'The encoding of the text is not known. Save it as CSV in UTF-8 or GBK.',
  },
  pdfWithoutText: {
    zh: '这份 PDF 里没有文字，可能是扫描件。请先做文字识别，或导入原来的 .docx。',
    en: 'This PDF holds no text; it is probably a scan. Run text recognition first, or import the .docx it was made from.',
  },
};

export function refuse(refusal: keyof typeof texts, cause?: unknown): FileRefusal {
  return { ok: false, refusal, text: texts[refusal], ...(cause !== undefined && { cause }) };
}

export function refuseSize(bytes: number, bytesMax: number): FileRefusal {
  return {
    ok: false,
    refusal: 'tooLarge',
    text: {
      zh: `文件有 ${megabytes(bytes)} MB，最大 ${megabytes(bytesMax)} MB。请删去图片和无关的工作表，或分成几个文件。`,
      en: `The file has ${megabytes(bytes)} MB; at most ${megabytes(bytesMax)} MB are taken. Remove pictures and other sheets, or split it.`,
    },
  };
}

export function refuseRows(rows: number): FileRefusal {
  return {
    ok: false,
    refusal: 'tooManyRows',
    text: {
      zh: `表中有 ${rows} 行，一次最多导入 ${LEDGER_ROWS_MAX} 行。请分成几个文件。`,
      en: `The table has ${rows} rows; at most ${LEDGER_ROWS_MAX} are imported at once. Split it into several files.`,
    },
  };
}

/** `found`: the first texts of the table, so that the reader sees what was looked at. */
export function refuseColumns(missing: readonly Bilingual[], found: readonly string[]): FileRefusal {
  const seen = found.slice(0, 8).join(' | ').slice(0, 160);
  return {
    ok: false,
    refusal: 'columnsMissing',
    text: {
      zh: `没有找到需要的列：${missing.map(({ zh }) => zh).join('、')}。所见为：${seen || '空表'}。请在列对应中指明，或把表头改为这些名称。`,
      en: `Columns that are needed were not found: ${missing.map(({ en }) => en).join(', ')}. Found: ${seen || 'an empty table'}. Name them in the mapping, or rename the headings.`,
    },
  };
}
