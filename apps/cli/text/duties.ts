/** The duties of a report as a table, with what its columns cannot hold below each. */
import type { CaseReport } from '@gongze/domain/report/schema';
import { labels, sentences, term, terms } from '../messages.ts';
import { type Page, table, wrap } from './layout.ts';
import { brackets, clauses, join, labelled, namesOf, writeDate, writeNumber, writePercent } from './write.ts';

type Duty = CaseReport['obligations'][number];

/** What the clock says: fulfilled when, or between which days where the day is not known, and verified when. */
function scheduleOf(duty: Duty, { lang }: Page): string {
  const { fulfilledOn, fulfilledBetween: between, verifiedOn } = duty;
  const parts: string[] = [];
  if (between !== null) parts.push(`${labels.fulfilled[lang]} ${sentences.between(between.first, between.last)[lang]}`);
  else if (fulfilledOn !== null) parts.push(`${labels.fulfilled[lang]} ${fulfilledOn}`);
  else if (duty.schedule !== null) parts.push(terms.schedule[duty.schedule][lang]);
  if (verifiedOn !== null) parts.push(`${labels.verified[lang]} ${verifiedOn}`);
  return parts.length === 0 ? '—' : parts.join('\n');
}

function axisOf(axis: Duty['selfReport'], { lang }: Page): string {
  return axis?.completion ? terms.completion[axis.completion][lang] : '—';
}

/** What two yardsticks say of one duty, and what other readings of its deadline would mean. */
function notesOf(duty: Duty, { lang, width }: Page): string[] {
  const yardsticks = duty.yardsticks.map((one) => {
    const target = `${writeNumber(one.target, lang)}${one.targetKind === 'changePercent' ? ' %' : ` ${one.unit}`}`;
    const value =
      one.value === null
        ? labels.unknown[lang]
        : `${writeNumber(one.value, lang)} ${one.unit}${one.period === null ? '' : brackets(one.period.last, lang)}`;
    const parts = [sentences.yardstick(target, value, writePercent(one.attained, lang))[lang]];
    if (one.path !== null) parts.push(sentences.onPath(writePercent(one.path, lang))[lang]);
    if (one.pathConvention !== null) parts.push(labelled(labels.convention[lang], one.pathConvention[lang], lang));
    return labelled(
      `${labels.yardstick[lang]} ${one.measure[lang]}`,
      terms.position[one.position][lang] + brackets(clauses(parts, lang), lang),
      lang,
    );
  });
  const others = duty.readings.filter(({ isDefault }) => !isDefault);
  const readings = others.map(({ reading, dueOn, daysLate }) => {
    const late = daysLate > 0 ? brackets(sentences.late(daysLate)[lang], lang) : '';
    return `${term(terms.reading, reading, lang)} ${writeDate(dueOn, lang)}${late}`;
  });
  const lines = readings.length === 0 ? yardsticks : [...yardsticks, labelled(labels.readings[lang], join(readings, lang), lang)];
  return lines.flatMap((line) =>
    wrap(`${duty.title[lang]} · ${line}`, width - 2).map((one, index) => (index === 0 ? `· ${one}` : `  ${one}`)),
  );
}

export function dutyLines(report: CaseReport, page: Page): string[] {
  const { lang, width } = page;
  if (report.obligations.length === 0) return [labels.noDuties[lang]];
  const rows = report.obligations.map((duty) => [
    duty.title[lang],
    namesOf(duty.liable, report.actors, lang),
    duty.dueOn ?? labels.noDate[lang],
    scheduleOf(duty, page),
    duty.daysLate > 0 ? sentences.days(duty.daysLate, duty.fulfilledBetween !== null)[lang] : '—',
    axisOf(duty.selfReport, page),
    axisOf(duty.assessment, page),
  ]);
  const columns = [
    { title: labels.duty[lang], max: Math.max(24, width - 80) },
    { title: labels.liable[lang], max: 18 },
    { title: labels.due[lang], max: 10 },
    { title: labels.schedule[lang], max: lang === 'zh' ? 27 : 19 },
    { title: labels.late[lang], max: 12, right: true },
    { title: labels.selfReport[lang], max: 12 },
    { title: labels.assessment[lang], max: 12 },
  ];
  const notes = report.obligations.flatMap((duty) => notesOf(duty, page));
  return [...table(columns, rows, width), ...(notes.length === 0 ? [] : ['', ...notes])];
}
