/** Which methods an address knows, for those that are asked with another one. */
import type { FastifyInstance } from 'fastify';

export interface KnownAddresses {
  /** Methods of the address, in order of declaration; none for an address nobody declared. */
  readonly methodsAt: (path: string) => readonly string[];
}

/** Notes every route that is declared after it. */
export function noteAddresses(server: FastifyInstance): KnownAddresses {
  const known = new Map<string, { readonly pattern: RegExp; readonly methods: Set<string> }>();
  server.addHook('onRoute', ({ url, method }) => {
    if (url.endsWith('*')) return;
    const source = url.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/:[A-Za-z]+/g, '[^/]+');
    const entry = known.get(url) ?? { pattern: new RegExp(`^${source}$`), methods: new Set<string>() };
    for (const one of [method].flat()) entry.methods.add(one);
    known.set(url, entry);
  });
  return {
    methodsAt: (path) => [
      ...new Set([...known.values()].filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => [...methods])),
    ],
  };
}
