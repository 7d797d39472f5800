/** A witness as a process of its own, to be killed by tests: `node witness-process.ts FOLDER`. Prints its address. */
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { nodeSha256 as sha256 } from '../crypto/sha256.ts';
import { witnessServer } from '../witness/serve.ts';
import { openWitness } from '../witness/witness.ts';
import { keyOf, logSigner, witnessSigners } from './log.ts';

const [, , folder] = process.argv;
const [signer] = witnessSigners;
if (folder === undefined || signer === undefined) throw new Error('a folder has to be named');
const now = (): number => Math.floor(Date.now() / 1000);
const witness = await openWitness({ signer, logs: [keyOf(logSigner)], folder, sha256, now, unique: randomUUID });
const server = witnessServer(witness, (error) => console.error(error));
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
