/** `gongze import-ledger`: what a ledger would record, as a preview or as events for `gongze record`. Nothing is written. */
import { basename } from 'node:path';
import { serialise } from '@gongze/application';
import { dutyColumns, type DutyKey, type LedgerPreview, type MappingWish, previewLedger } from '@gongze/documents';
import { isIsoDate } from '@gongze/domain/vocabulary/dates';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { systemClock } from '@gongze/server/clock';
import { BAD_INPUT, type CaseOptions, DONE, pageOf, tellFaults } from '../commands.ts';
import { type Io, readBounded } from '../io.ts';
import { documentSentences } from './messages.ts';
import { openSource } from './source.ts';

export interface ImportOptions extends CaseOptions {
  readonly case?: string;
  readonly map?: readonly string[];
  readonly on?: string;
}

const keys: readonly DutyKey[] = dutyColumns.filter(({ computed }) => !computed).map(({ key }) => key);

/** `D=due`, `Remarks=progress.en`, `E=-`; or what is wrong with one of them. */
function mappingOf(pairs: readonly string[]): { readonly mapping: MappingWish } | { readonly refused: Bilingual } {
  const mapping: Record<string, DutyKey | null> = {};
  for (const pair of pairs) {
    const at = pair.lastIndexOf('=');
    const meaning = pair.slice(at + 1).trim();
    const key = keys.find((own) => own === meaning);
    if (at < 1 || (key === undefined && meaning !== '-')) return { refused: documentSentences.badMapping(pair, keys.join(', ')) };
    mapping[pair.slice(0, at).trim()] = key ?? null;
  }
  return { mapping };
}

function show(preview: LedgerPreview, lang: Language, io: Io): void {
  io.out(`${documentSentences.table(preview.sheet, preview.headingRow)[lang]}\n`);
  for (const { column, heading, key } of preview.columns) {
    const meaning = dutyColumns.find((own) => own.key === key);
    io.out(
      `  ${column}  ${heading.replace(/\s+/g, ' ')} → ${meaning === undefined ? documentSentences.ignored[lang] : `${meaning.heading[lang]} (${meaning.key})`}\n`,
    );
  }
  for (const { row, kind, obligation, title, changed, events } of preview.rows) {
    const what = kind === 'changed' ? ` [${[...changed, ...events.map(({ type }) => type)].join(', ')}]` : '';
    io.out(`  ${row}  ${documentSentences.kinds[kind][lang]}  ${obligation}  ${title?.[lang] ?? ''}${what}\n`);
  }
}

export async function importLedger(path: string, options: ImportOptions, io: Io): Promise<number> {
  const { lang } = pageOf(options, io);
  const told = (text: Bilingual): number => {
    io.err(`gongze: ${text[lang]}\n`);
    return BAD_INPUT;
  };
  const wish = mappingOf(options.map ?? []);
  if ('refused' in wish) return told(wish.refused);
  const on = options.on ?? systemClock.today();
  if (!isIsoDate(on)) return told(documentSentences.badDay);
  const file = await readBounded(path);
  if (!file.ok) return tellFaults(file.faults, file.faults.length, lang, io);
  const source = await openSource(options.case, options, io);
  if (typeof source === 'number') return source;
  const preview = await previewLedger({ bytes: file.bytes, fileName: basename(path), source, on, mapping: wish.mapping });
  if (!preview.ok) return told(preview.text);
  if (!options.json) show(preview, lang, io);
  for (const { sheet, row, column, message } of preview.faults) io.err(`${path}:${sheet}!${column}${row}: ${message[lang]}\n`);
  if (preview.faults.length > 0) return told(documentSentences.faults(preview.faults.length));
  io.out(options.json ? serialise({ events: preview.events }) : `${documentSentences.summary(preview.events.length)[lang]}\n`);
  return DONE;
}
