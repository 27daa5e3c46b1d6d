/** Where the work of whoever holds roles is: what an invitation, or a role newly given, leads to. */
/** Rights that lead to work. */
type WorkRight =
  | 'officer'
  | 'decider'
  | 'agent'
  | 'action-reviewer'
  | 'ambassador'
  | 'reader'
  | 'technician'
  | 'finance'
  | 'space-organiser';

export type OwnWork =
  | {
      kind:
        | 'dashboard'
        | 'queue'
        | 'examinations'
        | 'collecting'
        | 'installation'
        | 'finances'
        | 'spaces'
        | 'own-space';
    }
  | { kind: 'decisions'; edition: string };

/** An edition as that choice sees it. */
interface WorkedEdition {
  id: string;
  slug: string;
  isArchived: boolean;
  studyBegun: boolean;
}

/**
 * The heaviest work first: the office, decisions, a department's queue, actions to examine, what is collected; then what
 * is only read, and spaces of participation. A decider of several editions under study chooses on the dashboard, which counts what waits in each.
 * `opens`: whether their roles open a right, in an edition where one is named, proven by a second factor or not.
 */
export function chooseWork(
  opens: (right: WorkRight, editionId?: string) => boolean,
  editions: readonly WorkedEdition[],
): OwnWork {
  if (opens('officer')) return { kind: 'dashboard' };
  if (opens('decider')) {
    const [only, ...others] = editions.filter(
      ({ id, isArchived, studyBegun }) => studyBegun && !isArchived && opens('decider', id),
    );
    return only && others.length === 0
      ? { kind: 'decisions', edition: only.slug }
      : { kind: 'dashboard' };
  }
  if (opens('agent')) return { kind: 'queue' };
  if (opens('action-reviewer')) return { kind: 'examinations' };
  if (opens('ambassador')) return { kind: 'collecting' };
  if (opens('finance')) return { kind: 'finances' };
  if (opens('reader')) return { kind: 'dashboard' };
  if (opens('space-organiser')) return { kind: 'spaces' };
  return { kind: opens('technician') ? 'installation' : 'own-space' };
}
