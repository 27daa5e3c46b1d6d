import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { fromList } from '../../platform/sets/row-source.ts';
import { type FigureRow, listFigures, type PublishedSurvey } from './figure-rows.ts';
import type { Counts } from './figures.ts';
import type { Question } from './question.ts';

/** Figures of published questionnaires. The mark is of these rows, so that it tells nothing of a number left out. */
export const figureRows = fromList<FigureRow>(
  async (db, { organisationId, editions }) => {
    const ids = editions.map(({ id }) => id);
    const surveys = await listPublishedSurveys(db, organisationId, ids);
    const counts = await readCountsOf(
      db,
      organisationId,
      surveys.map(({ id }) => id),
    );
    return ids
      .flatMap((id) => surveys.find(({ editionId }) => editionId === id) ?? [])
      .flatMap((survey) => listFigures(survey, counts.get(survey.id) ?? new Map()));
  },
  ({ publishedAt }) => publishedAt,
);

/** One at most of an edition. */
async function listPublishedSurveys(
  db: Db,
  organisationId: string,
  editionIds: readonly string[],
): Promise<PublishedSurvey[]> {
  const rows = await db
    .selectFrom('survey')
    .select(['id', 'edition_id', 'published_at', 'questions', 'answers'])
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`edition_id = any(${[...editionIds]}::uuid[])`)
    .where('published_at', '<=', sql<Date>`palabre_now()`)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    editionId: row.edition_id!,
    publishedAt: row.published_at!,
    questions: row.questions as unknown as Question[],
    answers: row.answers,
  }));
}

/** Counts of several questionnaires, each by its id. */
async function readCountsOf(
  db: Db,
  organisationId: string,
  surveyIds: readonly string[],
): Promise<ReadonlyMap<string, Counts>> {
  const rows = await db
    .selectFrom('survey_count')
    .select(['survey_id', 'question_id', 'choice', 'people'])
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`survey_id = any(${[...surveyIds]}::uuid[])`)
    .execute();
  const found = new Map<string, Map<string, Map<string, number>>>();
  for (const { survey_id, question_id, choice, people } of rows) {
    const counts = found.get(survey_id) ?? new Map<string, Map<string, number>>();
    found.set(
      survey_id,
      counts.set(question_id, (counts.get(question_id) ?? new Map()).set(choice, people)),
    );
  }
  return found;
}
