import { sql } from 'kysely';
import { ownRows } from '../../platform/personal.ts';

/** What somebody wrote for their group, or as a reviewer: it stays, and they may take it away. */
export const proposalRows = {
  messages: ownRows(
    ({ organisationId, id }) => sql`select a.number, a.title, w.side, w.words, w.written_at
    from fund_action_message w join fund_action a on a.organisation_id = w.organisation_id and a.id = w.action_id
    where w.organisation_id = ${organisationId} and w.written_by = ${id} order by w.sequence`,
  ),
  versions: ownRows(
    ({ organisationId, id }) => sql`select a.number, v.number as version, v.content, v.submitted_at
    from fund_action_version v join fund_action a on a.organisation_id = v.organisation_id and a.id = v.action_id
    where v.organisation_id = ${organisationId} and v.submitted_by = ${id} order by v.submitted_at, a.number`,
  ),
};
