import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { get, type Route } from '../platform/http/route.ts';
import { urls } from '../urls.ts';

/** The house itself: health. Mails and gallery join it here. */
export const houseRoutes: readonly Route[] = [
  get(
    urls.health,
    'anyone',
    () => new Response('ok\n', { headers: { 'content-type': 'text/plain; charset=utf-8' } }),
  ),
];
void readdir;
void readFile;
void join;
