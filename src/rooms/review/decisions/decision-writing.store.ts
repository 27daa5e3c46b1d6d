import { sql } from 'kysely';
import { type Db, type Tx, violatedConstraint } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { listIdeaTitles } from '../../ideas/index.ts';
import { type Act, lockEdition } from '../../spaces/index.ts';
import { findDecisions, listFilteredIds } from './decision.store.ts';
import type { Decision, DecisionFilter, Proposal } from './decision.ts';
import { decideFollowers, listFollowing } from './follower-writing.store.ts';

export type ActRefusal =
  | 'list-frozen'
  | 'already-published'
  | 'changed-meanwhile'
  /** Brought together with an idea that is not decided yet: what is decided of that one is decided of both. */
  | 'follows-another';
type Acted<R extends string> = { ok: true } | { ok: false; refusal: R };

/** Writes to whoever decides, in the transaction that prepares: a letter exists if and only if something waits. */
type Tell = (tx: Tx) => Promise<void>;
const tellNobody: Tell = async () => {};

/** Runs an act under the edition's lock, the one that freezing takes: nobody decides behind a frozen list. */
async function act<A>(
  db: Db,
  organisationId: string,
  editionId: string,
  work: (tx: Tx) => Promise<A>,
): Promise<A | { ok: false; refusal: 'list-frozen' }> {
  try {
    return await inTransaction(db, async (tx) => {
      await lockEdition(tx, organisationId, editionId);
      return work(tx);
    });
  } catch (error) {
    if (violatedConstraint(error) === 'decision_list_is_frozen')
      return { ok: false, refusal: 'list-frozen' };
    throw error;
  }
}

/**
 * Proposes what becomes of an idea, or changes what was proposed: it then waits for a decision, anew if it had one.
 * `version`: of the form; 0 when nothing was proposed. The caller has checked it (`checkProposal`).
 */
export async function prepareDecision(
  db: Db,
  { organisationId, by }: Act,
  idea: { id: string; editionId: string; number: number },
  proposal: Proposal,
  version: number,
  tell: Tell = tellNobody,
): Promise<Acted<ActRefusal>> {
  return act<Acted<ActRefusal>>(db, organisationId, idea.editionId, async (tx) => {
    const current = (await findDecisions(tx, organisationId, [idea.id])).get(idea.id) ?? null;
    if (current?.publishedAt) return { ok: false, refusal: 'already-published' };
    if ((current?.version ?? 0) !== version) return { ok: false, refusal: 'changed-meanwhile' };
    if ((await listFollowing(tx, organisationId, [idea.id])).length > 0)
      return { ok: false, refusal: 'follows-another' };
    if (current)
      await tx
        .updateTable('decision')
        .set({
          ...asRow(proposal),
          version: version + 1,
          prepared_by: by,
          prepared_at: sql<Date>`palabre_now()`,
          decided_by: null,
          decided_at: null,
          batch_id: null,
        })
        .where('organisation_id', '=', organisationId)
        .where('idea_id', '=', idea.id)
        .where('round', '=', current.round)
        .execute();
    else await insertProposals(tx, { organisationId, by }, idea.editionId, [idea.id], proposal);
    await recordFact(tx, {
      organisationId,
      kind: 'decision.prepared',
      actorId: by,
      subject: { kind: 'idea', id: idea.id },
      detail: { editionId: idea.editionId, number: idea.number, ...asDetail(proposal) },
    });
    await tell(tx);
    return { ok: true };
  });
}

/** The same proposal for many ideas at once; those for which something is proposed already are left as they are. */
export async function prepareMany(
  db: Db,
  { organisationId, by }: Act,
  editionId: string,
  chosen: readonly string[] | DecisionFilter,
  proposal: Proposal,
  tell: Tell = tellNobody,
): Promise<{ ok: true; prepared: number } | { ok: false; refusal: 'list-frozen' }> {
  return act(db, organisationId, editionId, async (tx) => {
    const asked = await readChosen(tx, organisationId, editionId, chosen);
    const following = new Set(await listFollowing(tx, organisationId, asked));
    const ids = asked.filter((id) => !following.has(id));
    const done = await insertProposals(tx, { organisationId, by }, editionId, ids, proposal);
    if (done.length > 0) {
      await recordMany(tx, { organisationId, by }, 'decision.prepared', editionId, done, {
        ...asDetail(proposal),
      });
      await tell(tx);
    }
    return { ok: true, prepared: done.length };
  });
}

/** What was chosen: named one by one with the version that was read, or all that a filter left at an instant. */
export type ChosenToDecide =
  | { ideas: readonly { ideaId: string; version: number }[] }
  | { filter: DecisionFilter; readAt: Date };

/** Decides what was proposed, as it was read: what changed since is left, and counted. */
export async function decideMany(
  db: Db,
  { organisationId, by }: Act,
  editionId: string,
  chosen: ChosenToDecide,
): Promise<{ ok: true; decided: number; left: number } | { ok: false; refusal: 'list-frozen' }> {
  return act(db, organisationId, editionId, async (tx) => {
    const ids =
      'ideas' in chosen
        ? chosen.ideas.map(({ ideaId }) => ideaId)
        : await listFilteredIds(tx, organisationId, editionId, chosen.filter);
    let update = tx
      .updateTable('decision as d')
      .set({ decided_by: by, decided_at: sql<Date>`palabre_now()` })
      .where('d.organisation_id', '=', organisationId)
      .where('d.edition_id', '=', editionId)
      .where('d.decided_at', 'is', null)
      .where('d.reopened_at', 'is', null)
      .where(sql<boolean>`d.idea_id = any(${ids}::uuid[])`);
    update =
      'ideas' in chosen
        ? update.where(
            sql<boolean>`(d.idea_id, d.version) in (select * from unnest(${ids}::uuid[],
              ${chosen.ideas.map(({ version }) => version)}::int[]))`,
          )
        : update.where('d.prepared_at', '<=', chosen.readAt);
    const rows = await update.returning('d.idea_id').execute();
    const done = rows.map((row) => row.idea_id);
    const followed = await decideFollowers(tx, { organisationId, by }, editionId, done);
    const all = [...new Set([...done, ...followed])];
    if (all.length > 0)
      await recordMany(tx, { organisationId, by }, 'decision.decided', editionId, all);
    return { ok: true, decided: all.length, left: ids.length - done.length };
  });
}

