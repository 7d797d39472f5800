/** What an example of a construct says: a text, and what its statement has to hold. */
export interface Example {
  readonly construct:
    | 'deadline'
    | 'quantity'
    | 'modal'
    | 'hedge'
    | 'lead'
    | 'subject'
    | 'sanction'
    | 'enumeration'
    | 'kind'
    | 'share'
    | 'class'
    | 'fact'
    | 'attitude';
  readonly text: string;
  /** What the statement at `at` (0 if absent) has to hold. */
  readonly at?: number;
  readonly holds: Readonly<Record<string, unknown>>;
}
