import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { listFiles } from '../../../platform/files/index.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { listPublicNicknames } from '../../identity/index.ts';
import type { Quotation, ShownTestimony, Testimony } from './testimony.ts';

/** Of one realisation, for the office: those that wait first, then the newest. */
export async function listTestimoniesOf(
  db: Db,
  organisationId: string,
  realisationId: string,
): Promise<Testimony[]> {
  const rows = await testimonies(db, organisationId)
    .where('t.realisation_id', '=', realisationId)
    .orderBy(sql`(t.accepted_at is not null or t.returned_at is not null)`)
    .orderBy('t.written_at', 'desc')
    .orderBy('t.id')
    .execute();
  return withPictures(db, organisationId, rows);
}

export async function findTestimony(
  db: Db,
  organisationId: string,
  by: { id: string } | { realisationId: string; personId: string },
): Promise<Testimony | null> {
  const query = testimonies(db, organisationId);
  if ('id' in by && !isUuid(by.id)) return null;
  const row = await ('id' in by
    ? query.where('t.id', '=', by.id)
    : query.where('t.realisation_id', '=', by.realisationId).where('t.person_id', '=', by.personId)
  ).executeTakeFirst();
  return row ? ((await withPictures(db, organisationId, [row]))[0] ?? null) : null;
}

/** What everybody may read, the newest first: of one realisation, of an edition, or of all. */
export async function listTestimonies(
  db: Db,
  organisationId: string,
  {
    realisationId,
    editionId,
    limit = 50,
  }: { realisationId?: string; editionId?: string; limit?: number } = {},
): Promise<ShownTestimony[]> {
  let query = testimonies(db, organisationId)
    .where('t.accepted_at', 'is not', null)
    .orderBy('t.accepted_at', 'desc')
    .orderBy('t.id')
    .limit(limit);
  if (realisationId) query = query.where('t.realisation_id', '=', realisationId);
  if (editionId) query = query.where('r.edition_id', '=', editionId);
  const rows = await query.execute();
  const [told, names] = await Promise.all([
    withPictures(db, organisationId, rows),
    listPublicNicknames(
      db,
      organisationId,
      rows.map(({ person_id }) => person_id),
    ),
  ]);
  return told.flatMap(({ id, realisationId: of, personId, body, picture, acceptedAt }, at) => {
    const row = rows[at];
    if (!row || acceptedAt === null) return [];
    const { edition_id: edition, number: project, title } = row;
    const author = names.get(personId) ?? '';
    const shown = { id, realisationId: of, editionId: edition, project, title };
    return [{ ...shown, body, picture, author, acceptedAt }];
  });
}

/** Of each of these realisations that has any, the testimony accepted last: the same few queries, however many. */
export async function listQuotations(
  db: Db,
  organisationId: string,
  realisationIds: readonly string[],
): Promise<Map<string, Quotation>> {
  const rows = await testimonies(db, organisationId)
    .distinctOn('t.realisation_id')
    .where(sql<boolean>`t.realisation_id = any(${[...realisationIds]}::uuid[])`)
    .where('t.accepted_at', 'is not', null)
    .orderBy('t.realisation_id')
    .orderBy('t.accepted_at', 'desc')
    .orderBy('t.id')
    .execute();
  const names = await listPublicNicknames(
    db,
    organisationId,
    rows.map(({ person_id }) => person_id),
  );
  return new Map(
    rows.map(({ realisation_id, person_id, body }) => [
      realisation_id,
      { body, author: names.get(person_id) ?? '' },
    ]),
  );
}

function testimonies(db: Db, organisationId: string) {
  return db
    .selectFrom('realisation_testimony as t')
    .innerJoin('realisation as r', (join) =>
      join
        .onRef('r.organisation_id', '=', 't.organisation_id')
        .onRef('r.id', '=', 't.realisation_id'),
    )
    .selectAll('t')
    .select(['r.edition_id', 'r.number', 'r.title'])
    .where('t.organisation_id', '=', organisationId);
}

type Row = Awaited<ReturnType<ReturnType<typeof testimonies>['executeTakeFirstOrThrow']>>;

/** With their pictures: two queries, however many. */
async function withPictures(
  db: Db,
  organisationId: string,
  rows: readonly Row[],
): Promise<Testimony[]> {
  const files = await listFiles(
    db,
    organisationId,
    rows.flatMap(({ file_id }) => file_id ?? []),
  );
  return rows.map((row) => ({
    id: row.id,
    realisationId: row.realisation_id,
    personId: row.person_id,
    body: row.body,
    picture: files.find(({ fileId }) => fileId === row.file_id) ?? null,
    writtenAt: row.written_at,
    version: row.version,
    acceptedAt: row.accepted_at,
    returnedAt: row.returned_at,
    returnReason: row.return_reason,
  }));
}
