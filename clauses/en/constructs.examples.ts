/** Good and bad examples of each English construct. */
import type { Example } from '../zh/constructs.examples.ts';

export const englishExamples: readonly Example[] = [
  { construct: 'deadline', text: 'Harrow shall publish the plan by 31 March 2027.', holds: { deadline: '2027-03-31' } },
  { construct: 'deadline', text: 'Harrow shall publish the plan before 2027.', holds: { deadline: '2026-12-31' } },
  {
    construct: 'deadline',
    text: 'Harrow shall reply within 10 working days of each request.',
    holds: { 'deadline.duration': 'P10D', 'deadline.unit': 'workday' },
  },
  { construct: 'deadline', text: 'Harrow shall report every six months.', holds: { 'deadline.recurrence': 'P6M' } },
  { construct: 'deadline', text: 'Harrow shall report in due course.', holds: { deadline: null } },
  { construct: 'quantity', text: 'Ashby shall plant 400 trees by the end of 2027.', holds: { 'indicator.value': 400 } },
  { construct: 'quantity', text: 'The two counties shall publish a plan.', holds: { indicator: null } },
  { construct: 'modal', text: 'No Party shall disclose the data.', holds: { deontic: 'must_not' } },
  { construct: 'modal', text: 'Ashby may inspect the records.', holds: { deontic: 'may' } },
  { construct: 'modal', text: 'Ashby undertakes to repair the weir.', holds: { deontic: 'must' } },
  { construct: 'hedge', text: 'Ashby shall endeavour to repair the weir.', holds: { deontic: null } },
  {
    construct: 'lead',
    text: 'Ashby Council, supported by Harrow, will open a clinic.',
    holds: { lead: 'Ashby Council', attribute: ['Ashby Council', 'Harrow'] },
  },
  {
    construct: 'lead',
    text: 'Ashby Council and Harrow shall open a clinic.',
    holds: { lead: null, attribute: ['Ashby Council', 'Harrow'] },
  },
  {
    construct: 'subject',
    text: 'The results shall be published by the Secretariat.',
    holds: { attribute: ['the Secretariat'], object: 'The results' },
  },
  { construct: 'subject', text: 'The results shall be published.', holds: { attribute: [] } },
  {
    construct: 'sanction',
    text: 'Ashby shall pay 500 dollars a month; late payment entitles Harrow to suspend deliveries.',
    holds: { orElse: 'late payment entitles Harrow to suspend deliveries' },
  },
  { construct: 'sanction', text: 'Ashby shall pay 500 dollars a month; Harrow shall issue receipts.', holds: { orElse: null } },
  { construct: 'modal', text: 'The Parties will refrain from unilateral announcements.', holds: { deontic: 'must_not' } },
  { construct: 'modal', text: 'Northford reserves the right to inspect the site.', holds: { deontic: 'may' } },
  { construct: 'hedge', text: 'In principle, costs shall be shared equally.', holds: { deontic: null } },
  { construct: 'quantity', text: 'Ashby shall not store fuel within 2 km of the intake.', holds: { indicator: null } },
  { construct: 'fact', text: 'In 2024 the two councils completed the first phase of the cycleway.', holds: { aim: null } },
  { construct: 'subject', text: 'Both councils will fund the survey.', holds: { party_type: 'closed_collective' } },
  { construct: 'subject', text: 'Landowners may apply for grants.', holds: { party_type: 'open_collective' } },
  {
    construct: 'sanction',
    text: 'Unless the plan is submitted by March, funding will be suspended.',
    holds: { orElse: 'suspended' },
  },
  { construct: 'sanction', text: 'The Board shall review the fee if inflation exceeds 5%.', holds: { orElse: null } },
  // Ordinary ways of saying the same
  {
    construct: 'lead',
    text: 'Under the leadership of Ashby Council, Harrow shall build a weir by 2027.',
    holds: { lead: 'Ashby Council' },
  },
  { construct: 'lead', text: 'The Parties shall build a weir, with Ashby Council as lead authority.', holds: { lead: 'Ashby Council' } },
  {
    construct: 'lead',
    text: 'The Parties shall build a weir by 2027, with Ashby Council taking the lead.',
    holds: { lead: 'Ashby Council' },
  },
  { construct: 'lead', text: 'The lead authority is Ashby Council, which shall build a weir.', holds: { lead: 'Ashby Council' } },
  {
    construct: 'sanction',
    text: 'Ashby shall build a weir by 2027 or the grant shall be withheld.',
    holds: { orElse: 'the grant shall be withheld' },
  },
  {
    construct: 'sanction',
    text: 'Any Party that misses two payments shall pay a surcharge of 2%.',
    holds: { attribute: ['Any Party'], orElse: 'pay a surcharge of 2%' },
  },
  { construct: 'sanction', text: 'If Ashby fails to supply sand, Harrow may buy it elsewhere.', holds: { orElse: 'buy it elsewhere' } },
  { construct: 'quantity', text: 'Travel times shall fall from 22 to 14 minutes by 2028.', holds: { 'indicator.value': 14 } },
  {
    construct: 'quantity',
    text: 'Harrow shall open 3 stations by 31 December 2027.',
    holds: { 'indicator.value': 3, 'indicator.unit': 'stations' },
  },
  {
    construct: 'deadline',
    text: 'Ashby shall sample the river between May and September each year.',
    holds: { 'deadline.recurrence': 'P1Y' },
  },
  { construct: 'hedge', text: 'Ashby is expected to repair the weir.', holds: { deontic: null } },
  { construct: 'subject', text: 'Both Parties shall publish the plan.', holds: { attribute: ['Both Parties'] } },
];
