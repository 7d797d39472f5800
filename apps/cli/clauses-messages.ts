/** Texts of `gongze clauses` in both languages. */
import type { ConfidenceField, VagueLabel } from '@gongze/clauses';
import type { TextFault } from '@gongze/documents/text';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';

const t = (zh: string, en: string): Bilingual => ({ zh, en });

export const clauseLabels = {
  score: t('约束力', 'binding score'),
  vague: {
    no_party: t('没有写明由谁做', 'Nobody is named who has to act'),
    collective_party_only: t('只写了各方共同，没有牵头单位', 'Only a collective is named, and no lead'),
    no_deadline: t('没有期限', 'No date'),
    no_measure: t('没有可以核对的指标或结果', 'Nothing that could be measured or checked'),
    aspirational_verb: t('用语是愿望，不是行动', 'The verb states a wish, not an act'),
    no_consequence: t('没有写明做不到怎么办', 'No consequence if it is not done'),
  } satisfies Record<VagueLabel, Bilingual>,
  field: {
    attribute: t('由谁做', 'who acts'),
    lead: t('谁牵头', 'who leads'),
    deontic: t('是否必须', 'how it binds'),
    deadline: t('期限', 'the date'),
    indicator: t('指标', 'the measure'),
    orElse: t('后果', 'the consequence'),
    aimClass: t('能否核对', 'whether it can be checked'),
  } satisfies Record<ConfidenceField, Bilingual>,
} as const;

const faults: Readonly<Record<TextFault, Bilingual>> = {
  notText: t('不是文本文件', 'not a text file'),
  notDocx: t('不是可读取的 Word 文档（.docx）', 'not a Word document (.docx) that can be read'),
  oldWord: t('是旧版 Word 文档，请另存为 .docx', 'a Word document of the old kind; save it as .docx'),
  unknownKind: t('只能读取 .txt、.md、.docx', 'only .txt, .md and .docx can be read'),
};

export const clauseSentences = {
  badLine: t('应为一行一个 {id, lang, text}，lang 为 zh 或 en', 'expected one {id, lang, text} a line, with lang zh or en'),
  badDay: t('签订日期应为 YYYY-MM-DD', 'the day of signature is YYYY-MM-DD'),
  badParties: (path: string): Bilingual =>
    t(`${path}：应为 JSON 对象，如 {"甲方": "临江市人民政府"}`, `${path}: expected a JSON object such as {"Party A": "City of Harrow"}`),
  unreadable: (path: string, fault: TextFault): Bilingual => t(`${path}：${faults[fault].zh}`, `${path}: ${faults[fault].en}`),
  question: (fields: readonly string[], lang: Language): string =>
    lang === 'zh' ? `请核对：${fields.join('、')}` : `Please check: ${fields.join(', ')}`,
  summary: (count: number, score: number | null): Bilingual =>
    t(
      `共 ${count} 条，平均约束力 ${score === null ? '–' : score.toFixed(2)}`,
      `Clauses: ${count}. Mean binding score: ${score === null ? '–' : score.toFixed(2)}`,
    ),
} as const;

export const clauseHelp = {
  clauses: t('把协议文本读成责任语句，并指出空泛之处', 'read an agreement into statements, and show what is vague in it'),
  signed: t('签订日期 YYYY-MM-DD', 'day of signature, YYYY-MM-DD'),
  parties: t('当事方名称文件（JSON）', 'file of the parties’ names (JSON)'),
  jsonl: t('每条一行 JSON；输入可为 {id, lang, text} 行', 'one JSON record a line; the input may be lines {id, lang, text}'),
  lang: t('输出说明所用语言；条文各按自身语言读', 'language of the messages; each clause is read in its own'),
} as const satisfies Record<string, Bilingual>;
