/** What is published of a meeting once it is over: how many came, by what they are (R87), what was said, pictures. */
import { LENGTHS } from './meeting.ts';
import { PROFILES, type Profile } from './registration.ts';

export interface Report {
  /** People present. */
  present: Record<Profile, number>;
  words: string;
  version: number;
  publishedAt: Date;
}

export type WrittenReport = Pick<Report, 'present' | 'words'>;

export interface Photo {
  fileId: string;
  mediaType: string;
  alt: string;
  width: number;
  height: number;
}

export const MOST_PHOTOS = 12;
const MOST_PRESENT = 1_000_000;

export type ReportRefusal = 'words-missing' | 'words-too-long' | 'nobody-counted';

export function checkReport({
  present,
  words,
}: WrittenReport): Partial<Record<'words' | Profile, ReportRefusal>> {
  return {
    ...(words === '' && { words: 'words-missing' as const }),
    ...([...words].length > LENGTHS.words && { words: 'words-too-long' as const }),
    ...(countPresent(present) === 0 && { resident: 'nobody-counted' as const }),
  };
}

export function countPresent(present: Record<Profile, number>): number {
  return PROFILES.reduce((sum, profile) => sum + present[profile], 0);
}

/** A whole number as typed; '' is none. null: it is no number. */
export function readCount(typed: string): number | null {
  if (typed === '') return 0;
  const count = /^\d{1,7}$/.test(typed) ? Number(typed) : Number.NaN;
  return count <= MOST_PRESENT ? count : null;
}
