import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Config } from '../config.ts';
import type { Visit } from './visit.ts';

/** Where a request was sent to, as its reader sees it. */
export interface Destination {
  /** `https://host[:port]` */
  origin: string;
  secure: boolean;
  /** Without its port. Loopback addresses answer as `localhost`. */
  hostname: string;
}

export function readDestination(context: Context, config: Config): Destination {
  const proxied = config.trustProxy ? context.req.header('x-forwarded-proto') : undefined;
  const secure = proxied ? proxied === 'https' : context.req.url.startsWith('https:');
  const host =
    (config.trustProxy && context.req.header('x-forwarded-host')) ||
    context.req.header('host') ||
    new URL(context.req.url).host;
  const hostname = host.replace(/:\d+$/, '').toLowerCase();
  const loopback = hostname === '127.0.0.1' || hostname === '[::1]';
  return {
    origin: `${secure ? 'https' : 'http'}://${host}`,
    secure,
    hostname: loopback ? 'localhost' : hostname,
  };
}

/** The caller's network address. */
export function readAddress(context: Context, config: Config): string {
  if (config.trustProxy) {
    const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
    if (forwarded) return forwarded;
  }
  try {
    return getConnInfo(context).remote.address ?? '127.0.0.1';
  } catch {
    return '127.0.0.1'; // a test that calls the app without a socket
  }
}

/** A proxy that was not declared speaks for everyone from this very machine: what it forwards is not from here. */
export function isFromHere({
  address,
  request,
  config,
}: Pick<Visit, 'address' | 'request' | 'config'>): boolean {
  const forwarded = request.headers.has('x-forwarded-for') || request.headers.has('forwarded');
  return isLoopback(address) && (config.trustProxy || !forwarded);
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}
