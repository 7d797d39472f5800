/** Roles stated after the verb: …, with the support of Ashby · as lead authority · led by Ashby. */
import { splitNames, type Subject } from './subject.ts';
import type { Verb } from './verb.ts';
import { ofClause } from './gates.ts';

const supportTail = ofClause.gate(
  /,? (?:with (?:the )?(?:support|assistance|help|cooperation) (?:of|from)|supported by|assisted by|backed by|helped by) ([^,;.]+)|,? with ((?:the )?[A-Z](?:(?! as | lead| taking)[^,;.])*?) (?:in support|supporting|assisting|providing support)/i,
);

/** The lead with those who are said to help it. */
function withSupport(text: string, subject: Subject, from: number, to: number): Subject {
  const tail = supportTail.exec(text.slice(from, to));
  if (tail === null) return subject;
  const helper = tail[1] ?? (tail[2] as string);
  const at = from + tail.index + tail[0].lastIndexOf(helper);
  const name = helper.replace(/ (?:by|within|before|no later|in|on|until) .*$/i, '');
  const helpers = splitNames(text, at, at + name.length);
  return { ...subject, names: [...subject.names, ...helpers], cooperating: [...subject.cooperating, ...helpers] };
}

/** …, with Ashby as lead agency: not who is the subject. */
const otherLead = ofClause.gate(
  /\bwith (?:the )?[A-Z][^,;]{1,50}? (?:(?:acting |serving )?as (?:the )?(?:lead|coordinat)|taking the lead|in the lead|leading\b|to lead)|[A-Z][\w' ]+ acting as (?:the )?lead/,
);

const asLeadBehind = ofClause.gate(
  /\bas (?:the |its |their )?(?:lead|leading|coordinating|designated lead)\b(?! (?:content|levels))|\b(?:take|have|assume) the lead\b|\bact as (?:the )?(?:lead|coordinator|convenor|convener)\b|\bthe lead (?:in|on|for)\b|^ ?(?:the )?lead(?:ing)? (?:in|on|for|role)\b/i,
);

function roleAfter(text: string, subject: Subject, from: number, to: number): Subject {
  const tail = text.slice(from, to);
  if (subject.lead !== null || subject.names[0] === undefined || otherLead.test(tail)) return subject;
  if (asLeadBehind.test(tail)) return withSupport(text, { ...subject, lead: subject.names[0] }, from, to);
  if (supportTail.test(tail)) return withSupport(text, { ...subject, lead: subject.names[0] }, from, to);
  return subject;
}

const companyTail = ofClause.gate(/,? in (?:cooperation|co-operation|partnership|coordination|collaboration) with ((?:the )?[A-Z][^,;.]*)/);

/** A lead that is already known, and whom it works with: …, in cooperation with Harrow District. */
function withCompany(text: string, subject: Subject, from: number, to: number): Subject {
  const tail = companyTail.exec(text.slice(from, to));
  if (tail === null) return withSupport(text, subject, from, to);
  const at = from + tail.index + tail[0].length - (tail[1] as string).length;
  const names = splitNames(text, at, at + (tail[1] as string).replace(/ (?:by|within|before|no later|on|until) .*$/i, '').length);
  return { ...subject, names: [...subject.names, ...names], cooperating: names };
}

const led = (subject: Subject): Subject => ({ ...subject, lead: subject.names[0] ?? null });

/** The subject with the role that its verb, or what follows it, states. */
export function withRole(text: string, subject: Subject, verb: Verb, to: number): Subject {
  if (subject.lead !== null && subject.cooperating.length === 0 && !verb.passive) return withCompany(text, subject, verb.end, to);
  if (subject.lead !== null || subject.names[0] === undefined) return subject;
  const words = text.slice(verb.start, verb.end);
  if (verb.passive) return /^led/i.test(words) ? led(subject) : subject;
  if ((verb.base === 'lead' || verb.base === 'spearhead') && !/^ by example/i.test(text.slice(verb.end, to)))
    return withSupport(text, led(subject), verb.end, to);
  if (verb.base === 'be' && /\b(?:the|a) (?:lead|coordinating|responsible)\b(?! to)|\bin (?:the lead|charge)\b/i.test(words))
    return withSupport(text, led(subject), verb.end, to);
  if (
    (verb.base === 'take' || verb.base === 'assume' || verb.base === 'have') &&
    /^ ?(?:the |overall |a )?(?:lead|leadership|leading role|lead role)\b/i.test(text.slice(verb.end, to))
  )
    return withSupport(text, led(subject), verb.end, to);
  return roleAfter(text, subject, verb.end, to);
}
