/** An edition becomes public when it has what residents are entitled to know before they take part (R35). */
import { checkCalendar } from './calendar.ts';
import type { Edition } from './edition.ts';
import { sumOf } from './envelopes.ts';

export type OpeningRefusal =
  | 'already-open'
  | 'archived'
  | 'no-envelope'
  | 'no-calendar'
  | 'no-category'
  | 'envelopes-make-another-whole'
  | 'no-criterion'
  | 'rules-not-read';

/**
 * Everything that is missing; empty when it may open. The règlement itself is written from the settings
 * and kept as its first version in the same transaction; `rulesRead` says that the officer has read it.
 */
export function listOpeningRefusals(edition: Edition, rulesRead: boolean): OpeningRefusal[] {
  if (edition.archivedAt !== null) return ['archived'];
  if (edition.openedAt !== null) return ['already-open'];
  const missing: OpeningRefusal[] = [];
  if (edition.envelope <= 0) missing.push('no-envelope');
  const { envelopes } = edition;
  if (edition.envelope > 0 && sumOf(envelopes) !== edition.envelope)
    missing.push('envelopes-make-another-whole');
  if (checkCalendar(edition.phases).length > 0) missing.push('no-calendar');
  if (edition.categories.length === 0) missing.push('no-category');
  if (edition.criteria.length === 0) missing.push('no-criterion');
  if (!rulesRead) missing.push('rules-not-read');
  return missing;
}
