import type { Config } from '../config.ts';
import { Refused } from './refused.ts';

/**
 * A form may only come from a page of this very origin (W5). Browsers say where a POST comes from in
 * Origin or Sec-Fetch-Site; one that says neither is refused. Sessions are SameSite=Lax besides.
 */
export function checkOrigin(request: Request, origin: string): void {
  const from = request.headers.get('origin');
  if (from !== null) {
    if (from !== origin) throw new Refused(403, 'foreign-origin');
    return;
  }
  if (request.headers.get('sec-fetch-site') !== 'same-origin')
    throw new Refused(403, 'unknown-origin');
}

/** A job has no visit to take its origin from: a demo answers on its own port, a town over https. */
export function originOf(host: string, { port }: Pick<Config, 'port'>): string {
  const isLocal = host === 'localhost' || host.endsWith('.localhost');
  return isLocal ? `http://${host}:${port}` : `https://${host}`;
}
