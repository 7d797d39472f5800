/** Slips in turn: the nearest superior first; the centre only after it, by the rule of slips, in its intervention, or with a reason. */
import { describe, expect, it } from 'vitest';
import { LiveCase } from '../testing/live.ts';

const [a, b] = ['610100', '610400'];
const [province, centre] = ['610000', '000000'];
const title = (text: string) => ({ zh: text, en: text });
const day = (dueOn: string) => ({ text: title(dueOn), readings: [{ reading: 'day', dueOn }], defaultReading: 'day' });

function late(more: object = {}, accepted = true): LiveCase {
  const live = new LiveCase();
  live.do('2025-01-05', a, 'openCase', { title: title('Case'), parties: [a, b] });
  live.do('2025-01-06', b, 'draftObligation', {
    obligation: 'd',
    title: title('d'),
    origin: 'agreed',
    liable: [a],
    measure: title('m'),
    deadline: day('2025-06-30'),
    ...more,
  });
  if (accepted) live.do('2025-01-07', a, 'acceptObligation', { obligation: 'd', by: a });
  return live;
}
const slip = (by: string, more: object = {}) => ({ obligation: 'd', by, slip: 'blue', ...more });

describe('a slip of a superior that names itself', () => {
  it('is the nearest one’s, or an equal party’s; the centre is refused, with who is nearer and what would let it', () => {
    const live = late();
    const refusal = live.refused('2025-07-10', centre, 'issueReminder', slip(centre));
    expect(refusal).toMatchObject({ refusal: 'stepwise', overridable: true });
    expect(refusal.missing).toEqual([
      {
        what: { zh: 'Province未发督办单，也未回避', en: 'Province has not acted and has not stood aside' },
        remedy: { zh: '由其办理或书面回避', en: 'let it act, or recuse itself in writing' },
      },
    ]);
    expect(refusal.text).toEqual({
      zh: '尚未轮到Centre发督办单：更近的上级Province尚未用尽办法。',
      en: 'It is not the turn of the Centre: Province is nearer and has not failed.',
    });
    expect(refusal.remedy).toEqual({
      zh: '由Province发出，或由其书面回避；确需越级的，写明理由，理由永久可见。',
      en: 'Let Province issue it, or stand aside in writing; or give a written reason, which stays visible for ever.',
    });
    for (const by of [province, b]) expect(() => late().do('2025-07-10', by, 'issueReminder', slip(by))).not.toThrow();
  });
  it('is let through with a written reason, which stays with it', () => {
    const live = late();
    live.do('2025-07-10', centre, 'issueReminder', slip(centre, { override: title('the province is itself concerned') }));
    expect(live.facts.at(-1)).toMatchObject({ type: 'reminderIssued', payload: { override: { en: 'the province is itself concerned' } } });
  });
  it('comes after the nearer one stood aside in writing', () => {
    const live = late();
    live.do('2025-07-10', province, 'recuse', { tier: province, reason: title('its own road') });
    live.do('2025-07-11', centre, 'issueReminder', slip(centre));
  });
  it('is the assigner’s, whoever is nearer, and of whoever the terms name', () => {
    const live = late({}, false);
    live.do('2025-02-01', centre, 'assignObligation', { obligation: 'd', by: centre });
    live.do('2025-07-10', centre, 'issueReminder', slip(centre));
    const named = late({ powers: [{ power: 'remind', holder: centre, effect: 'sanction' }] });
    named.do('2025-07-10', centre, 'issueReminder', slip(centre));
  });
  it('of a nearest superior needs no turn, even where it is the centre', () => {
    const live = new LiveCase();
    live.do('2025-01-05', a, 'openCase', { title: title('Case'), parties: [province, a] });
    live.do('2025-01-06', a, 'draftObligation', {
      obligation: 'd',
      title: title('d'),
      origin: 'agreed',
      liable: [province],
      measure: title('m'),
      deadline: day('2025-06-30'),
    });
    live.do('2025-01-07', province, 'acceptObligation', { obligation: 'd', by: province });
    live.do('2025-07-10', centre, 'issueReminder', slip(centre));
  });
});
