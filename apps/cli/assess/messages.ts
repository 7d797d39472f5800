import type { Bilingual } from '@gongze/domain/vocabulary/text';

const t = (zh: string, en: string): Bilingual => ({ zh, en });

export const assessHelp = {
  assess: t('按规则表计分，并提出问责建议', 'score by the rule tables, and what they propose about accountability'),
  table: t('以此文件中的规则表代替案例中的', 'a file with a rule table, instead of those of the case'),
  reading: t(
    '试用一个不在案的终期读数，如 120000=62（可重复）',
    'try a final reading that is not on record, such as 120000=62 (repeatable)',
  ),
  badReading: t('--reading 应为 行动者=数值，如 120000=62', 'a --reading is actor=number, such as 120000=62'),
} as const satisfies Record<string, Bilingual>;

export const assessLabels = {
  none: t('该日没有可用的规则表。', 'No rule table has been adopted by that day.'),
  holds: (from: string, until: string | null): Bilingual =>
    until === null ? t(`自${from}起`, `from ${from}`) : t(`${from}至${until}`, `${from} to ${until}`),
  hash: t('摘要', 'hash'),
  convention: t('约定', 'convention'),
  scores: t('考核', 'ASSESSMENT'),
  proposals: t('问责建议（仅为建议，不自动生效）', 'ACCOUNTABILITY, PROPOSED ONLY'),
  noProposals: t('按现有读数没有建议。', 'The readings on record lead to no proposal.'),
  published: t('公布', 'published'),
  computed: t('按表', 'by the table'),
  atMost: t('至多', 'at most'),
  final: t('终期', 'final'),
  agrees: t('一致', 'agrees'),
  differs: t('不一致', 'differs'),
  tried: t('含试用读数，不在案。', 'Some readings are tried and not on record.'),
  unknown: t('未知', 'not known'),
} as const;

export const gradeNames = {
  excellent: t('优秀', 'excellent'),
  good: t('良好', 'good'),
  pass: t('合格', 'pass'),
  fail: t('不合格', 'fail'),
} as const satisfies Record<string, Bilingual>;
