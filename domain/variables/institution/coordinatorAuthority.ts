/**
 * I3 coordinatorAuthority 协调机构权威: what the best standing joint body, or organ of a superior, may do to every party.
 *
 * Authority = highest power held × standing. What each power counts is set by the
 * parameters `coordinatorAuthority.convene` … `.sanction`; no power counts 0. Standing is rank against the parties:
 * hosted by a superior of all parties 1, beside the parties `.besideFactor`, hosted by one of them `.withinFactor`. A product, because rank without powers coordinates
 * nothing. The body has to reach every party; a body inside one party does not count.
 * Without such a body: 0 if one was abolished or joint duties are open, else unknown. Cost: bodies × members.
 */
import type { BodyState } from '../../cases/state.ts';
import { both, decimal } from '../../stages/explain.ts';
import { isSuperior, type Situation } from '../../stages/situation.ts';
import { governmentOf } from '../../vocabulary/ids.ts';
import type { Power } from '../../vocabulary/levels.ts';
import { powerNames } from '../../vocabulary/powerNames.ts';
import type { Bilingual } from '../../vocabulary/text.ts';
import { type Component, counted, known, unknown } from '../component.ts';
import { coordinators, partyOfIn } from '../parties.ts';

const head = { id: 'coordinatorAuthority', name: both('协调机构权威', 'Authority of the coordinating body') };

type Standing = 'above' | 'beside' | 'within';

function powerAuthority({ parameters }: Situation): Readonly<Record<Power, number>> {
  return {
    convene: parameters.get('coordinatorAuthority.convene'),
    coordinate: parameters.get('coordinatorAuthority.coordinate'),
    supervise: parameters.get('coordinatorAuthority.supervise'),
    assess: parameters.get('coordinatorAuthority.assess'),
    sanction: parameters.get('coordinatorAuthority.sanction'),
  };
}

function standingAuthority({ parameters }: Situation): Readonly<Record<Standing, number>> {
  return {
    above: 1,
    beside: parameters.get('coordinatorAuthority.besideFactor'),
    within: parameters.get('coordinatorAuthority.withinFactor'),
  };
}

const standingNames: Readonly<Record<Standing, Bilingual>> = {
  above: both('由各方共同上级主管', 'it is hosted by a superior of all parties'),
  beside: both('与各方平行', 'it stands beside the parties'),
  within: both('设在其中一方', 'it is hosted by one of the parties'),
};

function standingOf(situation: Situation, body: BodyState): Standing {
  const host = body.host === undefined ? undefined : governmentOf(body.host);
  if (host !== undefined && isSuperior(situation, host)) return 'above';
  return body.host !== undefined && partyOfIn(situation)(body.host) !== undefined ? 'within' : 'beside';
}

function highest(body: BodyState, authority: Readonly<Record<Power, number>>): Power | undefined {
  let best: Power | undefined;
  for (const power of body.powers) if (best === undefined || authority[power] > authority[best]) best = power;
  return best;
}

function without(situation: Situation, abolished: readonly BodyState[]): Component {
  const open = situation.duties.filter((duty) => duty.joint && duty.open);
  if (abolished.length === 0 && open.length === 0) {
    return unknown(
      head,
      both(
        '没有覆盖各方的协调机构记录，也没有未了结的共同义务。',
        'No body that reaches every party is on record, and no joint obligation is open.',
      ),
    );
  }
  return known(
    head,
    0,
    [...open.map((duty) => duty.obligation.created), ...abolished.map((body) => body.abolished)],
    both(
      `目前没有覆盖各方的协调机构${abolished.length === 0 ? '' : '（原有机构已撤销）'}，未了结的共同义务${open.length}项。`,
      `No body reaches every party${abolished.length === 0 ? '' : ' since the one before was abolished'}; ${counted(open.length, 'joint obligation is', 'joint obligations are')} open.`,
    ),
  );
}

export function coordinatorAuthority(situation: Situation): Component {
  const bodies = coordinators(situation);
  const authority = powerAuthority(situation);
  const factors = standingAuthority(situation);
  let best: { body: BodyState; power: Power | undefined; standing: Standing; value: number } | undefined;
  for (const body of bodies) {
    if (body.abolished !== undefined) continue;
    const power = highest(body, authority);
    const standing = standingOf(situation, body);
    const value = (power === undefined ? 0 : authority[power]) * factors[standing];
    if (best === undefined || value > best.value) best = { body, power, standing, value };
  }
  if (best === undefined) return without(situation, bodies);
  const { body, power, standing, value } = best;
  const may =
    power === undefined
      ? both('尚无对各方的权力', 'holds no power over the parties')
      : both(`最高权力为${powerNames[power].zh}各方`, `may ${powerNames[power].en} the parties at most`);
  return known(
    head,
    value,
    [body.established, ...body.upgrades],
    both(
      `“${body.title.zh}”${may.zh}，${standingNames[standing].zh}，权威值${decimal(value)}。`,
      `“${body.title.en}” ${may.en}; ${standingNames[standing].en}: authority ${decimal(value)}.`,
    ),
  );
}
