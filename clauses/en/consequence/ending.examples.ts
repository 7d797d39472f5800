/** An end, or something taken as given: consequences in English, and what looks like one and is none; written from the language. */
import type { ConsequenceExamples } from './examples.ts';

export const ending: ConsequenceExamples = {
  after: [
    ', failing which this Agreement shall terminate.',
    '. If it does not do so, Harrow may rescind the agreement.',
    '. A material breach not remedied within 60 days of notice entitles the other Party to terminate.',
    '. The agreement is void if the deposit is not paid by that day.',
    '. Unless the deposit is paid by then, the option lapses.',
    '. If no reply is received within that time, consent is deemed to have been given.',
    '. A Party which has not responded by that date is deemed to have agreed.',
    '. Otherwise the offer is withdrawn.',
    '. If that date passes without a start, the concession ends.',
    '; failing a reply, consent is presumed.',
  ],
  alone: [
    'Where either Party defaults, the other may terminate this Agreement.',
    'If Millbrook does not open the depot in time, the subsidy lapses.',
    'Should a Party fail to reply within 30 days, it shall be deemed to have consented.',
    'If Ashby has not started construction by 1 June 2027, the concession shall end.',
    "Where either Party commits a serious breach, the other may terminate on 30 days' notice.",
    'An application not decided within 60 days is deemed granted.',
    'Any Party that breaches this Article shall be treated as having withdrawn.',
    'Where a Party has been in breach for more than 90 days, the others may by unanimous vote remove it from the Compact.',
    'If a Party commits a material breach and does not remedy it within 60 days, the other may rescind the agreement.',
  ],
  none: [
    "Either Party may terminate this Agreement on six months' notice.",
    'This Agreement terminates on 31 December 2030.',
    'If the Parties do not agree otherwise, the term is extended by one year.',
    'Any balance not taken within 24 months shall lapse.',
    'Unless two thirds of the Members object within one month, the amendment takes effect.',
    'The Compact shall enter into force if three states ratify it.',
    'The Parties shall settle any dispute by consultation.',
  ],
};
