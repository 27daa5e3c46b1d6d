/** Where the work of whoever holds roles is: what an invitation, or a role newly given, leads to. */
import { type HeldRole, openRight } from '../../platform/http/roles.ts';

export type OwnWork =
  | { kind: 'dashboard' | 'queue' | 'collecting' | 'installation' | 'own-space' }
  | { kind: 'decisions'; edition: string };

/** An edition as that choice sees it. */
interface WorkedEdition {
  id: string;
  slug: string;
  isArchived: boolean;
  studyBegun: boolean;
}

/**
 * The heaviest work first: the office, decisions, a department's queue, what is collected; then what is only read. A
 * decider of several editions under study chooses on the dashboard, which counts what waits in each.
 */
export function chooseWork(held: readonly HeldRole[], editions: readonly WorkedEdition[]): OwnWork {
  if (openRight(held, 'officer')) return { kind: 'dashboard' };
  if (openRight(held, 'decider')) {
    const [only, ...others] = editions.filter(
      ({ id, isArchived, studyBegun }) =>
        studyBegun && !isArchived && openRight(held, 'decider', id),
    );
    return only && others.length === 0
      ? { kind: 'decisions', edition: only.slug }
      : { kind: 'dashboard' };
  }
  if (openRight(held, 'agent')) return { kind: 'queue' };
  if (openRight(held, 'ambassador')) return { kind: 'collecting' };
  if (openRight(held, 'reader')) return { kind: 'dashboard' };
  return { kind: openRight(held, 'technician') ? 'installation' : 'own-space' };
}
