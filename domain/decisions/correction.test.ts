import { describe, expect, test } from 'vitest';
import { LiveCase } from '../testing/live.ts';

const a = '610100';
const title = (text: string) => ({ zh: text, en: text });

function opened() {
  const live = new LiveCase();
  live.do('2026-01-05', a, 'openCase', { title: title('Case'), parties: [a, '610400'] });
  const [topic] = live.do('2026-01-06', a, 'raiseTopic', { topic: 't', title: title('Roads'), by: [a] });
  return { live, topic: topic?.id as string };
}

describe('what may be corrected', () => {
  test('a fact that is on record; the correction is recorded as it was given', () => {
    const { live, topic } = opened();
    const replacement = { payload: { topic: 't', title: title('Rails'), by: [a] } };
    const command = { target: topic, replacement, reason: title('a slip') };
    expect(live.ask('2026-01-07', a, 'correctFact', command)).toMatchObject({
      events: [{ type: 'factCorrected', payload: { target: topic } }],
    });
    expect(live.ask('2026-01-07', a, 'retractFact', { target: topic, reason: title('a slip') })).toMatchObject({
      events: [{ type: 'factRetracted' }],
    });
  });
  test('not a fact that nobody recorded', () => {
    for (const command of ['correctFact', 'retractFact'] as const) {
      const payload = { target: 'nowhere', reason: title('r'), ...(command === 'correctFact' && { replacement: {} }) };
      expect(opened().live.refused('2026-01-07', a, command, payload)).toMatchObject({
        refusal: 'unknownSubject',
        text: { zh: '案中没有事实“nowhere”。', en: 'There is no fact “nowhere” in the case.' },
        remedy: { zh: '请从本案现有条目中选择。', en: 'Choose one that the case holds.' },
      });
    }
  });
  test.each(['correctFact', 'retractFact'] as const)('not a correction, by %s', (command) => {
    const { live, topic } = opened();
    const [correction] = live.do('2026-01-07', a, 'correctFact', {
      target: topic,
      replacement: { payload: { topic: 't', title: title('Rails'), by: [a] } },
      reason: title('r'),
    });
    const payload = { target: correction?.id, reason: title('r'), ...(command === 'correctFact' && { replacement: {} }) };
    expect(live.refused('2026-01-08', a, command, payload)).toMatchObject({
      refusal: 'wrongState',
      text: { zh: '更正本身不能再被更正。', en: 'A correction is not corrected itself.' },
      remedy: { zh: '对原事实另作更正。', en: 'Correct the original fact again.' },
    });
  });
  test('not a retraction', () => {
    const { live, topic } = opened();
    const [retraction] = live.do('2026-01-07', a, 'retractFact', { target: topic, reason: title('r') });
    expect(live.refused('2026-01-08', a, 'retractFact', { target: retraction?.id, reason: title('r') })).toMatchObject({
      refusal: 'wrongState',
    });
  });
});

describe('what replaces it', () => {
  const replaced = (replacement: object) => {
    const { live, topic } = opened();
    return live.ask('2026-01-07', a, 'correctFact', { target: topic, replacement, reason: title('r') });
  };
  test('fits the type of what it replaces; where it does not, the field is named', () => {
    expect(replaced({ payload: { topic: 't', title: { zh: 'x' } } })).toMatchObject({
      refusal: 'incomplete',
      text: { zh: '更正后的内容不合格式：title.en。', en: 'The replacement does not fit its type: title.en.' },
      remedy: { zh: '补齐该字段。', en: 'Supply that field.' },
    });
    // A field too many belongs to the whole.
    expect(replaced({ payload: { topic: 't', title: title('x'), other: 1 } })).toMatchObject({
      text: { en: 'The replacement does not fit its type: .' },
    });
  });
  test('may leave the content as it is', () => {
    const occurred = { first: '2026-01-05', last: '2026-01-05', precision: 'day', setBy: 'coder' };
    expect(replaced({ occurred })).toHaveProperty('events');
  });
});
