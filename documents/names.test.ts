import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import { expect, test } from 'vitest';
import { documentFileName } from './names.ts';

const of = { title: { zh: '跨河大桥/协同', en: 'A bridge: over "the" river' }, day: '2026-11-27' as IsoDate, extension: 'docx' };

test('a file is named by document, case and day, and holds nothing that a file system refuses', () => {
  expect(documentFileName('notice', {}, of, 'zh')).toBe('督办通知单-跨河大桥 协同-2026-11-27.docx');
  expect(documentFileName('notice', {}, of, 'en')).toBe('Supervision notice-A bridge  over  the  river-2026-11-27.docx');
  expect(documentFileName('csv', { table: 'facts' }, { ...of, extension: 'csv' }, 'zh')).toBe('事实表-跨河大桥 协同-2026-11-27.csv');
  const long = { ...of, title: { zh: '桥'.repeat(300), en: 'b' } };
  expect(new TextEncoder().encode(documentFileName('xlsx', {}, long, 'zh')).length).toBeLessThan(256);
});
