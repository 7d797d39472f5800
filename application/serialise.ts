/** The one way in which answers become JSON, so that server and command line return the same bytes. */
export function serialise(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
