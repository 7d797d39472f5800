/** What the editor does with a text before anybody sees it: cutting, reading, marking, naming, mending. */
import { readClause } from '@gongze/clauses';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compared, difference } from './compare.ts';
import { exported } from './exports.ts';
import { helpersAmong, membersNamed, membersOf } from './fixOf.ts';
import { applied, fixesFor, mended } from './fixes.ts';
import { marksOf, stretchesOf } from './marks.ts';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import { chineseCalendar } from '@gongze/domain/vocabulary/calendars/calendar';
import { decisionContextOf } from '@gongze/domain/report/deciding';
import { createEngine } from '../engine/engine.ts';
import { eventsOf, newCaseFacts, plannedAgreement } from './obligations.ts';
import { actorOf, actorsByName, definedNames, governmentNamed, namesIn } from './names.ts';
import { PART_CHARACTERS, partsOf, WHOLE_CHARACTERS } from './parts.ts';
import { rememberingReader, scoreOf, tallyOf } from './reading.ts';
import { samples } from './samples.ts';

const read = rememberingReader({ context: {} });

describe('parts', () => {
  test('joined are the text, whatever it holds', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('甲方。\n', '😀', 'a. ', '一'.repeat(40_000)), { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const parts = partsOf(text);
        expect(parts.join('')).toBe(text);
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(Math.max(WHOLE_CHARACTERS, PART_CHARACTERS));
        // No pair of surrogates is cut in two.
        for (const part of parts) expect(part.isWellFormed()).toBe(true);
      }),
    ));
  test('are cut after a line where there is one', () => {
    const line = `${'一'.repeat(99)}\n`;
    for (const part of partsOf(line.repeat(2000))) expect(part.endsWith('\n')).toBe(true);
  });
});

describe('reading while typing', () => {
  test('equals reading from scratch at every keystroke', () => {
    const typed = '第一条 双方应于2027年底前建成监测站3座。\n第二条 乙方不得转让。';
    const kept = rememberingReader({ context: {} });
    for (let length = 0; length <= typed.length; length++) {
      const text = typed.slice(0, length);
      expect(kept(text)).toEqual(rememberingReader({ context: {} })(text));
    }
  });
  test('spans lie on the words of the text, without the number of the article', () => {
    for (const { text } of Object.values(samples)) {
      for (const { start, end, reading } of read(text)) {
        expect(text.slice(start, end)).toBe(reading.text);
        expect(reading.text).not.toMatch(/^第.条|^Article/);
      }
    }
  });
  test('a wording that stays is the same reading, so that nothing of it is drawn again', () => {
    const kept = rememberingReader({ context: {} });
    const [first] = kept('甲方应建成监测站。\n乙方应验收。');
    const [, second] = kept('丙方应付款。\n甲方应建成监测站。\n乙方应验收。');
    expect(second?.reading).toBe(first?.reading);
  });
  test('the title and the sentence of introduction bind nobody', () =>
    expect(read(samples.zh.text).map(({ label }) => label)).toEqual(
      ['一', '二', '三', '四', '五', '六', '七', '八'].map((n) => `第${n}条`),
    ));
  // 甲方 must, concrete, date, no measure, no or-else: .25 + .15 + .20 + .20 + .05 of the rubric; the other clause holds nothing.
  test('the score is the mean of the clauses that say something', () =>
    expect(scoreOf(tallyOf(read('甲方应于2026年底前建成泵站。'), 0))).toBe(0.85));
});

describe('marks', () => {
  test('the stretches of a clause are the clause', () => {
    for (const { text } of Object.values(samples)) {
      for (const { reading } of read(text)) {
        const stretches = stretchesOf(reading, marksOf(reading));
        expect(stretches.map(({ start, end }) => reading.text.slice(start, end)).join('')).toBe(reading.text);
      }
    }
  });
  test('lie on the words that are vague', () => {
    const reading = readClause('双方应加强沟通协调。', 'zh');
    const said = marksOf(reading).map(({ start, end, label }) => [label, reading.text.slice(start, end)]);
    expect(said).toContainEqual(['collective_party_only', '双方']);
    expect(said).toContainEqual(['aspirational_verb', '加强']);
    expect(said).toContainEqual(['no_deadline', '沟通协调']);
  });
  test('lie on the word that puts off or softens', () => {
    const reading = readClause('双方应适时进一步加强沟通协调。', 'zh');
    const said = marksOf(reading).map(({ start, end, label }) => [label, reading.text.slice(start, end)]);
    expect(said).toContainEqual(['no_deadline', '适时']);
    expect(said).toContainEqual(['aspirational_verb', '进一步']);
    expect(said).toContainEqual(['no_consequence', '。']);
  });
  test('a clause that lacks nothing has none', () =>
    expect(marksOf(readClause('甲方应于2027年底前建成泵站2座，逾期未完成的，扣减经费。', 'zh'))).toEqual([]));
});

