/** The files of a log that a server holds, at the addresses of C2SP tlog-tiles. */
import { concatBytes } from '../log/bytes.ts';
import { type LogFiles, wholeBytesMax } from './files.ts';

/** So much of `fetch` as is needed, so that Node, a browser and a test can each give their own. */
export type Fetch = (url: string) => Promise<{
  readonly status: number;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
  readonly body: ReadableStream<Uint8Array> | null;
}>;

/** The server answered, but with neither the file nor the word that there is none. */
export class HttpFault extends Error {
  readonly url: string;
  readonly status: number;
  constructor(url: string, status: number) {
    super(`${url}: HTTP ${status}`);
    this.url = url;
    this.status = status;
  }
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}

/** What the answer holds, as far as it is read: a small answer may be packed and unpack without an end. */
async function wholeOf(answer: Awaited<ReturnType<Fetch>>, bytesMax: number): Promise<Uint8Array> {
  if (answer.body === null) return new Uint8Array(await answer.arrayBuffer());
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of chunksOf(answer.body)) {
    parts.push(part);
    length += part.length;
    if (length > bytesMax) break;
  }
  return concatBytes(...parts);
}

/** Files below `prefix`. 404 and 410 mean that there is none; any other answer than 200 is a fault. */
export function httpFiles(prefix: string, get: Fetch, bytesMax: number = wholeBytesMax): LogFiles {
  const base = prefix.endsWith('/') ? prefix : `${prefix}/`;
  const ask = async (path: string): Promise<Awaited<ReturnType<Fetch>> | undefined> => {
    const url = `${base}${path}`;
    const answer = await get(url);
    if (answer.status === 404 || answer.status === 410) return undefined;
    if (answer.status !== 200) throw new HttpFault(url, answer.status);
    return answer;
  };
  return {
    read: async (path) => {
      const answer = await ask(path);
      return answer && (await wholeOf(answer, bytesMax));
    },
    stream: async (path) => {
      const body = (await ask(path))?.body;
      return body ? chunksOf(body) : undefined;
    },
  };
}
