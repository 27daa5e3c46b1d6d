/** An edition being prepared is abandoned when nobody wants it any more: a wrong preset, a trial, a year put off. */
import type { Edition } from './edition.ts';

export type AbandonRefusal =
  | 'already-open'
  /** Somebody put an idea, a project or a poll in it. */
  | 'not-empty';

/** null: it may be. Whether it is empty, the database says (`edition_abandoned_is_empty`). */
export function refuseAbandoning(
  edition: Pick<Edition, 'openedAt' | 'archivedAt'>,
): AbandonRefusal | null {
  return edition.openedAt !== null || edition.archivedAt !== null ? 'already-open' : null;
}
