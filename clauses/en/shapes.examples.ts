/** Good and bad examples of how English clauses are put together: what opens them, hangs on them, points back or is left unsaid. */
import type { Example } from '../example.ts';

const one = (construct: Example['construct'], text: string, holds: Example['holds'], at?: number): Example => ({
  construct,
  text,
  holds,
  ...(at !== undefined && { at }),
});

export const shapeExamples: readonly Example[] = [
  // Times that point back (anaphora.ts)
  one('deadline', 'Harrow to publish the plan by 3 March 2027. Ashby Police to comment by that date.', { deadline: '2027-03-03' }, 1),
  one('deadline', 'Ashby shall open the sluice by 30 June 2027 and close the weir by the same deadline.', { deadline: '2027-06-30' }, 1),
  one('deadline', 'Ashby shall adopt a plan on 1 May 2027; Harrow shall reply by 30 September.', { deadline: '2027-09-30' }, 1),
  one('deadline', 'Harrow shall reply by 30 September.', { 'deadline.unresolved': 'by 30 September' }),
  one('deadline', 'Ashby shall comment by that date.', { 'deadline.unresolved': 'by that date' }),
  // Days of the week, rates, meetings with their day, years that are compared with (timeForms.ts)
  one('deadline', 'The bus company shall run six services every working day.', { 'deadline.recurrence': 'P1D' }),
  one('deadline', 'Every second Tuesday the crews train at the dam.', { 'deadline.recurrence': 'P2W' }),
  one('deadline', 'The canal operator keeps accidents below three a year.', { 'deadline.recurrence': 'P1Y', 'indicator.value': 3 }),
  one('deadline', 'Harrow Water shall keep leakage below 18 megalitres a day.', { deadline: null }),
  one('deadline', 'Each Member shall pay its annual subscription by 31 January.', { 'deadline.recurrence': 'P1Y' }),
  one('deadline', 'Harrow to submit the study before the committee meeting of 12 May 2027.', { deadline: '2027-05-11' }),
  one('deadline', 'Rail’s share of freight rises from 9 % in 2025 to 15 % by 2032.', { deadline: '2032-12-31', 'indicator.value': 15 }),
  one('deadline', 'A Party that fails to file by 31 January shall lose its vote.', { deadline: null }),
  one('deadline', 'Ashby shall plant 60 trees each year until 2031.', { 'deadline.recurrence': 'P1Y' }),
  // Figures
  one('quantity', 'Waiting times are to fall by about a third.', { 'indicator.value': 33.3, 'indicator.unit': '%' }),
  one('quantity', 'If two thirds of the Members object, the fee lapses.', { indicator: null }),
  one('quantity', 'The Centre shall warn the public when two gauges read 36 °C or more.', { 'indicator.value': 36 }),
  one('quantity', 'Ashby shall keep the ramp open daily from 06:00 to 22:00.', { indicator: null }),
  // What opens a clause (opening.ts, labelled.ts)
  one('subject', 'On the last Friday of every month Ashby Council publishes the flow data.', { attribute: ['Ashby Council'] }),
  one('subject', 'By 2030 leakage from the Orrin network falls by 15 %, with Tarn Water as lead authority.', { lead: 'Tarn Water' }),
  one('subject', 'Monthly dues are to be paid to Ashby.', { object: 'Monthly dues' }),
  one('subject', '(a) Public Works: repair the culvert by 1 August 2026.', { attribute: ['Public Works'], deadline: '2026-08-01' }),
  one('subject', 'Flood walls: raised by 2029.', { attribute: [], aim: 'raised', object: 'Flood walls' }),
  one('subject', 'Phase two (2028): Lyle lays 12 km of towpath.', { attribute: ['Lyle'], deadline: '2028-12-31' }),
  one('subject', 'Map all crossings. Responsible: Rail Office. Due: 15 November 2026.', {
    attribute: ['Rail Office'],
    deadline: '2026-11-15',
  }),
  // What hangs on a statement (attached.ts)
  one('share', 'The Governors shall chair the Council, which meets in May and November.', { attribute: ['the Council'], aim: 'meets' }, 1),
  one('share', 'The office is hosted by Harrow, whose Mayor acts as spokesperson.', { attribute: ['Mayor'] }, 1),
  one('share', 'Ashby shall repair the dam, which lies in Tarn.', { aim: null }, 1),
  one(
    'share',
    'The towns share the cost, Harrow advancing the full amount by 1 May 2026.',
    { attribute: ['Harrow'], deadline: '2026-05-01' },
    1,
  ),
  one('share', 'The Inspector keeps a register of stalls, updating it weekly.', { aim: 'updating', 'deadline.recurrence': 'P1W' }, 1),
  one('share', 'Ashby shall hold one exercise a year, alternating the host.', { aim: null }, 1),
  one('share', 'Stakeholders will be engaged, and best practice shared.', { aim: 'shared', object: 'best practice' }, 1),
  // What is left of a second clause (remnant.ts)
  one('share', 'Ashby shall bear the cost of the east pier and Harrow that of the west pier.', { attribute: ['Harrow'] }, 1),
  one(
    'share',
    'Harrow shall pay for the north bank and Ashby for the south bank.',
    { attribute: ['Ashby'], object: 'for the south bank' },
    1,
  ),
  one('share', 'Ashby provides the land, Harrow the buildings, and Northford the staff.', { attribute: ['Northford'] }, 2),
  one('share', 'Ashby shall send Harrow and Northford the accounts.', { aim: null }, 1),
  one('share', 'Heads shall report fuel use by the 5th of each month, water by the 10th.', { object: 'water', 'deadline.day': 10 }, 1),
  // Two predicates of one subject
  one('share', 'Ashby maintains the gauge and shall report the readings weekly.', { attribute: ['Ashby'], deontic: 'must' }, 1),
  one('share', 'By 2029 Ashby shall have planted 500 trees and trained 20 rangers.', { aim: 'trained', 'indicator.value': 20 }, 1),
  one('share', 'The lessee shall not sublet the quay, nor store explosives there.', { deontic: 'must_not', aim: 'store' }, 1),
  one('share', 'Ashby shall act in a spirit of openness and trust.', { aim: null }, 1),
  // Who acts
  one('subject', 'A Party wishing to withdraw shall give six months’ notice.', { attribute: ['A Party'], object: 'six months’ notice' }),
  one('subject', 'The planning authority shall reply within ten days.', { attribute: ['The planning authority'] }),
  one('subject', 'The units of Tolland and Brack shall hold a drill.', { party_type: 'closed_collective' }),
  one('subject', 'Community groups can apply to the pot.', { party_type: 'open_collective' }),
  one('subject', 'Unemployment in Harrow shall fall below 5 % by 2030.', { attribute: ['Harrow'], object: 'Unemployment in Harrow' }),
  one('subject', 'Noise along the railway is to be halved by 2031.', { attribute: [] }),
  one('subject', 'Disputes will be settled between the two mayors.', { attribute: ['the two mayors'] }),
  one('subject', 'Proceeds are shared equally between the two towns.', { attribute: [] }),
  one('subject', 'Harrow and Ashby, led by the latter, will build a depot.', { lead: 'Ashby' }),
  one('subject', 'Rents fall to 8 euros by 2029; the Housing Board takes the lead.', { lead: 'the Housing Board' }),
  // Modals
  one('modal', 'Efforts will be made by both councils to shorten waiting times.', {
    attribute: ['both councils'],
    deontic: null,
    aim: 'shorten',
  }),
  one('modal', 'Ashby will seek, where funds allow, to plant more trees.', { deontic: null, aim: 'plant' }),
  one('modal', 'It was agreed that the Director circulate the draft.', { deontic: 'must', aim: 'circulate' }),
  one('modal', 'The Clerk said that the review was under way.', { aim: null }),
  one('modal', 'Breach by the Supplier entitles the Agency to terminate.', { attribute: ['the Agency'], deontic: 'may' }),
  one('modal', 'I undertake that no vehicle will be driven without a permit.', { attribute: ['I'], deontic: 'must_not' }),
  one('modal', 'From 2028 no diesel buses run in the old town.', { deontic: 'must_not' }),
];
