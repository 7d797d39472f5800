/** The prior: every plausible range of the parameters, drawn evenly and independently. */
import { Stream } from '../../random/stream.ts';
import { priorParameters } from '../model/parameters.ts';

/** Draw number `number` of a seed: the same wherever it is computed. */
export function priorDraw(seed: number, number: number): Record<string, number> {
  const stream = Stream.named(seed, 'prior', number);
  return Object.fromEntries(priorParameters.map(({ name, prior: [low, high] }) => [name, low + (high - low) * stream.uniform()]));
}
