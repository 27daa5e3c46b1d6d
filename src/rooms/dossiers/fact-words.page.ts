import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';

/** Of one that its members alone see, the journal does not know the name. */
const of =
  (named: (inputs: { title: string }) => string, unnamed: () => string) =>
  ({ detail }: RecordedFact) =>
    typeof detail.title === 'string' && detail.title !== ''
      ? named({ title: detail.title })
      : unnamed();

/** Sentences of every fact of this room. */
export const dossierFactWords: Record<string, (fact: RecordedFact) => string> = {
  'dossier.opened': of(m.dossiers_fact_opened, m.dossiers_fact_opened_unnamed),
  'dossier.changed': of(m.dossiers_fact_changed, m.dossiers_fact_changed_unnamed),
  'dossier.closed': of(m.dossiers_fact_closed, m.dossiers_fact_closed_unnamed),
  'dossier.reopened': of(m.dossiers_fact_reopened, m.dossiers_fact_reopened_unnamed),
  'dossier.joined': of(m.dossiers_fact_joined, m.dossiers_fact_joined_unnamed),
  'dossier.left': of(m.dossiers_fact_left, m.dossiers_fact_left_unnamed),
  'dossier.lead-made': of(m.dossiers_fact_lead_made, m.dossiers_fact_lead_made_unnamed),
  'dossier.lead-ended': of(m.dossiers_fact_lead_ended, m.dossiers_fact_lead_ended_unnamed),
  'dossier.task-added': of(m.dossiers_fact_task_added, m.dossiers_fact_task_added_unnamed),
  'dossier.task-done': of(m.dossiers_fact_task_done, m.dossiers_fact_task_done_unnamed),
  'dossier.task-reopened': of(m.dossiers_fact_task_reopened, m.dossiers_fact_task_reopened_unnamed),
  'dossier.task-removed': of(m.dossiers_fact_task_removed, m.dossiers_fact_task_removed_unnamed),
};
