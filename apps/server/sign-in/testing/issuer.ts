/** A small OpenID Connect issuer for tests: code flow with PKCE, ES256, and ways to misbehave. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Misdeed = 'none' | 'wrongNonce' | 'otherAudience' | 'otherKey' | 'expired' | 'otherIssuer' | 'noSignature';

export interface Issuer {
  readonly url: string;
  /** Who signs in next. */
  user: { subject: string; name: string; acr?: string; authenticatedAt?: number };
  misdeed: Misdeed;
  readonly close: () => Promise<void>;
}

const text64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return new URLSearchParams(Buffer.concat(parts).toString());
}

export async function startIssuer(clientId: string, clientSecret: string): Promise<Issuer> {
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const codes = new Map<string, { challenge: string; nonce: string; redirect: string }>();
  let url = '';
  const issuer = { user: { subject: 'u1', name: '张三' } as Issuer['user'], misdeed: 'none' as Misdeed };

  const idToken = (nonce: string): string => {
    const { misdeed, user } = issuer;
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: misdeed === 'otherIssuer' ? 'https://elsewhere.test' : url,
      sub: user.subject,
      name: user.name,
      aud: misdeed === 'otherAudience' ? 'somebody-else' : clientId,
      ...(user.acr === undefined ? {} : { acr: user.acr }),
      ...(user.authenticatedAt === undefined ? {} : { auth_time: user.authenticatedAt }),
      nonce: misdeed === 'wrongNonce' ? 'not-yours' : nonce,
      iat: misdeed === 'expired' ? now - 7200 : now,
      exp: misdeed === 'expired' ? now - 3600 : now + 300,
    };
    const signed = `${text64({ alg: misdeed === 'noSignature' ? 'none' : 'ES256', kid: 'k1' })}.${text64(claims)}`;
    if (misdeed === 'noSignature') return `${signed}.`;
    const key = (misdeed === 'otherKey' ? other : own).privateKey;
    return `${signed}.${sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  };

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    const json = (value: unknown, status = 200): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    };
    if (pathname === '/.well-known/openid-configuration') {
      return json({
        issuer: url,
        authorization_endpoint: `${url}/authorize`,
        token_endpoint: `${url}/token`,
        jwks_uri: `${url}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['ES256'],
        code_challenge_methods_supported: ['S256'],
        token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
      });
    }
    if (pathname === '/jwks') return json({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'ES256', use: 'sig' }] });
    if (pathname === '/authorize') {
      const code = randomBytes(16).toString('hex');
      const redirect = searchParams.get('redirect_uri') ?? '';
      codes.set(code, { challenge: searchParams.get('code_challenge') ?? '', nonce: searchParams.get('nonce') ?? '', redirect });
      const back = new URL(redirect);
      back.searchParams.set('code', code);
      back.searchParams.set('state', searchParams.get('state') ?? '');
      response.writeHead(302, { location: back.href }).end();
      return undefined;
    }
    if (pathname !== '/token') return json({ error: 'not_found' }, 404);
    const body = await bodyOf(request);
    const grant = codes.get(body.get('code') ?? '');
    codes.delete(body.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url');
    const authorised = body.get('client_secret') === clientSecret || request.headers.authorization !== undefined;
    if (grant === undefined || grant.challenge !== challenge || grant.redirect !== body.get('redirect_uri') || !authorised)
      return json({ error: 'invalid_grant' }, 400);
    return json({ access_token: randomBytes(16).toString('hex'), token_type: 'Bearer', expires_in: 300, id_token: idToken(grant.nonce) });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(issuer, {
    url,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  });
}
