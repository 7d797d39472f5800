/**
 * The article's second figure, the mechanism: channel → component → variable → stage, drawn from the facts of a case.
 *
 * Nodes: ids of channels, components and variables, and `stage1` … `stage3`. An edge channel → component rests on facts
 * if an instrument of the channel was applied and a fact that the component counts certainly came after it; component →
 * variable if the component is known from facts; variable → stage if the stage was reached somewhere in the case and
 * the variable is known. Order in time links them, not proof.
 */
import type { FactRef, InstrumentState } from '../cases/state.ts';
import { both, decimal } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import type { FactId } from '../vocabulary/ids.ts';
import type { Channel } from '../vocabulary/levels.ts';
import { channelNames, type Hypothesis, hypotheses, stageNames } from './channels.ts';
import { type Component, counted } from './component.ts';
import { type Edge, edgeOf, isAfter, refsById } from './edge.ts';
import { partiesBehind, partyOfIn } from './parties.ts';
import { variableNames, type Variables } from './variables.ts';

type Refs = ReadonlyMap<FactId, FactRef>;

/** Facts of the component after the first instrument of the channel, and the instruments that lie before one of them. */
function linkOf(component: Component, instruments: readonly InstrumentState[], refs: Refs): { applied: FactRef[]; followed: FactRef[] } {
  const own = new Set(instruments.map(({ applied }) => applied.id));
  const first = instruments.reduce<FactRef | undefined>(
    (earliest, { applied }) => (applied.dated && (earliest === undefined || applied.on < earliest.on) ? applied : earliest),
    undefined,
  );
  if (first === undefined || component.value === null) return { applied: [], followed: [] };
  const followed = component.evidence.flatMap((id) => {
    const ref = refs.get(id);
    return ref !== undefined && !own.has(id) && isAfter(ref, first) ? [ref] : [];
  });
  const last = followed.reduce<FactRef | undefined>(
    (latest, ref) => (latest === undefined || ref.first > latest.first ? ref : latest),
    undefined,
  );
  return {
    applied: last === undefined ? [] : instruments.map(({ applied }) => applied).filter((applied) => isAfter(last, applied)),
    followed,
  };
}

function channelEdge(channel: Channel, component: Component, instruments: readonly InstrumentState[], refs: Refs): Edge {
  const { applied, followed } = linkOf(component, instruments, refs);
  const [from, to] = [channelNames[channel], component.name];
  // The latest facts fill an edge: keep room for the instruments that they follow.
  const shown = [...applied.slice(-5), ...followed.slice(-15)];
  return edgeOf(
    channel,
    component.id,
    shown,
    both(
      `${from.zh}：${applied.length}项手段之后，${to.zh}有${followed.length}项事实可循。`,
      `${counted(applied.length, 'instrument', 'instruments')} (${from.en}), then ${counted(followed.length, 'fact', 'facts')} counted in “${to.en}”.`,
    ),
    both(
      `论文认为${from.zh}作用于${to.zh}，本案无关联事实。`,
      `According to the article, the channel “${from.en}” acts on “${to.en}”; no fact of this case links them.`,
    ),
  );
}

function componentEdge({ id, name, value, evidence }: Component, { variable }: Hypothesis, refs: Refs): Edge {
  const to = variableNames[variable];
  const carried = value === null ? [] : evidence.map((own) => refs.get(own));
  return edgeOf(
    id,
    variable,
    carried,
    both(
      `${name.zh}取值${decimal(value ?? 0)}，计入${to.zh}。`,
      `“${name.en}” stands at ${decimal(value ?? 0)} and counts in ${to.en.toLowerCase()}.`,
    ),
    value === null
      ? both(`${name.zh}未知，未计入${to.zh}。`, `“${name.en}” is unknown and does not count in ${to.en.toLowerCase()}.`)
      : both(
          `${name.zh}取值${decimal(value)}，系依无记录推定，无单项事实。`,
          `“${name.en}” stands at ${decimal(value)} for want of records; no single fact carries it.`,
        ),
  );
}

/** Facts by which a stage was reached somewhere in the case, with their number of topics or duties. */
function reached(situation: Situation, stage: 1 | 2 | 3): { count: number; refs: (FactRef | undefined)[] } {
  const { state, duties, parties } = situation;
  if (stage === 1) {
    const partyOf = partyOfIn(situation);
    const agreed = [...state.topics.values()].filter(
      (topic) => parties.length > 0 && partiesBehind(situation, partyOf, topic.consensus.keys()).size === parties.length,
    );
    return { count: agreed.length, refs: agreed.flatMap((topic) => [...topic.consensus.values()]) };
  }
  if (stage === 2) {
    return { count: situation.individualised.size, refs: [...situation.individualised].map((duty) => duty.obligation.created) };
  }
  const delivered = duties.filter((duty) => duty.fulfilled !== undefined || duty.obligation.verified !== undefined);
  return { count: delivered.length, refs: delivered.flatMap((duty) => [duty.fulfilled, duty.obligation.verified]) };
}

function stageEdge(situation: Situation, { variable, stage }: Hypothesis, variables: Variables): Edge {
  const { index } = variables[variable];
  const { count, refs } = reached(situation, stage);
  const [from, to] = [variableNames[variable], stageNames[stage]];
  const said = {
    1: both(`${count}个议题已有各方共识`, `${counted(count, 'topic has', 'topics have')} the consensus of every party`),
    2: both(`${count}项义务已明确到责任单位`, `${counted(count, 'obligation is', 'obligations are')} individual`),
    3: both(`${count}项义务已办结或核验`, `${counted(count, 'obligation is', 'obligations are')} fulfilled or verified`),
  }[stage];
  return edgeOf(
    variable,
    `stage${stage}`,
    index === null ? [] : refs,
    both(`${from.zh}指数${decimal(index ?? 0)}；${said.zh}。`, `${from.en} stands at ${decimal(index ?? 0)}; ${said.en}.`),
    both(
      `论文认为${from.zh}支撑${to.zh}，本案无关联事实。`,
      `The article says that ${from.en.toLowerCase()} carries the ${to.en}; no fact of this case links them.`,
    ),
  );
}

/** The mechanism of H1, H2 and H3 on the date of the situation. Cost: linear in facts. */
export function mechanismEdges(situation: Situation, variables: Variables): Edge[] {
  const refs = refsById(situation.state);
  const byChannel = Map.groupBy(situation.state.instruments.values(), ({ terms }) => terms.channel);
  return hypotheses.flatMap((hypothesis) => {
    const { components } = variables[hypothesis.variable];
    const byId = new Map(components.map((component) => [component.id, component]));
    const channelEdges = hypothesis.paths.flatMap(([channel, ids]) =>
      ids.map((id) => {
        const component = byId.get(id);
        if (component === undefined) throw new Error(`bug: no component ${id} in ${hypothesis.variable}`);
        return channelEdge(channel, component, byChannel.get(channel) ?? [], refs);
      }),
    );
    return [
      ...channelEdges,
      ...components.map((component) => componentEdge(component, hypothesis, refs)),
      stageEdge(situation, hypothesis, variables),
    ];
  });
}