/** Takes back what was proposed, decided or not, as long as it is not published. */
export async function withdrawProposal(
  db: Db,
  { organisationId, by }: Act,
  idea: { id: string; editionId: string; number: number },
  version: number,
): Promise<Acted<ActRefusal>> {
  return act<Acted<ActRefusal>>(db, organisationId, idea.editionId, async (tx) => {
    const current = (await findDecisions(tx, organisationId, [idea.id])).get(idea.id);
    if (!current) return { ok: true };
    if (current.publishedAt) return { ok: false, refusal: 'already-published' };
    if (current.version !== version) return { ok: false, refusal: 'changed-meanwhile' };
    await tx
      .deleteFrom('decision')
      .where('organisation_id', '=', organisationId)
      .where('idea_id', '=', idea.id)
      .where('round', '=', current.round)
      .execute();
    await recordFact(tx, {
      organisationId,
      kind: 'decision.withdrawn',
      actorId: by,
      subject: { kind: 'idea', id: idea.id },
      detail: { editionId: idea.editionId, number: idea.number },
    });
    return { ok: true };
  });
}

export type ReopenRefusal = 'list-frozen' | 'not-published' | 'letters-under-way';

/** Reopens a published decision, for a reason: it stays on record, and another one will be told to the holder. */
export async function reopenDecision(
  db: Db,
  { organisationId, by }: Act,
  idea: { id: string; editionId: string; number: number },
  because: string,
): Promise<Acted<ReopenRefusal>> {
  return act<Acted<ReopenRefusal>>(db, organisationId, idea.editionId, async (tx) => {
    const current = (await findDecisions(tx, organisationId, [idea.id])).get(idea.id);
    if (!current?.publishedAt) return { ok: false, refusal: 'not-published' };
    const reopened = await tx
      .updateTable('decision')
      .set({ reopened_by: by, reopened_at: sql<Date>`palabre_now()`, reopened_because: because })
      .where('organisation_id', '=', organisationId)
      .where('idea_id', '=', idea.id)
      .where('round', '=', current.round)
      // the first letter always leaves before the second is thought of
      .where('notified_at', 'is not', null)
      .executeTakeFirst();
    if (reopened.numUpdatedRows !== 1n) return { ok: false, refusal: 'letters-under-way' };
    await recordFact(tx, {
      organisationId,
      kind: 'decision.reopened',
      actorId: by,
      subject: { kind: 'idea', id: idea.id },
      detail: { editionId: idea.editionId, number: idea.number, because },
    });
    return { ok: true };
  });
}

async function readChosen(
  tx: Tx,
  organisationId: string,
  editionId: string,
  chosen: readonly string[] | DecisionFilter,
): Promise<readonly string[]> {
  return 'state' in chosen ? listFilteredIds(tx, organisationId, editionId, chosen) : chosen;
}

async function insertProposals(
  tx: Tx,
  { organisationId, by }: Act,
  editionId: string,
  ideaIds: readonly string[],
  proposal: Proposal,
): Promise<string[]> {
  const row = asRow(proposal);
  const { rows } = await sql<{ id: string }>`
    insert into decision (organisation_id, edition_id, idea_id, round, outcome, reason_id, public_text, personal_text, prepared_by)
    select i.organisation_id, i.edition_id, i.idea_id,
      1 + coalesce((select max(b.round) from decision b where b.organisation_id = i.organisation_id and b.idea_id = i.idea_id), 0),
      ${row.outcome}, ${row.reason_id}::uuid, ${row.public_text}, ${row.personal_text}, ${by}::uuid
    from idea_decision i
    where i.organisation_id = ${organisationId} and i.edition_id = ${editionId}
      and i.idea_id = any(${[...ideaIds]}::uuid[]) and i.state = 'to-prepare'
    returning idea_id as id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** One fact for what was done to many, with their numbers. */
async function recordMany(
  tx: Tx,
  { organisationId, by }: Act,
  kind: `decision.${string}`,
  editionId: string,
  ideaIds: readonly string[],
  detail: Record<string, string | null> = {},
): Promise<void> {
  const titles = await listIdeaTitles(tx, organisationId, ideaIds);
  await recordFact(tx, {
    organisationId,
    kind,
    actorId: by,
    subject: { kind: 'edition', id: editionId },
    detail: {
      editionId,
      count: ideaIds.length,
      numbers: titles.map(({ number }) => number),
      ...detail,
    },
  });
}

function asRow({ outcome, reasonId, publicText, personalText }: Proposal) {
  return {
    outcome,
    reason_id: outcome === 'refused' ? reasonId : null,
    public_text: publicText,
    personal_text: personalText,
  };
}

/** The personal paragraph stays between its writer and its reader. */
function asDetail({ outcome, reasonId, publicText }: Proposal | Decision) {
  return { outcome, reasonId: outcome === 'refused' ? reasonId : null, publicText };
}
