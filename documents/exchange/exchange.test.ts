/** Calendar, event log and data, each asked by a reader that is not ours. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialise, validateHistory } from '@gongze/application';
import { loadCase } from '@gongze/cases';
import { eventTypes } from '@gongze/domain/events/catalogue';
import { factOf } from '@gongze/domain/testing/facts';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { exampleSource } from '../testing/example.ts';
import { ocelSchema } from '../testing/ocel-schema.ts';
import { sourceWith } from '../testing/source.ts';
import { caseData, dictionaryCsv, factsCsv } from './data.ts';
import { dataDictionary, eventGloss } from './dictionary.ts';
import { refolded } from './calendar-text.ts';
import { calendarOf } from './ics.ts';
import { objectCentricLog } from './ocel.ts';

const source = exampleSource();
const shipped = (['jingjinji', 'xixian'] as const).map((name) => {
  const { title, actors, facts } = loadCase(name);
  return sourceWith('2024-01-01', facts, { title, actors: actors as never, governments: gb2260() });
});

/** What ical.js reads of a calendar. */
function events(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      from: event.startDate.toString(),
      to: event.endDate.toString(),
      allDay: event.startDate.isDate,
      title: event.summary,
    };
  });
}

describe('calendar', () => {
  test('due dates are events of a whole day', () => {
    expect(events(calendarOf(source, { lang: 'en' }))).toEqual([
      {
        uid: 'test/owe.stations@gongze',
        from: '2024-12-31',
        to: '2025-01-01',
        allDay: true,
        title: 'Due: Build and connect automatic stations at the three border sections',
      },
      {
        uid: 'test/owe.outfalls@gongze',
        from: '2025-06-30',
        to: '2025-07-01',
        allDay: true,
        title: 'Due: Survey the outfalls along the river and publish the list',
      },
    ]);
  });
  test('ids stay the same when time passes, and when the language changes', () => {
    const ids = (text: string) => events(text).map(({ uid }) => uid);
    const later = sourceWith('2026-01-01', source.facts);
    expect(ids(calendarOf(later, { lang: 'zh' }))).toEqual(ids(calendarOf(source, { lang: 'en' })));
  });
  test('an actor gets its own tasks', () => {
    const of = (actor: string) => events(calendarOf(source, { lang: 'zh', actor: actor as never })).map(({ title }) => title);
    expect(of('970300')).toEqual([
      '建成三个市界断面水质自动监测站并联网',
      // The decision on monitoring was to be looked at again by 12 March.
      '跨界断面水质监测',
      '完成沿河排污口排查并公布清单',
    ]);
    expect(of('970200')).toEqual(['建成三个市界断面水质自动监测站并联网', '跨界断面水质监测']);
  });
  test('no line is longer than 75 octets, in any language, and unfolding gives the text back', () => {
    for (const text of [calendarOf(source, { lang: 'zh' }), ...shipped.map((own) => calendarOf(own, { lang: 'zh' }))]) {
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(events(text).every(({ title }) => !title.includes('\ufffd'))).toBe(true);
    }
    const long = `SUMMARY:${'责任𠮷a'.repeat(60)}\r\nEND:VEVENT\r\n`;
    expect(refolded(long).replaceAll('\r\n ', '')).toBe(long);
  });
  test('a case without dates gives a calendar that can be subscribed to', () => {
    const text = calendarOf(sourceWith('2024-01-01', [], { title: { zh: '空，案例；', en: 'Empty, case;' } }), { lang: 'en' });
    expect(events(text)).toEqual([]);
    expect(new ICAL.Component(ICAL.parse(text) as never).getFirstPropertyValue('x-wr-calname')).toBe('Empty, case;');
  });
  test('texts with marks that the format uses come back as they were', () => {
    const title = { zh: '甲,乙;丙\\丁：“戊”', en: 'a,b;c\\d' };
    const facts = [
      factOf('obligationDrafted', {
        obligation: 'a/b:c',
        title,
        origin: 'agreed',
        liable: ['610100'],
        deadline: { text: title, readings: [{ reading: 'day', dueOn: '2025-01-31' }], defaultReading: 'day' },
      } as never),
    ];
    expect(events(calendarOf(sourceWith('2024-01-01', facts), { lang: 'zh' })).map((own) => own.title)).toEqual([`到期：${title.zh}`]);
  });
});

