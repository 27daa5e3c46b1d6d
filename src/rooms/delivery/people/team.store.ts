import { createHash } from 'node:crypto';
import type { Db } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import {
  type Act,
  type Gone,
  lockRealisation,
  type Named,
  tellRealisation,
} from '../realisation-lock.store.ts';
import { type Letters, NO_LETTERS } from './letters.store.ts';
import { type Member, orderTeam, type Part, partsOf } from './team.ts';

export async function findTeam(
  db: Db,
  organisationId: string,
  realisationId: string,
): Promise<Member[]> {
  const rows = await db
    .selectFrom('realisation_member')
    .select(['part', 'person_id'])
    .where('organisation_id', '=', organisationId)
    .where('realisation_id', '=', realisationId)
    .execute();
  return orderTeam(
    rows.map(({ part, person_id }) => ({ part: part as Part, personId: person_id })),
  );
}

/** Of what a form was made from. */
export const markTeam = (team: readonly Member[]): string =>
  createHash('sha256')
    .update(JSON.stringify(orderTeam(team)))
    .digest('hex')
    .slice(0, 16);

/** Names the team. `mark`: of what the form was made from; left out by seeds. `tell` writes to newcomers. */
export async function nameTeam(
  db: Db,
  act: Act,
  named: Named,
  wanted: readonly Member[],
  mark?: string,
  tell: Letters<readonly Member[]> = NO_LETTERS,
): Promise<{ ok: true } | { ok: false; refusal: 'changed-meanwhile'; team: Member[] } | Gone> {
  const { organisationId, by } = act;
  const { realisationId } = named;
  const team = orderTeam(wanted);
  return inTransaction(db, async (tx) => {
    const realisation = await lockRealisation(tx, act, realisationId);
    if (!realisation) return { ok: false, refusal: 'not-found' };
    const before = await findTeam(tx, organisationId, realisationId);
    if (markTeam(before) === markTeam(team)) return { ok: true };
    if (mark !== undefined && mark !== markTeam(before))
      return { ok: false, refusal: 'changed-meanwhile', team: before };
    const isIn = (list: readonly Member[], { part, personId }: Member) =>
      partsOf(list, personId).includes(part);
    for (const { part, personId } of before.filter((one) => !isIn(team, one)))
      await tx
        .deleteFrom('realisation_member')
        .where('organisation_id', '=', organisationId)
        .where('realisation_id', '=', realisationId)
        .where('part', '=', part)
        .where('person_id', '=', personId)
        .execute();
    const added = team.filter((one) => !isIn(before, one));
    if (added.length > 0)
      await tx
        .insertInto('realisation_member')
        .values(
          added.map(({ part, personId }) => ({
            organisation_id: organisationId,
            realisation_id: realisationId,
            part,
            person_id: personId,
            added_by: by,
          })),
        )
        .execute();
    await tellRealisation(tx, act, realisation, named, 'realisation.team-named', {
      // who they are stands in the team; the journal keeps how many
      holders: team.filter(({ part }) => part === 'holder').length,
      officer: team.some(({ part }) => part === 'officer'),
      technician: team.some(({ part }) => part === 'technician'),
    });
    await tell(tx, added);
    return { ok: true };
  });
}
