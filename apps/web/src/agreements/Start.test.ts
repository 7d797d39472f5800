import { expect, test } from 'vitest';
import { titleOf } from './Start.tsx';

test('a text is called by its first line, unless that says who the first party is', () => {
  expect(titleOf('# 流域协同治理框架协议\n甲方：临江市人民政府')).toBe('流域协同治理框架协议');
  expect(titleOf('甲方：临江市人民政府\n乙方：云岭市人民政府')).toBe('');
  expect(titleOf('Party A: Harrow County Council\nParty B: Tarn')).toBe('');
  expect(titleOf('Memorandum on the Tarn\n1. …')).toBe('Memorandum on the Tarn');
});
