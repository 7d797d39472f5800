/** `gongze relive`: a life on a virtual clock, step by step. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { help } from '../messages.ts';
import type { Registration } from '../studies/registration.ts';
import type { ReliveOptions } from './relive.ts';

const about: Bilingual = {
  zh: '按脚本在虚拟时钟上重走一个案例，逐步给出答复',
  en: 'live a case through on a virtual clock, with the answer to every step',
};

export function addReliveCommand({ program, lang, oneLanguage, io, act }: Registration): void {
  program
    .command('relive')
    .description(about[lang])
    .argument('<xixian|file>')
    .option('--lang <zh|en>', help.lang[lang], oneLanguage)
    .option('--json', help.json[lang])
    .action((name: string, options: ReliveOptions) => act(async () => (await import('./relive.ts')).reliveCase(name, options, io)));
}
