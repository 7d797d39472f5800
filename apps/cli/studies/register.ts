/** The commands of the studies, added to the program in one place. */
import { addGameCommand } from './game.ts';
import { addQcaCommands } from './qcaRegister.ts';
import type { Registration } from './registration.ts';
import { addSensitivityCommand } from './sensitivity.ts';
import { addSimulateCommand } from './simulate.ts';
import { addHindcastCommand } from './simulateHindcast.ts';
import { addPatternsCommand } from './simulatePatterns.ts';
import { addSurvivalCommand } from './survival.ts';
import { addWorkCommand } from './work.ts';
import { addInterruptedCommand } from './survivalInterrupted.ts';

export function addModelCommands(registration: Registration): void {
  addSimulateCommand(registration);
  addWorkCommand(registration);
  addSensitivityCommand(registration);
  addPatternsCommand(registration);
  addHindcastCommand(registration);
  addGameCommand(registration);
  addQcaCommands(registration);
  addSurvivalCommand(registration);
  addInterruptedCommand(registration);
}
