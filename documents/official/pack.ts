/** From the library's document to bytes: with our table of fonts, and the same bytes for the same document. */
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import { type Document, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { fontTableXml } from './fonts.ts';

/** The library stamps the moment; a document is stamped with its own date. */
const STAMP = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;

export async function packed(document: Document, date: IsoDate): Promise<Uint8Array> {
  const parts = unzipSync(new Uint8Array(await Packer.toBuffer(document)));
  const core = parts['docProps/core.xml'];
  if (core === undefined || parts['word/fontTable.xml'] === undefined)
    throw new Error('the document library left out a part that it always writes');
  const own: Record<string, Uint8Array> = {
    ...parts,
    'docProps/core.xml': strToU8(strFromU8(core).replace(STAMP, `$1${date}T00:00:00Z`)),
    'word/fontTable.xml': strToU8(fontTableXml()),
  };
  // Zip stamps are local times without a zone: one fixed day says nothing wrong about any machine.
  const sorted: Zippable = Object.fromEntries(
    Object.entries(own).map(([name, bytes]) => [name, [bytes, { mtime: '1980-01-01T12:00:00' }]]),
  );
  return zipSync(sorted, { level: 6 });
}
