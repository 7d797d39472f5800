/** How far a study is and how long it will take, on a terminal only. */
import type { Language } from '@gongze/domain/vocabulary/text';
import type { Io } from '../io.ts';

const everyMilliseconds = 250;

export class Progress {
  readonly #total: number;
  readonly #begunAt: number;
  readonly #lang: Language;
  readonly #io: Io;
  readonly #started = Date.now();
  #shown = 0;

  /** @param begunAt pieces that were done before, which say nothing about speed */
  constructor(total: number, begunAt: number, lang: Language, io: Io) {
    this.#total = total;
    this.#begunAt = begunAt;
    this.#lang = lang;
    this.#io = io;
  }

  at(done: number): void {
    const now = Date.now();
    if (this.#io.columns === undefined || now - this.#shown < everyMilliseconds || done <= this.#begunAt) return;
    this.#shown = now;
    const left = Math.ceil((((now - this.#started) / (done - this.#begunAt)) * (this.#total - done)) / 1000);
    const percent = Math.floor((100 * done) / this.#total);
    const text = { zh: `${percent}%，约剩 ${left} 秒`, en: `${percent}%, about ${left} s left` }[this.#lang];
    this.#io.err(`\r${text}   `);
  }

  end(): void {
    if (this.#shown > 0) this.#io.err('\r\u001b[K');
  }
}
