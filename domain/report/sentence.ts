/** The state of a case in one plain sentence that a mayor understands, generated from the findings. */
import { ruleOf } from '../dilemmas/diagnose.ts';
import type { Finding } from '../dilemmas/rule.ts';
import type { PrinciplesReport } from '../principles/principles.ts';
import { both, capitalised, grouped, listed } from '../stages/explain.ts';
import { unacceptedText, unsignedText } from '../stages/duties.ts';
import type { Situation } from '../stages/situation.ts';
import type { Bilingual } from '../vocabulary/text.ts';

function join(parts: readonly Bilingual[]): Bilingual {
  return both(parts.map((part) => part.zh).join(''), parts.map((part) => part.en).join(' '));
}

function dilemmaPart(leading: readonly Finding[], kinds: number): Bilingual {
  if (leading.length === 0) return both('未发现正在发生的困境。', 'No dilemma is active.');
  const names = listed(leading.map((finding) => ruleOf(finding.id).name));
  // Whoever counts the tables below finds as many as are said here.
  const more = kinds - leading.length;
  return more > 0
    ? both(`当前困境：${names.zh}等${kinds}类。`, `Dilemmas now: ${names.en.toLowerCase()}; ${more} more.`)
    : both(`当前困境：${names.zh}。`, `Dilemmas now: ${names.en.toLowerCase()}.`);
}

function dutyPart(situation: Situation): Bilingual {
  const binding = situation.duties.filter(({ pending }) => !pending);
  const dated = binding.filter((duty) => duty.dueOn !== undefined);
  const overdue = dated.filter((duty) => duty.overdue);
  const done = binding.filter((duty) => duty.fulfilled !== undefined);
  if (situation.duties.length === 0) return both('尚无义务在案。', 'No obligation is on record.');
  if (binding.length === 0) return both('尚无生效的义务。', 'No duty binds anybody yet.');
  if (overdue.length > 0) {
    const oldest = Math.max(...overdue.map((duty) => duty.daysLate));
    return both(
      `${dated.length}项有期限的义务中${overdue.length}项逾期未了（最久${grouped(oldest)}天）。`,
      `${overdue.length} of ${dated.length} dated duties ${overdue.length === 1 ? 'is' : 'are'} past due (the oldest by ${grouped(oldest)} days).`,
    );
  }
  return both(
    `${binding.length}项义务中${done.length}项已履行，无逾期。`,
    `${done.length} of ${binding.length} duties are fulfilled, none is past due.`,
  );
}

function pendingParts({ duties }: Situation): Bilingual[] {
  return [unacceptedText(duties), unsignedText(duties)].filter(({ zh }) => zh !== '');
}

function supervisionPart(situation: Situation): Bilingual | undefined {
  const channels = new Set([...situation.state.instruments.values()].filter((own) => own.terms.direct).map((own) => own.terms.channel));
  if (channels.has('assessment') || channels.has('inspection') || situation.state.inspections.size > 0) return undefined;
  return situation.duties.length === 0
    ? undefined
    : both('未见上级考核或督查的记录。', 'No assessment or inspection by a superior is recorded.');
}

function superiorPart(situation: Situation, principles: PrinciplesReport): Bilingual | undefined {
  const says = {
    open: both('可以介入', 'may intervene'),
    addInstruments: both('可增加手段', 'may add instruments'),
    notYet: both('尚不可介入', 'not yet'),
    no: both('暂无介入必要', 'has no ground to intervene now'),
  };
  if (principles.superiors.length === 0) return undefined;
  const parts = principles.superiors.map(({ tier, may, already }) => {
    const name = situation.namedInText(tier);
    const said =
      may === 'no' && already.length > 0
        ? both('有未载明终止的手段在案，暂无新增的依据', 'has instruments on record without an end, and no ground to add to them')
        : says[may];
    return both(`${name.zh}${said.zh}`, `${name.en} ${said.en}`);
  });
  return both(`${parts.map((part) => part.zh).join('；')}。`, `${capitalised(parts.map((part) => part.en).join('; '))}.`);
}

/** What was delivered and what the superior did is named first, unless it hardly weighs. */
const namedFirst: readonly string[] = [
  'decisionWithoutAction',
  'actionWithoutResult',
  'deliberationWithoutDecision',
  'underIntervention',
  'overIntervention',
];
const weighsFrom = 0.3;

function place({ id, severity }: Finding): number {
  const at = severity >= weighsFrom ? namedFirst.indexOf(id) : -1;
  return at < 0 ? namedFirst.length : at;
}

/** The heaviest active finding of each rule, at most three; dated before undated. */
function leadingFindings(findings: readonly Finding[]): Finding[] {
  const heaviest = new Map<string, Finding>();
  for (const finding of findings) if (finding.status === 'active' && !heaviest.has(finding.id)) heaviest.set(finding.id, finding);
  return [...heaviest.values()]
    .sort((a, b) => Number(a.since === null) - Number(b.since === null) || place(a) - place(b) || b.severity - a.severity)
    .slice(0, 3);
}

export function sentenceOf(
  situation: Situation,
  findings: readonly Finding[],
  principles: PrinciplesReport,
): { sentence: Bilingual; keys: string[] } {
  const leading = leadingFindings(findings);
  const parts = [
    dilemmaPart(leading, new Set(findings.filter(({ status }) => status === 'active').map(({ id }) => id)).size),
    dutyPart(situation),
    ...pendingParts(situation),
    supervisionPart(situation),
    superiorPart(situation, principles),
  ];
  return { sentence: join(parts.filter((part) => part !== undefined)), keys: leading.map((finding) => finding.key) };
}
