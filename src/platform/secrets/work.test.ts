import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bitsUnder, readWork, writeChallenge } from './work.ts';

const key = randomBytes(32);
const form = { organisationId: '0', name: 'sign-up' };
const now = new Date('2026-11-23T10:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

/** As a browser finds it. */
function work(challenge: string): string {
  const bits = Number(challenge.split('.')[1]);
  for (let at = 0; ; at += 1) {
    const sent = `${challenge}:${at}`;
    const hash = createHash('sha256').update(sent).digest();
    if (hash.readUInt32BE(0) >>> (32 - bits) === 0) return sent;
  }
}

describe('work instead of a puzzle', () => {
  const challenge = writeChallenge(key, form, { bits: 10, now });
  const sent = work(challenge);

  it('W10 done, it is known; of another form, organisation or key, too old or changed, it is not', () => {
    expect(readWork(key, form, sent, later(2))).toMatchObject({ bits: 10 });
    expect(readWork(key, { ...form, name: 'contact' }, sent, now)).toBeNull();
    expect(readWork(key, { ...form, organisationId: '1' }, sent, now)).toBeNull();
    expect(readWork(randomBytes(32), form, sent, now)).toBeNull();
    expect(readWork(key, form, sent, later(4))).toBeNull();
    expect(readWork(key, form, sent.replace('.10.', '.1.'), now), 'made easier').toBeNull();
    expect(readWork(key, form, `${challenge}:1`, now) === null || sent.endsWith(':1')).toBe(true);
  });

  it('W9 W14 whatever is sent is read or refused', () => {
    for (const one of [
      '',
      ':',
      '.',
      'x'.repeat(1_000_000),
      `${challenge}:`,
      `${challenge}:-1`,
      `${sent}:1`,
      `\u0000${sent}`,
    ])
      expect(readWork(key, form, one, now) === null || one === sent || one === `${sent}:1`).toBe(
        true,
      );
  });

  it('grows with what comes, up to half a minute of a telephone', () => {
    expect([0, 1, 80, 100].map(bitsUnder)).toEqual([13, 13, 13, 13]);
    expect([200, 201, 400, 1600, 1_000_000].map(bitsUnder)).toEqual([14, 15, 15, 17, 18]);
  });
});
