/** What a command of the studies needs to be added to the program. */
import type { Command } from 'commander';
import type { Language } from '@gongze/domain/vocabulary/text';
import type { Io } from '../io.ts';

export interface Registration {
  readonly program: Command;
  readonly lang: Language;
  readonly oneLanguage: (text: string) => Language;
  readonly io: Io;
  readonly act: (run: () => Promise<number>) => Promise<void>;
}
