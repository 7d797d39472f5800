/**
 * What each table of the database is to the record. Truth is bound by leaves and by the signed root over them. Derived
 * follows from truth, is computed again and compared. Through an operational table no fact can change: the argument
 * stands beside it. A table that is missing here fails a test: whoever adds one decides.
 */

export interface TableClass {
  readonly kind: 'truth' | 'derived' | 'operational';
  /** What binds it, what it follows from, or why no fact changes through it. */
  readonly why: string;
  /** Rows go into a backup as they are. Truth always does; derived never. */
  readonly kept?: true;
}

export const tableClasses: Readonly<Record<string, TableClass>> = {
  'ledger.facts': { kind: 'truth', why: 'Each row has a leaf that binds all of it; the signed root binds the leaf.' },
  'ledger.sequence': { kind: 'truth', why: 'The order of the leaves is that of the tree; the signed root binds it.' },
  'ledger.checkpoints': { kind: 'truth', why: 'Signed notes over roots that are computed again; numbered without gaps.' },
  'ledger.attachments': {
    kind: 'truth',
    why: 'Bytes of files. A file is called by its digest, which is computed again; facts name it, and their leaves bind that. One that no fact names is no part of the record yet.',
  },
  'ledger.streams': { kind: 'derived', why: 'The number of facts of each stream.' },
  'ledger.cases': { kind: 'derived', why: 'The last name of each case in registry:cases.' },
  'ledger.tiles': { kind: 'derived', why: 'Hashes of the leaves in their order.' },
  'ledger.unsequenced': {
    kind: 'operational',
    why: 'A line to wait in. A row too few is put back when a sequencer takes over; a row too many has no fact or has its place already, and the place is unique.',
  },
  'ledger.sequencer': {
    kind: 'operational',
    why: 'Who may write next. A wrong row stops the log or changes who writes; what may be written does not depend on it, because the tree is checked against the signed root before anything is signed.',
  },
  'ledger.witnesses': {
    kind: 'operational',
    why: 'When witnesses answered last. A wrong row lets binding acts be refused, or not refused; cosignatures stand in the checkpoints.',
  },
  'ledger.instance': {
    kind: 'operational',
    why: 'Whether the database is a local one. Every fact says itself in which mode it was recorded, and its leaf binds that.',
  },
  'ledger.attachment_arrivals': {
    kind: 'operational',
    why: 'Who handed in which file to which case. A wrong row lets a file be named, refused or cleared away too early; which files are named stands in the facts, and one that is missing is found.',
    kept: true,
  },
  'ledger.attachment_parts': { kind: 'operational', why: 'Files still on their way; they are hashed whole before they count.' },
  'ledger.webhooks': { kind: 'operational', why: 'Whom to tell of what was recorded. What is told is read from the log.', kept: true },
  'ledger.webhook_dead_letters': { kind: 'operational', why: 'What could not be told; it stands in the log.', kept: true },
  'identity.persons': {
    kind: 'operational',
    why: 'Whose name and address belong to an id. A wrong row shows another name; the record carries the id and the office.',
    kept: true,
  },
  'identity.passwords': {
    kind: 'operational',
    why: 'How somebody signs in. A wrong row lets somebody else in or nobody; what binds still needs the key of the office, which is not here.',
    kept: true,
  },
  'identity.second_factors': { kind: 'operational', why: 'As with passwords: who comes in, never what was recorded.', kept: true },
  'identity.recovery_codes': { kind: 'operational', why: 'As with passwords: who comes in, never what was recorded.', kept: true },
  'identity.external_identities': { kind: 'operational', why: 'As with passwords: who comes in, never what was recorded.', kept: true },
  'identity.sessions': {
    kind: 'operational',
    why: 'Who is signed in now. A wrong row signs somebody in or out; after a restore everybody signs in again.',
  },
  'identity.invitations': {
    kind: 'operational',
    why: 'Who may come into which office. Who holds it is a record of registry:offices, bound by its leaf.',
    kept: true,
  },
  'identity.password_resets': {
    kind: 'operational',
    why: 'Links that set a new password, for an hour. As with passwords: who comes in, and never without the second factor.',
  },
  'identity.oidc_flows': { kind: 'operational', why: 'Sign-ins that have begun and last ten minutes.' },
  'identity.failures': { kind: 'operational', why: 'How long guessing has to wait.' },
  'ledger.daily_cases': {
    kind: 'operational',
    why: 'Up to where the lists below were read. A wrong row lets a case be read again, or too late; the record and every report are made of the facts.',
  },
  'ledger.daily_tasks': {
    kind: 'operational',
    why: 'What each side finds on its list, made of the facts by the same rules as a case page and never read by a rule. A wrong row shows or hides a line; emptied, it fills itself.',
  },
  'ledger.daily_duties': { kind: 'operational', why: 'As with daily_tasks: what the roll-up counts.' },
  'ledger.studies': {
    kind: 'operational',
    why: 'Experiments of the model and what came of them. No fact is made of them and no rule reads them; the same scenario gives the same numbers again.',
  },
  'ledger.study_pieces': { kind: 'operational', why: 'As with studies: pieces still to be computed, or to be merged.' },
  'ledger.timers': {
    kind: 'operational',
    why: 'What will be told and when, made of the facts anew whenever a case moves. A wrong row tells something early, or not; nothing is recorded by it, and late is computed from the facts.',
  },
  'ledger.timer_firings': {
    kind: 'operational',
    why: 'What was told already. A row too few tells it again, a row too many keeps it from being told; no rule looks at it.',
    kept: true,
  },
  'ledger.notifications': {
    kind: 'operational',
    why: 'What was brought to whose notice. What it speaks of is computed from the facts on every page.',
  },
  'ledger.notification_reads': { kind: 'operational', why: 'How far somebody has read what he was told.' },
  'ledger.notification_settings': { kind: 'operational', why: 'How somebody wants to be told.', kept: true },
  'ledger.notification_tellings': { kind: 'operational', why: 'How far somebody was told by mail or robot.' },
  'ledger.calendars': {
    kind: 'operational',
    why: 'Addresses under which due dates can be read. A wrong row opens or closes one; it shows what a person may read and changes nothing.',
    kept: true,
  },
  'ledger.migrations': { kind: 'operational', why: 'Which files were applied. What they made of the tables is what is checked.' },
};

/** Schemas whose tables belong to a library. They hold jobs that wake; what is done follows from the tables above. */
export const librarySchemas: Readonly<Record<string, string>> = {
  pgboss: 'Jobs of pg-boss. A job too many finds nothing to do, one too few is made again within a minute; no fact passes through them.',
};
