import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a mailed link opens without an account: something of an organisation, by its id, for one use only (W4). */
export interface LinkSubject {
  organisationId: string;
  /** Of what the id is, and what the link may do with it (`meeting-withdraw`): never another's. */
  use: string;
  /** What else the proof covers, where the id alone does not say it: never empty. */
  about?: string;
}

/** The id and a proof that we wrote it. Nothing is stored; it ends with what it is about. */
export function writeSignedLink(key: Uint8Array, subject: LinkSubject, id: string): string {
  const about = subject.about === undefined ? '' : `\n${subject.about}`;
  const proof = createHmac('sha256', key)
    .update(`pb-${subject.use}-v1\n${subject.organisationId}\n${id}${about}`)
    .digest('hex');
  return `${id.replaceAll('-', '')}${proof}`;
}

/** The id; null where a single character is not ours. */
export function readSignedLink(
  key: Uint8Array,
  subject: LinkSubject,
  token: string,
): string | null {
  const parts =
    /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})[0-9a-f]{64}$/.exec(token);
  if (!parts) return null;
  const id = parts.slice(1).join('-');
  const ours = Buffer.from(writeSignedLink(key, subject, id));
  const theirs = Buffer.from(token);
  return ours.length === theirs.length && timingSafeEqual(ours, theirs) ? id : null;
}
