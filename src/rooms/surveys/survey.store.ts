import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Db, readNow, type Tx, violatedConstraint } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import type { Act } from '../spaces/index.ts';
import { districtQuestion, PRESET, PRESET_INTRODUCTION } from './preset.ts';
import type { Question, Words } from './question.ts';
import {
  checkDates,
  type DatesRefusal,
  mayChangeQuestions,
  type Survey,
  type SurveyState,
  stateOf,
} from './survey.ts';

export async function findSurvey(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<Survey | null> {
  const row = await db
    .selectFrom('survey')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
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
      return [edition_id, { state: stateOf(dates, now), closesAt: closes_at }];
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
    editionId: row.edition_id,
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

/** Prepares the questionnaire of an edition from the preset; there already, it stays as it is. */
export async function insertSurvey(
  db: Db,
  { organisationId, by }: Act,
  edition: { id: string; districts: readonly string[] },
): Promise<Survey> {
  const districts = districtQuestion(edition.districts);
  const questions = [...PRESET, ...(districts ? [districts] : [])].map((question) => ({
    id: randomUUID(),
    ...question,
  }));
  return inTransaction(db, async (tx) => {
    const made = await tx
      .insertInto('survey')
      .values({
        organisation_id: organisationId,
        edition_id: edition.id,
        introduction: JSON.stringify(PRESET_INTRODUCTION),
        questions: JSON.stringify(questions),
        created_by: by,
      })
      .onConflict((conflict) => conflict.constraint('survey_once').doNothing())
      .returning('id')
      .executeTakeFirst();
    const survey = (await findSurvey(tx, organisationId, edition.id))!;
    if (made) await tell(tx, { organisationId, by }, 'survey.made', survey);
    return survey;
  });
}

export type SurveyChanged = { ok: true } | { ok: false; refusal: 'answered' | 'changed-meanwhile' };

/** Another introduction, other questions; refused once somebody answered (`survey_keeps_its_questions` holds it too). */
export async function saveQuestions(
  db: Db,
  { organisationId, by }: Act,
  { id, version }: Pick<Survey, 'id' | 'version'>,
  change: (survey: Survey) => { introduction?: Words; questions?: readonly Question[] },
): Promise<SurveyChanged> {
  try {
    return await inTransaction(db, async (tx): Promise<SurveyChanged> => {
      const survey = await lockSurvey(tx, organisationId, id);
      if (!survey || survey.version !== version) return { ok: false, refusal: 'changed-meanwhile' };
      if (!mayChangeQuestions(survey, await readNow(tx))) return { ok: false, refusal: 'answered' };
      const { introduction = survey.introduction, questions = survey.questions } = change(survey);
      await tx
        .updateTable('survey')
        .set({
          introduction: JSON.stringify(introduction),
          questions: JSON.stringify(questions),
          version: version + 1,
        })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .execute();
      await tell(tx, { organisationId, by }, 'survey.changed', survey);
      return { ok: true };
    });
  } catch (error) {
    if (violatedConstraint(error) === 'survey_keeps_its_questions')
      return { ok: false, refusal: 'answered' };
    throw error;
  }
}

export type DatesSaved =
  | { ok: true }
  | { ok: false; refusal: 'over' }
  | { ok: false; refusals: Partial<Record<'opensAt' | 'closesAt', DatesRefusal>> };

/** When it opens and closes: from then on the dates decide. The letter and the emptying of who answered are queued for them. */
export async function saveDates(
  db: Db,
  { organisationId, by }: Act,
  surveyId: string,
  dates: { opensAt: Date; closesAt: Date; invites: boolean },
): Promise<DatesSaved> {
  return inTransaction(db, async (tx): Promise<DatesSaved> => {
    const survey = await lockSurvey(tx, organisationId, surveyId);
    const now = await readNow(tx);
    if (!survey || ['closed', 'published'].includes(stateOf(survey, now)))
      return { ok: false, refusal: 'over' };
    const refusals = checkDates(survey, dates, now);
    if (Object.keys(refusals).length > 0) return { ok: false, refusals };
    await tx
      .updateTable('survey')
      .set({ opens_at: dates.opensAt, closes_at: dates.closesAt, invites: dates.invites })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', survey.id)
      .execute();
    await tell(tx, { organisationId, by }, 'survey.dated', survey);
    const payload = { organisationId, surveyId: survey.id };
    if (dates.invites) await queueInvitation(tx, payload, dates.opensAt);
    await queueClosing(tx, payload, dates.closesAt);
    return { ok: true };
  });
}

/** One of a questionnaire waits at most. */
export const queueInvitation = (
  tx: Tx,
  { organisationId, surveyId }: { organisationId: string; surveyId: string },
  runAt: Date,
): Promise<void> =>
  queueJob(
    tx,
    'invite-to-survey',
    { organisationId, surveyId },
    { key: `survey-invite:${surveyId}`, runAt },
  );

/** `at` left out: now. */
const queueClosing = (tx: Tx, payload: { organisationId: string; surveyId: string }, at?: Date) =>
  queueJob(tx, 'close-survey', payload, {
    key: `survey-close:${payload.surveyId}`,
    ...(at && { runAt: at }),
  });

/** Closes it now, whatever its dates said; false: it is not open. */
export async function closeSurvey(
  db: Db,
  { organisationId, by }: Act,
  surveyId: string,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const survey = await lockSurvey(tx, organisationId, surveyId);
    const now = await readNow(tx);
    if (!survey || stateOf(survey, now) !== 'open') return false;
    await tx
      .updateTable('survey')
      .set({ closes_at: now })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', survey.id)
      .execute();
    await tell(tx, { organisationId, by }, 'survey.closed', survey);
    await queueClosing(tx, { organisationId, surveyId });
    return true;
  });
}

/** Its figures become public, once; false: it is not closed, or was published before. */
export async function publishSurvey(
  db: Db,
  { organisationId, by }: Act,
  surveyId: string,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const survey = await lockSurvey(tx, organisationId, surveyId);
    if (!survey || stateOf(survey, await readNow(tx)) !== 'closed') return false;
    await tx
      .updateTable('survey')
      .set({ published_at: sql<Date>`palabre_now()`, published_by: by })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', survey.id)
      .execute();
    await tell(tx, { organisationId, by }, 'survey.published', survey);
    return true;
  });
}

const tell = (tx: Tx, { organisationId, by }: Act, kind: `survey.${string}`, survey: Survey) =>
  recordFact(tx, {
    organisationId,
    kind,
    actorId: by,
    subject: { kind: 'survey', id: survey.id },
    detail: { editionId: survey.editionId },
  });

function asSurvey(row: {
  id: string;
  edition_id: string;
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
    editionId: row.edition_id,
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
