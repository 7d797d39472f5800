/**
 * What must not be in any file: paths that exist on one machine only, the address from which a package was
 * downloaded, marks of an unfinished merge, private keys. Texts are read, whatever their extension.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, filesBelow } from './files.ts';

interface Ban {
  readonly pattern: RegExp;
  readonly fault: string;
  readonly fix: string;
}

// Not after a word, a slash or a dot: `docs/work/x` and `./work/x` are relative, `https://host/work` an address.
const start = String.raw`(?<![\w./\-\]~@*)}])`;

export const bans: readonly Ban[] = [
  {
    pattern: new RegExp(`${start}/(?:home|Users|root|work|workspace|workspaces|builds)/[\\w.-]+`),
    fault: 'an absolute path of one machine',
    fix: 'write it relative to the checkout',
  },
  { pattern: /\b[A-Z]:\\Users\\/, fault: 'an absolute path of one machine', fix: 'write it relative to the checkout' },
  { pattern: /\bfile:\/\/\/[\w.]/, fault: 'an address on one machine', fix: 'use import.meta.url or a relative path' },
  {
    pattern: /"resolved": "https?:/,
    fault: 'the lock file records a download address',
    fix: 'keep omit-lockfile-registry-resolved=true in .npmrc and run npm install again',
  },
  { pattern: /^(?:<{7}|>{7}) /, fault: 'an unfinished merge', fix: 'resolve it' },
  { pattern: /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/, fault: 'a private key', fix: 'take it out and replace the key' },
];

/** Faults of one text, at most one a line. */
export function bannedTexts(file: string, text: string): Fault[] {
  const faults: Fault[] = [];
  text.split('\n').forEach((content, index) => {
    const ban = bans.find(({ pattern }) => pattern.test(content));
    if (ban !== undefined) faults.push({ file, line: index + 1, fault: ban.fault, fix: ban.fix });
  });
  return faults;
}

const binary = /\.(png|jpe?g|webp|gif|ico|woff2?|pdf|docx|xlsx|gz|zip|wasm)$/;
/** The test of this check holds what it bans. */
const ownTest = 'tools/checks/texts.test.ts';

export function checkTexts(root: string): Fault[] {
  return filesBelow(root)
    .filter((file) => !binary.test(file) && file !== ownTest)
    .flatMap((file) => bannedTexts(file, readFileSync(join(root, file), 'utf8')));
}
