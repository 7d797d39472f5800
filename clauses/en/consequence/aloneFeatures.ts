/**
 * What is looked at in a statement of its own to tell whether it is the consequence of a breach: the state that its condition and its subject
 * are in, and what befalls whom. None decides alone (`weigh.ts`).
 */
import { unable } from './alone.ts';
import { answers, benign, superior } from './answer.ts';
import { commonPenalty } from './common.ts';
import { contraryKinds } from './contrary.ts';
import { burden, detrimentKinds, harmFeatures } from './detriment.ts';
import { failuresIn } from './failure.ts';
import { cutOff, haveLess, privilege, stake, taken } from './withholding.ts';
import { instead } from './stepIn.ts';
import { fine, pays } from './money.ts';
import { fronted } from './zones.ts';
import type { Deontic } from '../../reading.ts';
import { ofClause } from '../gates.ts';

export interface Alone {
  /** Everything before the modal: the condition in front and the subject. */
  readonly before: string;
  /** Conditions behind the verb. */
  readonly trailing: string;
  /** The verb and what follows it. */
  readonly predicate: string;
  readonly deontic: Deontic;
}

interface View extends Alone {
  readonly condition: string;
  readonly subject: string;
  readonly state: string;
  readonly failures: ReadonlySet<string>;
  readonly behindFailures: ReadonlySet<string>;
  readonly contrary: readonly boolean[];
  readonly harms: readonly boolean[];
}

const ranking = ofClause.gate(
  /\b(?:last|bottom|lowest|worst|running|in a row|consecutive|in succession|again|second time|third time|twice|repeated\w*|persistent\w*)\b/i,
);
const own = ofClause.gate(/\b(?:its|their|his|her|the)\b/i);

