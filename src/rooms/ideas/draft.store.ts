import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Database, Db, Tx } from '../../platform/database/database.ts';
import type { DB } from '../../platform/database/tables.ts';
import { listFiles } from '../../platform/files/index.ts';
import { type Draft, type Holder, isSent, type WritingPage } from './draft.ts';
import type { IdeaText } from './idea.ts';
import { asPlace } from './place/place.ts';

/** Whose drafts these are: a person's own, and the unclaimed ones of this browser. */
function heldBy({ personId, tokenHash }: Holder): RawBuilder<boolean> {
  return sql<boolean>`(person_id = ${personId}::uuid or (person_id is null and token_hash = ${tokenHash}::text))`;
}

export const DRAFT_COLUMNS = [
  'id',
  'edition_id',
  'person_id',
  'title',
  'body',
  'category_id',
  'lang',
  'compared_at',
  'saved_at',
  'saved_by',
  'published_idea_id',
  'criteria_ticked',
  'place',
  'longitude',
  'latitude',
  'video_link',
  'held_at',
  'held_as',
  'refused_at',
] as const;

export async function findDraft(
  db: Db,
  organisationId: string,
  id: string,
  holder: Holder,
): Promise<Draft | null> {
  const row = await db
    .selectFrom('idea_draft')
    .select(DRAFT_COLUMNS)
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where(heldBy(holder))
    .executeTakeFirst();
  return row ? asDraft(row, await listDraftFiles(db, organisationId, id)) : null;
}

