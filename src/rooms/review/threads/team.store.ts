import type { Db, Tx } from '../../../platform/database/database.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { About } from './thread.store.ts';
import type { Part } from './thread.ts';

/** Who studies an idea together (R48), by part; a part nobody has is absent. */
export async function findTeam(
  db: Db,
  { organisationId, ideaId }: Pick<About, 'organisationId' | 'ideaId'>,
): Promise<Map<Part, string>> {
  const rows = await db
    .selectFrom('study_team_member')
    .select(['part', 'person_id'])
    .where('organisation_id', '=', organisationId)
    .where('idea_id', '=', ideaId)
    .execute();
  return new Map(rows.map(({ part, person_id }) => [part as Part, person_id]));
}

/** Gives a part to somebody, or to nobody (null). What is already so is not told again. */
export async function setTeamMember(
  tx: Tx,
  { organisationId, editionId, ideaId }: About,
  part: Part,
  personId: string | null,
  by: string,
): Promise<boolean> {
  const before = (await findTeam(tx, { organisationId, ideaId })).get(part) ?? null;
  if (before === personId) return false;
  if (personId === null) {
    await tx
      .deleteFrom('study_team_member')
      .where('organisation_id', '=', organisationId)
      .where('idea_id', '=', ideaId)
      .where('part', '=', part)
      .execute();
  } else {
    await tx
      .insertInto('study_team_member')
      .values({
        organisation_id: organisationId,
        idea_id: ideaId,
        part,
        person_id: personId,
        added_by: by,
      })
      .onConflict((conflict) =>
        conflict
          .constraint('study_team_one_of_each')
          .doUpdateSet({ person_id: personId, added_by: by }),
      )
      .execute();
  }
  await recordFact(tx, {
    organisationId,
    kind: 'team.changed',
    actorId: by,
    subject: { kind: 'idea', id: ideaId },
    detail: { editionId, part, from: before, to: personId },
  });
  return true;
}
