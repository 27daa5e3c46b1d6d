/** Which donations are asked for, as the address of their list says it. */
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

const readDayOf = (value: string | null): string =>
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(value ?? '') ? value! : '';

export function readFilter(get: (name: string) => string | null): DonationFilter {
  const after = get('apres') ?? '';
  return {
    destination: (get('destination') ?? '').trim().slice(0, 120),
    from: readDayOf(get('du')),
    until: readDayOf(get('au')),
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
