/** An event of a space as its host writes it (R121, R122). */
import { LANGUAGES } from '../../spaces/index.ts';
import {
  checkMeeting,
  LENGTHS,
  type MeetingField,
  type MeetingRefusal,
  type WrittenHosted,
} from '../meeting.ts';

/** Nobody registers, one registers elsewhere, or here. */
export const REGISTRATIONS = ['none', 'external', 'platform'] as const;
export type RegistrationKind = (typeof REGISTRATIONS)[number];

export const registrationKindOf = (
  meeting: Pick<WrittenHosted, 'externalUrl' | 'takesRegistrations'>,
): RegistrationKind =>
  meeting.externalUrl !== null ? 'external' : meeting.takesRegistrations ? 'platform' : 'none';

export type HostedField = MeetingField | 'address' | 'videoLink' | 'externalUrl' | 'lang';
export type HostedRefusal = MeetingRefusal | 'not-https' | 'language-unknown';

const LONGEST_ADDRESS = 2000;

/** An address that a browser opens without running anything, over an encrypted line (W1). */
function isSecureAddress(address: string): boolean {
  return (
    address.length <= LONGEST_ADDRESS &&
    URL.canParse(address) &&
    /^https:\/\/[^\s/@]+(\/\S*)?$/.test(address)
  );
}

/** What is wrong with an event, by its field: it takes place somewhere, online, or both. */
export function checkHosted(written: WrittenHosted): Partial<Record<HostedField, HostedRefusal>> {
  const refusals: Partial<Record<HostedField, HostedRefusal>> = checkMeeting(written);
  if (refusals.place === 'place-missing' && written.videoLink !== null) delete refusals.place;
  if ([...written.address].length > LENGTHS.place) refusals.address = 'text-too-long';
  for (const field of ['videoLink', 'externalUrl'] as const)
    if (written[field] !== null && !isSecureAddress(written[field])) refusals[field] = 'not-https';
  if (!(LANGUAGES as readonly (string | null)[]).includes(written.lang))
    refusals.lang = 'language-unknown';
  return refusals;
}
