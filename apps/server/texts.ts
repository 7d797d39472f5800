/** Texts of the server, in both languages, in one place. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

const both = (zh: string, en: string): Bilingual => ({ zh, en });

export const serverTexts = {
  pageNotBuilt: both('网页尚未构建，请运行 npm run build。', 'The page is not built yet: run npm run build.'),
  building: both('正在构建网页……', 'Building the page …'),
  buildFailed: both('网页构建失败。', 'The page could not be built.'),
  open: (url: string): Bilingual => both(`共责已就绪：${url}`, `Gongze is ready: ${url}`),
  localMode: both(
    '本地模式：单一本机使用者，仅本机可访问，不核验身份。',
    'Local mode: one user on this machine, reachable from this machine only, identities are not checked.',
  ),
  exposed: (host: string): Bilingual =>
    both(
      `注意：正在监听 ${host}，本机以外也能访问，而身份不经核验。`,
      `Note: listening on ${host}, reachable from other machines, and identities are not checked.`,
    ),
  badScanner: (text: string): Bilingual => ({
    zh: `GONGZE_CLAMD 应为“主机:端口”（如 clamd:3310），现为“${text}”。`,
    en: `GONGZE_CLAMD is to be HOST:PORT (such as clamd:3310), but is “${text}”.`,
  }),
  leftAsWas: (caseId: string, facts: readonly string[]): Bilingual =>
    both(
      `${caseId}：附带数据中${facts.join('、')}与已入账内容不同，无法以更正表达，按已入账内容提供。`,
      `${caseId}: ${facts.join(', ')} differ from the record in a way no correction can express; the record is served as it stands.`,
    ),
  portTaken: (port: number): Bilingual =>
    both(`端口 ${port} 已被占用；请用 --port 另选一个。`, `Port ${port} is in use; choose another with --port.`),
  storeLost: both(
    '数据库没有应答；已确认的记录不受影响，恢复后服务器自行继续。',
    'The database does not answer. What was acknowledged is kept; the server goes on by itself once it is back.',
  ),
  storeBack: both('数据库恢复应答。', 'The database answers again.'),
  stopping: both('正在停止……', 'Stopping …'),
} as const;

/** Both languages on one line, for a terminal whose reader is not known. */
export function bothLines(text: Bilingual): string {
  return `${text.zh}  ${text.en}`;
}
