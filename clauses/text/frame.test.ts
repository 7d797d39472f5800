/** What of a whole agreement is a clause and what only stands around it. */
import { describe, expect, test } from 'vitest';
import { bareClauses } from './frame.ts';

const clausesOf = (text: string): string[] => bareClauses(text).map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '));
const labelsOf = (text: string): string[] => bareClauses(text).map(({ label }) => label);

describe('a Chinese agreement', () => {
  const text = `关于推进交通协同发展的框架协议
甲方：临江市人民政府
法定代表人：王建国
地址：临江市滨江大道1号
乙方：云岭市人民政府

　　为深入贯彻区域协调发展战略，根据有关规定，经甲乙双方友好协商，达成如下协议：

第一章  总则
　　第一条  打通断头路。双方应当于2027年底前打通断头路。
　　第二条（经费）甲方应当拨付经费。
第三条　双方应当每年会商。
第四条  严禁超载。违者罚款500元。

甲方（盖章）：临江市人民政府          乙方（盖章）：云岭市人民政府
代表（签字）：                        代表（签字）：
2025年11月18日                        2025年11月18日

附件一  任务分解表
甲方应当于2026年底前完成第一项任务。`;

  test('begins with its first article; parties, recitals, captions and signatures are no clauses', () =>
    expect(clausesOf(text)).toEqual([
      '双方应当于2027年底前打通断头路。',
      '甲方应当拨付经费。',
      '双方应当每年会商。',
      '严禁超载。违者罚款500元。',
      '甲方应当于2026年底前完成第一项任务。',
    ]));
  test('goes on behind the signatures under the name of the annex', () =>
    expect(labelsOf(text)).toEqual(['第一条', '第二条', '第三条', '第四条', '附件一']));

  test.each([
    ['鉴于：\n1．两市水系相连；\n2．双方已有合作基础。\n第一条 甲方应当建站。'],
    ['临江市人民政府（以下简称甲方）\n云岭市人民政府（以下简称乙方）\n第一条 甲方应当建站。'],
    ['经协商一致，现就有关事项明确如下：\n第一条 甲方应当建站。\n（此页无正文）'],
    ['第一条 甲方应当建站。\n授权代表：\n二〇二五年十二月一日'],
    ['第一条 甲方应当建站。\n      年    月    日'],
  ])('has one clause: %s', (source) => expect(clausesOf(source)).toEqual(['甲方应当建站。']));

  test('an item that is a clause by itself has its number behind that of its heading', () =>
    expect(labelsOf('计划\n二、重点任务\n（一）甲方应当建站。\n（二）乙方应当供水。\n三、双方应当会商。')).toEqual([
      '二（一）',
      '二（二）',
      '三',
    ]));
  test('what it agrees on as a list is read item by item', () =>
    expect(clausesOf('双方经协商，达成如下协议：\n1. 甲方应当建站。\n2. 乙方应当供水。')).toEqual(['甲方应当建站。', '乙方应当供水。']));
  test('a duty to sign another agreement is a clause', () =>
    expect(clausesOf('合作协议\n双方应于2026年6月30日前签订协议。')).toEqual(['双方应于2026年6月30日前签订协议。']));
  test('a duty behind a colon is a clause', () => expect(clausesOf('分工\n甲方：负责提供场地')).toEqual(['甲方：负责提供场地']));
});

test('minutes: who met, who was there and who is told are no clauses, and a matter is no duty', () =>
  expect(
    clausesOf(
      '关于联防联治的会议纪要\n2025年11月12日下午，副市长周明主持召开专题会议，研究有关工作。市公安局负责同志参加会议。\n出席：周明、王强\n一、关于应急响应。市公安局应当建立台账。\n二、请各单位抓好落实。\n记录：赵敏\n分送：各参会单位。',
    ),
  ).toEqual(['市公安局应当建立台账。', '二、请各单位抓好落实。']));
test('a duty that begins with a day is a clause', () =>
  expect(clausesOf('纪要\n2026年1月15日前，市公安局应当召开一次会议。')).toEqual(['2026年1月15日前，市公安局应当召开一次会议。']));

describe('a scan', () => {
  test('a numbered line that was broken inside its sentence is no heading, and the number of a page ends nothing', () =>
    expect(clausesOf('协议\n一、三方应于２０２６年３月３１日前完成锅炉淘\n汰，由甲方负责汇总，并在年底之前报送\n- 1 -\n结果。')).toEqual([
      '一、三方应于２０２６年３月３１日前完成锅炉淘 汰，由甲方负责汇总，并在年底之前报送 - 1 - 结果。',
    ]));
  test.each(['一、应急联动机制', '三、双方的权利和义务', '四、甲方责任', '二、责任落实与要求'])('a heading stays one: %s', (heading) =>
    expect(clausesOf(`协议\n${heading}\n甲方应当建站。`)).toEqual(['甲方应当建站。']),
  );
});

describe('an English memorandum', () => {
  const text = `MEMORANDUM OF UNDERSTANDING
on Joint Flood Protection

between

THE CITY OF NORTHFORD, represented by its Mayor, Ms Helen Carter ("Northford"),
and
THE DISTRICT OF ASHBY ("Ashby")

(each a "Party" and together the "Parties")

WHEREAS the River Ash crosses the territories of both Parties;
Desiring to act together before the next flood season;

the Parties have agreed as follows:

1. Review and settlement of disputes
1.1 The Parties shall review this Memorandum every two years.
1.2 Works. Northford shall build a weir by 30 June 2027.
2 The Parties shall meet in
the spring of each year.

IN WITNESS WHEREOF the undersigned have signed this Memorandum in two originals.
Done at Northford, 12 November 2025

For the City of Northford                For the District of Ashby
_______________________                  _______________________
Helen Carter, Mayor                      Tom Reed, Chief Executive

Annex 1
Ashby shall pay 300 euros.`;

  test('begins with its first article and ends before the signatures', () =>
    expect(clausesOf(text)).toEqual([
      'The Parties shall review this Memorandum every two years.',
      'Northford shall build a weir by 30 June 2027.',
      'The Parties shall meet in the spring of each year.',
      'Ashby shall pay 300 euros.',
    ]));
  test('items of “agree as follows” are clauses', () =>
    expect(clausesOf('Agreement\nThe Parties agree as follows:\n1. Harrow shall pay.\n2. Ashby shall build.')).toEqual([
      'Harrow shall pay.',
      'Ashby shall build.',
    ]));
});
