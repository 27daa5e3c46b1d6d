import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Db, readNow, type Tx, violatedConstraint } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { findComponentById } from '../consultations/index.ts';
import type { Act } from '../spaces/index.ts';
import { dateComponent, holdSpaceOf } from './place/component-dates.store.ts';
import { districtQuestion, PRESET, PRESET_INTRODUCTION } from './preset.ts';
import type { Question, Words } from './question.ts';
import { SPACE_INTRODUCTION, SPACE_PRESET } from './space-preset.ts';
import { findSurveyOf, lockSurvey } from './survey.store.ts';
import {
  checkDates,
  type DatesRefusal,
  mayChangeQuestions,
  type PlaceKey,
  type Survey,
  stateOf,
} from './survey.ts';

/** Prepares the questionnaire of an edition from the preset; there already, it stays as it is. */
export async function insertSurvey(
  db: Db,
  act: Act,
  edition: { id: string; districts: readonly string[] },
): Promise<Survey> {
  const districts = districtQuestion(edition.districts);
  return insertAt(db, act, { kind: 'edition', id: edition.id }, PRESET_INTRODUCTION, [
    ...PRESET,
    ...(districts ? [districts] : []),
  ]);
}

/** The same of a component of a space: nobody is written to as it opens. */
export const insertSpaceSurvey = (db: Db, act: Act, componentId: string): Promise<Survey> =>
  insertAt(db, act, { kind: 'component', id: componentId }, SPACE_INTRODUCTION, SPACE_PRESET);

async function insertAt(
  db: Db,
  { organisationId, by }: Act,
  place: PlaceKey,
  introduction: Words,
  preset: readonly Omit<Question, 'id'>[],
): Promise<Survey> {
  const questions = preset.map((question) => ({ id: randomUUID(), ...question }));
  return inTransaction(db, async (tx) => {
    const made = await tx
      .insertInto('survey')
      .values({
        organisation_id: organisationId,
        ...(place.kind === 'edition'
          ? { edition_id: place.id }
          : { component_id: place.id, invites: false }),
        introduction: JSON.stringify(introduction),
        questions: JSON.stringify(questions),
        created_by: by,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    const survey = (await findSurveyOf(tx, organisationId, place))!;
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
    await holdSpaceOf(tx, organisationId, surveyId);
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
    await dateComponent(tx, { organisationId, by }, survey.place, dates);
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
    await holdSpaceOf(tx, organisationId, surveyId);
    const survey = await lockSurvey(tx, organisationId, surveyId);
    const now = await readNow(tx);
    if (!survey || stateOf(survey, now) !== 'open') return false;
    await tx
      .updateTable('survey')
      .set({ closes_at: now })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', survey.id)
      .execute();
    await dateComponent(tx, { organisationId, by }, survey.place, {
      opensAt: survey.opensAt,
      closesAt: now,
    });
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

const tell = async (
  tx: Tx,
  { organisationId, by }: Act,
  kind: `survey.${string}`,
  survey: Survey,
) =>
  recordFact(tx, {
    organisationId,
    kind,
    actorId: by,
    subject: { kind: 'survey', id: survey.id },
    detail: await nameOf(tx, organisationId, survey.place),
  });

/** For the sentence of a fact: which edition, or what its component is called. */
async function nameOf(tx: Tx, organisationId: string, { kind, id }: PlaceKey) {
  if (kind === 'edition') return { editionId: id };
  const component = await findComponentById(tx, organisationId, id);
  return { componentId: id, title: component?.title ?? '' };
}