describe('mending', () => {
  const mend = (text: string, lang: 'zh' | 'en', fix: Parameters<typeof mended>[2]) => {
    const reading = readClause(text, lang);
    const result = mended(reading, 0, fix, {});
    if (result === undefined) throw new Error('no wording');
    expect(applied(text, result.edit)).toBe(result.text);
    expect(result.reading.bindingScore).toBeGreaterThan(reading.bindingScore ?? 0);
    expect(result.understood).toBe(true);
    return result.text;
  };
  test.each([
    ['双方应建立数据平台。', 'zh', { kind: 'lead', who: '甲方', helpers: ['乙方'] }, /甲方牵头/],
    ['双方应建立数据平台。', 'zh', { kind: 'date', date: '2027-03-31' }, /2027年3月31日/],
    ['甲方应建成泵站。', 'zh', { kind: 'orElse', consequence: '扣减经费' }, /扣减经费/],
    ['有关部门力争完善机制。', 'zh', { kind: 'binding' }, /应完善/],
    ['应于2026年底前建成泵站。', 'zh', { kind: 'who', who: '甲方' }, /^甲方应/],
    ['双方要进一步加强沟通。', 'zh', { kind: 'date', date: '2027-12-31' }, /双方要于2027年12月31日前进一步加强沟通/],
    ['双方要进一步加强沟通。', 'zh', { kind: 'concrete', verb: '印发', object: '联合巡查方案' }, /双方要印发联合巡查方案。/],
    ['双方应加强沟通。', 'zh', { kind: 'concrete', verb: '印发', object: '联合巡查方案' }, /应印发联合巡查方案。/],
    ['甲方应完成管网改造。', 'zh', { kind: 'indicator', name: '改造率', comparator: '>=', value: 95, unit: '%' }, /改造率不低于95%/],
    ['The Parties shall build a platform.', 'en', { kind: 'date', date: '2027-03-31' }, /by 31 March 2027/],
    ['A joint platform will be built.', 'en', { kind: 'who', who: 'Northford' }, /by Northford/],
    ['Northford shall endeavour to reduce discharges.', 'en', { kind: 'binding' }, /shall reduce/],
    ['Northford shall build a platform.', 'en', { kind: 'orElse', consequence: 'repay the advance' }, /repay the advance/],
  ] as const)('%s', (text, lang, fix, wanted) => expect(mend(text, lang, fix)).toMatch(wanted));
  const tried = (text: string, lang: 'zh' | 'en', fix: Parameters<typeof mended>[2]) =>
    mended(readClause(text, lang), 0, fix, {})?.understood;
  test.each([
    ['双方应加强沟通。', 'zh', '建成', '啊啊啊'],
    ['双方应加强沟通。', 'zh', '完成', '合作'],
    ['双方应加强沟通。', 'zh', '印发', '？？？'],
    ['The Parties shall enhance cooperation.', 'en', 'publish', 'zzz'],
    ['The Parties shall enhance cooperation.', 'en', 'complete', 'cooperation'],
  ] as const)('%s does not take %s %s %s for a result', (text, lang, verb, object) =>
    expect(tried(text, lang, { kind: 'concrete', verb, object })).not.toBe(true),
  );
  test.each([
    ['双方应加强沟通。', 'zh', '报送', '水质监测报告'],
    ['The Parties shall enhance cooperation.', 'en', 'publish', 'a joint report'],
  ] as const)('%s takes %s %s %s for one', (text, lang, verb, object) =>
    expect(tried(text, lang, { kind: 'concrete', verb, object })).toBe(true),
  );

  test('only the members of the collective help the lead, and whoever is ticked', () => {
    const statementOf = (text: string, lang: 'zh' | 'en' = 'zh') => readClause(text, lang).statements[0] as never;
    const names = ['甲方', '乙方', '省水利厅'];
    const both = membersOf(statementOf('双方应建立数据平台。'));
    expect(helpersAmong({ who: '甲方' }, names, both)).toEqual(['乙方']);
    expect(helpersAmong({ who: '甲方', 'helper:省水利厅': 'yes' }, names, both)).toEqual(['乙方', '省水利厅']);
    expect(helpersAmong({ who: '甲方', 'helper:乙方': 'no' }, names, both)).toEqual([]);
    expect(helpersAmong({ who: '省水利厅' }, names, membersOf(statementOf('有关部门应建立数据平台。')))).toEqual([]);
  });
  test('members are called as the text calls them', () => {
    const parties = { 甲方: '临江市人民政府', 乙方: '云岭市人民政府' };
    const named = (text: string, names = ['甲方', '乙方', '省水利厅']) =>
      membersNamed(readClause(text, 'zh', { context: { parties } }).statements[0] as never, names, parties);
    expect(named('双方应建立数据平台。')).toEqual(['甲方', '乙方']);
    expect(named('两市应建立数据平台。')).toEqual(['甲方', '乙方']);
    expect(named('三地应建立数据平台。')).toEqual([]);
    expect(named('有关部门应建立数据平台。')).toEqual([]);
  });
  test('a helper that is chosen stands in the wording', () => {
    const text = 'The Parties shall build a platform.';
    const fix = { kind: 'lead', who: 'Ashby', helpers: ['Harrow'] } as const;
    const result = mended(readClause(text, 'en'), 0, fix, {});
    expect(result?.text).toContain('Harrow');
    expect(result?.understood).toBe(true);
  });

  test('is offered for what is missing and nothing else', () => {
    const kinds = (text: string) => fixesFor(readClause(text, 'zh').statements[0] as never);
    expect(kinds('甲方应于2027年6月30日前建成监测站2座；逾期未完成的，扣减其当年度专项资金的10%。')).toEqual([]);
    expect(kinds('双方加强合作。')).toEqual(['lead', 'binding', 'concrete', 'date', 'indicator', 'orElse']);
    expect(kinds('甲方不得转让取水权。')).toEqual([]);
    // What a paper says of itself needs nobody; who founds a body has to be said.
    expect(kinds('本协议自双方签字盖章之日起生效。')).toEqual([]);
    expect(kinds('设立流域协调委员会。')).toEqual(['who']);
    expect(kinds('建成泵站3座。')).toContain('who');
  });
});

