/** The commands of qualitative comparative analysis, added to the program in one place. */
import { addCalibrateCommand } from './qcaCalibrate.ts';
import { addFitCommand } from './qcaFit.ts';
import { addQcaCommand } from './qca.ts';
import type { Registration } from './registration.ts';

export function addQcaCommands(registration: Registration): void {
  addQcaCommand(registration);
  addCalibrateCommand(registration);
  addFitCommand(registration);
}
