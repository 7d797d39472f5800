/** Texts about requests as such, in both languages, in one place. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { AddressFault } from '../webhooks/send.ts';
import type { ProblemKind } from './kinds.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });

export const problemTitles: Record<ProblemKind, Bilingual> = {
  badRequest: both('请求有误', 'The request cannot be read'),
  badInput: both('输入有误', 'The input has faults'),
  badAddress: both('网址有误', 'The address cannot be read'),
  unauthenticated: both('尚未登录', 'Not signed in'),
  forbidden: both('无此权限', 'Not permitted'),
  notFound: both('未找到', 'Not found'),
  methodNotAllowed: both('不支持此方法', 'Method not allowed'),
  notAcceptable: both('没有所要求的格式', 'No such format'),
  requestTimeout: both('请求超时', 'The request took too long'),
  conflict: both('案例已更新', 'The case has moved on'),
  keyReused: both('幂等键已被使用', 'The idempotency key was used before'),
  refused: both('现有状态不允许', 'The state of the case does not allow it'),
  preconditionFailed: both('前提不成立', 'The precondition does not hold'),
  tooLarge: both('请求过大', 'The request is too large'),
  addressTooLong: both('网址过长', 'The address is too long'),
  unsupportedMediaType: both('不支持此格式', 'Unsupported format'),
  expectationFailed: both('无法满足 Expect', 'The expectation cannot be met'),
  preconditionRequired: both('缺少前提', 'A precondition is required'),
  tooMany: both('请求过于频繁', 'Too many requests'),
  headersTooLarge: both('请求头过大', 'The headers are too large'),
  fault: both('服务器故障', 'The server failed'),
  unavailable: both('暂时不可用', 'Not available for the moment'),
};

export const httpTexts = {
  badAddress: both('网址中的百分号转义不合规。', 'A percent escape of the address is malformed.'),
  malformed: both('请求不合 HTTP 规范。', 'The request is not well-formed HTTP.'),
  noSuchPath: (path: string): Bilingual => both(`没有“${path}”。`, `There is no “${path}”.`),
  method: (method: string, allow: readonly string[]): Bilingual =>
    both(`此处不支持 ${method}，可用：${allow.join('、')}。`, `${method} is not supported here; supported: ${allow.join(', ')}.`),
  mediaType: (wanted: string, found: string): Bilingual =>
    both(`请求体须为 ${wanted}${found && `，现为 ${found}`}。`, `The body must be ${wanted}${found && `, found ${found}`}.`),
  encoding: both(
    '请求体的压缩方式须为 gzip、br 或 deflate，且能够解开。',
    'A packed body must be gzip, br or deflate, and such that it can be unpacked.',
  ),
  tooLarge: (max: number): Bilingual => both(`请求体至多 ${max} 字节。`, `The body may have at most ${max} bytes.`),
  addressTooLong: (max: number): Bilingual => both(`网址至多 ${max} 字节。`, `The address may have at most ${max} bytes.`),
  headersTooLarge: both('请求头至多 16 KiB。', 'The headers may have at most 16 KiB.'),
  requestTimeout: both('请求未在限定时间内发完。', 'The request was not complete in time.'),
  expectation: both('不支持 100-continue 以外的 Expect。', 'No expectation but 100-continue is supported.'),
  metricsToken: both(
    '读取度量须在 Authorization 头部以 Bearer 出示 GONGZE_METRICS_TOKEN 所设的令牌，或以运维角色登录。仅凭请求来自本机不再放行：经由本机上的代理，人人都来自本机。',
    'Measures are read with the token that GONGZE_METRICS_TOKEN sets, sent as Authorization: Bearer, or by an operator who has signed in. Coming from this machine does not suffice: through a proxy on it, everybody does.',
  ),
  tooMany: (seconds: number): Bilingual => both(`请在 ${seconds} 秒后再试。`, `Try again in ${seconds} seconds.`),
  ifMatchMissing: both(
    '请在 If-Match 中给出所依据的版本，如 If-Match: "v12"；不论版本则为 *。',
    'Name the version that you rest on in If-Match, such as If-Match: "v12"; * stands for any.',
  ),
  pairs: both('以逗号分隔的对应，如 C=liable,F=-', 'pairs with commas between them, such as C=liable,F=-'),
  meaning: (known: readonly string[]): Bilingual =>
    both(`下列之一：${known.join('、')}；不读则为 -`, `one of ${known.join(', ')}, or - to leave the column out`),
  filesBusy: both('正在读取其他文件，请稍后再试。', 'Other files are being read; try again in a moment.'),
  rowsFaulty: (count: number): Bilingual =>
    both(
      `表中有 ${count} 处错误，全部改正后才能导入；没有记录任何内容。`,
      `The table has ${count} ${count === 1 ? 'fault' : 'faults'}; nothing is recorded until all are mended.`,
    ),
  nothingToRecord: both('表中内容与案例一致，没有需要记录的内容。', 'The table says what the case says: there is nothing to record.'),
  tooManyEvents: (count: number, max: number): Bilingual =>
    both(
      `将记录 ${count} 条事实，一次最多 ${max} 条。请分成几个文件。`,
      `${count} facts would be recorded; at most ${max} at once. Split the file.`,
    ),
  calendarsMax: (max: number): Bilingual => both(`每个岗位至多订阅 ${max} 个日历。`, `An office may have at most ${max} calendars.`),
  webhooksMax: (max: number): Bilingual => both(`每个岗位至多登记 ${max} 个接收地址。`, `An office may register at most ${max} receivers.`),
  keyReused: both('此幂等键已用于另一接收地址。', 'This idempotency key was used for another receiver.'),
  estimatesWait: {
    zh: '正在估计预期效果的请求过多，请稍后再试；不带 estimate 的报告随时可取。',
    en: 'Too many estimates are waiting. Try again shortly; the report without estimate is there at once.',
  },
  studiesMax: (max: number): Bilingual =>
    both(
      `同时进行的推演至多 ${max} 项；请等其完成，或取消一项。`,
      `At most ${max} experiments run at a time; wait for one, or cancel one.`,
    ),
  studyKeyReused: both('此幂等键已用于另一情景。', 'This idempotency key was used for another scenario.'),
  fault: both(
    '服务器未能完成请求，没有任何记录因此改变。请稍后再试。',
    'The server could not complete the request; no record was changed. Try again later.',
  ),
  outcomeUnknown: both(
    '数据库中断，无法确定是否已记录。请以同一幂等键重发，不会重复记录。',
    'The database went away; whether this was recorded is not known. Send it again with the same idempotency key: nothing is recorded twice.',
  ),
  unavailable: both('数据库暂时不可用，没有任何记录因此改变。', 'The database is not available for the moment; no record was changed.'),
} as const;

export const headerTexts = {
  etags: both('"v12" 形式的标签列表，或 *', 'a list of tags such as "v12", or *'),
  key: both('1 至 120 个可见 ASCII 字符', '1 to 120 visible ASCII characters'),
  cursor: both('上一页给出的 next', 'the `next` of the page before'),
  eventId: both('最后收到的事件编号', 'the id of the last event received'),
} as const;

export const addressFaultTexts: Record<AddressFault, Bilingual> = {
  notAnAddress: both('https 网址', 'an https address'),
  notHttps: both('https 网址', 'an https address'),
  withCredentials: both('不含用户名和密码的网址', 'an address without user and password'),
  notGlobal: both('互联网上可达的地址', 'an address that the internet knows'),
  unresolved: both('可解析的主机名', 'the name of a host that can be found'),
};
