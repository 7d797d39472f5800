/**
 * In which mode the server starts, and what server mode must have before it does. Local mode: one user on this machine, no
 * sign-in, plainly marked. Server mode: persons in offices; it refuses to start on anything less.
 */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { OidcOptions } from './sign-in/context.ts';

export type Env = Readonly<Record<string, string | undefined>>;

export interface ServerSettings {
  readonly mode: 'server';
  readonly publicUrl: string;
  readonly secret: string;
  readonly databaseUrl: string;
  /** File with the secret key of the log. */
  readonly logKeyFile: string;
  /** File with witnesses and quorum. Default: none. */
  readonly policyFile?: string;
  readonly oidc?: OidcOptions;
  readonly localAccounts: boolean;
  /** File of passwords that leaked, by hash. Default: none beyond the list that is shipped. */
  readonly breachedPasswordsFile?: string;
  /** Whom the operator brings in first: an actor, and the address of its first signer. */
  readonly first: readonly { readonly actor: string; readonly email: string }[];
}
export type Settings = { readonly mode: 'local' } | ServerSettings;
export type ModeAnswer = { readonly ok: true; readonly settings: Settings } | { readonly ok: false; readonly faults: readonly Bilingual[] };

const SECRET_BYTES_MIN = 32;
/** A secret of fewer different characters was typed, not drawn. */
const SECRET_CHARACTERS_MIN = 12;

export const modeTexts = {
  unknownMode: (given: string): Bilingual => ({
    zh: `运行模式只有 local 和 server，现为“${given}”。`,
    en: `The mode is local or server, not “${given}”.`,
  }),
  databaseMissing: {
    zh: '服务器模式需要 DATABASE_URL：PostgreSQL 17 或更新版本的连接地址。',
    en: 'Server mode needs DATABASE_URL: the address of a PostgreSQL server, 17 or newer.',
  },
  databaseUnsafe: {
    zh: 'DATABASE_URL 指向其他机器，连接须加密并核验证书：请加上 sslmode=verify-full，自建证书机构另加 sslrootcert=文件。同一台机器可用 Unix 套接字或 127.0.0.1。',
    en: 'DATABASE_URL names another machine: the connection must use TLS and check the certificate. Add sslmode=verify-full, and sslrootcert=FILE for an authority of your own. On the same machine use a Unix socket or 127.0.0.1.',
  },
  secretMissing: {
    zh: `服务器模式需要 GONGZE_SECRET：至少 ${SECRET_BYTES_MIN} 字节的随机密钥，例如 openssl rand -base64 48 的输出。`,
    en: `Server mode needs GONGZE_SECRET: at least ${SECRET_BYTES_MIN} random bytes, such as the output of openssl rand -base64 48.`,
  },
  secretWeak: {
    zh: `GONGZE_SECRET 太短或过于简单：需要至少 ${SECRET_BYTES_MIN} 字节的随机内容。`,
    en: `GONGZE_SECRET is too short or too plain: it takes at least ${SECRET_BYTES_MIN} random bytes.`,
  },
  metricsTokenWeak: {
    zh: `GONGZE_METRICS_TOKEN 太短或过于简单：需要至少 ${SECRET_BYTES_MIN} 字节的随机内容，不含空白，例如 openssl rand -hex 32 的输出。`,
    en: `GONGZE_METRICS_TOKEN is too short or too plain: it takes at least ${SECRET_BYTES_MIN} random bytes without blanks, such as the output of openssl rand -hex 32.`,
  },
  logKeyMissing: {
    zh: '服务器模式需要 GONGZE_LOG_KEY_FILE：日志签名密钥所在文件。',
    en: 'Server mode needs GONGZE_LOG_KEY_FILE: the file with the key that signs the log.',
  },
  publicUrlMissing: {
    zh: '服务器模式需要 GONGZE_PUBLIC_URL：浏览器访问本站的地址，例如 https://gongze.example.org。',
    en: 'Server mode needs GONGZE_PUBLIC_URL: where browsers find this site, such as https://gongze.example.org.',
  },
  publicUrlUnsafe: {
    zh: 'GONGZE_PUBLIC_URL 须为 https 地址且不含路径；只有本机地址可用 http。',
    en: 'GONGZE_PUBLIC_URL must be an https address without a path; http is for addresses of this machine only.',
  },
  identitiesMissing: {
    zh: '服务器模式须先有身份来源：设置单点登录 GONGZE_OIDC_ISSUER 与 GONGZE_OIDC_CLIENT_ID，或以 GONGZE_FIRST_SIGNERS 邀请首位签发人，例如 610100=li@example.org。',
    en: 'Server mode needs identities: set up the single sign-on (GONGZE_OIDC_ISSUER and GONGZE_OIDC_CLIENT_ID), or invite the first signer with GONGZE_FIRST_SIGNERS, such as 610100=li@example.org.',
  },
  oidcIncomplete: {
    zh: '单点登录设置不完整：GONGZE_OIDC_ISSUER 须为 https 地址（只有本机地址可用 http），并与 GONGZE_OIDC_CLIENT_ID 同时设置。',
    en: 'The single sign-on is set up by half: GONGZE_OIDC_ISSUER must be an https address (http is for addresses of this machine only) and needs GONGZE_OIDC_CLIENT_ID.',
  },
  firstUnreadable: (given: string): Bilingual => ({
    zh: `GONGZE_FIRST_SIGNERS 的写法是 主体=邮箱，多个以逗号分隔；无法读懂“${given}”。`,
    en: `GONGZE_FIRST_SIGNERS reads actor=address, several with commas; “${given}” cannot be read.`,
  }),
  nobodyYet: {
    zh: '尚无任何人担任职位，也没有有效邀请：请以 GONGZE_FIRST_SIGNERS 邀请首位签发人。',
    en: 'Nobody holds an office and no invitation is open: invite the first signer with GONGZE_FIRST_SIGNERS.',
  },
  invitationsWritten: (path: string): Bilingual => ({
    zh: `首批邀请链接已写入 ${path}，请转交本人后删除该文件。`,
    en: `The links of the first invitations are in ${path}. Hand them over and delete the file.`,
  }),
  invitationsElsewhere: (host: string, path: string, minutes: number): Bilingual => ({
    zh: `首批邀请链接已由服务器 ${host} 写入其 ${path}，本机不再另发。链接若已遗失，请在 ${minutes} 分钟后重启任一服务器，届时重新生成。`,
    en: `The server ${host} has just written the links of the first invitations to its ${path}; this one makes no others. If they are lost, start a server again after ${minutes} minutes: it makes new ones.`,
  }),
} as const;

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}

