import { readSignedLink, writeSignedLink } from '../../platform/secrets/link-token.ts';
import { TOPICS, type Topic } from './letter.ts';

const subjectOf = (organisationId: string, topic: Topic) => ({
  organisationId,
  use: 'stop-letters',
  about: topic,
});

/**
 * What the link at the foot of a letter holds: an account of this organisation, a topic, and a proof that we wrote
 * both. Nothing is stored, it has no end, and it does this one thing (W4).
 */
export const writeTopicToken = (
  key: Uint8Array,
  organisationId: string,
  personId: string,
  topic: Topic,
): string => `${topic}.${writeSignedLink(key, subjectOf(organisationId, topic), personId)}`;

/** null where a single character is not ours. */
export function readTopicToken(
  key: Uint8Array,
  organisationId: string,
  token: string,
): { personId: string; topic: Topic } | null {
  const dot = token.indexOf('.');
  const topic = TOPICS.find((one) => one === token.slice(0, dot));
  if (!topic) return null;
  const subject = subjectOf(organisationId, topic);
  const personId = readSignedLink(key, subject, token.slice(dot + 1));
  return personId === null ? null : { personId, topic };
}