describe('names', () => {
  test('are those that the text defines', () => {
    const defined = definedNames(samples.zh.text);
    expect(defined).toEqual({ 甲方: { full: '岚浦市人民政府' }, 乙方: { full: '沅岭市人民政府' } });
    expect(namesIn(read(samples.zh.text), defined).slice(0, 2)).toEqual(['甲方', '乙方']);
    expect(Object.keys(definedNames(samples.en.text))).toEqual(['Northford', 'Ashby']);
    expect(definedNames('甲方：西安市人民政府\n乙方：咸阳市人民政府（盖章）')).toEqual({
      甲方: { full: '西安市人民政府' },
      乙方: { full: '咸阳市人民政府' },
    });
  });
  test('a short name begins behind the verb that founds its bearer, and what stands for several is no name of one', () => {
    const text =
      '甲方（全称）：西安市人民政府      乙方：咸阳市人民政府\n加快推进西安、咸阳两市（以下简称“两市”）合作。双方成立西咸交通联席会议（以下简称联席会议）。';
    expect(definedNames(text)).toMatchObject({ 甲方: { full: '西安市人民政府' }, 联席会议: { full: '西咸交通联席会议' } });
    expect(definedNames(text)).not.toHaveProperty('两市');
    expect(namesIn(read('第一条 两市应当建站。\n第二条 甲方应当建站。'), definedNames(text))).toEqual(['甲方', '联席会议']);
  });
  // Codes of GB/T 2260; 朝阳区 is the name of two districts, in Beijing and in Changchun.
  test('a full name finds its government, an ambiguous one none', () => {
    expect(governmentNamed('西安市人民政府')).toBe('610100');
    expect(governmentNamed('北京市')).toBe('110000');
    expect(governmentNamed('朝阳区')).toBeUndefined();
  });
  // Codes of GB/T 2260.
  test.each([
    ['南京市生态环境局', '320100'],
    ['江苏省发展和改革委员会', '320000'],
    ['扬州市江都区水务局', '321012'],
    ['长春市朝阳区水务局', undefined],
    ['南京市市场监督管理局', '320100'],
    ['Nanjing Municipal Ecology and Environment Bureau', '320100'],
    ['岚浦市水务局', undefined],
    ['生态环境局', undefined],
    ['南京市民', undefined],
  ])('an organ, %s, is of its government, which answers for it', (name, code) => expect(actorOf(name, {}, {})).toBe(code));
  test('the made-up places are made up', () => {
    for (const name of ['岚浦市', '沅岭市', 'Northford', 'Ashby']) expect(governmentNamed(name)).toBeUndefined();
  });
  test('what a person chooses holds, for the full name too', () =>
    expect(actorsByName(['甲方'], { 甲方: { actor: '610100' } }, { 甲方: { full: '岚浦市人民政府' } })).toEqual({
      甲方: '610100',
      岚浦市人民政府: '610100',
    }));
});

