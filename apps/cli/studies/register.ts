/** The commands of the model and the games, added to the program in one place. */
import { addGameCommand } from './game.ts';
import { addQcaCommands } from './qcaRegister.ts';
import type { Registration } from './registration.ts';

export function addModelCommands(registration: Registration): void {
  addGameCommand(registration);
  addQcaCommands(registration);
}
