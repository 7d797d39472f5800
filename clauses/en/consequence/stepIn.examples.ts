/** Another acts instead: consequences in English, and what looks like one and is none; written from the language. */
import type { ConsequenceExamples } from './examples.ts';

export const stepIn: ConsequenceExamples = {
  after: [
    ', failing which Harrow may carry out the work.',
    '; if it does not, Harrow may do so and charge the cost to Ashby.',
    "; if not, Harrow shall do so at Ashby's expense.",
    '. If it has not begun by then, Harrow may have the work done and recover the cost from Ashby.',
    '. Where Ashby does not act, Harrow may act in its place and at its cost.',
    '. In default, Harrow may enter and carry out the repair, and the cost is a debt due from Ashby.',
    '. Should it not do so, the Commission may appoint a contractor in its stead.',
    '. Failing that, the Province shall take over the works.',
    '. In the event of default the Commission shall assume the operation of the weir until the default is cured.',
    '. If the repair is not made within that time, a substitute may be hired, the cost to be borne by Ashby.',
    '. Harrow may carry out the repair itself if Ashby has not begun by 1 April 2027.',
    '; after that date Harrow may repair it and charge Ashby.',
    ', failing which Harrow shall be at liberty to do so and to recover its outlay.',
    '. Works left undone are completed by Harrow and billed to Ashby.',
  ],
  alone: [
    'Upon a failure by Ashby to clear the channel, Harrow may clear it and invoice Ashby.',
    'Should Ashby not appoint its arbitrator within 30 days, the President of the Court shall make the appointment.',
    'If either council does not staff the depot, the other may staff it and deduct the cost from its contribution.',
    'Works not completed by 1 June 2027 shall be completed by the Province at the expense of the county.',
    'Any debris not removed by 1 May shall be removed by Harrow and the cost charged to Ashby.',
    'Where a Party neglects its stretch of the dyke, the Dyke Board shall carry out the maintenance and charge the Party.',
    'If Ashby has not repaired the pump within 48 hours, Harrow may repair it at the cost of Ashby.',
    'Where a Party fails to perform a task, the Joint Board may entrust it to another Party.',
  ],
  none: [
    'A Party unable to attend may send a substitute.',
    'Ashby shall repair the weir by 1 May 2027; defects shall be repaired within ten days.',
    "If Ashby's pump is under repair, Harrow shall lend it a pump.",
    "Harrow shall carry out the works at Ashby's expense by 1 May 2027.",
    'In the absence of the chair, the vice-chair presides.',
    'If the director is unable to act, the deputy shall act in his place.',
    'Where the mains are not in use, Harrow may inspect them.',
    'Harrow shall take over the operation of the depot on 1 June 2027.',
    'Where a member cannot attend, its deputy shall take its place.',
  ],
};
