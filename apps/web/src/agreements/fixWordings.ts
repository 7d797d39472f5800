/** The wordings that are tried for a fix, in both languages, the usual one first. */
import type { ClauseReading, Statement } from '@gongze/clauses';
import type { Edit, Fix } from './fixKinds.ts';

const at = (place: number, insert: string): Edit => ({ start: place, end: place, insert });
const over = ({ start, end }: { readonly start: number; readonly end: number }, insert: string): Edit => ({ start, end, insert });

/** The place before the mark that closes the clause. */
function clauseEnd(text: string): number {
  return text.length - (/[\s。．.；;，,、！!]*$/.exec(text)?.[0].length ?? 0);
}

/** The place before the mark that closes the statement. */
function statementEnd(text: string, end: number): number {
  const own = text.slice(0, end);
  return own.length - (/[\s。．.；;，,、！!]*$/.exec(own)?.[0].length ?? 0);
}

interface Places {
  readonly text: string;
  readonly statement: Statement;
  /** Ends at which something can be added: of the object, of the statement, of the clause. */
  readonly tails: readonly number[];
}

function placesOf({ text }: ClauseReading, statement: Statement): Places {
  const { aim, object, span } = statement;
  const tails = [statementEnd(text, span.end), (object ?? aim).span.end, clauseEnd(text)];
  return { text, statement, tails: [...new Set(tails)].filter((place) => place >= 0 && place <= text.length) };
}

const chineseDay = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

/** Adverbs of degree right before a verb; they say nothing of a result. */
const degree =
  /(?:进一步|不断|持续|切实|积极|大力|着力|深入|全面|扎实|有效|充分|逐步|稳步|加快|\b(?:further|actively|continuously|vigorously)\s+)+$/i;

/** From the verb, with the adverbs of degree before it, to the end of its object, where the object follows; else the verb. */
function phraseSpan({ aim, object }: Statement, text: string): { readonly start: number; readonly end: number } {
  const follows = object !== null && object.span.start >= aim.span.end && object.span.start - aim.span.end <= 2;
  const adverbs = degree.exec(text.slice(0, aim.span.start))?.[0].length ?? 0;
  return { start: aim.span.start - adverbs, end: follows ? object.span.end : aim.span.end };
}

/** Where the modal before the verb ends, if there is one: a day stands right behind it. */
function modalEnd(text: string, from: number, to: number): number | undefined {
  const modal = /(?:应当|必须|应|须|要|将|负责|承诺|同意)(?=[^应须将]*$)/.exec(text.slice(from, to));
  return modal === null ? undefined : from + modal.index + modal[0].length;
}

const months = 'January February March April May June July August September October November December'.split(' ');
const englishDay = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
};

/** From the first to the last name of who must act, where they stand side by side. */
function attributeSpan({ attribute }: Statement): { readonly start: number; readonly end: number } | undefined {
  const [first, last] = [attribute[0], attribute.at(-1)];
  return first === undefined || last === undefined ? undefined : { start: first.span.start, end: last.span.end };
}

const chineseHedges = /力争|争取|努力|尽量|尽可能|原则上|愿意|计划|希望|积极/g;
const englishHedges =
  /\b(?:(?:shall|will|should)\s+)?(?:endeavou?rs?|strives?|aims?|intends?|seeks?|hopes?|tr(?:y|ies)|(?:do|does|use|uses|make|makes)\s+(?:its|their|all|every|best|reasonable)[\w\s]{0,20}?(?:best|efforts?|endeavours?))\s+to\b|\bin principle,?\s*/gi;

/** A consequence stands at the end of the clause, where it serves all its duties. */
const fromTheEnd = (text: string, tails: readonly number[]): readonly number[] => [
  ...new Set([clauseEnd(text), ...tails].filter((place) => place <= text.length)),
];

