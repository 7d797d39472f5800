/** Expected effects of what is advised, in a thread of its own: moving the date stays smooth. */
import type { CaseReport } from '@gongze/domain/report/schema';
import { expectedEffects } from '@gongze/studies/simulation/what-if/effect';
import { fitTo } from '@gongze/studies/simulation/what-if/fitting';

const seed = 1;

addEventListener('message', ({ data }: MessageEvent<CaseReport>) => {
  postMessage(expectedEffects(data, fitTo(data, seed), seed));
});
