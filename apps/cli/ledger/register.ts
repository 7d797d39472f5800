/** The commands that look after the ledger, added to the program in one place. */
import type { Command } from 'commander';
import { help } from '../messages.ts';
import type { Registration } from '../studies/registration.ts';
import type { LedgerOptions } from './commands.ts';
import { ledgerHelp } from './messages.ts';

const gather = (path: string, before: readonly string[] = []): readonly string[] => [...before, path];

export function addLedgerCommands({ program, lang, oneLanguage, io, act }: Registration): void {
  const command = (name: string, about: keyof typeof ledgerHelp): Command =>
    program
      .command(name)
      .description(ledgerHelp[about][lang])
      .option('--data-dir <directory>', help.dataDir[lang])
      .option('--policy <file>', ledgerHelp.policy[lang])
      .option('--lang <zh|en>', help.lang[lang], oneLanguage);
  const load = async () => await import('./commands.ts');
  command('fsck', 'fsck')
    .option('--checkpoint <file>', ledgerHelp.checkpoint[lang], gather)
    .action((options: LedgerOptions) => act(async () => await (await load()).check(options, io)));
  command('backup', 'backup')
    .argument('<file>')
    .action((path: string, options: LedgerOptions) => act(async () => await (await load()).backup(path, options, io)));
  command('restore', 'restore')
    .argument('<file>')
    .option('--checkpoint <file>', ledgerHelp.checkpoint[lang], gather)
    .action((path: string, options: LedgerOptions) => act(async () => await (await load()).restore(path, options, io)));
  command('export-log', 'exportLog')
    .argument('<folder>')
    .action((folder: string, options: LedgerOptions) => act(async () => await (await load()).exportFolder(folder, options, io)));
  program
    .command('database-role')
    .description(ledgerHelp.databaseRole[lang])
    .argument('<role>')
    .option('--lang <zh|en>', help.lang[lang], oneLanguage)
    .action((role: string, options: LedgerOptions) => act(async () => await (await load()).databaseRole(role, options, io)));
  program
    .command('log-key')
    .description(ledgerHelp.logKey[lang])
    .argument('<name>')
    .argument('<file>')
    .option('--lang <zh|en>', help.lang[lang], oneLanguage)
    .action((name: string, path: string, options: LedgerOptions) => act(async () => await (await load()).makeKey(name, path, options, io)));
}
