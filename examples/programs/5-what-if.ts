/** What the model expects of an early and of no intervention. `node examples/programs/5-what-if.ts` */
import { planOf, runChunk } from '@gongze/studies/simulation/ensemble/chunks';
import { readScenario } from '@gongze/studies/simulation/scenario/scenario';

const scenario = readScenario({
  id: 'early',
  title: { zh: '早介入', en: 'early intervention' },
  parties: ['610100', '610400'],
  start: '2026-01',
  months: 120,
  runs: 200,
  seed: 1,
  draw: 'accepted',
  variants: [
    { id: 'none', title: { zh: '不介入', en: 'no intervention' } },
    {
      id: 'early',
      title: { zh: '次年介入', en: 'from the second year' },
      policy: { onsetMonth: 12, holdMonths: 24, exit: 'performance', strength: 4 },
    },
  ],
});
if (!scenario.ok) throw new Error(scenario.refusals.map((refusal) => JSON.stringify(refusal)).join('\n'));
const plan = planOf(scenario.value);
for (let index = 0; index < plan.chunks; index++) {
  const { variant, runs, deliverySums } = runChunk(plan, index);
  const last = (deliverySums.at(-1) as number) / runs;
  console.log(
    `simulated, ${scenario.value.variants[variant]?.title.en}: ${(last * 100).toFixed(0)}% of the duties delivered in month 120, mean of ${runs} runs`,
  );
}
