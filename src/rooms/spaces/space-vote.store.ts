import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { nextFreeSlug } from './address-words.ts';
import type { Edition, Phase } from './edition.ts';
import { asRow, getEdition, lockedEdition, writePhases } from './edition-rows.store.ts';
import { USUAL_SETTINGS } from './edition-settings.ts';

interface SpaceVote {
  title: string;
  opensAt: Date;
  closesAt: Date;
}

const phasesOf = ({ opensAt, closesAt }: SpaceVote): Phase[] => [
  { step: 'vote', startsAt: opensAt, endsAt: closesAt },
];

/**
 * The edition that carries the final vote of a space (R104): one phase, no money, no category, no age and no place asked.
 * Its readers are those of the space, so it is opened as it is made; no list of editions ever holds it.
 */
export async function insertSpaceVote(
  tx: Tx,
  organisationId: string,
  spaceId: string,
  vote: SpaceVote & { wantedSlug: string },
): Promise<Edition> {
  const { rows } = await sql<{ slug: string }>`select slug from edition
    where organisation_id = ${organisationId} and starts_with(slug, ${vote.wantedSlug})`.execute(
    tx,
  );
  const taken = new Set(rows.map(({ slug }) => slug));
  const { id } = await tx
    .insertInto('edition')
    .values({
      organisation_id: organisationId,
      ...asRow({
        ...USUAL_SETTINGS,
        slug: nextFreeSlug(taken, vote.wantedSlug),
        title: vote.title,
        envelope: 0,
        minimumAgeVote: 0,
        residenceRequired: false,
        ideaPlace: 'not-asked',
        commentsOpen: false,
      }),
      space_id: spaceId,
      opened_at: sql`palabre_now()`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await writePhases(tx, organisationId, id, phasesOf(vote));
  return getEdition(tx, organisationId, id);
}

/** Gives it another name and other dates. It is held until the transaction ends. */
export async function changeSpaceVote(
  tx: Tx,
  organisationId: string,
  editionId: string,
  vote: SpaceVote,
): Promise<void> {
  await lockedEdition(tx, organisationId, editionId);
  await tx
    .updateTable('edition')
    .set({ title: vote.title })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', editionId)
    .execute();
  await writePhases(tx, organisationId, editionId, phasesOf(vote));
}
