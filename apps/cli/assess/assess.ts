/** `gongze assess`: what the rule tables of a case give on a day, or what another table would give. */
import { readRuleTableFile, serialise } from '@gongze/application';
import { caseIds } from '@gongze/cases';
import { openCase } from '@gongze/domain/report/report';
import { type TablesReport, tablesReport } from '@gongze/domain/report/ruleTables';
import type { TriedReading } from '@gongze/domain/stages/ruleTables/assess';
import { isOfKind, type TableVersion, tableVersions } from '@gongze/domain/stages/ruleTables/inForce';
import type { Situation } from '@gongze/domain/stages/situation';
import { intervalOf } from '@gongze/domain/vocabulary/dates';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import { standardParameters } from '@gongze/domain/vocabulary/parameters';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { systemClock } from '@gongze/server/clock';
import { BAD_INPUT, type CaseOptions, DONE, pageOf, tellFaults } from '../commands.ts';
import { type Io, readBounded } from '../io.ts';
import { sentences } from '../messages.ts';
import { readCase, readGovernments } from '../sources.ts';
import { indent, type Page, wrap } from '../text/layout.ts';
import { assessHelp, assessLabels, gradeNames } from './messages.ts';

export interface AssessCommandOptions extends Pick<CaseOptions, 'asOf' | 'governments' | 'lang' | 'json'> {
  readonly table?: string;
  readonly reading?: readonly string[];
}

interface Wanted {
  readonly versions: readonly TableVersion[] | undefined;
  readonly tried: readonly { readonly actor: ActorId; readonly value: number }[];
}

/** What the options name, or the exit code after telling what is wrong with them. */
async function wantedBy(options: AssessCommandOptions, io: Io): Promise<Wanted | number> {
  const { lang } = pageOf(options, io);
  const tried: { actor: ActorId; value: number }[] = [];
  for (const text of options.reading ?? []) {
    const [, actor, value] = /^([A-Za-z0-9:._/-]+)=(-?\d+(?:\.\d+)?)$/.exec(text) ?? [];
    if (actor === undefined || value === undefined) {
      io.err(`gongze: ${assessHelp.badReading[lang]}\n`);
      return BAD_INPUT;
    }
    tried.push({ actor: actor as ActorId, value: Number(value) });
  }
  if (options.table === undefined) return { versions: undefined, tried };
  const file = await readBounded(options.table);
  if (!file.ok) return tellFaults(file.faults, file.faults.length, lang, io);
  const read = readRuleTableFile(file.bytes, options.table);
  return read.ok ? { versions: [read.version], tried } : tellFaults(read.faults, read.faults.length, lang, io);
}

/** A tried value stands for the final reading of every assessment table. */
function triedReadings({ tried }: Wanted, versions: readonly TableVersion[]): TriedReading[] {
  return versions.filter(isOfKind('assessment')).flatMap(({ table }) => {
    const on = table.path.at(-1)?.on;
    return on === undefined ? [] : tried.map((own) => ({ ...own, indicator: table.indicator, on }));
  });
}

export async function assessCase(name: string, options: AssessCommandOptions, io: Io): Promise<number> {
  const page = pageOf(options, io);
  const governments = await readGovernments(options.governments);
  if (!governments.ok) return tellFaults(governments.faults, governments.total, page.lang, io);
  const history = await readCase(name, governments.value);
  if (!history.ok && history.faults[0]?.kind === 'unreadable') {
    io.err(`gongze: ${sentences.noFile(name, caseIds)[page.lang]}\n`);
    return BAD_INPUT;
  }
  if (!history.ok) return tellFaults(history.faults, history.total, page.lang, io);
  const wanted = await wantedBy(options, io);
  if (typeof wanted === 'number') return wanted;
  const day = options.asOf === undefined ? systemClock.today() : intervalOf(options.asOf)?.last;
  if (day === undefined) {
    io.err(`gongze: --as-of ${options.asOf}\n`);
    return BAD_INPUT;
  }
  const open = openCase({
    ...history.value,
    edition: 'enriched',
    knownOn: undefined,
    parameters: standardParameters(),
    governments: governments.value,
  });
  const situation = open.situationAt(day);
  const versions = wanted.versions ?? tableVersions(situation.state.ruleTables);
  const report = tablesReport(situation, { versions, tried: triedReadings(wanted, versions) });
  io.out(options.json ? serialise(report) : `${textOf(report, situation, wanted.tried.length > 0, page).join('\n')}\n`);
  return DONE;
}

const gradeText = (grade: keyof typeof gradeNames | null): Bilingual => (grade === null ? assessLabels.unknown : gradeNames[grade]);

function scoreLines(own: TablesReport['assessments'][number], situation: Situation, { lang, width }: Page): string[] {
  const name = situation.nameOf(own.actor)[lang];
  const computed =
    own.atMost === null
      ? `${assessLabels.computed[lang]} ${gradeText(own.grade)[lang]}`
      : `${assessLabels.computed[lang]} ${assessLabels.atMost[lang]} ${gradeText(own.atMost)[lang]}`;
  const agreement = own.agrees === null ? '' : ` · ${own.agrees ? assessLabels.agrees[lang] : assessLabels.differs[lang]}`;
  const published = own.published === null ? '' : ` · ${assessLabels.published[lang]} ${gradeText(own.published)[lang]}${agreement}`;
  const when = own.final ? `${own.on} (${assessLabels.final[lang]})` : own.on;
  return [`${when}  ${name}  ${computed}${published}`, ...indent(wrap(own.explanation[lang], width - 4), 4)];
}

function textOf(report: TablesReport, situation: Situation, tried: boolean, page: Page): string[] {
  const { lang, width } = page;
  if (report.ruleTables.length === 0) return [assessLabels.none[lang]];
  const tables = report.ruleTables.flatMap(({ title, from, until, hash, convention }) => [
    `${title[lang]} · ${assessLabels.holds(from, until)[lang]} · ${assessLabels.hash[lang]} ${hash.slice(0, 12)}`,
    ...(convention === null ? [] : indent(wrap(`${assessLabels.convention[lang]}: ${convention[lang]}`, width - 4), 4)),
  ]);
  const proposals = report.accountability.flatMap((own) => wrap(own.explanation[lang], width));
  return [
    ...tables,
    '',
    assessLabels.scores[lang],
    ...(tried ? [assessLabels.tried[lang]] : []),
    ...report.assessments.flatMap((own) => scoreLines(own, situation, page)),
    '',
    assessLabels.proposals[lang],
    ...(proposals.length > 0 ? proposals : [assessLabels.noProposals[lang]]),
  ];
}
