import { sql } from 'kysely';
import { type Database, type Db, readNow, type Tx } from '../../platform/database/database.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { noteParticipation } from '../consultations/index.ts';
import { isSuspended } from '../moderation/index.ts';
import { findBoard } from './boards/board.store.ts';
import { acceptsIdeas, type Board } from './boards/board.ts';
import { ofBoard } from './idea.store.ts';
import { refuseSupport, type SupportRefusal, type WithdrawalRefusal } from './idea.ts';

/** Who supports what: ids, always within one organisation. */
export interface SupportAct {
  organisationId: string;
  ideaId: string;
  personId: string;
}

/**
 * Adds one person's support to an idea (R119). The idea's row is the lock: no count is ever lost. Where a board has a maximum
 * (R100), the supports of one person on it come one after the other.
 */
export async function supportIdea(
  db: Database,
  act: SupportAct,
): Promise<{ ok: true } | { ok: false; refusal: SupportRefusal }> {
  return db.transaction().execute(async (tx) => {
    const idea = await lockIdea(tx, act);
    if (!idea) return { ok: false, refusal: 'not-found' };
    const { board } = idea;
    const given = board.mostSupports === null ? 0 : await countGiven(tx, act, board);
    const refusal = refuseSupport(idea, board, { ...idea, personId: act.personId, given });
    if (refusal) return { ok: false, refusal };
    if (await isSuspended(tx, act.organisationId, act.personId))
      return { ok: false, refusal: 'suspended' };
    await tx
      .insertInto('idea_support')
      .values({
        organisation_id: act.organisationId,
        idea_id: act.ideaId,
        person_id: act.personId,
      })
      .execute();
    await changeCount(tx, act, idea, 1);
    if (board.kind === 'component')
      await noteParticipation(tx, act.organisationId, board.space.id, act.personId);
    return { ok: true };
  });
}

/** Takes one's support back, while ideas are collected. */
export async function withdrawSupport(
  db: Database,
  act: SupportAct,
): Promise<{ ok: true } | { ok: false; refusal: WithdrawalRefusal }> {
  return db.transaction().execute(async (tx) => {
    const idea = await lockIdea(tx, act);
    if (!idea) return { ok: false, refusal: 'not-found' };
    if (idea.isWithdrawn) return { ok: false, refusal: 'withdrawn' };
    if (!idea.collectionOpen) return { ok: false, refusal: 'collection-closed' };
    if (!idea.supported) return { ok: false, refusal: 'not-supported' };
    await tx
      .deleteFrom('idea_support')
      .where('organisation_id', '=', act.organisationId)
      .where('idea_id', '=', act.ideaId)
      .where('person_id', '=', act.personId)
      .execute();
    await changeCount(tx, act, idea, -1);
    return { ok: true };
  });
}

/** Which of these ideas a person supports; nobody supports none. */
export async function findSupported(
  db: Db,
  organisationId: string,
  personId: string | null,
  ideas: readonly { id: string }[],
): Promise<ReadonlySet<string>> {
  if (personId === null || ideas.length === 0) return new Set();
  const { rows } = await sql<{ idea_id: string }>`
    /* prepared: supported-ideas */ select idea_id from idea_support
    where organisation_id = ${organisationId} and person_id = ${personId}
      and idea_id = any(${ideas.map(({ id }) => id)}::uuid[])`.execute(db);
  return new Set(rows.map((row) => row.idea_id));
}

/** How many people support at least one of these ideas: whoever supports two counts once (R47). */
export async function countSupporters(
  db: Db,
  organisationId: string,
  ideaIds: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct person_id)::int as count from idea_support
    where organisation_id = ${organisationId} and idea_id = any(${[...ideaIds]}::uuid[])`.execute(
    db,
  );
  return rows[0]!.count;
}

interface LockedIdea {
  board: Board;
  authorId: string | null;
  supportCount: number;
  supported: boolean;
  isWithdrawn: boolean;
  collectionOpen: boolean;
}

async function lockIdea(tx: Tx, act: SupportAct): Promise<LockedIdea | null> {
  const row = await tx
    .selectFrom('idea')
    .select(['edition_id', 'author_id', 'support_count', 'withdrawn_at'])
    .where('organisation_id', '=', act.organisationId)
    .where('id', '=', act.ideaId)
    // what is hidden takes nothing until it comes back
    .where('hidden_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  const board = row && (await findBoard(tx, act.organisationId, row.edition_id));
  if (!row || !board) return null;
  const support = await tx
    .selectFrom('idea_support')
    .select('person_id')
    .where('organisation_id', '=', act.organisationId)
    .where('idea_id', '=', act.ideaId)
    .where('person_id', '=', act.personId)
    .executeTakeFirst();
  return {
    board,
    authorId: row.author_id,
    supportCount: row.support_count,
    supported: support !== undefined,
    isWithdrawn: row.withdrawn_at !== null,
    collectionOpen: acceptsIdeas(board, await readNow(tx)),
  };
}

/**
 * How many ideas of a board somebody supports already, counted where nobody else counts for them meanwhile. What was
 * withdrawn since keeps their support and takes none of those that they may give.
 */
async function countGiven(tx: Tx, act: SupportAct, board: Pick<Board, 'id'>): Promise<number> {
  const { organisationId, personId } = act;
  const key = `supports:${board.id}:${personId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
  const { rows } = await sql<{ given: number }>`select count(*)::int as given
    from idea_support s join idea i on i.organisation_id = s.organisation_id and i.id = s.idea_id
    where s.organisation_id = ${organisationId} and s.person_id = ${personId}
      and i.edition_id = ${board.id} and i.withdrawn_at is null`.execute(tx);
  return rows[0]!.given;
}

async function changeCount(tx: Tx, act: SupportAct, idea: LockedIdea, by: 1 | -1): Promise<void> {
  const { organisationId, ideaId } = act;
  await tx
    .insertInto('idea_support_change')
    .values({
      organisation_id: organisationId,
      edition_id: idea.board.id,
      idea_id: ideaId,
      count_before: idea.supportCount,
    })
    .execute();
  await tx
    .updateTable('idea')
    .set({ support_count: sql`support_count + ${by}` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', ideaId)
    .execute();
  await forgetOldChanges(tx, organisationId, idea.board.id);
  await recordFact(tx, {
    organisationId,
    kind: by === 1 ? 'idea.supported' : 'idea.support-withdrawn',
    actorId: act.personId,
    subject: { kind: 'idea', id: ideaId },
    detail: ofBoard(idea.board.id, idea.board.kind),
  });
}

/** Each change takes a few of those that no reader's page can ask for any more, so that they never pile up. */
async function forgetOldChanges(tx: Tx, organisationId: string, editionId: string): Promise<void> {
  await sql`delete from idea_support_change where organisation_id = ${organisationId} and sequence in (
    select sequence from idea_support_change
    where organisation_id = ${organisationId} and edition_id = ${editionId}
      and changed_at < palabre_now() - interval '1 day'
    order by changed_at limit 4 for update skip locked)`.execute(tx);
}
