/** `gongze patterns`: what the model has to reproduce, how often it does over the prior, and what speaks for and against each pattern. */
import { availableParallelism } from 'node:os';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { refusal, valueRefusal } from '@gongze/studies/parameters/parameters';
import { acceptedDraws, acceptedOf, acceptedSeed, passRates } from '@gongze/studies/simulation/calibration/accepted.data';
import { type Calibration, calibrationOf, type Screened } from '@gongze/studies/simulation/calibration/calibrate';
import { patterns } from '@gongze/studies/simulation/patterns/patterns';
import { piecesOfJob } from '@gongze/studies/simulation/jobs/job';
import { DONE, pageOf } from '../commands.ts';
import type { Io } from '../io.ts';
import { tellJson, tellRefusals } from './options.ts';
import { onServer } from './onServer.ts';
import { computePieces } from './pool.ts';
import { Progress } from './progress.ts';
import type { Registration } from './registration.ts';

interface PatternsOptions {
  readonly draws?: string;
  readonly server?: string;
  readonly lang?: Language;
  readonly json?: boolean;
}

const texts = {
  about: { zh: '模型须重现的七种模式及通过率', en: 'the seven patterns the model has to show, with pass rates' },
  draws: { zh: '重新筛选先验的次数；默认用随附结果', en: 'screen the prior anew with so many draws; default the shipped result' },
  server: {
    zh: '交由该服务器筛选（与 --draws 同用），库上的各台机器分担',
    en: 'let this server screen, with --draws; shared by every machine on its database',
  },
  drawsMissing: { zh: '--server 须与 --draws 同用', en: '--server goes with --draws' },
  lang: { zh: '语言 zh 或 en', en: 'language, zh or en' },
  json: { zh: '输出 JSON', en: 'print JSON' },
  pro: { zh: '支持', en: 'for' },
  contra: { zh: '反对', en: 'against' },
  all: { zh: '七种全部满足', en: 'all seven' },
  confirmed: { zh: '以更多运行确认', en: 'confirmed with more runs' },
} as const satisfies Record<string, Bilingual>;

const standings: Readonly<Record<(typeof patterns)[number]['standing'], Bilingual>> = {
  emergent: { zh: '由机制产生，可能不出现', en: 'emerges, could have failed' },
  assumed: { zh: '由先验中的机制假定，不是发现', en: 'assumed through the prior, not discovered' },
  partlyByConstruction: { zh: '部分由构造所致', en: 'partly by construction' },
};

const drawsSpec = { name: 'draws', standard: 1, min: 1, max: 1_000_000, whole: true, meaning: texts.draws } as const;

async function screened(draws: number, lang: Language, io: Io): Promise<Calibration> {
  const study = { kind: 'screen', seed: acceptedSeed, draws, runs: acceptedOf.runs } as const;
  const pieces = piecesOfJob(study);
  const found: (readonly Screened[])[] = [];
  const progress = new Progress(pieces, 0, lang, io);
  let done = 0;
  await computePieces(study, 0, pieces, {
    workers: Math.min(8, availableParallelism()),
    cancelled: () => false,
    onPiece: (index, piece) => {
      found[index] = piece as readonly Screened[];
      progress.at((done += 1));
    },
  });
  progress.end();
  return calibrationOf(acceptedSeed, acceptedOf.runs, found.flat());
}

/** The shipped result, or that of a new screening, here or on a server; or the exit code after it was told what is wrong. */
async function calibrated(
  draws: number | undefined,
  shipped: Calibration,
  options: PatternsOptions,
  io: Io,
): Promise<Calibration | number> {
  const { lang } = pageOf(options, io);
  if (options.server === undefined) return draws === undefined ? shipped : await screened(draws, lang, io);
  if (draws === undefined)
    return tellRefusals([refusal('inconsistent', 'server', texts.drawsMissing.zh, texts.drawsMissing.en)], options, io);
  const calibration = { draws, seed: acceptedSeed, runs: acceptedOf.runs };
  return await onServer<Calibration>(options.server, { calibration }, lang, io);
}

async function showPatterns(options: PatternsOptions, io: Io): Promise<number> {
  const { lang } = pageOf(options, io);
  const draws = options.draws === undefined ? undefined : Number(options.draws);
  const wrong = draws === undefined ? undefined : valueRefusal(drawsSpec, draws);
  if (wrong !== undefined) return tellRefusals([wrong], options, io);
  const shipped: Calibration = { seed: acceptedSeed, ...acceptedOf, passRates, accepted: acceptedDraws };
  const calibration = await calibrated(draws, shipped, options, io);
  if (typeof calibration === 'number') return calibration;
  if (options.json) {
    const table = patterns.map(({ holds: _, ...told }) => ({ ...told, passRate: calibration.passRates[told.id] }));
    return tellJson({ ...calibration, patterns: table }, io);
  }
  const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
  for (const { id, name, demand, evidenceFor, evidenceAgainst, standing } of patterns) {
    io.out(`${name[lang]}  ${percent(calibration.passRates[id])}  ${demand[lang]}\n`);
    io.out(
      `    ${texts.pro[lang]}: ${evidenceFor[lang]}\n    ${texts.contra[lang]}: ${evidenceAgainst[lang]}\n    ${standings[standing][lang]}\n`,
    );
  }
  const { accepted, screened: passed, draws: all } = calibration;
  io.out(`${texts.all[lang]}: ${passed} / ${all} = ${percent(passed / all)}; ${texts.confirmed[lang]}: ${accepted.length}\n`);
  return DONE;
}

export function addPatternsCommand({ program, lang, oneLanguage, io, act }: Registration): void {
  program
    .command('patterns')
    .description(texts.about[lang])
    .option('--draws <n>', texts.draws[lang])
    .option('--server <url>', texts.server[lang])
    .option('--lang <zh|en>', texts.lang[lang], oneLanguage)
    .option('--json', texts.json[lang])
    .action((options: PatternsOptions) => act(() => showPatterns(options, io)));
}
