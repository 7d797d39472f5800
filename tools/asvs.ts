/**
 * OWASP ASVS 5, levels 1 and 2: `docs/asvs.json` says for each identifier which test or page answers it, why it does not apply,
 * or that it is open. `node tools/asvs.ts` writes the page and the lists of what is open.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');

export interface Requirement {
  readonly level: 1 | 2;
  /** `file > name of the test`, as it stands in the file. */
  readonly tests?: readonly string[];
  readonly page?: string;
  readonly notApplicable?: string;
  readonly open?: { readonly zh: string; readonly en: string };
}

export function requirements(): Readonly<Record<string, Requirement>> {
  return JSON.parse(readFileSync(join(root, 'docs/asvs.json'), 'utf8')).requirements;
}

/** What is wrong with the answer to one identifier; empty if it stands. */
export function faultsOf(id: string, { tests, page, notApplicable, open }: Requirement): string[] {
  const answers = [tests?.join(), page, notApplicable, open?.en].filter((answer) => answer !== undefined && answer !== '');
  if (answers.length !== 1) return [`${id} has ${answers.length} answers instead of one`];
  if (page !== undefined && !existsSync(join(root, page))) return [`${id}: no page ${page}`];
  return (tests ?? []).flatMap((test) => {
    const [file = '', name = ''] = test.split(' > ');
    if (!existsSync(join(root, file))) return [`${id}: no file ${file}`];
    return readFileSync(join(root, file), 'utf8').includes(name) ? [] : [`${id}: no test “${name}” in ${file}`];
  });
}

/** Identifiers with the same open matter stand together. */
function openList(language: 'zh' | 'en'): string {
  const byMatter = new Map<string, string[]>();
  for (const [id, { open }] of Object.entries(requirements())) {
    if (open !== undefined) byMatter.set(open[language], [...(byMatter.get(open[language]) ?? []), id]);
  }
  if (byMatter.size === 0) return language === 'zh' ? '目前没有。' : 'None at present.';
  return [...byMatter]
    .map(([matter, ids]) => `- ${ids.join(language === 'zh' ? '、' : ', ')}${language === 'zh' ? '：' : ': '}${matter}`)
    .join('\n');
}

/** Content of `docs/asvs.md`. */
export function page(): string {
  const all = Object.entries(requirements());
  const count = (kind: keyof Requirement): number => all.filter(([, one]) => one[kind] !== undefined).length;
  const rows = all.map(([id, { level, tests, page: where, notApplicable, open }]) => {
    const answer =
      tests?.map((test) => `\`${test.replaceAll('|', '\\|')}\``).join('<br>') ??
      (where === undefined ? undefined : `[${where}](../${where})`);
    return `| ${id} | ${level} | ${answer ?? (open === undefined ? `not applicable: ${notApplicable}` : `**open**: ${open.en}`)} |`;
  });
  return `# OWASP ASVS 5, levels 1 and 2

Written by \`node tools/asvs.ts\` from asvs.json; a test fails on an identifier without an answer and on a test that is not there.
${all.length} requirements: ${count('tests')} shown by tests, ${count('page')} by a page, ${count('notApplicable')} not applicable, ${count('open')} open.

| Requirement | Level | Answer |
|---|---|---|
${rows.join('\n')}
`;
}

const mark = '<!-- open -->';

/** The threat model with the list of what is open behind its mark. */
export function withOpenList(text: string, language: 'zh' | 'en'): string {
  return `${text.slice(0, text.indexOf(mark) + mark.length)}\n\n${openList(language)}\n`;
}

export const threatModels = [
  { file: 'docs/threat-model.md', language: 'en' },
  { file: 'docs/threat-model.zh.md', language: 'zh' },
] as const;

if (import.meta.main) {
  writeFileSync(join(root, 'docs/asvs.md'), page());
  for (const { file, language } of threatModels) {
    writeFileSync(join(root, file), withOpenList(readFileSync(join(root, file), 'utf8'), language));
  }
}
