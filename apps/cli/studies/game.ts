/** `gongze game`: evolutionary games by name, solved exactly. */
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { gameModels, runGame } from '@gongze/studies/games/games';
import { rangeText } from '@gongze/studies/parameters/parameters';
import { DONE, pageOf } from '../commands.ts';
import type { Io } from '../io.ts';
import { collectParameter, readJson, type StudyOptions, tellJson, tellRefusals } from './options.ts';
import type { Registration } from './registration.ts';

interface GameOptions extends StudyOptions {
  readonly payoffs?: string;
}

const texts = {
  about: { zh: '演化博弈：精确求解', en: 'evolutionary games, solved exactly' },
  param: { zh: '参数，可重复', en: 'parameter, repeatable' },
  payoffs: { zh: '支付表文件（JSON）', en: 'file of payoffs (JSON)' },
  lang: { zh: '语言 zh 或 en', en: 'language, zh or en' },
  json: { zh: '输出 JSON', en: 'print JSON' },
  list: { zh: '模型与参数', en: 'Models and parameters' },
  standard: { zh: '默认', en: 'default' },
} as const satisfies Record<string, Bilingual>;

/** Without a model: what there is, with ranges. */
function listing(lang: Language): string {
  const models = gameModels.map(({ name, title, source, parameters, choices }) =>
    [
      `${name}  ${title[lang]}  (${source})`,
      ...parameters.map((spec) => `    ${rangeText(spec)}  ${texts.standard[lang]} ${spec.standard}  ${spec.meaning[lang]}`),
      ...choices.map(
        (choice) =>
          `    ${choice.name} = ${choice.options.join(' | ')}  ${texts.standard[lang]} ${choice.standard}  ${choice.meaning[lang]}`,
      ),
    ].join('\n'),
  );
  return `${texts.list[lang]}\n\n${models.join('\n\n')}\n`;
}

/** Long lists are for programs: the reader sees their length and both ends. */
function shown(value: unknown): string {
  if (Array.isArray(value) && value.length > 12 && value.every((one) => typeof one === 'number')) {
    return `[${value[0]}, ${value[1]}, … ${value.at(-1)}] (${value.length})`;
  }
  return JSON.stringify(value);
}

async function game(name: string | undefined, options: GameOptions, io: Io): Promise<number> {
  const { lang } = pageOf(options, io);
  if (name === undefined) {
    io.out(listing(lang));
    return DONE;
  }
  const file = options.payoffs === undefined ? undefined : await readJson(options.payoffs, options, io);
  if (typeof file === 'number') return file;
  const solved = runGame(name, options.param, file?.content);
  if (!solved.ok) return tellRefusals(solved.refusals, options, io);
  if (options.json) return tellJson(solved.value, io);
  const model = gameModels.find((one) => one.name === name);
  io.out(`${model?.title[lang]} (${model?.source})\n`);
  for (const [key, value] of Object.entries(solved.value)) io.out(`${key.padEnd(16)} ${shown(value)}\n`);
  return DONE;
}

export function addGameCommand({ program, lang, oneLanguage, io, act }: Registration): void {
  program
    .command('game')
    .description(texts.about[lang])
    .argument('[model]')
    .option('--param <name=value>', texts.param[lang], collectParameter, {})
    .option('--payoffs <file>', texts.payoffs[lang])
    .option('--lang <zh|en>', texts.lang[lang], oneLanguage)
    .option('--json', texts.json[lang])
    .action((model: string | undefined, options: GameOptions) => act(() => game(model, options, io)));
}
