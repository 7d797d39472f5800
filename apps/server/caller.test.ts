import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { localAuthorizer, localCaller } from '@gongze/application/permissions/local';
import { publicCaller, registerCaller, registerLocalCaller } from './caller.ts';

test('in local mode every request is the local user, who may do anything', async () => {
  const server = Fastify();
  registerLocalCaller(server);
  server.get('/', async (request) => request.caller);
  expect((await server.inject('/')).json()).toEqual(localCaller);
  expect(localAuthorizer.decide(localCaller, 'record:agreementSigned', { kind: 'case' }).allowed).toBe(true);
});

test('the local authorizer refuses a caller of server mode, even one with every role', async () => {
  const server = Fastify();
  registerCaller(server, async () => publicCaller);
  server.get('/', async (request) => localAuthorizer.decide(request.caller, 'readCase', { kind: 'case' }).allowed);
  expect((await server.inject('/')).json()).toBe(false);
  expect(localAuthorizer.decide({ mode: 'server', roles: ['signer', 'auditor'] }, 'readCase', { kind: 'case' }).allowed).toBe(false);
});
