/** What every store must do. Each implementation runs this suite; nothing else decides whether it is one. */
import { createHash, randomBytes } from 'node:crypto';
import type { Store } from '@gongze/application/ports';
import type { Fact } from '@gongze/domain/events/catalogue';
import type { CaseId, FactId } from '@gongze/domain/vocabulary/ids';
import { describe, expect, it } from 'vitest';
import { factOf } from '../../domain/testing/facts.ts';
import { generateHistory } from '../../domain/testing/histories.ts';
import { canonicalJson } from '@gongze/application/canonical';

export const anyTitle = { zh: '示例', en: 'Example' };
const actors = { 'body:office': { zh: '联席办', en: 'Joint office' } };

/** A case id that no other test uses: the stores of a file share one database. */
export function freshCase(): CaseId {
  return `case-${randomBytes(6).toString('hex')}` as CaseId;
}

/** Fact number `version` of the case; `text` makes its content differ. */
export function numbered(caseId: CaseId, version: number, more: Partial<Fact> = {}, text = `甲${version}`): Fact {
  const fact = factOf('contextRecorded', { title: { zh: text, en: 'NUL \u0000, half \ud800, “quoted” \u2028, 𠮷' } }, { on: '2012-01-31' });
  return { ...fact, streamId: caseId, id: `f-${version}` as FactId, idempotencyKey: `k-${version}`, version, ...more } as Fact;
}

/** Facts number `from` to `to`. */
export function run(caseId: CaseId, from: number, to: number): Fact[] {
  return Array.from({ length: to - from + 1 }, (_, index) => numbered(caseId, from + index));
}

/** The facts as they were before they were kept. */
export function withoutHash(facts: readonly Fact[]): object[] {
  return facts.map(({ payloadHash: _hash, payloadSalt: _salt, ...rest }) => rest);
}

