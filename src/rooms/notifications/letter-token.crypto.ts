import { createHmac, timingSafeEqual } from 'node:crypto';
import { TOPICS, type Topic } from './letter.ts';

/**
 * What the link at the foot of a letter holds: an account of this organisation, a topic, and a proof that we wrote
 * it. Nothing is stored, it has no end, and it does this one thing (W4).
 */
export function writeTopicToken(
  key: Uint8Array,
  organisationId: string,
  personId: string,
  topic: Topic,
): string {
  const proof = createHmac('sha256', key)
    .update(`pb-stop-letters-v1\n${organisationId}\n${personId}\n${topic}`)
    .digest('hex');
  return `${topic}.${personId.replaceAll('-', '')}${proof}`;
}

/** null where a single character is not ours. */
export function readTopicToken(
  key: Uint8Array,
  organisationId: string,
  token: string,
): { personId: string; topic: Topic } | null {
  const parts =
    /^([a-z-]{2,20})\.([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})[0-9a-f]{64}$/.exec(
      token,
    );
  const topic = TOPICS.find((one) => one === parts?.[1]);
  if (!parts || !topic) return null;
  const personId = parts.slice(2).join('-');
  const ours = Buffer.from(writeTopicToken(key, organisationId, personId, topic));
  const theirs = Buffer.from(token);
  return ours.length === theirs.length && timingSafeEqual(ours, theirs)
    ? { personId, topic }
    : null;
}
