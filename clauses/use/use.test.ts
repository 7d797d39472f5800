import { describe, expect, test } from 'vitest';
import { readAgreement } from '../agreement.ts';
import { readClause } from '../readClause.ts';
import type { Statement } from '../reading.ts';
import { compareAgreements } from './compare.ts';
import { igScript } from './igScript.ts';
import { isObligation, proposeObligation } from './propose.ts';

const one = (text: string, language: 'zh' | 'en' = 'zh'): Statement => readClause(text, language).statements[0] as Statement;

describe('IG Script', () => {
  test('writes each component in its bracket', () => {
    expect(igScript(one('Harrow must not divert stormwater.', 'en'))).toBe('A(Harrow) D(must not) I(divert) Bdir(stormwater)');
    expect(igScript(one('甲方、乙方应于2026年底前移交档案，逾期扣减经费。'))).toBe(
      'A(甲方 [AND] 乙方) D(must) I(移交) Bdir(档案) Cex(于2026年底前) O{Cac(逾期扣减经费)}'.replace(
        '于2026',
        one('甲方、乙方应于2026年底前移交档案，逾期扣减经费。').deadline?.source.text.startsWith('于') ? '于2026' : '2026',
      ),
    );
  });
  test('a founding statement has constitutive components', () =>
    expect(igScript(one('双方成立联合领导小组。'))).toBe('E(双方) F(成立) P(联合领导小组)'));
  test('what a paper says of itself is said of it', () =>
    expect(igScript(one('本协议自双方签字盖章之日起生效。'))).toMatch(/^E\(本协议\) F\(生效\)/));
});

describe('two versions', () => {
  const before = readAgreement('双方应加强合作。\n甲方应于2026年底前移交档案，逾期扣减经费。\n双方每年召开会议一次。');
  const after = readAgreement(
    '双方应于2026年底前建成数据平台，由甲方牵头。\n甲方应移交档案。\n双方每年召开会议一次。\n乙方不得转让取水权。',
  );
  test('tell what binds more, less and as before', () => {
    const kinds = compareAgreements(before, after).map(({ kind, after: clause }) => [clause?.reading.text.slice(0, 4), kind]);
    expect(kinds).toContainEqual(['甲方应移', 'lessBinding']);
    expect(kinds).toContainEqual(['双方每年', 'same']);
    expect(kinds).toContainEqual(['乙方不得', 'added']);
  });
  test('name what was lost', () => {
    const change = compareAgreements(before, after).find(({ kind }) => kind === 'lessBinding');
    expect(change?.worsened).toEqual(expect.arrayContaining(['no_deadline', 'no_consequence']));
  });
  test('a text against itself changes nothing', () =>
    expect(compareAgreements(before, before).every(({ kind }) => kind === 'same')).toBe(true));
});

