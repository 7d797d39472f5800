/**
 * Lives a case through on a virtual clock. Every step is decided by the domain and appended through the same use case that a server
 * uses, so that a life can do nothing that a person could not; nothing is recorded outside of memory.
 */
import { isChange } from '@gongze/domain/events/change';
import { decide, type CommandName } from '@gongze/domain/decisions/decide';
import type { Refusal } from '@gongze/domain/decisions/refusal';
import { schemaOf } from '@gongze/domain/decisions/schemas';
import type { Fact } from '@gongze/domain/events/catalogue';
import { decisionContextOf } from '@gongze/domain/report/deciding';
import { openCase } from '@gongze/domain/report/report';
import type { CaseReport } from '@gongze/domain/report/schema';
import { chineseCalendar } from '@gongze/domain/vocabulary/calendars/calendar';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { GovernmentTree } from '@gongze/domain/vocabulary/governments/tree';
import { standardParameters } from '@gongze/domain/vocabulary/parameters';
import { createApplication } from '../application.ts';
import { memoryStore } from '../ledger/memory-store.ts';
import { localCaller } from '../permissions/local.ts';
import type { StoredCase } from '../ports.ts';
import type { LifeScript, LifeStep } from './script.ts';

export interface LivedStep {
  readonly step: LifeStep;
  /** What it came to: facts recorded, a refusal, or what was seen. */
  readonly facts: readonly Fact[];
  readonly refusal: Refusal | undefined;
  readonly findings: readonly CaseReport['findings'][number][];
  /** False: something else than the script says. */
  readonly asExpected: boolean;
}

export interface Life {
  readonly steps: readonly LivedStep[];
  readonly report: CaseReport;
}

/** The part of a history up to `until`: later facts, and corrections of them, have not happened. */
export function historyUntil(facts: readonly Fact[], until: IsoDate): Fact[] {
  const kept = facts.filter((fact) => fact.occurred.last <= until || isChange(fact));
  const ids = new Set(kept.map(({ id }) => id));
  return kept.filter((fact) => !isChange(fact) || ids.has(fact.payload.target)).map((fact, index) => ({ ...fact, version: index + 1 }));
}

/** Runs the script. `base`: facts on which it goes on. Throws if the store refuses what the domain allowed: that would be a bug. */
export async function relive(script: LifeScript, base: readonly Fact[], governments: GovernmentTree): Promise<Life> {
  const store = memoryStore();
  let today = script.steps[0]?.on as IsoDate;
  const clock = { today: () => today, now: () => `${today}T08:00:00Z` };
  const application = createApplication({ store, clock, governments, selectEdition: (facts) => [...facts] });
  const caseId = script.case;
  const facts = base.map((fact) => ({ ...fact, streamId: caseId }));
  await store.createCase({ caseId, title: script.title, actors: script.actors }, facts);
  const open = (stored: StoredCase) =>
    openCase({ ...stored, edition: 'enriched', knownOn: undefined, parameters: standardParameters(), governments });
  const load = async (): Promise<StoredCase> => {
    const stored = await store.readCase(caseId);
    if (stored === undefined) throw new Error(`bug: the case ${caseId} that was just created is gone`);
    return stored;
  };

  async function act(step: Extract<LifeStep, { command: string }>, n: number): Promise<LivedStep> {
    const stored = await load();
    const command = step.command as CommandName;
    const context = decisionContextOf(open(stored), { today, by: step.by, calendar: chineseCalendar });
    const decision = decide({ command, payload: schemaOf(command).parse(step.payload) }, context);
    if ('refusal' in decision) return { step, facts: [], refusal: decision, findings: [], asExpected: step.answer === decision.refusal };
    const answer = await application.record({
      caseId,
      expectedVersions: [stored.size],
      idempotencyKey: `step-${n}`,
      events: decision.events.map((event) => ({ ...event, occurred: { first: today, last: today, precision: 'day' as const } })),
      caller: { ...localCaller, actor: step.by },
    });
    if (!answer.ok) throw new Error(`bug: ${command} of ${today} was decided and then refused: ${JSON.stringify(answer.problem)}`);
    const recorded = (await load()).facts.slice(stored.size);
    return { step, facts: recorded, refusal: undefined, findings: [], asExpected: step.answer === 'recorded' };
  }

  async function look(step: Extract<LifeStep, { look: object }>): Promise<LivedStep> {
    const { findings } = open(await load()).reportAt(today, { hypotheses: false });
    const active = findings.filter(({ status }) => status === 'active');
    const ids = new Set<string>(active.map(({ id }) => id));
    const { found = [], absent = [] } = step.look;
    return {
      step,
      facts: [],
      refusal: undefined,
      findings: active,
      asExpected: found.every((id) => ids.has(id)) && !absent.some((id) => ids.has(id)),
    };
  }

  const steps: LivedStep[] = [];
  for (const [n, step] of script.steps.entries()) {
    if (step.on < today) throw new RangeError(`step ${n + 1}: the clock does not run backwards, ${step.on} follows ${today}`);
    today = step.on;
    steps.push('look' in step ? await look(step) : await act(step, n));
  }
  return { steps, report: open(await load()).reportAt(today, { hypotheses: false }) };
}
