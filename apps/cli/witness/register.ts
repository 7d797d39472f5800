/** The commands of witnesses and their keys, added to the program in one place. */
import { help } from '../messages.ts';
import type { Registration } from '../studies/registration.ts';
import { witnessHelp } from './messages.ts';
import type { KeygenOptions, WitnessOptions } from './witness.ts';

export function addWitnessCommands({ program, lang, oneLanguage, io, act }: Registration): void {
  program
    .command('witness')
    .description(witnessHelp.witness[lang])
    .requiredOption('--listen <address:port>', witnessHelp.listen[lang])
    .requiredOption('--key <file>', witnessHelp.key[lang])
    .requiredOption('--log <vkey...>', witnessHelp.log[lang])
    .option('--state <folder>', witnessHelp.state[lang], '.gongze-witness')
    .option('--lang <zh|en>', help.lang[lang], oneLanguage)
    .action((options: WitnessOptions) =>
      act(async () => {
        const { witness } = await import('./witness.ts');
        return await witness(options, io);
      }),
    );
  program
    .command('keygen')
    .description(witnessHelp.keygen[lang])
    .requiredOption('--kind <log|witness>', witnessHelp.kind[lang])
    .requiredOption('--name <name>', witnessHelp.name[lang])
    .requiredOption('--out <file>', witnessHelp.out[lang])
    .option('--lang <zh|en>', help.lang[lang], oneLanguage)
    .action((options: KeygenOptions) =>
      act(async () => {
        const { keygen } = await import('./witness.ts');
        return await keygen(options, io);
      }),
    );
}
