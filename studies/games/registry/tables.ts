/** Games given by a table, by name: matrix, tripartite. */
import { z } from 'zod';
import { type Outcome, refusal, refused } from '../../parameters/parameters.ts';
import { integrate } from '../infinite/integrate.ts';
import { groupTable, pairwiseTable, replicatorField } from '../models/matrix.ts';
import { smallMutationLimit } from '../population/fixation.ts';
import { type AirPollution, airPollution, airPollutionAt, airPollutionParameters, stages } from '../tripartite/airPollution.ts';
import { advantages, type Point, trajectory, type TripartitePayoffs } from '../tripartite/engine.ts';
import { basins, essConditions, restPoints } from '../tripartite/equilibria.ts';
import type { GameInput, GameModel } from './model.ts';
import { byName, fitnessNotPositive, moranBounded, ruleChoice, ruleOf, selection } from './punishment.ts';
import { shared } from './specs.ts';

const finite = z.number().min(-1e12).max(1e12);
const strategiesMax = 40;

const rowsSchema = z.array(z.array(finite).min(2).max(1001)).min(2).max(strategiesMax);
const tableSchema = z.union([
  rowsSchema.transform((payoffs) => ({ payoffs, strategies: undefined, groupSize: undefined })),
  z.strictObject({
    payoffs: rowsSchema,
    strategies: z.array(z.string().min(1).max(80)).optional(),
    /** With two strategies: players of a group; columns are then the group's players of the second strategy, 0 … groupSize. */
    groupSize: z.int().min(2).max(1000).optional(),
  }),
]);
type Table = z.output<typeof tableSchema>;

function badFile(zh: string, en: string): Outcome<never> {
  return refused(refusal('badFile', 'payoffs', zh, en));
}

/** Where in the file, and what is wrong there. */
function schemaFaults(error: z.ZodError): Outcome<never> {
  const issue = error.issues[0];
  const where = issue?.path.join('.') || '.';
  return badFile(
    `支付表不合格（${where}）：应为数表，数值在 ±1e12 之内`,
    `the payoffs do not fit at ${where}: a table of numbers within ±1e12 is expected`,
  );
}

function readTable(payoffs: unknown): Outcome<Table & { readonly strategies: readonly string[] }> {
  const parsed = tableSchema.safeParse(payoffs);
  if (!parsed.success) return schemaFaults(parsed.error);
  const { payoffs: rows, groupSize, strategies = rows.map((_, i) => String(i)) } = parsed.data;
  const columns = groupSize === undefined ? rows.length : groupSize + 1;
  if (groupSize !== undefined && rows.length !== 2) return badFile('小组博弈须恰有两种策略', 'a game of groups has two strategies');
  if (rows.some((row) => row.length !== columns)) return badFile(`每行应有 ${columns} 个数`, `every row has ${columns} numbers`);
  if (strategies.length !== rows.length || new Set(strategies).size !== rows.length) {
    return badFile('策略名应与行一一对应且互不相同', 'there is one name a row, each once');
  }
  return { ok: true, value: { payoffs: rows, groupSize, strategies: [...strategies] } };
}

export const matrix: GameModel = {
  name: 'matrix',
  title: { zh: '自定义支付矩阵', en: 'Own payoffs' },
  source: 'Traulsen & Hauert 2009; Fudenberg & Imhof 2006',
  parameters: [
    shared.Z(100),
    selection(1),
    shared.spec('time', 20, [0, 10_000], '无限种群复制动态的时长', 'time of the replicator dynamics in an infinite population'),
  ],
  choices: [ruleChoice('fermi')],
  payoffs: 'required',
  aliases: { beta: 's', w: 's', M: 'Z' },
  run: (input) => {
    const table = readTable(input.payoffs);
    if (!table.ok) return table;
    const { payoffs, groupSize, strategies } = table.value;
    const size = input.values['Z'] as number;
    if (groupSize !== undefined && groupSize > size)
      return refused(refusal('inconsistent', 'Z', `Z ≥ 小组人数 ${groupSize}`, `Z ≥ the size of a group, ${groupSize}`));
    const refusals = moranBounded(input);
    if (refusals.length > 0) return refused(...refusals);
    const edges = groupSize === undefined ? pairwiseTable(payoffs, size) : groupTable(payoffs, groupSize, size);
    const limit = smallMutationLimit(strategies.length, size, edges, ruleOf(input));
    if (limit === undefined) return refused(fitnessNotPositive);
    const solved = byName(
      strategies,
      strategies.map((_, i) => i),
      limit,
    );
    // Two players: what an infinite population does from equal shares. Tables of groups have no linear fitness.
    if (groupSize !== undefined) return { ok: true, value: solved };
    const even = strategies.map(() => 1 / strategies.length);
    const [end] = integrate(replicatorField(payoffs), even, [input.values['time'] as number]);
    return { ok: true, value: { ...solved, replicator: Object.fromEntries(strategies.map((name, i) => [name, end?.[i]])) } };
  },
};

