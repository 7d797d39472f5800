/** The feeds, read by an XML parser that is not ours and held against what RFC 4287 demands of a feed and of an entry. */
import { DOMParser } from '@xmldom/xmldom';
import { writeAtom } from '@gongze/documents';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, type Opened, openServer } from './testing/server.ts';

let opened: Opened;
beforeAll(async () => {
  opened = await openServer();
  const event = {
    type: 'topicRaised',
    occurred: day('2026-11-23'),
    payload: { topic: 'bridge', title: { zh: '跨河大桥 <“A&B”>', en: 'The bridge <A & B>' }, by: ['610100'] },
  };
  const answer = await opened.post('/api/cases/river/events', { events: [event] }, { 'idempotency-key': 'f1', 'if-match': '*' });
  expect(answer.statusCode, answer.body).toBe(201);
});
afterAll(async () => await opened.server.close());

const atom = 'http://www.w3.org/2005/Atom';

function parsed(text: string): Element {
  const faults: string[] = [];
  const note = (fault: unknown) => faults.push(String(fault));
  const parser = new DOMParser({ errorHandler: { warning: note, error: note, fatalError: note } });
  const root = parser.parseFromString(text, 'application/xml').documentElement as Element;
  expect(faults).toEqual([]);
  return root;
}

function children(of: Element, name: string): Element[] {
  return Array.from(of.childNodes).filter((node): node is Element => (node as Element).localName === name);
}
const textOf = (of: Element, name: string) => children(of, name).map((element) => element.textContent ?? '');

/** RFC 4287: what must be there exactly once (4.1.1, 4.1.2), of what form (3.3 dates, 4.2.6 ids). */
function validate(feed: Element): Element[] {
  expect([feed.namespaceURI, feed.localName]).toEqual([atom, 'feed']);
  const entries = children(feed, 'entry');
  for (const element of [feed, ...entries]) {
    for (const name of ['id', 'title', 'updated']) expect(textOf(element, name), name).toHaveLength(1);
    expect(textOf(element, 'id')[0]).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(textOf(element, 'updated')[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
    expect(children(element, 'link').filter((link) => link.getAttribute('rel') === 'alternate')).toHaveLength(1);
  }
  expect(children(feed, 'author').flatMap((author) => textOf(author, 'name'))).toEqual(['共责 Gongze']);
  expect(children(feed, 'link').filter((link) => link.getAttribute('rel') === 'self')).toHaveLength(1);
  expect(textOf(feed, 'rights')[0]).toMatch(/Apache-2\.0/);
  expect(new Set(entries.flatMap((entry) => textOf(entry, 'id'))).size).toBe(entries.length);
  return entries;
}

describe('feeds', () => {
  it.each(['/api/feed', '/api/cases/river/feed'])('%s is valid Atom in both languages and says what was recorded', async (path) => {
    for (const [lang, title] of [
      ['zh', '跨河大桥 <“A&B”>'],
      ['en', 'The bridge <A & B>'],
    ] as const) {
      const answer = await opened.server.inject(`${path}?lang=${lang}`);
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
      const entries = validate(parsed(answer.body));
      expect(entries.flatMap((entry) => textOf(entry, 'title'))).toContain(title);
    }
  });

  it('answers 304 to whoever has it already, and names entries alike in both languages', async () => {
    const first = await opened.server.inject('/api/cases/river/feed?lang=zh');
    const again = await opened.server.inject({
      url: '/api/cases/river/feed?lang=zh',
      headers: { 'if-none-match': String(first.headers['etag']) },
    });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const other = await opened.server.inject('/api/cases/river/feed?lang=en');
    expect(other.headers['etag']).not.toBe(first.headers['etag']);
    const ids = (text: string) => children(parsed(text), 'entry').flatMap((entry) => textOf(entry, 'id'));
    expect(ids(other.body)).toEqual(ids(first.body));
  });

  it('knows no case that is not there', async () => {
    expect((await opened.server.inject('/api/cases/nowhere/feed')).statusCode).toBe(404);
  });

  it('holds whatever text comes, and nothing that XML cannot hold', () => {
    const head = {
      key: 'k',
      title: ']]>\u0000\ud800<b>',
      subtitle: '',
      rights: 'Apache-2.0',
      lang: 'zh',
      self: '/a?b&c',
      page: '/"',
    } as const;
    const feed = parsed(writeAtom(head, []));
    validate(feed);
    expect(textOf(feed, 'title')[0]).toBe(']]>\ufffd\ufffd<b>');
  });
});
