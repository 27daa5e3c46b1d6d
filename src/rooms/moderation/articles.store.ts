import { sql } from 'kysely';
import * as m from '../../paraglide/messages.js';
import type { Database, Db } from '../../platform/database/database.ts';
import type { VisitedOrganisation } from '../../platform/http/visit.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { type Article, USUAL_REPORTS_TO_RAISE } from './moderation.ts';

type Of = Pick<VisitedOrganisation, 'id' | 'defaultLocale'>;

/** The articles that come with the platform, in the language of the organisation. */
const usualArticles = ({ defaultLocale }: Of): Article[] =>
  [
    m.moderation_article_1,
    m.moderation_article_2,
    m.moderation_article_3,
    m.moderation_article_4,
    m.moderation_article_5,
    m.moderation_article_6,
    m.moderation_article_7,
  ].map((title, at) => ({ number: at + 1, title: title({}, { locale: defaultLocale }) }));

/** By which one judges here, in order. */
export async function listArticles(db: Db, organisation: Of): Promise<Article[]> {
  const rows = await db
    .selectFrom('charter_article')
    .select(['number', 'title'])
    .where('organisation_id', '=', organisation.id)
    .orderBy('number')
    .execute();
  return rows.length > 0 ? rows : usualArticles(organisation);
}

export interface Settings {
  reportsToRaise: number;
  /** Of the last time that they were saved; 0: never. */
  version: number;
}

export async function findSettings(db: Db, organisationId: string): Promise<Settings> {
  const row = await db
    .selectFrom('moderation_setting')
    .select(['reports_to_raise', 'version'])
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  return {
    reportsToRaise: row?.reports_to_raise ?? USUAL_REPORTS_TO_RAISE,
    version: row?.version ?? 0,
  };
}

/** Keeps all of them anew; false: somebody saved others since the form was opened. */
export async function saveArticles(
  db: Database,
  act: { organisationId: string; by: string },
  written: { articles: readonly Article[]; reportsToRaise: number; version: number },
): Promise<boolean> {
  const { organisationId } = act;
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ version: number }>`
      insert into moderation_setting as s (organisation_id, reports_to_raise)
      select ${organisationId}, ${written.reportsToRaise}
      where ${written.version} = 0 or exists (
        select from moderation_setting where organisation_id = ${organisationId})
      on conflict (organisation_id) do update
        set reports_to_raise = excluded.reports_to_raise, version = s.version + 1
        where s.version = ${written.version}
      returning version`.execute(tx);
    if (rows.length === 0) return false;
    await tx.deleteFrom('charter_article').where('organisation_id', '=', organisationId).execute();
    await tx
      .insertInto('charter_article')
      .values(written.articles.map((one) => ({ organisation_id: organisationId, ...one })))
      .execute();
    await recordFact(tx, {
      organisationId,
      kind: 'moderation.articles-saved',
      actorId: act.by,
      subject: { kind: 'organisation', id: organisationId },
      detail: { articles: written.articles.length, reportsToRaise: written.reportsToRaise },
    });
    return true;
  });
}
