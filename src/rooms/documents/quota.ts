/** How much the files of a space take, and how much one person may add (R149). In bytes. */

const MIB = 1024 * 1024;

/** Of a space whose team has set nothing. */
export const USUAL_QUOTA = { space: 5 * 1024 * MIB, person: 500 * MIB } as const;
const LEAST_QUOTA = 10 * MIB;
const MOST_QUOTA = 1024 * 1024 * MIB;

export interface Quota {
  space: { used: number; most: number };
  person: { used: number; most: number };
}

export type QuotaRefusal = 'space-full' | 'person-full';

export function refuseBytes({ space, person }: Quota, bytes: number): QuotaRefusal | null {
  if (bytes === 0) return null;
  if (space.used + bytes > space.most) return 'space-full';
  return person.used + bytes > person.most ? 'person-full' : null;
}

/** What somebody may still add. */
export const leftOf = ({ space, person }: Quota): number =>
  Math.max(0, Math.min(space.most - space.used, person.most - person.used));

/** A quota as typed, in MiB; null: it is none. */
export function readQuota(typed: string): number | null {
  const megabytes = /^\d{1,7}$/.test(typed.replaceAll(/\s/g, ''))
    ? Number(typed.replaceAll(/\s/g, ''))
    : Number.NaN;
  const bytes = megabytes * MIB;
  return bytes >= LEAST_QUOTA && bytes <= MOST_QUOTA ? bytes : null;
}
