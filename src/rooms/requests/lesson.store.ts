import { sql } from 'kysely';
import { type Db, violatedConstraint } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { PAGE_SIZE } from './request.store.ts';
import type { HelpRequest, Lesson } from './request.ts';
import { tellFact } from './request-writing.store.ts';

const columns = sql`l.id, l.number, l.category, l.question, l.answer, l.lang, l.written_at as "writtenAt"`;

/** What was learnt from a request; null: nothing was written yet. */
export async function findLessonOf(
  db: Db,
  organisationId: string,
  requestId: string,
): Promise<Lesson | null> {
  const { rows } = await sql<Lesson>`select ${columns} from help_lesson l
    where l.organisation_id = ${organisationId} and l.request_id = ${requestId}::uuid`.execute(db);
  return rows[0] ?? null;
}

/** Lessons of a component, the newest first; those that hold all the words looked for, the closest first and one page only. */
export async function listLessons(
  db: Db,
  organisationId: string,
  componentId: string,
  { words, after }: { words: string; after: number | null },
): Promise<{ lessons: Lesson[]; next: number | null }> {
  const here = sql`l.organisation_id = ${organisationId} and l.component_id = ${componentId}::uuid`;
  if (words !== '') {
    const { rows } = await sql<Lesson>`
      with search as materialized (select websearch_to_tsquery('palabre_fr', palabre_fold(${words})) as query)
      select ${columns} from help_lesson l where ${here} and l.words @@ (select query from search)
      order by ts_rank(l.words, (select query from search)) desc, l.number desc limit ${PAGE_SIZE}`.execute(
      db,
    );
    return { lessons: rows, next: null };
  }
  const { rows } = await sql<Lesson>`select ${columns} from help_lesson l
    where ${here} ${after === null ? sql`` : sql`and l.number < ${after}`}
    order by l.number desc limit ${PAGE_SIZE + 1}`.execute(db);
  const lessons = rows.slice(0, PAGE_SIZE);
  return { lessons, next: rows.length > PAGE_SIZE ? lessons.at(-1)!.number : null };
}

/** Writes what was learnt from a request, once; false: somebody did already. */
export async function writeLesson(
  db: Db,
  { organisationId, by }: { organisationId: string; by: string },
  request: HelpRequest,
  { question, answer, lang }: Pick<Lesson, 'question' | 'answer' | 'lang'>,
): Promise<boolean> {
  try {
    await inTransaction(db, async (tx) => {
      await tx
        .insertInto('help_lesson')
        .values({
          organisation_id: organisationId,
          component_id: request.componentId,
          request_id: request.id,
          category: request.category,
          written_by: by,
          question,
          answer,
          lang,
        })
        .execute();
      await tellFact(tx, organisationId, 'help.taught', request);
    });
    return true;
  } catch (error) {
    if (violatedConstraint(error) === 'help_lesson_once') return false;
    throw error;
  }
}
