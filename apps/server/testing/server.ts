/** A server over a store that lives as long as the test, with one case to write to. */
import { type ApplicationPorts, createApplication } from '@gongze/application';
import { memoryStore } from '@gongze/application/ledger/memory-store';
import { selectEdition } from '@gongze/cases/edition';
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { FastifyInstance } from 'fastify';
import { buildServer, type ServerParts } from '../server.ts';

export const testClock = { today: () => isoDateOf('2026-11-23'), now: () => '2026-11-23T00:00:00Z' };
export const day = (on: string) => ({ first: on, last: on, precision: 'day' });

export interface Opened {
  readonly server: FastifyInstance;
  readonly store: ApplicationPorts['store'];
  /** Sends JSON as a command does. */
  readonly post: (url: string, body: unknown, headers?: Record<string, string>) => ReturnType<typeof sendTo>;
}

function sendTo(server: FastifyInstance, url: string, body: unknown, headers: Record<string, string>) {
  const payload = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  return server.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/json', ...headers } });
}

export const riverCase = {
  case: 'river',
  title: { zh: '河流', en: 'River' },
  opened: { occurred: day('2026-01-01'), payload: { title: { zh: '河流', en: 'River' }, parties: ['610100', '610400'] } },
};
export const joining = (party: string) => ({ events: [{ type: 'partyJoined', occurred: day('2026-11-23'), payload: { party } }] });

/** The case `river` stands at version 1. */
export async function openServer(parts: Partial<ServerParts> = {}, ports: Partial<ApplicationPorts> = {}): Promise<Opened> {
  const store = ports.store ?? memoryStore();
  const application = createApplication({ store, clock: testClock, governments: gb2260(), selectEdition, ...ports });
  const server = await buildServer({ application, pageDir: 'none', ready: async () => true, ...parts });
  const post: Opened['post'] = (url, body, headers = {}) => sendTo(server, url, body, headers);
  const created = await post('/api/cases', riverCase, { 'idempotency-key': 'open' });
  if (created.statusCode !== 201) throw new Error(created.body);
  return { server, store, post };
}
