import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { type FaqEntry, type FaqHeading, MOST_ENTRIES, MOST_HEADINGS } from './faq.ts';

const headingColumns = sql`h.id, h.title, h.title_en as "titleEn", h.version`;

const entryColumns = sql`e.id, e.heading_id as "headingId", e.slug, e.question, e.answer,
  e.question_en as "questionEn", e.answer_en as "answerEn", e.version, e.published_at as "publishedAt"`;

export async function listHeadings(db: Db, organisationId: string): Promise<FaqHeading[]> {
  const { rows } = await sql<FaqHeading>`select ${headingColumns} from faq_heading h
    where h.organisation_id = ${organisationId} order by h.position, h.id limit ${MOST_HEADINGS}`.execute(
    db,
  );
  return rows;
}

/** All of them, heading by heading, in order: at most three hundred, on one page. */
export async function listEntries(
  db: Db,
  organisationId: string,
  { published = false }: { published?: boolean } = {},
): Promise<FaqEntry[]> {
  const { rows } = await sql<FaqEntry>`select ${entryColumns} from faq_entry e
    where e.organisation_id = ${organisationId} ${published ? sql`and e.published_at is not null` : sql``}
    order by e.heading_id, e.position, e.id limit ${MOST_ENTRIES}`.execute(db);
  return rows;
}

export async function findHeading(
  db: Db,
  organisationId: string,
  id: string,
): Promise<FaqHeading | null> {
  const { rows } = await sql<FaqHeading>`select ${headingColumns} from faq_heading h
    where h.organisation_id = ${organisationId} and h.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export async function findEntry(
  db: Db,
  organisationId: string,
  id: string,
): Promise<FaqEntry | null> {
  const { rows } = await sql<FaqEntry>`select ${entryColumns} from faq_entry e
    where e.organisation_id = ${organisationId} and e.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Whether anybody finds a question there. */
export async function hasFaq(db: Db, organisationId: string): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select exists (select from faq_entry e
    where e.organisation_id = ${organisationId} and e.published_at is not null) as there`.execute(
    db,
  );
  return rows[0]!.there;
}
