/** Passives: what stands before the verb is its object, and who acts stands after “by”, if anybody is named. */
import type { Span } from '../reading.ts';
import { isActor } from './actor.ts';
import type { Modal } from './modal.ts';
import { emptySubject, type Parts, type Range } from './state.ts';
import { splitNames, type Subject } from './subject.ts';
import type { Verb } from './verb.ts';
import { ofClause } from './gates.ts';

const agentPattern = ofClause.gate(
  /\bby ((?:the |each |both |all |either )?[A-Za-z][^,;.]*?)(?=$|[,;.]| (?:by|within|before|no later|in|on|at|for|from|every|each|and|to) )/,
);
/** After “by” stands a day or a way of doing it. */
const noAgent = ofClause.gate(
  /^(?:\d|the end|January|February|March|April|May|June|July|August|September|October|November|December|means|way|at least|about|roughly|around|up to|mutual|spring|summer|autumn|winter|year-end|mid-|one (?:third|quarter|half)|half|the (?:first|second|third|fourth|fifth|tenth|fifteenth|twentieth|last|\d+\w*|due|agreed|same|following|next|close|start) (?:day |working |of |date|deadline|quarter|half|month|year)?)/i,
);

/** What others will think of somebody: be recognised as a leading destination. */
const esteemed = ofClause.gate(/^(?:recogni[sz]ed|known|seen|regarded|perceived|celebrated|acclaimed|renowned)$/i);
const suffered = ofClause.gate(/^(?:barred|debarred|placed|excluded|fined|disqualified|penali[sz]ed|stripped|suspended|required)$/i);

export interface Voice {
  readonly subject: Subject;
  readonly object: Span | null;
}

/** Subject and object of a passive whose verb is followed by `object`. */
export function passiveVoice(text: string, modal: Modal, parts: Parts, range: Range, verb: Verb, object: Span | null): Voice {
  const agent = agentPattern.exec(text.slice(verb.end, range.end));
  const from = agent === null || noAgent.test(agent[1] as string) ? -1 : verb.end + agent.index + 3;
  const patient = parts.subject.names[0];
  // Any district that … shall be placed under supervision: what is done to somebody who broke a rule stands for its duty.
  if ((agent === null || from < 0) && suffered.test(text.slice(verb.start, verb.end)) && patient !== undefined)
    return { subject: parts.subject, object };
  if (
    agent === null &&
    esteemed.test(text.slice(verb.start, verb.end)) &&
    /^\s*(?:as|for|throughout)\b/i.test(text.slice(verb.end, range.end))
  )
    return { subject: parts.subject, object };
  const final = parts.subject.names.at(-1);
  const founded = /^there$/i.test(text.slice(parts.subjectAt, modal.end).trim().split(/\s/)[0] ?? '');
  return {
    subject:
      agent === null || from < 0
        ? emptySubject
        : {
            ...emptySubject,
            names: splitNames(text, from, from + (agent[1] as string).length).filter(({ start, end }) => isActor(text.slice(start, end))),
          },
    object: founded
      ? object
      : (parts.subject.phrase ?? (patient === undefined || final === undefined ? object : { start: patient.start, end: final.end })),
  };
}
