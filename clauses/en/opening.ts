/** Where the subject of a clause begins behind the times that open it. */
import { subjectStart } from './subject.ts';
import type { Time } from './time.ts';
import { ofClause } from './gates.ts';

const between = ofClause.gate(/^(?:[\s,;:—–-]+|(?:and|but|then|also|thereafter) )+/);

/** What cannot begin a subject: the time goes on, or it only was the beginning of something else. */
const goesOn = ofClause.gate(
  /^(?:of|in|at|by|and|or|to|after|until|before|from|for|following|when|where|if|unless|with|on|per|each|every|,|morning|afternoon|evening|night)\b/i,
);

/** Phase one (2026–2027): · Deliverable: · what a line is, not who acts. */
const heading = ofClause.gate(
  /^\s*(?:(?:phase|stage|step|task|action|measure|objective|work package|priority|item|milestone|strand|pillar|package|lot|component|year|decision|resolution|point|paragraph|rule|principle|commitment|target) (?:\d+|[ivx]+|[a-d]|one|two|three|four|five|six)\b(?: ?\([^()]{2,40}\))?\s*[:.–—-]\s*|(?:deliverables?|outputs?|milestones?|targets?|tasks?|actions?|measures?|outcomes?|commitments?|goals?|objectives?|duty|duties|next steps?)(?: \d+)?(?: ?\([^()]{2,40}\))?\s*:\s*)/i,
);

/**
 * Start of the subject in `[from, to)`: on the first Monday of each month Ashby tests…, by 2030 leakage falls….
 * @param first the text runs on behind the subject (see `subjectStart`)
 */
export function subjectFrom(text: string, from: number, to: number, times: readonly Time[], first = false): number {
  let at = from + (heading.exec(text.slice(from, to))?.[0].length ?? 0);
  let skipped = at > from;
  for (;;) {
    at += between.exec(text.slice(at, to))?.[0].length ?? 0;
    const here = at;
    const time = times.find(({ start, end }) => start === here && end <= to);
    // A time that hangs on an event may have run into the subject.
    if (time === undefined || (time.deadline.kind === 'duration' && time.deadline.from !== undefined)) break;
    // Monthly dues: the cycle is part of the thing.
    if (
      /^[A-Za-z-]+$/.test(text.slice(at, time.end)) &&
      !/^(?:,| (?:the|each|all|both|any|[A-Z]))/.test(text.slice(time.end, time.end + 6))
    )
      break;
    at = time.end;
    skipped = true;
  }
  const rest = text.slice(at, to);
  if (!skipped || goesOn.test(rest) || !/^[A-Za-z]/.test(rest)) return from + subjectStart(text.slice(from, to), first);
  return at + subjectStart(rest, first);
}