describe('object-centric event log', () => {
  const validate = new Ajv({ strict: false }).compile(ocelSchema);
  test.each([source, ...shipped].map((own) => [own.title.en, own] as const))('%s has the form of the specification', (_, own) => {
    const { log, leftOut } = objectCentricLog(own);
    expect(validate(log), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    expect(leftOut).toEqual([]);
    expect(log.events.map(({ id }) => id)).toEqual(own.facts.map(({ id }) => id));
    const objects = new Map(log.objects.map(({ id, type }) => [id, type]));
    expect(objects.size).toBe(log.objects.length);
    const declared = (types: typeof log.eventTypes) =>
      new Map(types.map(({ name, attributes }) => [name, new Set(attributes.map((a) => a.name))]));
    const [eventAttributes, objectAttributes] = [declared(log.eventTypes), declared(log.objectTypes)];
    for (const { type, attributes, relationships } of log.events) {
      for (const { objectId } of relationships) expect(objects.has(objectId)).toBe(true);
      for (const { name } of attributes) expect(eventAttributes.get(type)?.has(name)).toBe(true);
    }
    for (const { type, attributes, relationships } of log.objects) {
      for (const { objectId } of relationships) expect(objects.has(objectId)).toBe(true);
      for (const { name } of attributes) expect(objectAttributes.get(type)?.has(name)).toBe(true);
    }
  });
  test('what a fact names is an object, with the role as the qualifier', () => {
    const { log } = objectCentricLog(source);
    const drafted = log.events.find(({ type }) => type === 'obligationDrafted');
    expect(drafted?.relationships).toEqual(
      expect.arrayContaining([
        { objectId: 'case:test', qualifier: 'case' },
        { objectId: 'obligation:stations', qualifier: 'obligation' },
        { objectId: 'actor:970100', qualifier: 'lead' },
        { objectId: 'agreement:river-2024', qualifier: 'agreement' },
        { objectId: 'indicator:stations', qualifier: 'indicator' },
      ]),
    );
    expect(log.objects.find(({ id }) => id === 'obligation:stations')?.relationships).toContainEqual({
      objectId: 'topic:monitoring',
      qualifier: 'topic',
    });
    expect(log.objects.find(({ id }) => id === 'actor:970100')?.attributes[1]).toMatchObject({
      name: 'name_en',
      value: 'City of Linjiang',
    });
  });
  test('what lies outside the years of the format is left out and named', () => {
    const facts = [
      factOf('contextRecorded', { title: { zh: '古', en: 'old' } }, { on: '1600-01-01', id: 'old' }),
      factOf('partyJoined', { party: '610100' }, { id: 'new' }),
    ];
    const { log, leftOut } = objectCentricLog(sourceWith('2024-01-01', facts));
    expect(leftOut).toEqual(['old']);
    expect(log.events.map(({ id }) => id)).toEqual(['new']);
  });
  const reference = process.env['GONGZE_REFERENCE'];
  const schemaFile = join(reference ?? '', 'vectors/ocel20/schema_ocel2.json');
  test('the published schema agrees with ours, where it is at hand', () => {
    const published =
      reference !== undefined && existsSync(schemaFile)
        ? (JSON.parse(readFileSync(schemaFile, 'utf8')) as { readonly $schema?: string })
        : undefined;
    if (published === undefined) return;
    const Validator = published.$schema?.includes('2020') ? Ajv2020 : Ajv;
    const { $schema: _, ...schema } = published;
    const check = new Validator({ strict: false, validateFormats: false }).compile(schema);
    for (const own of [source, ...shipped]) expect(check(objectCentricLog(own).log), JSON.stringify(check.errors?.slice(0, 3))).toBe(true);
  });
});

describe('data dictionary', () => {
  const dictionary = dataDictionary();
  test('every event type and every field has a meaning in both languages', () => {
    const silent = dictionary.filter(({ about }) => about.zh === '' || about.en === '').map(({ table, field }) => `${table}.${field}`);
    expect(silent, 'add them to documents/exchange/glosses.ts').toEqual([]);
    expect(
      eventTypes.filter((type) => eventGloss(type).zh === ''),
      'add them to documents/exchange/glosses.ts',
    ).toEqual([]);
  });
  test('says what the schemas say', () => {
    const entry = (table: string, field: string) => dictionary.find((own) => own.table === table && own.field === field);
    expect(entry('obligationDrafted', 'deadline.readings[].dueOn')).toMatchObject({ type: 'string', required: true });
    expect(entry('obligationDrafted', 'lead')).toMatchObject({ required: false });
    expect(entry('obligationDrafted', 'title')).toMatchObject({ type: 'text {zh, en}', required: true });
    expect(entry('reminderIssued', 'slip')?.values).toEqual(['blue', 'orange', 'red']);
    expect(entry('fact', 'occurred.precision')?.values).toContain('unknown');
    expect(entry('ledger', 'daysLate')?.type).toBe('computed');
  });
  test('every field that a fact of the shipped cases has stands in it', () => {
    const known = new Set(dictionary.map(({ table, field }) => `${table}.${field}`));
    const missing = new Set<string>();
    const visit = (table: string, value: unknown, path: string): void => {
      if (Array.isArray(value)) for (const own of value) visit(table, own, `${path}[]`);
      else if (typeof value === 'object' && value !== null && !('zh' in value)) {
        if (path !== '' && !known.has(`${table}.${path.replace(/\[\]$/, '')}`)) missing.add(`${table}.${path}`);
        // Records by actor have no fields of their own.
        if (/(^|\.)(shares|provisions|replacement\.payload)$/.test(path)) return;
        for (const [key, own] of Object.entries(value)) visit(table, own, path === '' ? key : `${path}.${key}`);
      } else if (path !== '' && !known.has(`${table}.${path.replace(/\[\]$/, '')}`)) missing.add(`${table}.${path}`);
    };
    for (const { facts } of [source, ...shipped])
      for (const { payload, ...envelope } of facts) {
        visit(envelope.type, payload, '');
        const { type: _, ...rest } = envelope;
        visit('fact', rest, '');
      }
    expect([...missing]).toEqual([]);
  });
});

describe('data', () => {
  test('JSON is read again as a case: the same facts, for every shipped case', () => {
    for (const own of shipped) {
      const validation = validateHistory(serialise(caseData({ ...own, caseId: own.facts[0]?.streamId ?? own.caseId })), 'export.json', {
        governments: gb2260(),
      });
      expect(validation.ok ? [] : validation.faults.slice(0, 3)).toEqual([]);
      if (validation.ok) expect(validation.history.facts.map(({ id }) => id)).toEqual(own.facts.map(({ id }) => id));
    }
  });
  test('JSON holds the facts as they are, and its own dictionary', () => {
    const data = JSON.parse(JSON.stringify(caseData(source))) as { facts: unknown[]; dictionary: unknown[]; ledger: { duties: unknown[] } };
    expect(data.facts).toEqual(JSON.parse(JSON.stringify(source.facts)));
    expect(data.ledger.duties).toHaveLength(2);
    expect(data.dictionary.length).toBeGreaterThan(500);
  });
  test('CSV has a line for each fact and each field', () => {
    const lines = (text: string) => text.trimEnd().split('\r\n').length;
    expect(lines(factsCsv(source, 'zh'))).toBe(source.facts.length + 1);
    expect(lines(dictionaryCsv('en'))).toBe(dataDictionary().length + 1);
  });
});
