/** A made-up case that has something of everything documents are written from: three cities, their conference, a province. */
import type { Fact } from '@gongze/domain/events/catalogue';
import { factOf, type FactOptions, type PayloadInput } from '@gongze/domain/testing/facts';
import type { OpenCase } from '@gongze/domain/report/report';
import type { EventType } from '@gongze/domain/events/catalogue';
import { governmentTree } from '@gongze/domain/vocabulary/governments/index';
import type { Government } from '@gongze/domain/vocabulary/governments/tree';
import type { GovernmentCode } from '@gongze/domain/vocabulary/ids';
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import { type CaseSource, caseSource } from '../source.ts';
import { openedWith } from './source.ts';

const government = (code: string, zh: string, en: string, tier: Government['tier'], parent?: string): Government => ({
  code: code as GovernmentCode,
  name: { zh, en },
  tier,
  parents: parent === undefined ? [] : [{ code: parent as GovernmentCode }],
});

const governments = governmentTree({
  id: 'example',
  vintage: 'test',
  governments: [
    government('000000', '中央人民政府', 'Central Government', 'centre'),
    government('970000', '云州省人民政府', 'Yunzhou Provincial Government', 'province', '000000'),
    government('970100', '临江市人民政府', 'City of Linjiang', 'prefecture', '970000'),
    government('970200', '青川市人民政府', 'City of Qingchuan', 'prefecture', '970000'),
    government('970300', '安平市人民政府', 'City of Anping', 'prefecture', '970000'),
  ],
});

const t = (zh: string, en: string) => ({ zh, en });
const conference = 'body:river-conference';

