import type { Tx } from '../../../platform/database/database.ts';
import { grantRole, listHoldersInSpace, revokeRole } from '../../identity/index.ts';

/**
 * Where mandates let people in, who joined the team by asking is of it no longer than their mandates last. `stay` null: they
 * are not inside any more. Who was named by the office of the space is left to it.
 */
export async function settleTeamStay(
  tx: Tx,
  { organisationId, by }: { organisationId: string; by: string | null },
  spaceId: string,
  personId: string,
  stay: { until: Date | null } | null,
): Promise<void> {
  const joined = await tx
    .selectFrom('team_request')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('space_id', '=', spaceId)
    .where('person_id', '=', personId)
    .where('is_accepted', '=', true)
    .executeTakeFirst();
  if (!joined) return;
  const role = 'space-author';
  const held = await listHoldersInSpace(tx, organisationId, spaceId, [role], [personId]);
  if (held.length === 0) return;
  await revokeRole(tx, { organisationId, personId, role, revokedBy: by, spaceId });
  if (stay)
    await grantRole(tx, {
      ...{ organisationId, personId, role, spaceId, grantedBy: by },
      endsAt: stay.until,
    });
}
