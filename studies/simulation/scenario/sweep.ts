/** Sweeps: every combination of the values listed becomes a variant, e.g. timing × strength. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { type ParameterSpec, type Refusal, refusal, unknownParameter, valueRefusal } from '../../parameters/parameters.ts';
import { modelParameters } from '../model/parameters.ts';
import { type Policy, policyNumbers } from '../model/policy.ts';

export interface Variant {
  readonly id: string;
  readonly title: Bilingual;
  readonly parameters: Readonly<Record<string, number>>;
  readonly policy: Policy;
  /** Values of the sweep that made it, by path. */
  readonly swept?: Readonly<Record<string, number>>;
}

export const variantsMax = 400;

const specs = new Map<string, ParameterSpec>([
  ...modelParameters.map((spec) => [`parameters.${spec.name}`, spec] as const),
  ...policyNumbers.map((spec) => [`policy.${spec.name}`, spec] as const),
]);

function valueFaults(path: string, values: unknown): Refusal[] {
  const spec = specs.get(path);
  if (spec === undefined) return [unknownParameter(path, ['parameters.c', 'policy.onsetMonth', 'policy.strength', '…'], `sweep.${path}`)];
  if (!Array.isArray(values) || values.length === 0)
    return [refusal('badFile', `sweep.${path}`, `sweep.${path}：应为数值列表`, `sweep.${path}: a list of numbers is expected`)];
  return values.flatMap((value) => valueRefusal(spec, value, `sweep.${path}`) ?? []);
}

/** The variant with one setting changed. A swept onset month or strength means that the superior comes. */
export function withSetting(variant: Variant, path: string, value: number): Variant {
  const [group, name = ''] = path.split('.');
  if (group === 'parameters') return { ...variant, parameters: { ...variant.parameters, [name]: value } };
  const onset = name === 'onsetMonth' ? 'month' : variant.policy.onset;
  return { ...variant, policy: { ...variant.policy, [name]: value, onset } };
}

export function expandSweep(variants: readonly Variant[], sweep: unknown, refusals: Refusal[]): readonly Variant[] {
  if (sweep === undefined) return variants;
  if (typeof sweep !== 'object' || sweep === null || Array.isArray(sweep)) {
    refusals.push(refusal('badFile', 'sweep', 'sweep：应为 路径: 数值列表', 'sweep: path: list of numbers is expected'));
    return variants;
  }
  const axes = Object.entries(sweep as Readonly<Record<string, unknown>>);
  const faults = axes.flatMap(([path, values]) => valueFaults(path, values));
  refusals.push(...faults);
  if (faults.length > 0) return variants;
  const count = axes.reduce((product, [, values]) => product * (values as unknown[]).length, variants.length);
  if (count > variantsMax) {
    refusals.push(refusal('tooLarge', 'sweep', `共 ${count} 个组合，上限 ${variantsMax}`, `${count} combinations, ${variantsMax} at most`));
    return variants;
  }
  return axes.reduce(
    (all, [path, values]) =>
      all.flatMap((variant) =>
        (values as number[]).map((value): Variant => {
          const set = withSetting(variant, path, value);
          const label = `${path.split('.')[1]}=${value}`;
          return {
            ...set,
            id: `${variant.id}.${label}`.replace(/[^A-Za-z0-9._-]/g, '-'),
            title: { zh: `${variant.title.zh}，${label}`, en: `${variant.title.en}, ${label}` },
            swept: { ...variant.swept, [path]: value },
          };
        }),
      ),
    variants,
  );
}
