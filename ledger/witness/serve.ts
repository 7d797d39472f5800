/** A witness on HTTP: `POST /add-checkpoint` of C2SP tlog-witness, and `GET /` for people who look after it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { textOf, toBase64 } from '../log/bytes.ts';
import type { Witness } from './witness.ts';

/** A proof has at most 63 lines; the rest is for cosignatures of many witnesses. */
const bodyBytesMax = 256 * 1024;
const secondsToSend = 10;
/** How often slow senders are looked for. */
const secondsBetweenLooks = 5;

async function bodyOf(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > bodyBytesMax) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function answer(response: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8'): void {
  response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  response.end(text);
}

async function addCheckpoint(witness: Witness, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  if (body === undefined) return answer(response, 413, 'tooLarge\n');
  const decision = await witness.addCheckpoint(textOf(body) ?? '');
  if (decision.status === 200) return answer(response, 200, decision.line);
  if (decision.status === 409) return answer(response, 409, `${decision.size}\n`, 'text/x.tlog.size');
  answer(response, decision.status, `${decision.reason}\n`);
}

async function status(witness: Witness, response: ServerResponse): Promise<void> {
  const { name, vkey } = witness.signer;
  const logs = [...(await witness.trees())].map(([origin, { size, root }]) => ({ origin, size, root: toBase64(root) }));
  answer(response, 200, `${JSON.stringify({ name, vkey, logs }, undefined, 2)}\n`, 'application/json');
}

/** `onFault` hears of what went wrong inside; the client hears 500 and no more. */
export function witnessServer(witness: Witness, onFault: (error: unknown) => void): Server {
  const server = createServer(
    { requestTimeout: secondsToSend * 1000, connectionsCheckingInterval: secondsBetweenLooks * 1000 },
    (request, response) => {
      const { method, url } = request;
      const handled =
        method === 'POST' && url === '/add-checkpoint'
          ? addCheckpoint(witness, request, response)
          : method === 'GET' && url === '/'
            ? status(witness, response)
            : Promise.resolve(answer(response, url === '/add-checkpoint' || url === '/' ? 405 : 404, 'unknown\n'));
      handled.catch((error: unknown) => {
        // Whoever hangs up before the end of what he sends is nobody's fault here, and must not fill the log.
        if (request.destroyed && !request.complete) return;
        onFault(error);
        if (!response.headersSent) answer(response, 500, 'fault\n');
        else response.destroy();
      });
    },
  );
  return server;
}
