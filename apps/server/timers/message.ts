/** What is sent: one message for all that is new, in one language, however many notices there are. */
import { createHmac } from 'node:crypto';
import type { Notice } from '@gongze/application/daily/notices';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { noticeHeaders } from '../webhooks/sign.ts';
import type { Robot } from './settings.ts';

export interface Message {
  readonly subject: string;
  /** Plain text with lines; a robot shows it as Markdown. */
  readonly text: string;
}

/** Lines that one message shows; the rest is counted. */
const LINES_MAX = 30;
/** WeChat Work takes 4,096 bytes of Markdown. */
const BYTES_MAX = 3800;

const words = {
  subject: (count: number): Bilingual => ({ zh: `共责：${count}条提醒`, en: `Gongze: ${count} ${count === 1 ? 'reminder' : 'reminders'}` }),
  more: (count: number): Bilingual => ({ zh: `另有${count}条，请登录查看。`, en: `${count} more: see the page.` }),
  open: { zh: '打开待办', en: 'Open the list' },
} as const;

/** Marks that Markdown would read as its own are kept from it. */
function plain(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ').replaceAll(/[[\]()*_`<>#\\]/g, (mark) => `\\${mark}`);
}

export function messageOf(
  notices: readonly (Notice & { readonly caseTitle: Bilingual })[],
  language: Language,
  publicUrl: string | undefined,
  markdown = false,
): Message {
  const shown = markdown ? plain : (text: string): string => text.replaceAll(/[\r\n]+/g, ' ');
  const lines: string[] = [];
  let bytes = 0;
  for (const { title, text, caseTitle } of notices.slice(0, LINES_MAX)) {
    const colon = language === 'zh' ? '：' : ': ';
    const line = `- ${shown(title[language])}${colon}${shown(text[language])}（${shown(caseTitle[language])}）`;
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > BYTES_MAX) break;
    lines.push(language === 'zh' ? line : line.replace(/（(.*)）$/, ' ($1)'));
  }
  const rest = notices.length - lines.length;
  if (rest > 0) lines.push('', words.more(rest)[language]);
  if (publicUrl !== undefined) {
    const address = new URL('/today', publicUrl).href;
    lines.push(
      '',
      markdown ? `[${words.open[language]}](${address})` : `${words.open[language]}${language === 'zh' ? '：' : ': '}${address}`,
    );
  }
  return { subject: words.subject(notices.length)[language], text: lines.join('\n') };
}

export interface RobotRequest {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Address, body and headers as the robot of the group chat, or the receiver, wants them. `now`: milliseconds since 1970; `id`: of the
 * message, the same when it is sent again, so that a receiver knows it.
 */
export function robotRequest(
  { kind, url, secret }: Pick<Robot, 'kind' | 'url' | 'secret'>,
  { subject, text }: Message,
  now: number,
  id: string,
): RobotRequest {
  if (kind === 'webhook') {
    const timestamp = Math.floor(now / 1000);
    const body = JSON.stringify({ type: 'notices.due', timestamp: new Date(now).toISOString(), data: { subject, text } });
    return { url, body, headers: noticeHeaders(secret ?? '', { id, timestamp, body }) };
  }
  if (kind === 'wecom') {
    const content = `**${subject}**\n${text}`;
    return { url, body: JSON.stringify({ msgtype: 'markdown', markdown: { content } }), headers: {} };
  }
  const address = new URL(url);
  if (secret !== undefined) {
    address.searchParams.set('timestamp', String(now));
    address.searchParams.set('sign', createHmac('sha256', secret).update(`${now}\n${secret}`).digest('base64'));
  }
  return {
    url: address.href,
    body: JSON.stringify({ msgtype: 'markdown', markdown: { title: subject, text: `### ${subject}\n${text}` } }),
    headers: {},
  };
}
