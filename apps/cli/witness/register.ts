/** The commands of witnesses and their keys, added to the program in one place. */
import type { Language } from '@gongze/domain/vocabulary/text';
import { help } from '../messages.ts';
import type { Registration } from '../studies/registration.ts';
import { witnessHelp } from './messages.ts';
import type { WitnessOptions } from './witness.ts';

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
    .command('witness-key')
    .description(witnessHelp.witnessKey[lang])
    .argument('<name>')
    .argument('<file>')
    .option('--lang <zh|en>', help.lang[lang], oneLanguage)
    .action((name: string, file: string, options: { readonly lang?: Language }) =>
      act(async () => {
        const { witnessKey } = await import('./witness.ts');
        return await witnessKey(name, file, options.lang, io);
      }),
    );
}
