/** Words that official documents share: dates, names in a row, where a duty stands. */
import type { Yardstick } from '@gongze/domain/events/schemas';
import type { Duty } from '@gongze/domain/stages/duties';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { Completion } from '@gongze/domain/vocabulary/levels';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { completionWords } from '../ledger/words.ts';
import { type CaseSource, factOfType } from '../source.ts';
import { type Block, paragraph } from './content.ts';

const months = 'January February March April May June July August September October November December'.split(' ');

/** 2025年6月30日, without leading zeros as the standard asks; 30 June 2025. */
export function dateText(day: IsoDate): Bilingual {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { zh: `${year}年${month}月${date}日`, en: `${date} ${months[month - 1]} ${year}` };
}

export function listed(names: readonly Bilingual[]): Bilingual {
  const en = names.map((name) => name.en);
  return {
    zh: names.map(({ zh }) => zh).join('、'),
    en: en.length < 2 ? (en[0] ?? '') : `${en.slice(0, -1).join(', ')} and ${en.at(-1)}`,
  };
}

/** A sentence with exactly one full stop. */
export function ended({ zh, en }: Bilingual): Bilingual {
  return { zh: `${zh.replace(/[。.；;]+$/u, '')}。`, en: `${en.replace(/[.。;]+$/u, '')}.` };
}

const grouped = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 10 });
const days = (count: number): string => `${count.toLocaleString('en-GB')} ${count === 1 ? 'day' : 'days'}`;

/** The text that a duty comes from, if it is on record. */
export function basisOf({ situation }: CaseSource, { obligation }: Duty): Bilingual | undefined {
  const { agreement, clause } = obligation.terms;
  const signed = agreement === undefined ? undefined : situation.state.agreements.get(agreement);
  if (signed === undefined) return undefined;
  const on = dateText(signed.signed.on);
  const title = { zh: signed.terms.title.zh.replace(/^《|》$/g, ''), en: signed.terms.title.en };
  const at = clause === undefined ? { zh: '', en: '' } : { zh: `条款${clause}`, en: `, clause ${clause}` };
  return signed.signed.dated
    ? { zh: `${on.zh}签订的《${title.zh}》${at.zh}`, en: `“${title.en}”, signed on ${on.en}${at.en}` }
    : { zh: `《${title.zh}》${at.zh}`, en: `“${title.en}”${at.en}` };
}

/** How far it was carried out, as the end of a clause; nothing where nobody said. */
function completionText(completion: Completion | undefined): Bilingual {
  if (completion === undefined) return { zh: '', en: '' };
  const how = completionWords[completion];
  return { zh: `，完成程度为“${how.zh}”`, en: `: ${how.en}` };
}

/** The name as it stands on documents: without what a case adds to it in brackets. */
export function officialName({ zh, en }: Bilingual): Bilingual {
  return { zh: zh.replace(/（[^（）]*）$/u, ''), en: en.replace(/ \([^()]*\)$/u, '') };
}

/** Where the duty stands on the day: three axes, each by itself. */
export function standingOf(source: CaseSource, duty: Duty): Block[] {
  const { situation } = source;
  const { selfReport, assessment } = duty;
  const blocks: Block[] = [];
  if (selfReport === undefined) blocks.push(paragraph('自报情况：尚无报告。', 'Self-report: none yet.'));
  else {
    const on = dateText(selfReport.ref.on);
    const how = completionText(selfReport.completion);
    const fact = factOfType(source, selfReport.ref.id, 'progressReported') ?? factOfType(source, selfReport.ref.id, 'obligationReported');
    const text = fact?.payload.text === undefined ? { zh: '', en: '' } : ended(fact.payload.text);
    blocks.push(paragraph(`自报情况：${on.zh}报告${how.zh}。${text.zh}`, `Self-report of ${on.en}${how.en}. ${text.en}`.trim()));
  }
  if (assessment !== undefined) {
    const on = dateText(assessment.ref.on);
    const how = completionText(assessment.completion);
    const by = assessment.by === undefined ? undefined : situation.namedInText(assessment.by);
    blocks.push(
      paragraph(
        `独立评估：${by?.zh ?? ''}${on.zh}评估${how.zh}。`,
        `Assessment${by === undefined ? '' : ` by ${by.en}`} of ${on.en}${how.en}.`,
      ),
    );
  }
  blocks.push(scheduleBlock(duty, situation.asOf));
  return blocks;
}

