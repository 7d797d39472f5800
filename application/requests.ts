/** From the texts of a request to dates, edition and parameters, with one fault for each that cannot be read. */
import { intervalOf, type IsoDate } from '@gongze/domain/vocabulary/dates';
import { defaultParameters, type ParameterName, type Parameters, parametersWith } from '@gongze/domain/vocabulary/parameters';
import { type Answer, answered, type RequestFault, requestFault } from './answers.ts';
import { requestTexts } from './messages.ts';
import { type Clock, type EditionName, editionNames } from './ports.ts';
import { excerptOf } from './validation/faults.ts';
import { nearestName } from './validation/nearest.ts';

/** As it comes from a command line or a query; what is absent has its default. */
export interface CaseRequest {
  readonly caseId: string;
  /** Default: enriched. */
  readonly edition?: string | undefined;
  /** Default: today. A month or year means its last day. */
  readonly asOf?: string | undefined;
  /** Default: everything known at all. */
  readonly knownOn?: string | undefined;
  /** Thresholds that replace the defaults, by name. */
  readonly parameters?: Readonly<Record<string, unknown>> | undefined;
}

export interface ReadRequest {
  readonly caseId: string;
  readonly edition: EditionName;
  readonly asOf: IsoDate;
  readonly knownOn: IsoDate | undefined;
  readonly parameters: Parameters;
}

/** Last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function lastDayOf(text: string): IsoDate | undefined {
  return intervalOf(text)?.last;
}

function readDate(field: string, text: string | undefined, faults: RequestFault[]): IsoDate | undefined {
  if (text === undefined) return undefined;
  const date = lastDayOf(text);
  if (date === undefined) faults.push(requestFault(field, requestTexts.date, excerptOf(text)));
  return date;
}

/** Faults of overrides of parameters, or the parameters. */
export function readParameters(overrides: Readonly<Record<string, unknown>>, faults: RequestFault[]): Parameters | undefined {
  const parameters = parametersWith(overrides);
  if (!('faults' in parameters)) return parameters;
  for (const { name, fault, range } of parameters.faults) {
    const names = Object.keys(defaultParameters) as ParameterName[];
    const value = Object.hasOwn(overrides, name) ? overrides[name] : undefined;
    if (fault === 'unknown') faults.push(requestFault(name, requestTexts.parameterName(nearestName(name, names)), excerptOf(name)));
    else if (fault === 'notANumber') faults.push(requestFault(name, requestTexts.parameterNumber, excerptOf(value)));
    else faults.push(requestFault(name, requestTexts.parameterRange(...(range ?? [0, 0])), excerptOf(value)));
  }
  return undefined;
}

export function readRequest(request: CaseRequest, clock: Clock): Answer<ReadRequest> {
  const faults: RequestFault[] = [];
  const edition = editionNames.find((name) => name === (request.edition ?? 'enriched'));
  if (edition === undefined) faults.push(requestFault('edition', requestTexts.edition, excerptOf(request.edition)));
  const asOf = readDate('asOf', request.asOf, faults) ?? clock.today();
  const knownOn = readDate('knownOn', request.knownOn, faults);
  const parameters = readParameters(request.parameters ?? {}, faults);
  if (faults.length > 0 || edition === undefined || parameters === undefined) {
    return { ok: false, problem: { kind: 'badRequest', text: requestTexts.badRequest, faults } };
  }
  return answered({ caseId: request.caseId, edition, asOf, knownOn, parameters });
}
