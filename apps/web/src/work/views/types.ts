import type { DecisionContext } from '@gongze/domain/decisions/context';
import type { CommandName } from '@gongze/domain/decisions/decide';
import type { TypedFields } from '../../forms/value.ts';

export const workViews = ['todo', 'topics', 'proposals', 'signing', 'delivery', 'supervision', 'intervening'] as const;
export type WorkView = (typeof workViews)[number];

/** Opens the form of a command, about something, with what is known of it already. */
export type OpenForm = (command: CommandName, subject?: string, given?: TypedFields) => void;

export interface ViewProps {
  /** The case as it stands today, for whoever acts. */
  readonly context: DecisionContext;
  readonly onDo: OpenForm;
}
