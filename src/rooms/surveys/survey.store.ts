import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Question, Words } from './question.ts';
import { type PlaceKey, type Survey, type SurveyState, stateOf } from './survey.ts';

export const findSurvey = (
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<Survey | null> => findSurveyOf(db, organisationId, { kind: 'edition', id: editionId });

/** The one of an edition, or of a component of a space. */
export async function findSurveyOf(
  db: Db,
  organisationId: string,
  { kind, id }: PlaceKey,
): Promise<Survey | null> {
  const row = await db
    .selectFrom('survey')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where(kind === 'edition' ? 'edition_id' : 'component_id', '=', id)
    .executeTakeFirst();
  return row ? asSurvey(row) : null;
}

/** How those of several editions stand, by edition; what is missing has none. One query. */
export async function findSurveyStates(
  db: Db,
  organisationId: string,
  editionIds: readonly string[],
): Promise<Map<string, { state: SurveyState; closesAt: Date | null }>> {
  if (editionIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('survey')
    .select(['edition_id', 'opens_at', 'closes_at', 'published_at'])
    .select(sql<Date>`palabre_now()`.as('now'))
    .where('organisation_id', '=', organisationId)
    .where('edition_id', 'in', editionIds)
    .execute();
  return new Map(
    rows.map(({ edition_id, opens_at, closes_at, published_at, now }) => {
      const dates = { opensAt: opens_at, closesAt: closes_at, publishedAt: published_at };
      return [edition_id!, { state: stateOf(dates, now), closesAt: closes_at }];
    }),
  );
}

/** Of these editions, those that everybody may answer now. */
export async function listOpenSurveys(
  db: Db,
  organisationId: string,
  editionIds: readonly string[],
): Promise<{ editionId: string; introduction: Words; closesAt: Date }[]> {
  if (editionIds.length === 0) return [];
  const rows = await db
    .selectFrom('survey')
    .select(['edition_id', 'introduction', 'closes_at'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', 'in', editionIds)
    .where('published_at', 'is', null)
    .where('opens_at', '<=', sql<Date>`palabre_now()`)
    .where('closes_at', '>', sql<Date>`palabre_now()`)
    .execute();
  return rows.map((row) => ({
    editionId: row.edition_id!,
    introduction: row.introduction as unknown as Words,
    closesAt: row.closes_at!,
  }));
}

/** The same, held until the transaction ends: answers, dates and questions wait for each other. */
export async function lockSurvey(
  tx: Tx,
  organisationId: string,
  id: string,
): Promise<Survey | null> {
  const row = await tx
    .selectFrom('survey')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? asSurvey(row) : null;
}

function asSurvey(row: {
  id: string;
  edition_id: string | null;
  component_id: string | null;
  introduction: unknown;
  questions: unknown;
  version: number;
  opens_at: Date | null;
  closes_at: Date | null;
  invites: boolean;
  answers: number;
  published_at: Date | null;
}): Survey {
  return {
    id: row.id,
    place: row.edition_id
      ? { kind: 'edition', id: row.edition_id }
      : { kind: 'component', id: row.component_id! },
    introduction: row.introduction as Words,
    questions: row.questions as Question[],
    version: row.version,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    invites: row.invites,
    answers: row.answers,
    publishedAt: row.published_at,
  };
}
