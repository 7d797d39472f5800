/** Texts of the commands about documents, in both languages. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

const t = (zh: string, en: string): Bilingual => ({ zh, en });

export const documentHelp = {
  export: t(
    '把案例写成文件：台账、日历、事件日志、数据、督办通知单、函、纪要',
    'write a case as a file: ledger, calendar, event log, data, supervision notice, letter, minutes',
  ),
  format: t(
    '格式：xlsx、ics、ocel、csv、json、notice（督办通知单）、letter（函）、minutes（纪要）',
    'format: xlsx, ics, ocel, csv, json, notice, letter or minutes',
  ),
  output: t('写入的文件；文本格式缺省输出到屏幕', 'file to write; formats that are text go to the screen without it'),
  table: t('csv 的表：ledger（默认）、facts 或 dictionary', 'table of csv: ledger (default), facts or dictionary'),
  duty: t('责任事项编号；默认最紧迫的一项', 'id of the duty; default the most pressing one'),
  by: t('发文单位代码', 'code of the issuer'),
  to: t('收文单位代码（函）', 'code of the addressee (letter)'),
  meeting: t('会议编号（纪要）；默认最近一次', 'id of the meeting (minutes); default the latest'),
  actor: t('只列该单位的日程（ics）', 'only what concerns this actor (ics)'),
  number: t('发文字号，如 京环〔2025〕3号', 'number of the document, such as 京环〔2025〕3号'),
  importLedger: t(
    '读取台账（.xlsx、.csv），显示将要记录的内容；不写入任何内容',
    'read a ledger (.xlsx, .csv) and show what it would record; nothing is written',
  ),
  case: t('所导入的案例；其中已有的事项只记录变化', 'case that it goes into; of duties it knows only the changes count'),
  map: t(
    '列的含义，如 D=due、“完成情况=progress.zh”、E=-（不读）',
    'meaning of a column, such as D=due, “Remarks=progress.en”, E=- (left out)',
  ),
  on: t('事件日期，默认今天', 'day of the events; default today'),
  preview: t('显示预览（默认）', 'show the preview (default)'),
  json: t('输出可供 gongze record 使用的 JSON', 'print JSON that gongze record takes'),
} as const satisfies Record<string, Bilingual>;

export const documentSentences = {
  unknownFormat: (format: string, known: string): Bilingual =>
    t(`没有“${format}”这种格式；可用：${known}`, `There is no format “${format}”; there are ${known}`),
  needsOutput: t('该格式不是文本，请用 -o 指明文件', 'This format is no text: name a file with -o'),
  badMapping: (text: string, keys: string): Bilingual =>
    t(
      `列对应“${text}”读不懂；应为 列=含义，含义为：${keys}`,
      `The mapping “${text}” cannot be read; it is column=meaning, with one of ${keys}`,
    ),
  badDay: t('日期应为 YYYY-MM-DD', 'The day is YYYY-MM-DD'),
  written: (path: string, bytes: number): Bilingual => t(`已写入 ${path}（${bytes} 字节）`, `Written: ${path} (${bytes} bytes)`),
  table: (sheet: string, row: number): Bilingual => t(`工作表“${sheet}”，表头在第 ${row} 行`, `Sheet “${sheet}”, headings in row ${row}`),
  ignored: t('不读', 'not read'),
  kinds: {
    new: t('新增', 'new'),
    changed: t('变更', 'changed'),
    unchanged: t('不变', 'unchanged'),
    faulty: t('有误', 'faulty'),
  },
  summary: (events: number): Bilingual =>
    t(
      `将记录 ${events} 条事实；尚未写入任何内容`,
      `${events} ${events === 1 ? 'fact' : 'facts'} would be recorded; nothing is written yet`,
    ),
  faults: (count: number): Bilingual =>
    t(
      `共 ${count} 处错误，全部改正后才能导入；未写入任何内容`,
      `${count} ${count === 1 ? 'fault' : 'faults'}: nothing is imported until all are mended`,
    ),
} as const;
