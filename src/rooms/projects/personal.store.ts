import { sql } from 'kysely';
import { type Fate, ownRows } from '../../platform/personal.ts';

/** Whose project it is stays with it, and with the frozen list that was voted on: an account that is empty. */
export const PROJECT_COLUMNS: Readonly<Record<string, Fate>> = {
  'project.holder_id': 'unnamed',
  'project_holder.person_id': 'unnamed',
};

export const projectRows = {
  held: ownRows(
    ({ organisationId, id }) => sql`select p.id, p.edition_id, p.number, p.title
    from project_holder h join project p on p.organisation_id = h.organisation_id and p.id = h.project_id
    where h.organisation_id = ${organisationId} and h.person_id = ${id} order by p.number, p.id`,
  ),
};