describe('a proposal', () => {
  const context = { language: 'zh', obligation: 'agreement/1', actors: { 甲方: '110000', 乙方: '120000' }, signed: '2026-01-31' } as const;
  test('is a valid payload of obligationDrafted', () => {
    const { payload, missing } = proposeObligation(
      one('由甲方牵头、乙方配合，自协议签订之日起3个月内建成泵站3座，逾期扣减经费。'),
      context,
    );
    expect(payload).toMatchObject({
      liable: ['110000', '120000'],
      lead: '110000',
      cooperating: ['120000'],
      deadline: { readings: [{ dueOn: '2026-04-30' }] },
    });
    expect(missing).toEqual([]);
  });
  test('says a measure as a sentence does, and never as a formula', () => {
    const measure = (text: string, language: 'zh' | 'en' = 'zh') =>
      proposeObligation(one(text, language), { ...context, language, actors: { ...context.actors, 'Party A': '110000' } }).payload?.measure
        ?.zh;
    expect(measure('甲方应在2027年3月31日前建成水质自动监测站2个。')).toBe('水质自动监测站2个');
    expect(measure('甲方应将断面水质达标率提高到不低于95%。')).toMatch(/达标率.*不低于95%$/);
    expect(measure('Party A shall build 3 pumping stations by 31 March 2027.', 'en')).toMatch(/: 3( |$)/);
    for (const text of ['甲方应将化学需氧量排放量较2022年下降12%。', '甲方应将PM2.5浓度控制在35微克/立方米以内。'])
      expect(measure(text)).not.toMatch(/[<>=_]/);
  });
  test('of a duty that comes again holds its next day and its pace', () => {
    const due = (text: string, signed?: string) => {
      const { payload, missing } = proposeObligation(one(text), {
        language: 'zh',
        obligation: 'a/1',
        actors: { 甲方: '110000' },
        ...(signed !== undefined && { signed }),
      });
      return [payload?.deadline?.readings[0]?.dueOn, payload?.deadline?.recurs, missing.includes('deadline')];
    };
    // Signed on 10 February 2027: the quarter ends on 31 March, the month on 28 February, the year on 31 December.
    expect(due('甲方应每季度报送监测数据一次。', '2027-02-10')).toEqual(['2027-03-31', { every: 3, unit: 'month' }, false]);
    expect(due('甲方应每月报送监测数据一次。', '2027-02-10')).toEqual(['2027-02-28', { every: 1, unit: 'month' }, false]);
    expect(due('甲方应每年开展应急演练一次。', '2027-02-10')).toEqual(['2027-12-31', { every: 1, unit: 'year' }, false]);
    expect(due('甲方应于每年1月31日前报送决算。', '2027-02-10')).toEqual(['2028-01-31', { every: 1, unit: 'year' }, false]);
    expect(due('甲方应于每月5日前报送监测数据。', '2027-02-10')).toEqual(['2027-03-05', { every: 1, unit: 'month' }, false]);
    expect(due('甲方应每周报送监测数据一次。', '2027-02-10')).toEqual([undefined, undefined, true]);
    expect(due('甲方应每季度报送监测数据一次。')).toEqual([undefined, undefined, true]);
  });
  test('counts from signature where no day of it is known yet, or working days would need a calendar', () => {
    const within = (text: string) => {
      const { payload, missing } = proposeObligation(one(text), { language: 'zh', obligation: 'a/1', actors: { 甲方: '110000' } });
      return [payload?.within, missing.includes('deadline')];
    };
    expect(within('甲方应自协议签订之日起3个月内建成泵站。')).toEqual([{ amount: 3, unit: 'month', of: 'signature' }, false]);
    expect(within('甲方应自协议签订之日起20个工作日内支付补偿资金。')).toEqual([
      { amount: 20, unit: 'workingDay', of: 'signature' },
      false,
    ]);
    expect(within('甲方应自收到通知之日起10日内答复。')).toEqual([undefined, true]);
  });
  test('of the Parties is owed by all whose names the text gives', () => {
    const owed = (actors: Readonly<Record<string, string>>) => {
      const statement = one('The Parties shall build a weir by 2027.', 'en');
      const { payload, unknownNames } = proposeObligation(statement, { language: 'en', obligation: 'a/1', actors });
      return [payload?.liable, unknownNames];
    };
    expect(owed({ Northford: '110000', Ashby: '120000' })).toEqual([['110000', '120000'], []]);
    expect(owed({ Northford: '110000' })).toEqual([undefined, ['The Parties']]);
  });
  test('of 两市 is owed by the two parties, of 三地 by nobody if there are two', () => {
    const owed = (text: string) => proposeObligation(one(text), context).payload?.liable;
    expect(owed('两市应于2027年底前建成泵站。')).toEqual(['110000', '120000']);
    expect(owed('各方应于2027年底前建成泵站。')).toEqual(['110000', '120000']);
    expect(owed('任何一方应于2027年底前建成泵站。')).toEqual(['110000', '120000']);
    expect(owed('三地应于2027年底前建成泵站。')).toBeUndefined();
  });
  test('of 三市 is owed by the parties of the case, where the text names none and they are as many', () => {
    const owed = (text: string, parties: readonly string[], language: 'zh' | 'en' = 'zh') => {
      const { payload, unknownNames } = proposeObligation(one(text, language), {
        language,
        obligation: 'a/1',
        actors: { 办公室: 'body:o' },
        parties,
      });
      return [payload?.liable, unknownNames];
    };
    const three = ['320100', '321100', '321000'];
    expect(owed('三市应于2027年底前建成泵站。', three)).toEqual([three, []]);
    expect(owed('各方应于2027年底前建成泵站。', three)).toEqual([three, []]);
    expect(owed('两市应于2027年底前建成泵站。', three)).toEqual([undefined, ['两市']]);
    expect(owed('The three cities shall build a weir by 2027.', three, 'en')).toEqual([three, []]);
    expect(owed('甲方应于2027年底前建成泵站。', three)).toEqual([undefined, ['甲方']]);
  });
  test('of a bare verb says who does it', () =>
    expect(proposeObligation(one('甲方应每季度通报。'), context).payload?.title.zh).toBe('甲方通报'));
  test('asks for what the text leaves open', () => {
    const { payload, missing, unknownNames } = proposeObligation(one('丙方应建成泵站。'), context);
    expect(payload).toBeNull();
    expect(missing).toEqual(['liable', 'deadline', 'measure', 'orElse']);
    expect(unknownNames).toEqual(['丙方']);
  });
  test('is made of duties that say something only', () => {
    expect(isObligation(one('甲方应建成泵站。'))).toBe(true);
    expect(isObligation(one('甲方可查阅记录。'))).toBe(false);
    expect(isObligation(one('双方应加强合作。'))).toBe(false);
  });
});
