import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { type Db, readNow, type Tx, violatedConstraint } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Given } from './answer.ts';
import { type Counts, REACHED } from './figures.ts';
import { isOpenIn } from './place/component-dates.store.ts';
import { lockSurvey } from './survey.store.ts';
import { type Survey, stateOf } from './survey.ts';

export type AnswersRecorded =
  | { ok: true }
  /** `sent-already`: this very form was; it counts once. */
  | { ok: false; refusal: 'closed' | 'changed-meanwhile' | 'answered-already' | 'sent-already' };

/** Who answers, as keyed hashes: of the form that was sent, and of the account that is signed in. */
export interface AnswerMarks {
  form: string;
  /** null: nobody is signed in. */
  person: string | null;
}

/**
 * Counts the answers of one person, and notes apart that they answered (docs/decisions/068). No fact, no time, nothing that
 * ties the two. The row of the questionnaire is the lock: two forms sent at once come one after the other, and
 * `survey_answered_once` holds that nobody is counted twice.
 */
export async function recordAnswers(
  db: Db,
  organisationId: string,
  { id, version }: Pick<Survey, 'id' | 'version'>,
  { form, person }: AnswerMarks,
  given: readonly Given[],
  /** Ids of the questions that answers led to, of those that are not shown to everybody. */
  reached: readonly string[] = [],
): Promise<AnswersRecorded> {
  try {
    return await inTransaction(db, async (tx): Promise<AnswersRecorded> => {
      const isOpen = await isOpenIn(tx, organisationId, id);
      const survey = await lockSurvey(tx, organisationId, id);
      const known = await findMarks(tx, organisationId, id, person ? [form, person] : [form]);
      if (known.has(form)) return { ok: false, refusal: 'sent-already' };
      if (!isOpen || !survey || stateOf(survey, await readNow(tx)) !== 'open')
        return { ok: false, refusal: 'closed' };
      if (known.size > 0) return { ok: false, refusal: 'answered-already' };
      if (survey.version !== version) return { ok: false, refusal: 'changed-meanwhile' };
      const at = { organisation_id: organisationId, survey_id: id };
      await tx
        .insertInto('survey_answered')
        .values((person ? [form, person] : [form]).map((mark) => ({ ...at, mark })))
        .execute();
      await sql`update survey set answers = answers + 1
        where organisation_id = ${organisationId} and id = ${id}`.execute(tx);
      await countChoices(tx, organisationId, id, given, reached);
      for (const { questionId, text } of given)
        if (text !== '') await mixIn(tx, organisationId, id, questionId, text);
      return { ok: true };
    });
  } catch (error) {
    if (violatedConstraint(error) === 'survey_answered_once')
      return { ok: false, refusal: 'answered-already' };
    throw error;
  }
}

async function findMarks(
  db: Db,
  organisationId: string,
  surveyId: string,
  marks: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('survey_answered')
    .select('mark')
    .where('organisation_id', '=', organisationId)
    .where('survey_id', '=', surveyId)
    .where('mark', 'in', marks)
    .execute();
  return new Set(rows.map(({ mark }) => mark));
}

/** Whether an account answered; known while the questionnaire is open, and forgotten after. */
export async function hasAnswered(
  db: Db,
  organisationId: string,
  surveyId: string,
  mark: string,
): Promise<boolean> {
  return (await findMarks(db, organisationId, surveyId, [mark])).size > 0;
}

async function countChoices(
  tx: Tx,
  organisationId: string,
  surveyId: string,
  given: readonly Given[],
  reached: readonly string[],
): Promise<void> {
  const cells = [
    ...given.flatMap(({ questionId, choices }) =>
      ['', ...choices].map((choice) => ({ questionId, choice })),
    ),
    ...reached.map((questionId) => ({ questionId, choice: REACHED })),
  ];
  if (cells.length === 0) return;
  await sql`insert into survey_count (organisation_id, survey_id, question_id, choice, people)
    select ${organisationId}, ${surveyId}, question_id, choice, 1
    from unnest(${cells.map(({ questionId }) => questionId)}::uuid[], ${cells.map(({ choice }) => choice)}::text[])
      as given (question_id, choice)
    on conflict on constraint survey_count_once do update set people = survey_count.people + 1`.execute(
    tx,
  );
}

