import type { Db } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import {
  type Component,
  changeComponent,
  findComponentById,
  lockSpace,
} from '../../consultations/index.ts';
import {
  type Act,
  changeSpaceVote,
  findEditionById,
  findPhase,
  insertSpaceVote,
  lockEdition,
} from '../../spaces/index.ts';
import { findPollOf } from '../poll.store.ts';
import type { Adoption, WrittenAdoption } from './adoption.ts';

/** What is put to the vote in a component; null: nothing was written yet. */
export const findAdoption = (
  db: Db,
  organisationId: string,
  componentId: string,
): Promise<Adoption | null> => read(db, organisationId, 'component_id', componentId);

/** The same by the edition that carries it. */
export const findAdoptionOf = (
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<Adoption | null> => read(db, organisationId, 'edition_id', editionId);

async function read(
  db: Db,
  organisationId: string,
  by: 'component_id' | 'edition_id',
  id: string,
): Promise<Adoption | null> {
  const row = await db
    .selectFrom('adoption')
    .select(['edition_id', 'component_id', 'body', 'questions', 'version'])
    .where('organisation_id', '=', organisationId)
    .where(by, '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const edition = (await findEditionById(db, organisationId, row.edition_id))!;
  const phase = findPhase(edition, 'vote')!;
  return {
    editionId: row.edition_id,
    componentId: row.component_id,
    body: row.body,
    questions: row.questions,
    version: row.version,
    opensAt: phase.startsAt,
    closesAt: phase.endsAt!,
  };
}

export type AdoptionSaved =
  | { ok: true }
  | { ok: false; refusal: 'changed-meanwhile'; adoption: Adoption }
  /** What people vote on stays as they read it. */
  | { ok: false; refusal: 'opened-already' };

/**
 * Writes what is put to the vote in a component, and gives the component its dates. The caller has checked it. `version`:
 * that of what it was made from, 0 where nothing was written yet. Two who write at once, and whoever opens meanwhile, wait
 * for each other.
 */
export async function saveAdoption(
  db: Db,
  act: Act,
  component: Pick<Component, 'id' | 'spaceId'>,
  written: WrittenAdoption,
  version: number,
): Promise<AdoptionSaved> {
  const { organisationId, by } = act;
  return inTransaction(db, async (tx): Promise<AdoptionSaved> => {
    const space = (await lockSpace(tx, organisationId, component.spaceId))!;
    const before = await findAdoption(tx, organisationId, component.id);
    if (before) {
      await lockEdition(tx, organisationId, before.editionId);
      if (await findPollOf(tx, organisationId, before.editionId))
        return { ok: false, refusal: 'opened-already' };
    }
    if (before && before.version !== version)
      return { ok: false, refusal: 'changed-meanwhile', adoption: before };
    const placed = (await findComponentById(tx, organisationId, component.id))!;
    const { opensAt, closesAt } = written;
    const vote = { title: placed.title, opensAt, closesAt };
    const words = { body: written.body, questions: [...written.questions] };
    if (before) {
      await changeSpaceVote(tx, organisationId, before.editionId, vote);
      await tx
        .updateTable('adoption')
        .set({ ...words, version: version + 1 })
        .where('organisation_id', '=', organisationId)
        .where('component_id', '=', component.id)
        .execute();
    } else {
      const wantedSlug = `vote-${space.slug}`.slice(0, 50).replace(/-+$/, '');
      const edition = await insertSpaceVote(tx, organisationId, space.id, { ...vote, wantedSlug });
      await tx
        .insertInto('adoption')
        .values({
          organisation_id: organisationId,
          edition_id: edition.id,
          component_id: component.id,
          ...words,
        })
        .execute();
    }
    await changeComponent(tx, act, placed, { ...placed, opensAt, closesAt });
    await recordFact(tx, {
      organisationId,
      kind: 'adoption.written',
      actorId: by,
      subject: { kind: 'component', id: component.id },
      detail: { title: placed.title, space: space.title },
    });
    return { ok: true };
  });
}
