/** What the commands of the studies share: parameters on the line, refusals, reading JSON, printing. */
import { InvalidArgumentError } from 'commander';
import { serialise } from '@gongze/application';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import type { Refusal } from '@gongze/studies/parameters/parameters';
import { BAD_INPUT, DONE, pageOf, tellFaults } from '../commands.ts';
import { type Io, readBounded } from '../io.ts';
import { plain } from '../text/layout.ts';

export interface StudyOptions {
  readonly param: Readonly<Record<string, string>>;
  readonly lang?: Language;
  readonly json?: boolean;
}

const keyAndValue: Bilingual = { zh: '参数写作 名称=值', en: 'a parameter is written name=value' };

/** Collects `--param name=value`, again and again. */
export function collectParameter(text: string, before: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const at = text.indexOf('=');
  if (at <= 0) throw new InvalidArgumentError(`${keyAndValue.en} · ${keyAndValue.zh}`);
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}

export function tellRefusals(refusals: readonly Refusal[], options: { readonly lang?: Language }, io: Io): number {
  const { lang } = pageOf(options, io);
  for (const { message } of refusals) io.err(`gongze: ${plain(message[lang])}\n`);
  return BAD_INPUT;
}

/** A string, or a number that JSON does not have. */
const stringOrNoNumber = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;

/**
 * JSON as programs write it, some of them with NaN and Infinity. These are kept as text, so that whoever reads the field refuses it with
 * its range, and not the whole file for a letter.
 */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (fault) {
    const quoted = text.replace(stringOrNoNumber, (found) => (found.startsWith('"') ? found : `"${found}"`));
    if (quoted === text) throw fault;
    return JSON.parse(quoted);
  }
}

/** Content of a JSON file, or the exit code after its faults are told. */
export async function readJson(
  path: string,
  options: { readonly lang?: Language },
  io: Io,
): Promise<{ readonly content: unknown } | number> {
  const { lang } = pageOf(options, io);
  const file = await readBounded(path);
  if (!file.ok) return tellFaults(file.faults, file.faults.length, lang, io);
  try {
    return { content: parseJson(new TextDecoder().decode(file.bytes)) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    io.err(`gongze: ${{ zh: `${path} 不是合格的 JSON：${message}`, en: `${path} is not JSON: ${message}` }[lang]}\n`);
    return BAD_INPUT;
  }
}

/** Prints a value as JSON, with every digit. */
export function tellJson(value: unknown, io: Io): number {
  io.out(serialise(value));
  return DONE;
}
