/** From a duty to its cells. The other way is in `terms.ts`; together they lose nothing. */
import type { Deadline, ObligationTerms, Yardstick } from '@gongze/domain/events/schemas';
import type { ObligationId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { type ActorNames, actorsText, actorText } from './actors.ts';
import type { DutyKey, PowerKey, YardstickKey } from './columns.ts';
import { type CellValue, plainText } from './table.ts';
import { originWords } from './words.ts';

export type Cells<K extends string> = { readonly [key in K]?: CellValue };
/** Cells of the terms; the rest of a row is about what became of the duty. */
export type TermCells = Cells<DutyKey>;

/** Spreadsheet programs know no dates before 1900, and count the first two months of 1900 wrongly: earlier days are texts. */
export function dayCell(day: string): Date | string {
  return day < '1900-03-01' ? day : new Date(`${day}T00:00:00Z`);
}

function texts<P extends string>(prefix: P, text: Bilingual | undefined): { readonly [K in `${P}.zh` | `${P}.en`]?: string } {
  if (text === undefined) return {};
  return { [`${prefix}.zh`]: plainText(text.zh), [`${prefix}.en`]: plainText(text.en) } as never;
}

function deadlineCells(deadline: Deadline | undefined): TermCells {
  if (deadline === undefined) return {};
  const { readings, defaultReading, basis, recurs } = deadline;
  const due = readings.find(({ reading }) => reading === defaultReading)?.dueOn;
  return {
    ...(due !== undefined && { due: dayCell(due) }),
    ...texts('deadline', deadline.text),
    readings: readings.map(({ reading, dueOn }) => `${reading}=${dueOn}${reading === defaultReading ? '*' : ''}`).join('; '),
    ...(recurs !== undefined && { recurs: `${recurs.every} ${recurs.unit}${recurs.until === undefined ? '' : `; ${recurs.until}`}` }),
    ...(basis !== undefined && { basis: JSON.stringify(basis) }),
  };
}

export function termCells(obligation: ObligationId, terms: ObligationTerms, names: ActorNames, lang: Language): TermCells {
  const { lead, cooperating, beneficiaries, shares, weight, topic, agreement, clause } = terms;
  return {
    obligation,
    ...texts('title', terms.title),
    liable: actorsText(terms.liable, names, lang),
    ...(lead !== undefined && { lead: actorText(lead, names, lang) }),
    ...(cooperating !== undefined && { cooperating: actorsText(cooperating, names, lang) }),
    ...(beneficiaries !== undefined && { beneficiaries: actorsText(beneficiaries, names, lang) }),
    ...deadlineCells(terms.deadline),
    ...texts('measure', terms.measure),
    ...texts('orElse', terms.orElse),
    origin: originWords[terms.origin][lang],
    ...(shares !== undefined && {
      shares: Object.entries(shares)
        .map(([actor, share]) => `${actor}=${share}`)
        .join('; '),
    }),
    ...(weight !== undefined && { weight }),
    ...(topic !== undefined && { topic }),
    ...(agreement !== undefined && { agreement }),
    ...(clause !== undefined && { clause }),
  };
}

export function yardstickCells(obligation: ObligationId, own: Yardstick, names: ActorNames, lang: Language): Cells<YardstickKey> {
  const { baseline, path } = own;
  return {
    obligation,
    yardstick: own.yardstick,
    indicator: own.indicator,
    ...texts('title', own.title),
    subject: actorText(own.subject, names, lang),
    unit: plainText(own.unit),
    ...(baseline !== undefined && {
      baselineValue: baseline.value,
      baselineFirst: dayCell(baseline.period.first),
      baselineLast: dayCell(baseline.period.last),
    }),
    targetKind: own.target.kind,
    target: own.target.value,
    direction: own.direction,
    due: dayCell(own.dueOn),
    ...(path !== undefined && { path: path.map(({ on, share }) => `${on}=${share}`).join('; ') }),
    ...texts('convention', own.pathConvention),
  };
}

export function powerCells(
  obligation: ObligationId,
  own: NonNullable<ObligationTerms['powers']>[number],
  names: ActorNames,
  lang: Language,
): Cells<PowerKey> {
  return {
    obligation,
    power: own.power,
    holder: actorText(own.holder, names, lang),
    effect: own.effect,
    ...texts('condition', own.condition),
    ...(own.until !== undefined && { until: dayCell(own.until) }),
  };
}