function scheduleBlock(duty: Duty, asOf: IsoDate): Block {
  if (duty.dueOn === undefined) return paragraph('进度：未约定期限。', 'Schedule: no date was agreed.');
  const due = dateText(duty.dueOn);
  const today = dateText(asOf);
  return duty.overdue
    ? paragraph(
        `进度：应于${due.zh}完成，截至${today.zh}已逾期${duty.daysLate}天。`,
        `Schedule: due on ${due.en}; on ${today.en} it is ${days(duty.daysLate)} overdue.`,
      )
    : paragraph(`进度：应于${due.zh}完成，尚未到期。`, `Schedule: due on ${due.en}, not yet past.`);
}

/** Who answers for the duty, who leads, who cooperates, with the shares of a joint one. */
export function answerable({ situation }: CaseSource, { obligation: { terms } }: Duty): Block[] {
  const name = (id: ActorId): Bilingual => situation.nameOf(id);
  const blocks: Block[] = [];
  const say = (zh: string, en: string, names: readonly ActorId[] | undefined): void => {
    if (names === undefined || names.length === 0) return;
    const text = listed(names.map(name));
    blocks.push(paragraph(`${zh}：${text.zh}。`, `${en}: ${text.en}.`));
  };
  say('责任单位', 'Responsible', terms.liable);
  say('牵头单位', 'Lead', terms.lead === undefined ? undefined : [terms.lead]);
  say('配合单位', 'Cooperating', terms.cooperating);
  if (terms.shares !== undefined) {
    const shares = Object.entries(terms.shares).map(([id, share]) => ({
      who: name(id as ActorId),
      percent: `${Math.round(share * 1000) / 10}%`,
    }));
    blocks.push(
      paragraph(
        `责任份额：${shares.map(({ who, percent }) => `${who.zh}${percent}`).join('，')}。`,
        `Shares: ${shares.map(({ who, percent }) => `${who.en} ${percent}`).join(', ')}.`,
      ),
    );
  }
  return blocks;
}

/** What an outsider can check. */
export function measuresOf({ obligation: { terms } }: Duty): Block[] {
  const blocks: Block[] = [];
  if (terms.measure !== undefined) {
    const text = ended(terms.measure);
    blocks.push(paragraph(`目标要求：${text.zh}`, `Measure: ${text.en}`));
  }
  for (const own of terms.yardsticks ?? []) {
    const name = own.title ?? { zh: own.indicator, en: own.indicator };
    const due = dateText(own.dueOn);
    const target = targetText(own);
    blocks.push(paragraph(`考核指标：${name.zh}，${due.zh}前${target.zh}。`, `Indicator: ${name.en}, ${target.en} by ${due.en}.`));
  }
  return blocks;
}

function targetText({ target: { kind, value }, direction, unit }: Yardstick): Bilingual {
  if (kind === 'changePercent' && value !== 0) {
    const falls = value < 0;
    // At most −25% is a fall of at least 25%, at most 10% a rise of at most 10%.
    const atLeast = falls === (direction === 'atMost');
    return {
      zh: `较基期${falls ? '下降' : '上升'}${atLeast ? '不少于' : '不超过'}${Math.abs(value)}%`,
      en: `a ${falls ? 'fall' : 'rise'} of ${atLeast ? 'at least' : 'at most'} ${Math.abs(value)}% against the baseline`,
    };
  }
  // A Chinese measure word follows its number; the symbol of a unit stands apart.
  const zh = `${grouped(value)}${/^[\p{Script=Han}%‰℃]/u.test(unit) ? '' : ' '}${unit}`;
  const en = `${grouped(value)}${/^[%‰]/.test(unit) ? '' : ' '}${unit}`;
  return direction === 'atMost' ? { zh: `不高于${zh}`, en: `at most ${en}` } : { zh: `不低于${zh}`, en: `at least ${en}` };
}
