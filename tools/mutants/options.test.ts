import { describe, expect, it } from 'vitest';
import { optionsOf, usage } from './options.ts';

describe('the options of a run of mutants', () => {
  it('are read with a -- that npm passed on, too', () => {
    expect(optionsOf(['--sample', '--', '--help'])).toMatchObject({ sample: true, help: true });
    expect(optionsOf(['--sample', '--', '--scope', 'rules', '--size', '5'])).toMatchObject({ scope: 'rules', size: '5', help: false });
  });
  it('are all named by the help', () => {
    for (const name of Object.keys(optionsOf([]))) if (name !== 'sample') expect(usage).toContain(`--${name}`);
  });
  it('that are not there are refused by name', () => {
    expect(() => optionsOf(['--smaple'])).toThrow('--smaple');
  });
});