function chinese(fix: Fix, { text, statement, tails }: Places): readonly Edit[] {
  const { aim, span, deadline } = statement;
  const named = attributeSpan(statement);
  switch (fix.kind) {
    case 'who': {
      const modal = /^(?:应|须|将|要|必须|不得|可)/.test(text.slice(span.start));
      const front = [at(span.start, `${fix.who}应`), at(span.start, `由${fix.who}`), at(aim.span.start, `由${fix.who}`)];
      return modal ? [at(span.start, fix.who), ...front] : [...front, at(span.start, fix.who)];
    }
    case 'lead': {
      const help = fix.helpers.length === 0 ? '' : `、${fix.helpers.join('、')}配合`;
      const said = tails.map((place) => at(place, `，由${fix.who}牵头${help}`));
      const instead = named === undefined ? [] : [over(named, `由${fix.who}牵头${help}，`), over(named, fix.who)];
      return [...said, at(span.start, `由${fix.who}牵头${help}，`), ...instead];
    }
    case 'date': {
      const day = chineseDay(fix.date);
      const instead = deadline === null ? [] : [over(deadline.source.span, `${day}前`), over(deadline.source.span, `于${day}前`)];
      const after = named === undefined ? [] : [at(named.end, `于${day}前`)];
      const modal = modalEnd(text, named?.end ?? span.start, aim.span.start);
      const behind = modal === undefined ? [] : [at(modal, `于${day}前`)];
      return [...instead, ...behind, ...after, at(aim.span.start, `于${day}前`), at(span.start, `${day}前，`)];
    }
    case 'indicator': {
      const word = { '>=': '不低于', '<=': '不高于', '=': '达到' }[fix.comparator];
      return tails.flatMap((place) => [
        at(place, `，${fix.name}${word}${fix.value}${fix.unit}`),
        at(place, `，使${fix.name}${word}${fix.value}${fix.unit}`),
        at(place, `，确保${fix.name}${word}${fix.value}${fix.unit}`),
      ]);
    }
    case 'orElse':
      return fromTheEnd(text, tails).flatMap((place) => [
        at(place, `；逾期未完成的，${fix.consequence}`),
        at(place, `，逾期未完成的，${fix.consequence}`),
        at(place, `；未按期完成的，${fix.consequence}`),
        at(place, `；未履行的，${fix.consequence}`),
      ]);
    case 'binding': {
      const hedges = [...text.matchAll(chineseHedges)].filter(({ index }) => index >= span.start && index < aim.span.end);
      return [
        ...hedges.flatMap(({ index, 0: hedge }) => [
          over({ start: index, end: index + hedge.length }, '应'),
          over({ start: index, end: index + hedge.length }, ''),
        ]),
        ...(named === undefined ? [] : [at(named.end, '应')]),
        at(aim.span.start, '应'),
      ];
    }
    case 'concrete':
      return [over(phraseSpan(statement, text), `${fix.verb}${fix.object}`)];
    default:
      return fix satisfies never;
  }
}

function english(fix: Fix, { text, statement, tails }: Places): readonly Edit[] {
  const { aim, span, deadline } = statement;
  const named = attributeSpan(statement);
  switch (fix.kind) {
    case 'who':
      return [
        at(aim.span.end, ` by ${fix.who}`),
        ...tails.map((place) => at(place, ` by ${fix.who}`)),
        at(span.start, `${fix.who} shall `),
        at(aim.span.start, `${fix.who} shall `),
      ];
    case 'lead': {
      const help = fix.helpers.length === 0 ? '' : `, with the support of ${fix.helpers.join(' and ')},`;
      const said = tails.flatMap((place) => [at(place, `, with ${fix.who} as lead authority`), at(place, `, led by ${fix.who}`)]);
      const instead = named === undefined ? [] : [over(named, `${fix.who}${help}`), over(named, fix.who)];
      return [...said, ...instead];
    }
    case 'date': {
      const day = englishDay(fix.date);
      const instead = deadline === null ? [] : [over(deadline.source.span, `by ${day}`)];
      return [...instead, ...tails.map((place) => at(place, ` by ${day}`)), at(aim.span.end, ` by ${day}`)];
    }
    case 'indicator': {
      const word = { '>=': 'at least', '<=': 'at most', '=': 'exactly' }[fix.comparator];
      const amount = `${word} ${fix.value}${/^[%‰]/.test(fix.unit) || fix.unit === '' ? '' : ' '}${fix.unit}`;
      return tails.flatMap((place) => [
        at(place, `, with ${fix.name} of ${amount}`),
        at(place, `, so that ${fix.name} is ${amount}`),
        at(place, `, reaching ${amount}`),
      ]);
    }
    case 'orElse':
      return fromTheEnd(text, tails).flatMap((place) => [
        at(place, `; failing which it shall ${fix.consequence}`),
        at(place, `, failing which it shall ${fix.consequence}`),
        at(place, `; if it fails to do so, it shall ${fix.consequence}`),
      ]);
    case 'binding': {
      const hedges = [...text.matchAll(englishHedges)].filter(({ index }) => index >= span.start && index < aim.span.end);
      return [
        ...hedges.flatMap(({ index, 0: hedge }) => [
          over({ start: index, end: index + hedge.length }, /principle/i.test(hedge) ? '' : 'shall'),
        ]),
        at(aim.span.start, 'shall '),
      ];
    }
    case 'concrete':
      return [over(phraseSpan(statement, text), `${fix.verb} ${fix.object}`.trim())];
    default:
      return fix satisfies never;
  }
}

/** Edits of the clause that would say it. */
export function candidatesOf(reading: ClauseReading, statement: Statement, fix: Fix): readonly Edit[] {
  const places = placesOf(reading, statement);
  return reading.language === 'zh' ? chinese(fix, places) : english(fix, places);
}
