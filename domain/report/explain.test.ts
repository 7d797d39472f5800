import { expect, test } from 'vitest';
import { deadlineOf, factOf, testCaseId, titled } from '../testing/facts.ts';
import { smallTree } from '../testing/situations.ts';
import { isoDateOf } from '../vocabulary/dates.ts';
import { standardParameters } from '../vocabulary/parameters.ts';
import { explainFinding } from './explain.ts';
import { openCase } from './open.ts';

const parties = ['610100', '610400'];
const facts = [
  factOf('caseOpened', { title: titled('case'), parties }, { on: '2000-01-01' }),
  factOf(
    'obligationDrafted',
    { obligation: 'd', title: titled('d'), origin: 'agreed', liable: parties, acceptedBy: parties, deadline: deadlineOf('2010-12-31') },
    { on: '2010-01-01', origin: 'archive', id: 'draft' },
  ),
  factOf('obligationReviewed', { obligation: 'd', by: '610000', completion: 'limited' }, { on: '2011-01-15', id: 'review' }),
];
const open = openCase({
  caseId: testCaseId,
  title: titled('case'),
  actors: {},
  edition: 'enriched',
  facts,
  parameters: standardParameters(),
  governments: smallTree,
});

// Past due by 151 days on 2011-05-31: a grace of 151 days or more takes the finding away; nothing below 30 does.
test('what would change the result is found by trying it', () => {
  const explained = explainFinding(open, isoDateOf('2011-05-31'), 'decisionWithoutAction:d');
  const grace = explained?.thresholds.find((threshold) => threshold.name === 'decisionWithoutAction.graceDays');
  expect(grace).toMatchObject({ value: 30, goesBelow: null, goesAbove: 151, overridden: false });
  expect(explained?.facts.map((fact) => fact.id)).toEqual(['draft', 'review']);
  // Without the draft there is no duty; without the review the duty is as overdue as before.
  expect(explained?.decisive).toEqual(['draft']);
});

test('a finding that is not there is not explained', () => {
  expect(explainFinding(open, isoDateOf('2010-05-31'), 'decisionWithoutAction:d')).toBeUndefined();
});
