/** Folds, calibrates and minimises beside the page, so that it never waits. */
import { answer, type Asked } from './worker/answer.ts';

interface Inbox {
  addEventListener(type: 'message', listen: (event: MessageEvent<{ readonly id: number; readonly asked: Asked }>) => void): void;
  postMessage(message: unknown): void;
}
const inbox = globalThis as unknown as Inbox;

inbox.addEventListener('message', ({ data: { id, asked } }) => {
  try {
    inbox.postMessage({ id, value: answer(asked) });
  } catch (error) {
    inbox.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
