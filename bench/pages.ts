import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { quantile, round } from './measure.ts';
import type { Reader } from './readers.ts';

const WARMING = 5;
const REQUESTS = 60;

/** Names of pages, and where they are. */
export type Pages = Record<string, string>;

/** Milliseconds of whole pages at the 95th percentile, one request after the other. */
export async function measurePages(read: Reader, pages: Pages): Promise<Record<string, number>> {
  const measured: Record<string, number> = {};
  for (const [name, path] of Object.entries(pages))
    measured[name] = round(quantile(await timePage(read, path), 0.95), 1);
  return measured;
}

/** Milliseconds of each of some requests of a whole page, after a few that warm it. */
export async function timePage(
  read: Reader,
  path: string,
  requests: number = REQUESTS,
): Promise<number[]> {
  const times: number[] = [];
  for (let request = -WARMING; request < requests; request += 1) {
    const begun = performance.now();
    await (await read(path)).text();
    if (request >= 0) times.push(performance.now() - begun);
  }
  return times;
}

/** Reads a file piece by piece, asking every so often how much is alive. */
export async function measureFile(read: Reader, path: string): Promise<object> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const alive = () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = alive();
  const begun = performance.now();
  let bytes = 0;
  let pieces = 0;
  let most = 0;
  for await (const piece of (await read(path)).body!) {
    bytes += piece.length;
    pieces += 1;
    if (pieces % 20 === 1) most = Math.max(most, alive() - before);
  }
  return {
    seconds: round((performance.now() - begun) / 1000, 1),
    mebibytes: round(bytes / 2 ** 20, 1),
    pieces,
    mostAliveAboveStartMebibytes: round(most / 2 ** 20, 1),
  };
}

/** The address that following « next » so many times leads to, as far as there is one. */
export async function follow(read: Reader, path: string, turns: number): Promise<string> {
  let at = path;
  for (let turn = 0; turn < turns; turn += 1) {
    const html = await (await read(at)).text();
    const next = /<a [^>]*href="([^"]+)"[^>]*rel="next"/.exec(html)?.[1];
    if (!next) return at;
    const { pathname, search } = new URL(next.replaceAll('&amp;', '&'), 'http://localhost');
    at = pathname + search;
  }
  return at;
}
