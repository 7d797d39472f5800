import { faultMessage } from '@gongze/application/messages';
import { faultsOfIssues } from '@gongze/application/validation/issues';
import { type Life, type LifeScript, type LivedStep, historyUntil, relive, scriptSchema, serialise } from '@gongze/application';
import { caseIds, loadCase, type ShippedCaseId } from '@gongze/cases';
import xixian from '@gongze/cases/relived/xixian' with { type: 'json' };
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { governmentTreeFromCsv } from '@gongze/domain/vocabulary/governments/index';
import type { Language } from '@gongze/domain/vocabulary/text';
import { BAD_INPUT, DONE, pageOf, tellFaults } from '../commands.ts';
import { type Io, readBounded } from '../io.ts';
import { indent, type Page, wrap } from '../text/layout.ts';

export interface ReliveOptions {
  readonly lang?: Language;
  readonly json?: boolean;
}

const words = {
  recorded: { zh: '准', en: 'recorded' },
  refused: { zh: '不准', en: 'refused' },
  look: { zh: '诊断', en: 'found' },
  nothing: { zh: '没有困境', en: 'no dilemma' },
  remedy: { zh: '怎样才行', en: 'what would do' },
  missing: { zh: '所缺', en: 'missing' },
  unexpected: { zh: '与脚本不符', en: 'not what the script says' },
} as const;

/** Exit code 1: the life took another course than its script says. */
const OTHER_COURSE = 1;

export async function reliveCase(name: string, options: ReliveOptions, io: Io): Promise<number> {
  const page = pageOf(options, io);
  let content: unknown = xixian;
  if (name !== 'xixian') {
    const file = await readBounded(name);
    if (!file.ok) return tellFaults(file.faults, file.faults.length, page.lang, io);
    try {
      content = JSON.parse(new TextDecoder().decode(file.bytes));
    } catch (cause) {
      if (!(cause instanceof SyntaxError)) throw cause;
      io.err(`gongze: ${{ zh: `${name} 不是合格的 JSON：${cause.message}`, en: `${name} is not JSON: ${cause.message}` }[page.lang]}\n`);
      return BAD_INPUT;
    }
  }
  const script = scriptSchema.safeParse(content);
  if (!script.success) {
    for (const { kind, path, expected, found } of faultsOfIssues(script.error.issues as never, content, []))
      io.err(`${name}: ${faultMessage(kind, `/${path.join('/')}`, expected, found)[page.lang]}\n`);
    return BAD_INPUT;
  }
  const life = await lived(script.data);
  io.out(options.json ? serialise(life) : `${textOf(script.data, life, page).join('\n')}\n`);
  return life.steps.every(({ asExpected }) => asExpected) ? DONE : OTHER_COURSE;
}

async function lived(script: LifeScript): Promise<Life> {
  const { after, governments } = script;
  const tree = governments === undefined ? gb2260() : governmentTreeFromCsv(governments.join('\n'), { id: script.case, vintage: '' });
  if ('faults' in tree) throw new Error(tree.faults.map(({ message }) => message.en).join('; '));
  if (after === undefined || !(caseIds as readonly string[]).includes(after.case)) return await relive(script, [], tree);
  const base = loadCase(after.case as ShippedCaseId);
  return await relive({ ...script, actors: { ...base.actors, ...script.actors } }, historyUntil(base.facts, after.until), tree);
}

function stepLines({ step, refusal, findings, asExpected }: LivedStep, { lang, width }: Page): string[] {
  const note = step.note === undefined ? [] : wrap(step.note[lang], width - 4);
  const wrong = asExpected ? [] : [`!! ${words.unexpected[lang]}`];
  if ('look' in step) {
    const names = [...new Set(findings.map((finding) => finding.name[lang]))].join(lang === 'zh' ? '、' : ', ');
    return [`${step.on}  ${words.look[lang]}: ${names || words.nothing[lang]}`, ...indent([...note, ...wrong], 4)];
  }
  const head = `${step.on}  ${step.by}  ${step.command}  → ${refusal === undefined ? words.recorded[lang] : words.refused[lang]}`;
  const why =
    refusal === undefined
      ? []
      : [
          ...wrap(refusal.text[lang], width - 4),
          ...refusal.missing.flatMap(({ what, remedy }) => wrap(`${words.missing[lang]}: ${what[lang]} → ${remedy[lang]}`, width - 4)),
          ...wrap(`${words.remedy[lang]}: ${refusal.remedy[lang]}`, width - 4),
        ];
  return [head, ...indent([...note, ...why, ...wrong], 4)];
}

function textOf(script: LifeScript, { steps }: Life, page: Page): string[] {
  return [script.title[page.lang], ...wrap(script.about[page.lang], page.width), '', ...steps.flatMap((step) => stepLines(step, page))];
}
