import { sql } from 'kysely';
import { type Db, type Tx, violatedConstraint } from '../../../platform/database/database.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Owner } from '../../../platform/personal.ts';
import { isSomebodysNickname, lockName, nicknameKey } from '../../identity/index.ts';
import type { Act } from '../fields/field.store.ts';
import type { OfficialAccount } from './official.ts';

/** Under which label each of some people speaks now, by person; the others speak for themselves. */
export async function listOfficials(
  db: Db,
  organisationId: string,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await sql<{
    id: string;
    label: string;
  }>`select person_id as id, label from official_account
    where organisation_id = ${organisationId} and person_id = any(${[...personIds]}::uuid[]) and ended_at is null`.execute(
    db,
  );
  return new Map(rows.map(({ id, label }) => [id, label]));
}

/** Under which label each of some texts was published, by the id of the text: what its author was that day. */
export async function listLabelsOf(
  db: Db,
  organisationId: string,
  texts: readonly { id: string; authorId: string; publishedAt: Date }[],
): Promise<Map<string, string>> {
  if (texts.length === 0) return new Map();
  const { rows } = await sql<{ id: string; label: string | null }>`
    select t.id, official_label(${organisationId}::uuid, t.person, t.at) as label
    from unnest(${texts.map(({ id }) => id)}::uuid[], ${texts.map(({ authorId }) => authorId)}::uuid[],
      ${texts.map(({ publishedAt }) => publishedAt.toISOString())}::timestamptz[]) t (id, person, at)`.execute(
    db,
  );
  return new Map(rows.flatMap(({ id, label }) => (label === null ? [] : [[id, label]])));
}

/** Those that hold or held one, the newest first: `most` at once, after one of them. */
export async function listOfficialAccounts(
  db: Db,
  organisationId: string,
  { holding, most }: { holding: boolean; most: number },
): Promise<OfficialAccount[]> {
  const { rows } =
    await sql<OfficialAccount>`select id, person_id as "personId", label, given_at as "givenAt",
      ended_at as "endedAt" from official_account
    where organisation_id = ${organisationId} and (ended_at is null) = ${holding}
    order by given_at desc, id limit ${most}`.execute(db);
  return rows;
}

export type GivingRefusal = 'label-is-nickname' | 'has-another';

/** Lets an account speak under a label. Sent twice, it is given once. */
export async function giveLabel(
  db: Db,
  act: Act,
  personId: string,
  label: string,
): Promise<{ ok: true } | { ok: false; refusal: GivingRefusal }> {
  const { organisationId, by } = act;
  const key = nicknameKey(label);
  try {
    return await db.transaction().execute(async (tx) => {
      // whoever signs up under this very name waits, or is waited for
      await lockName(tx, organisationId, key);
      if (await isSomebodysNickname(tx, organisationId, key))
        return { ok: false, refusal: 'label-is-nickname' };
      const held = (await listOfficials(tx, organisationId, [personId])).get(personId);
      if (held !== undefined)
        return held === label ? { ok: true } : { ok: false, refusal: 'has-another' };
      await tx
        .insertInto('official_account')
        .values({
          organisation_id: organisationId,
          person_id: personId,
          label,
          label_key: key,
          given_by: by,
        })
        .execute();
      await tell(tx, act, 'official-account.given', personId, label);
      return { ok: true };
    });
  } catch (error) {
    if (violatedConstraint(error) === 'official_account_one_at_a_time')
      return { ok: false, refusal: 'has-another' };
    throw error;
  }
}

/** It speaks for itself again; that it did otherwise stays told. false: there is no such account. */
export async function takeLabelBack(db: Db, act: Act, id: string): Promise<boolean> {
  const { organisationId, by } = act;
  return db.transaction().execute(async (tx) => {
    const ended = await tx
      .updateTable('official_account')
      .set({ ended_at: sql<Date>`palabre_now()`, ended_by: by })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .returning(['person_id', 'label'])
      .executeTakeFirst();
    if (ended) await tell(tx, act, 'official-account.taken-back', ended.person_id, ended.label);
    const known = await tx
      .selectFrom('official_account')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .executeTakeFirst();
    return known !== undefined;
  });
}

/** Nobody speaks by an account that is erased; the label stays in the history, without a name. */
export async function endOwnLabel(tx: Tx, { organisationId, id }: Owner): Promise<void> {
  await sql`update official_account set ended_at = palabre_now()
    where organisation_id = ${organisationId} and person_id = ${id} and ended_at is null`.execute(
    tx,
  );
}

function tell(
  tx: Tx,
  { organisationId, by }: Act,
  kind: `official-account.${string}`,
  personId: string,
  label: string,
): Promise<void> {
  const subject = { kind: 'person', id: personId };
  return recordFact(tx, { organisationId, kind, actorId: by, subject, detail: { title: label } });
}
