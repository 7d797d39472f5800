/** Ways in which a breach is named and its consequence said, and sentences that look like one and are none; written from the language. */
import { describe, expect, test } from 'vitest';
import { readClause } from '../readClause.ts';

/** A duty, and after it what its breach brings: one statement that carries the consequence. */
const after: readonly string[] = [
  ', failing which Harrow may carry out the work.',
  ', in default of which the grant shall lapse.',
  ' or forfeit its deposit.',
  ', on pain of losing its place in the scheme.',
  ', with a deduction of 1 per cent of the price for each week of delay.',
  '; otherwise the grant shall be repaid.',
  '; if it does not, Harrow may do so and charge the cost to Ashby.',
  '; where this is not done, the subsidy is withdrawn.',
  '; any shortfall reduces its grant in proportion.',
  '; for each week of delay it shall pay 2,000 crowns.',
  '. Failure to do so shall result in the suspension of the grant.',
  '. The deposit is forfeited if this date is missed.',
  '. The price will be reduced by 2 per cent for each week of delay.',
  '; a council in arrears may not vote.',
  '; defaulters shall be named in the annual report.',
  '; persistent delay is reported to the Governor.',
  ', and shall be liable to a penalty of 500 crowns per day of delay.',
  '; a fine of 500 crowns per day applies.',
  '; no further instalment is paid until the work is complete.',
  ', subject to liquidated damages of 200 crowns a day.',
  '; non-fulfilment leads to repayment of the premium.',
];

/** The consequence of a breach alone: a statement that carries it. */
const alone: readonly string[] = [
  'Any council that misses the target for two years shall lose its seat.',
  'A Party in breach of this clause shall bear the costs of the other Party.',
  'Where either Party defaults, the other may terminate this Agreement.',
  'Officers who miss two sessions will receive a written warning.',
  'Breaches will be dealt with severely.',
  'If Millbrook does not open the depot in time, the subsidy lapses.',
  'Should the target be missed, the mayor shall explain the reasons to the assembly.',
  'Non-attendance at two consecutive meetings entails loss of the vote.',
  'A department scoring below 60 is disqualified from awards.',
  'Persistent non-compliance will be brought before the joint board.',
  'Overdue contributions shall be doubled.',
];

const none: readonly string[] = [
  'Ashby shall repair the weir by 1 May 2027; defects shall be repaired within ten days.',
  'Ashby shall repair the weir by 1 May 2027; Harrow shall pay half of the costs.',
  'Ashby shall fund the bus; Harrow shall reduce fares by 10% from January 2027.',
  'If the gauge exceeds 4 metres, Harrow shall close the gate within one hour.',
  'A Party unable to attend may send a substitute.',
  'Ashby shall report delays to Harrow without delay.',
  'Harrow shall compensate farmers for flooded land at 300 crowns per hectare.',
];

const orElseOf = (text: string): readonly (string | undefined)[] => readClause(text, 'en').statements.map(({ orElse }) => orElse?.text);

describe('consequences of a breach in English', () => {
  test.each(after)('after a duty%s', (rest) => {
    const found = orElseOf(`Ashby shall repair the weir by 1 May 2027${rest}`);
    expect(found).toHaveLength(1);
    expect(found[0]).toBeDefined();
  });
  test.each(alone)('%s', (text) => expect(orElseOf(text).filter((one) => one !== undefined)).toHaveLength(1));
  test.each(none)('none: %s', (text) => expect(orElseOf(text).filter((one) => one !== undefined)).toEqual([]));
});
