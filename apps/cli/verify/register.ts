/** The command that checks, added to the program in one place. */
import { help } from '../messages.ts';
import type { Registration } from '../studies/registration.ts';
import { verifyHelp } from './messages.ts';
import type { VerifyOptions } from './verify.ts';

export function addVerifyCommand({ program, lang, oneLanguage, io, act }: Registration): void {
  program
    .command('verify')
    .description(verifyHelp.verify[lang])
    .argument('<folder|url|receipt>')
    .option('--policy <file>', verifyHelp.policy[lang])
    .option('--log <vkey>', verifyHelp.log[lang])
    .option('--fact <file>', verifyHelp.fact[lang])
    .option('--keys <file>', verifyHelp.keys[lang])
    .option('--checkpoint <file>', verifyHelp.checkpoint[lang])
    .option('--any-entries', verifyHelp.anyEntries[lang])
    .option('--lang <zh|en>', help.lang[lang], oneLanguage)
    .option('--json', help.json[lang])
    .action((source: string, options: VerifyOptions) =>
      act(async () => {
        const { verify } = await import('./verify.ts');
        return await verify(source, options, io);
      }),
    );
}