const ofThisMachine = new Set(['localhost', '127.0.0.1', '[::1]']);

function isSafeUrl(text: string, bare: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash, username } = new URL(text);
  const safe = protocol === 'https:' || (protocol === 'http:' && ofThisMachine.has(hostname));
  return safe && username === '' && search === '' && hash === '' && (!bare || pathname === '/');
}

function isStrong(secret: string): boolean {
  return Buffer.byteLength(secret) >= SECRET_BYTES_MIN && new Set(secret).size >= SECRET_CHARACTERS_MIN;
}

/** Stays on this machine, or goes over TLS with a certificate that is checked. */
function isSafeDatabase(url: string): boolean {
  if (url.startsWith('socket:') || url.startsWith('/')) return true;
  if (!URL.canParse(url)) return false;
  const { hostname, searchParams } = new URL(url);
  const host = searchParams.getAll('host').at(-1) ?? decodeURIComponent(hostname);
  if (host === '' || host.startsWith('/') || ofThisMachine.has(host)) return true;
  const given = searchParams.getAll('sslmode');
  return (
    given.length > 0 && given.every((mode) => mode === 'verify-full') && !searchParams.has('uselibpqcompat') && !searchParams.has('ssl')
  );
}

const firstPattern = /^([A-Za-z0-9][A-Za-z0-9:/._-]{0,100})=([^@\s,=]+@[^@\s,=]+)$/;

