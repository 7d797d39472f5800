/** `npm run check:tree`: the checks that no bought tool does. Prints every fault with its fix; exit code 1 if there is one. */
import { type Fault, faultText, root } from './files.ts';
import { checkDependencies } from './dependencies.ts';
import { checkPurity } from './purity.ts';
import { checkSizes } from './sizes.ts';
import { checkTexts } from './texts.ts';
import { checkVersions } from './versions.ts';

const sizes = checkSizes(root);
const checks: readonly (readonly [string, readonly Fault[]])[] = [
  ['pure packages are pure', checkPurity(root)],
  ['files fit', sizes.faults],
  ['nothing of one machine', checkTexts(root)],
  ['one place for versions', checkVersions(root)],
  ['packages from outside are pinned and permitted', checkDependencies(root)],
];

for (const warning of sizes.warnings) console.log(`warning  ${faultText(warning)}`);
for (const [name, faults] of checks) {
  console.log(`${faults.length === 0 ? 'ok      ' : 'failed  '} ${name}`);
  for (const fault of faults) console.error(`         ${faultText(fault)}`);
}
if (checks.some(([, faults]) => faults.length > 0)) process.exitCode = 1;
