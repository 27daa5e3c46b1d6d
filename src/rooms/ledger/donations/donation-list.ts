/** Which donations are asked for, as the address of their list says it. */
import { readIsoDay } from '../book.ts';
import type { Destination } from './destination.ts';

export interface DonationFilter {
  /** As typed; '' : all. */
  destination: string;
  /** Days `YYYY-MM-DD`, both ends included; '' : no end. */
  from: string;
  until: string;
  /** The donation after which the page begins: its id. */
  after: string | null;
}

/** The same once the destination is found. */
export interface AskedDonations extends Omit<DonationFilter, 'destination'> {
  destination: Destination | null;
}

export const PAGE_SIZE = 50;

export function readFilter(get: (name: string) => string | null): DonationFilter {
  const after = get('apres') ?? '';
  return {
    destination: (get('destination') ?? '').trim().slice(0, 120),
    from: readIsoDay(get('du')) ?? '',
    until: readIsoDay(get('au')) ?? '',
    after: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(after) ? after : null,
  };
}

export function writeFilter(
  filter: Partial<DonationFilter>,
): Record<'destination' | 'du' | 'au' | 'apres', string | undefined> {
  return {
    destination: filter.destination || undefined,
    du: filter.from || undefined,
    au: filter.until || undefined,
    apres: filter.after ?? undefined,
  };
}