function facts(): Fact[] {
  let count = 0;
  const fact = <T extends EventType>(on: string, type: T, payload: PayloadInput<T>, options: FactOptions = {}): Fact => {
    count += 1;
    return factOf(type, payload, { on, id: `example-${count}`, version: count, ...options }) as Fact;
  };
  const cities = ['970100', '970200', '970300'];
  return [
    fact('2024-01-10', 'caseOpened', { title: t('云河流域水环境共治', 'Joint care of the Yun River'), parties: cities }),
    ...cities.map((party) => fact('2024-01-10', 'partyJoined', { party })),
    fact('2024-01-15', 'bodyEstablished', {
      body: conference,
      title: t('云河流域水环境保护联席会议', 'Yun River Joint Conference'),
      kind: 'joint',
      members: cities,
      powers: ['convene', 'coordinate', 'supervise'],
    }),
    fact('2024-01-20', 'topicRaised', {
      topic: 'monitoring',
      title: t('跨界断面水质监测', 'Water quality at the border sections'),
      by: ['970200'],
    }),
    fact('2024-01-20', 'topicRaised', { topic: 'sewage', title: t('沿河排污口整治', 'Outfalls along the river'), by: ['970300'] }),
    fact('2024-02-20', 'meetingConvened', {
      meeting: 'conference-1',
      kind: 'jointConference',
      title: t('云河流域水环境保护联席会议第一次会议', 'First meeting of the Yun River Joint Conference'),
      topics: ['monitoring', 'sewage'],
      invited: [...cities, '970000'].map((actor) => ({ actor })),
      plannedOn: '2024-03-12',
      by: '970100',
      body: conference,
    }),
    fact('2024-03-12', 'meetingHeld', {
      meeting: 'conference-1',
      kind: 'jointConference',
      title: t('云河流域水环境保护联席会议第一次会议', 'First meeting of the Yun River Joint Conference'),
      topics: ['monitoring', 'sewage'],
      attendees: cities.map((actor) => ({ actor })),
      body: conference,
    }),
    fact('2024-03-12', 'consensusRecorded', {
      topic: 'monitoring',
      parties: cities,
      text: t(
        '在三个市界断面各建一座自动监测站，数据实时共享',
        'An automatic station is built at each of the three border sections, and its data are shared as they are read',
      ),
      reviewOn: '2025-03-12',
    }),
    fact('2024-03-12', 'dissentRecorded', {
      topic: 'sewage',
      party: '970300',
      text: t('整治费用应按排污量分担，不应平均分摊', 'The cost should follow the load that each discharges, not be split evenly'),
    }),
    fact('2024-03-12', 'agreementSigned', {
      agreement: 'river-2024',
      title: t('云河流域水环境保护合作协议', 'Yun River Agreement'),
      parties: cities,
      topics: ['monitoring'],
      framework: false,
    }),
    fact('2024-03-12', 'obligationDrafted', {
      obligation: 'stations',
      title: t('建成三个市界断面水质自动监测站并联网', 'Build and connect automatic stations at the three border sections'),
      topic: 'monitoring',
      agreement: 'river-2024',
      clause: '3.2',
      origin: 'agreed',
      liable: ['970100', '970200'],
      lead: '970100',
      cooperating: ['970300'],
      shares: { '970100': 0.6, '970200': 0.4 },
      measure: t('三站通过验收，数据有效率不低于90%', 'all three stations are accepted, and at least 90% of their data are valid'),
      yardsticks: [
        {
          yardstick: 'stations-built',
          indicator: 'stations',
          title: t('监测站联网率', 'stations connected'),
          subject: '970100',
          unit: '%',
          baseline: { value: 0, period: { first: '2023-01-01', last: '2023-12-31' } },
          target: { kind: 'level', value: 100 },
          direction: 'atLeast',
          dueOn: '2024-12-31',
          path: [
            { on: '2024-06-30', share: 0.33 },
            { on: '2024-12-31', share: 1 },
          ],
          pathConvention: t('协议附件一', 'annex 1 of the agreement'),
        },
      ],
      deadline: { text: t('2024年底前', 'by the end of 2024'), readings: [{ reading: 'end', dueOn: '2024-12-31' }], defaultReading: 'end' },
      orElse: t('由联席会议通报，并报省人民政府', 'The conference makes it public and reports it to the province'),
      powers: [{ power: 'suspend-flood', holder: conference, effect: 'suspend', condition: t('汛期', 'during floods') }],
      acceptedBy: ['970100', '970200'],
    }),
    fact('2024-04-01', 'obligationAssigned', {
      obligation: 'outfalls',
      by: '970000',
      terms: {
        title: t('完成沿河排污口排查并公布清单', 'Survey the outfalls along the river and publish the list'),
        topic: 'sewage',
        origin: 'assigned',
        liable: ['970300'],
        measure: t('清单在政府网站公布', 'the list stands on the website of the government'),
        deadline: {
          text: t('2025年6月底前', 'by the end of June 2025'),
          readings: [{ reading: 'end', dueOn: '2025-06-30' }],
          defaultReading: 'end',
        },
      },
    }),
    fact('2024-09-30', 'progressReported', {
      obligation: 'stations',
      by: '970100',
      completion: 'limited',
      text: t('一号站已建成，二号站完成选址', 'Station 1 stands; a site for station 2 is chosen'),
    }),
    fact('2024-10-20', 'obligationReviewed', { obligation: 'stations', by: '970000', completion: 'limited' }),
    fact('2025-01-10', 'reminderIssued', { obligation: 'stations', by: conference, slip: 'blue', answerBy: '2025-01-20' }),
    fact('2025-05-20', 'extensionRequested', {
      obligation: 'outfalls',
      by: '970300',
      newDueOn: '2025-09-30',
      text: t('汛期提前，河滩无法进入', 'The floods came early; the banks cannot be entered'),
    }),
  ];
}

export const exampleDay = isoDateOf('2025-06-03');

export function exampleCase(): OpenCase {
  return openedWith(facts(), { governments, title: t('云河流域水环境共治', 'Joint care of the Yun River') });
}

export function exampleSource(): CaseSource {
  return caseSource(exampleCase(), exampleDay);
}
