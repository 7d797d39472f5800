/** What users wrote goes into the body of a message, line by line, and into nothing that steers where or how it is sent. */
import { expect, test } from 'vitest';
import { messageOf } from './message.ts';

const hostile = 'x\r\nBcc: all@example.org\r\n\r\n.\r\nRCPT TO:<evil@example.org> [here](https://evil.example) **bold** <b>';
const both = { zh: hostile, en: hostile };
type Notices = Parameters<typeof messageOf>[0];
const notices = [{ title: both, text: both, caseTitle: both }] as unknown as Notices;

test.each(['zh', 'en'] as const)('a record cannot write headers, commands or lines of its own (%s)', (language) => {
  const { subject, text } = messageOf(notices, language, 'https://gongze.test');
  expect(subject).toBe(language === 'zh' ? '共责：1条提醒' : 'Gongze: 1 reminder');
  const lines = text.split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]?.startsWith('- x Bcc: all@example.org ')).toBe(true);
  expect(text).not.toContain('\r');
});

test('in a group chat it is text, and no link or mark', () => {
  const { text } = messageOf(notices, 'en', undefined, true);
  expect(text).toContain('\\[here\\]\\(https://evil.example\\)');
  expect(text).toContain('\\<b\\>');
  expect(text).not.toMatch(/[^\\]\[here\]/);
});