/** Takes a place drawn among those of the texts that are there; the one that stood in it goes to the end. */
async function mixIn(
  tx: Tx,
  organisationId: string,
  surveyId: string,
  questionId: string,
  body: string,
): Promise<void> {
  const at = { organisation_id: organisationId, survey_id: surveyId, question_id: questionId };
  const { count } = await tx
    .selectFrom('survey_text')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organisation_id', '=', organisationId)
    .where('survey_id', '=', surveyId)
    .where('question_id', '=', questionId)
    .executeTakeFirstOrThrow();
  const last = count + 1;
  const place = randomInt(1, last + 1);
  if (place === last) {
    await tx
      .insertInto('survey_text')
      .values({ ...at, place, body })
      .execute();
    return;
  }
  await sql`insert into survey_text (organisation_id, survey_id, question_id, place, body)
    select organisation_id, survey_id, question_id, ${last}::int, body from survey_text
    where organisation_id = ${organisationId} and survey_id = ${surveyId} and question_id = ${questionId}
      and place = ${place}::int`.execute(tx);
  await tx
    .updateTable('survey_text')
    .set({ body })
    .where('organisation_id', '=', organisationId)
    .where('survey_id', '=', surveyId)
    .where('question_id', '=', questionId)
    .where('place', '=', place)
    .execute();
}

/** Once it is closed: forgets who answered, and writes the texts anew in an order drawn by chance. */
export async function forgetWhoAnswered(
  db: Db,
  organisationId: string,
  surveyId: string,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const survey = await lockSurvey(tx, organisationId, surveyId);
    if (!survey || !['closed', 'published'].includes(stateOf(survey, await readNow(tx)))) return;
    await tx
      .deleteFrom('survey_answered')
      .where('organisation_id', '=', organisationId)
      .where('survey_id', '=', surveyId)
      .execute();
    const texts = await tx
      .deleteFrom('survey_text')
      .where('organisation_id', '=', organisationId)
      .where('survey_id', '=', surveyId)
      .returning(['question_id', 'body'])
      .execute();
    await sql`insert into survey_text (organisation_id, survey_id, question_id, place, body)
      select ${organisationId}, ${surveyId}, question_id,
        row_number() over (partition by question_id order by random()), body
      from unnest(${texts.map((text) => text.question_id)}::uuid[], ${texts.map(({ body }) => body)}::text[])
        as text (question_id, body)
      order by random()`.execute(tx);
  });
}

export async function readCounts(
  db: Db,
  organisationId: string,
  surveyId: string,
): Promise<Counts> {
  const rows = await db
    .selectFrom('survey_count')
    .select(['question_id', 'choice', 'people'])
    .where('organisation_id', '=', organisationId)
    .where('survey_id', '=', surveyId)
    .execute();
  const counts = new Map<string, Map<string, number>>();
  for (const { question_id, choice, people } of rows)
    counts.set(question_id, (counts.get(question_id) ?? new Map()).set(choice, people));
  return counts;
}

/** What was written to one question, after a place, in the order of chance. */
export async function listTexts(
  db: Db,
  organisationId: string,
  surveyId: string,
  questionId: string,
  { after, limit }: { after: number; limit: number },
): Promise<{ place: number; body: string }[]> {
  return db
    .selectFrom('survey_text')
    .select(['place', 'body'])
    .where('organisation_id', '=', organisationId)
    .where('survey_id', '=', surveyId)
    .where('question_id', '=', questionId)
    .where('place', '>', after)
    .orderBy('place')
    .limit(limit)
    .execute();
}
