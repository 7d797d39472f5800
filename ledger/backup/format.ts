/**
 * A backup: lines of JSON, compressed. Facts in the order of the log, each checkpoint behind the facts that it covers, then
 * the facts that wait, then attached files part by part, then rows of operational tables worth keeping; the last line counts and hashes all before it, so
 * that one that was cut short is no backup. Secret keys are not in it.
 */

export interface BackupHeader {
  readonly gongze: 'backup';
  readonly v: 1;
  readonly mode: 'local' | 'server';
}

export type BackupLine =
  /** `placed`: false behind the last entry of the log. */
  | { readonly fact: string; readonly salt: string; readonly placed: boolean }
  | { readonly checkpoint: string; readonly size: number }
  /** `bytes` in Base64. */
  | { readonly attachment: string; readonly part: number; readonly bytes: string }
  | { readonly table: string; readonly row: unknown };

export interface BackupCounts {
  readonly facts: number;
  readonly placed: number;
  readonly checkpoints: number;
  readonly rows: number;
  /** Attached files. Not in a backup that was made before there were any. */
  readonly files: number;
}

export interface BackupEnd extends BackupCounts {
  /** SHA-256, hex, of the lines before, newlines included. */
  readonly end: string;
}
