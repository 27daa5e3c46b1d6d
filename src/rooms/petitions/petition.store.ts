import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { listFiles } from '../../platform/files/index.ts';
import type { Petition, Signature, Step } from './petition.ts';

const PAGE_SIZE = 20;
const NAMES_PAGE = 50;

const columns = sql`p.id, p.number, p.component_id as "componentId", p.kind, p.title, p.call, p.body, p.addressees,
  p.share_words as "shareWords", p.link, p.goal, p.ends_on::text as "endsOn", p.reach, p.lang, p.made_by as "madeBy",
  p.version, p.published_at as "publishedAt", p.closed_at as "closedAt", p.hidden_at as "hiddenAt", p.signatures, p.picture_id as "pictureId"`;

type Row = Omit<Petition, 'picture'> & { pictureId: string | null };

/** With their pictures: one query, however many there are. */
async function withPictures(
  db: Db,
  organisationId: string,
  rows: readonly Row[],
): Promise<Petition[]> {
  const ids = rows.flatMap(({ pictureId }) => pictureId ?? []);
  const files = await listFiles(db, organisationId, ids);
  return rows.map(({ pictureId, ...row }) => {
    const file = files.find(({ fileId }) => fileId === pictureId);
    return {
      ...row,
      picture: file
        ? { fileId: file.fileId, alt: file.alt, width: file.width, height: file.height }
        : null,
    };
  });
}

/** By id, by the number of its address, or by the form that made it. `lock`: held until the transaction ends. */
export async function findPetition(
  db: Db,
  organisationId: string,
  by: { id: string } | { number: number } | { madeFrom: string },
  lock = false,
): Promise<Petition | null> {
  const which =
    'id' in by
      ? sql`p.id = ${by.id}::uuid`
      : 'number' in by
        ? sql`p.number = ${by.number}`
        : sql`p.made_from = ${by.madeFrom}::uuid`;
  const { rows } = await sql<Row>`select ${columns} from petition p
    where p.organisation_id = ${organisationId} and ${which} ${lock ? sql`for update` : sql``}`.execute(
    db,
  );
  const [petition] = await withPictures(db, organisationId, rows);
  return petition ?? null;
}

/** A page of the mobilisations of a component, the newest first. `drafts`: those that are being prepared too. */
export async function listPetitions(
  db: Db,
  organisationId: string,
  componentId: string,
  { drafts, after }: { drafts: boolean; after: number | null },
): Promise<{ petitions: Petition[]; next: number | null }> {
  const { rows } = await sql<Row>`select ${columns} from petition p
    where p.organisation_id = ${organisationId} and p.component_id = ${componentId}::uuid and p.hidden_at is null
      and (p.published_at is not null or ${drafts}::boolean) ${after === null ? sql`` : sql`and p.number < ${after}`}
    order by p.number desc limit ${PAGE_SIZE + 1}`.execute(db);
  const petitions = await withPictures(db, organisationId, rows.slice(0, PAGE_SIZE));
  return { petitions, next: rows.length > PAGE_SIZE ? petitions.at(-1)!.number : null };
}

/** The newest that everybody may read in some components. */
export async function listPublicPetitions(
  db: Db,
  organisationId: string,
  componentIds: readonly string[],
  most: number,
): Promise<Petition[]> {
  const { rows } = await sql<Row>`select ${columns} from petition p
    where p.organisation_id = ${organisationId} and p.component_id = any(${[...componentIds]}::uuid[])
      and p.reach = 'public' and p.published_at is not null and p.hidden_at is null
    order by p.number desc limit ${most}`.execute(db);
  return withPictures(db, organisationId, rows);
}

export async function countPetitions(
  db: Db,
  organisationId: string,
  componentIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; petitions: number }>`
    select component_id as id, count(*)::int as petitions from petition
    where organisation_id = ${organisationId} and component_id = any(${[...componentIds]}::uuid[])
      and published_at is not null and hidden_at is null group by component_id`.execute(db);
  return new Map(rows.map(({ id, petitions }) => [id, petitions]));
}

const signature = sql`s.id, s.number::int, s.petition_id as "petitionId", s.person_id as "personId", s.mailbox, s.email, s.name,
  s.office, s.place, s.is_named as "isNamed", s.locale, s.asked_at as "askedAt", s.signed_at as "signedAt"`;

export async function findSignature(
  db: Db,
  organisationId: string,
  by:
    | { id: string }
    | { petitionId: string; mailbox: string }
    | { petitionId: string; personId: string },
): Promise<Signature | null> {
  const which =
    'id' in by
      ? sql`s.id = ${by.id}::uuid`
      : 'mailbox' in by
        ? sql`s.petition_id = ${by.petitionId}::uuid and s.mailbox = ${by.mailbox}`
        : sql`s.petition_id = ${by.petitionId}::uuid and s.person_id = ${by.personId}::uuid`;
  const { rows } = await sql<Signature>`select ${signature} from petition_signature s
    where s.organisation_id = ${organisationId} and ${which}`.execute(db);
  return rows[0] ?? null;
}

/** What of a signature everybody may read: nothing of whoever did not agree to it. */
export type ShownName = Pick<Signature, 'number' | 'name' | 'office' | 'place' | 'signedAt'>;

/** A page of those who agreed to be named, the latest first. */
export async function listNames(
  db: Db,
  organisationId: string,
  petitionId: string,
  { after = null, limit = NAMES_PAGE }: { after?: number | null; limit?: number } = {},
): Promise<{ names: ShownName[]; next: number | null }> {
  const { rows } = await selectNames(organisationId, petitionId, { after, limit }).execute(db);
  const names = rows.slice(0, limit);
  return { names, next: rows.length > limit ? names.at(-1)!.number : null };
}

const selectNames = (
  organisationId: string,
  petitionId: string,
  { after, limit }: { after: number | null; limit: number },
) => sql<ShownName>`select s.number::int, s.name, s.office, s.place, s.signed_at as "signedAt" from petition_signature s
  where s.organisation_id = ${organisationId} and s.petition_id = ${petitionId}::uuid and s.signed_at is not null
    and s.is_named ${after === null ? sql`` : sql`and s.number < ${after}`}
  order by s.number desc limit ${limit + 1}`;

export async function listSteps(
  db: Db,
  organisationId: string,
  petitionId: string,
): Promise<Step[]> {
  const { rows } =
    await sql<Step>`select id, kind, happened_on::text as "happenedOn", words from petition_step
    where organisation_id = ${organisationId} and petition_id = ${petitionId}::uuid order by happened_on, at limit 100`.execute(
      db,
    );
  return rows;
}

export interface Version {
  version: number;
  title: string;
  body: string;
  at: Date;
}

export async function listVersions(
  db: Db,
  organisationId: string,
  petitionId: string,
): Promise<Version[]> {
  const { rows } = await sql<Version>`select version, title, body, at from petition_version
    where organisation_id = ${organisationId} and petition_id = ${petitionId}::uuid order by version desc limit 50`.execute(
    db,
  );
  return rows;
}

/** Ids of the events that stand with it. */
export async function listEventsOf(
  db: Db,
  organisationId: string,
  petitionId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('petition_event')
    .select('meeting_id')
    .where('organisation_id', '=', organisationId)
    .where('petition_id', '=', petitionId)
    .execute();
  return rows.map(({ meeting_id }) => meeting_id);
}
