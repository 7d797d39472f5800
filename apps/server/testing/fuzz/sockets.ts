/** Bytes on a wire: what the parser of HTTP itself has to refuse. */
import { connect } from 'node:net';
import { type Chance, hostileText } from './chance.ts';

const lines = [
  'GET / HTTP/1.1',
  'POST /api/cases/river/events HTTP/1.1',
  'GET /api/cases HTTP/9.9',
  'GET  /api/cases  HTTP/1.1',
  'get /api/cases HTTP/1.1',
  'GET /%zz HTTP/1.1',
  'GET http://other.example/api/cases HTTP/1.1',
  'CONNECT river:443 HTTP/1.1',
  'PRI * HTTP/2.0',
  'POST /api/cases HTTP/1.0',
];
const headers = [
  'host: a',
  'host: a\r\nhost: b',
  'content-length: 5\r\ntransfer-encoding: chunked',
  'content-length: -1',
  'content-length: 5\r\ncontent-length: 6',
  'transfer-encoding: chunked, identity',
  'content-type: application/json',
  'expect: nonsense',
  'expect: 100-continue',
  'upgrade: websocket\r\nconnection: upgrade',
  'connection: close',
  'if-match: *',
  'idempotency-key: wire',
  ' folded: value',
  'no colon at all',
  ': empty',
];
const bodies = [
  '',
  '5\r\nhello\r\n0\r\n\r\n',
  'zz\r\n',
  'ffffffffffffffff\r\n',
  '{"events":[]}',
  '0\r\n\r\nGET /smuggled HTTP/1.1\r\nhost: a\r\n\r\n',
];

export function wireBytes(chance: Chance): Buffer {
  if (chance.is(0.15)) return Buffer.from(Array.from({ length: chance.below(2000) }, () => chance.below(256)));
  const chosen = Array.from({ length: chance.below(5) }, () =>
    chance.is(0.1) ? `x-${chance.below(9)}: ${hostileText(chance)}` : chance.pick(headers),
  );
  if (chance.is(0.05)) chosen.push(`x-long: ${'a'.repeat(20_000)}`);
  const head = [chance.pick(lines), 'host: a', ...chosen].join('\r\n');
  return Buffer.from(`${head}\r\n\r\n${chance.pick(bodies)}`, chance.is(0.1) ? 'utf16le' : 'utf8');
}

/** Statuses that came back before the connection ended; a server that neither answers nor hangs up is told by `undefined`. */
export function askRaw(port: number, bytes: Buffer, milliseconds = 2000): Promise<number[] | undefined> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect({ port, host: '127.0.0.1' });
    const finish = (result: number[] | undefined): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(result);
    };
    const statuses = (): number[] => {
      const found = [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map((match) => Number(match[1]));
      const refusals = found.filter((status) => status >= 400).length;
      const headers = text.match(/^content-security-policy: default-src 'none'/gim)?.length ?? 0;
      // A refusal without the headers of security, or none that is a problem document, counts as a failure of the server.
      return refusals > 0 && (headers < refusals || !text.includes('application/problem+json')) ? [...found, 599] : found;
    };
    // A request that is not complete is waited for by the server; that is its right for its time limit.
    const timer = setTimeout(() => finish(statuses()), milliseconds);
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.on('error', () => finish(statuses()));
    socket.on('close', () => finish(statuses()));
    socket.end(bytes);
  });
}
