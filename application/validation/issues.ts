/** Translates what a schema objects to into our faults: one per fault, in both languages, with what would be right. */
import { eventTypes } from '@gongze/domain/events/catalogue';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { z } from 'zod';
import { expected, schemaTexts, units } from '../messages.ts';
import { excerptOf, type InputFaultKind, type PlacelessFault } from './faults.ts';
import { nearestName } from './nearest.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

/** Value at a path of raw input; own properties only. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const segment of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return undefined;
    value = (value as Record<string | number, unknown>)[segment];
  }
  return value;
}

const DAY_SHAPE = /^\d{4}-\d{2}-\d{2}$/;

function wrong(kind: InputFaultKind, path: Path, right: Bilingual, value: unknown): PlacelessFault {
  return { kind, path, expected: right, found: excerptOf(value) };
}

function sizeUnit(origin: string): Bilingual {
  if (origin === 'array' || origin === 'set') return units.items;
  return origin === 'string' ? units.characters : units.none;
}

/** What a text of the schema itself asks for. */
function schemaText(message: string): Bilingual {
  const known = schemaTexts[message];
  if (known !== undefined) return known;
  if (message.includes('letters, digits')) return expected.slug(message);
  return expected.valid;
}

function formatText(issue: Extract<Issue, { code: 'invalid_format' }>): Bilingual {
  if (issue.format === 'datetime') return expected.instant;
  if (issue.format === 'url') return expected.url;
  return schemaText(issue.message);
}

function customFault(issue: Issue, path: Path, value: unknown): PlacelessFault {
  if (issue.message === 'first not after last') return wrong('reversedInterval', path, schemaText(issue.message), value);
  const day = issue.message === 'a calendar day YYYY-MM-DD' && typeof value === 'string' && DAY_SHAPE.test(value);
  return wrong(day ? 'impossibleDate' : 'wrongValue', path, schemaText(issue.message), value);
}

/** The branch of a union that the value comes nearest to: the one with the fewest objections. */
function unionFaults(issue: Extract<Issue, { code: 'invalid_union' }>, path: Path, root: unknown): PlacelessFault[] {
  const branches = issue.errors.filter((branch) => branch.length > 0);
  const kinds = branches.flatMap((branch) =>
    branch.flatMap((inner) => (inner.code === 'invalid_value' && inner.path.at(-1) === 'kind' ? inner.values : [])),
  );
  // Every branch objects to the discriminating field: that field is the fault, whatever else is missing.
  if (branches.length > 1 && kinds.length >= branches.length) {
    const at = [...path, 'kind'];
    const value = valueAt(root, at);
    return [wrong(value === undefined ? 'missingField' : 'wrongValue', at, expected.oneOf(kinds), value)];
  }
  const nearest = branches.toSorted((a, b) => a.length - b.length)[0];
  if (nearest === undefined) return [wrong('wrongValue', path, expected.valid, valueAt(root, path))];
  return nearest.flatMap((inner) =>
    issueFaults({ ...inner, path: [...issue.path, ...inner.path] } as Issue, root, path.slice(0, path.length - issue.path.length)),
  );
}

/** Told at the field that should name the type of an event. */
function unknownTypeFault(path: Path, value: unknown): PlacelessFault {
  const nearest = typeof value === 'string' ? nearestName(value, eventTypes) : undefined;
  return wrong(value === undefined ? 'missingField' : 'unknownType', path, expected.eventType(nearest), value);
}

function issueFaults(issue: Issue, root: unknown, prefix: Path): PlacelessFault[] {
  const path = [...prefix, ...issue.path.map((segment) => (typeof segment === 'symbol' ? String(segment) : segment))];
  const value = valueAt(root, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        kind: 'unknownField',
        path: [...path, key],
        atKey: true,
        expected: expected.noField([]),
        found: excerptOf(key),
      }));
    case 'invalid_type':
      return [wrong(value === undefined ? 'missingField' : 'wrongType', path, expected.type(issue.expected), value)];
    case 'invalid_value':
      return [wrong(value === undefined ? 'missingField' : 'wrongValue', path, expected.oneOf(issue.values), value)];
    case 'too_small':
      return [wrong('wrongValue', path, expected.atLeast(issue.minimum, sizeUnit(issue.origin), issue.inclusive === false), value)];
    case 'too_big':
      return [wrong('wrongValue', path, expected.atMost(issue.maximum, sizeUnit(issue.origin)), value)];
    case 'invalid_format':
      return [wrong('wrongValue', path, formatText(issue), value)];
    case 'invalid_union':
      if (issue.discriminator === 'type') return [unknownTypeFault(path, value)];
      return unionFaults(issue, path, root);
    case 'invalid_key':
      return [{ ...wrong('wrongValue', path, schemaText(issue.issues[0]?.message ?? ''), path.at(-1)), atKey: true }];
    case 'custom':
      return [customFault(issue, path, value)];
    default:
      return [wrong('wrongValue', path, expected.valid, value)];
  }
}

/**
 * Faults behind the objections of a schema. A rule over several fields is silent where one of these fields is
 * itself at fault, so that one mistake is told once.
 * @param root the whole document; `prefix` is the path at which the schema was applied.
 */
export function faultsOfIssues(issues: readonly Issue[], root: unknown, prefix: Path): PlacelessFault[] {
  const isInside = (inner: Issue, outer: Issue): boolean =>
    inner !== outer && inner.path.length > outer.path.length && outer.path.every((segment, index) => inner.path[index] === segment);
  return issues
    .filter((issue) => issue.code !== 'custom' || !issues.some((other) => isInside(other, issue)))
    .flatMap((issue) => issueFaults(issue, root, prefix));
}
