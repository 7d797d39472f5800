import type { EventType } from './catalogue.ts';

/** What changes a fact that was recorded earlier: a correction, or a retraction. */
export type ChangeType = Extract<EventType, 'factCorrected' | 'factRetracted'>;

/** Whether it changes an earlier fact instead of saying one. Any shape with a type: a fact, an act, a record of a log. */
export function isChange<T extends { readonly type: string }>(fact: T): fact is T & { readonly type: ChangeType } {
  return fact.type === 'factCorrected' || fact.type === 'factRetracted';
}
