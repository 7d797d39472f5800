/** What an intervention has to provide for before it begins, thing by thing; an override lifts necessity and none of these. */
import { describe, expect, test } from 'vitest';
import { above, cityA, interventionTool, openedCase, refusedWith, words } from '../testing/refusals.ts';

const opening = (more: object = {}) => ({
  intervention: 'v',
  tier: above,
  title: words('Help'),
  grounds: [],
  exitCriteria: [{ text: words('x'), indicator: 'share' }],
  sunset: '2028-03-01',
  handBack: { powers: ['coordinate'], receiver: cityA },
  instruments: [interventionTool('n', { capacityBuilding: true })],
  override: words('flood'),
  ...more,
});
const missing = (more: object) =>
  openedCase()
    .refused('2026-03-01', above, 'openIntervention', opening(more))
    .missing.map(({ what, remedy }) => [what.zh, what.en, remedy.zh, remedy.en]);

test('whole, it opens', () => expect(openedCase().ask('2026-03-01', above, 'openIntervention', opening())).toHaveProperty('events'));

describe('each thing that is missing', () => {
  const sunset = ['不超过24个月的期限', 'a sunset within 24 months', '期限填至2028年3月1日或以前', 'set it to 1 March 2028 or earlier'];
  const criteria = [
    '可衡量的退出条件',
    'a measurable exit criterion',
    '至少一条退出条件选定指标',
    'choose an indicator for one criterion at least',
  ];
  test.each([
    ['no criterion', { exitCriteria: [] }, criteria],
    ['none that is measured', { exitCriteria: [{ text: words('x') }] }, criteria],
    ['no sunset', { sunset: undefined }, sunset],
    ['a sunset a day too late', { sunset: '2028-03-02' }, sunset],
    ['a sunset today', { sunset: '2026-03-01' }, sunset],
    [
      'nothing handed back',
      { handBack: undefined },
      ['交还的权力和接收方', 'what is handed back, and to whom', '写明权力和接收方', 'name the powers and the receiver'],
    ],
    [
      'nothing that builds capacity',
      { instruments: [interventionTool('n')] },
      ['至少一项培育能力的手段', 'one instrument that builds capacity', '加入技术支持等手段', 'add one, such as technical support'],
    ],
    [
      'a take-over',
      { instruments: [interventionTool('n', { capacityBuilding: true }), interventionTool('o', { substitution: true })] },
      ['不代行当事方职责', 'no take-over of a party’s duty', '删去代行的手段', 'leave out the instrument that takes over'],
    ],
  ])('%s', (_what, more, expected) => expect(missing(more)).toEqual([expected]));
  test('what is said', () => {
    expect(refusedWith(openedCase(), '2026-03-01', above, 'openIntervention', opening({ handBack: undefined }))).toEqual([
      'selfHelp',
      '助其自助：退出没有安排好。',
      'Help to self-help: the exit is not provided for.',
      '补齐所列各项。',
      'Supply what is listed.',
    ]);
  });
});
