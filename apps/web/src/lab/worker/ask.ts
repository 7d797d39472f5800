/** One worker for the page; answers come back by number. */
import type { Answers, Asked } from './answer.ts';

interface Reply {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

let worker: Worker | undefined;
let last = 0;
const waiting = new Map<number, Waiting>();

function opened(): Worker {
  if (worker !== undefined) return worker;
  const made = new Worker(new URL('../lab.worker.ts', import.meta.url), { type: 'module' });
  made.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const own = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error === undefined) own?.resolve(data.value);
    else own?.reject(new Error(data.error));
  });
  made.addEventListener('error', (event) => {
    for (const own of waiting.values()) own.reject(new Error(event.message || 'the worker did not start'));
    waiting.clear();
    worker = undefined;
  });
  worker = made;
  return made;
}

export function ask<A extends Asked>(asked: A): Promise<Answers[A['kind']]> {
  last += 1;
  const id = last;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
    opened().postMessage({ id, asked });
  });
}
