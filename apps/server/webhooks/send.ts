/**
 * Sends a notice to an address that somebody else has chosen. The server must not be made to ask its own neighbours:
 * every address a name resolves to is looked at, and the connection goes to the very address that was looked at.
 */
import { lookup as resolve } from 'node:dns/promises';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP } from 'node:net';
import { turns } from '../sign-in/turns.ts';

const ranges4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;
/** Global unicast is 2000::/3; what lies within it and is not global, and what carries an IPv4 address inside. */
const ranges6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const notGlobal = new BlockList();
for (const [address, prefix] of ranges4) notGlobal.addSubnet(address, prefix, 'ipv4');
for (const [address, prefix] of ranges6) notGlobal.addSubnet(address, prefix, 'ipv6');
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');

/** True for an address that anybody on the internet could reach (IANA special-purpose registries). */
export function isGlobalAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !notGlobal.check(address, 'ipv4');
  return family === 6 && !address.includes('%') && global6.check(address, 'ipv6') && !notGlobal.check(address, 'ipv6');
}

export type AddressFault = 'notAnAddress' | 'notHttps' | 'withCredentials' | 'notGlobal' | 'unresolved';

/** What is wrong with an address, as far as it can be told without asking for its name. */
export function addressFault(text: string, allowPrivate: boolean): AddressFault | undefined {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return 'notAnAddress';
  if (url.username !== '' || url.password !== '') return 'withCredentials';
  if (allowPrivate) return undefined;
  if (url.protocol !== 'https:') return 'notHttps';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(host) !== 0 && !isGlobalAddress(host) ? 'notGlobal' : undefined;
}

export interface Sending {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly allowPrivate: boolean;
  readonly timeoutMilliseconds: number;
  /** Stands in for the resolver in tests. */
  readonly lookup?: (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;
}

/** The status of the answer, or why there is none. */
export type Sent = { readonly status: number } | { readonly error: string };

/**
 * The resolver of the system works in the threads that also hash passwords, and waits long for a name server that is silent: two of
 * its questions at a time leave the others of those threads free.
 */
const inTurn = turns(2);
const resolveAll = async (host: string) => await inTurn(async () => await resolve(host, { all: true, verbatim: true }));

/** What comes of it within the time, else `undefined`. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  const { promise: late, resolve: giveUp } = Promise.withResolvers<undefined>();
  const timer = setTimeout(giveUp, milliseconds, undefined);
  return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

export async function sendNotice({
  url: text,
  headers,
  body,
  allowPrivate,
  timeoutMilliseconds,
  lookup = resolveAll,
}: Sending): Promise<Sent> {
  const fault = addressFault(text, allowPrivate);
  if (fault !== undefined) return { error: fault };
  const url = new URL(text);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const named = async () =>
    (await within(
      timeoutMilliseconds,
      lookup(host).catch(() => []),
    )) ?? [];
  const found = isIP(host) === 0 ? await named() : [{ address: host, family: isIP(host) }];
  const chosen = found.find(({ address }) => allowPrivate || isGlobalAddress(address));
  // One private address among public ones is how a name is turned against its asker: then none is used.
  const mixed = !allowPrivate && found.some(({ address }) => !isGlobalAddress(address));
  if (chosen === undefined || mixed) return { error: found.length === 0 ? 'unresolved' : 'notGlobal' };
  const signal = AbortSignal.timeout(timeoutMilliseconds);
  return await new Promise((settle) => {
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
      method: 'POST',
      headers: {
        ...headers,
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
        'user-agent': 'gongze-webhook/1',
      },
      agent: false,
      signal,
      // The name is not asked for again: its answer could be another one by now.
      lookup: (_host, options, callback) =>
        options.all === true
          ? callback(null, [{ address: chosen.address, family: chosen.family }])
          : callback(null, chosen.address, chosen.family),
    });
    // Redirects are not followed: a status of 3xx is a failure like any other.
    request.on('response', (response) => {
      settle({ status: response.statusCode ?? 0 });
      response.destroy();
    });
    // Another protocol (101) brings neither an answer nor an error: whoever offers it has not taken the notice.
    request.on('upgrade', ({ statusCode = 0 }, socket) => {
      settle({ status: statusCode });
      socket.destroy();
    });
    request.on('error', (cause) => settle({ error: signal.aborted ? 'timeout' : ((cause as NodeJS.ErrnoException).code ?? cause.name) }));
    // Whatever else ends the connection ends the attempt: no receiver keeps the others waiting.
    request.on('close', () => settle({ error: signal.aborted ? 'timeout' : 'closed' }));
    request.end(body);
  });
}
