/** Words of this page. Fetched with it, not with the first page. */
import type { TimerKind } from '@gongze/domain/decisions/timers';
import type { Bilingual } from '@gongze/domain/vocabulary/text';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

export const words = {
  title: w('提醒', 'Notices'),
  forWhom: w('为谁查看', 'On behalf of'),
  nobody: w(
    '请先登录，并选择职位；提醒按职位所代表的单位发出。',
    'Sign in and choose an office: notices go to the body that the office acts for.',
  ),
  noSides: w('还没有可查看的单位。先新立一案。', 'There is no body to look for yet. Open a case first.'),
  toAccount: w('前往账号页', 'To the account page'),
  markAll: w('全部标为已读', 'Mark all as read'),
  mark: w('标为已读', 'Mark as read'),
  read: w('已读', 'read'),
  empty: w('没有提醒。', 'No notices.'),
  emptyText: w(
    '事项临期、逾期，或有人等您答复太久时，这里会出现一条；每件事只提醒一次。',
    'When a duty falls due, is late, or somebody waits too long for your answer, it is told here, each matter once.',
  ),
  more: w('更早的', 'Older ones'),
  told: w('告知于', 'Told'),
  mailTitle: w('邮件', 'E-mail'),
  mailText: w(
    '页面之外另发邮件；新的提醒合成一封，同一条不重复发送。由运维者配置邮件服务器后才会发出。',
    'By mail as well: everything new in one message, nothing twice. It goes out once the operator has set up a mail server.',
  ),
  mailLocal: w('本地模式没有账号，不发邮件。', 'Local mode has no accounts, so no mail is sent.'),
  how: w('何时发送', 'When'),
  off: w('不发', 'Never'),
  each: w('随时', 'As it happens'),
  daily: w('每日一封', 'Once a day'),
  digestHour: w('每日发送时间', 'Time of the daily message'),
  quiet: w('免打扰时段', 'Quiet hours'),
  quietOn: w('设免打扰时段', 'Keep quiet hours'),
  from: w('从', 'from'),
  until: w('到', 'until'),
  quietText: w('时段内的提醒留到时段结束后发送。时间为北京时间。', 'What comes in those hours waits until they are over. Beijing time.'),
  language: w('邮件语言', 'Language of the mail'),
  saved: w('已保存。', 'Saved.'),
  robotsTitle: w('群机器人', 'Robots of group chats'),
  robotsText: w(
    '企业微信与钉钉群机器人由运维者在 GONGZE_ROBOTS_FILE 中登记：机器人的地址等同口令，不在页面上填写。',
    'Robots of WeChat Work and DingTalk are registered by the operator in GONGZE_ROBOTS_FILE: the address of a robot is as good as a password and is not typed into a page.',
  ),
  calendarTitle: w('日历订阅', 'Calendar subscription'),
  calendarText: w(
    '把地址加入日历程序，本单位的期限会自动更新。知道地址的人都能读到，请勿转发；更换后旧地址立即失效。',
    'Add the address to a calendar program and the due dates of this side keep themselves up to date. Whoever knows it can read it. Once it is renewed, the old one shows nothing.',
  ),
  subscribe: w('生成订阅地址', 'Make an address'),
  renew: w('更换地址', 'Renew'),
  revoke: w('停用', 'Revoke'),
  copy: w('复制', 'Copy'),
  copied: w('已复制。', 'Copied.'),
  onceText: w('地址只显示这一次，请现在复制。', 'It is shown this once: copy it now.'),
  address: w('订阅地址', 'Address'),
  since: w('生成于', 'Made'),
  lastRead: w('最近读取', 'Last read'),
  neverRead: w('尚未读取', 'not read yet'),
  none: w('还没有订阅地址。', 'There is no address yet.'),
} as const;

export const unreadText = (count: number): Bilingual => w(`${count}条未读`, `${count} unread`);

export const kindWords: Readonly<Record<TimerKind, Bilingual>> = {
  dueSoon: w('临期', 'Due soon'),
  overdue: w('逾期', 'Past due'),
  escalated: w('上报', 'Up the line'),
  slipProposed: w('建议发督办单', 'Slip proposed'),
  slipUnanswered: w('督办单未反馈', 'Slip unanswered'),
  extensionUnanswered: w('延期待答复', 'Extension to decide'),
  publicityOver: w('公示期满', 'Publicity over'),
  lookBack: w('回头看', 'Look back'),
  decisionReview: w('决定复审', 'Review of a decision'),
  inspectionOver: w('督查期满', 'Inspection over'),
  reviewRequestEnds: w('复核申请期', 'Time to ask for a review'),
  reviewDecisionDue: w('复核决定', 'Review to decide'),
  requestUnanswered: w('请求未答复', 'Request unanswered'),
  exitReading: w('退出读数', 'Exit criteria'),
  sunsetNear: w('介入将到期', 'Sunset near'),
  sunsetPassed: w('介入已到期', 'Sunset passed'),
  watchEnds: w('观察期满', 'Watch over'),
};
