import { describe, expect, test } from 'vitest';
import { isBinding } from './binding.ts';

describe('which acts bind', () => {
  test('signing, assigning and judging bind; talking and reporting do not', () => {
    for (const type of [
      'agreementSigned',
      'obligationAssigned',
      'obligationAccepted',
      'obligationClosedOut',
      'interventionOpened',
    ] as const)
      expect(isBinding(type, {}), type).toBe(true);
    for (const type of ['meetingHeld', 'positionStated', 'progressReported', 'inspectionPlanned', 'caseOpened'] as const)
      expect(isBinding(type, {}), type).toBe(false);
  });
  test('a draft binds once somebody accepts by it', () => {
    expect(isBinding('obligationDrafted', {})).toBe(false);
    expect(isBinding('obligationDrafted', { acceptedBy: [] })).toBe(false);
    expect(isBinding('obligationDrafted', { acceptedBy: ['610100'] })).toBe(true);
  });
  test('a correction binds as much as what it corrects, and if that is unknown it binds', () => {
    expect(isBinding('factCorrected', {}, 'agreementSigned')).toBe(true);
    expect(isBinding('factRetracted', {}, 'meetingHeld')).toBe(false);
    expect(isBinding('factRetracted', {})).toBe(true);
    expect(isBinding('factCorrected', {}, 'noSuchType')).toBe(true);
  });
});
