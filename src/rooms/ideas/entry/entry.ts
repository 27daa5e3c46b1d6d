/**
 * An idea entered for somebody: from a sheet of paper that a resident signed, or from a workshop (R38, R40).
 * The office answers for what the person declared on paper; nothing here is declared online.
 */

const LONGEST = {
  name: 120,
  signature: 60,
  phone: 30,
  postalAddress: 200,
  workshopTitle: 120,
  place: 120,
  notes: 1000,
} as const;

/** Days after the collection during which officers still enter what was received in time. */
export const DAYS_OF_GRACE = 14;

interface PaperOrigin {
  channel: 'paper';
  name: string;
  /** '' where the person has no address. */
  email: string;
  mailbox: string;
  phone: string;
  postalAddress: string;
  locale: 'fr' | 'en';
  /** `YYYY-MM-DD`: the day the sheet was signed. */
  consentOn: string;
  consentFileId: string | null;
}

interface WorkshopOrigin {
  channel: 'workshop';
  workshopId: string;
}

/** A line of a file; the office answers for the consent of whoever is named there. */
interface ImportOrigin {
  channel: 'import';
  name: string;
  email: string;
  mailbox: string;
  locale: 'fr' | 'en';
  /** Its number in the file, and the day it was deposited (`YYYY-MM-DD`), as the file says. */
  sourceId: string;
  depositedOn: string | null;
}

export type Origin = PaperOrigin | WorkshopOrigin | ImportOrigin;

export type EntryRefusal = 'collection-closed' | 'too-many-ideas' | 'text-refused' | 'not-found';

/**
 * Whether an idea may be entered now. `lastDay`, `firstDay`: of the collection, `YYYY-MM-DD`; ideas received in time
 * may still be entered by officers a little later.
 */
export function mayEnter(at: {
  collectionOpen: boolean;
  isOfficer: boolean;
  /** Days since the collection ended; null: it has not. */
  daysSinceEnd: number | null;
}): boolean {
  if (at.collectionOpen) return true;
  return at.isOfficer && at.daysSinceEnd !== null && at.daysSinceEnd <= DAYS_OF_GRACE;
}

export type PaperField = 'name' | 'email' | 'phone' | 'postal' | 'signature' | 'consent' | 'day';
export type PaperRefusal =
  | 'name-missing'
  | 'name-too-long'
  | 'email-unreadable'
  | 'phone-too-long'
  | 'postal-too-long'
  | 'signature-too-long'
  | 'consent-missing'
  | 'day-missing'
  | 'day-to-come';

/** What is missing from a sheet; empty when it can be kept. `today`: `YYYY-MM-DD` in Paris. */
export function checkPaper(
  typed: {
    name: string;
    email: 'none' | 'unreadable' | 'read';
    phone: string;
    postalAddress: string;
    signature: string;
    consents: boolean;
    consentOn: string;
  },
  today: string,
): Partial<Record<PaperField, PaperRefusal>> {
  const problems: Partial<Record<PaperField, PaperRefusal>> = {};
  const isLong = (text: string, most: number) => [...text].length > most;
  if (typed.name === '') problems.name = 'name-missing';
  else if (isLong(typed.name, LONGEST.name)) problems.name = 'name-too-long';
  if (typed.email === 'unreadable') problems.email = 'email-unreadable';
  if (isLong(typed.phone, LONGEST.phone)) problems.phone = 'phone-too-long';
  if (isLong(typed.postalAddress, LONGEST.postalAddress)) problems.postal = 'postal-too-long';
  if (isLong(typed.signature, LONGEST.signature)) problems.signature = 'signature-too-long';
  if (!typed.consents) problems.consent = 'consent-missing';
  if (typed.consentOn === '') problems.day = 'day-missing';
  else if (typed.consentOn > today) problems.day = 'day-to-come';
  return problems;
}

export interface Workshop {
  id: string;
  editionId: string;
  title: string;
  /** `YYYY-MM-DD` */
  heldOn: string;
  place: string;
  participants: number | null;
  notes: string;
  /** Entered from it. */
  ideas: number;
}

export type WorkshopField = 'title' | 'day' | 'place' | 'participants' | 'notes';
export type WorkshopRefusal =
  | 'title-missing'
  | 'title-too-long'
  | 'day-missing'
  | 'place-too-long'
  | 'not-a-number'
  | 'notes-too-long';

export function checkWorkshop(typed: {
  title: string;
  heldOn: string;
  place: string;
  /** null: not said; NaN: not a number. */
  participants: number | null;
  notes: string;
}): Partial<Record<WorkshopField, WorkshopRefusal>> {
  const problems: Partial<Record<WorkshopField, WorkshopRefusal>> = {};
  const { title, heldOn, place, participants, notes } = typed;
  if (title === '') problems.title = 'title-missing';
  else if ([...title].length > LONGEST.workshopTitle) problems.title = 'title-too-long';
  if (heldOn === '') problems.day = 'day-missing';
  if ([...place].length > LONGEST.place) problems.place = 'place-too-long';
  if (
    participants !== null &&
    !(Number.isInteger(participants) && participants >= 0 && participants <= 100_000)
  )
    problems.participants = 'not-a-number';
  if ([...notes].length > LONGEST.notes) problems.notes = 'notes-too-long';
  return problems;
}
