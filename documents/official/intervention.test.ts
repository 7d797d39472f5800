/** The record of an intervention, from facts that a live case decided; days and words are those of the script below. */
import { LiveCase } from '@gongze/domain/testing/live';
import { describe, expect, test } from 'vitest';
import { sourceWith } from '../testing/source.ts';
import { interventionOf } from './intervention.ts';

const [north, south, province] = ['610100', '610400', '610000'];
const text = (zh: string, en: string) => ({ zh, en });
const title = (own: string) => text(own, own);

function lived(): LiveCase {
  const live = new LiveCase();
  live.do('2024-01-08', north, 'openCase', { title: title('A river'), parties: [north, south] });
  live.do('2024-01-09', north, 'raiseConflict', { conflict: 'money', title: title('who pays'), parties: [north, south] });
  live.do('2025-01-09', province, 'openIntervention', {
    intervention: 'river',
    tier: province,
    title: text('清河', 'Clean river'),
    grounds: ['decisionWithoutAction|610100'],
    exitCriteria: [{ text: text('管道铺成', 'Pipes laid'), indicator: 'pipesKm' }],
    sunset: '2026-12-31',
    handBack: { powers: ['coordinate'], receiver: north },
    override: text('汛期将至', 'The flood is near'),
    instruments: [
      {
        instrument: 'help',
        title: text('技术组', 'Engineers'),
        channel: 'technical',
        strength: 3,
        tier: province,
        by: province,
        targets: [north, south],
        direct: true,
        binding: false,
        capacityBuilding: true,
      },
    ],
  });
  live.do('2025-03-01', province, 'taperIntervention', { instrument: 'help', strength: 1 });
  live.do('2025-06-01', province, 'readExitCriteria', { intervention: 'river', met: true, by: province });
  live.do('2025-06-01', province, 'closeIntervention', { intervention: 'river', reason: text('条件已达到', 'criteria are met') });
  return live;
}

describe('the record of an intervention', () => {
  test('tells grounds, override, exit, every step in its order, and how long it is watched', () => {
    const answer = interventionOf(sourceWith('2025-06-02', lived().facts));
    if (!answer.ok) throw new Error(answer.refusal);
    const { title: head, mark, to, body } = answer.document;
    expect(head).toEqual({ zh: '关于“清河”介入情况的通报', en: 'Record of an intervention: Clean river' });
    expect(mark.zh).toMatch(/介入情况通报$/);
    expect(to).toHaveLength(2);
    const en = body.map((block) => block.text.en);
    expect(en).toEqual([
      'Grounds',
      'The parties did not overcome by themselves: Decision without action.',
      'Opened against the principles, because: The flood is near.',
      'How it is to end',
      'Exit criterion: Pipes laid.',
      'It ends on 31 December 2026 at the latest.',
      expect.stringMatching(/^At the end the power to coordinate goes back to .+\.$/),
      'What was done',
      '9 January 2025: it was opened.',
      '9 January 2025: “Engineers” was applied (technical support, strength 3).',
      '1 March 2025: “Engineers” was tapered to strength 1.',
      '1 June 2025: the exit criteria were read: met.',
      '1 June 2025: it was closed: criteria are met.',
      expect.stringMatching(/^1 June 2025: the power to coordinate went back to .+\.$/),
      'Where it stands',
      'It ended on 1 June 2025 and is watched until 1 June 2027, to see whether coordination lasts.',
    ]);
    expect(body.every((block) => /[\u4e00-\u9fff]/.test(block.text.zh))).toBe(true);
  });
  test('while it runs it says so, and past its end it says that', () => {
    const { facts } = lived();
    const running = facts.filter(({ type }) => !['interventionClosed', 'powersRestored', 'exitCriteriaRead'].includes(type));
    const last = (asOf: string): string | undefined => {
      const answer = interventionOf(sourceWith(asOf, running), { intervention: 'river' });
      return answer.ok ? answer.document.body.at(-1)?.text.en : answer.refusal;
    };
    expect(last('2026-12-31')).toBe('It is under way.');
    expect(last('2027-01-01')).toBe('It is past its end and not closed.');
  });
  test('none is refused, and one that the case does not know too', () => {
    expect(interventionOf(sourceWith('2024-12-31', lived().facts))).toMatchObject({ ok: false, refusal: 'noIntervention' });
    const unknown = interventionOf(sourceWith('2025-06-02', lived().facts), { intervention: 'bridge' });
    expect(unknown).toMatchObject({ ok: false, refusal: 'unknownIntervention' });
  });
});
