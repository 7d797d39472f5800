/** Names of generated cases, apart from what makes them, so that asking for a name costs no generator. */
const idPattern = /^generated-(\d{1,6})$/;

export function generatedCaseId(number: number): string {
  return `generated-${number}`;
}

/** The number of a generated case; `undefined` for the identifier of any other. */
export function generatedNumberOf(caseId: string): number | undefined {
  const match = idPattern.exec(caseId);
  return match === null ? undefined : Number(match[1]);
}
