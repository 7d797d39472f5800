/** A live case of two cities below one province, and what its tests of refusals share. */
import type { CommandName } from '../decisions/decide.ts';
import { LiveCase } from './live.ts';

export const [cityA, cityB, cityC, above, centre] = ['610100', '610400', '610300', '610000', '000000'] as const;

export const words = (text: string) => ({ zh: text, en: text });

/** A deadline with one reading. */
export const byDay = (dueOn: string) => ({ text: words(dueOn), readings: [{ reading: 'day', dueOn }], defaultReading: 'day' });

/** Opened on 5 January 2026 by both cities. */
export function openedCase(): LiveCase {
  const live = new LiveCase();
  live.do('2026-01-05', cityA, 'openCase', { title: words('Case'), parties: [cityA, cityB] });
  return live;
}

export const dutyTerms = (more: object = {}) => ({
  title: words('Bridge'),
  origin: 'agreed',
  liable: [cityA],
  measure: words('open to traffic'),
  deadline: byDay('2026-06-30'),
  orElse: words('pays the other side'),
  ...more,
});

/** The same case with the duty `d`, drafted on 6 January and accepted on 7 January by all who owe it. */
export function owingCase(more: object = {}): LiveCase {
  const live = openedCase();
  const terms = dutyTerms(more) as { liable: readonly string[] };
  live.do('2026-01-06', cityA, 'draftObligation', { obligation: 'd', ...terms });
  for (const by of terms.liable) live.do('2026-01-07', by, 'acceptObligation', { obligation: 'd', by });
  return live;
}

/** One expert's help from above, direct and not binding. */
export const interventionTool = (name: string, more: object = {}) => ({
  instrument: name,
  title: words(name),
  channel: 'technical',
  strength: 2,
  tier: above,
  by: above,
  targets: [cityA, cityB],
  direct: true,
  binding: false,
  ...more,
});

/** Above steps in by the intervention `v` on that day, with one expert's help; by override, so that no dilemma has to last first. */
export function stepIn(live: LiveCase, on: string, title: string): void {
  live.do(on, above, 'openIntervention', {
    intervention: 'v',
    tier: above,
    title: words(title),
    grounds: [],
    exitCriteria: [{ text: words('x'), indicator: 'share' }],
    sunset: '2027-03-01',
    handBack: { powers: ['coordinate'], receiver: cityA },
    instruments: [interventionTool('n', { capacityBuilding: true })],
    override: words('flood'),
  });
}

/** What is said to whoever is refused: code, text and remedy in both languages, one a line. */
export function refusedWith(
  live: LiveCase,
  today: string,
  by: string,
  command: CommandName,
  payload: object,
  on = today,
): readonly string[] {
  const { refusal, text, remedy } = live.refused(today, by, command, payload, on);
  return [refusal, text.zh, text.en, remedy.zh, remedy.en];
}
