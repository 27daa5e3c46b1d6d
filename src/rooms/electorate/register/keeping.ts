/** When a register may be erased. Times in UTC. */
import { type Edition, isOpen } from '../../spaces/index.ts';

export type ErasingRefusal = 'vote-open' | 'import-under-way' | 'register-empty';

/** The desk needs it while a poll may be under way: until the close that a poll has told, or by the calendar. */
export function refuseErasing(
  {
    edition,
    entries,
    importing,
    inUseUntil,
  }: { edition: Edition; entries: number; importing: boolean; inUseUntil: Date | null },
  now: Date,
): ErasingRefusal | null {
  if (importing) return 'import-under-way';
  if (entries === 0) return 'register-empty';
  if (isOpen(edition, 'vote', now) || (inUseUntil !== null && now < inUseUntil)) return 'vote-open';
  return null;
}
