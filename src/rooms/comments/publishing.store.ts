import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import type { ContributionKind } from '../../platform/http/contribution.ts';
import { recordFacts } from '../../platform/journal/journal.ts';
import { type CommentTarget, findComment, findCommentOfForm } from './comment.store.ts';
import { type Alignment, type Comment, type Place, placeUnder } from './comment.ts';

/** One comment, as its author wrote it; whoever calls has checked it. */
export interface WrittenComment {
  authorId: string;
  body: string;
  lang: string;
  /** Of a root, where one is asked. */
  alignment: Alignment | null;
  /** The form that wrote it. */
  formId: string;
  place: Place;
  /** Under which it is known already; left out: under one of its own. */
  id?: string;
  /** Nobody else reads it before somebody has. */
  isHeld?: boolean;
}

/** What is commented, with where it stands among spaces of participation. */
type PlacedTarget = CommentTarget & {
  spaceId: string | null;
  componentId?: string | null;
  /** Of what only some readers of the space may read: there, what is said is in no count and no fact names who said it. */
  isConfidential?: boolean;
};

/**
 * Publishes one comment in the caller's transaction. The tally's row is the lock: numbers have no holes, and counts are
 * those of the rows. `isNew: false`: the same form came twice, and has written what is given back.
 */
export async function publishComment(
  tx: Tx,
  organisationId: string,
  target: PlacedTarget,
  {
    answers,
    deepest,
    ...written
  }: Omit<WrittenComment, 'place'> & {
    answers: Comment | null;
    deepest: number;
  },
): Promise<{ comment: Comment; isNew: boolean }> {
  await lockTally(tx, organisationId, target);
  const known = await findCommentOfForm(tx, organisationId, written.authorId, written.formId);
  if (known) return { comment: known, isNew: false };
  const [id] = await insertComments(tx, organisationId, target, [
    { ...written, place: placeUnder(answers, deepest) },
  ]);
  return { comment: (await findComment(tx, organisationId, id!))!, isNew: true };
}

/** Many comments under one thing, in this order, in as many statements as for one. */
export async function insertComments(
  tx: Tx,
  organisationId: string,
  target: PlacedTarget,
  written: readonly WrittenComment[],
): Promise<string[]> {
  const before = await lockTally(tx, organisationId, target);
  const rows = written.map(({ place, ...comment }, index) => {
    const number = before + index + 1;
    const path = place.depth === 0 ? [] : [...place.under, number];
    return { id: randomUUID(), isHeld: false, ...comment, ...place, number, path };
  });
  const inserted = await sql<{ id: string; number: number }>`
    insert into comment (organisation_id, target_kind, target_id, space_id, id, root_id, parent_id, depth, number, path,
      author_id, body, lang, alignment, form_id, held_at, hidden_at)
    select ${organisationId}, ${target.kind}, ${target.id}::uuid, ${target.spaceId}::uuid, w.*
    from (select id, "rootId", "parentId", depth, number, path, "authorId", body, lang, alignment, "formId",
        case when "isHeld" then palabre_now() end as held_at, case when "isHeld" then palabre_now() end as hidden_at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "rootId" uuid, "parentId" uuid, depth smallint,
        number int, path int[], "authorId" uuid, body text, lang text, alignment text, "formId" uuid, "isHeld" boolean)) w
    order by number returning id, number`.execute(tx);
  const seen = rows.filter(({ isHeld }) => !isHeld);
  const count = (alignment: Alignment) => seen.filter((row) => row.alignment === alignment).length;
  await changeTally(tx, organisationId, target, {
    comments: seen.length,
    pro: count('pro'),
    con: count('con'),
    neutral: count('neutral'),
    numbers: rows.length,
  });
  const roots = seen.flatMap(({ rootId }) => rootId ?? []);
  await sql`update comment c set replies = c.replies + t.added
    from (select root, count(*)::int as added from unnest(${roots}::uuid[]) u (root) group by root) t
    where c.organisation_id = ${organisationId} and c.id = t.root`.execute(tx);
  const ids = inserted.rows.toSorted((one, other) => one.number - other.number);
  for (let at = 0; at < seen.length; at += FACTS_AT_ONCE)
    await recordFacts(
      tx,
      seen.slice(at, at + FACTS_AT_ONCE).map((row) =>
        factOf(organisationId, {
          ...row,
          authorId: target.isConfidential ? null : row.authorId,
          targetKind: target.kind,
          targetId: target.id,
        }),
      ),
    );
  return ids.map(({ id }) => id);
}

/** That somebody published a comment. */
export const factOf = (
  organisationId: string,
  {
    id,
    authorId,
    number,
    targetKind,
    targetId,
  }: Pick<Comment, 'id' | 'number' | 'targetKind' | 'targetId'> & { authorId: string | null },
) => ({
  organisationId,
  kind: 'comment.published' as const,
  actorId: authorId,
  subject: { kind: 'comment', id },
  detail: { targetKind, targetId, number },
});

const FACTS_AT_ONCE = 500;

/** Holds what is said under one thing until the transaction ends; gives the number of the latest comment. */
export async function lockTally(
  tx: Tx,
  organisationId: string,
  target: CommentTarget & Partial<PlacedTarget>,
): Promise<number> {
  const { kind, id } = target;
  const { spaceId = null, componentId = null } = target.isConfidential ? {} : target;
  const { rows } = await sql<{ lastNumber: number }>`
    insert into comment_tally as t (organisation_id, target_kind, target_id, space_id, component_id)
    values (${organisationId}, ${kind}, ${id}, ${spaceId}::uuid, ${componentId}::uuid)
    on conflict (organisation_id, target_kind, target_id) do update
      set space_id = coalesce(t.space_id, excluded.space_id),
        component_id = coalesce(t.component_id, excluded.component_id)
    returning last_number as "lastNumber"`.execute(tx);
  return rows[0]!.lastNumber;
}

/** What is commented goes out of sight, or comes back, in the transaction of who judged it: its comments count no more. */
export async function hideTally(
  tx: Tx,
  organisationId: string,
  { kind, id }: { kind: ContributionKind; id: string },
  isHidden: boolean,
): Promise<void> {
  if (kind === 'comment') return;
  await lockTally(tx, organisationId, { kind, id });
  await sql`update comment_tally set hidden_at = case when ${isHidden} then palabre_now() end
    where organisation_id = ${organisationId} and target_kind = ${kind} and target_id = ${id}`.execute(
    tx,
  );
}

export async function changeTally(
  tx: Tx,
  organisationId: string,
  { kind, id }: CommentTarget,
  by: Record<'comments' | 'pro' | 'con' | 'neutral' | 'numbers', number>,
): Promise<void> {
  await sql`update comment_tally set comments = comments + ${by.comments}, pro = pro + ${by.pro}, con = con + ${by.con},
      neutral = neutral + ${by.neutral}, last_number = last_number + ${by.numbers}
    where organisation_id = ${organisationId} and target_kind = ${kind} and target_id = ${id}`.execute(
    tx,
  );
}

/** What a form writes it writes once: sent twice at the same instant, the second waits for the first. */
export const lockForm = (tx: Tx, formId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended('comment form ' || ${formId}::text, 0))`.execute(
    tx,
  );
