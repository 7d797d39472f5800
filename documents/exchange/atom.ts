/**
 * Feeds of what was recorded, in Atom (RFC 4287). An entry is named by its case and its fact, never by the host that serves it, so that
 * a reader does not see everything anew when the address of the installation changes.
 */
import type { Language } from '@gongze/domain/vocabulary/text';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

export interface FeedEntry {
  readonly caseId: string;
  readonly factId: string;
  /** Kind of fact, as the interface names it. */
  readonly type: string;
  readonly title: string;
  readonly summary: string;
  /** Instant of recording. */
  readonly updated: string;
  /** Address within the installation. */
  readonly href: string;
}

export interface FeedHead {
  /** What the feed is of; stays the same for ever. */
  readonly key: string;
  readonly title: string;
  readonly subtitle: string;
  readonly rights: string;
  readonly lang: Language;
  /** Addresses within the installation: of the feed, and of the page that shows the same. */
  readonly self: string;
  readonly page: string;
}

/** Beginning of time of a feed that has nothing yet: an element that RFC 4287 demands. */
const never = '1970-01-01T00:00:00Z';

/** A name of the form of a UUID, made of a text (RFC 9562, version 8). */
export function nameOf(text: string): string {
  const hex = bytesToHex(sha256(utf8ToBytes(`gongze feed\n${text}`)));
  const variant = ((Number.parseInt(hex[16] as string, 16) & 3) | 8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text for XML 1.0: its five letters written out, what it cannot hold (section 2.2) replaced. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']/g, (letter) => entities[letter] as string);
}

function entryText({ caseId, factId, type, title, summary, updated, href }: FeedEntry): string {
  return `  <entry>
    <id>${nameOf(`${caseId}\n${factId}`)}</id>
    <title>${xml(title)}</title>
    <updated>${xml(updated)}</updated>
    <link rel="alternate" type="text/html" href="${xml(href)}"/>
    <category term="${xml(type)}"/>
    <summary>${xml(summary)}</summary>
  </entry>
`;
}

/** The feed; entries in the order given, the newest first by custom. */
export function writeAtom(head: FeedHead, entries: readonly FeedEntry[]): string {
  const updated = entries.reduce((latest, entry) => (entry.updated > latest ? entry.updated : latest), never);
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${head.lang === 'zh' ? 'zh-CN' : 'en'}">
  <id>${nameOf(head.key)}</id>
  <title>${xml(head.title)}</title>
  <subtitle>${xml(head.subtitle)}</subtitle>
  <updated>${xml(updated)}</updated>
  <author><name>共责 Gongze</name></author>
  <rights>${xml(head.rights)}</rights>
  <link rel="self" type="application/atom+xml" href="${xml(head.self)}"/>
  <link rel="alternate" type="text/html" href="${xml(head.page)}"/>
${entries.map(entryText).join('')}</feed>
`;
}