/** Whether this id is somebody's draft, whoever asks. */
export async function isDraftTaken(db: Db, organisationId: string, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('idea_draft')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

/** A draft that still belongs to a browser only. */
export async function findUnclaimed(
  db: Db,
  organisationId: string,
  id: string,
): Promise<{ tokenHash: string; savedDaysAgo: number } | null> {
  const row = await db
    .selectFrom('idea_draft')
    .select([
      'token_hash',
      sql<number>`extract(epoch from palabre_now() - saved_at)::float8 / 86400`.as('days'),
    ])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('person_id', 'is', null)
    .executeTakeFirst();
  return row ? { tokenHash: row.token_hash!, savedDaysAgo: row.days } : null;
}

/** Begun and not published, the latest first, without their files. */
export async function listDrafts(
  db: Db,
  organisationId: string,
  editionId: string,
  holder: Holder,
): Promise<Draft[]> {
  const rows = await db
    .selectFrom('idea_draft')
    .select(DRAFT_COLUMNS)
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('published_idea_id', 'is', null)
    .where(sql<boolean>`(title <> '' or body <> '')`)
    .where(heldBy(holder))
    .orderBy('saved_at', 'desc')
    .limit(20)
    .execute();
  return rows.map((row) => asDraft(row, []));
}

export async function listDraftFiles(db: Db, organisationId: string, draftId: string) {
  const rows = await db
    .selectFrom('idea_attachment')
    .select('file_id')
    .where('organisation_id', '=', organisationId)
    .where('draft_id', '=', draftId)
    .orderBy('position')
    .execute();
  const ids = rows.map((row) => row.file_id);
  const files = await listFiles(db, organisationId, ids);
  return ids.flatMap((id) => files.find((file) => file.fileId === id) ?? []);
}

export function asDraft(
  row: Pick<Selectable<DB['idea_draft']>, (typeof DRAFT_COLUMNS)[number]>,
  files: Draft['files'],
): Draft {
  return {
    id: row.id,
    editionId: row.edition_id,
    personId: row.person_id,
    title: row.title,
    body: row.body,
    categoryId: row.category_id,
    lang: row.lang,
    comparedAt: row.compared_at,
    savedAt: row.saved_at,
    savedBy: row.saved_by,
    publishedIdeaId: row.published_idea_id,
    held: row.held_at && {
      at: row.held_at,
      as: row.held_as!,
      isRefused: row.refused_at !== null,
    },
    criteriaTicked: row.criteria_ticked,
    place: asPlace(row),
    videoLink: row.video_link,
    files,
  };
}

export type Saving =
  | { ok: true; savedAt: Date; begun: boolean }
  | { ok: false; refusal: 'not-yours' | 'published' | 'saved-elsewhere' };

/**
 * Keeps what was typed, whatever it is: it is checked when it is published. The first save makes the
 * draft, under the id that its address already had. A text that changed is compared anew.
 * A `page` that saves as one types gives way to what was saved meanwhile by another page or form; what is
 * sent by hand (null) never does.
 */
export async function saveDraft(
  db: Db,
  organisationId: string,
  place: { id: string; editionId: string },
  holder: Holder,
  text: IdeaText,
  page: WritingPage | null = null,
): Promise<Saving> {
  const { rows } = await sql<{ saved_at: Date; begun: boolean }>`
    insert into idea_draft as d (organisation_id, id, edition_id, person_id, token_hash, title, body, category_id, lang, saved_by)
    values (${organisationId}, ${place.id}, ${place.editionId}, ${holder.personId},
      ${holder.personId ? null : holder.tokenHash}, ${text.title}, ${text.body}, ${text.categoryId}, ${text.lang}, ${page?.id ?? null})
    on conflict (organisation_id, id) do update set
      title = excluded.title, body = excluded.body, category_id = excluded.category_id, lang = excluded.lang,
      compared_at = case when (d.title, d.body) = (excluded.title, excluded.body) then d.compared_at end,
      saved_at = palabre_now(), saved_by = excluded.saved_by
    where d.published_idea_id is null and d.held_at is null and d.edition_id = excluded.edition_id
      and (d.person_id = ${holder.personId}::uuid or (d.person_id is null and d.token_hash = ${holder.tokenHash}::text))
      and (${page === null} or d.saved_by = ${page?.id ?? null}::text
        or floor(extract(epoch from d.saved_at) * 1000) = ${page?.base ?? 0}::bigint)
    returning saved_at, xmax = 0 as begun`.execute(db);
  if (rows[0]) return { ok: true, savedAt: rows[0].saved_at, begun: rows[0].begun };
  const mine = await findDraft(db, organisationId, place.id, holder);
  if (!mine) return { ok: false, refusal: 'not-yours' };
  return { ok: false, refusal: isSent(mine) ? 'published' : 'saved-elsewhere' };
}

/**
 * Keeps what was typed in a draft of a person whose session was lost meanwhile: as a draft of this browser
 * that goes back into the other one when they sign in.
 */
export async function rescueText(
  db: Db,
  organisationId: string,
  place: { id: string; editionId: string },
  tokenHash: string,
  text: IdeaText,
): Promise<string> {
  const { id } = await db
    .insertInto('idea_draft')
    .values({
      organisation_id: organisationId,
      edition_id: place.editionId,
      token_hash: tokenHash,
      title: text.title,
      body: text.body,
      category_id: text.categoryId,
      lang: text.lang,
      continues_draft_id: place.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Gives the drafts of a browser to the person who signed in on it; rescued texts go back where they belong. */
export async function claimDrafts(
  db: Database,
  organisationId: string,
  personId: string,
  tokenHash: string,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`with rescued as (
        select distinct on (r.continues_draft_id) r.continues_draft_id, r.title, r.body, r.category_id, r.lang
        from idea_draft r
        where r.organisation_id = ${organisationId} and r.token_hash = ${tokenHash} and r.person_id is null
          and r.continues_draft_id is not null
        order by r.continues_draft_id, r.saved_at desc
      )
      update idea_draft d set title = r.title, body = r.body, category_id = r.category_id, lang = r.lang,
        compared_at = null, saved_at = palabre_now(), saved_by = null
      from rescued r
      where d.organisation_id = ${organisationId} and d.id = r.continues_draft_id
        and d.person_id = ${personId} and d.published_idea_id is null and d.held_at is null`.execute(
      tx,
    );
    await sql`delete from idea_draft r using idea_draft d
      where r.organisation_id = ${organisationId} and r.token_hash = ${tokenHash} and r.person_id is null
        and d.organisation_id = r.organisation_id and d.id = r.continues_draft_id
        and d.person_id = ${personId} and d.published_idea_id is null and d.held_at is null`.execute(
      tx,
    );
    await tx
      .updateTable('idea_draft')
      .set({ person_id: personId, token_hash: null, continues_draft_id: null })
      .where('organisation_id', '=', organisationId)
      .where('token_hash', '=', tokenHash)
      .where('person_id', 'is', null)
      .execute();
  });
}

/** Keeps which criteria were ticked, whether or not the idea can be published with them. */
export async function tickCriteria(
  db: Db,
  organisationId: string,
  id: string,
  holder: Holder,
  ticked: readonly string[],
): Promise<void> {
  await db
    .updateTable('idea_draft')
    .set({ criteria_ticked: [...ticked] })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('published_idea_id', 'is', null)
    .where('held_at', 'is', null)
    .where(heldBy(holder))
    .execute();
}

export async function markCompared(db: Db, organisationId: string, id: string): Promise<void> {
  await db
    .updateTable('idea_draft')
    .set({ compared_at: sql<Date>`palabre_now()` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}

/** Locks a draft until the transaction ends; null when it is not this holder's. */
export async function lockDraft(
  tx: Tx,
  organisationId: string,
  id: string,
  holder: Holder,
): Promise<Draft | null> {
  const row = await tx
    .selectFrom('idea_draft')
    .select(DRAFT_COLUMNS)
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where(heldBy(holder))
    .forUpdate()
    .executeTakeFirst();
  return row ? asDraft(row, await listDraftFiles(tx, organisationId, id)) : null;
}
