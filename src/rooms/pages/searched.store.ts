import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { findByWords } from '../../platform/search/by-words.ts';
import type { SearchAsked } from '../../platform/search/searchable.ts';
import type { PageTexts } from './editorial/editorial.ts';
import type { EntryTexts } from './faq/faq.ts';

/** Published pages of the organisation that hold the words asked for, in either language. */
export const searchPublishedPages = (db: Database, asked: SearchAsked) =>
  searchPages(db, asked, sql`s.component_id is null`);

/** The same of components of spaces. */
export const searchPagesIn = (db: Database, asked: SearchAsked, componentIds: readonly string[]) =>
  searchPages(db, asked, sql`s.component_id = any(${[...componentIds]}::uuid[])`);

const searchPages = (db: Database, asked: SearchAsked, where: RawBuilder<unknown>) =>
  findByWords<PageTexts & { slug: string; componentId: string | null }>(db, asked, {
    from: sql`(select v.*, p.slug, p.component_id, p.position from editorial_page p join editorial_version v
      on v.organisation_id = p.organisation_id and v.page_id = p.id and v.number = p.version
      where p.published_at is not null) s`,
    here: sql`s.organisation_id = ${asked.organisationId} and ${where}`,
    columns: sql`s.slug, s.component_id as "componentId", s.title, s.summary, s.body, s.title_en as "titleEn",
      s.summary_en as "summaryEn", s.body_en as "bodyEn"`,
    order: sql`s.position, s.page_id`,
  });

/** Published questions, likewise. */
export const searchPublishedEntries = (db: Database, asked: SearchAsked) =>
  findByWords<EntryTexts & { slug: string }>(db, asked, {
    from: sql`faq_entry s`,
    here: sql`s.organisation_id = ${asked.organisationId} and s.published_at is not null`,
    columns: sql`s.slug, s.question, s.answer, s.question_en as "questionEn", s.answer_en as "answerEn"`,
    order: sql`s.position, s.id`,
  });
