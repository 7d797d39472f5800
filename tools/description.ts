/** The description of the interface as the server gives it, and the types that follow from it. */
import { createApplication, storeOf } from '@gongze/application';
import { localAuthorizer } from '@gongze/application/permissions/local';
import { selectEdition } from '@gongze/cases/edition';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { changeFeed } from '@gongze/server/changes/feed';
import { systemClock } from '@gongze/server/clock';
import { buildServer } from '@gongze/server/server';
import { signInWith } from '@gongze/server/sign-in/register';
import openapiTS, { astToString } from 'openapi-typescript';

/** Content of `docs/openapi.json`. */
export async function description(): Promise<string> {
  const store = storeOf({ caseId: 'none' as CaseId, title: { zh: '无', en: 'None' }, actors: {}, facts: [] });
  const application = createApplication({ store, clock: systemClock, governments: gb2260(), selectEdition });
  // Nothing is asked of them: routes are described, not called.
  const unused = new Proxy({}, { get: () => async () => undefined }) as never;
  const feed = changeFeed({ size: async () => 0, readLog: async () => [] });
  const server = await buildServer({
    application,
    pageDir: 'none',
    ready: async () => true,
    signIn: signInWith({
      publicUrl: 'https://gongze.example.org',
      secret: 'nothing is sealed here',
      pool: unused,
      store: unused,
      authorizer: localAuthorizer,
      clock: systemClock,
      governments: gb2260(),
      newId: () => '',
      oidc: { issuer: 'https://id.example.org', clientId: 'gongze' },
      localAccounts: true,
    }),
    log: { logStore: unused, receipts: unused, policy: '', feed },
    studies: { studies: unused },
    daily: {
      daily: unused,
      notices: unused,
      calendars: unused,
      readCase: async () => undefined,
      clock: systemClock,
      governments: gb2260(),
    },
    webhooks: { webhooks: unused, secret: new Uint8Array(32), allowPrivate: false, logSize: async () => 0 },
  });
  try {
    return (await server.inject('/api/openapi.json')).body;
  } finally {
    await server.close();
  }
}

const header = '/** Types of the interface. Written by `npm run describe` from docs/openapi.json; a test tells when they are old. */\n';

/** Content of `apps/client/openapi.data.ts`. */
export async function clientTypes(text: string): Promise<string> {
  const nodes = await openapiTS(text, { alphabetize: false });
  return header + astToString(nodes);
}
