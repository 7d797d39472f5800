/** Passives: what stands before the verb is its object, and who acts stands after “by”, if anybody is named. */
import type { Span } from '../reading.ts';
import { isActor } from './actor.ts';
import type { Modal } from './modal.ts';
import { emptySubject, type Parts, type Range } from './state.ts';
import { splitNames, type Subject } from './subject.ts';
import type { Verb } from './verb.ts';
import { ofClause } from './gates.ts';

const agentPattern = ofClause.gate(
  /\bby ((?:the |each |both |all |either )?[A-Za-z][^,;.]*?)(?=$|[,;.]| (?:by|within|before|no later|in|on|at|for|from(?! (?:either|both|each|the two|all))|every|each|and|to|into|onto|under|with|as|via|through|against|until|over|during|once|twice|annually|quarterly|monthly|weekly|daily|free|without|after|if|unless|when) )/,
);

/** After “by” stands a day or a way of doing it. */
const noAgent = ofClause.gate(
  /^(?:\d|the end|January|February|March|April|May|June|July|August|September|October|November|December|means|way|at least|about|roughly|around|up to|mutual|spring|summer|autumn|winter|year-end|mid-|one (?:third|quarter|half)|half|the (?:first|second|third|fourth|fifth|tenth|fifteenth|twentieth|last|\d+\w*|due|agreed|same|following|next|close|start) (?:day |working |of |date|deadline|quarter|half|month|year)?)/i,
);

/** What others will think of somebody: be recognised as a leading destination. */
const esteemed = ofClause.gate(/^(?:recogni[sz]ed|known|seen|regarded|perceived|celebrated|acclaimed|renowned)$/i);

/** Disputes will be settled between the two mayors: they do it, and are not what it is shared among. */
const betweenThem = ofClause.gate(
  /^[^,;.]{0,60}?\b(?:between|among|amongst) ((?:the|both|their|all) [a-z][^,;.]*?)(?=$|[,;.]| (?:by|within|before|no later|in|on|at|every|each|to) )/,
);
const settles = ofClause.gate(
  /^(?:settle|resolve|agree|negotiate|discuss|decide|arrange|coordinate|clarify|concert|determine|work out|sort out|review|clear)$/,
);

/** Who is named behind “by” in `[from, to)`, if it is somebody who acts. */
export function agentOf(text: string, from: number, to: number): Subject {
  const agent = agentPattern.exec(text.slice(from, to));
  if (agent === null || noAgent.test(agent[1] as string)) return emptySubject;
  const at = from + agent.index + 3;
  const names = splitNames(text, at, at + (agent[1] as string).length);
  return { ...emptySubject, names: names.filter(({ start, end }) => isActor(text.slice(start, end))) };
}

export interface Voice {
  readonly subject: Subject;
  readonly object: Span | null;
}

/** Subject and object of a passive whose verb is followed by `object`. */
export function passiveVoice(text: string, modal: Modal, parts: Parts, range: Range, verb: Verb, object: Span | null): Voice {
  const agent = agentPattern.exec(text.slice(verb.end, range.end));
  const from = agent === null || noAgent.test(agent[1] as string) ? -1 : verb.end + agent.index + 3;
  const patient = parts.subject.names[0];
  if (
    agent === null &&
    esteemed.test(text.slice(verb.start, verb.end)) &&
    /^\s*(?:as|for|throughout)\b/i.test(text.slice(verb.end, range.end))
  )
    return { subject: parts.subject, object };
  const final = parts.subject.names.at(-1);
  const between = from < 0 && settles.test(verb.base) ? betweenThem.exec(text.slice(verb.end, range.end)) : null;
  const betweenAt = between === null ? -1 : verb.end + between[0].length - (between[1] as string).length;
  const founded = /^there$/i.test(text.slice(parts.subjectAt, modal.end).trim().split(/\s/)[0] ?? '');
  return {
    subject:
      between !== null
        ? {
            ...emptySubject,
            names: splitNames(text, betweenAt, betweenAt + (between[1] as string).length).filter(({ start, end }) =>
              isActor(text.slice(start, end)),
            ),
          }
        : agent === null || from < 0
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
