/** Local mode: one user on this machine who may act for anyone. Every page and every fact says that nobody was checked. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { Authorizer, Caller } from './caller.ts';

export const localCaller: Caller = { mode: 'local', person: 'local', roles: [] };

const onlyLocal: Bilingual = {
  zh: '本服务器以本地模式运行，只接受本机使用者的请求。',
  en: 'This server runs in local mode and takes requests of the local user only.',
};

export const localAuthorizer: Authorizer = {
  decide: (caller) =>
    caller.mode === 'local' ? { allowed: true, policies: ['localMode'] } : { allowed: false, reason: onlyLocal, policies: ['localMode'] },
};