describe('two versions', () => {
  test('a clause that lost its date is less binding', () => {
    const { rows } = compared('甲方应于2026年底前建成泵站。', '甲方应建成泵站。', { context: {} });
    expect(rows).toMatchObject([{ kind: 'lessBinding', difference: -0.2, worsened: ['no_deadline'] }]);
  });
  test('without what is new the pieces are the earlier wording, without what is gone the later', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('甲', '乙', 'a', ' ', '😀') }),
        fc.string({ unit: fc.constantFrom('甲', 'a', 'b', ' ') }),
        (a, b) => {
          const pieces = difference(a, b);
          const but = (kind: string): string =>
            pieces
              .filter((piece) => piece.kind !== kind)
              .map(({ text }) => text)
              .join('');
          expect(but('new')).toBe(a);
          expect(but('gone')).toBe(b);
        },
      ),
    ));
});

describe('what is taken away', () => {
  const clauses = read('甲方应于2026年底前建成“泵站”, =1+1。');
  test('JSON and IG Script hold the statement', () => {
    expect(JSON.parse(exported(clauses, 'json'))).toMatchObject([
      { id: '1', statements: [{ attribute: ['甲方'], deadline: '2026-12-31' }] },
    ]);
    expect(exported(clauses, 'ig')).toContain('A(甲方) D(must) I(建成)');
  });
  test('CSV begins with a mark, quotes commas, and holds no formula', () => {
    const csv = exported(read('=HYPERLINK应付款, 甲方应付款。'), 'csv');
    expect(csv.startsWith('\ufeffclause,')).toBe(true);
    for (const cell of csv.slice(1).split(/[,\r\n]+/)) expect(cell).not.toMatch(/^"?[=+@]/);
  });
});

describe('the draft that is recorded', () => {
  test('says by which clauses nobody owes anything, so that they hinder no signature', () => {
    const on = '2026-11-28' as IsoDate;
    const { open } = createEngine(newCaseFacts('case-x', 'x', ['320100', '321100'], on), 'enriched', undefined);
    const context = decisionContextOf(open, { today: on, by: '320100' as ActorId, calendar: chineseCalendar });
    const text = [
      '第一条 本协议所称岸线，是指长江干流岸线。',
      '第二条 南京市应于2027年底前建成监测站2座。',
      '第三条 任何一市不得在岸线范围内新建化工项目。',
      '第四条 两市应进一步加强信息共享。',
    ].join('\n');
    const decision = plannedAgreement({ agreement: 'g', title: 'g', clauses: read(text), topics: [], actors: [], context });
    const [event] = eventsOf([decision]);
    const recorded = event?.payload as { readonly clauses: readonly { readonly owes?: boolean }[] } | undefined;
    expect(recorded?.clauses.map(({ owes }) => owes)).toEqual([false, undefined, false, undefined]);
  });
});
