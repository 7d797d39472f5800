/** The model in a thread of its own: the page stays usable, and ending the thread cancels at once. */
import { answer, type Step } from '@gongze/studies/simulation/what-if/answer';
import type { Question } from '@gongze/studies/simulation/what-if/question';

export type FromModel = Step | { readonly kind: 'end' };

/** Progress is told a few times a second. */
const everyMilliseconds = 120;

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  let told = 0;
  for (const step of answer(data)) {
    const now = performance.now();
    if (step.kind === 'progress' && now - told < everyMilliseconds) continue;
    told = now;
    postMessage(step satisfies FromModel);
  }
  postMessage({ kind: 'end' } satisfies FromModel);
});
