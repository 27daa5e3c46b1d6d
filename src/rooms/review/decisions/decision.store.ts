import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { searchWords } from '../../ideas/index.ts';
import type { DecidedIdea, Decision, DecisionFilter, DecisionState, Outcome } from './decision.ts';

/** Ideas of an edition on one page of a list. */
const PAGE_SIZE = 50;

/** The decisions in force of given ideas, by idea, published or not; those that have none are absent. */
export async function findDecisions(
  db: Db,
  organisationId: string,
  ideaIds: readonly string[],
): Promise<Map<string, Decision>> {
  if (ideaIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('decision')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`idea_id = any(${[...ideaIds]}::uuid[])`)
    .where('reopened_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.idea_id, asDecision(row)]));
}

/** Whether everybody may know what was decided of an idea: its study is over. */
export async function isDecisionPublished(
  db: Db,
  organisationId: string,
  ideaId: string,
): Promise<boolean> {
  const decisions = await findDecisions(db, organisationId, [ideaId]);
  return decisions.get(ideaId)?.publishedAt != null;
}

/** Every decision that an idea ever had, the first one first. */
export async function listDecisionsOfIdea(
  db: Db,
  organisationId: string,
  ideaId: string,
): Promise<Decision[]> {
  const rows = await db
    .selectFrom('decision')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('idea_id', '=', ideaId)
    .orderBy('round')
    .execute();
  return rows.map(asDecision);
}

/** Ids of the ideas of an edition that nobody decided yet (`undecided_ideas` says what that means). */
export async function listUndecided(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select idea_id as id from undecided_ideas(${organisationId}::uuid, ${editionId}::uuid)`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** Ids of the ideas that were decided to be put to the vote. */
export async function listKeptIdeas(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('decision')
    .select('idea_id')
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('reopened_at', 'is', null)
    .where('decided_at', 'is not', null)
    .where('outcome', '=', 'to-vote')
    .execute();
  return rows.map((row) => row.idea_id);
}

/** Whether the list of projects is frozen, and nothing is decided any more. */
export async function isListFrozen(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<boolean> {
  const { rows } = await sql<{ frozen: boolean }>`
    select is_list_frozen(${organisationId}, ${editionId}) as frozen`.execute(db);
  return rows[0]!.frozen;
}

/** Ideas in a state, in order of number, 50 at a time after the number that `after` gives. */
export async function listDecidedIdeas(
  db: Db,
  organisationId: string,
  editionId: string,
  filter: DecisionFilter,
  after = 0,
): Promise<{ ideas: DecidedIdea[]; next: number | null }> {
  const rows = await filtered(db, organisationId, editionId, filter)
    .selectAll()
    .where('number', '>', after)
    .orderBy('number')
    .limit(PAGE_SIZE + 1)
    .execute();
  const ideas = rows.slice(0, PAGE_SIZE).map(asDecidedIdea);
  return { ideas, next: rows.length > PAGE_SIZE ? ideas.at(-1)!.number : null };
}

/** How many ideas a filter leaves. */
export async function countDecidedIdeas(
  db: Db,
  organisationId: string,
  editionId: string,
  filter: DecisionFilter,
): Promise<number> {
  const { ideas } = await filtered(db, organisationId, editionId, filter)
    .select(({ fn }) => fn.countAll<number>().as('ideas'))
    .executeTakeFirstOrThrow();
  return ideas;
}

/** Given ideas of an edition, by number; those of other editions are absent. */
export async function listIdeasByNumber(
  db: Db,
  organisationId: string,
  editionId: string,
  numbers: readonly number[],
): Promise<DecidedIdea[]> {
  if (numbers.length === 0) return [];
  const rows = await db
    .selectFrom('idea_decision')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where(sql<boolean>`number = any(${[...numbers]}::int[])`)
    .orderBy('number')
    .execute();
  return rows.map(asDecidedIdea);
}

/** Everything that a filter leaves, in order of number. */
export async function listEveryDecidedIdea(
  db: Db,
  organisationId: string,
  editionId: string,
  filter: DecisionFilter,
): Promise<DecidedIdea[]> {
  const rows = await filtered(db, organisationId, editionId, filter)
    .selectAll()
    .orderBy('number')
    .execute();
  return rows.map(asDecidedIdea);
}

/** Ids of everything that a filter leaves: for what is done to all of it at once. */
export async function listFilteredIds(
  db: Db,
  organisationId: string,
  editionId: string,
  filter: DecisionFilter,
): Promise<string[]> {
  const rows = await filtered(db, organisationId, editionId, filter).select('idea_id').execute();
  return rows.map((row) => row.idea_id);
}

function filtered(db: Db, organisationId: string, editionId: string, filter: DecisionFilter) {
  const words = searchWords(filter.search ?? '');
  let query = db
    .selectFrom('idea_decision')
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('state', '=', filter.state);
  if (filter.categoryId) query = query.where('category_id', '=', filter.categoryId);
  if (filter.outcome) query = query.where('outcome', '=', filter.outcome);
  if (filter.reasonId) query = query.where('reason_id', '=', filter.reasonId);
  if (words.length > 0)
    query = query.where(
      sql<boolean>`words @@ (select query from idea_search(${organisationId}, ${editionId}, ${words}::text[]))`,
    );
  return query;
}

function asDecision(row: {
  idea_id: string;
  edition_id: string;
  round: number;
  version: number;
  outcome: string;
  reason_id: string | null;
  public_text: string;
  personal_text: string;
  prepared_by: string | null;
  prepared_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  batch_id: string | null;
  published_at: Date | null;
  reopened_by: string | null;
  reopened_at: Date | null;
  reopened_because: string;
}): Decision {
  return {
    ideaId: row.idea_id,
    editionId: row.edition_id,
    ...asProposal(row),
    reopenedBy: row.reopened_by,
    reopenedAt: row.reopened_at,
    reopenedBecause: row.reopened_because,
  };
}

function asProposal(row: {
  round: number;
  version: number;
  outcome: string;
  reason_id: string | null;
  public_text: string;
  personal_text: string;
  prepared_by: string | null;
  prepared_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  batch_id: string | null;
  published_at: Date | null;
}) {
  return {
    round: row.round,
    version: row.version,
    outcome: row.outcome as Outcome,
    reasonId: row.reason_id,
    publicText: row.public_text,
    personalText: row.personal_text,
    preparedBy: row.prepared_by,
    preparedAt: row.prepared_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    batchId: row.batch_id,
    publishedAt: row.published_at,
  };
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];
const rowsOf = (db: Db) => db.selectFrom('idea_decision').selectAll().execute();

function asDecidedIdea(row: Row): DecidedIdea {
  return {
    ideaId: row.idea_id,
    number: row.number,
    title: row.title,
    lang: row.lang,
    categoryId: row.category_id,
    depositedAt: row.deposited_at,
    state: row.state as DecisionState,
    decision:
      row.round === null
        ? null
        : asProposal({
            ...row,
            round: row.round,
            version: row.version!,
            outcome: row.outcome!,
            public_text: row.public_text!,
            personal_text: row.personal_text!,
            prepared_at: row.prepared_at!,
          }),
  };
}
