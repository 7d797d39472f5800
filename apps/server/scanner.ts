/**
 * Asks a virus scanner of the operator about a file: clamd over TCP, command INSTREAM of its manual (clamd(8)). Each piece
 * goes behind its length in four bytes, a length of zero ends the file.
 */
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import type { ScanFile } from '@gongze/application/attachments/ports';

/** A scanner that says nothing for so long is away. */
const ANSWER_MILLISECONDS = 60_000;

export interface ScannerAddress {
  readonly host: string;
  readonly port: number;
}

/** From `HOST:PORT`; `undefined` if it is not that. */
export function scannerAddress(text: string): ScannerAddress | undefined {
  const [, host, port] = /^\[?([^\s\]]+)\]?:(\d{1,5})$/.exec(text) ?? [];
  return host === undefined || Number(port) === 0 || Number(port) > 65_535 ? undefined : { host, port: Number(port) };
}

const lengthOf = (bytes: number): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
};

async function write(socket: Socket, bytes: Uint8Array): Promise<void> {
  if (!socket.write(bytes)) await once(socket, 'drain');
}

/** Says what was found, or nothing. Throws if the scanner is away or could not look at all of the file. */
export function clamdScanner({ host, port }: ScannerAddress): ScanFile {
  return async (parts) => {
    const socket = connect({ host, port, timeout: ANSWER_MILLISECONDS });
    socket.on('timeout', () => socket.destroy(new Error('the scanner does not answer')));
    let answer = '';
    const answered = new Promise<void>((resolve, reject) => {
      socket.on('data', (piece: Buffer) => {
        answer += piece.toString('utf8');
      });
      socket.on('error', reject);
      socket.on('close', () => resolve());
    });
    const sent = async (): Promise<void> => {
      await write(socket, Buffer.from('zINSTREAM\0'));
      for await (const bytes of parts) {
        await write(socket, lengthOf(bytes.length));
        await write(socket, bytes);
      }
      await write(socket, lengthOf(0));
    };
    try {
      // It hangs up early on a file that it finds too large; what it said before counts.
      await Promise.race([sent(), answered]);
      await answered;
    } finally {
      socket.destroy();
    }
    const [, found] = /^stream: (.+) FOUND\0?\s*$/.exec(answer) ?? [];
    if (found === undefined && !/^stream: OK\0?\s*$/.test(answer)) throw new Error(`the scanner did not judge the file: ${answer}`);
    return found;
  };
}
