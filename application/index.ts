/** The use cases, the ports they need, and what they answer. */
export type { Answer, Problem, RequestFault } from './answers.ts';
export { type Application, type ApplicationPorts, type CaseHead, createApplication, type SeenReport } from './application.ts';
export type { BrowserCase } from './browser.ts';
export type { Change } from './counterfactual.ts';
export type { Recorded } from './commands/record.ts';
export type { ExplainedFact, ExplainedResult, Explanation } from './explain.ts';
export { storeOf } from './history-store.ts';
export type { Imported } from './import-history.ts';
export type { MayIntervene } from './may-intervene.ts';
export { expected } from './messages.ts';
export { editableParameters, readParametersFile } from './parameters-file.ts';
export type { AppendResult, CaseSummary, Clock, EditionName, SelectEdition, Store, StoredCase } from './ports.ts';
export type { CaseRequest } from './requests.ts';
export type { EventPage } from './read/events.ts';
export type { CasePage, ListedCase } from './read/list.ts';
export { serialise } from './serialise.ts';
export { FILE_BYTES_MAX, type InputFault } from './validation/faults.ts';
export { fileFault, type History, tooLargeFault, validateHistory, type Validation } from './validation/validate.ts';
