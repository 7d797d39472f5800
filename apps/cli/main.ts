/** The command line: reads what is asked, calls a command, returns the exit code. 0 done, 2 bad input, 1 fault. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { addAssessCommand } from './assess/register.ts';
import { type ClausesOptions, clauses } from './clauses.ts';
import { clauseHelp } from './clauses-messages.ts';
import {
  BAD_INPUT,
  type CaseOptions,
  explain,
  mayIntervene,
  parameters,
  record,
  replay,
  schema,
  type ServeOptions,
  serveUntilStopped,
  validate,
} from './commands.ts';
import { addDocumentCommands } from './documents/register.ts';
import { estimateHelp } from './estimate.ts';
import { type Io, languageOf, processIo } from './io.ts';
import { addLedgerCommands } from './ledger/register.ts';
import { help, sentences } from './messages.ts';
import type { RecordOptions } from './remote.ts';
import { addReliveCommand } from './relive/register.ts';
import { addModelCommands } from './studies/register.ts';
import { addVerifyCommand } from './verify/register.ts';
import { addWitnessCommands } from './witness/register.ts';

const FAULT = 1;

/** Language of help and messages, wherever it stands on the line. */
function languageOn(argv: readonly string[], env: Io['env']): Language {
  const at = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const value = argv[at]?.split('=')[1] ?? argv[at + 1];
  return at >= 0 && (value === 'zh' || value === 'en') ? value : languageOf(env);
}

function oneLanguage(value: string): Language {
  if (value === 'zh' || value === 'en') return value;
  throw new InvalidArgumentError(`${sentences.language.en} · ${sentences.language.zh}`);
}

function onePort(value: string): number {
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port;
  throw new InvalidArgumentError(`${sentences.port.en} · ${sentences.port.zh}`);
}

function oneAddress(value: string): string {
  const url = URL.parse(value);
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return value;
  throw new InvalidArgumentError(`${sentences.address.en} · ${sentences.address.zh}`);
}

function oneVersion(value: string): string {
  if (value === 'any' || /^\d{1,15}$/.test(value)) return value;
  throw new InvalidArgumentError(`${sentences.version.en} · ${sentences.version.zh}`);
}

type Act = (run: () => Promise<number> | number) => Promise<void>;

function caseCommand(program: Command, name: string, about: Bilingual, lang: Language): Command {
  return program
    .command(name)
    .description(about[lang])
    .option('--edition <name>', help.edition[lang])
    .option('--as-of <date>', help.asOf[lang])
    .option('--known-on <date>', help.knownOn[lang])
    .option('--parameters <file>', help.parametersFile[lang])
    .option('--governments <file>', help.governments[lang])
    .option('--server <url>', help.server[lang], oneAddress)
    .option('--estimate', estimateHelp.estimate[lang])
    .option('--runs <n>', estimateHelp.runs[lang])
    .option('--seed <s>', estimateHelp.seed[lang])
    .option('--lang <zh|en>', help.lang[lang], oneLanguage)
    .option('--json', help.json[lang]);
}

function addCaseCommands(program: Command, lang: Language, io: Io, act: Act): void {
  caseCommand(program, 'replay', help.replay, lang)
    .argument('<case|file>')
    .action((name: string, options: CaseOptions) => act(() => replay(name, options, io)));
  caseCommand(program, 'explain', help.explain, lang)
    .argument('<case|file>')
    .argument('<finding>')
    .action((name: string, finding: string, options: CaseOptions) => act(() => explain(name, finding, options, io)));
  caseCommand(program, 'may-intervene', help.mayIntervene, lang)
    .argument('<case|file>')
    .requiredOption('--tier <code>', help.tier[lang])
    .action((name: string, options: CaseOptions & { tier: string }) => act(() => mayIntervene(name, options, io)));
}

