/** How the operator lets people be told besides the page: by mail, and by robots of group chats. Nothing of it is on by default. */
import { readFile } from 'node:fs/promises';
import { actorIdSchema } from '@gongze/domain/events/schemas';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { z } from 'zod';

const robotSchema = z
  .strictObject({
    /** Whose notices it is told. */
    actor: actorIdSchema,
    /** 企业微信 WeChat Work, 钉钉 DingTalk, or any receiver of Standard Webhooks. */
    kind: z.enum(['wecom', 'dingtalk', 'webhook']),
    url: z.url({ protocol: /^https?$/ }),
    /** DingTalk: the secret that signs (加签). Of a webhook: `whsec_` and Base64, which it has to have. */
    secret: z.string().min(1).optional(),
    language: z.enum(['zh', 'en']).default('zh'),
  })
  .refine(({ kind, secret }) => kind !== 'webhook' || /^whsec_[A-Za-z0-9+/]{32,}={0,2}$/.test(secret ?? ''), {
    error: 'a webhook has a secret: whsec_ and at least 24 bytes in Base64',
  });
export type Robot = z.output<typeof robotSchema>;

export interface TellSettings {
  readonly smtpUrl: string | undefined;
  readonly from: string;
  readonly robots: readonly Robot[];
  /** Hours of the day, from (inclusive) until (exclusive), in which nothing is sent. */
  readonly quiet: { readonly from: number; readonly until: number } | undefined;
  /** Where the page is found, for links. */
  readonly publicUrl: string | undefined;
}

/** A setting that the operator has to mend. */
export class TellFault extends Error {
  readonly text: Bilingual;
  constructor(text: Bilingual, options?: ErrorOptions) {
    super(text.en, options);
    this.text = text;
  }
}

function quietIn(text: string | undefined): TellSettings['quiet'] {
  if (text === undefined || text === '') return undefined;
  const [, from, until] = /^(\d{1,2})-(\d{1,2})$/.exec(text)?.map(Number) ?? [];
  if (from !== undefined && until !== undefined && from < 24 && until < 24) return { from, until };
  throw new TellFault({
    zh: 'GONGZE_QUIET_HOURS 写作“起-止”两个整点，例如 21-8。',
    en: 'GONGZE_QUIET_HOURS reads from-until in full hours, such as 21-8.',
  });
}

async function robotsIn(path: string | undefined): Promise<readonly Robot[]> {
  if (path === undefined || path === '') return [];
  try {
    return z.array(robotSchema).parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    throw new TellFault(
      {
        zh: `无法读取 GONGZE_ROBOTS_FILE（${path}）：应为机器人列表，每项含 actor、kind（wecom、dingtalk 或 webhook）与 url；webhook 另含 secret（whsec_ 加 Base64）。`,
        en: `GONGZE_ROBOTS_FILE (${path}) cannot be read: it is a list of robots, each with actor, kind (wecom, dingtalk or webhook) and url; a webhook also a secret (whsec_ and Base64).`,
      },
      { cause },
    );
  }
}

export async function tellSettings(env: Readonly<Record<string, string | undefined>>): Promise<TellSettings> {
  const smtpUrl = env['GONGZE_SMTP_URL'] === '' ? undefined : env['GONGZE_SMTP_URL'];
  if (smtpUrl !== undefined && !/^smtps?:\/\//.test(smtpUrl))
    throw new TellFault({ zh: 'GONGZE_SMTP_URL 应以 smtp:// 或 smtps:// 开头。', en: 'GONGZE_SMTP_URL begins with smtp:// or smtps://.' });
  return {
    smtpUrl,
    from: env['GONGZE_MAIL_FROM'] ?? 'gongze@localhost',
    robots: await robotsIn(env['GONGZE_ROBOTS_FILE']),
    quiet: quietIn(env['GONGZE_QUIET_HOURS']),
    publicUrl: env['GONGZE_PUBLIC_URL'],
  };
}

/** Whether the hour of the day is one in which nothing is sent; the span may cross midnight. */
export function isQuiet(quiet: TellSettings['quiet'], hour: number): boolean {
  if (quiet === undefined) return false;
  const { from, until } = quiet;
  return from <= until ? hour >= from && hour < until : hour >= from || hour < until;
}