function oidcOf(env: Env, issuer: string, clientId: string): OidcOptions {
  const clientSecret = env['GONGZE_OIDC_CLIENT_SECRET'];
  const acr = env['GONGZE_OIDC_ACR'];
  return {
    issuer,
    clientId,
    ...(isGiven(clientSecret) ? { clientSecret } : {}),
    ...(isGiven(acr) ? { acr: acr.split(/[\s,]+/).filter(isGiven) } : {}),
    // Only an address of this machine comes here without TLS.
    ...(new URL(issuer).protocol === 'http:' ? { insecure: true } : {}),
  };
}

/** Reads the settings. All that is missing is said at once; nothing was opened yet. */
export function modeOf(
  env: Env,
  given: { readonly mode?: string | undefined; readonly databaseUrl?: string | undefined } = {},
): ModeAnswer {
  const mode = given.mode ?? env['GONGZE_MODE'] ?? 'local';
  if (mode === 'local' || mode === '') return { ok: true, settings: { mode: 'local' } };
  if (mode !== 'server') return { ok: false, faults: [modeTexts.unknownMode(mode.slice(0, 40))] };
  const databaseUrl = given.databaseUrl ?? env['DATABASE_URL'];
  const secret = env['GONGZE_SECRET'];
  const logKeyFile = env['GONGZE_LOG_KEY_FILE'];
  const policyFile = env['GONGZE_LOG_POLICY_FILE'];
  const publicUrl = env['GONGZE_PUBLIC_URL'];
  const issuer = env['GONGZE_OIDC_ISSUER'];
  const clientId = env['GONGZE_OIDC_CLIENT_ID'];
  const breachedPasswordsFile = env['GONGZE_BREACHED_PASSWORDS_FILE'];
  const signers = (env['GONGZE_FIRST_SIGNERS'] ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(isGiven);
  const first = signers.map((one) => firstPattern.exec(one));

  const faults: Bilingual[] = [];
  if (!isGiven(databaseUrl)) faults.push(modeTexts.databaseMissing);
  else if (!isSafeDatabase(databaseUrl)) faults.push(modeTexts.databaseUnsafe);
  if (!isGiven(secret)) faults.push(modeTexts.secretMissing);
  else if (!isStrong(secret)) faults.push(modeTexts.secretWeak);
  const metricsToken = env['GONGZE_METRICS_TOKEN'];
  if (isGiven(metricsToken) && !(isStrong(metricsToken) && /^[\x21-\x7e]+$/.test(metricsToken))) faults.push(modeTexts.metricsTokenWeak);
  if (!isGiven(logKeyFile)) faults.push(modeTexts.logKeyMissing);
  if (!isGiven(publicUrl)) faults.push(modeTexts.publicUrlMissing);
  else if (!isSafeUrl(publicUrl, true)) faults.push(modeTexts.publicUrlUnsafe);
  const singleSignOn = isGiven(issuer) || isGiven(clientId);
  if (singleSignOn && !(isGiven(issuer) && isGiven(clientId) && isSafeUrl(issuer, false))) faults.push(modeTexts.oidcIncomplete);
  signers.forEach((one, index) => {
    if (first[index] === null) faults.push(modeTexts.firstUnreadable(one.slice(0, 80)));
  });
  // Once somebody is in, neither is needed any more: `GONGZE_LOCAL_ACCOUNTS` says that accounts are kept here.
  if (!singleSignOn && signers.length === 0 && env['GONGZE_LOCAL_ACCOUNTS'] !== 'on') faults.push(modeTexts.identitiesMissing);
  if (faults.length > 0 || !isGiven(databaseUrl) || !isGiven(secret) || !isGiven(logKeyFile) || !isGiven(publicUrl))
    return { ok: false, faults };
  return {
    ok: true,
    settings: {
      mode: 'server',
      publicUrl: new URL(publicUrl).origin,
      secret,
      databaseUrl,
      logKeyFile,
      ...(isGiven(policyFile) ? { policyFile } : {}),
      ...(isGiven(breachedPasswordsFile) ? { breachedPasswordsFile } : {}),
      ...(isGiven(issuer) && isGiven(clientId) ? { oidc: oidcOf(env, issuer, clientId) } : {}),
      localAccounts: !singleSignOn || env['GONGZE_LOCAL_ACCOUNTS'] === 'on',
      first: first.flatMap((match) => (match === null ? [] : [{ actor: match[1] ?? '', email: match[2] ?? '' }])),
    },
  };
}
