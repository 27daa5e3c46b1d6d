/** Who comes to a meeting: by an account, or by a name and an address that a mailed link has proven. */
import { LENGTHS, type Meeting, stateOf } from './meeting.ts';

/** What a participant is (R87). */
export const PROFILES = ['resident', 'elected', 'agent', 'provider'] as const;
export type Profile = (typeof PROFILES)[number];

/** Days after the end of a meeting at which its registrations are deleted: said on their form. */
export const KEPT_DAYS = 90;
/** Days in which an address can be proven. */
export const PROOF_DAYS = 2;

export interface Registration {
  id: string;
  meetingId: string;
  /** null: without an account. */
  personId: string | null;
  name: string;
  email: string;
  locale: 'fr' | 'en';
  profile: Profile;
  registeredAt: Date;
  /** null: the address is not proven yet. */
  confirmedAt: Date | null;
  /** null: on the waiting list. */
  seatedAt: Date | null;
}

export type RegistrationState = 'none' | 'closed' | 'open' | 'full';

/** Whether one may still register; `full`: for the waiting list. It closes as the meeting begins. */
export function registrationStateOf(meeting: Meeting, now: Date): RegistrationState {
  if (!meeting.takesRegistrations) return 'none';
  if (stateOf(meeting, now) !== 'coming') return 'closed';
  return meeting.capacity !== null && meeting.seated >= meeting.capacity ? 'full' : 'open';
}

export type NameRefusal = 'name-missing' | 'name-too-long';

export function checkName(name: string): NameRefusal | null {
  if (!/[\p{L}\p{N}]/u.test(name)) return 'name-missing';
  return [...name].length > LENGTHS.name ? 'name-too-long' : null;
}

export function readProfile(typed: string): Profile | null {
  return PROFILES.find((profile) => profile === typed) ?? null;
}

const DAY = 86_400_000;

/** The day before: within the last twenty-four hours, for whoever did not register in them. */
export function isReminderDue(
  meeting: Pick<Meeting, 'startsAt'>,
  registration: Pick<Registration, 'confirmedAt'>,
  now: Date,
): boolean {
  const from = meeting.startsAt.getTime() - DAY;
  const { confirmedAt } = registration;
  return (
    now.getTime() >= from &&
    now < meeting.startsAt &&
    confirmedAt !== null &&
    confirmedAt.getTime() < from
  );
}
