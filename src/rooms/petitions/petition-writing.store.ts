import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Db, type Tx, violatedConstraint } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { recordFacts } from '../../platform/journal/journal.ts';
import { lockComponent } from '../consultations/index.ts';
import { findPetition } from './petition.store.ts';
import type { Petition, Step, WrittenPetition } from './petition.ts';

interface Acting {
  organisationId: string;
  by: string;
}

const asRow = (written: WrittenPetition) => ({
  kind: written.kind,
  title: written.title,
  call: written.call,
  body: written.body,
  addressees: written.addressees,
  share_words: written.shareWords,
  link: written.link,
  goal: written.goal,
  ends_on: written.endsOn,
  reach: written.reach,
  lang: written.lang,
});

/** Prepares a mobilisation; sent twice by one form, it is one. */
export async function makePetition(
  db: Db,
  { organisationId, by }: Acting,
  componentId: string,
  written: WrittenPetition,
  { madeFrom, events }: { madeFrom: string; events: readonly string[] },
): Promise<Petition> {
  try {
    return await inTransaction(db, async (tx) => {
      await lockComponent(tx, organisationId, componentId);
      const known = await findPetition(tx, organisationId, { madeFrom });
      if (known) return known;
      await sql`select pg_advisory_xact_lock(hashtextextended('petitions ' || ${organisationId}::text, 0))`.execute(
        tx,
      );
      const id = randomUUID();
      await tx
        .insertInto('petition')
        .values({
          organisation_id: organisationId,
          id,
          number: sql<number>`(select coalesce(max(number), 0) + 1 from petition where organisation_id = ${organisationId})`,
          component_id: componentId,
          made_by: by,
          made_from: madeFrom,
          ...asRow(written),
        })
        .execute();
      const petition = (await findPetition(tx, organisationId, { id }))!;
      await keepVersion(tx, { organisationId, by }, petition);
      await keepEvents(tx, organisationId, id, events);
      await tell(tx, { organisationId, by }, 'petition.made', petition);
      return petition;
    });
  } catch (error) {
    if (violatedConstraint(error) !== 'petition_made_once') throw error;
    return (await findPetition(db, organisationId, { madeFrom }))!;
  }
}

type Changed =
  | { ok: true; petition: Petition }
  | { ok: false; refusal: 'gone' | 'changed-meanwhile' | 'signed-already' };

/** Changes it; the text that was signed stays as it is, whoever signs at the same instant. */
export async function changePetition(
  db: Db,
  acting: Acting,
  { id, version }: { id: string; version: number },
  written: WrittenPetition,
  events: readonly string[],
): Promise<Changed> {
  const { organisationId } = acting;
  try {
    return await inTransaction(db, async (tx): Promise<Changed> => {
      const before = await findPetition(tx, organisationId, { id }, true);
      if (!before || before.hiddenAt) return { ok: false, refusal: 'gone' };
      if (before.version !== version) return { ok: false, refusal: 'changed-meanwhile' };
      await tx
        .updateTable('petition')
        .set({ ...asRow(written), version: version + 1 })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .execute();
      const petition = (await findPetition(tx, organisationId, { id }))!;
      if (petition.title !== before.title || petition.body !== before.body)
        await keepVersion(tx, acting, petition);
      await keepEvents(tx, organisationId, id, events);
      await tell(tx, acting, 'petition.changed', petition);
      return { ok: true, petition };
    });
  } catch (error) {
    if (violatedConstraint(error) !== 'petition_frozen_once_signed') throw error;
    return { ok: false, refusal: 'signed-already' };
  }
}

const keepVersion = (
  tx: Tx,
  { organisationId, by }: Acting,
  { id, version, title, body }: Petition,
) =>
  tx
    .insertInto('petition_version')
    .values({
      organisation_id: organisationId,
      petition_id: id,
      version,
      title,
      body,
      by_person: by,
    })
    .execute();

async function keepEvents(
  tx: Tx,
  organisationId: string,
  id: string,
  events: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom('petition_event')
    .where('organisation_id', '=', organisationId)
    .where('petition_id', '=', id)
    .execute();
  await sql`insert into petition_event (organisation_id, petition_id, meeting_id)
    select ${organisationId}, ${id}::uuid, unnest(${[...events]}::uuid[])`.execute(tx);
}

/** Opens it to signatures, or closes it for good; false: it stood so already. */
export async function turnPetition(
  tx: Tx,
  acting: Acting,
  id: string,
  turn: 'published' | 'closed',
): Promise<boolean> {
  const { organisationId } = acting;
  const { numAffectedRows } =
    turn === 'published'
      ? await sql`update petition set published_at = palabre_now()
          where organisation_id = ${organisationId} and id = ${id} and published_at is null`.execute(
          tx,
        )
      : await sql`update petition set closed_at = palabre_now() where organisation_id = ${organisationId} and id = ${id}
          and published_at is not null and closed_at is null`.execute(tx);
  if (numAffectedRows !== 1n) return false;
  const petition = (await findPetition(tx, organisationId, { id }))!;
  await tell(tx, acting, `petition.${turn}`, petition);
  return true;
}

/** Tells what became of it. */
export async function addStep(
  tx: Tx,
  acting: Acting,
  petition: Petition,
  { kind, happenedOn, words }: Omit<Step, 'id'>,
): Promise<void> {
  await tx
    .insertInto('petition_step')
    .values({
      organisation_id: acting.organisationId,
      petition_id: petition.id,
      kind,
      happened_on: happenedOn,
      words,
      by_person: acting.by,
    })
    .execute();
  await tell(tx, acting, 'petition.told', petition);
}

/** Titles stay out of what is not public. */
export const tell = (
  tx: Tx,
  { organisationId, by }: { organisationId: string; by: string | null },
  kind: `petition.${string}`,
  { id, title, reach, publishedAt }: Petition,
) =>
  recordFacts(tx, [
    {
      organisationId,
      kind,
      actorId: by,
      subject: { kind: 'petition', id },
      detail: reach === 'public' && publishedAt ? { title } : {},
    },
  ]);

/** Takes it out of sight, or back, as it is judged; who signed stays so. */
export async function hidePetition(
  tx: Tx,
  organisationId: string,
  id: string,
  isHidden: boolean,
): Promise<void> {
  await sql`update petition set hidden_at = case when ${isHidden} then palabre_now() end
    where organisation_id = ${organisationId} and id = ${id} and (hidden_at is null) = ${isHidden}`.execute(
    tx,
  );
}
