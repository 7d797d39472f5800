/** A generated history of any length, valid fact by fact, for measuring; it describes nothing real. */
import type { Fact } from '@gongze/domain/events/catalogue';
import { factOf, titled } from '@gongze/domain/testing/facts';
import { addDays, isoDateOf } from '@gongze/domain/vocabulary/dates';

const parties = ['610100', '610400'];
const start = isoDateOf('2002-01-01');
const DAYS = 8400;
const DUTIES = 60;
const TOPICS = 12;

export function largeHistory(count: number): Fact[] {
  const day = (i: number) => addDays(start, Math.floor((i * DAYS) / count));
  const facts: Fact[] = [];
  const archive = { origin: 'archive', streamId: 'large' } as const;
  facts.push(factOf('caseOpened', { title: titled('Generated'), parties }, { ...archive, on: start }));
  for (let i = 0; i < TOPICS; i++)
    facts.push(factOf('topicRaised', { topic: `topic-${i}`, title: titled(`Topic ${i}`) }, { ...archive, on: start }));
  for (let i = facts.length; i < count; i++) {
    const options = { ...archive, on: day(i) };
    const topic = `topic-${i % TOPICS}`;
    const duty = `duty-${i % DUTIES}`;
    const by = parties[i % 2] ?? '610100';
    const kind = i < DUTIES * 2 ? 0 : 1 + ((i * 7) % 5);
    if (kind === 0 && i < DUTIES + TOPICS + 1) {
      const due = addDays(day(i), 400 + (i % 9) * 300);
      const deadline = { text: titled(`by ${due}`), readings: [{ reading: 'strict', dueOn: due }], defaultReading: 'strict' };
      const terms = { title: titled(`Duty ${i}`), topic, origin: 'agreed' as const, liable: [by], deadline };
      facts.push(factOf('obligationDrafted', { obligation: `duty-${i % DUTIES}`, ...terms, acceptedBy: [by] }, options));
    } else if (kind <= 2)
      facts.push(
        factOf(
          'meetingHeld',
          { title: titled(`Meeting ${i}`), topics: [topic], attendees: [{ actor: '610100' }, { actor: '610400' }] },
          options,
        ),
      );
    else if (kind === 3) facts.push(factOf('positionStated', { topic, party: by, position: i % 3 === 0 ? 'against' : 'for' }, options));
    else if (kind === 4) facts.push(factOf('progressReported', { obligation: duty, by, completion: 'limited' }, options));
    else
      facts.push(
        factOf('obligationReviewed', { obligation: duty, by: '610000', completion: 'limited' }, { ...options, initiative: 'superior' }),
      );
  }
  return facts;
}
