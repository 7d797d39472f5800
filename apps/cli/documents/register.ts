/** The commands about documents, added to the program in one place; their libraries are loaded only when one is called. */
import type { Command } from 'commander';
import { help } from '../messages.ts';
import type { Registration } from '../studies/registration.ts';
import type { ExportOptions } from './export.ts';
import type { ImportOptions } from './importLedger.ts';
import { documentHelp } from './messages.ts';

const gather = (pair: string, before: readonly string[] = []): readonly string[] => [...before, pair];

export function addDocumentCommands({ program, lang, oneLanguage, io, act }: Registration): void {
  const command = (name: string, about: keyof typeof documentHelp): Command =>
    program
      .command(name)
      .description(documentHelp[about][lang])
      .option('--as-of <date>', help.asOf[lang])
      .option('--known-on <date>', help.knownOn[lang])
      .option('--edition <name>', help.edition[lang])
      .option('--parameters <file>', help.parametersFile[lang])
      .option('--governments <file>', help.governments[lang])
      .option('--server <url>', help.server[lang])
      .option('--lang <zh|en>', help.lang[lang], oneLanguage);
  command('export', 'export')
    .argument('<case|file>')
    .requiredOption('--format <name>', documentHelp.format[lang])
    .option('-o, --output <file>', documentHelp.output[lang])
    .option('--table <name>', documentHelp.table[lang])
    .option('--duty <id>', documentHelp.duty[lang])
    .option('--by <code>', documentHelp.by[lang])
    .option('--to <code>', documentHelp.to[lang])
    .option('--meeting <id>', documentHelp.meeting[lang])
    .option('--actor <code>', documentHelp.actor[lang])
    .option('--number <text>', documentHelp.number[lang])
    .action((name: string, options: ExportOptions) => act(async () => (await import('./export.ts')).exportCase(name, options, io)));
  command('import-ledger', 'importLedger')
    .argument('<file>')
    .option('--case <case|file>', documentHelp.case[lang])
    .option('--map <column=meaning>', documentHelp.map[lang], gather)
    .option('--on <date>', documentHelp.on[lang])
    .option('--preview', documentHelp.preview[lang])
    .option('--json', documentHelp.json[lang])
    .action((path: string, options: ImportOptions) => act(async () => (await import('./importLedger.ts')).importLedger(path, options, io)));
}