const pair = z.tuple([finite, finite, finite]);
const layer = z.tuple([z.tuple([pair, pair]), z.tuple([pair, pair])]);
const tripartiteSchema = z.union([
  z.tuple([layer, layer]).transform((payoffs) => ({ payoffs, parties: undefined })),
  z.strictObject({ payoffs: z.tuple([layer, layer]), parties: z.tuple([z.string(), z.string(), z.string()]).optional() }),
]);

/** The file says `[x][y][z] = [first, second, third]`; the engine keeps one cube a party. */
function readTensor(payoffs: unknown): Outcome<TripartitePayoffs> {
  const parsed = tripartiteSchema.safeParse(payoffs);
  if (!parsed.success) return schemaFaults(parsed.error);
  const { payoffs: cell } = parsed.data;
  const ofParty = (party: 0 | 1 | 2) => cell.map((x) => x.map((y) => y.map((entry) => entry[party])));
  return { ok: true, value: [ofParty(0), ofParty(1), ofParty(2)] as unknown as TripartitePayoffs };
}

const share = (name: string) => shared.spec(name, 0.5, [0, 1], `${name[0]} 的起始份额`, `share of ${name[0]} at the start`);
const samples = 101;

function solve(payoffs: TripartitePayoffs, { values }: GameInput): object {
  const { x0, y0, z0, time, grid } = values as Readonly<Record<'x0' | 'y0' | 'z0' | 'time' | 'grid', number>>;
  const all = advantages(payoffs);
  const start: Point = [x0, y0, z0];
  const times = Array.from({ length: samples }, (_, i) => (time * i) / (samples - 1));
  const states = trajectory(all, start, times);
  const equilibria = restPoints(all).map((point) => ({
    ...point,
    eigenvalues: point.eigenvalues.map(({ re, im }) => (im === 0 ? re : { re, im })),
    ...(point.kind === 'vertex' && { conditions: essConditions(all, point.at) }),
  }));
  return {
    ess: equilibria.filter(({ stability }) => stability === 'ESS').map(({ at, eigenvalues }) => ({ at, eigenvalues })),
    equilibria,
    final: states.at(-1),
    trajectory: { times, states },
    ...basins(all, grid, Math.max(time, 15)),
  };
}

export const tripartite: GameModel = {
  name: 'tripartite',
  title: { zh: '三方演化博弈', en: 'Tripartite evolutionary game' },
  source: 'Wang et al., Journal of Cleaner Production 418:138074, 2023 (standard payoffs)',
  parameters: [
    shared.spec('stage', 0, [0, stages.length - 1], '参数阶段', 'stage of the parameters', { whole: true }),
    ...airPollutionParameters,
    share('x0'),
    share('y0'),
    share('z0'),
    shared.spec('time', 5, [0, 10_000], '积分时长', 'time to integrate'),
    shared.spec('grid', 5, [1, 21], '吸引域网格边长', 'starting points a side, for the basins', { whole: true }),
  ],
  choices: [],
  payoffs: 'optional',
  aliases: { t: 'time' },
  run: (input) => {
    const own = input.payoffs === undefined ? undefined : readTensor(input.payoffs);
    if (own !== undefined && !own.ok) return own;
    const given = Object.fromEntries(
      airPollutionParameters.flatMap(({ name }) => (input.given.has(name) ? [[name, input.values[name]]] : [])),
    );
    return {
      ok: true,
      value: solve(own?.value ?? airPollution(airPollutionAt(input.values['stage'] as number, given as Partial<AirPollution>)), input),
    };
  },
};
