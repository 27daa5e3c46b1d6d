import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { type Db, violatedConstraint } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { hashSecret, newToken } from '../../../platform/secrets/token.ts';
import type { Act } from '../../spaces/index.ts';
import {
  type ClassRefusal,
  type ClassSession,
  checkClass,
  makeClassCode,
  OPEN_FOR,
} from './class-session.ts';

/** Adds a class. The token of its tutor's link is told once, and kept hashed. */
export async function addClass(
  db: Db,
  { organisationId, by }: Act,
  editionId: string,
  added: { name: string; places: number },
): Promise<{ ok: true; token: string } | { ok: false; refusals: ClassRefusal[] }> {
  const refusals = checkClass(added);
  if (refusals.length > 0) return { ok: false, refusals };
  const token = newToken();
  try {
    await inTransaction(db, async (tx) => {
      const { id } = await tx
        .insertInto('class_session')
        .values({
          organisation_id: organisationId,
          edition_id: editionId,
          name: added.name,
          places: added.places,
          token_hash: hashSecret(token),
          made_by: by,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await recordFact(tx, {
        organisationId,
        kind: 'class-session.added',
        actorId: by,
        subject: { kind: 'class-session', id },
        detail: { editionId, title: added.name, places: added.places },
      });
    });
  } catch (error) {
    if (violatedConstraint(error) === 'class_session_name')
      return { ok: false, refusals: ['name-taken'] };
    throw error;
  }
  return { ok: true, token };
}

export async function listClasses(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<ClassSession[]> {
  const rows = await classes(db, organisationId)
    .where('edition_id', '=', editionId)
    .orderBy('name')
    .limit(500)
    .execute();
  return rows.map(asClass);
}

/** By its tutor's link. */
export async function findClassByToken(
  db: Db,
  organisationId: string,
  token: string,
): Promise<ClassSession | null> {
  const row = await classes(db, organisationId)
    .where('token_hash', '=', hashSecret(token))
    .executeTakeFirst();
  return row ? asClass(row) : null;
}

/** A new link for the tutor; the one before leads nowhere. */
export async function renewLink(
  db: Db,
  organisationId: string,
  editionId: string,
  id: string,
): Promise<string | null> {
  const token = newToken();
  const row = await db
    .updateTable('class_session')
    .set({ token_hash: hashSecret(token) })
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where(sql`id::text`, '=', id)
    .returning('id')
    .executeTakeFirst();
  return row ? token : null;
}

/** Opens a session for some hours, or again with the same code; each opening starts the time anew. */
export async function openClass(db: Db, organisationId: string, id: string): Promise<void> {
  await db
    .updateTable('class_session')
    .set({
      code: sql<string>`coalesce(code, ${makeClassCode(randomInt)})`,
      open_until: sql<Date>`palabre_now() + make_interval(secs => ${OPEN_FOR / 1000}::int)`,
    })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}

export async function closeClass(db: Db, organisationId: string, id: string): Promise<void> {
  await db
    .updateTable('class_session')
    .set({ open_until: sql<Date>`palabre_now()` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('open_until', '>', sql<Date>`palabre_now()`)
    .execute();
}

export type PlaceTaken =
  | { ok: true; sessionId: string; place: number }
  | { ok: false; refusal: 'no-such-class' | 'class-full' };

/** One more place of an open session; of two pupils at the last one, one. */
export async function takePlace(
  db: Db,
  organisationId: string,
  editionId: string,
  code: string,
): Promise<PlaceTaken> {
  const open = () =>
    classes(db, organisationId)
      .where('edition_id', '=', editionId)
      .where('code', '=', code)
      .where('open_until', '>', sql<Date>`palabre_now()`);
  const row = await db
    .updateTable('class_session')
    .set({ taken: sql<number>`taken + 1` })
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('code', '=', code)
    .where('open_until', '>', sql<Date>`palabre_now()`)
    .where(sql<boolean>`taken < places`)
    .returning(['id', 'taken'])
    .executeTakeFirst();
  if (row) return { ok: true, sessionId: row.id, place: row.taken };
  const there = await open().executeTakeFirst();
  return { ok: false, refusal: there ? 'class-full' : 'no-such-class' };
}

/** A place more, where a pupil took one and did not vote: the officer answers for it in the journal. */
export async function addPlace(
  db: Db,
  { organisationId, by }: Act,
  editionId: string,
  id: string,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const row = await tx
      .updateTable('class_session')
      .set({ places: sql<number>`least(places + 1, 60)` })
      .where('organisation_id', '=', organisationId)
      .where('edition_id', '=', editionId)
      .where(sql`id::text`, '=', id)
      .returning(['id', 'name', 'places'])
      .executeTakeFirst();
    if (!row) return false;
    await recordFact(tx, {
      organisationId,
      kind: 'class-session.place-added',
      actorId: by,
      subject: { kind: 'class-session', id: row.id },
      detail: { editionId, title: row.name, places: row.places },
    });
    return true;
  });
}

function classes(db: Db, organisationId: string) {
  return db
    .selectFrom('class_session')
    .select(['id', 'edition_id', 'name', 'places', 'taken', 'code', 'open_until'])
    .where('organisation_id', '=', organisationId);
}

function asClass(row: {
  id: string;
  edition_id: string;
  name: string;
  places: number;
  taken: number;
  code: string | null;
  open_until: Date | null;
}): ClassSession {
  return {
    id: row.id,
    editionId: row.edition_id,
    name: row.name,
    places: row.places,
    taken: row.taken,
    code: row.code,
    openUntil: row.open_until,
  };
}
