/** A reading in the field names of the clause set's rubric: one line a clause, for scoring and exchange. */
import type { ClauseReading, Deadline, Piece, Statement } from './reading.ts';

const texts = (pieces: readonly Piece[]): string[] => pieces.map(({ text }) => text);

function deadlineRecord(deadline: Deadline): unknown {
  switch (deadline.kind) {
    case 'date':
      return deadline.date;
    case 'duration': {
      const { duration, from, unit, before } = deadline;
      return { duration, ...(unit !== undefined && { unit }), ...(from !== undefined && { from }), ...(before && { before }) };
    }
    case 'recurrence': {
      const { recurrence, day, monthDay, anchor, times } = deadline;
      return {
        recurrence,
        ...(day !== undefined && { day }),
        ...(monthDay !== undefined && { month_day: monthDay }),
        ...(anchor !== undefined && { anchor }),
        ...(times !== undefined && { times }),
      };
    }
    case 'period':
      return { period: deadline.period };
    case 'standing':
      return { standing: deadline.standing };
    case 'unresolved':
      return { unresolved: deadline.unresolved };
    default:
      return deadline satisfies never;
  }
}

function statementRecord(statement: Statement): Record<string, unknown> {
  const { attribute, attributeResolved, lead, cooperating, deontic, aim, object, deadline, indicator, conditions, orElse, span } =
    statement;
  return {
    attribute: texts(attribute),
    ...(attributeResolved !== undefined && { attribute_resolved: attributeResolved }),
    lead: lead?.text ?? null,
    ...(cooperating.length > 0 && { cooperating: texts(cooperating) }),
    deontic,
    aim: aim.text,
    object: object?.text ?? null,
    deadline: deadline === null ? null : deadlineRecord(deadline),
    indicator: indicator === null ? null : { ...indicator, name: indicator.name.text },
    conditions: texts(conditions),
    orElse: orElse?.text ?? null,
    kind: statement.kind,
    party_type: statement.partyType,
    aim_class: statement.aimClass,
    span: [span.start, span.end],
  };
}

export function clauseRecord(id: string, reading: ClauseReading): Record<string, unknown> {
  return {
    id,
    statements: reading.statements.map(statementRecord),
    vague: reading.vague,
    binding_score: reading.bindingScore ?? 0,
  };
}
