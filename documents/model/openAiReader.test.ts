/** Against a local endpoint that stands in for a model. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readClause } from '@gongze/clauses/readClause';
import { secondOpinion } from '@gongze/clauses/second/secondReader';
import { openAiReader } from './openAiReader.ts';

const clause = readClause('甲方应于2026年底前移交档案。', 'zh');
const statement = { attribute: ['甲方'], deontic: 'must', aim: '移交', object: '档案', deadline: '2026年底前', orElse: null };
let server: Server;
let address = '';
const asked: { readonly path: string | undefined; readonly key: string | undefined; readonly body: string }[] = [];

const answers: Readonly<Record<string, { readonly status: number; readonly content: string }>> = {
  good: { status: 200, content: JSON.stringify({ statements: [statement] }) },
  fenced: { status: 200, content: `\`\`\`json\n${JSON.stringify({ statements: [statement] })}\n\`\`\`` },
  prose: { status: 200, content: 'Of course! Here are the statements.' },
  broken: { status: 500, content: '' },
};

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => (body += piece));
    request.on('end', () => {
      asked.push({ path: request.url, key: request.headers.authorization, body });
      const answer = answers[(JSON.parse(body) as { model: string }).model];
      response.writeHead(answer?.status ?? 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ choices: [{ message: { content: answer?.content } }] }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/`;
});
afterAll(() => server.close());

describe('a model as second reader', () => {
  test.each(['good', 'fenced'])('confirms what it quotes: %s', async (model) => {
    expect(await secondOpinion(clause, openAiReader({ address, model, key: 'k' }))).toMatchObject({ status: 'read', confirmed: [0] });
  });
  test('is asked at the address the operator chose, with the clause as material', () => {
    expect(asked[0]).toMatchObject({ path: '/v1/chat/completions', key: 'Bearer k' });
    expect(asked[0]?.body).toContain('甲方应于2026年底前移交档案。');
  });
  test.each(['prose', 'broken'])('that misbehaves is left out: %s', async (model) => {
    expect((await secondOpinion(clause, openAiReader({ address, model }))).status).toBe('unusable');
  });
});
