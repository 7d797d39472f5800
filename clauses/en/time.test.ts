/** Ways of giving a time, each with what it means by the rubric; written from the language, not from the rules. */
import { describe, expect, test } from 'vitest';
import { readClause } from '../readClause.ts';

type Case = readonly [text: string, expected: string | Readonly<Record<string, unknown>>];

const days: readonly Case[] = [
  ['Ashby shall build the weir by 31 March 2027.', '2027-03-31'],
  ['Ashby shall build the weir by March 31, 2027.', '2027-03-31'],
  ['Ashby shall build the weir no later than the 31st of March 2027.', '2027-03-31'],
  ['Ashby shall, not later than 31 March 2027, build the weir.', '2027-03-31'],
  ['Ashby shall by 31 March 2027 build the weir.', '2027-03-31'],
  ['By 31 March 2027 Ashby shall build the weir.', '2027-03-31'],
  ['On or before 31 March 2027, Ashby shall build the weir.', '2027-03-31'],
  ['The weir shall be built by Ashby by 31 March 2027.', '2027-03-31'],
  ['Ashby shall build the weir before the end of 2027.', '2027-12-31'],
  ['Ashby shall build the weir by the close of 2027.', '2027-12-31'],
  ['Ashby shall build the weir by end-March 2027.', '2027-03-31'],
  ['Ashby shall build the weir by the end of March 2027.', '2027-03-31'],
  ['Ashby shall build the weir in the third quarter of 2027.', '2027-09-30'],
  ['Ashby shall build the weir by Q3 2027.', '2027-09-30'],
  ['Ashby shall build the weir in the first half of 2027.', '2027-06-30'],
  ['Ashby shall build the weir within the first six months of 2027.', '2027-06-30'],
  ['Ashby shall build the weir by year-end 2027.', '2027-12-31'],
  ['Ashby shall build the weir before 1 April 2027.', '2027-03-31'],
  ['Ashby shall build the weir by 31/03/2027.', '2027-03-31'],
  ['Ashby shall build the weir by 31.03.2027.', '2027-03-31'],
  ['Ashby shall build the weir by Q1/2027.', '2027-03-31'],
  ['Ashby shall build the weir by 5 p.m. on 31 March 2027.', '2027-03-31'],
];

const durations: readonly Case[] = [
  ['Ashby shall reply within 10 working days.', { duration: 'P10D', unit: 'workday' }],
  ['Ashby shall reply within ten (10) working days of receipt.', { duration: 'P10D', unit: 'workday' }],
  ['Ashby shall reply within thirty (30) days after the date of the request.', { duration: 'P30D' }],
  ['Within two weeks of each incident Ashby shall send a report.', { duration: 'P2W' }],
  ['Ashby shall send a report no later than 21 days after each incident.', { duration: 'P21D' }],
  ['Ashby shall send a report not more than 48 hours after each incident.', { duration: 'PT48H' }],
  ['Ashby shall within 14 days of receipt of the invoice pay the amount due.', { duration: 'P14D' }],
  ['Ashby shall pay the amount due 14 days after receipt of the invoice.', { duration: 'P14D' }],
  ['Ashby shall give at least three months’ written notice of closure.', { duration: 'P3M' }],
  ['Ashby shall inform Harrow at least 72 hours in advance.', { duration: 'PT72H' }],
  ['Ashby shall keep the records for a period of seven years.', { duration: 'P7Y' }],
  ['Ashby shall pay the sum within a maximum of 28 days.', { duration: 'P28D' }],
];