export function storeContract(name: string, open: () => Promise<Store>): void {
  const opened = async (facts = 0): Promise<{ store: Store; caseId: CaseId }> => {
    const store = await open();
    const caseId = freshCase();
    await store.putCase({ caseId, title: anyTitle, actors });
    if (facts > 0) expect(await store.append(caseId, 0, run(caseId, 1, facts))).toEqual({ size: facts, appended: facts });
    return { store, caseId };
  };

  describe(`${name}: cases`, () => {
    it('knows nothing of a case that was not created', async () => {
      const store = await open();
      const caseId = freshCase();
      expect(await store.readCase(caseId)).toBeUndefined();
      await expect(store.append(caseId, 0, run(caseId, 1, 1))).rejects.toThrow(/There is no case .* · 存储中没有案例/);
      expect(await store.readCase(caseId)).toBeUndefined();
    });
    it('lists cases by id, with title and size', async () => {
      const { store, caseId } = await opened(3);
      const other = `${caseId}.a` as CaseId;
      const upper = `A-${caseId}` as CaseId;
      for (const id of [other, upper]) await store.putCase({ caseId: id, title: { zh: '乙', en: 'B' }, actors: {} });
      const listed = await store.listCases();
      expect(listed.filter((one) => one.caseId.includes(caseId))).toEqual([
        { caseId: upper, title: { zh: '乙', en: 'B' }, size: 0 },
        { caseId, title: anyTitle, size: 3 },
        { caseId: other, title: { zh: '乙', en: 'B' }, size: 0 },
      ]);
    });
    it('renames a case and leaves its facts', async () => {
      const { store, caseId } = await opened(2);
      const before = await store.readCase(caseId);
      await store.putCase({ caseId, title: { zh: '新', en: 'New' }, actors: {} });
      expect(await store.readCase(caseId)).toEqual({ ...before, title: { zh: '新', en: 'New' }, actors: {} });
    });
    it('keeps cases apart that use the same ids and keys', async () => {
      const { store, caseId } = await opened(2);
      const second = freshCase();
      await store.putCase({ caseId: second, title: anyTitle, actors });
      expect(await store.append(second, 0, run(second, 1, 2))).toEqual({ size: 2, appended: 2 });
      expect((await store.readCase(caseId))?.facts.map(({ streamId }) => streamId)).toEqual([caseId, caseId]);
    });
  });

  describe(`${name}: what is read is what was appended`, () => {
    it('in order, unchanged, with salt and hash', async () => {
      const { store, caseId } = await opened(2);
      expect(await store.append(caseId, 2, run(caseId, 3, 3))).toEqual({ size: 3, appended: 1 });
      const read = await store.readCase(caseId);
      expect(read).toMatchObject({ caseId, title: anyTitle, actors, size: 3 });
      expect(JSON.stringify(withoutHash(read?.facts ?? []))).toBe(JSON.stringify(run(caseId, 1, 3)));
      const salts = new Set(read?.facts.map(({ payloadSalt }) => payloadSalt));
      expect(salts.size).toBe(3);
      for (const { payload, payloadSalt = '', payloadHash } of read?.facts ?? []) {
        expect(payloadSalt).toMatch(/^[0-9a-f]{32}$/);
        expect(payloadHash).toBe(
          createHash('sha256')
            .update(payloadSalt + canonicalJson(payload))
            .digest('hex'),
        );
      }
      expect(await store.readCase(caseId)).toEqual(read);
    });
    it('for every type of event', async () => {
      const { store, caseId } = await opened();
      const history = generateHistory(7, { size: 400, caseId });
      expect(await store.append(caseId, 0, history)).toEqual({ size: 400, appended: 400 });
      expect(withoutHash((await store.readCase(caseId))?.facts ?? [])).toEqual(history);
    });
    it('with the hash of the store, whatever hash came along', async () => {
      const { store, caseId } = await opened();
      await store.append(caseId, 0, [numbered(caseId, 1, { payloadHash: 'f'.repeat(64), payloadSalt: 'e'.repeat(32) })]);
      const kept = (await store.readCase(caseId))?.facts[0];
      expect(kept?.payloadSalt).not.toBe('e'.repeat(32));
      expect(kept?.payloadHash).not.toBe('f'.repeat(64));
    });
    it('and nobody changes it through what he handed in or was given', async () => {
      const { store, caseId } = await opened();
      type Changeable = Fact & { payload: { title: { zh: string } } };
      const mine = structuredClone(numbered(caseId, 1)) as Changeable;
      await store.append(caseId, 0, [mine]);
      mine.payload.title.zh = '改';
      const given = (await store.readCase(caseId))?.facts[0] as Changeable;
      given.payload.title.zh = '改';
      expect(withoutHash((await store.readCase(caseId))?.facts ?? [])).toEqual([numbered(caseId, 1)]);
    });
  });

  describe(`${name}: appending`, () => {
    it('refuses a stream that has moved on', async () => {
      const { store, caseId } = await opened(2);
      const late = [numbered(caseId, 2, { id: 'late' as FactId, idempotencyKey: 'late' })];
      expect(await store.append(caseId, 1, late)).toEqual({ refusal: 'versionConflict', expected: 1, actual: 2 });
      expect(await store.append(caseId, 5, run(caseId, 6, 6))).toEqual({ refusal: 'versionConflict', expected: 5, actual: 2 });
      expect((await store.readCase(caseId))?.size).toBe(2);
    });
    it('skips what is there with the same content, wherever the stream stands', async () => {
      const { store, caseId } = await opened(2);
      expect(await store.append(caseId, 0, run(caseId, 1, 2))).toEqual({ size: 2, appended: 0 });
      const again = numbered(caseId, 9, { id: 'f-1' as FactId, idempotencyKey: 'k-1', recordedAt: '2030-01-01T00:00:00Z' }, '甲1');
      expect(await store.append(caseId, 8, [again])).toEqual({ size: 2, appended: 0 });
      expect(await store.append(caseId, 2, run(caseId, 1, 3))).toEqual({ size: 3, appended: 1 });
      expect(await store.append(caseId, 3, (await store.readCase(caseId))?.facts ?? [])).toEqual({ size: 3, appended: 0 });
      expect(withoutHash((await store.readCase(caseId))?.facts ?? [])).toEqual(run(caseId, 1, 3));
    });
    it('goes on behind the part that somebody else appended in the same places', async () => {
      const { store, caseId } = await opened(3);
      expect(await store.append(caseId, 0, run(caseId, 1, 5))).toEqual({ size: 5, appended: 2 });
      expect(await store.append(caseId, 0, [...run(caseId, 1, 3), ...run(caseId, 6, 6).map((fact) => ({ ...fact, version: 4 }))])).toEqual({
        refusal: 'versionConflict',
        expected: 0,
        actual: 5,
      });
      expect(withoutHash((await store.readCase(caseId))?.facts ?? [])).toEqual(run(caseId, 1, 5));
    });
    it('refuses a known key or id with another content, before anything else, and appends nothing', async () => {
      const { store, caseId } = await opened(2);
      const sameKey = numbered(caseId, 3, { idempotencyKey: 'k-1' });
      const sameId = numbered(caseId, 3, { id: 'f-1' as FactId });
      const otherText = numbered(caseId, 3, { id: 'f-1' as FactId, idempotencyKey: 'k-1' }, '乙');
      const crossed = numbered(caseId, 3, { id: 'f-1' as FactId, idempotencyKey: 'k-2' }, '甲1');
      for (const wrong of [sameKey, sameId, otherText, crossed]) {
        const refusal = { refusal: 'conflictingDuplicate', factId: wrong.id };
        expect(await store.append(caseId, 2, [wrong])).toEqual(refusal);
        expect(await store.append(caseId, 0, [numbered(caseId, 1, { id: 'g' as FactId, idempotencyKey: 'g' }), wrong])).toEqual(refusal);
      }
      expect(withoutHash((await store.readCase(caseId))?.facts ?? [])).toEqual(run(caseId, 1, 2));
    });
    it('sees duplicates among the facts of one call', async () => {
      const { store, caseId } = await opened();
      expect(await store.append(caseId, 0, [numbered(caseId, 1), numbered(caseId, 1)])).toEqual({ size: 1, appended: 1 });
      const twice = [numbered(caseId, 2), numbered(caseId, 3, { id: 'f-2' as FactId })];
      expect(await store.append(caseId, 1, twice)).toEqual({ refusal: 'conflictingDuplicate', factId: 'f-2' });
    });
    it('does nothing for no facts', async () => {
      const { store, caseId } = await opened(1);
      expect(await store.append(caseId, 0, [])).toEqual({ size: 1, appended: 0 });
    });
    it('throws for what no caller may hand in, and appends nothing', async () => {
      const { store, caseId } = await opened(1);
      await expect(store.append(caseId, 1, [numbered(caseId, 3)])).rejects.toThrow(/version 3 where 2 is due/);
      await expect(store.append(caseId, 1, [numbered(freshCase(), 2)])).rejects.toThrow(/is appended to/);
      await expect(store.append(caseId, 1, [numbered(caseId, 2, { idempotencyKey: 'a\u0000' })])).rejects.toThrow(
        /without NUL .* · .*不含 NUL/,
      );
      await expect(store.append(caseId, 1, [numbered(caseId, 2, { idempotencyKey: 'a\ud800' })])).rejects.toThrow(/half/);
      expect((await store.readCase(caseId))?.size).toBe(1);
    });
    it('lets one of many writers win each version', async () => {
      const { store, caseId } = await opened();
      const results = await Promise.all(
        Array.from(
          { length: 12 },
          async (_, writer) =>
            await store.append(caseId, 0, [numbered(caseId, 1, { id: `w-${writer}` as FactId, idempotencyKey: `w-${writer}` })]),
        ),
      );
      expect(results.filter((result) => 'appended' in result)).toEqual([{ size: 1, appended: 1 }]);
      expect(results.filter((result) => 'refusal' in result && result.refusal === 'versionConflict')).toHaveLength(11);
      expect((await store.readCase(caseId))?.facts).toHaveLength(1);
    });
    it('appends a retried call once, even when both calls run at the same time', async () => {
      const { store, caseId } = await opened();
      const results = await Promise.all([1, 2, 3].map(async () => await store.append(caseId, 0, run(caseId, 1, 5))));
      expect(results.map((result) => ('appended' in result ? result.appended : -1)).sort()).toEqual([0, 0, 5]);
    });
  });
}
