import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { deleteFile, publishFiles } from '../../../platform/files/index.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Act } from '../../spaces/index.ts';
import { lockList } from '../list-lock.store.ts';
import { moveOne, type Way } from '../order.ts';
import { MOST_PARTNERS, type Partner, type PartnerTexts } from './partner.ts';

const columns = sql`p.id, p.name, p.role, p.role_en as "roleEn", p.address, p.version,
  case when p.logo_id is not null then
    json_build_object('fileId', p.logo_id, 'width', p.logo_width, 'height', p.logo_height) end as logo`;

/** All of them, in order: at most a hundred. */
export async function listPartners(db: Db, organisationId: string): Promise<Partner[]> {
  const { rows } = await sql<Partner>`select ${columns} from partner p
    where p.organisation_id = ${organisationId} order by p.position, p.id limit ${MOST_PARTNERS}`.execute(
    db,
  );
  return rows;
}

export async function findPartner(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Partner | null> {
  const { rows } = await sql<Partner>`select ${columns} from partner p
    where p.organisation_id = ${organisationId} and p.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export async function hasPartners(db: Db, organisationId: string): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select exists (select from partner p
    where p.organisation_id = ${organisationId}) as there`.execute(db);
  return rows[0]!.there;
}

/** Adds one at the end. Sent twice, the form makes one. */
export async function addPartner(
  db: Db,
  act: Act,
  madeFrom: string,
  texts: PartnerTexts,
): Promise<{ ok: true; id: string } | { ok: false; refusal: 'too-many' }> {
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    await lockList(tx, organisationId, 'partners');
    const { rows } = await sql<{ id: string; madeFrom: string }>`select id, made_from as "madeFrom"
      from partner where organisation_id = ${organisationId}`.execute(tx);
    const made = rows.find((row) => row.madeFrom === madeFrom);
    if (made) return { ok: true, id: made.id };
    if (rows.length >= MOST_PARTNERS) return { ok: false, refusal: 'too-many' };
    const { id } = await tx
      .insertInto('partner')
      .values({
        organisation_id: organisationId,
        made_from: madeFrom,
        ...rowOf(texts),
        position: sql<number>`(select coalesce(max(position), 0) + 1 from partner
          where organisation_id = ${organisationId})`,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tell(tx, act, 'partner.added', { id, name: texts.name });
    return { ok: true, id };
  });
}

const rowOf = ({ name, role, roleEn, address }: PartnerTexts) => ({
  name,
  role,
  role_en: roleEn,
  address,
});

export async function changePartner(
  db: Db,
  act: Act,
  { id, version }: Pick<Partner, 'id' | 'version'>,
  texts: PartnerTexts,
): Promise<{ ok: true } | { ok: false; refusal: 'changed-meanwhile' }> {
  return inTransaction(db, async (tx) => {
    const changed = await tx
      .updateTable('partner')
      .set({ ...rowOf(texts), version: version + 1 })
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', id)
      .where('version', '=', version)
      .returning('id')
      .executeTakeFirst();
    if (!changed) return { ok: false, refusal: 'changed-meanwhile' };
    await tell(tx, act, 'partner.changed', { id, name: texts.name });
    return { ok: true };
  });
}

/**
 * Puts a kept picture in the place of the former one, or none (null). Answers with where the former's bytes lie: they
 * go once all is written. Null where there was none.
 */
export async function setPartnerLogo(
  db: Db,
  act: Act,
  partner: Partner,
  logo: Partner['logo'],
): Promise<{ storageKey: string } | null> {
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    // the row is the lock: of two pictures sent at once the one that is replaced goes too
    const { rows } = await sql<{ former: string | null }>`select logo_id as former from partner
      where organisation_id = ${organisationId} and id = ${partner.id} for update`.execute(tx);
    await tx
      .updateTable('partner')
      .set({
        logo_id: logo?.fileId ?? null,
        logo_width: logo?.width ?? null,
        logo_height: logo?.height ?? null,
      })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', partner.id)
      .execute();
    if (logo) await publishFiles(tx, organisationId, [logo.fileId], act.by);
    await tell(tx, act, 'partner.changed', partner);
    const former = rows[0]?.former;
    return former ? deleteFile(tx, organisationId, former) : null;
  });
}

/** Changes places with the one before or after it. */
export async function movePartner(db: Db, act: Act, partner: Partner, way: Way): Promise<void> {
  const { organisationId } = act;
  await inTransaction(db, async (tx) => {
    await lockList(tx, organisationId, 'partners');
    const ids = (await listPartners(tx, organisationId)).map(({ id }) => id);
    const moved = moveOne(ids, partner.id, way);
    if (!moved) return;
    await sql`update partner p set position = o.position
      from unnest(${moved}::uuid[]) with ordinality o (id, position)
      where p.organisation_id = ${organisationId} and p.id = o.id and p.position <> o.position`.execute(
      tx,
    );
    await tell(tx, act, 'partner.moved', partner);
  });
}

/** Answers with where the bytes of its logo lie; null: it had none. */
export async function removePartner(
  db: Db,
  act: Act,
  partner: Partner,
): Promise<{ storageKey: string } | null> {
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    const gone = await tx
      .deleteFrom('partner')
      .where('organisation_id', '=', organisationId)
      .where('id', '=', partner.id)
      .returning('logo_id')
      .executeTakeFirst();
    if (!gone) return null;
    await tell(tx, act, 'partner.removed', partner);
    return gone.logo_id ? deleteFile(tx, organisationId, gone.logo_id) : null;
  });
}

function tell(
  tx: Tx,
  { organisationId, by }: Act,
  kind: `partner.${string}`,
  { id, name }: { id: string; name: string },
): Promise<void> {
  const subject = { kind: 'partner', id };
  return recordFact(tx, { organisationId, kind, actorId: by, subject, detail: { title: name } });
}
