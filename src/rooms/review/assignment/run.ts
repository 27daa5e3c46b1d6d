/** Many ideas given at once (R43): what is asked, how far it is, what can be taken back. */

export interface AssignmentRun {
  organisationId: string;
  id: string;
  editionId: string;
  /** null: each idea goes to the department of its category. */
  departmentId: string | null;
  /** `YYYY-MM-DD` */
  dueOn: string;
  request: string;
  total: number;
  asked: number;
  /** Ideas left as they were, and why is known of each. */
  skipped: number;
  askedBy: string | null;
  askedAt: Date;
  endedAt: Date | null;
  undoneAt: Date | null;
}

/**
 * Why an idea was left as it was:
 * - taken: nobody studied it when it was chosen, somebody does since
 * - known: this department was asked about it before
 * - no-route: its category goes to no department
 * - over: it is decided, or the list of projects was frozen before its turn came
 */
export const SKIPPED = ['taken', 'known', 'no-route', 'over'] as const;
export type Skipped = (typeof SKIPPED)[number];

export type UndoRefusal = 'under-way' | 'undone' | 'begun';

/** Nothing is taken back from a department that began to answer. */
export function refuseUndo(
  run: Pick<AssignmentRun, 'endedAt' | 'undoneAt'>,
  begun: number,
): UndoRefusal | null {
  if (run.endedAt === null) return 'under-way';
  if (run.undoneAt !== null) return 'undone';
  return begun > 0 ? 'begun' : null;
}
