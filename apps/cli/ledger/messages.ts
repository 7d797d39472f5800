/** Texts of the commands that look after the ledger. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

const t = (zh: string, en: string): Bilingual => ({ zh, en });
const n = (value: number): string => value.toLocaleString('en-GB');

export const ledgerHelp = {
  fsck: t('核查全部账目：事实、日志、检查点', 'check the whole ledger: facts, log, checkpoints'),
  backup: t('备份数据库到文件（不含密钥）', 'back the database up into a file (without keys)'),
  restore: t('把备份恢复到空数据库，并按签署内容核查', 'restore a backup into an empty database, checked against what was signed'),
  exportLog: t('把日志导出为目录，可用 gongze verify 离线核验', 'export the log as a folder that gongze verify checks offline'),
  logKey: t('生成日志的签名密钥文件', 'make a file with a new signing key for the log'),
  databaseRole: t(
    '以表所有者身份更新表结构，并授予服务器账户恰好够用的权限（DATABASE_URL 为所有者）',
    'bring the tables up to date as their owner and give a server’s account just the rights it needs (DATABASE_URL names the owner)',
  ),
  policy: t('策略文件：日志公钥、见证方、法定数', 'policy file: key of the log, witnesses, quorum'),
  checkpoint: t('他处保存的检查点或回执，可多次给出', 'checkpoint or receipt that was kept elsewhere; may be repeated'),
} as const satisfies Record<string, Bilingual>;

export const ledgerTexts = {
  whole: (facts: number, size: number, checkpoints: number): Bilingual =>
    t(
      `完好：${n(facts)} 条事实，日志 ${n(size)} 条，检查点 ${n(checkpoints)} 个。`,
      `Whole: ${n(facts)} facts, ${n(size)} entries in the log, ${n(checkpoints)} checkpoints.`,
    ),
  wholeFiles: (files: number): Bilingual =>
    t(`附件 ${n(files)} 个，逐一按摘要核对无误。`, `${n(files)} attached files, each of them the one its digest names.`),
  filesElsewhere: (files: number): Bilingual =>
    t(
      `另有 ${n(files)} 个附件为导入的事实所列，不在此处保管，无从核对。`,
      `${n(files)} more are named by imported facts and are not kept here: they could not be checked.`,
    ),
  broken: (count: number): Bilingual => t(`发现 ${n(count)} 处问题。`, `${n(count)} ${count === 1 ? 'fault' : 'faults'} found.`),
  noLedger: (dataDir: string): Bilingual =>
    t(
      `${dataDir} 中没有账目。请检查 --data-dir 或 GONGZE_DATA_DIR，或用 DATABASE_URL 指定数据库。`,
      `There is no ledger in ${dataDir}. Look at --data-dir or GONGZE_DATA_DIR, or name the database with DATABASE_URL.`,
    ),
  unreadable: (path: string, code: string): Bilingual => t(`无法读取 ${path}（${code}）`, `${path} cannot be read (${code})`),
  waiting: (count: number): Bilingual => t(`另有 ${n(count)} 条事实等待进入日志。`, `${n(count)} facts wait for their place in the log.`),
  backedUp: (path: string, facts: number): Bilingual => t(`已备份 ${n(facts)} 条事实：${path}`, `${n(facts)} facts backed up: ${path}`),
  keyApart: t(
    '日志密钥不在备份中，请另行妥善保存；没有它，恢复后的日志无法继续签署。',
    'The key of the log is not in the backup: keep it apart. Without it a restored log cannot be signed on.',
  ),
  restored: (path: string, facts: number): Bilingual => t(`已恢复 ${n(facts)} 条事实：${path}`, `${n(facts)} facts restored: ${path}`),
  exported: (folder: string, size: number): Bilingual => t(`已导出日志 ${n(size)} 条：${folder}`, `${n(size)} entries exported: ${folder}`),
  ownerNeeded: t(
    '请用 DATABASE_URL 或 DATABASE_URL_FILE 指定数据库，并以表的所有者连接。',
    'Name the database, as the owner of the tables, with DATABASE_URL or DATABASE_URL_FILE.',
  ),
  rolePrepared: (role: string): Bilingual => t(`已就绪：账户 ${role} 可供服务器使用。`, `Ready: servers may work as ${role}.`),
  keyMade: (path: string): Bilingual =>
    t(
      `已生成密钥，仅属主可读：${path}。公钥如下，供见证方与信任策略使用：`,
      `Key made, readable by its owner only: ${path}. Its public half, for witnesses and policies:`,
    ),
  keyThere: (path: string): Bilingual => t(`文件已存在，未改动：${path}`, `The file is there already and stays as it is: ${path}`),
} as const;