/** Somebody does something: if either Party discloses, should the Institute publish. */
const acts = ofClause.gate(
  /\b(?:if|where|should|when|whenever|in the event that|in case) (?:(?:an?|any|the|either|one|each|another|all|both) )?(?:[A-Z]?[\w’'-]+ ){1,4}?(?!is\b|are\b|has\b|have\b|was\b|were\b)(?:[a-z]{3,}(?:s|es)|publish|release|enter|use|sell|move|leave|close|fail|build|open) /,
);
const relative = ofClause.gate(/\b(?:that|which|who|whose|whoever|whichever)\b/i);
const reduced = ofClause.gate(/^[^,;]{2,60}? (?:(?:not )?[a-z]+(?:ing|ed)|late|made|left|found|in) (?:[a-z]+ |\d|[A-Z])/);
const untilDone = ofClause.gate(/\b(?:until|unless|before) (?:it|they|this|that|he|she|the|its|[A-Z][\w’'-]+|an?|any|all)\b/i);
const severs = ofClause.gate(
  /^(?:be )?(?:terminate[d]?|revoke[d]?|rescind(?:ed)?|cancel(?:led)?|withdraw[n]?|suspend(?:ed)?|refuse[d]?|withh[eo]ld|deduct(?:ed)?|set off|recover(?:ed)?|reclaim(?:ed)?|forfeit(?:ed)?|expel(?:led)?|exclude[d]?|replace[d]?|removed?|dismiss(?:ed)?|relieved|left off|left out|struck|rejected|set aside|disregarded|h[eo]ld back|lose|ke?ept?(?= (?:the|its) (?:deposit|bond|fee|advance|money|sum))|ta?ken? (?:[a-z]+ ){0,4}back|send (?:[a-z]+ ){0,4}back|sent back)\b/i,
);
const arranges = ofClause.gate(
  /^(?:be )?(?:notif\w+|inform\w*|extend\w*|prolong\w*|renew\w*|share[ds]?|request\w*|ask\w*|appl(?:y|ies|ied)|propos\w+|consult\w*|negotiat\w+|agree\w*|invite[ds]?|offer\w*|use[ds]?|store[ds]?|ke?ept?|send|sent|repair\w*|divert\w*|open\w*|attend|appoint\w*|call|convene|meet|consider(?:ed)?|adjourn\w*|postpone\w*)\b/i,
);

export const aloneFeatures: readonly (readonly [string, (view: View) => boolean])[] = [
  ['fault', ({ failures }) => failures.has('fault')],
  ['omission', ({ failures }) => failures.has('omission')],
  ['threshold', ({ failures }) => failures.has('threshold')],
  ['incapacity', ({ failures }) => failures.has('incapacity')],
  ['failure behind', ({ behindFailures }) => behindFailures.size > 0],
  ['denied', ({ contrary }) => contrary[0] === true],
  ['time gone by', ({ contrary }) => contrary[1] === true],
  ['otherwise', ({ contrary }) => contrary[2] === true],
  ['harm', ({ contrary }) => contrary[3] === true],
  ['amount', ({ contrary }) => contrary[4] === true],
  ['nothing contrary', ({ contrary, failures }) => !contrary.some(Boolean) && failures.size === 0],
  ...harmFeatures,
  ['burden', ({ predicate }) => burden.test(predicate)],
  ['burden and contrary', ({ predicate, contrary, failures }) => burden.test(predicate) && (contrary.some(Boolean) || failures.size > 0)],
  ['severs', ({ predicate }) => severs.test(predicate)],
  ['severs and contrary', ({ predicate, contrary, failures }) => severs.test(predicate) && (contrary.some(Boolean) || failures.size > 0)],
  [
    'severs where somebody acts',
    ({ predicate, condition, deontic }) => severs.test(predicate) && acts.test(condition) && deontic === 'may',
  ],
  ['stake', ({ predicate }) => stake.test(predicate)],
  ['stake cut', ({ subject, predicate }) => stake.test(subject) && cutOff.test(predicate)],
  ['taken', ({ predicate }) => taken.test(predicate.slice(0, 60))],
  ['has less', ({ predicate }) => haveLess.test(predicate)],
  ['privilege denied', ({ predicate, deontic }) => deontic === 'must_not' && privilege.test(predicate)],
  ['pays', ({ predicate }) => pays.test(predicate.slice(0, 40))],
  ['fine', ({ before, predicate }) => fine.test(`${before} ${predicate}`)],
  ['answers', ({ predicate }) => answers.test(predicate)],
  ['to a superior', ({ predicate }) => answers.test(predicate) && superior.test(predicate)],
  ['instead', ({ predicate }) => instead.test(predicate)],
  ['common', ({ condition, subject, trailing, predicate }) => commonPenalty(`${condition} ${subject} ${trailing}`, predicate)],
  ['ranking', ({ state }) => ranking.test(state)],
  ['somebody acts', ({ condition }) => acts.test(condition)],
  ['relative clause', ({ subject }) => relative.test(subject)],
  ['reduced clause', ({ subject }) => reduced.test(subject.trim())],
  ['condition in front', ({ before }) => fronted.test(before)],
  ['condition behind', ({ trailing }) => trailing.trim() !== ''],
  ['until', ({ predicate }) => untilDone.test(predicate)],
  ['withheld until', ({ predicate }) => untilDone.test(predicate) && taken.test(predicate.slice(0, 30))],
  ['must', ({ deontic }) => deontic === 'must'],
  ['may', ({ deontic }) => deontic === 'may'],
  ['must not', ({ deontic }) => deontic === 'must_not'],
  ['bare', ({ deontic }) => deontic === null],
  ['its own', ({ predicate }) => own.test(predicate)],
  ['benign', ({ predicate }) => benign.test(predicate)],
  ['arranges', ({ predicate }) => arranges.test(predicate)],
  [
    'sold or given on',
    ({ predicate }) =>
      /^(?:be )?(?:sold|return(?:ed)?|offer(?:ed)?|given|remove[d]?|transfer(?:red)?) (?:it |them )?(?:to|the)\b/i.test(predicate),
  ],
  ['more than one acts', ({ subject }) => /\b(?:[Pp]arties|both|two|three|councils|towns|cities)\s*$/.test(subject.trim())],
  ['the state alone', ({ condition, subject }) => condition === subject],
];

export function aloneViewOf(alone: Alone): View {
  // Who cannot is not at fault.
  const before = alone.before.slice(0, 400).replace(unable, ' ');
  const comma = fronted.test(before) ? before.lastIndexOf(',') : -1;
  const condition = comma < 0 ? before : before.slice(0, comma);
  const subject = comma < 0 ? before : before.slice(comma + 1);
  const state = `${before} ${alone.trailing}`;
  const predicate = alone.predicate.slice(0, 300);
  const bare = alone.trailing === '' ? predicate : predicate.replace(alone.trailing, '');
  return {
    ...alone,
    before,
    predicate,
    condition,
    subject,
    state,
    failures: new Set(failuresIn(state).map(({ kind }) => kind)),
    behindFailures: new Set(failuresIn(predicate).map(({ kind }) => kind)),
    contrary: contraryKinds(state),
    harms: detrimentKinds(bare),
  };
}

export function aloneFeaturesOf(alone: Alone): readonly boolean[] {
  const view = aloneViewOf(alone);
  return aloneFeatures.map(([, holds]) => holds(view));
}