function addOtherCommands(program: Command, lang: Language, io: Io, act: Act): void {
  program
    .command('record')
    .description(help.record[lang])
    .argument('<case>')
    .argument('<file>')
    .requiredOption('--server <url>', help.server[lang], oneAddress)
    .option('--version <number>', help.expectedVersion[lang], oneVersion)
    .option('--key <text>', help.key[lang])
    .option('--lang <zh|en>', help.lang[lang], oneLanguage)
    .option('--json', help.json[lang])
    .action((caseId: string, path: string, options: CaseOptions & RecordOptions) => act(() => record(caseId, path, options, io)));
  program
    .command('validate')
    .description(help.validate[lang])
    .argument('<file>')
    .option('--governments <file>', help.governments[lang])
    .option('--lang <zh|en>', help.lang[lang], oneLanguage)
    .option('--json', help.json[lang])
    .action((path: string, options: CaseOptions) => act(() => validate(path, options, io)));
  program
    .command('clauses')
    .description(clauseHelp.clauses[lang])
    .argument('<file|->')
    .option('--lang <zh|en>', clauseHelp.lang[lang], oneLanguage)
    .option('--signed <date>', clauseHelp.signed[lang])
    .option('--parties <file>', clauseHelp.parties[lang])
    .option('--json', help.json[lang])
    .option('--jsonl', clauseHelp.jsonl[lang])
    .action((path: string, options: ClausesOptions) => act(() => clauses(path, options, io)));
  program
    .command('schema')
    .description(help.schema[lang])
    .action(() => act(() => schema(io)));
  program
    .command('parameters')
    .description(help.parameters[lang])
    .action(() => act(() => parameters(io)));
  program
    .command('serve')
    .description(help.serve[lang])
    .addOption(new Option('--port <number>', help.port[lang]).argParser(onePort).env('GONGZE_PORT'))
    .option('--host <address>', help.host[lang])
    .option('--data-dir <directory>', help.dataDir[lang])
    .option('--mode <mode>', help.mode[lang])
    .action((options: ServeOptions) => act(() => serveUntilStopped(options, io)));
}

/** Runs one command line. @returns the exit code. */
export async function main(argv: readonly string[], io: Io = processIo): Promise<number> {
  const lang = languageOn(argv, io.env);
  let code = 0;
  const program = new Command('gongze').description(`Gongze 共责 · ${help.program[lang]}`).exitOverride();
  // Faults of the line are told below, in both languages and with our exit code.
  program.configureOutput({ writeOut: io.out, writeErr: () => undefined });
  const act: Act = async (run) => {
    code = await run();
  };
  addCaseCommands(program, lang, io, act);
  addOtherCommands(program, lang, io, act);
  addModelCommands({ program, lang, oneLanguage, io, act });
  addAssessCommand({ program, lang, oneLanguage, io, act });
  addReliveCommand({ program, lang, oneLanguage, io, act });
  addLedgerCommands({ program, lang, oneLanguage, io, act });
  addDocumentCommands({ program, lang, oneLanguage, io, act });
  addVerifyCommand({ program, lang, oneLanguage, io, act });
  addWitnessCommands({ program, lang, oneLanguage, io, act });
  if (argv.length === 0) {
    io.out(program.helpInformation());
    return BAD_INPUT;
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) return tellFault(error, lang, io);
    if (error.exitCode === 0) return 0;
    io.err(`gongze: ${sentences.usage(error.message.replace(/^error: /, ''))[lang]}\n`);
    return BAD_INPUT;
  }
}

/** A fault of the world or of the program: what it is, without its stack unless asked for. */
function tellFault(error: unknown, lang: Language, io: Io): number {
  const text = (error as { readonly text?: Bilingual } | undefined)?.text?.[lang];
  const message = text ?? (error instanceof Error ? error.message : String(error));
  io.err(`gongze: ${message}\n`);
  if (io.env['GONGZE_DEBUG'] && error instanceof Error) io.err(`${error.stack ?? ''}\n`);
  return FAULT;
}
