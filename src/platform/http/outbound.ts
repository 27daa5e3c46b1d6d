import { lookup as resolveName } from 'node:dns/promises';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './reachable.ts';

/**
 * Requests that leave this server for an address that somebody typed in: providers of identity, webhooks, messages.
 * None may reach this machine or its network (W6): https only, every address that the name stands for is public, and
 * the connection goes to an address that was looked at (a name that changes in between leads nowhere else). Redirects
 * are answers like others: nobody follows them. Answers are short and come soon, or not at all.
 */
export interface OutboundRules {
  /** Tests and development: also http, and also this machine (PALABRE_ALLOW_LOCAL_PEERS). */
  allowLocalPeers: boolean;
  /** Every address of a name; the system's own unless said. */
  resolve?: (hostname: string) => Promise<readonly ResolvedAddress[]>;
  /** Milliseconds from the question to the last byte of the answer. */
  timeout?: number;
  /** Bytes that an answer may hold. */
  limit?: number;
}

interface ResolvedAddress {
  address: string;
  family: number;
}

export type OutboundRefusal =
  | 'address-unreadable'
  | 'not-https'
  | 'not-public'
  | 'name-unknown'
  | 'unreachable'
  | 'certificate-refused'
  | 'too-slow'
  | 'too-long';

/** A request that was not sent, or whose answer never came whole. */
export class OutboundFailure extends Error {
  readonly refusal: OutboundRefusal;

  constructor(refusal: OutboundRefusal, cause?: unknown) {
    super(`outbound: ${refusal}`, { cause });
    this.refusal = refusal;
  }
}

export interface OutboundRequest {
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | URLSearchParams | Uint8Array | null | undefined;
}

const TIMEOUT = 10_000;
const LIMIT = 1024 * 1024;
const NO_BODY: readonly number[] = [101, 103, 204, 205, 304];

export async function fetchOutside(
  address: string,
  asked: OutboundRequest,
  rules: OutboundRules,
): Promise<Response> {
  const url = readTarget(address, rules);
  const peer = await choosePeer(url, rules);
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const body = asked.body instanceof URLSearchParams ? asked.body.toString() : asked.body;
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  const request = send(url, {
    method: asked.method ?? 'GET',
    headers: { ...asked.headers, 'accept-encoding': 'identity', connection: 'close' },
    agent: false,
    signal: AbortSignal.timeout(rules.timeout ?? TIMEOUT),
    // pinned: whatever the name stands for by now, the connection goes where we looked
    lookup: (_name, options, answer) => {
      if (options.all) answer(null, [peer]);
      else answer(null, peer.address, peer.family);
    },
  });
  request.on('error', (error) => reject(asFailure(error)));
  request.on('response', (message) => {
    const chunks: Buffer[] = [];
    let size = 0;
    message.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= (rules.limit ?? LIMIT)) {
        chunks.push(chunk);
        return;
      }
      reject(new OutboundFailure('too-long'));
      request.destroy();
    });
    message.on('error', (error) => reject(asFailure(error)));
    message.on('end', () => {
      const status = message.statusCode ?? 502;
      const headers = new Headers();
      for (const [name, values] of Object.entries(message.headersDistinct))
        for (const value of values ?? []) headers.append(name, value);
      resolve(
        new Response(NO_BODY.includes(status) ? null : Buffer.concat(chunks), { status, headers }),
      );
    });
  });
  request.end(body ?? undefined);
  return promise;
}

/** The URL parser writes every form of an IPv4 address (decimal, octal, hexadecimal, short) in the usual one. */
function readTarget(address: string, rules: OutboundRules): URL {
  if (!URL.canParse(address)) throw new OutboundFailure('address-unreadable');
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') throw new OutboundFailure('address-unreadable');
  const secure = url.protocol === 'https:';
  if (!secure && !(rules.allowLocalPeers && url.protocol === 'http:'))
    throw new OutboundFailure('not-https');
  return url;
}

/** One address of the host; none unless all of them are public. */
async function choosePeer(url: URL, rules: OutboundRules): Promise<ResolvedAddress> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  let addresses: readonly ResolvedAddress[] = [{ address: host, family }];
  if (family === 0) {
    const resolve = rules.resolve ?? ((name) => resolveName(name, { all: true }));
    try {
      addresses = await resolve(host);
    } catch (error) {
      throw new OutboundFailure('name-unknown', error);
    }
  }
  const [first] = addresses;
  if (!first) throw new OutboundFailure('name-unknown');
  if (!rules.allowLocalPeers && !addresses.every(({ address }) => isPublicAddress(address)))
    throw new OutboundFailure('not-public');
  return first;
}

function asFailure(error: Error): OutboundFailure {
  if (error instanceof OutboundFailure) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (error.name === 'AbortError' || error.name === 'TimeoutError')
    return new OutboundFailure('too-slow', error);
  const refused = /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code);
  return new OutboundFailure(refused ? 'certificate-refused' : 'unreachable', error);
}
