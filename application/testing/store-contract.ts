/** What every store must do. Each implementation runs this suite; nothing else decides whether it is one. */
import type { Fact } from '@gongze/domain/events/catalogue';
import type { CaseId, FactId } from '@gongze/domain/vocabulary/ids';
import { describe, expect, it } from 'vitest';
import { factOf } from '../../domain/testing/facts.ts';
import { factContent } from '../canonical.ts';
import type { Store } from '../ports.ts';

const caseId = 'demo' as CaseId;
const head = { caseId, title: { zh: '示例', en: 'Demo' }, actors: { '610000': { zh: '陕西省', en: 'Shaanxi' } } };

/** A fact of the stream `demo`, with texts that are hard to keep unchanged. */
function numbered(version: number, more: Partial<Record<'id' | 'idempotencyKey' | 'streamId', string>> = {}, text = `甲${version}`): Fact {
  const fact = factOf('contextRecorded', { title: { zh: text, en: 'line \n “quoted” \u2028 \\u0041 \u{1f600}' } }, { on: '2012-01-31' });
  return { ...fact, streamId: caseId, id: `f-${version}` as FactId, idempotencyKey: `k-${version}`, version, ...more } as Fact;
}
const numberedTo = (from: number, to: number): Fact[] => Array.from({ length: to - from + 1 }, (_, index) => numbered(from + index));

/** @param open an empty store, a new one at each call. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  const opened = async (): Promise<Store> => {
    const store = await open();
    await store.putCase(head);
    return store;
  };
  const contents = async (store: Store): Promise<string[]> => ((await store.readCase(caseId))?.facts ?? []).map(factContent);

  describe(`store: ${name}`, () => {
    it('knows nothing of a case that was not put', async () => {
      const store = await open();
      expect(await store.listCases()).toEqual([]);
      expect(await store.readCase(caseId)).toBeUndefined();
      await store.close();
    });

    it('lists cases by id, with title and size', async () => {
      const store = await opened();
      await store.putCase({ ...head, caseId: 'another' as CaseId, title: { zh: '乙', en: 'B' } });
      await store.append(caseId, 0, numberedTo(1, 3));
      expect(await store.listCases()).toEqual([
        { caseId: 'another', title: { zh: '乙', en: 'B' }, size: 0 },
        { caseId, title: head.title, size: 3 },
      ]);
      await store.close();
    });

    it('renames without touching facts', async () => {
      const store = await opened();
      await store.append(caseId, 0, numberedTo(1, 2));
      await store.putCase({ caseId, title: { zh: '新名', en: 'New' }, actors: {} });
      expect(await store.readCase(caseId)).toMatchObject({ title: { zh: '新名', en: 'New' }, actors: {}, size: 2 });
      await store.close();
    });

    it('returns facts in order, with their content unchanged', async () => {
      const store = await opened();
      expect(await store.append(caseId, 0, numberedTo(1, 2))).toEqual({ size: 2, appended: 2 });
      expect(await store.append(caseId, 2, numberedTo(3, 3))).toEqual({ size: 3, appended: 1 });
      expect(await store.readCase(caseId)).toMatchObject({ ...head, size: 3, facts: [{ version: 1 }, { version: 2 }, { version: 3 }] });
      expect(await contents(store)).toEqual(numberedTo(1, 3).map(factContent));
      await store.close();
    });

    it('refuses a version that has passed or not come, and appends nothing', async () => {
      const store = await opened();
      await store.append(caseId, 0, numberedTo(1, 2));
      const late = [numbered(2, { id: 'g-2', idempotencyKey: 'g-2' }), numbered(3)];
      expect(await store.append(caseId, 1, late)).toEqual({ refusal: 'versionConflict', expected: 1, actual: 2 });
      expect(await store.append(caseId, 5, numberedTo(6, 6))).toEqual({ refusal: 'versionConflict', expected: 5, actual: 2 });
      expect(await contents(store)).toHaveLength(2);
      await store.close();
    });

    it('takes a retry as done, also after others have appended', async () => {
      const store = await opened();
      await store.append(caseId, 0, numberedTo(1, 2));
      await store.append(caseId, 2, numberedTo(3, 3));
      expect(await store.append(caseId, 0, numberedTo(1, 2))).toEqual({ size: 3, appended: 0 });
      expect(await contents(store)).toEqual(numberedTo(1, 3).map(factContent));
      await store.close();
    });

    it.each<[string, Fact, string]>([
      ['an id with another content', numbered(3, { id: 'f-1', idempotencyKey: 'new' }), 'f-1'],
      ['a key with another fact', numbered(3, { idempotencyKey: 'k-2' }), 'f-3'],
      ['a retry that differs', numbered(3, { id: 'f-1', idempotencyKey: 'k-1' }, '乙'), 'f-1'],
    ])('refuses %s, and appends nothing', async (_, fact, factId) => {
      const store = await opened();
      await store.append(caseId, 0, numberedTo(1, 2));
      expect(await store.append(caseId, 2, [fact])).toEqual({ refusal: 'conflictingDuplicate', factId });
      expect(await store.append(caseId, 2, [fact, numbered(4)])).toEqual({ refusal: 'conflictingDuplicate', factId });
      expect(await contents(store)).toHaveLength(2);
      await store.close();
    });

    it('keeps cases apart: ids and keys are those of one stream', async () => {
      const store = await opened();
      const other = 'another' as CaseId;
      await store.putCase({ ...head, caseId: other });
      await store.append(caseId, 0, [numbered(1)]);
      expect(await store.append(other, 0, [numbered(1, { streamId: other }, '乙')])).toEqual({ size: 1, appended: 1 });
      await store.close();
    });

    it('lets exactly one of many concurrent writers win', async () => {
      const store = await opened();
      const writers = Array.from({ length: 8 }, (_, writer) =>
        store.append(caseId, 0, [numbered(1, { id: `w-${writer}`, idempotencyKey: `w-${writer}` })]),
      );
      const results = await Promise.all(writers);
      expect(results.filter((result) => 'appended' in result)).toHaveLength(1);
      expect(results.filter((result) => 'refusal' in result && result.refusal === 'versionConflict')).toHaveLength(7);
      expect(await contents(store)).toHaveLength(1);
      await store.close();
    });
  });
}
