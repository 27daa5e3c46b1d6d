import { createHash } from 'node:crypto';

/** What a browser finds for a challenge, where scripts run. */
export function doWork(challenge: string): string {
  const bits = Number(challenge.split('.')[1]);
  for (let at = 0; ; at += 1) {
    const hash = createHash('sha256').update(`${challenge}:${at}`).digest();
    if (hash.readUInt32BE(0) >>> (32 - bits) === 0) return `${challenge}:${at}`;
  }
}

/** The challenge that a page gives. */
export const challengeIn = (html: string): string =>
  /data-challenge="([^"]+)"/.exec(html)?.[1] ?? '';
