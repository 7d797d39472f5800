/** What every store must do. Each implementation runs this suite; nothing else decides whether it is one. */
import { createHash, randomBytes } from 'node:crypto';
import type { LedgerRecord } from '@gongze/application/ledger/records';
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

  describe(`${name}: creating a case`, () => {
    it('takes head and facts together, once', async () => {
      const store = await open();
      const caseId = freshCase();
      const head = { caseId, title: anyTitle, actors };
      expect(await store.headOf(caseId)).toBeUndefined();
      expect(await store.createCase(head, run(caseId, 1, 2))).toEqual({ size: 2, appended: 2 });
      expect(await store.createCase(head, run(caseId, 1, 2))).toEqual({ size: 2, appended: 0 });
      expect(await store.headOf(caseId)).toEqual({ caseId, title: anyTitle, actors, size: 2 });
      const empty = freshCase();
      expect(await store.createCase({ ...head, caseId: empty }, [])).toEqual({ size: 0, appended: 0 });
    });
    it('never touches what somebody else created', async () => {
      const { store, caseId } = await opened(2);
      const other = { caseId, title: { zh: '抢', en: 'Taken' }, actors: {} };
      expect(await store.createCase(other, [])).toEqual({ refusal: 'caseExists' });
      expect(await store.createCase(other, [numbered(caseId, 1, { id: 'x' as FactId, idempotencyKey: 'x' })])).toEqual({
        refusal: 'caseExists',
      });
      expect((await store.headOf(caseId))?.title).toEqual(anyTitle);
      expect((await store.readCase(caseId))?.facts).toHaveLength(2);
    });
    it('leaves nothing behind where the facts are refused', async () => {
      const store = await open();
      const caseId = freshCase();
      const twice = [numbered(caseId, 1), numbered(caseId, 2, { idempotencyKey: 'k-1' })];
      expect(await store.createCase({ caseId, title: anyTitle, actors }, twice)).toMatchObject({ refusal: 'conflictingDuplicate' });
      expect(await store.headOf(caseId)).toBeUndefined();
    });
    it('lets one of many creators win', async () => {
      const store = await open();
      const caseId = freshCase();
      const results = await Promise.all(
        [1, 2, 3, 4].map(async (who) => {
          const fact = numbered(caseId, 1, { id: `w-${who}` as FactId, idempotencyKey: `w-${who}` });
          return await store.createCase({ caseId, title: { zh: `${who}`, en: `${who}` }, actors: {} }, [fact]);
        }),
      );
      expect(results.filter((result) => 'appended' in result)).toHaveLength(1);
      expect((await store.readCase(caseId))?.facts[0]?.id).toBe(`w-${(await store.headOf(caseId))?.title.en}`);
    });
    it('lists pages and chosen cases', async () => {
      const { store, caseId } = await opened(1);
      const ids = ['a', 'b', 'c'].map((end) => `${caseId}.${end}` as CaseId);
      for (const id of ids) await store.putCase({ caseId: id, title: anyTitle, actors: {} });
      const listed = async (page: Parameters<Store['listCases']>[0]) => (await store.listCases(page)).map((one) => one.caseId);
      expect(await listed({ after: caseId, limit: 2 })).toEqual(ids.slice(0, 2));
      expect(await listed({ ids: [ids[2] as CaseId, freshCase(), caseId] })).toEqual([caseId, ids[2]]);
    });
    it('keeps every name that a case ever had', async () => {
      const { store, caseId } = await opened();
      const recording = { recordedAt: '2026-01-02T03:04:05.000Z', recordedBy: { mode: 'local' as const, person: 'p1' } };
      await store.putCase({ caseId, title: anyTitle, actors });
      await store.putCase({ caseId, title: { zh: '新', en: 'New' }, actors: {} }, recording);
      const registry = await store.readStream('registry:cases');
      const own = registry?.records.filter(({ payload }) => (payload as { caseId: string }).caseId === caseId);
      expect(own).toMatchObject([
        { type: 'caseNamed', payload: { caseId, title: anyTitle, actors } },
        { type: 'caseNamed', payload: { caseId, title: { zh: '新', en: 'New' }, actors: {} }, ...recording },
      ]);
      expect(registry?.records.map(({ version }) => version)).toEqual(registry?.records.map((_, index) => index + 1));
    });
  });

  describe(`${name}: registries`, () => {
    const registered = (version: number, id = randomBytes(6).toString('hex')): LedgerRecord => ({
      streamId: 'registry:offices',
      version,
      id,
      idempotencyKey: id,
      type: 'officeOpened',
      schemaVersion: 1,
      recordedAt: '2026-01-02T03:04:05.000Z',
      recordedBy: { mode: 'local' },
      payload: { office: id },
      signatures: [],
    });
    it('are there, empty, and are appended to like a case', async () => {
      const store = await open();
      const { size = -1 } = (await store.readStream('registry:offices')) ?? {};
      expect((await store.readStream('registry:policy'))?.size).toBe(0);
      const records = [registered(size + 1), registered(size + 2)];
      expect(await store.appendRecords('registry:offices', size, records)).toEqual({ size: size + 2, appended: 2 });
      expect(await store.appendRecords('registry:offices', size, records)).toEqual({ size: size + 2, appended: 0 });
      expect(await store.appendRecords('registry:offices', size, [registered(size + 1)])).toMatchObject({ refusal: 'versionConflict' });
      const read = await store.readStream('registry:offices', { after: size });
      expect(read?.records).toMatchObject(records);
      expect(read?.size).toBe(size + 2);
    });
    it('are no cases, and no case is one', async () => {
      const store = await open();
      expect((await store.listCases()).filter(({ caseId }) => caseId.startsWith('registry:'))).toEqual([]);
      expect(await store.readCase('registry:offices' as CaseId)).toBeUndefined();
      expect(await store.readStream('registry:nothing')).toBeUndefined();
      await expect(store.putCase({ caseId: 'registry:offices' as CaseId, title: anyTitle, actors: {} })).rejects.toThrow(/is no case/);
      await expect(store.appendRecords('registry:cases' as never, 0, [])).rejects.toThrow(/is no registry to write to/);
    });
    it('and cases are read from a version on', async () => {
      const { store, caseId } = await opened(5);
      const versions = async (range?: { after?: number; limit?: number }) =>
        (await store.readStream(caseId, range))?.records.map(({ version }) => version);
      expect(await versions()).toEqual([1, 2, 3, 4, 5]);
      expect(await versions({ after: 2, limit: 2 })).toEqual([3, 4]);
      expect(await versions({ after: 5, limit: 2 })).toEqual([]);
      expect(await store.readStream(freshCase())).toBeUndefined();
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
