/** Sends what was planned: a new case first, if it is one, then everything else in one act. */
import { commandHeaders, gongzeClient, problemOf } from '@gongze/client';
import type { EventDraft } from '@gongze/domain/decisions/context';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { Language } from '@gongze/domain/vocabulary/text';
import { forgetCases, forgetFacts } from '../engine/api.ts';
import { type Outcome, type Recorder, recordDecided } from '../work/record.ts';

export interface NewCase {
  readonly title: string;
  readonly parties: readonly string[];
}

export interface PlanToRecord {
  readonly caseId: string;
  /** Given if the case is to be opened. */
  readonly opening: NewCase | undefined;
  readonly version: number;
  readonly key: string;
  readonly events: readonly EventDraft[];
  readonly on: IsoDate;
  readonly lang: Language;
  readonly recorder: Recorder | undefined;
}

async function openCase(caseId: string, { title, parties }: NewCase, key: string, on: IsoDate, lang: Language): Promise<Outcome> {
  const both = { zh: title, en: title };
  const occurred = { first: on, last: on, precision: 'day', setBy: 'source' };
  const { data, error, response } = await gongzeClient({ language: lang }).POST('/api/cases', {
    params: { header: { 'idempotency-key': commandHeaders('any', `${key}-case`)['idempotency-key'] } },
    body: { case: caseId, title: both, opened: { payload: { title: both, parties }, occurred, initiative: 'self' } } as never,
  });
  if (data !== undefined) return { kind: 'recorded', version: data.version };
  return { kind: 'failed', problem: problemOf(error, response) };
}

/** `opened`: the case was opened, whatever became of the rest. */
export async function recordPlan(plan: PlanToRecord): Promise<{ readonly outcome: Outcome; readonly opened: boolean }> {
  const { caseId, opening, key, events, on, lang, recorder } = plan;
  let { version } = plan;
  if (opening !== undefined) {
    const outcome = await openCase(caseId, opening, key, on, lang);
    if (outcome.kind !== 'recorded') return { outcome, opened: false };
    version = outcome.version;
    forgetCases();
  }
  const outcome: Outcome =
    events.length === 0 ? { kind: 'recorded', version } : await recordDecided(caseId, version, key, events, on, lang, recorder);
  forgetFacts(caseId);
  return { outcome, opened: opening !== undefined };
}
