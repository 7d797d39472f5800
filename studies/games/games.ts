/** The built-in games, asked by name. Pure, and light enough for a web worker. */
import { type Outcome, refusal, refused } from '../parameters/parameters.ts';
import { crd, inequalityModel, institutionsModel } from './registry/collective.ts';
import { type GameModel, runModel } from './registry/model.ts';
import { poolPeerModel, voluntaryModel } from './registry/punishment.ts';
import { matrix, tripartite } from './registry/tables.ts';

export const gameModels: readonly GameModel[] = [
  crd,
  voluntaryModel,
  poolPeerModel,
  inequalityModel,
  institutionsModel,
  tripartite,
  matrix,
];

/**
 * Solves a game.
 * @param given parameters and choices by name; numbers may come as text
 * @param payoffs content of a payoff file, parsed from JSON, for `matrix` and `tripartite`
 * @example runGame('crd', { r: 0.5 }) // { ok: true, value: { etaG: 0.83…, … } }
 */
export function runGame(name: string, given: Readonly<Record<string, unknown>> = {}, payoffs?: unknown): Outcome<object> {
  const model = gameModels.find((one) => one.name === name);
  if (model !== undefined) return runModel(model, given, payoffs);
  const names = gameModels.map((one) => one.name);
  return refused(
    refusal(
      'unknownModel',
      name,
      `没有名为 ${name} 的模型；可用：${names.join('、')}`,
      `there is no model ${name}; known are ${names.join(', ')}`,
    ),
  );
}
