import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readSignedLink, writeSignedLink } from '../../platform/secrets/link-token.ts';
import { readTopicToken, writeTopicToken } from './letter-token.crypto.ts';

const key = new Uint8Array(32).fill(7);
const town = '0190a000-0000-7000-8000-000000000001';
const reader = '0190a000-0000-7000-8000-000000000002';

describe('W4 the link that stops letters of a topic', () => {
  it('is what letters already sent hold', () => {
    const sent =
      'week.0190a000000070008000000000000002c6031fa8ace2a1790338a26c3f7174b98b150a003fab9941d26aca5a18afd266';
    expect(writeTopicToken(key, town, reader, 'week')).toBe(sent);
    expect(readTopicToken(key, town, sent)).toEqual({ personId: reader, topic: 'week' });
  });

  it('opens nothing else: another topic, another town, another use, or one character changed', () => {
    const token = writeTopicToken(key, town, reader, 'week');
    const proof = token.slice('week.'.length);
    const last = token.endsWith('0') ? '1' : '0';
    for (const other of [`meetings.${proof}`, `.${proof}`, proof, `${token.slice(0, -1)}${last}`])
      expect(readTopicToken(key, town, other), other).toBeNull();
    expect(readTopicToken(key, randomUUID(), token)).toBeNull();
    expect(readSignedLink(key, { organisationId: town, use: 'stop-letters' }, proof)).toBeNull();
    const withdraw = writeSignedLink(
      key,
      { organisationId: town, use: 'meeting-withdraw' },
      reader,
    );
    expect(readTopicToken(key, town, `week.${withdraw}`)).toBeNull();
  });
});
