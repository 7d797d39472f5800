/**
 * Results of R's survival and survRM2 to check against, read from the folder that GONGZE_REFERENCE names, where somebody has put them,
 * and the command that asks for the same.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env['GONGZE_REFERENCE'];

export interface SurvivalReference {
  readonly id: string;
  readonly code: string;
  readonly data: string;
  readonly output: Readonly<Record<string, unknown>>;
}

/** Those of kinds that are built. */
export function survivalReferences(): SurvivalReference[] {
  if (folder === undefined) return [];
  const expected = join(folder, 'survival', 'expected');
  return readdirSync(expected)
    .filter((file) => /^(KM|NA|LR|COX|RMST|CR)_.*\.json$/.test(file))
    .sort()
    .map((file) => {
      const { r_code, data, output } = JSON.parse(readFileSync(join(expected, file), 'utf8'));
      return { id: file.replace(/\.json$/, ''), code: [r_code].flat().join(' '), data: join(folder, 'qca', [data].flat()[0]), output };
    });
}

/** Columns of the data sets that survRM2 is given as bare vectors. */
const vectors: readonly (readonly [RegExp, string, string, string])[] = [
  [/ovarian/, 'futime', 'fustat', 'rx'],
  [/aml/, 'time', 'status', 'x'],
  [/veteran/, 'time', 'status', 'trt'],
  [/lung/, 'time', 'status', 'sex'],
];

function meansArguments({ id, code }: SurvivalReference): string[] {
  const [, time, event, group] = vectors.find(([name]) => name.test(id)) ?? [];
  const arm = /==\s*"?(\w+)/.exec(code)?.[1];
  const against = arm === 'Maintained' ? ['--against', 'Nonmaintained'] : [];
  return ['--time', time ?? '', '--event', event ?? '', '--group', group ?? '', '--rmst', /tau=([\d.]+)/.exec(code)?.[1] ?? '', ...against];
}

/** What is asked of `gongze survival` to get what the code of a reference gets. */
export function argumentsFor(reference: SurvivalReference): string[] {
  const { id, code } = reference;
  if (id.startsWith('RMST')) return meansArguments(reference);
  const call = /Surv\(([^()]*(?:factor\([^)]*\)*)?[^()]*)\)\s*~\s*([^,()]*(?:\([^)]*\)[^,()]*)*)/.exec(code);
  if (id.startsWith('CR')) return ['--time', 'time', '--event', 'event', '--competing'];
  const times = (call?.[1] ?? '').split(',').map((part) => part.trim().replace(/\s*==.*/, ''));
  const terms = (call?.[2] ?? '').split('+').map((term) => term.trim());
  const inside = (name: string): string[] =>
    terms.flatMap((term) => (term.startsWith(`${name}(`) ? [term.slice(name.length + 1, -1)] : []));
  const own = terms.filter((term) => !/^(strata|cluster)\(/.test(term) && term !== '1');
  const named = (name: string): string | undefined => new RegExp(`\\b${name}\\s*=\\s*"?([\\w.-]+)`).exec(code)?.[1];
  const cluster = inside('cluster')[0] ?? named('cluster');
  const common = [
    ...(times.length === 3 ? ['--start', times[0] as string] : []),
    ...['--time', times.at(-2) ?? '', '--event', times.at(-1) ?? ''],
    ...(inside('strata').length > 0 ? ['--strata', inside('strata').join()] : []),
  ];
  if (id.startsWith('COX'))
    return [...common, '--cox', own.join(), '--ties', named('ties') ?? 'efron', ...(cluster === undefined ? [] : ['--cluster', cluster])];
  const group = own.length > 0 ? ['--group', own.join()] : [];
  if (id.startsWith('LR')) return [...common, ...group, '--logrank', '--rho', named('rho') ?? '0'];
  const estimator = id.startsWith('NA') ? ['--estimator', 'fleming-harrington'] : [];
  return [...common, ...group, '--km', '--conf-type', named('conf\\.type') ?? 'log', ...estimator];
}
