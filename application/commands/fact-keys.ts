/** Key of each fact of a request: the request's own, numbered where there are several. */
export function factKeys(idempotencyKey: string, count: number): string[] {
  return count === 1 ? [idempotencyKey] : Array.from({ length: count }, (_, index) => `${idempotencyKey}/${index + 1}`);
}
