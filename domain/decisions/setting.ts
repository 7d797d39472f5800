/** Rules for bodies, conflicts and successions: what is ended or passed on must be there, once. */
import type { Payload } from '../events/catalogue.ts';
import type { ActorId } from '../vocabulary/ids.ts';
import { type Rule, sameSide, standsAbove } from './context.ts';
import { both, refuse } from './refusal.ts';
import { taken, unknown } from './subjects.ts';

export const bodyNew: Rule<{ body: ActorId }> = ({ body }, { situation }) => {
  const known = situation.state.bodies.get(body);
  return known === undefined || known.abolished !== undefined ? undefined : taken('机构', 'body', known.title.zh);
};

export const bodyStanding: Rule<{ body: ActorId }> = ({ body }, { situation }) => {
  const known = situation.state.bodies.get(body);
  if (known === undefined) return unknown('机构', 'body', body);
  return known.abolished === undefined
    ? undefined
    : refuse('wrongState', both('该机构已撤销。', 'The body was abolished.'), both('如需恢复，请重新设立。', 'Establish it anew.'), {
        evidence: [known.abolished.id],
      });
};

/** A body with powers over others is set up by its members or by a government above them. */
export const mayEmpower: Rule<Payload<'bodyEstablished'>> = ({ powers, members, over }, context) => {
  const { by, situation } = context;
  const beyond = (over ?? members).filter((actor) => !members.some((own) => sameSide(own, actor)));
  const entitled = members.some((own) => sameSide(own, by)) || [...members, ...beyond].every((actor) => standsAbove(context, by, actor));
  if (powers.length === 0 || (entitled && (beyond.length === 0 || beyond.every((actor) => standsAbove(context, by, actor)))))
    return undefined;
  const name = situation.namedInText(by);
  return refuse(
    'notEntitled',
    both(`${name.zh}不能授予对非成员的权力。`, `${name.en} cannot give powers over those who are not members.`),
    both('由成员共同设立，或由其上级设立。', 'It is for the members, or for a government above them.'),
  );
};

export const conflictNew: Rule<{ conflict: string }> = ({ conflict }, { situation }) =>
  situation.state.conflicts.has(conflict) ? taken('争议', 'conflict', conflict) : undefined;

export const conflictOpen: Rule<{ conflict: string }> = ({ conflict }, { situation }) => {
  const known = situation.state.conflicts.get(conflict);
  if (known === undefined) return unknown('争议', 'conflict', conflict);
  return known.resolved === undefined ? undefined : taken('争议的解决', 'resolution of the conflict', conflict);
};

export const verifiesKnown: Rule<Payload<'evaluationPublished'>> = ({ verifies }, { situation }) => {
  const stray = (verifies ?? []).find((id) => !situation.dutyById.has(id));
  return stray === undefined ? undefined : unknown('责任事项', 'obligation', stray);
};

export const succeedsSomebody: Rule<Payload<'actorSucceeded'>> = ({ from, to }, { situation }) => {
  if (from === to) {
    return refuse('incomplete', both('承继双方不能相同。', 'Nobody succeeds himself.'), both('填写承继单位。', 'Name the successor.'));
  }
  const known = situation.parties.includes(from) || situation.duties.some((duty) => duty.obligation.terms.liable.includes(from));
  return known ? undefined : unknown('当事方或责任单位', 'party or responsible agency', from);
};

export const handsBackKnown: Rule<Payload<'powersRestored'>> = ({ intervention }, { situation }) =>
  intervention === undefined || situation.state.interventions.has(intervention) ? undefined : unknown('介入', 'intervention', intervention);
