import { channels, completions, dilemmaIds, effects } from '@gongze/domain/vocabulary/levels';
import { channelNames } from '@gongze/domain/variables/channels';
import { eventTypes } from '@gongze/domain/events/catalogue';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { zh } from './zh.ts';

function leaves(node: unknown, path = ''): Map<string, string> {
  if (typeof node === 'string') return new Map([[path, node]]);
  return new Map(Object.entries(node as object).flatMap(([key, child]) => [...leaves(child, path === '' ? key : `${path}.${key}`)]));
}
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

describe('words of the frame', () => {
  const english = leaves(en);
  const chinese = leaves(zh);

  it('has the same keys in both languages', () => expect([...chinese.keys()]).toEqual([...english.keys()]));

  it('leaves no text empty and uses the same placeholders', () => {
    for (const [key, text] of english) {
      const other = chinese.get(key) ?? '';
      expect(text.trim(), key).not.toBe('');
      expect(other.trim(), key).not.toBe('');
      expect(placeholders(other), key).toEqual(placeholders(text));
    }
  });

  it('writes full-width punctuation in Chinese', () => {
    for (const [key, text] of chinese) expect(/[\u4e00-\u9fff][,;:?!()]/.test(text), `${key}: ${text}`).toBe(false);
  });

  it('has no word that nothing uses', () => {
    const folder = join(import.meta.dirname, '..');
    const files = globSync('**/*.{ts,tsx}', { cwd: folder }).filter((file) => !file.startsWith('i18n'));
    const source = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
    const unused = [...english.keys()].filter((key) => {
      const base = key.replace(/_(one|other)$/, '');
      const group = base.slice(0, base.lastIndexOf('.') + 1);
      return !source.includes(`'${base}'`) && (group === '' || !source.includes(`\`${group}\${`));
    });
    expect(unused).toEqual([]);
  });

  it('names every closed scale of the domain', () => {
    expect(Object.keys(en.channel)).toEqual([...channels]);
    for (const channel of channels) expect({ zh: zh.channel[channel], en: en.channel[channel] }).toEqual(channelNames[channel]);
    expect(Object.keys(en.completion)).toEqual([...completions]);
    expect(Object.keys(en.effect)).toEqual([...effects]);
    expect(Object.keys(en.eventType).sort()).toEqual([...eventTypes].sort());
    for (const id of dilemmaIds) expect(en.rule).toHaveProperty(id);
  });
});