const cycles: readonly Case[] = [
  ['Ashby shall inspect the weir every year.', { recurrence: 'P1Y' }],
  ['Ashby shall inspect the weir annually.', { recurrence: 'P1Y' }],
  ['Ashby shall draw at most 400 cubic metres a day from the lake.', { recurrence: 'P1D' }],
  ['Ashby shall limit movements to 12 per night.', { recurrence: 'P1D' }],
  ['Ashby shall report bimonthly.', { recurrence: 'P2M' }],
  ['Ashby shall inspect the weir once a year.', { recurrence: 'P1Y' }],
  ['Ashby shall inspect the weir twice a year.', { recurrence: 'P1Y' }],
  ['Ashby shall inspect the weir every six months.', { recurrence: 'P6M' }],
  ['Ashby shall inspect the weir at six-monthly intervals.', { recurrence: 'P6M' }],
  ['Ashby shall inspect the weir at intervals of not more than six months.', { recurrence: 'P6M' }],
  ['Ashby shall inspect the weir on a six-monthly basis.', { recurrence: 'P6M' }],
  ['Ashby shall inspect the weir on a quarterly basis.', { recurrence: 'P3M' }],
  ['Ashby shall inspect the weir once every three years.', { recurrence: 'P3Y' }],
  ['Ashby shall inspect the weir every other month.', { recurrence: 'P2M' }],
  ['Ashby shall inspect the weir in alternate years.', { recurrence: 'P2Y' }],
  ['Ashby shall inspect the weir each April.', { recurrence: 'P1Y' }],
  ['Ashby shall inspect the weir on the last Friday of every month.', { recurrence: 'P1M' }],
  ['Ashby shall inspect the weir in the first week of each quarter.', { recurrence: 'P3M' }],
  ['Ashby shall submit the accounts by 30 April each year.', { recurrence: 'P1Y', month_day: '04-30' }],
  ['Each year, no later than 30 April, Ashby shall submit the accounts.', { recurrence: 'P1Y' }],
  ['Ashby shall submit the accounts annually by 30 April.', { recurrence: 'P1Y', month_day: '04-30' }],
  ['Ashby shall pay the levy by the end of each quarter.', { recurrence: 'P3M' }],
  ['Ashby shall pay the levy by the fifth day of each month.', { recurrence: 'P1M' }],
];

const others: readonly Case[] = [
  ['Ashby shall dredge the channel from 1 July 2026 to 30 June 2028.', { period: '2026-07-01/2028-06-30' }],
  ['Ashby shall dredge the channel between 2026 and 2028.', { period: '2026-01-01/2028-12-31' }],
  ['Ashby shall dredge the channel during the period 2026–2028.', { period: '2026-01-01/2028-12-31' }],
  ['Ashby shall open the gate by Friday.', { unresolved: 'by Friday' }],
  ['Ashby shall pay 30 % of the price on delivery.', { unresolved: 'on delivery' }],
  ['Ashby shall open the gate during the tourist season.', { unresolved: 'during the tourist season' }],
  ['Ashby shall open the gate by the end of the 2026/27 financial year.', { unresolved: 'by the end of the 2026/27 financial year' }],
  ['Ashby shall open the gate before the start of the flood season.', {}],
  ['Ashby shall open the gate by the end of the financial year.', {}],
  ['Ashby shall open the gate before the opening of the bridge.', {}],
  ['Ashby shall open the gate the following spring.', {}],
  ['Ashby shall keep the gate open throughout the term of this Agreement.', {}],
  ['Ashby shall keep the gate open around the clock.', {}],
  ['Ashby shall keep the gate open until further notice.', {}],
];

const none: readonly string[] = [
  'Ashby shall open the gate as soon as possible.',
  'Ashby shall open the gate in due course.',
  'Ashby shall open the gate without delay.',
  'Ashby shall open the gate at an early date.',
  'Ashby shall build a weir by the old mill.',
  'Ashby may pay the fee by bank transfer.',
];

describe('times of English statements', () => {
  test.each([...days, ...durations, ...cycles, ...others])('%s', (text, expected) => {
    const deadline = readClause(text, 'en').statements[0]?.deadline ?? null;
    if (typeof expected === 'string') return expect(deadline).toMatchObject({ kind: 'date', date: expected });
    const { month_day: monthDay, ...rest } = expected;
    return expect(deadline).toMatchObject({ ...rest, ...(monthDay !== undefined && { monthDay }) });
  });
  test.each(none)('no time: %s', (text) => expect(readClause(text, 'en').statements[0]?.deadline ?? null).toBeNull());
  test.each(days)('one statement about the weir: %s', (text) => {
    const { statements } = readClause(text, 'en');
    expect(statements.map(({ attribute, aim }) => [attribute[0]?.text, aim.text.replace('built', 'build')])).toEqual([['Ashby', 'build']]);
  });
});
