/** The command about rule tables, added to the program in one place. */
import { help } from '../messages.ts';
import type { Registration } from '../studies/registration.ts';
import type { AssessCommandOptions } from './assess.ts';
import { assessHelp } from './messages.ts';

const gather = (one: string, before: readonly string[] = []): readonly string[] => [...before, one];

export function addAssessCommand({ program, lang, oneLanguage, io, act }: Registration): void {
  program
    .command('assess')
    .description(assessHelp.assess[lang])
    .argument('<case|file>')
    .option('--table <file>', assessHelp.table[lang])
    .option('--reading <actor=value>', assessHelp.reading[lang], gather)
    .option('--as-of <date>', help.asOf[lang])
    .option('--governments <file>', help.governments[lang])
    .option('--lang <zh|en>', help.lang[lang], oneLanguage)
    .option('--json', help.json[lang])
    .action((name: string, options: AssessCommandOptions) => act(async () => (await import('./assess.ts')).assessCase(name, options, io)));
}
